using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Domain.Settlements;

namespace KhuyenCong.Domain.Tests.Reminders;

/// <summary>Who holds a project, state by state: a state that is not here fails.</summary>
public sealed class ProjectClockTests
{
    private static readonly (ProjectState, ProjectKind, WaitingParty?, Act?)[] DossiersTable =
    [
        (ProjectState.Draft, ProjectKind.Provincial, WaitingParty.Filer, Act.EditProject),
        (ProjectState.AwaitingMore, ProjectKind.Commune, WaitingParty.Filer, Act.EditProject),
        (ProjectState.Filed, ProjectKind.Provincial, WaitingParty.Department, Act.ReceiveProject),
        (ProjectState.Filed, ProjectKind.Commune, WaitingParty.CommuneOffice, Act.ReceiveProject),
        (ProjectState.Received, ProjectKind.NationalSpecific, WaitingParty.Department, Act.ReceiveProject),
        (ProjectState.AwaitingAppraisal, ProjectKind.Provincial, WaitingParty.Department, Act.AppraiseProject),
        (ProjectState.InAppraisal, ProjectKind.Commune, WaitingParty.CommuneOffice, Act.AppraiseProject),
        (ProjectState.Appraised, ProjectKind.Provincial, WaitingParty.Department, Act.DraftPlan),
        (ProjectState.Approved, ProjectKind.Provincial, WaitingParty.Department, Act.EditContract),
        (ProjectState.Underway, ProjectKind.Commune, WaitingParty.CommuneOffice, Act.EditContract),
        (ProjectState.Withdrawn, ProjectKind.Provincial, null, null),
        (ProjectState.NotPassed, ProjectKind.Provincial, null, null),
        (ProjectState.Stopped, ProjectKind.Provincial, null, null),
        (ProjectState.Settled, ProjectKind.Provincial, null, null),
    ];

    private static readonly (ContractState, WaitingKind?, WaitingParty?)[] ContractsTable =
    [
        (ContractState.Drafting, WaitingKind.ContractDrafting, WaitingParty.Department),
        (ContractState.Proposed, WaitingKind.ContractProposed, WaitingParty.Department),
        (ContractState.Signed, WaitingKind.WorkUnderway, WaitingParty.Performer),
        (ContractState.Liquidated, null, null),
        (ContractState.Cancelled, WaitingKind.ContractMissing, WaitingParty.Department),
    ];

    private static readonly (PaymentState, WaitingKind?, WaitingParty?, Act?)[] RequestsTable =
    [
        (PaymentState.Drafting, WaitingKind.PaymentDrafting, WaitingParty.Department, Act.RequestPayment),
        (PaymentState.SentBack, WaitingKind.PaymentDrafting, WaitingParty.Department, Act.RequestPayment),
        (PaymentState.Refused, WaitingKind.PaymentDrafting, WaitingParty.Department, Act.RequestPayment),
        (PaymentState.Requested, WaitingKind.PaymentRequested, WaitingParty.Department, Act.ApprovePayment),
        (PaymentState.Approved, WaitingKind.PaymentApproved, WaitingParty.Department, Act.RecordTreasury),
        (PaymentState.Sent, WaitingKind.PaymentSent, WaitingParty.Treasury, Act.RecordTreasury),
        (PaymentState.Paid, null, null, null),
        (PaymentState.Discarded, null, null, null),
    ];

    private static readonly (ReportStanding, WaitingKind?, WaitingParty?)[] ReportsTable =
    [
        (ReportStanding.NotYetDue, WaitingKind.ReportDue, WaitingParty.Performer),
        (ReportStanding.Missing, WaitingKind.ReportDue, WaitingParty.Performer),
        (ReportStanding.SentBack, WaitingKind.ReportSentBack, WaitingParty.Performer),
        (ReportStanding.AwaitingConfirmation, WaitingKind.ReportSubmitted, WaitingParty.Department),
        (ReportStanding.Confirmed, null, null),
    ];

    private static readonly (SettlementState, WaitingKind?, Act?)[] FilesTable =
    [
        (SettlementState.Drafting, WaitingKind.SettlementDrafting, Act.PrepareSettlement),
        (SettlementState.SentBack, WaitingKind.SettlementDrafting, Act.PrepareSettlement),
        (SettlementState.Submitted, WaitingKind.SettlementSubmitted, Act.ApproveSettlement),
        (SettlementState.Approved, null, null),
        (SettlementState.Discarded, WaitingKind.SettlementMissing, Act.PrepareSettlement),
    ];

