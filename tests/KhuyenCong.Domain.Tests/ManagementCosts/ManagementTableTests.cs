using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.ManagementCosts;

public sealed class ManagementTableTests
{
    // Rows are states, columns actions in the order of their enum; '.' refused.
    private const string OfEstimates = """
        Drafting:  Submitted . . Discarded . . .
        Submitted: . Approved Drafting . . . .
        Approved:  . . . . Settling . .
        Settling:  . . . . . Settled Approved
        Settled:   . . . . . . .
        Discarded: . . . . . . .
        """;

    private const string OfVouchers = """
        Drafting:  Requested . . . Discarded .
        Requested: . Approved Drafting . . .
        Approved:  . . Drafting Paid . .
        Paid:      . . . . . Approved
        Discarded: . . . . . .
        """;

    private static readonly Dictionary<Act, Role[]> Province = new()
    {
        [Act.RequestPayment] = [Role.CentreOfficer, Role.CentreAccountant, Role.DepartmentOfficer, Role.DepartmentAccountant],
        [Act.ApprovePayment] = [Role.CentreLeader, Role.DepartmentLeader],
        [Act.RecordTreasury] = [Role.CentreAccountant, Role.DepartmentAccountant],
        [Act.PrepareSettlement] = [Role.CentreOfficer, Role.CentreAccountant, Role.DepartmentOfficer, Role.DepartmentAccountant],
        [Act.ApproveSettlement] = [Role.DepartmentLeader],
    };

    private static readonly Dictionary<Act, Role[]> Commune = new()
    {
        [Act.RequestPayment] = [Role.CommuneOfficer, Role.CommuneAccountant],
        [Act.ApprovePayment] = [Role.CommuneLeader],
        [Act.RecordTreasury] = [Role.CommuneAccountant],
        [Act.PrepareSettlement] = [Role.CommuneOfficer, Role.CommuneAccountant],
        [Act.ApproveSettlement] = [Role.CommuneLeader],
    };

