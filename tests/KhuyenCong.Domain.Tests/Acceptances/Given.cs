using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Acceptances;

/// <summary>Acceptance records the tests start from (dữ liệu minh họa).</summary>
internal static class Given
{
    public const string Invoice = "1C26TAA 123, MST 0000000001";
    public static readonly DateOnly Today = ProjectGiven.Today;
    public static readonly Guid Contract = Id();
    public static readonly Guid Writer = Id();

    public static Guid Id() => ProjectGiven.Id();

    public static PlanMover Mover(Role role, Guid? user = null) => new(user ?? Id(), act => RoleTable.Allows(role, act), [ProjectGiven.Commune]);

    /// <summary>A project of one line: so much support of so much cost.</summary>
    public static Project Project(long total = 400_000_000, long support = 200_000_000) =>
        ProjectGiven.Project(ProjectGiven.Text() with { Lines = [ProjectGiven.Line(total, provincial: support, counterpart: total - support)] });

    public static Acceptance Record(Project project, long eligible = 400_000_000, AcceptanceVerdict verdict = AcceptanceVerdict.Accepted, Regime regime = Regime.Provincial, Guid? estimateLine = null, params MachineEntry[] machines)
    {
        var of = project.Beneficiaries[0];
        var acceptance = Acceptance.From(new(
            Id(), project.ProvinceCode, Contract, project.ProjectId, regime, regime is Regime.Commune ? ProjectGiven.Commune : project.ProvinceCode, AcceptanceForm.PerSite, 1, null,
            of.ProjectBeneficiaryId, of.EstablishmentId, of.Name, of.ProductionSiteId, of.CommuneCode, Writer, Today, TimeProvider.System.UtcNow));
        var lines = project.Lines.Where(l => estimateLine is null || l.ProjectEstimateLineId == estimateLine).OrderBy(l => l.Order).ToList();
        Write(acceptance, project, new()
        {
            HeldOn = Today,
            Place = "Xưởng minh họa",
            Members = [new("Người Minh Họa", "Sở Công Thương", "Tổ trưởng", AcceptanceSide.Member)],
            Lines = [.. lines.Select(l => new AcceptanceLineText(l.ProjectEstimateLineId, l.Quantity, new(eligible), new(eligible), Invoice, null, "Theo thực tế"))],
            Machines = machines,
            Verdict = verdict,
            Opinion = "Ý kiến minh họa",
            CompleteBy = Today,
        });
        acceptance.Apply(new AcceptancePhotoAdded(Id(), null, new('a', 64), "hien-truong.jpg", 10, "image/jpeg", Writer, TimeProvider.System.UtcNow));
        foreach (var machine in machines)
        {
            acceptance.Apply(new AcceptancePhotoAdded(Id(), machine.MachinePassportId, new('b', 64), "nhan-may.jpg", 10, "image/jpeg", Writer, TimeProvider.System.UtcNow));
        }

        return acceptance;
    }

    public static void Write(Acceptance acceptance, Project project, AcceptanceText text) => acceptance.Apply(new AcceptanceWritten(
        text, project.Lines.ToDictionary(l => l.ProjectEstimateLineId, l => (l.Content, l.Unit, l.Quantity, l.Total)), Id, Writer, TimeProvider.System.UtcNow));

    public static MachineEntry Machine(string serial = "SN-0012-A", string maker = "Hãng Minh Họa") => new(Id()) { Name = "Máy ép dầu", Maker = maker, Serial = serial, SeenBy = "Người Minh Họa", SeenOn = Today };

    public static DueBasis Basis(Project project, long? approved = null, long? contracted = null, NormBook? book = null, params Acceptance[] others) => new(
        project,
        FundingSplit.Of(s => s == FundingSource.Provincial ? approved is { } some ? new Dong(some) : project.ProvincialAmount : null),
        new Dictionary<string, Dong> { [FundingSource.Provincial.Code] = contracted is { } bound ? new Dong(bound) : project.ProvincialAmount ?? Dong.Zero },
        others,
        Sums(others),
        Sums(others),
        new Dictionary<Guid, LegalForm> { [project.Beneficiaries[0].EstablishmentId] = LegalForm.HouseholdBusiness },
        book ?? Norms.Books.Of(),
        Norms.Books.Day);

    public static Dictionary<string, Dong> Sums(IEnumerable<Acceptance> of) => of.SelectMany(a => a.Amounts).GroupBy(a => a.Source).ToDictionary(g => g.Key, g => g.Select(a => a.Amount).Sum());

    public static AcceptanceFacts Facts(DueAnswer? due = null) => new() { Contract = ContractState.Signed, SignedOn = Today, TargetIsChosen = true, Due = due ?? DueAnswer.None };

    public static Ruling<AcceptanceMoved> Move(Acceptance acceptance, AcceptanceAction action, PlanMover mover, AcceptanceFacts? facts = null) =>
        Accepting.Of(acceptance, new(action, "Lý do minh họa"), facts ?? Facts(), mover, TimeProvider.System);

    /// <summary>A record taken to a state along the table.</summary>
    public static Acceptance In(AcceptanceState state, Regime regime = Regime.Provincial)
    {
        var acceptance = Record(Project(), regime: regime);
        var (officer, leader) = regime is Regime.Commune ? (Role.CommuneOfficer, Role.CommuneLeader) : (Role.DepartmentOfficer, Role.DepartmentLeader);
        AcceptanceAction[] way = state switch
        {
            AcceptanceState.Submitted => [AcceptanceAction.Submit],
            AcceptanceState.Concluded => [AcceptanceAction.Submit, AcceptanceAction.Conclude],
            AcceptanceState.Undone => [AcceptanceAction.Submit, AcceptanceAction.Conclude, AcceptanceAction.Undo],
            _ => [],
        };
        foreach (var action in way)
        {
            var moved = Move(acceptance, action, Mover(action is AcceptanceAction.Submit ? officer : leader));
            acceptance.Apply(moved.Event.ShouldNotBeNull(string.Join(' ', moved.Breaches)));
        }

        return acceptance;
    }

    /// <summary>The record concluded with what it entitles to.</summary>
    public static Acceptance Concluded(Acceptance acceptance, DueBasis basis)
    {
        acceptance.Apply(new AcceptanceMoved(acceptance.AcceptanceId, new(AcceptanceAction.Conclude), AcceptanceState.Concluded, SupportDue.Of(acceptance, basis), Id(), Today, TimeProvider.System.UtcNow, Id));
        return acceptance;
    }

    /// <summary>As a record of before has it: a sum, and no sources.</summary>
    public static void AsBefore(AcceptanceLine line, Dong due)
    {
        foreach (var (name, value) in new (string, Dong?)[] { (nameof(line.Due), due), (nameof(line.NationalDue), null), (nameof(line.ProvincialDue), null), (nameof(line.CommuneDue), null) })
        {
            typeof(AcceptanceLine).GetProperty(name)!.SetValue(line, value);
        }
    }
}