    public static TheoryData<ProjectState, ProjectKind, WaitingParty?, Act?> Dossiers => new(DossiersTable);

    public static TheoryData<ContractState, WaitingKind?, WaitingParty?> Contracts => new(ContractsTable);

    public static TheoryData<PaymentState, WaitingKind?, WaitingParty?, Act?> Requests => new(RequestsTable);

    public static TheoryData<ReportStanding, WaitingKind?, WaitingParty?> Reports => new(ReportsTable);

    public static TheoryData<SettlementState, WaitingKind?, Act?> Files => new(FilesTable);

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void ADossier_IsHeldByWhoeverItsStateSays(ProjectState state, ProjectKind kind, WaitingParty? holder, Act? act)
    {
        var item = ProjectClock.Of(new(Facts.Id(), kind, state, Facts.Since, "22000"), Facts.Today).SingleOrDefault();
        (item?.Holder, item?.Act, item?.Since).ShouldBe((holder, act, holder is null ? null : Facts.Since));
        item?.Due.ShouldBeNull("no deadline is set");
    }

    [Fact]
    public void EveryStateIsJudged()
    {
        DossiersTable.Select(d => d.Item1).Distinct().Order().ShouldBe(Enum.GetValues<ProjectState>().Order());
        ContractsTable.Select(d => d.Item1).Order().ShouldBe(Enum.GetValues<ContractState>().Order());
        RequestsTable.Select(d => d.Item1).Order().ShouldBe(Enum.GetValues<PaymentState>().Order());
        ReportsTable.Select(d => d.Item1).Order().ShouldBe(Enum.GetValues<ReportStanding>().Order());
        FilesTable.Select(d => d.Item1).Order().ShouldBe(Enum.GetValues<SettlementState>().Order());
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void AContract_IsHeldByWhoeverItsStateSays(ContractState state, WaitingKind? kind, WaitingParty? holder)
    {
        var item = ProjectClock.Of(Facts.Project(Facts.Contract(state)), Facts.Today).SingleOrDefault();
        (item?.Kind, item?.Holder).ShouldBe((kind, holder));
    }

    [Theory]
    [InlineData(Regime.Commune, OrganisationKind.PromotionCentre, WaitingParty.CommuneOffice)]
    [InlineData(Regime.Provincial, OrganisationKind.PromotionCentre, WaitingParty.Centre)]
    [InlineData(Regime.Provincial, OrganisationKind.Department, WaitingParty.Department)]
    [InlineData(Regime.National, OrganisationKind.PromotionCentre, WaitingParty.Centre)]
    public void ThePartyThatSigns_IsTheOfficeThatWorks(Regime regime, OrganisationKind agency, WaitingParty holder) =>
        Facts.Project(Facts.Contract(ContractState.Proposed, regime, agency)).First().Holder.ShouldBe(holder);

    [Theory]
    [MemberData(nameof(Requests))]
    public void ARequest_IsHeldByWhoeverItsStateSays(PaymentState state, WaitingKind? kind, WaitingParty? holder, Act? act)
    {
        var contract = Facts.Contract();
        var facts = Facts.Project(contract) with { Payments = [new(Facts.Id(), contract.ContractId, state, Facts.Today, Facts.Id())] };
        var item = ProjectClock.Of(facts, Facts.Today).SingleOrDefault(i => i.Kind is not WaitingKind.WorkUnderway);
        (item?.Kind, item?.Holder, item?.Act).ShouldBe((kind, holder, act));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void AReport_IsOwedByThePerformer_AndConfirmedByTheOffice(ReportStanding standing, WaitingKind? kind, WaitingParty? holder)
    {
        var month = new ExpectedReport(2026, 11, new(2026, 11, 24), Facts.Id(), true, standing is ReportStanding.NotYetDue or ReportStanding.Missing ? null : Facts.Id(), standing, null);
        var item = ProjectClock.Of(Facts.Project(Facts.Contract() with { Months = [month] }), Facts.Today).SingleOrDefault(i => i.Kind is not WaitingKind.WorkUnderway);
        (item?.Kind, item?.Holder).ShouldBe((kind, holder));
        (item?.Due?.LastDay).ShouldBe(holder is WaitingParty.Performer ? new DateOnly(2026, 11, 24) : null);
    }

    [Fact]
    public void ADayThatOnlySuggests_MakesNobodyLate()
    {
        ExpectedReport Month(bool binds) => new(2026, 10, new(2026, 10, 24), Facts.Id(), binds, null, ReportStanding.Missing, null);
        WaitingItem Item(bool binds) => ProjectClock.Of(Facts.Project(Facts.Contract() with { Months = [Month(binds)] }), Facts.Today).Single(i => i.Kind is WaitingKind.ReportDue);
        Item(true).IsLate(Facts.Today).ShouldBeTrue();
        Item(false).IsLate(Facts.Today).ShouldBeFalse();
        Item(false).Due!.Counts.ShouldBeFalse();
    }

    [Theory]
    [InlineData(AcceptanceState.Drafting, null, false, WaitingKind.AcceptanceDrafting, WaitingParty.Department)]
    [InlineData(AcceptanceState.Submitted, null, false, WaitingKind.AcceptanceSubmitted, WaitingParty.Department)]
    [InlineData(AcceptanceState.Concluded, AcceptanceVerdict.ToBeCompleted, false, WaitingKind.WorkToComplete, WaitingParty.Performer)]
    [InlineData(AcceptanceState.Concluded, AcceptanceVerdict.ToBeCompleted, true, WaitingKind.SettlementMissing, WaitingParty.Department)]
    [InlineData(AcceptanceState.Concluded, AcceptanceVerdict.Accepted, false, WaitingKind.SettlementMissing, WaitingParty.Department)]
    public void AnAcceptance_IsFollowedUntilItsSettlement(AcceptanceState state, AcceptanceVerdict? verdict, bool isFollowed, WaitingKind kind, WaitingParty holder)
    {
        var contract = Facts.Contract() with { LastAcceptance = state is AcceptanceState.Concluded ? Facts.Since : null, Deadlines = [new("kcqg.settlement-file", "Lập hồ sơ", Facts.Since.AddDays(15), true), new("kcqg.liquidation", "Thanh lý", new(2027, 1, 22), true)] };
        var facts = Facts.Project(contract) with { Acceptances = [new(Facts.Id(), contract.ContractId, state, Facts.Since, verdict, new(2026, 12, 1), isFollowed)] };
        var item = facts.First();
        (item.Kind, item.Holder).ShouldBe((kind, holder));
        (item.Due?.LastDay).ShouldBe(kind switch { WaitingKind.WorkToComplete => new DateOnly(2026, 12, 1), WaitingKind.SettlementMissing => Facts.Since.AddDays(15), _ => null });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void ASettlement_HasItsDeadlines_AndOnceHandedInOnlyThatOfTheLiquidation(SettlementState state, WaitingKind? kind, Act? act)
    {
        var contract = Facts.Contract() with { LastAcceptance = Facts.Since, Deadlines = [new("kcqg.settlement-file", "Lập hồ sơ", Facts.Since.AddDays(15), true), new(ProjectClock.LiquidationRule, "Thanh lý", new(2027, 1, 22), true)] };
        var item = ProjectClock.Of(Facts.Project(contract) with { Settlements = [new(Facts.Id(), contract.ContractId, state, Facts.Since)] }, Facts.Today).SingleOrDefault();
        (item?.Kind, item?.Act).ShouldBe((kind, act));
        (item?.Due?.LastDay).ShouldBe(kind switch { null => null, WaitingKind.SettlementSubmitted => new DateOnly(2027, 1, 22), _ => Facts.Since.AddDays(15) });
    }

    [Fact]
    public void ABindingDay_GoesBeforeAnEarlierSuggestion()
    {
        SettlementDeadline[] deadlines = [new("kcqg.settlement-file", "Lập hồ sơ", new(2026, 11, 17), false), new(ProjectClock.LiquidationRule, "Thanh lý", new(2027, 1, 22), true)];
        ProjectClock.DueOf(deadlines, fileToo: true).ShouldBe(new(new(2027, 1, 22), DueSource.Law, ProjectClock.LiquidationRule, true));
    }

    [Theory]
    [InlineData(FindingState.Pending, WaitingKind.FindingPending, WaitingParty.Performer)]
    [InlineData(FindingState.Answered, WaitingKind.FindingAnswered, WaitingParty.Department)]
    [InlineData(FindingState.Closed, null, null)]
    public void AFinding_IsAnsweredByThePerformer_AndJudgedByTheOffice(FindingState state, WaitingKind? kind, WaitingParty? holder)
    {
        var facts = new ClockFacts(Facts.Id(), ProjectKind.Provincial, ProjectState.Settled, Facts.Since, null) { Findings = [new(Facts.Id(), Facts.Id(), state, Facts.Since, Facts.Today)] };
        var item = ProjectClock.Of(facts, Facts.Today).SingleOrDefault();
        (item?.Kind, item?.Holder).ShouldBe((kind, holder));
    }

    [Fact]
    public void AfterTheEnd_MoneyThatIsOutAndMachinesAreStillLookedAfter()
    {
        var contract = Facts.Contract(ContractState.Liquidated);
        var facts = Facts.Project(contract with { Advance = new(contract.ContractId, Facts.Id(), new(1), new(2026, 9, 1), []) }) with { State = ProjectState.Stopped, Machines = [new(Facts.Id(), new(2025, 11, 20), new(2026, 11, 20))] };
        var items = ProjectClock.Of(facts, Facts.Today);
        items.Select(i => (i.Kind, i.Due!.LastDay, i.Due.Source)).ShouldBe(
            [(WaitingKind.AdvanceUnspent, new DateOnly(2026, 10, 31), DueSource.Product), (WaitingKind.MachineCheck, new DateOnly(2026, 11, 20), DueSource.Product)], ignoreOrder: true);
        items.ShouldAllBe(i => i.IsLate(Facts.Today));
    }

    /// <summary>What ends a signed contract of a stopped project waits for somebody; its parts and what was never signed do not.</summary>
    [Fact]
    public void AStoppedProject_WaitsForTheEndOfItsContracts()
    {
        var contract = Facts.Contract() with { Deadlines = [new(ProjectClock.LiquidationRule, "Thanh lý", new(2027, 1, 22), true)], AmendmentSince = Facts.Today };
        var stopped = Facts.Project(contract, Facts.Contract() with { IsPart = true }, Facts.Contract(ContractState.Drafting)) with { State = ProjectState.Stopped };
        (WaitingKind, Act, DateOnly?)[] Waiting(ClockFacts facts) => [.. ProjectClock.Of(facts, Facts.Today).Where(i => i.Kind is not WaitingKind.AmendmentProposed).Select(i => (i.Kind, i.Act, i.Due?.LastDay))];
        DateOnly liquidated = new(2027, 1, 22);
        Waiting(stopped).ShouldBe([(WaitingKind.ContractToEnd, Act.PrepareSettlement, liquidated)]);
        ProjectClock.Of(stopped, Facts.Today).Count(i => i.Kind is WaitingKind.AmendmentProposed).ShouldBe(1);
        Waiting(stopped with { Acceptances = [new(Facts.Id(), contract.ContractId, AcceptanceState.Submitted, Facts.Since)] }).ShouldBe([(WaitingKind.AcceptanceSubmitted, Act.ConcludeAcceptance, null)]);
        Waiting(stopped with { Settlements = [new(Facts.Id(), contract.ContractId, SettlementState.Drafting, Facts.Since)] }).ShouldBe([(WaitingKind.SettlementDrafting, Act.PrepareSettlement, liquidated)]);
        Waiting(stopped with { Settlements = [new(Facts.Id(), contract.ContractId, SettlementState.Submitted, Facts.Since)] }).ShouldBe([(WaitingKind.SettlementSubmitted, Act.ApproveSettlement, liquidated)]);
        Waiting(stopped with { Settlements = [new(Facts.Id(), contract.ContractId, SettlementState.Discarded, Facts.Since)] }).ShouldBe([(WaitingKind.ContractToEnd, Act.PrepareSettlement, liquidated)]);
        Waiting(stopped with { State = ProjectState.Settled }).ShouldBeEmpty();
    }

    /// <summary>Between the first site and the last one the work goes on, and says where; nobody is asked for the file yet.</summary>
    [Fact]
    public void ASiteThatNobodyAccepted_IsStillWorkedAt()
    {
        var contract = Facts.Contract() with { LastAcceptance = Facts.Since, Sites = new([], [], ["Xưởng thứ hai"]), Deadlines = [new(ProjectClock.LiquidationRule, "Thanh lý", new(2027, 1, 22), true)] };
        var item = ProjectClock.Of(Facts.Project(contract), Facts.Today).ShouldHaveSingleItem();
        (item.Kind, item.Holder, item.Due?.LastDay).ShouldBe((WaitingKind.WorkUnderway, WaitingParty.Performer, contract.EndsOn));
        item.Sites.ShouldBe(["Xưởng thứ hai"]);
        ProjectClock.Of(Facts.Project(contract with { Sites = OpenSites.None }), Facts.Today).ShouldHaveSingleItem().Kind.ShouldBe(WaitingKind.SettlementMissing);
    }

    [Fact]
    public void WhatIsAskedToBeChanged_WaitsForTheSigner()
    {
        var contract = Facts.Contract() with { AmendmentSince = Facts.Since, BankChangeSince = Facts.Today };
        ProjectClock.Of(Facts.Project(contract), Facts.Today).Where(i => i.Kind is not WaitingKind.WorkUnderway)
            .Select(i => (i.Kind, i.Holder, i.Act, i.Since)).ShouldBe(
            [(WaitingKind.AmendmentProposed, WaitingParty.Department, Act.SignContract, Facts.Since), (WaitingKind.BankChangeAsked, WaitingParty.Department, Act.SignContract, Facts.Today)], ignoreOrder: true);
    }

    [Fact]
    public void WhatTheStatementHasPaid_WaitsToBeRecorded_AndAnOrderedRecoveryUntilItComes()
    {
        var contract = Facts.Contract(ContractState.Liquidated);
        var facts = Facts.Project(contract) with
        {
            State = ProjectState.Settled,
            Payments = [new(Facts.Id(), contract.ContractId, PaymentState.Sent, Facts.Since, Facts.Id()) { IsMatched = true }],
            Recoveries = [new(Facts.Id(), Facts.Id(), contract.ContractId, Facts.Today)],
        };
        ProjectClock.Of(facts, Facts.Today).Select(i => (i.Kind, i.Holder, i.Act, i.Since)).ShouldBe(
            [(WaitingKind.PaymentMatched, WaitingParty.Department, Act.RecordTreasury, Facts.Since), (WaitingKind.RecoveryAwaited, WaitingParty.Department, Act.ConfirmRecovery, Facts.Today)], ignoreOrder: true);
    }

    /// <summary>Asked back at the running contract by whoever prepares its requests, at the settlement of a liquidated one by whoever keeps the ledger.</summary>
    [Theory]
    [InlineData(ContractState.Signed, false, Act.RequestPayment)]
    [InlineData(ContractState.Liquidated, true, Act.CorrectLedger)]
    public void WhatTheCucConcludedLess_WaitsUntilItIsAskedBack(ContractState state, bool isSettled, Act act)
    {
        var contract = Facts.Contract(state);
        Guid? settlement = isSettled ? Facts.Id() : null;
        var facts = Facts.Project(contract) with { State = isSettled ? ProjectState.Settled : ProjectState.Underway, Excesses = [new(contract.ContractId, settlement, Facts.Today)] };
        var item = ProjectClock.Of(facts, Facts.Today).Single(i => i.Kind is WaitingKind.ExcessUncovered);
        (item.Act, item.PlaceId, item.Since, item.Holder).ShouldBe((act, settlement, Facts.Today, WaitingParty.Department));
    }

    [Fact]
    public void WhatIsLate_ComesFirst_AndTheRestOfAPartIsNotAskedTwice()
    {
        var contract = Facts.Contract();
        var part = Facts.Contract() with { IsPart = true };
        var facts = Facts.Project(contract, part) with
        {
            Payments = [new(Facts.Id(), contract.ContractId, PaymentState.Requested, Facts.Today, Facts.Id())],
            Findings = [new(Facts.Id(), Facts.Id(), FindingState.Pending, Facts.Since, Facts.Today.AddDays(-1))],
        };
        ProjectClock.Of(facts, Facts.Today).Select(i => i.Kind).ShouldBe([WaitingKind.FindingPending, WaitingKind.PaymentRequested, WaitingKind.WorkUnderway]);
    }
}
