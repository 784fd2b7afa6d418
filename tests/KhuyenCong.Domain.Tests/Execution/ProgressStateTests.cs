using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Tests.Projects;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Execution;

public sealed class ProgressStateTests
{
    // Rows are states, columns actions in the order of ProgressAction; '.' refused.
    private const string Expected = """
        Drafting:  Submitted . .
        Submitted: . Confirmed SentBack
        Confirmed: . . .
        SentBack:  Submitted . .
        """;

    private static readonly Role[] Reporters = [Role.EstablishmentOwner, Role.Artisan, Role.ClusterInvestor, Role.Association, Role.CommuneOfficer, Role.CentreLeader, Role.CentreOfficer, Role.CentreBranchOfficer];

    [Theory]
    [InlineData(Regime.National)]
    [InlineData(Regime.Provincial)]
    [InlineData(Regime.Commune)]
    public void EveryState_Action_AndRole_IsAsTheTableSays(Regime regime)
    {
        // The Sở where it wrote the dossier for its owner; a commune's own projects are the commune's.
        Role[] reporters = regime is Regime.Commune ? Reporters : [.. Reporters, Role.DepartmentOfficer];
        Role[] confirmers = regime is Regime.Commune ? [Role.CommuneLeader, Role.CommuneOfficer] : [Role.DepartmentLeader, Role.DepartmentOfficer];
        foreach (var (state, action, cell) in Matrix.Of<ProgressReportState, ProgressAction>(Expected))
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                var of = Given.Contract(regime);
                var report = Given.Report(of, state);
                var mover = ProjectGiven.Mover(role);
                var allowed = cell != "." && (action is ProgressAction.Send ? reporters : confirmers).Contains(role);
                ProgressStates.Offered(report, of, mover).Contains(action).ShouldBe(allowed, $"{state} {action} {role} {regime}");
                var ruling = Given.Move(report, of, action, mover);
                ruling.Codes().ShouldBe(allowed ? [] : [cell == "." ? "progress.wrong-state" : "progress.not-allowed"], $"{state} {action} {role} {regime}");
                if (ruling.Event is { } moved)
                {
                    report.Apply(moved);
                }

                report.State.ToString().ShouldBe(allowed ? cell : state.ToString());
            }
        }
    }

    [Fact]
    public void WhoWrote_DoesNotConfirm_AndStrangersDoNotReport()
    {
        var of = Given.Contract(Regime.Commune);
        var writer = Given.Reporter(Regime.Commune);
        var report = Given.Report(of, ProgressReportState.Submitted, writer: writer);
        Given.Move(report, of, ProgressAction.Confirm, writer).Codes().ShouldBe(["progress.writer-confirms"]);
        var stranger = ProjectGiven.Mover(Role.CentreOfficer, unit: Given.Id());
        ProgressStates.May(stranger, Act.ReportProgress, Given.Contract()).ShouldBeFalse();
        ProgressStates.May(ProjectGiven.Mover(Role.CommuneOfficer, unit: Given.Id(), commune: ProjectGiven.Elsewhere), Act.ReportProgress, of).ShouldBeFalse();
        ProgressStates.May(ProjectGiven.Mover(Role.DepartmentLeader), Act.ConfirmProgress, of).ShouldBeFalse("a commune's own project");
    }

    /// <summary>An owner without an account has nobody else to report for them.</summary>
    [Fact]
    public void TheSo_ReportsOnWhatItWroteForAnOwner_AndNotBecauseItIsPartyA()
    {
        var of = Given.Contract();
        var writer = ProjectGiven.Mover(Role.DepartmentOfficer);
        ProgressStates.May(writer, Act.ReportProgress, of).ShouldBeTrue();
        var report = Given.Report(of, ProgressReportState.Submitted, writer: writer);
        Given.Move(report, of, ProgressAction.Confirm, writer).Codes().ShouldBe(["progress.writer-confirms"]);
        Given.Move(report, of, ProgressAction.Confirm, ProjectGiven.Mover(Role.DepartmentOfficer)).Codes().ShouldBeEmpty();

        var partyA = Given.Id();
        ProgressStates.May(ProjectGiven.Mover(Role.DepartmentOfficer, unit: partyA), Act.ReportProgress, of with { Units = [partyA] }).ShouldBeFalse();
        ProgressStates.May(ProjectGiven.Mover(Role.DepartmentLeader), Act.ReportProgress, of).ShouldBeFalse();
    }

    [Fact]
    public void TheCommuneOfTheSite_ReportsForAnOwnerWithoutAccount_WithTheConsentOnRecord()
    {
        var of = Given.Contract() with { EstablishmentId = ProjectGiven.Establishment, IsOwnerWithoutAccount = true };
        of.Project.ConsentGivenBy.ShouldNotBeNull();
        var commune = of.Project.Beneficiaries[0].CommuneCode ?? of.Project.CommuneCode!;
        var officer = ProjectGiven.Mover(Role.CommuneOfficer, unit: Given.Id(), commune: commune);
        ProgressStates.May(officer, Act.ReportProgress, of).ShouldBeTrue();
        ProgressStates.May(officer, Act.ConfirmProgress, of).ShouldBeFalse("the Sở confirms it");
        ProgressStates.May(officer, Act.ReportProgress, of with { IsOwnerWithoutAccount = false }).ShouldBeFalse("the owner reports");
        ProgressStates.May(officer, Act.ReportProgress, of with { EstablishmentId = Given.Id() }).ShouldBeFalse("another is the party");
        ProgressStates.May(ProjectGiven.Mover(Role.CommuneOfficer, unit: Given.Id(), commune: ProjectGiven.Elsewhere), Act.ReportProgress, of).ShouldBeFalse();
        ProgressStates.May(ProjectGiven.Mover(Role.CommuneLeader, unit: Given.Id(), commune: commune), Act.ReportProgress, of).ShouldBeFalse();
        var without = ProjectGiven.Project(ProjectGiven.Text() with { Consent = null });
        ProgressStates.May(officer, Act.ReportProgress, of with { Project = without }).ShouldBeFalse("nobody agreed");
    }

    [Fact]
    public void WhoHasTheSupport_DoesNotConfirmIt()
    {
        var of = Given.Contract();
        var report = Given.Report(of, ProgressReportState.Submitted);
        var owner = ProjectGiven.Mover(Role.DepartmentOfficer) with { OtherEstablishments = [ProjectGiven.Establishment] };
        Given.Move(report, of, ProgressAction.Confirm, owner).Codes().ShouldBe(["progress.own-establishment"]);
    }

    [Fact]
    public void SendingBack_NeedsAReason_AndBeingSentBackIsNotLate()
    {
        var of = Given.Contract();
        var report = Given.Report(of, ProgressReportState.Submitted);
        ProgressWriting.Move(report, of, Given.Id(), ProgressAction.SendBack, " ", [], Given.Judge(), TimeProvider.System).Codes().ShouldBe(["progress.reason-missing"]);
        var first = report.FirstSubmittedOn;
        report.Apply(Given.Move(report, of, ProgressAction.SendBack, Given.Judge()).Event.ShouldNotBeNull());
        report.Apply(Given.Move(report, of, ProgressAction.Send, Given.Reporter()).Event.ShouldNotBeNull());
        report.FirstSubmittedOn.ShouldBe(first);
    }

    /// <summary>What was signed is not what is sent, unless somebody says why.</summary>
    [Fact]
    public void AScan_IsOlderThanWhatWasWrittenAfterASendBack_UntilItIsReplacedOrExplained()
    {
        var of = Given.Contract();
        var writer = Given.Reporter();
        var report = Given.Report(of, ProgressReportState.SentBack, writer: writer);
        Scan(report);
        report.Apply(Written(report, 500));
        report.IsScanOlder.ShouldBeFalse("nothing was changed");
        report.Apply(Written(report, 600));
        report.IsScanOlder.ShouldBeTrue();
        Send(" ").Codes().ShouldBe(["progress.scan-older"]);
        report.Apply(Send("Bản ký chỉ sai một chữ").Event.ShouldNotBeNull());
        ProgressWriting.Move(report, of, Given.Id(), ProgressAction.Confirm, null, [], Given.Judge(), TimeProvider.System).Codes().ShouldBe(["progress.scan-older"]);
        report.Apply(Given.Move(report, of, ProgressAction.SendBack, Given.Judge()).Event.ShouldNotBeNull());
        Scan(report);
        report.IsScanOlder.ShouldBeFalse();
        Send(null).Codes().ShouldBeEmpty();

        ProgressWritten Written(ProgressReport report, long done) => ProgressWriting.Write(report, of, Given.Text(of, done), writer, TimeProvider.System).Event.ShouldNotBeNull();
        void Scan(ProgressReport report) => report.Apply(new ProgressScanned(new('a', 64), "ban-ky.pdf", "application/pdf", writer.UserId, TimeProvider.System.UtcNow));
        Ruling<ProgressMoved> Send(string? note) => ProgressWriting.Move(report, of, Given.Id(), ProgressAction.Send, note, [], writer, TimeProvider.System);
    }

    [Fact]
    public void OnlyARunningContract_AndOneReportAMonth()
    {
        var today = ProjectGiven.Today;
        Open(Given.Contract(), today).ShouldBeEmpty();
        Open(Given.Contract(isRunning: false), today).ShouldBe(["progress.contract-not-running"]);
        Open(Given.Contract(), today.AddMonths(1)).ShouldBe(["progress.month-outside"]);
        Open(Given.Contract(), Given.Signed.AddMonths(-1)).ShouldBe(["progress.month-outside"]);
        Open(Given.Contract(), today, isTaken: true).ShouldBe(["progress.month-taken"]);
        var ended = Given.Contract(isRunning: false);
        Given.Move(Given.Report(ended), ended, ProgressAction.Send, Given.Reporter()).Codes().ShouldBe(["progress.contract-not-running"]);
    }

    private static IEnumerable<string> Open(ReportedContract of, DateOnly month, bool isTaken = false) => ProgressWriting.Open(
        new(Given.Id(), ProjectGiven.Province, of.ContractId, of.Project.ProjectId, of.Regime, of.TerritoryCode, month.Year, month.Month, ProjectGiven.Today), of, Given.Reporter(), isTaken, ProjectGiven.Today).Codes();
}
