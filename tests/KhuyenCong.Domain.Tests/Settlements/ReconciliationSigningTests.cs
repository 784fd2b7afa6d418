using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Settlements;
using PlanGiven = KhuyenCong.Domain.Tests.Plans.Given;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Settlements;

public sealed class ReconciliationSigningTests
{
    private static readonly Guid Holder = ProjectGiven.Id();
    private static readonly ReconciledFigure Figure = new(ProjectGiven.Id(), ProjectGiven.Id(), ProjectGiven.Id(), "01/HĐ", "KCDP", new(200), Dong.Zero, Dong.Zero, Dong.Zero, new(150), Dong.Zero, new(50));
    private static readonly ReconciliationText Text = new(Holder, null, ProjectGiven.Today.Year, ProjectGiven.Today, "a-b", "Sở (dữ liệu minh họa)", "Cơ sở (dữ liệu minh họa)", [Figure]);

    [Fact]
    public void TwoNamedParties_UpToADayThatIsThere_Once()
    {
        Codes(Text).ShouldBeEmpty();
        Codes(null).ShouldBe(["reconciliation.parties-missing"]);
        Codes(Text with { Figures = [] }).ShouldBe(["reconciliation.parties-missing"]);
        Codes(Text with { AsOf = ProjectGiven.Today.AddDays(1) }).ShouldBe(["reconciliation.day-to-come"]);
        Codes(Text, isKept: true).ShouldBe(["reconciliation.kept"]);
    }

    [Fact]
    public void WhoPreparesNoSettlement_OrWorksOnOthersLines_IsRefused()
    {
        Codes(Text, mover: PlanGiven.Mover(Role.Auditor)).ShouldBe(["settlement.not-allowed"]);
        Codes(Text with { CommuneCode = ProjectGiven.Commune }).ShouldBe(["settlement.not-allowed"]);
        Codes(Text with { CommuneCode = ProjectGiven.Commune }, mover: PlanGiven.Mover(Role.CommuneAccountant)).ShouldBeEmpty();
        Codes(Text, mover: PlanGiven.Mover(Role.CentreOfficer) with { Bodies = new HashSet<Guid> { ProjectGiven.Id() } }).ShouldBe(["plan.other-holder"]);
        Codes(Text, mover: PlanGiven.Mover(Role.CentreOfficer) with { Bodies = new HashSet<Guid> { Holder } }).ShouldBeEmpty();
    }

    [Fact]
    public void WhatTheLedgerSaysOtherwise_IsNamed_AndNothingElse()
    {
        var signed = SignedReconciliation.From(new(ProjectGiven.Id(), ProjectGiven.Province, Text, "sha", "ban-ky.pdf", TimeProvider.System.UtcNow, ProjectGiven.Id(), TimeProvider.System.UtcNow));
        signed.Differing([Figure with { }]).ShouldBeEmpty();
        signed.Differing([Figure with { Settled = new(149) }]).ShouldBe([Figure]);
        signed.Differing([]).ShouldBe([Figure]);
        var another = Figure with { ContractId = ProjectGiven.Id() };
        signed.Differing([Figure, another]).ShouldBe([another]);
    }

    /// <summary>The sheet names the second that its figures were drawn in: not before its day begins, nor after now.</summary>
    [Fact]
    public void TheMomentOfTheFigures_IsOneThatTheSheetCanHave()
    {
        var now = ProjectGiven.Today.StartUtc().AddHours(9);
        Codes(now).ShouldBeEmpty();
        Codes(now.AddSeconds(1)).ShouldBeEmpty("the second that now falls into");
        Codes(now.AddSeconds(2)).ShouldBe(["reconciliation.moment-to-come"]);
        Codes(ProjectGiven.Today.StartUtc()).ShouldBeEmpty();
        Codes(ProjectGiven.Today.StartUtc().AddSeconds(-1)).ShouldBe(["reconciliation.moment-before-day"]);
        Codes(null).ShouldBe(["reconciliation.moment-missing"]);

        IEnumerable<string> Codes(DateTime? moment) => ReconciliationSigning.MomentFaults(moment, ProjectGiven.Today, now).Select(b => b.Code);
    }

    private static IEnumerable<string> Codes(ReconciliationText? text, bool isKept = false, PlanMover? mover = null) =>
        ReconciliationSigning.Faults(text, isKept, mover ?? PlanGiven.Mover(Role.DepartmentOfficer), ProjectGiven.Today).Select(b => b.Code);
}
