using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Tests.Projects;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.FollowUps;

public sealed class FollowUpRuleTests
{
    private static readonly DateOnly Today = ProjectGiven.Today;

    [Fact]
    public void Due_IsTwelveAndTwentyFourMonths_UnlessTheProvinceSaidOtherwiseBefore()
    {
        var accepted = new DateOnly(2026, 8, 31);
        FollowUpDue[] usual = [new(1, 12, new(2027, 8, 31), 2026, 2025), new(2, 24, new(2028, 8, 31), 2027, 2025)];
        FollowUpDue.Of(accepted, []).ShouldBe(usual);
        FollowUpTerm[] terms = [Term(new(2026, 9, 1), 3, 6), Term(new(2026, 1, 1), 6, 18)];
        FollowUpDue.Of(accepted, terms).Select(d => (d.Months, d.DueOn, d.ReportYear)).ShouldBe([(6, new DateOnly(2027, 2, 28), 2026), (18, new DateOnly(2028, 2, 29), 2027)]);
        FollowUpDue.Of(new DateOnly(2025, 12, 31), terms)[0].Months.ShouldBe(12);
    }

    [Fact]
    public void Months_AreSetForwardOnly_WithAReason()
    {
        Set().ShouldBeEmpty();
        Set(first: 0).ShouldBe(["followup.months-outside"]);
        Set(second: 12).ShouldBe(["followup.second-before-first"]);
        Set(second: 121).ShouldBe(["followup.second-before-first"]);
        Set(from: Today.AddDays(-1)).ShouldBe(["followup.term-in-past"]);
        Set(reason: " ").ShouldBe(["followup.reason-missing"]);
        Set(mayRule: false).ShouldBe(["followup.not-allowed"]);
        Set(known: Term(Today, 6, 18)).ShouldBe(["followup.term-twice"]);
    }

    [Fact]
    public void AnotherConclusion_MovesTheDay_ButNotOfWhatIsAnswered()
    {
        var later = Given.Support(acceptedOn: Today.AddMonths(-2));
        var due = FollowUpDue.Of(later.AcceptedOn, [])[0];
        var open = Given.Sheet();
        open.Apply(new FollowUpRebased(later, due, TimeProvider.System.UtcNow));
        (open.DueOn, open.AcceptanceId).ShouldBe((due.DueOn, later.AcceptanceId));
        var answered = Given.Sheet(FollowUpState.Submitted);
        var before = answered.DueOn;
        answered.Apply(new FollowUpRebased(later, due, TimeProvider.System.UtcNow));
        (answered.DueOn, answered.AcceptanceId).ShouldBe((before, later.AcceptanceId));
    }

    [Fact]
    public void Misuse_IsProposedWithADocument_AndConcludedByAnother()
    {
        var sheet = Given.Sheet(FollowUpState.Submitted, text: Given.Text(MachineUse.Sold, "Đã bán"));
        var officer = ProjectGiven.Mover(Role.DepartmentOfficer);
        MisuseJudging.Propose(sheet, Given.Units, new(" ", "", null, null), officer, TimeProvider.System).Codes().ShouldBe(["followup.reason-missing", "misuse.document-missing", "misuse.due"]);
        MisuseJudging.Propose(sheet, Given.Units, Misuse(), ProjectGiven.Mover(Role.CentreOfficer), TimeProvider.System).Codes().ShouldBe(["misuse.not-allowed"]);
        MisuseJudging.Propose(Given.Sheet(), Given.Units, Misuse(), officer, TimeProvider.System).Codes().ShouldBe(["misuse.wrong-state"]);
        sheet.Apply(MisuseJudging.Propose(sheet, Given.Units, Misuse(), officer, TimeProvider.System).Event.ShouldNotBeNull());
        Given.Move(sheet, FollowUpAction.Confirm, Given.Judge(), PurposeFinding.Right).Codes().ShouldBe(["followup.misuse-pending"]);
        MisuseJudging.Judge(sheet, Given.Units, true, null, Given.Id(), officer, TimeProvider.System).Codes().ShouldBe(["misuse.proposer-judges"]);
        MisuseJudging.Judge(sheet, Given.Units, false, " ", null, Given.Judge(), TimeProvider.System).Codes().ShouldBe(["followup.reason-missing"]);
        var inspection = Given.Id();
        sheet.Apply(MisuseJudging.Judge(sheet, Given.Units, true, null, inspection, Given.Judge(), TimeProvider.System).Event.ShouldNotBeNull());
        (sheet.Misuse, sheet.MoneyUse, sheet.MisuseInspectionId).ShouldBe((MisuseState.Confirmed, PurposeFinding.Misused, inspection));
        sheet.Apply(Given.Move(sheet, FollowUpAction.Confirm, Given.Judge(), purpose: null).Event.ShouldNotBeNull());
        sheet.MoneyUse.ShouldBe(PurposeFinding.Misused);
    }

