using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Payments;

public sealed class PaymentStateTests
{
    // Rows are states, columns actions in the order of PaymentAction; '.' refused.
    private const string Expected = """
        Drafting:  Requested Discarded . . . . . . .
        Requested: . . Approved Drafting . . . . .
        Approved:  . . . Drafting Sent . . . .
        Sent:      . . . . . Paid SentBack Refused .
        Paid:      . . . . . . . . Sent
        SentBack:  Requested Discarded . . . . . . .
        Refused:   Requested Discarded . . . . . . .
        Discarded: . . . . . . . . .
        """;

    private static readonly Dictionary<Act, Role[]> Province = new()
    {
        [Act.RequestPayment] = [Role.CentreOfficer, Role.CentreAccountant, Role.DepartmentOfficer, Role.DepartmentAccountant],
        [Act.ApprovePayment] = [Role.CentreLeader, Role.DepartmentLeader],
        [Act.RecordTreasury] = [Role.CentreAccountant, Role.DepartmentAccountant],
    };

    private static readonly Dictionary<Act, Role[]> Commune = new()
    {
        [Act.RequestPayment] = [Role.CommuneOfficer, Role.CommuneAccountant],
        [Act.ApprovePayment] = [Role.CommuneLeader],
        [Act.RecordTreasury] = [Role.CommuneAccountant],
    };