    [Theory]
    [InlineData(null)]
    [InlineData(ProjectGiven.Commune)]
    public void EveryStateOfAnEstimate_Action_AndRole_IsAsTheTableSays(string? commune)
    {
        foreach (var (state, action, cell) in Matrix.Of<ManagementState, ManagementAction>(OfEstimates))
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                var estimate = Given.In(state, Given.Allotment(commune));
                var (open, mover) = (cell != ".", Given.Mover(role));
                var allowed = open && (commune is null ? Province : Commune)[Who(action)].Contains(role);
                ManagementStates.Offered(estimate, mover).Contains(action).ShouldBe(allowed, $"{state} {action} {role} {commune}");
                Given.Step(estimate, action, mover).ShouldBe(allowed ? [] : [open ? "management.not-allowed" : "management.wrong-state"], $"{state} {action} {role} {commune}");
                estimate.State.ToString().ShouldBe(allowed ? cell : state.ToString());
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ProjectGiven.Commune)]
    public void EveryStateOfAVoucher_Action_AndRole_IsAsTheTableSays(string? commune)
    {
        var estimate = Given.In(ManagementState.Approved, Given.Allotment(commune));
        foreach (var (state, action, cell) in Matrix.Of<ManagementVoucherState, ManagementVoucherAction>(OfVouchers))
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                var voucher = Given.In(state, estimate);
                var (open, mover) = (cell != ".", Given.Mover(role));
                var allowed = open && (commune is null ? Province : Commune)[Who(action)].Contains(role);
                ManagementVoucherStates.Offered(voucher, mover).Contains(action).ShouldBe(allowed, $"{state} {action} {role} {commune}");
                var refused = open ? "management.not-allowed" : state is ManagementVoucherState.Paid && action is ManagementVoucherAction.Pay ? "management.paid-already" : "management.wrong-state";
                Given.Step(voucher, estimate, action, mover).ShouldBe(allowed ? [] : [refused], $"{state} {action} {role} {commune}");
                voucher.State.ToString().ShouldBe(allowed ? cell : state.ToString());
            }
        }
    }

    [Fact]
    public void NobodyPreparesAndApproves_NorApprovesAndRecords()
    {
        var line = Given.Allotment();
        Given.Step(Given.In(ManagementState.Submitted, line), ManagementAction.Approve, Given.Mover(Role.DepartmentLeader, Given.Preparer)).ShouldBe(["management.preparer-approves"]);
        Given.Step(Given.In(ManagementState.Settling, line), ManagementAction.Settle, Given.Mover(Role.DepartmentLeader, Given.Preparer)).ShouldBe(["management.preparer-approves"]);
        Given.Step(Given.In(ManagementState.Approved, line), ManagementAction.ProposeSettlement, Given.Mover(Role.DepartmentOfficer, Given.Approver)).ShouldBe(["management.approver-prepares"]);
        var estimate = Given.In(ManagementState.Approved, line);
        Given.Step(Given.In(ManagementVoucherState.Requested, estimate), estimate, ManagementVoucherAction.Approve, Given.Mover(Role.DepartmentLeader, Given.Preparer)).ShouldBe(["management.preparer-approves"]);
        Given.Step(Given.In(ManagementVoucherState.Approved, estimate), estimate, ManagementVoucherAction.Pay, Given.Mover(Role.DepartmentAccountant, Given.Approver)).ShouldBe(["management.approver-records"]);
    }

    [Fact]
    public void APaymentRecordedByMistake_IsTakenBackByAnother_WithAReason_WhileNothingOfItIsSettled()
    {
        var (line, leader) = (Given.Allotment(), Given.Mover(Role.DepartmentLeader));
        var estimate = Given.In(ManagementState.Approved, line);
        var voucher = Given.In(ManagementVoucherState.Paid, estimate);
        // Whoever recorded it, with whatever other role.
        Given.Step(voucher, estimate, ManagementVoucherAction.TakeBack, Given.Mover(Role.DepartmentLeader, Given.Preparer)).ShouldBe(["management.recorder-takes-back"]);
        Given.Step(voucher, estimate, ManagementVoucherAction.TakeBack, leader, new(ManagementVoucherAction.TakeBack, " ")).ShouldBe(["project.reason-missing"]);
        Given.Step(voucher, Given.In(ManagementState.Settling, line), ManagementVoucherAction.TakeBack, leader).ShouldBe(["management.settling-already"]);
        Given.Step(voucher, Given.In(ManagementState.Settled, line), ManagementVoucherAction.TakeBack, leader).ShouldBe(["management.settled-already"]);
        (voucher.State, voucher.TreasuryNumber).ShouldBe((ManagementVoucherState.Paid, "KB-01"));
        Given.Step(voucher, estimate, ManagementVoucherAction.TakeBack, leader).ShouldBeEmpty();
        (voucher.State, voucher.PaidOn, voucher.TreasuryNumber, voucher.Reason).ShouldBe((ManagementVoucherState.Approved, null, null, "Lý do đầy đủ"));
    }

    [Fact]
    public void AnotherCommune_AndTheProvince_DoNotTouchACommunesMoney()
    {
        var estimate = Given.In(ManagementState.Submitted, Given.Allotment(ProjectGiven.Commune));
        Given.Step(estimate, ManagementAction.Approve, Given.Mover(Role.CommuneLeader, commune: ProjectGiven.Elsewhere)).ShouldBe(["management.not-allowed"]);
        Given.Step(estimate, ManagementAction.Approve, Given.Mover(Role.DepartmentLeader)).ShouldBe(["management.not-allowed"]);
    }

    [Fact]
    public void Steps_AskForReason_Document_DayAndNumber_AndForNoOpenVoucher()
    {
        var line = Given.Allotment();
        var leader = Given.Mover(Role.DepartmentLeader);
        Given.Step(Given.In(ManagementState.Submitted, line), ManagementAction.Return, leader, new(ManagementAction.Return, " ")).ShouldBe(["project.reason-missing"]);
        Given.Step(Given.In(ManagementState.Submitted, line), ManagementAction.Approve, leader, new(ManagementAction.Approve)).ShouldBe(["edit.required", "edit.required"]);
        Given.Step(Given.In(ManagementState.Settling, line), ManagementAction.Settle, leader, null, null, "PC-01").ShouldBe(["management.vouchers-open"]);
        var estimate = Given.In(ManagementState.Approved, line);
        Given.Step(Given.In(ManagementVoucherState.Approved, estimate), estimate, ManagementVoucherAction.Pay, Given.Mover(Role.DepartmentAccountant), new(ManagementVoucherAction.Pay)).ShouldBe(["payment.date-missing", "edit.required"]);
    }

    private static Act Who(ManagementAction action) => ManagementStates.Table.First(t => t.Action == action).Who;

    private static Act Who(ManagementVoucherAction action) => ManagementVoucherStates.Table.First(t => t.Action == action).Who;
}
