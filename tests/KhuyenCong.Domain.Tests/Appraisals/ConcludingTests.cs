using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Tests.Projects;

namespace KhuyenCong.Domain.Tests.Appraisals;

public sealed class ConcludingTests
{
    private static readonly ProposedSupport Whole = new(Provincial: new Dong(200_000_000));

    [Fact]
    public void TheChairSigns_WhatTheVoteSays_WithReasonsAndAmounts()
    {
        var project = Sittings.Dossier();
        var appraisal = Sittings.Voted(project, AppraisalVote.Pass);
        var chair = appraisal.Seat(CouncilRole.Chair);
        Sign(appraisal, project, appraisal.Seat(CouncilRole.DeputyChair).UserId).Codes().ShouldBe(["appraisal.not-presiding"]);
        Sign(appraisal, project, chair.UserId, "ngắn", ProposedSupport.None, "điều kiện thừa").Codes().ShouldBe(["appraisal.reason-short", "appraisal.conditions-idle", "support.proposed-missing"]);
        Sign(appraisal, project, chair.UserId, support: new(Provincial: new Dong(200_000_001))).Codes().ShouldBe(["support.over-asked"]);
        appraisal.Apply(Sign(appraisal, project, chair.UserId).Event!);
        (appraisal.State, appraisal.SignedBy, appraisal.Supported).ShouldBe((AppraisalState.SignedOff, chair.Name, Whole));
        Sign(appraisal, project, chair.UserId).Codes().ShouldBe(["appraisal.wrong-state"]);
    }

    [Fact]
    public void AChairWhoWithdrew_NeedsADeputy_OrSomebodyWhoStandsIn()
    {
        var project = Sittings.Dossier();
        var council = Sittings.ACouncil();
        var withDeputy = Sittings.InCouncil(project, council, found: m => m.Role is CouncilRole.Chair ? ConflictGround.Owner : ConflictGround.None);
        withDeputy.Presiding!.Role.ShouldBe(CouncilRole.DeputyChair);
        var substitute = withDeputy.Seat(CouncilRole.Member, true);
        withDeputy.Apply(Appraising.Substitute(withDeputy, substitute.AppraisalSeatId, withDeputy.Seat(CouncilRole.Chair).AppraisalSeatId, "chủ tịch phải rút", ConflictGround.None, Sittings.Now).Event!);
        withDeputy.Presiding.ShouldBe(substitute);

        var alone = Sittings.InCouncil(project, council, found: m => m.Role is CouncilRole.Chair or CouncilRole.DeputyChair ? ConflictGround.Owner : ConflictGround.None);
        foreach (var seat in alone.Entitled)
        {
            alone.Votes(seat, AppraisalVote.Pass, project);
        }

        alone.Opens();
        Sign(alone, project, alone.Seat(CouncilRole.Secretary).UserId).Codes().ShouldBe(["appraisal.no-chair"]);
    }

    [Fact]
    public void ALeaderConcludes_AsTheCouncilSigned_AndNothingElse()
    {
        var project = Sittings.Dossier();
        var appraisal = Sittings.Voted(project, AppraisalVote.Pass);
        Move(project, appraisal, ProjectAction.ConcludePassed).Codes().ShouldBe(["appraisal.result-missing"]);
        appraisal.Apply(Sign(appraisal, project, appraisal.Seat(CouncilRole.Chair).UserId).Event!);
        Move(project, appraisal, ProjectAction.ConcludeNotPassed).Codes().ShouldBe(["appraisal.result-differs"]);
        var concluded = appraisal.Concludes(project, provincial: 1).Event.ShouldNotBeNull();
        (concluded.Outcome, concluded.Support).ShouldBe((AppraisalVote.Pass, Whole));
        appraisal.Apply(concluded);
        project.Apply(Move(project, appraisal, ProjectAction.ConcludePassed, new AppraisalStanding(true, true)).Event!);
        (project.State, appraisal.Conclusion!.Outcome).ShouldBe((ProjectState.Appraised, AppraisalVote.Pass));
    }

