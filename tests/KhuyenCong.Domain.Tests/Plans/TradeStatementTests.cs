using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Tests.Projects;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Plans;

/// <summary>A trade that no code tells: proposed by the dossier's writer, confirmed by whoever receives it, counted only then.</summary>
public sealed class TradeStatementTests
{
    [Theory]
    [InlineData(ProjectState.Draft, true)]
    [InlineData(ProjectState.Received, true)]
    [InlineData(ProjectState.Appraised, true)]
    [InlineData(ProjectState.Withdrawn, false)]
    [InlineData(ProjectState.NotPassed, false)]
    [InlineData(ProjectState.Approved, false)]
    [InlineData(ProjectState.Underway, false)]
    [InlineData(ProjectState.Stopped, false)]
    [InlineData(ProjectState.Settled, false)]
    public void ItIsOpen_UntilAPlanApprovedTheProject(ProjectState state, bool isOpen) => TradeStatement.IsOpen(state).ShouldBe(isOpen);

    [Fact]
    public void TheWriterProposes_WithAReason_OncePerGround()
    {
        var project = ProjectGiven.In(ProjectState.Received);
        var writer = ProjectGiven.Mover(Role.CentreOfficer);
        Codes(project, null, Wanted(project), writer).ShouldBeEmpty();
        Codes(project, null, Wanted(project) with { Reason = " " }, writer).ShouldBe(["project.reason-missing"]);
        Codes(project, null, Wanted(project) with { Ground = TradeGround.Mechanics }, writer).ShouldBe(["trade.ground-unknown"]);
        Codes(project, TradeStatement.From(Wanted(project)), Wanted(project), writer).ShouldBe(["trade.stated"]);
        Codes(project, null, Wanted(project), ProjectGiven.Mover(Role.CentreOfficer, ProjectGiven.Id())).ShouldBe(["project.not-allowed"]);
        Codes(project, null, Wanted(project), ProjectGiven.Mover(Role.Auditor)).ShouldBe(["project.not-allowed"]);
    }

    [Fact]
    public void TheReceivingOfficerDecides_NeverTheirOwnDossier_AndATakenBackOneIsProposedAnew()
    {
        var project = ProjectGiven.In(ProjectState.Received);
        var statement = TradeStatement.From(Wanted(project));
        var officer = ProjectGiven.Mover(Role.DepartmentOfficer, ProjectGiven.Id());
        Judged(statement, project, true, ProjectGiven.Mover(Role.CentreOfficer)).Codes().ShouldBe(["project.not-allowed"]);
        Judged(statement, project, true, officer with { UserId = project.CreatedBy }).Codes().ShouldBe(["trade.own-dossier"]);
        Judged(statement, project, true, officer with { UserId = statement.ProposedBy }).Codes().ShouldBe(["trade.own-dossier"]);
        Judged(statement, project, true, officer, "").Codes().ShouldBe(["project.reason-missing"]);
        statement.Apply(Judged(statement, project, true, officer).Event.ShouldNotBeNull());
        (statement.State, statement.DecidedBy).ShouldBe((TradeStatementState.Confirmed, officer.UserId));
        Judged(statement, project, true, officer).Codes().ShouldBe(["trade.decided"]);
        statement.Apply(Judged(statement, project, false, officer).Event.ShouldNotBeNull());
        Judged(statement, project, true, officer).Codes().ShouldBe(["trade.decided"]);
        var again = TradeStatement.Propose(project, statement, Wanted(project), ProjectGiven.Mover(Role.CentreOfficer)).Event.ShouldNotBeNull();
        statement.Apply(again);
        (statement.State, statement.DecidedBy, statement.DeciderReason).ShouldBe((TradeStatementState.Proposed, null, null));
    }

    [Theory]
    [InlineData(TradeGround.SupportingIndustry, 1)]
    [InlineData(TradeGround.FarmChemicals, 1)]
    [InlineData(TradeGround.Export, 0)]
    public void OnlyAConfirmedOne_GivesAPlace_InTheGroupThatTheLawPutsItIn(TradeGround ground, int trade)
    {
        var project = ProjectGiven.In(ProjectState.Received);
        var facts = new PriorityFacts(ProjectKind.Provincial, false, null, [], []);
        var statement = TradeStatement.From(Wanted(project) with { Ground = ground });
        Place().ShouldBe(PriorityOrder.NoTrade);
        statement.Apply(Judged(statement, project, true, ProjectGiven.Mover(Role.DepartmentOfficer, ProjectGiven.Id())).Event.ShouldNotBeNull());
        Place().ShouldBe(trade);
        PriorityOrder.Of(facts.With([statement]), []).Trade.ShouldBe(PriorityOrder.NoTrade);

        int Place() => PriorityOrder.Of(facts.With([statement]), PriorityOrder.RuleCodes).Trade;
    }

    private static TradeProposed Wanted(Project project) => new(ProjectGiven.Id(), ProjectGiven.Province, project.ProjectId, TradeGround.SupportingIndustry, "Linh kiện trong danh mục (dữ liệu minh họa)", null, ProjectGiven.Id(), "Người lập Minh Họa", TimeProvider.System.UtcNow);

    private static string[] Codes(Project project, TradeStatement? stated, TradeProposed wanted, ProjectMover mover) => [.. TradeStatement.Propose(project, stated, wanted, mover).Codes()];

    private static Ruling<TradeDecided> Judged(TradeStatement statement, Project project, bool confirms, ProjectMover mover, string reason = "Đúng danh mục") =>
        TradeStatement.Judge(statement, project, new(statement.TradeStatementId, confirms, reason, mover.UserId, "Cán bộ Minh Họa", TimeProvider.System.UtcNow), mover);
}
