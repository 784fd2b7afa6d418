using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Tests.Ledgers;
using KhuyenCong.Domain.YearlySettlements;

namespace KhuyenCong.Domain.Tests.YearlySettlements;

/// <summary>Yearly reports the tests start from (dữ liệu minh họa).</summary>
internal static class Given
{
    public const int Year = 2024;

    public static readonly YearlyUnit Centre = new(Book.Id(), OrganisationKind.PromotionCentre, null);
    public static readonly YearlyUnit Department = new(Book.Id(), OrganisationKind.Department, null);
    public static readonly YearlyUnit Commune = new(Book.Id(), OrganisationKind.CommuneOffice, Projects.Given.Commune);
    public static readonly Guid Writer = Book.Id();

    public static YearlyUnit Of(YearlyRoute route) => route switch
    {
        YearlyRoute.ThroughDepartment => Centre,
        YearlyRoute.OfDepartment => Department,
        _ => Commune,
    };

    /// <summary>Somebody who works where such people work.</summary>
    public static YearlyMover Mover(Role role, Guid? user = null)
    {
        var isOfDepartment = role is Role.DepartmentLeader or Role.DepartmentOfficer or Role.DepartmentAccountant;
        Guid? place = isOfDepartment ? Department.HolderId : role is Role.CentreLeader or Role.CentreOfficer or Role.CentreAccountant ? Centre.HolderId : null;
        return new(Plans.Given.Mover(role, user), place, isOfDepartment);
    }

    public static YearlyFigures Figures(Book book) => YearlyFigures.Of(
        book.Lines,
        book.Entries.ToLookup(e => e.AllocationId, e => new YearlyTurnover(e.Kind, e.ReversesId is not null, e.ProjectId, e.ContractId, e.Amount)),
        new Dictionary<Guid, (string? Code, string Title)>());

    /// <summary>A ledger with 1.000 of which 700 are settled.</summary>
    public static Book Book1000()
    {
        var book = new Book();
        var line = book.Line(300, Year);
        book.Fill(line, LedgerAccount.Settled, 700);
        return book;
    }

    public static YearlyFacts Facts(YearlyUnit unit, YearlyFigures figures, YearlyRoute? laidDown = null, bool isSound = true) => new(unit, figures, isSound, laidDown);

    public static YearlyMove Move(YearlyAction action, YearlyFigures figures, Dong? accepted = null, string? reason = null) => new(action, "Ghi chú", "12/TB", new DateOnly(2025, 3, 1), "Sở Tài chính (dữ liệu minh họa)", "sha", "thong-bao.pdf")
    {
        Findings = [.. figures.Lines.Select(l => new YearlyFinding(l.AllocationId, accepted ?? l.Settled, reason))],
    };

    /// <summary>A report brought to a state on one way, each step by somebody else.</summary>
    public static YearlySettlement In(YearlyState state, YearlyRoute route, YearlyFigures figures)
    {
        var unit = Of(route);
        var report = YearlySettlement.From(new(Book.Id(), Projects.Given.Province, unit, Year, Projects.Given.Today));
        Draw(report, figures, unit);
        var submit = route is YearlyRoute.ThroughDepartment ? YearlyAction.Submit : YearlyAction.SubmitToFinance;
        YearlyAction[] way = state switch
        {
            YearlyState.Drafting => [],
            YearlyState.Submitted => [submit],
            YearlyState.SentBack => [submit, YearlyAction.SendBack],
            YearlyState.WithFinance => [submit, YearlyAction.Forward],
            YearlyState.Appraised => [submit, YearlyAction.Forward, YearlyAction.Appraise],
            _ => [submit, YearlyAction.Forward, YearlyAction.Appraise, YearlyAction.Finish],
        };
        foreach (var action in way.Where(a => a is not YearlyAction.Forward || route is YearlyRoute.ThroughDepartment))
        {
            Take(report, action, unit, figures);
        }

        report.State.ShouldBe(state);
        return report;
    }

    public static void Draw(YearlySettlement report, YearlyFigures figures, YearlyUnit unit) =>
        report.Apply(YearlyMoves.Draw(report, Facts(unit, figures), Book.Id(), "Thuyết minh", Mover(Drawer(unit), Writer), TimeProvider.System).Event.ShouldNotBeNull());

    public static void Take(YearlySettlement report, YearlyAction action, YearlyUnit unit, YearlyFigures figures)
    {
        var ruling = YearlyMoves.Of(report, Facts(unit, figures), Book.Id(), Move(action, figures), Mover(Roles(action, report.State, unit)[0]), TimeProvider.System);
        report.Apply(ruling.Event.ShouldNotBeNull($"{action}: {string.Join(' ', ruling.Breaches)}"));
    }

    public static Role Drawer(YearlyUnit unit) => unit.Kind switch
    {
        OrganisationKind.PromotionCentre => Role.CentreAccountant,
        OrganisationKind.Department => Role.DepartmentAccountant,
        _ => Role.CommuneOfficer,
    };

    /// <summary>Who takes a step of such a unit's report.</summary>
    public static Role[] Roles(YearlyAction action, YearlyState from, YearlyUnit unit) => action switch
    {
        YearlyAction.Submit or YearlyAction.SubmitToFinance => unit.Kind switch
        {
            OrganisationKind.PromotionCentre => [Role.CentreLeader],
            OrganisationKind.Department => [Role.DepartmentLeader],
            _ => [Role.CommuneLeader],
        },
        YearlyAction.Forward => [Role.DepartmentLeader],
        YearlyAction.SendBack when from is YearlyState.Submitted => [Role.DepartmentLeader],
        YearlyAction.Appraise => unit == Commune ? [Role.CommuneAccountant] : [Role.FinanceOfficer],
        YearlyAction.SendBack when from is YearlyState.WithFinance => unit == Commune ? [Role.CommuneAccountant] : [Role.FinanceOfficer],
        YearlyAction.SendBack => unit == Commune ? [Role.CommuneLeader] : [Role.FinanceOfficer],
        _ => unit == Commune ? [Role.CommuneLeader] : unit == Department ? [Role.FinanceOfficer, Role.ProvincialOfficeOfficer] : [Role.FinanceOfficer, Role.DepartmentAccountant, Role.ProvincialOfficeOfficer],
    };
}
