using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Tests.Projects;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.FollowUps;

public sealed class FollowUpStateTests
{
    // Rows are states, columns actions in the order of FollowUpAction; '.' refused.
    private const string Expected = """
        AwaitingAnswer: Submitted . . NoAnswer . .
        Submitted:      . Confirmed SentBack . . .
        Confirmed:      . . . . . Confirmed
        SentBack:       Submitted . . NoAnswer . .
        NoAnswer:       . . . . AwaitingAnswer .
        """;

    [Theory]
    [InlineData(Regime.National)]
    [InlineData(Regime.Provincial)]
    [InlineData(Regime.Commune)]
    public void EveryState_Action_AndRole_IsAsTheTableSays(Regime regime)
    {
        // The Centre is a party to the contract; an owner here owns nothing, so that no role answers as one.
        Role[] confirmers = regime is Regime.Commune ? [Role.CommuneLeader, Role.CommuneOfficer] : [Role.CentreLeader, Role.CentreOfficer, Role.DepartmentLeader, Role.DepartmentOfficer];
        Role[] answerers = regime is Regime.Commune
            ? [Role.CommuneLeader, Role.CommuneOfficer, Role.CentreLeader, Role.CentreOfficer, Role.CentreBranchOfficer]
            : [Role.CommuneLeader, Role.CommuneOfficer, Role.CentreLeader, Role.CentreOfficer, Role.CentreBranchOfficer, Role.DepartmentLeader, Role.DepartmentOfficer];
        foreach (var (state, action, cell) in Matrix.Of<FollowUpState, FollowUpAction>(Expected))
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                var sheet = Given.Sheet(state, regime);
                var mover = ProjectGiven.Mover(role);
                var allowed = cell != "." && (action is FollowUpAction.Send ? answerers : confirmers).Contains(role);
                FollowUpStates.Offered(sheet, Given.Units, mover, ProjectGiven.Today).Contains(action).ShouldBe(allowed, $"{state} {action} {role} {regime}");
                if (allowed && action is FollowUpAction.Send)
                {
                    Given.Write(sheet, Given.Text(consent: Given.Consent()), mover);
                }

                var ruling = Given.Move(sheet, action, mover);
                ruling.Codes().ShouldBe(allowed ? [] : [cell == "." ? "followup.wrong-state" : "followup.not-allowed"], $"{state} {action} {role} {regime}");
                if (ruling.Event is { } moved)
                {
                    sheet.Apply(moved);
                }

                sheet.State.ToString().ShouldBe(allowed ? cell : state.ToString());
            }
        }
    }

    [Fact]
    public void AnOwner_AnswersTheirOwn_AndNobodyElses()
    {
        var sheet = Given.Sheet();
        Given.Owner().May(Act.AnswerFollowUp, sheet, Given.Units).ShouldBeTrue();
        ProjectGiven.Mover(Role.EstablishmentOwner, null, ProjectGiven.Commune, Given.Id()).May(Act.AnswerFollowUp, sheet, Given.Units).ShouldBeFalse("another's, though their unit is a party");
        ProjectGiven.Mover(Role.CommuneOfficer, commune: ProjectGiven.Elsewhere).May(Act.AnswerFollowUp, sheet, Given.Units).ShouldBeFalse();
        ProjectGiven.Mover(Role.CentreOfficer, Given.Id()).May(Act.ConfirmFollowUp, sheet, Given.Units).ShouldBeFalse("not a party");
    }

    [Fact]
    public void WhatIsMissing_IsTold_AndABlankRevenueIsNot()
    {
        var sheet = Given.Sheet();
        Given.Write(sheet, Given.Text(use: null) with { Workers = null, Revenue = null, NoPhotoReason = null }, Given.Owner());
        Given.Move(sheet, FollowUpAction.Send, Given.Owner()).Codes().ShouldBe(["followup.workers-missing", "followup.machine-missing"]);
        Given.Write(sheet, Given.Text(MachineUse.Broken) with { NoPhotoReason = null }, Given.Owner());
        Given.Move(sheet, FollowUpAction.Send, Given.Owner()).Codes().ShouldBe(["followup.machine-reason-missing", "followup.photo-missing"]);
        Given.Write(sheet, Given.Text(MachineUse.Sold, "Đã bán") with { NoPhotoReason = null, Revenue = null }, Given.Owner());
        Given.Move(sheet, FollowUpAction.Send, Given.Owner()).Codes().ShouldBeEmpty("what is gone cannot be photographed");
        sheet.HasMissingMachine.ShouldBeTrue();
    }

    [Fact]
    public void OnBehalf_NeedsTheOwnersLeave_AndTheOwnerNeedsNobodys()
    {
        var sheet = Given.Sheet();
        var officer = ProjectGiven.Mover(Role.CommuneOfficer);
        Given.Write(sheet, Given.Text(), officer);
        sheet.IsOnBehalf.ShouldBeTrue();
        Given.Move(sheet, FollowUpAction.Send, officer).Codes().ShouldBe(["followup.consent-missing"]);
        Given.Write(sheet, Given.Text(consent: Given.Consent()), officer);
        Given.Move(sheet, FollowUpAction.Send, officer).Codes().ShouldBeEmpty();
        Given.Write(sheet, Given.Text(consent: Given.Consent()), Given.Owner());
        (sheet.IsOnBehalf, sheet.ConsentGivenBy).ShouldBe((false, null));
        Given.Move(sheet, FollowUpAction.Send, Given.Owner()).Codes().ShouldBeEmpty();
    }

    [Fact]
    public void TooEarly_AndNotYetOverdue_AreRefused()
    {
        var accepted = ProjectGiven.Today.AddMonths(-2);
        var early = Given.Sheet(acceptedOn: accepted);
        early.StandingOn(ProjectGiven.Today).ShouldBe(FollowUpStanding.NotDue);
        Following.Write(early, Given.Units, Given.Text(), [Given.Machine], Given.Owner(), TimeProvider.System).Codes().ShouldBe(["followup.too-early"]);
        Given.Move(early, FollowUpAction.CloseUnanswered, Given.Judge()).Codes().ShouldBe(["followup.not-overdue"]);
        early.StandingOn(early.DueOn).ShouldBe(FollowUpStanding.Due);
        early.StandingOn(early.DueOn.AddDays(1)).ShouldBe(FollowUpStanding.Overdue);
    }

    [Fact]
    public void WhoWrote_OrOwns_DoesNotConfirm()
    {
        var writer = ProjectGiven.Mover(Role.DepartmentOfficer);
        var sheet = Given.Sheet(FollowUpState.Submitted, text: Given.Text(consent: Given.Consent()), writer: writer);
        Given.Move(sheet, FollowUpAction.Confirm, writer).Codes().ShouldBe(["followup.writer-confirms"]);
        Given.Move(sheet, FollowUpAction.Confirm, Given.Judge() with { OtherEstablishments = [ProjectGiven.Establishment] }).Codes().ShouldBe(["followup.own-establishment"]);
        Given.Move(sheet, FollowUpAction.SendBack, Given.Judge(), note: " ").Codes().ShouldBe(["followup.reason-missing"]);
    }

    [Fact]
    public void Confirming_SaysWhatBecameOfTheMoney_AndMisuseIsNotSaidHere()
    {
        var sheet = Given.Sheet(FollowUpState.Submitted, text: Given.Text(MachineUse.Moved, "Chuyển sang xưởng mới"));
        Given.Move(sheet, FollowUpAction.Confirm, Given.Judge(), purpose: null).Codes().ShouldBe(["followup.purpose-missing"]);
        Given.Move(sheet, FollowUpAction.Confirm, Given.Judge(), PurposeFinding.Misused).Codes().ShouldBe(["followup.purpose-missing"]);
        Given.Move(sheet, FollowUpAction.Confirm, Given.Judge(), PurposeFinding.Right, note: null).Codes().ShouldBe(["followup.missing-machine-note"]);
        sheet.Apply(Given.Move(sheet, FollowUpAction.Confirm, Given.Judge(), PurposeFinding.Unsettled).Event.ShouldNotBeNull());
        sheet.Apply(Given.Move(sheet, FollowUpAction.Settle, Given.Judge()).Event.ShouldNotBeNull());
        sheet.MoneyUse.ShouldBe(PurposeFinding.Right);
        Given.Move(sheet, FollowUpAction.Settle, Given.Judge()).Codes().ShouldBe(["followup.wrong-state"]);
    }
}