    [Fact]
    public void DoubleSupport_HoldsAPassUp_NotARefusal()
    {
        var project = Sittings.Dossier();
        var appraisal = Sittings.ByStaff(project, Given.Id());
        Staffed(appraisal, project);
        Move(project, appraisal, ProjectAction.ConcludePassed, appraisal.StandingWith(true, null)).Codes().ShouldBe(["appraisal.double-support"]);
        Move(project, appraisal, ProjectAction.ConcludeNotPassed, appraisal.StandingWith(true, null)).Breaches.ShouldBeEmpty();
        Move(project, appraisal, ProjectAction.ConcludePassed, appraisal.StandingWith(false, null)).Breaches.ShouldBeEmpty();
    }

    [Fact]
    public void WhoWrites_IsNotWhoAppraises_IsNotWhoConcludes()
    {
        var project = Sittings.Dossier();
        var leader = Given.Mover(Role.DepartmentLeader);
        var appraisal = Sittings.ByStaff(project, leader.UserId);
        Staffed(appraisal, project);
        Given.Move(project, new(ProjectAction.ConcludePassed, "lý do"), leader, appraisal.StandingWith(false, null)).Codes().ShouldBe(["appraisal.appraiser-concludes"]);
        var writer = leader with { UserId = project.CreatedBy };
        Given.Move(project, new(ProjectAction.ConcludePassed, "lý do"), writer, appraisal.StandingWith(false, null)).Codes().ShouldBe(["appraisal.own-dossier"]);
        Given.Move(Sittings.Dossier(ProjectState.AwaitingAppraisal), new(ProjectAction.StartAppraisal), leader with { OwnEstablishments = [Given.Establishment] }).Codes().ShouldBe(["appraisal.own-dossier"]);
        Given.Move(project, new(ProjectAction.ConcludePassed, "lý do"), leader with { UserId = Given.Id() }, appraisal.StandingWith(false, null)).Breaches.ShouldBeEmpty();
    }

    [Fact]
    public void AgainstTheAppraisersNo_NobodyPasses_AgainstTheirYesTheLeaderMayRefuse()
    {
        var project = Sittings.Dossier();
        var no = Sittings.ByStaff(project, Given.Id());
        Staffed(no, project, AppraisalVote.Fail);
        Move(project, no, ProjectAction.ConcludePassed).Codes().ShouldBe(["appraisal.result-differs"]);
        Move(project, no, ProjectAction.ConcludeNotPassed).Breaches.ShouldBeEmpty();
        var refused = no.Concludes(project, passes: false, provincial: null).Event.ShouldNotBeNull();
        (refused.Outcome, refused.Support).ShouldBe((AppraisalVote.Fail, ProposedSupport.None));
    }

    [Fact]
    public void Conditions_AreFollowed_UntilTheyAreMetWithProof()
    {
        var project = Sittings.Dossier();
        var appraisal = Sittings.ByStaff(project, Given.Id(), conditional: true);
        Staffed(appraisal, project, AppraisalVote.ConditionalPass);
        appraisal.Concludes(project).Codes().ShouldBe(["appraisal.conditions-missing"]);
        appraisal.Apply(appraisal.Concludes(project, conditions: ["Bổ sung báo giá thứ hai", " ", "Chứng minh vốn đối ứng"]).Event!);
        appraisal.Conditions.Count.ShouldBe(2);
        var first = appraisal.Conditions[0].AppraisalConditionId;
        Concluding.Meet(appraisal, first, "", null, Given.Today, "Cán bộ", Sittings.Now).Codes().ShouldBe(["appraisal.proof-missing"]);
        appraisal.Apply(Concluding.Meet(appraisal, first, "Công văn 12/CV", null, Given.Today, "Cán bộ", Sittings.Now).Event!);
        (appraisal.Conditions[0].State, appraisal.Conditions[0].MetBy, appraisal.Conditions[0].Proof).ShouldBe((ConditionState.Met, "Cán bộ", "Công văn 12/CV"));
        Concluding.Meet(appraisal, first, "Lại", null, Given.Today, "Cán bộ", Sittings.Now).Codes().ShouldBe(["appraisal.condition-closed"]);
    }

    [Fact]
    public void WithoutTheProvincesSetting_ThereAreNoConditions()
    {
        var project = Sittings.Dossier();
        var appraisal = Sittings.ByStaff(project, Given.Id());
        Staffed(appraisal, project);
        appraisal.Concludes(project, conditions: ["Một điều kiện"]).Codes().ShouldBe(["appraisal.no-conditional"]);
    }