    [Theory]
    [InlineData(Regime.National)]
    [InlineData(Regime.Provincial)]
    [InlineData(Regime.Commune)]
    public void EveryState_Action_AndRole_IsAsTheTableSays(Regime regime)
    {
        foreach (var (state, action, cell) in Matrix.Of<PaymentState, PaymentAction>(Expected))
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                var open = cell != ".";
                var allowed = open && (regime is Regime.Commune ? Commune : Province)[Who(action)].Contains(role);
                var contract = Given.Contract(regime);
                var request = Given.In(state, contract);
                var mover = Given.Mover(role);
                PaymentStates.Offered(request, mover).Contains(action).ShouldBe(allowed, $"{state} {action} {role} {regime}");
                Given.Step(request, contract, action, mover).ShouldBe(allowed ? [] : [open ? "payment.not-allowed" : state is PaymentState.Paid && action is PaymentAction.Pay ? "payment.paid-already" : "payment.wrong-state"], $"{state} {action} {role} {regime}");
                request.State.ToString().ShouldBe(allowed ? cell : state.ToString());
            }
        }
    }

    [Fact]
    public void AnotherCommune_AndTheProvince_DoNotTouchACommunesMoney()
    {
        var contract = Given.Contract(Regime.Commune);
        var request = Given.In(PaymentState.Requested, contract);
        Given.Step(request, contract, PaymentAction.Approve, Given.Mover(Role.CommuneLeader, commune: "22366")).ShouldBe(["payment.not-allowed"]);
        Given.Step(request, contract, PaymentAction.Approve, Given.Mover(Role.DepartmentLeader)).ShouldBe(["payment.not-allowed"]);
    }

    [Fact]
    public void NobodyPreparesAndApproves_NorApprovesAndRecords_NotEvenInAnEarlierRound()
    {
        var contract = Given.Contract();
        var request = Given.In(PaymentState.Requested, contract);
        Given.Step(request, contract, PaymentAction.Approve, Given.Mover(Role.DepartmentLeader, Given.Preparer)).ShouldBe(["payment.preparer-approves"]);
        Given.Step(request, contract, PaymentAction.Approve, Given.Leader(Regime.National)).ShouldBeEmpty();
        Given.Step(request, contract, PaymentAction.Send, Given.Mover(Role.DepartmentAccountant, Given.Approver)).ShouldBe(["payment.approver-records"]);

        // Whoever prepared it may record.
        Given.Step(request, contract, PaymentAction.Send, Given.Mover(Role.DepartmentAccountant, Given.Preparer)).ShouldBeEmpty();
        Given.Step(request, contract, PaymentAction.SendBack, Given.Accountant(Regime.National)).ShouldBeEmpty();
        Given.Step(request, contract, PaymentAction.Request, Given.Mover(Role.DepartmentOfficer, Given.Approver)).ShouldBe(["payment.approver-prepares"]);
    }

    [Fact]
    public void WhatWasRecordedAsPaidByMistake_WaitsAgain_ByAnother_AndNotOnceItIsSettled()
    {
        var contract = Given.Contract();
        var paid = Given.In(PaymentState.Paid, contract);
        Given.Step(paid, contract, PaymentAction.TakeBack, Given.Leader(Regime.National), new(PaymentAction.TakeBack)).ShouldBe(["project.reason-missing"]);
        Given.Step(paid, contract, PaymentAction.TakeBack, Given.Mover(Role.DepartmentLeader, paid.Steps[^1].By)).ShouldBe(["payment.recorder-takes-back"]);
        Given.Step(paid, contract, PaymentAction.TakeBack, Given.Leader(Regime.National)).ShouldBeEmpty();
        (paid.State, paid.PaidOn, paid.TreasuryNumber).ShouldBe((PaymentState.Sent, (DateOnly?)null, (string?)null));
        Given.Step(paid, contract, PaymentAction.Pay, Given.Accountant(Regime.National)).ShouldBeEmpty();

        contract.Apply(ContractMoves.BySettlement(contract, Given.Id(), "Thanh lý", Given.Id(), TimeProvider.System));
        Given.Step(paid, contract, PaymentAction.TakeBack, Given.Leader(Regime.National)).ShouldBe(["payment.settled-already"]);
    }

    [Fact]
    public void ReturningAndRefusing_NeedAReason_SendingAndPaying_ADay()
    {
        var contract = Given.Contract();
        Given.Step(Given.In(PaymentState.Requested, contract), contract, PaymentAction.Return, Given.Leader(Regime.National), new(PaymentAction.Return)).ShouldBe(["project.reason-missing"]);
        var sent = Given.In(PaymentState.Sent, contract);
        Given.Step(sent, contract, PaymentAction.Refuse, Given.Accountant(Regime.National), new(PaymentAction.Refuse, " ")).ShouldBe(["project.reason-missing"]);
        Given.Step(sent, contract, PaymentAction.Pay, Given.Accountant(Regime.National), new(PaymentAction.Pay)).ShouldBe(["payment.date-missing"]);
        Given.Step(sent, contract, PaymentAction.Pay, Given.Accountant(Regime.National), new(PaymentAction.Pay, null, Given.Today.AddDays(2))).ShouldBe(["payment.date-in-future"]);
        Given.Step(sent, contract, PaymentAction.Pay, Given.Accountant(Regime.National), new(PaymentAction.Pay, null, Given.Today.AddDays(-2))).ShouldBe(["payment.paid-before-sent"]);
    }

    [Fact]
    public void AChangedAccount_StopsTheRequest()
    {
        var contract = Given.Contract();
        var request = Given.In(PaymentState.Requested, contract);
        Given.Step(request, Given.Contract(bank: Given.Bank with { Number = "0000000002" }), PaymentAction.Approve, Given.Leader(Regime.National)).ShouldBe(["payment.bank-changed"]);
        request.Bank.ShouldBe(Given.Bank);
    }

    [Fact]
    public void ASubContract_AndOneNotSigned_GiveNoMoney()
    {
        var writer = Given.Writer(Regime.National);
        PaymentWriting.Write(Given.Contract(isSigned: false), null, PaymentKind.Advance, Given.Text(1), Given.Wide, null, writer, TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["payment.contract-not-signed"]);
        PaymentWriting.Write(Given.Contract(parent: Given.Id()), null, PaymentKind.Advance, Given.Text(1), Given.Wide, null, writer, TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["payment.contract-of-part"]);
    }

    private static Act Who(PaymentAction action) => action switch
    {
        PaymentAction.Request or PaymentAction.Discard => Act.RequestPayment,
        PaymentAction.Approve or PaymentAction.Return or PaymentAction.TakeBack => Act.ApprovePayment,
        _ => Act.RecordTreasury,
    };

    [Theory]
    [InlineData(PaymentState.Drafting, PaymentAction.Request)]
    [InlineData(PaymentState.Requested, PaymentAction.Approve)]
    [InlineData(PaymentState.Approved, PaymentAction.Send)]
    public void NothingMore_IsAdvancedToAStoppedProject(PaymentState state, PaymentAction action)
    {
        var contract = Given.Contract();
        var mover = action switch { PaymentAction.Request => Given.Writer(Regime.National), PaymentAction.Approve => Given.Leader(Regime.National), _ => Given.Accountant(Regime.National) };
        IEnumerable<string> Codes(PaymentKind kind) => PaymentMoves.Step(Given.In(state, contract, kind), contract, Given.Id(), Given.Move(action), Given.Wide, [], mover, TimeProvider.System, ProjectState.Stopped).Breaches.Select(b => b.Code);
        Codes(PaymentKind.Advance).ShouldBe(["payment.project-stopped"]);
        foreach (var kind in Enum.GetValues<PaymentKind>().Where(k => k is not PaymentKind.Advance))
        {
            Codes(kind).ShouldBeEmpty($"{kind}");
        }
    }

    [Fact]
    public void AnAdvanceOfAStoppedProject_IsNotWritten_ButRecordedOnceItWasPaid()
    {
        var contract = Given.Contract();
        IEnumerable<string> Codes(PaymentKind kind) => PaymentWriting.Write(contract, null, kind, Given.Text(1), Given.Wide, null, Given.Writer(Regime.National), TimeProvider.System, ProjectState.Stopped).Breaches.Select(b => b.Code);
        Codes(PaymentKind.Advance).ShouldBe(["payment.project-stopped"]);
        Codes(PaymentKind.RecoverAdvance).ShouldBeEmpty();
        PaymentMoves.Step(Given.In(PaymentState.Sent, contract), contract, Given.Id(), Given.Move(PaymentAction.Pay), Given.Wide, [], Given.Accountant(Regime.National), TimeProvider.System, ProjectState.Stopped).Breaches.ShouldBeEmpty();
    }
}
