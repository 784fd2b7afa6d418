using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Tests.Ledgers;
using KhuyenCong.Domain.YearlySettlements;

namespace KhuyenCong.Domain.Tests.YearlySettlements;

public sealed class YearlyStateTests
{
    // Rows are states, columns actions in the order of YearlyAction; '.' refused.
    private const string Through = """
        Drafting:    Submitted . . . . .
        Submitted:   . . WithFinance SentBack . .
        WithFinance: . . . SentBack Appraised .
        Appraised:   . . . SentBack . Finished
        Finished:    . . . . . .
        SentBack:    . . . . . .
        """;

    // The Sở's own report, and that of a commune that settles within itself.
    private const string Direct = """
        Drafting:    . WithFinance . . . .
        WithFinance: . . . SentBack Appraised .
        Appraised:   . . . SentBack . Finished
        Finished:    . . . . . .
        """;

    // On the direct way nothing lies at the Sở; what was sent back there is drawn anew as on the other way.
    private static readonly YearlyState[] OfTheOtherWay = [YearlyState.Submitted, YearlyState.SentBack];

    [Fact]
    public void EveryState_Action_AndRole_IsAsTheTableSays_ThroughTheDepartment() => Judge(YearlyRoute.ThroughDepartment, Matrix.Of<YearlyState, YearlyAction>(Through));

    [Theory]
    [InlineData(YearlyRoute.OfDepartment)]
    [InlineData(YearlyRoute.WithinCommune)]
    public void EveryState_Action_AndRole_IsAsTheTableSays_Directly(YearlyRoute route) => Judge(route, Matrix.Of<YearlyState, YearlyAction>(Direct, OfTheOtherWay));

    [Fact]
    public void FiguresAreDrawn_WhileItIsDrafted_OrSentBack_ByTheUnitsOwnPeople()
    {
        var figures = Given.Figures(Given.Book1000());
        foreach (var (state, role) in from s in Enum.GetValues<YearlyState>() from r in Enum.GetValues<Role>() select (s, r))
        {
            var report = Given.In(state, YearlyRoute.ThroughDepartment, figures);
            var draws = role is Role.CentreOfficer or Role.CentreAccountant;
            var codes = YearlyMoves.Draw(report, Given.Facts(Given.Centre, figures), Book.Id(), null, Given.Mover(role), TimeProvider.System).Breaches.Select(b => b.Code);
            codes.ShouldBe(!report.IsEditable ? ["yearly.wrong-state"] : draws ? [] : ["yearly.not-allowed"], $"{state} {role}");
            YearlyMoves.MayDraw(report, Given.Centre, Given.Mover(role)).ShouldBe(report.IsEditable && draws, $"{state} {role}");
        }
    }

    [Fact]
    public void WhoDrewTheFigures_TakesNoStepThatJudgesThem_AndWhoSubmitted_DoesNotReview()
    {
        var figures = Given.Figures(Given.Book1000());
        var report = Given.In(YearlyState.Drafting, YearlyRoute.ThroughDepartment, figures);
        Codes(report, YearlyAction.Submit, Role.CentreLeader, figures, Given.Writer).ShouldBe(["yearly.own-work"]);

        var own = Book.Id();
        report.Apply(Move(report, YearlyAction.Submit, Role.CentreLeader, figures, own).Event.ShouldNotBeNull());
        Codes(report, YearlyAction.Forward, Role.DepartmentLeader, figures, own).ShouldBe(["yearly.own-submission"]);
        Codes(report, YearlyAction.Forward, Role.DepartmentLeader, figures, Given.Writer).ShouldBe(["yearly.own-work"]);

        // Whoever judged it does not draw it afterwards.
        var judge = Book.Id();
        report.Apply(Move(report, YearlyAction.Forward, Role.DepartmentLeader, figures, judge).Event.ShouldNotBeNull());
        // Nor appraises it, with whatever other role.
        Codes(report, YearlyAction.Appraise, Role.FinanceOfficer, figures, judge).ShouldBe(["yearly.own-review"]);
        report.Apply(Move(report, YearlyAction.SendBack, Role.FinanceOfficer, figures).Event.ShouldNotBeNull());
        YearlyMoves.Draw(report, Given.Facts(Given.Centre, figures), Book.Id(), null, Given.Mover(Role.CentreOfficer, judge), TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["yearly.judge-draws"]);
    }