    [Fact]
    public void AnUndoneConclusion_StaysOnRecord_AndAPlanHoldsItFast()
    {
        var project = Sittings.Dossier();
        var appraisal = Sittings.ByStaff(project, Given.Id(), conditional: true);
        Staffed(appraisal, project, AppraisalVote.ConditionalPass);
        appraisal.Apply(appraisal.Concludes(project, conditions: ["Một điều kiện"]).Event!);
        project.Apply(Move(project, appraisal, ProjectAction.ConcludePassed, new(true, true)).Event!);
        Move(project, appraisal, ProjectAction.UndoConclusion, new(PlanThatHoldsIt: "Kế hoạch 2027")).Codes().ShouldBe(["appraisal.in-plan"]);
        Given.Move(project, new(ProjectAction.UndoConclusion), Given.Mover(Role.DepartmentLeader), AppraisalStanding.None).Codes().ShouldBe(["project.reason-missing"]);
        Concluding.Undo(appraisal, "Lãnh đạo", "ngắn", Sittings.Now).Codes().ShouldBe(["appraisal.reason-short"]);
        appraisal.Apply(Concluding.Undo(appraisal, "Lãnh đạo", "Phát hiện sai sót trong hồ sơ", Sittings.Now).Event!);
        project.Apply(Move(project, appraisal, ProjectAction.UndoConclusion).Event!);
        (project.State, appraisal.State, appraisal.Conclusion).ShouldBe((ProjectState.InAppraisal, AppraisalState.Closed, null));
        appraisal.Conclusions.ShouldHaveSingleItem().UndoneReason.ShouldBe("Phát hiện sai sót trong hồ sơ");
        appraisal.Conditions.ShouldHaveSingleItem().State.ShouldBe(ConditionState.Dropped);
        appraisal.Apply(appraisal.Concludes(project, passes: false, provincial: null).Event!);
        (appraisal.Conclusions.Count, appraisal.Conclusion!.Outcome).ShouldBe((2, AppraisalVote.Fail));
        Concluding.Undo(Sittings.Voted(Sittings.Dossier(), AppraisalVote.Pass), "Lãnh đạo", "Chưa có gì để hủy", Sittings.Now).Codes().ShouldBe(["appraisal.wrong-state"]);
    }

    [Fact]
    public void TheProvincesSetting_AddsUp()
    {
        AppraisalSetting.Set(AppraisalSetting.Suggested, "Lãnh đạo", Sittings.Now).Breaches.ShouldBeEmpty();
        AppraisalSetting.Suggested.Criteria.Sum(c => c.Most).ShouldBe(100);
        AppraisalSetting.Set(AppraisalSetting.Suggested with { QuorumPart = 3, QuorumWhole = 2, Days = 0 }, "Lãnh đạo", Sittings.Now).Codes().ShouldBe(["appraisal.quorum-share", "appraisal.days"]);
        AppraisalSetting.Set(AppraisalSetting.Suggested with { UsesRanking = true, Criteria = [new("a", "Một", 99)] }, "Lãnh đạo", Sittings.Now).Codes().ShouldBe(["appraisal.criteria-sum"]);
    }

    private static void Staffed(Appraisal appraisal, Project project, AppraisalVote vote = AppraisalVote.Pass)
    {
        var seat = appraisal.Seats[0];
        appraisal.Declares(seat.UserId);
        appraisal.Sends(seat.UserId, Sittings.Opinion(vote, vote is AppraisalVote.Fail ? null : 200_000_000), project).Breaches.ShouldBeEmpty();
        appraisal.Opens();
    }

    private static Ruling<ResultSigned> Sign(Appraisal appraisal, Project project, Guid user, string reason = "Hội đồng thống nhất", ProposedSupport? support = null, params string[] conditions) =>
        Concluding.Sign(appraisal, user, reason, support ?? Whole, conditions, Sittings.Caps(project), Sittings.Now);

    private static Ruling<ProjectMoved> Move(Project project, Appraisal appraisal, ProjectAction action, AppraisalStanding? standing = null) =>
        Given.Move(project, new(action, "Lý do đầy đủ"), Given.Mover(Role.DepartmentLeader), standing ?? appraisal.StandingWith(false, null));
}