    [Fact]
    public void WhatWasDismissed_MayBeProposedAgain()
    {
        var sheet = Given.Sheet(FollowUpState.Confirmed);
        sheet.Apply(MisuseJudging.Propose(sheet, Given.Units, Misuse(), ProjectGiven.Mover(Role.DepartmentOfficer), TimeProvider.System).Event.ShouldNotBeNull());
        sheet.Apply(MisuseJudging.Judge(sheet, Given.Units, false, "Không đủ căn cứ", null, Given.Judge(), TimeProvider.System).Event.ShouldNotBeNull());
        sheet.Misuse.ShouldBe(MisuseState.Dismissed);
        MisuseJudging.Propose(sheet, Given.Units, Misuse(), ProjectGiven.Mover(Role.DepartmentOfficer), TimeProvider.System).Codes().ShouldBeEmpty();
    }

    [Fact]
    public void Sums_CountAnEstablishmentOnce_AndOnlyConfirmedPairs()
    {
        var (one, other) = (Given.Id(), Given.Id());
        FollowUpFigures[] sheets =
        [
            Figures(one, "k1", Today.AddDays(-30), workers: 10, before: 8, revenue: 500, revenueBefore: 400),
            Figures(one, "k1", Today.AddDays(-10), workers: 12, before: 8, revenue: null, revenueBefore: 400),
            Figures(one, "k2", Today.AddDays(-10), workers: 12, before: 8, revenue: 700, revenueBefore: 400),
            Figures(other, "k1", Today.AddDays(-10), FollowUpState.Submitted, workers: 100, before: 1, revenue: 100, revenueBefore: 1),
            Figures(other, "k1", Today.AddDays(-10), FollowUpState.NoAnswer),
            Figures(other, "k1", Today.AddDays(10), FollowUpState.AwaitingAnswer),
        ];
        var first = FollowUpSums.Of(sheets, Today)[0];
        (first.Content, first.Asked, first.Answered, first.Confirmed, first.NoAnswer).ShouldBe(("k1", 4, 3, 2, 1));
        (first.WithWorkers, first.WorkersBefore, first.Workers, first.WorkersChange).ShouldBe((1, 8L, 12L, 4L));
        (first.WithRevenue, first.RevenueBefore, first.Revenue, first.RevenueChange).ShouldBe((1, new Dong(400), new Dong(500), new Dong(100)));
        var total = FollowUpSums.Total(sheets, Today);
        (total.Asked, total.WithWorkers, total.Workers).ShouldBe((5, 1, 12L));
    }

    private static FollowUpFigures Figures(Guid establishment, string content, DateOnly dueOn, FollowUpState state = FollowUpState.Confirmed, int? workers = null, int? before = null, long? revenue = null, long? revenueBefore = null) => new(
        establishment, content, "Chương trình", dueOn, state, state is FollowUpState.Confirmed ? PurposeFinding.Right : null, workers, before, revenue is { } r ? new Dong(r) : null, revenueBefore is { } b ? new Dong(b) : null);

    private static MisuseText Misuse() => new("Đã bán máy được hỗ trợ", "12/BB-SCT", Today, Today.AddDays(30));

    private static FollowUpTerm Term(DateOnly from, int first, int second) => FollowUpTerm.Of(new(Given.Id(), ProjectGiven.Province, from, first, second, "Theo dõi sớm hơn", null, Given.Id(), TimeProvider.System.UtcNow));

    private static IEnumerable<string> Set(int first = 12, int second = 24, DateOnly? from = null, string reason = "Tỉnh muốn hỏi sớm hơn", bool mayRule = true, FollowUpTerm? known = null) =>
        FollowUpTerm.Set(new(Given.Id(), ProjectGiven.Province, from ?? Today, first, second, reason, null, Given.Id(), TimeProvider.System.UtcNow), known is null ? [] : [known], mayRule, Today).Codes();
}
