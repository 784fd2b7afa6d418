using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Contracts;

public sealed class ContractRuleTests
{
    [Theory]
    [InlineData(Given.Approved, null)]
    [InlineData(Given.Approved + 1, "contract.above-approved")]
    public void Nothing_IsBoundThatWasNotApproved_ByOneDong(long amount, string? code)
    {
        var ground = Given.Ground();
        var contract = Given.Draft(ground, Given.Text(ground, amount));
        Given.Move(contract, ground, ContractAction.Propose, Given.Writer(Regime.Provincial)).Codes().ShouldBe(code is null ? [] : [code]);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "contract.signed-in-future")]
    [InlineData(-1, "contract.signed-before-decision")]
    public void TheDayOfSigning_IsFromTheDecisionToToday(int days, string? code)
    {
        var ground = Given.Ground();
        var contract = Given.In(ContractState.Proposed, ground);
        Given.Move(contract, ground, ContractAction.Sign, Given.Signer(Regime.Provincial), Given.Today.AddDays(days)).Codes().ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public void Signing_DrawsOnTheLineOfThePlan_AndCommits()
    {
        var ground = Given.Ground();
        var contract = Given.In(ContractState.Proposed, ground);
        var signed = Given.Move(contract, ground, ContractAction.Sign, Given.Signer(Regime.Provincial)).Event.ShouldNotBeNull();
        var posting = ContractMoves.Commits(contract, signed, Given.Id).ShouldHaveSingleItem();
        posting.Amount.ShouldBe(new Dong(Given.Approved));
        posting.ContractId.ShouldBe(contract.ContractId);
        posting.ProjectId.ShouldBe(contract.ProjectId);
        contract.Apply(signed);
        contract.Amounts.ShouldHaveSingleItem().AllocationId.ShouldBe(posting.AllocationId);
    }

    [Fact]
    public void AStoppedProject_GetsNoContract()
    {
        var ground = Given.Ground();
        ground.Project.Apply(ProjectMoves.ByPlan(ground.Project, Given.Id(), ProjectAction.StopInPlan, "QĐ", Given.Id(), TimeProvider.System));
        ContractWriting.Draft(Given.Id(), ContractKind.Support, Given.Text(ground), ground, Given.Writer(Regime.Provincial), Given.Id, TimeProvider.System).Codes().ShouldBe(["contract.not-approved"]);
    }

    [Fact]
    public void OnlyABeneficiary_IsSupported_ByTheBodyThatMay()
    {
        var ground = Given.Ground();
        var text = Given.Text(ground) with { PartyBEstablishmentId = Given.Id() };
        ContractWriting.Draft(Given.Id(), ContractKind.Support, text, ground, Given.Writer(Regime.Provincial), Given.Id, TimeProvider.System).Codes().ShouldBe(["contract.not-beneficiary"]);
        var treasury = ground with { PartyA = ground.PartyA! with { Kind = OrganisationKind.Treasury } };
        ContractWriting.Draft(Given.Id(), ContractKind.Support, Given.Text(ground), treasury, Given.Writer(Regime.Provincial), Given.Id, TimeProvider.System).Codes().ShouldBe(["contract.party-a-unfit"]);
        ContractWriting.Draft(Given.Id(), ContractKind.Agency, Given.Text(ground), ground, Given.Writer(Regime.Provincial), Given.Id, TimeProvider.System).Codes().ShouldContain("contract.kind-of-another-regime");
    }

    [Fact]
    public void APart_StaysWithinItsParent_AndBindsNothing()
    {
        var ground = Given.Ground(Regime.National);
        var parent = Given.In(ContractState.Signed, ground);
        var below = ground with
        {
            Parent = parent,
            PartyA = ground.PartyB,
            PartyB = null,
            Room = new Dictionary<string, Dong> { [FundingSource.National.Code] = new(50_000_000) },
        };
        var text = Given.Text(below, 50_000_001) with { PartyBEstablishmentId = below.Project.Beneficiaries[0].EstablishmentId };
        var part = Contract.From(ContractWriting.Draft(Given.Id(), ContractKind.Support, text, below, Given.Writer(Regime.National), Given.Id, TimeProvider.System).Event.ShouldNotBeNull());
        part.CommitsMoney.ShouldBeFalse();
        Given.Move(part, below, ContractAction.Propose, Given.Writer(Regime.National)).Codes().ShouldBe(["contract.above-parent"]);
    }

    [Fact]
    public void AUsedContract_IsNotCancelled()
    {
        var ground = Given.Ground();
        var contract = Given.In(ContractState.Signed, ground);
        Given.Move(contract, ground with { IsUsed = true }, ContractAction.Cancel, Given.Signer(Regime.Provincial)).Codes().ShouldBe(["contract.in-use"]);
    }

    [Fact]
    public void AnAmendment_TellsWhatItChanges_AndBindsTheDifference()
    {
        var ground = Given.Ground();
        var contract = Given.In(ContractState.Signed, ground, Given.Text(ground, 150_000_000));
        var after = contract.Text with { EndsOn = Given.Today.AddDays(200), Amounts = [new("KCDP", new(Given.Approved))] };
        var proposed = ContractAmending.Propose(contract, after, "Gia hạn", ground, Given.Id(), Given.Writer(Regime.Provincial), TimeProvider.System).Event.ShouldNotBeNull();
        proposed.Changes.Select(c => (c.Field, c.Before, c.After)).ShouldContain(("Amount:KCDP", "150.000.000 đ", "200.000.000 đ"));
        proposed.Text.Bank.ShouldBeNull();
        contract.Apply(proposed);
        var amendment = contract.OpenAmendment.ShouldNotBeNull();
        ContractAmending.Sign(contract, amendment, Given.Today, ground, Given.Mover(Role.CentreLeader, Given.Drafter), Given.Id, TimeProvider.System).Codes().ShouldBe(["contract.drafter-signs"]);
        var signed = ContractAmending.Sign(contract, amendment, Given.Today, ground, Given.Signer(Regime.Provincial), Given.Id, TimeProvider.System).Event.ShouldNotBeNull();
        ContractAmending.Postings(contract, signed, Given.Today, Given.Id).ShouldHaveSingleItem().Amount.ShouldBe(new Dong(50_000_000));
        contract.Apply(signed);
        contract.Total.ShouldBe(new Dong(Given.Approved));
        contract.EndsOn.ShouldBe(Given.Today.AddDays(200));
        contract.Bank!.Number.ShouldBe("0000000001");
        amendment.Number.ShouldBe("01/HĐ-KC/PL01");
    }

    // 150 triệu contracted, 120 of it accepted: lowered to what was accepted, and not one đồng below; where more was accepted than is contracted, the way up stays open.
    [Theory]
    [InlineData(120_000_000, 120_000_000, null)]
    [InlineData(119_999_999, 120_000_000, "contract.amendment-below-accepted")]
    [InlineData(160_000_000, 170_000_000, null)]
    public void AnAmendment_DoesNotGoBelowWhatWasAccepted(long amount, long accepted, string? code)
    {
        var ground = Given.Ground();
        var contract = Given.In(ContractState.Signed, ground, Given.Text(ground, 150_000_000));
        ground = ground with { Accepted = new Dictionary<string, Dong> { ["KCDP"] = new(accepted) } };
        var after = contract.Text with { Amounts = [new("KCDP", new(amount))] };
        ContractAmending.Propose(contract, after, "Giảm khối lượng", ground, Given.Id(), Given.Writer(Regime.Provincial), TimeProvider.System).Codes().ShouldBe(code is null ? [] : [code]);
        contract.Apply(new AmendmentProposed(Given.Id(), "Giảm khối lượng", after with { Bank = null }, [], Given.Drafter, TimeProvider.System.UtcNow));
        ContractAmending.Sign(contract, contract.OpenAmendment!, Given.Today, ground, Given.Signer(Regime.Provincial), Given.Id, TimeProvider.System).Codes().ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public void WhatWasSigned_IsKept_ThroughAmendmentsAndAnotherAccount()
    {
        var ground = Given.Ground();
        var contract = Given.In(ContractState.Signed, ground, Given.Text(ground, 150_000_000));
        var signed = contract.Text;
        ContractVersions.IsChanged(contract).ShouldBeFalse();
        foreach (var (amount, days) in new[] { (Given.Approved, 200), (180_000_000, 300) })
        {
            var after = contract.Text with { EndsOn = Given.Today.AddDays(days), Amounts = [new("KCDP", new(amount))] };
            contract.Apply(ContractAmending.Propose(contract, after, "Gia hạn", ground, Given.Id(), Given.Writer(Regime.Provincial), TimeProvider.System).Event.ShouldNotBeNull());
            contract.Apply(ContractAmending.Sign(contract, contract.OpenAmendment!, Given.Today, ground, Given.Signer(Regime.Provincial), Given.Id, TimeProvider.System).Event.ShouldNotBeNull());
        }

        var change = Given.Id();
        contract.Apply(new BankChangeAsked(change, new(new("0000000077", "Ngân hàng khác", "Chủ tài khoản minh họa"), "Đổi ngân hàng", "CV 5"), Given.Drafter, TimeProvider.System.UtcNow));
        contract.Apply(new BankChangeDecided(change, true, null, Given.Id(), TimeProvider.System.UtcNow));
        ContractVersions.IsChanged(contract).ShouldBeTrue();
        contract.Total.ShouldBe(new Dong(180_000_000));
        var before = ContractVersions.AsSigned(contract).ShouldNotBeNull();
        (before.Total, before.EndsOn, before.Bank?.Number).ShouldBe((new Dong(150_000_000), signed.EndsOn, "0000000001"));
    }

    /// <summary>A form may be sent with any name in it: it is told, and never thrown over.</summary>
    [Fact]
    public void ASourceThatNobodyKnows_IsToldOfInAnAmendmentToo()
    {
        var ground = Given.Ground();
        var contract = Given.In(ContractState.Signed, ground);
        var after = contract.Text with { Amounts = [.. contract.Text.Amounts, new("KHONG-CO", new(1))] };
        ContractAmending.Propose(contract, after, "Lý do", ground, Given.Id(), Given.Writer(Regime.Provincial), TimeProvider.System).Codes().ShouldContain("contract.source-unknown");
    }

    [Fact]
    public void AnAmendment_IsNotSignedBeforeTheOneBeforeIt()
    {
        var ground = Given.Ground();
        var contract = Given.In(ContractState.Signed, ground);
        contract.Apply(new AmendmentProposed(Given.Id(), "Gia hạn", contract.Text with { Bank = null, EndsOn = Given.Today.AddDays(200) }, [], Given.Drafter, TimeProvider.System.UtcNow));
        contract.Apply(new AmendmentSigned(contract.OpenAmendment!.ContractAmendmentId, "01/HĐ-KC/PL01", Given.Today, [], new Dictionary<string, Guid>(), new Dictionary<string, Guid>(), Given.Id(), TimeProvider.System.UtcNow));
        contract.Apply(new AmendmentProposed(Given.Id(), "Gia hạn lần nữa", contract.Text with { Bank = null, EndsOn = Given.Today.AddDays(300) }, [], Given.Drafter, TimeProvider.System.UtcNow));
        var second = contract.OpenAmendment.ShouldNotBeNull();
        ContractAmending.Sign(contract, second, Given.Today.AddDays(-1), ground, Given.Signer(Regime.Provincial), Given.Id, TimeProvider.System).Codes().ShouldContain("contract.amended-before-last");
        ContractAmending.Sign(contract, second, Given.Today, ground, Given.Signer(Regime.Provincial), Given.Id, TimeProvider.System).Codes().ShouldBeEmpty();
    }

    [Fact]
    public void AnAmendment_ThatChangesNothing_OrThePayee_IsRefused()
    {
        var ground = Given.Ground();
        var contract = Given.In(ContractState.Signed, ground);
        ContractAmending.Propose(contract, contract.Text, "Lý do", ground, Given.Id(), Given.Writer(Regime.Provincial), TimeProvider.System).Codes().ShouldBe(["contract.amendment-empty"]);
        ContractAmending.Propose(contract, contract.Text with { PartyBEstablishmentId = Given.Id(), PartyB = "Khác" }, "Lý do", ground, Given.Id(), Given.Writer(Regime.Provincial), TimeProvider.System).Codes().ShouldContain("contract.amendment-other-party");
    }

    [Fact]
    public void AnotherAccount_IsAskedForByOne_AndConfirmedByAnother()
    {
        var contract = Given.In(ContractState.Signed, Given.Ground());
        var asker = Given.Writer(Regime.Provincial);
        var asked = BankChanging.Ask(contract, new(new("0000 000.002", "Ngân hàng khác", "Chủ tài khoản minh họa"), "Đổi ngân hàng", "CV 1"), Given.Id(), asker, TimeProvider.System).Event.ShouldNotBeNull();
        contract.Apply(asked);
        var change = contract.OpenBankChange.ShouldNotBeNull();
        contract.Bank!.Number.ShouldBe("0000000001");
        BankChanging.Judge(contract, change, true, null, Given.Mover(Role.CentreLeader, asker.UserId), TimeProvider.System).Codes().ShouldBe(["contract.bank-own-request"]);
        contract.Apply(BankChanging.Judge(contract, change, true, null, Given.Signer(Regime.Provincial), TimeProvider.System).Event.ShouldNotBeNull());
        contract.Bank.Number.ShouldBe("0000000002");
        contract.OpenBankChange.ShouldBeNull();
    }

    [Theory]
    [InlineData(Regime.National, "k4", SelectionMethod.Review, true)]
    [InlineData(Regime.National, "k4", SelectionMethod.Tender, false)]
    [InlineData(Regime.National, "k3", null, false)]
    [InlineData(Regime.Provincial, "k4", null, false)]
    public void ATender_IsRemindedOf_WhereTheRuleMayAskForIt(Regime regime, string content, SelectionMethod? selection, bool reminds) =>
        TenderAdvice.Asks(ContractKind.Agency, regime, content, selection).ShouldBe(reminds);

    [Theory]
    [InlineData(ContractKind.Agency, null, true)]
    [InlineData(ContractKind.Agency, SelectionMethod.Other, false)]
    [InlineData(ContractKind.Assignment, null, false)]
    [InlineData(ContractKind.Support, null, false)]
    public void HowTheUnitWasChosen_IsAskedForUntilItIsRecorded(ContractKind kind, SelectionMethod? selection, bool isUnsaid) => TenderAdvice.IsStillUnsaid(kind, selection).ShouldBe(isUnsaid);

    /// <summary>A tender is nobody's to force; that the way of choosing is on record is.</summary>
    [Theory]
    [InlineData(ContractKind.Agency, Regime.National, "k4", null, null, "contract.selection-missing")]
    [InlineData(ContractKind.Assignment, Regime.National, "k6", null, null, "contract.selection-missing")]
    [InlineData(ContractKind.Agency, Regime.National, "k7", SelectionMethod.Review, null, "contract.selection-basis-missing")]
    [InlineData(ContractKind.Supply, Regime.National, "k4", SelectionMethod.Direct, null, "contract.selection-basis-missing")]
    [InlineData(ContractKind.Agency, Regime.National, "k4", SelectionMethod.Review, "01/QĐ", null)]
    [InlineData(ContractKind.Agency, Regime.National, "k4", SelectionMethod.Tender, null, null)]
    [InlineData(ContractKind.Agency, Regime.National, "k3", null, null, null)]
    [InlineData(ContractKind.Support, Regime.National, "k4", null, null, null)]
    [InlineData(ContractKind.Assignment, Regime.Provincial, "k4", null, null, null)]
    public void HowTheOtherPartyWasChosen_IsOnRecord_WhereATenderMayBeAskedFor(ContractKind kind, Regime regime, string content, SelectionMethod? selection, string? basis, string? code) =>
        TenderAdvice.Unrecorded(kind, regime, content, new ContractText { Selection = selection, SelectionBasis = basis }).Select(b => b.Code).ShouldBe(code is null ? [] : [code]);

    /// <summary>Two payments, of 80 and 120; the day of both has gone by, of a third without an amount as well.</summary>
    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(79_999_999, 1, 2)]
    [InlineData(80_000_000, 1, 1)]
    [InlineData(199_999_999, 1, 1)]
    [InlineData(200_000_000, 1, 0)]
    [InlineData(0, 0, 0)]
    public void AMilestoneWhoseDayHasGoneBy_IsTold_WhileLessWentOutThanItComesTo(long disbursed, int daysAfter, int late)
    {
        var ground = Given.Ground();
        MilestoneText[] milestones = [new(Given.Id(), "Đợt 1", Given.Today, new(80_000_000)), new(Given.Id(), "Nghiệm thu", Given.Today, null), new(Given.Id(), "Đợt 2", Given.Today, new(120_000_000))];
        var contract = Given.In(ContractState.Signed, ground, Given.Text(ground) with { Milestones = milestones });
        var found = ContractMilestone.Unpaid(contract, new(disbursed), Given.Today.AddDays(daysAfter));
        found.ShouldBe(milestones.Where(m => m.Amount is not null).TakeLast(late).Select(m => m.MilestoneId), ignoreOrder: true);
        ContractMilestone.NextUnpaid(contract, new(disbursed)).ShouldBe(disbursed < 200_000_000 ? Given.Today : null, "whatever day it is");
        ContractMilestone.Unpaid(Given.In(ContractState.Proposed, ground, Given.Text(ground) with { Milestones = milestones }), Dong.Zero, Given.Today.AddDays(1)).ShouldBeEmpty("nothing is agreed yet");
    }

    /// <summary>Work accepted whole is paid as it was found due: what the schedule says beyond that is nobody's to ask for, and goes back when the contract is settled.</summary>
    [Fact]
    public void WhatIsBeyondTheWorkAccepted_IsNoPaymentThatIsStillOpen()
    {
        var ground = Given.Ground();
        MilestoneText[] milestones = [new(Given.Id(), "Đợt 1", Given.Today, new(80_000_000)), new(Given.Id(), "Đợt 2", Given.Today.AddDays(30), new(120_000_000))];
        var contract = Given.In(ContractState.Signed, ground, Given.Text(ground) with { Milestones = milestones });
        ContractMilestone.NextUnpaid(contract, new(150_000_000)).ShouldBe(Given.Today.AddDays(30), "the work may still come to all of it");
        ContractMilestone.NextUnpaid(contract, new(149_999_999), new(150_000_000)).ShouldBe(Given.Today.AddDays(30));
        ContractMilestone.NextUnpaid(contract, new(150_000_000), new(150_000_000)).ShouldBeNull("all that is due went out");
        ContractMilestone.NextUnpaid(contract, Dong.Zero, new(50_000_000)).ShouldBe(Given.Today);
    }
}