    /// <summary>Who finishes × what the province laid down, of a report that the commune's leader submitted.</summary>
    [Theory]
    [InlineData(true, null, "yearly.own-finish")]
    [InlineData(true, YearlyRoute.ThroughDepartment, "yearly.own-finish")]
    [InlineData(true, YearlyRoute.WithinCommune, null)]
    [InlineData(false, null, null)]
    [InlineData(false, YearlyRoute.WithinCommune, null)]
    public void WhoSubmittedWithinTheCommune_FinishesOnlyWhereTheProvinceSaysSo(bool isSubmitter, YearlyRoute? laidDown, string? code)
    {
        var figures = Given.Figures(Given.Book1000());
        var report = Given.In(YearlyState.Appraised, YearlyRoute.WithinCommune, figures);
        var leader = Given.Mover(Role.CommuneLeader, isSubmitter ? report.SubmittedBy : null);
        var codes = YearlyMoves.Of(report, Given.Facts(Given.Commune, figures, laidDown), Book.Id(), Given.Move(YearlyAction.Finish, figures), leader, TimeProvider.System).Breaches.Select(b => b.Code);
        codes.ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public void SentBack_OpensTheNextVersion_AndTheOldOneStays()
    {
        var book = Given.Book1000();
        var old = Given.Figures(book);
        var report = Given.In(YearlyState.SentBack, YearlyRoute.ThroughDepartment, old);
        book.Fill(book.Lines[0], LedgerAccount.Settled, 50);
        var now = Given.Figures(book);
        Given.Draw(report, now, Given.Centre);
        (report.State, report.Round, report.Versions.Count).ShouldBe((YearlyState.Drafting, 2, 2));
        report.Versions.Single(v => v.Number == 1).Figures.Sum(YearlyItem.Settled).ShouldBe(new Dong(700));
        report.Current.Figures.Sum(YearlyItem.Settled).ShouldBe(new Dong(750));
        YearlyDifferences.Between(old, now).Where(d => d.ProjectId is null).Select(d => (d.Item, d.Old, d.New)).ShouldContain((YearlyItem.Settled, new Dong(700), new Dong(750)));

        // Drawn again before it is submitted, the version stays the same one.
        Given.Draw(report, now, Given.Centre);
        report.Round.ShouldBe(2);
    }

    [Theory]
    [InlineData(YearlyState.Drafting, YearlyAction.Submit, Role.CentreLeader, "yearly.figures-moved")]
    [InlineData(YearlyState.Submitted, YearlyAction.Forward, Role.DepartmentLeader, "yearly.figures-moved-later")]
    [InlineData(YearlyState.WithFinance, YearlyAction.Appraise, Role.FinanceOfficer, "yearly.figures-moved-later")]
    [InlineData(YearlyState.Appraised, YearlyAction.Finish, Role.FinanceOfficer, "yearly.figures-moved-later")]
    public void ALedgerThatMoved_ByOneDong_StopsTheStep(YearlyState state, YearlyAction action, Role role, string code)
    {
        var book = Given.Book1000();
        var report = Given.In(state, YearlyRoute.ThroughDepartment, Given.Figures(book));
        book.Post(Book.Of(book.Lines[0], LedgerKind.Withdraw, 1)).ShouldBeEmpty();
        Codes(report, action, role, Given.Figures(book)).ShouldBe([code]);
        Given.Figures(book).Lines.Sum(l => report.Current.Figures.EntriesSince(l.AllocationId, l.Entries)).ShouldBe(1);
        // What was submitted is as it was.
        report.Current.Figures.Sum(YearlyItem.Total).ShouldBe(new Dong(1_000));
    }

    [Fact]
    public void TheAppraisal_NeedsEveryLine_AndAReasonWhereItDiffers()
    {
        var figures = Given.Figures(Given.Book1000());
        var report = Given.In(YearlyState.WithFinance, YearlyRoute.ThroughDepartment, figures);
        Codes(report, Given.Move(YearlyAction.Appraise, YearlyFigures.None), figures).ShouldBe(["yearly.finding-missing"]);
        Codes(report, Given.Move(YearlyAction.Appraise, figures, new(699)), figures).ShouldBe(["yearly.finding-reason"]);
        Codes(report, Given.Move(YearlyAction.Appraise, figures, new(-1), "Lý do"), figures).ShouldBe(["yearly.finding-missing"]);
        Codes(report, Given.Move(YearlyAction.Appraise, figures, new(1_001), "Lý do"), figures).ShouldBe(["yearly.finding-above"]);
        Codes(report, Given.Move(YearlyAction.Appraise, figures) with { DocumentNumber = " ", DocumentDate = null }, figures).ShouldBe(["yearly.document-missing", "yearly.document-date"]);
        report.Apply(YearlyMoves.Of(report, Given.Facts(Given.Centre, figures), Book.Id(), Given.Move(YearlyAction.Appraise, figures, new(699), "Thiếu chứng từ"), Given.Mover(Role.FinanceOfficer), TimeProvider.System).Event.ShouldNotBeNull());
        // Side by side: what was reported stands.
        (report.Current.Figures.Sum(YearlyItem.Settled), report.Current.Findings.Lines.Single().Accepted).ShouldBe((new Dong(700), new Dong(699)));
        Codes(report, Given.Move(YearlyAction.Finish, figures) with { Issuer = null, FileSha = null }, figures).ShouldBe(["yearly.issuer-missing", "yearly.scan-missing"]);
    }

    [Fact]
    public void AYearThatIsNotOver_AndABookThatDoesNotAgree_AreNotSubmitted()
    {
        var figures = Given.Figures(Given.Book1000());
        var coming = YearlySettlement.From(new(Book.Id(), "56", Given.Centre, TimeProvider.System.Today.Year + 1, TimeProvider.System.Today));
        Given.Draw(coming, figures, Given.Centre);
        Codes(coming, YearlyAction.Submit, Role.CentreLeader, figures).ShouldBe(["yearly.not-over"]);
        var report = Given.In(YearlyState.Drafting, YearlyRoute.ThroughDepartment, figures);
        YearlyMoves.Of(report, Given.Facts(Given.Centre, figures, isSound: false), Book.Id(), new(YearlyAction.Submit), Given.Mover(Role.CentreLeader), TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["yearly.unsound"]);
    }

    [Fact]
    public void ACommune_GoesTheWayItsProvinceLaidDown_OrEitherWhereItHasNot()
    {
        var figures = Given.Figures(Given.Book1000());
        var report = Given.In(YearlyState.Drafting, YearlyRoute.WithinCommune, figures);
        var leader = Given.Mover(Role.CommuneLeader);
        YearlyStates.Offered(report, Given.Commune, null, leader).ShouldBe([YearlyAction.Submit, YearlyAction.SubmitToFinance]);
        YearlyStates.Offered(report, Given.Commune, YearlyRoute.ThroughDepartment, leader).ShouldBe([YearlyAction.Submit]);
        YearlyStates.Offered(report, Given.Commune, YearlyRoute.WithinCommune, leader).ShouldBe([YearlyAction.SubmitToFinance]);
        YearlyMoves.Of(report, Given.Facts(Given.Commune, figures, YearlyRoute.ThroughDepartment), Book.Id(), new(YearlyAction.SubmitToFinance), leader, TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["yearly.route-closed"]);

        // Through the Sở the province's people judge it; another commune's never.
        report.Apply(YearlyMoves.Of(report, Given.Facts(Given.Commune, figures), Book.Id(), new(YearlyAction.Submit), leader, TimeProvider.System).Event.ShouldNotBeNull());
        YearlyStates.Offered(report, Given.Commune, null, Given.Mover(Role.DepartmentLeader)).ShouldBe([YearlyAction.Forward, YearlyAction.SendBack]);
        YearlyStates.Offered(report, Given.Commune, null, leader).ShouldBeEmpty();
        var neighbour = new YearlyMover(Plans.Given.Mover(Role.CommuneOfficer, commune: "22000"), null, false);
        neighbour.May(Act.PrepareSettlement, YearlySide.Unit, Given.Commune).ShouldBeFalse();
        YearlySetting.Set(YearlyRoute.WithinCommune, " ", "Người đặt", TimeProvider.System.UtcNow).Breaches.Select(b => b.Code).ShouldBe(["yearly.setting-document"]);
        YearlySetting.Set(null, null, "Người đặt", TimeProvider.System.UtcNow).Event.ShouldNotBeNull().Route.ShouldBeNull();
    }

    private static void Judge(YearlyRoute route, IReadOnlyList<(YearlyState State, YearlyAction Action, string To)> table)
    {
        var figures = Given.Figures(Given.Book1000());
        var unit = Given.Of(route);
        var laidDown = unit.Commune is null ? (YearlyRoute?)null : route;
        foreach (var (state, action, to) in table)
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                var report = Given.In(state, route, figures);
                var allowed = to != "." && Given.Roles(action, state, unit).Contains(role);
                YearlyStates.Offered(report, unit, laidDown, Given.Mover(role)).Contains(action).ShouldBe(allowed, $"{state} {action} {role}");
                var ruling = YearlyMoves.Of(report, Given.Facts(unit, figures, laidDown), Book.Id(), Given.Move(action, figures), Given.Mover(role), TimeProvider.System);
                (ruling.Event?.To.ToString()).ShouldBe(allowed ? to : null, $"{state} {action} {role}");
                if (!allowed)
                {
                    ruling.Breaches.Select(b => b.Code).ShouldBe([to != "." ? "yearly.not-allowed" : unit.Commune is not null && state is YearlyState.Drafting && action is YearlyAction.Submit ? "yearly.route-closed" : "yearly.wrong-state"], $"{state} {action} {role}");
                }
            }
        }
    }

    private static Ruling<YearlyMoved> Move(YearlySettlement report, YearlyAction action, Role role, YearlyFigures now, Guid? user = null) =>
        YearlyMoves.Of(report, Given.Facts(Given.Centre, now), Book.Id(), Given.Move(action, report.Current.Figures), Given.Mover(role, user), TimeProvider.System);

    private static IEnumerable<string> Codes(YearlySettlement report, YearlyAction action, Role role, YearlyFigures now, Guid? user = null) => Move(report, action, role, now, user).Breaches.Select(b => b.Code);

    private static IEnumerable<string> Codes(YearlySettlement report, YearlyMove move, YearlyFigures now) =>
        YearlyMoves.Of(report, Given.Facts(Given.Centre, now), Book.Id(), move, Given.Mover(Role.FinanceOfficer), TimeProvider.System).Breaches.Select(b => b.Code);
}
