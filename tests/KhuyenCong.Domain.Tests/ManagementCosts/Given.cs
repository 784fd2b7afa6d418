using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using PaymentGiven = KhuyenCong.Domain.Tests.Payments.Given;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.ManagementCosts;

/// <summary>Estimates and vouchers the tests start from (dữ liệu minh họa).</summary>
internal static class Given
{
    public const long Line = 10_000_000;

    public static readonly ManagementShare Unknown = new(Dong.Zero, Dong.Zero, null, null, null);

    public static DateOnly Today => PaymentGiven.Today;

    public static Guid Preparer => PaymentGiven.Preparer;

    public static Guid Approver => PaymentGiven.Approver;

    public static Guid Id() => PaymentGiven.Id();

    public static PlanMover Mover(Role role, Guid? user = null, string commune = ProjectGiven.Commune) => PaymentGiven.Mover(role, user, commune);

    public static Allocation Allotment(string? commune = null) => Allocation.From(new(Id(), ProjectGiven.Province, Id(), commune, commune is null ? "KCDP" : "CAPXA", Today.Year));

    public static ManagementLineText LineText(ManagementItem item = ManagementItem.Travel, long quantity = 5000, long price = Line / 5) => new(Id(), item, "Kiểm tra cơ sở", "chuyến", quantity, new(price));

    public static ManagementText Text(params ManagementLineText[] lines) => new(ManagementParty.Agency, null, lines.Length > 0 ? lines : [LineText()]);

    public static PlanMover Writer(string? commune) => Mover(commune is null ? Role.DepartmentOfficer : Role.CommuneOfficer, Preparer);

    public static ManagementEstimate Estimate(Allocation line, params ManagementLineText[] lines) => ManagementEstimate.From(new(
        Id(), line, ManagementWriting.Write(line, null, Text(lines), Writer(line.CommuneCode), TimeProvider.System).Event.ShouldNotBeNull(), Today));

    /// <summary>An estimate in a state, as its steps would have brought it there.</summary>
    public static ManagementEstimate In(ManagementState state, Allocation line, params ManagementLineText[] lines)
    {
        var estimate = Estimate(line, lines);
        ManagementAction[] way = state switch
        {
            ManagementState.Drafting => [],
            ManagementState.Submitted => [ManagementAction.Submit],
            ManagementState.Approved => [ManagementAction.Submit, ManagementAction.Approve],
            ManagementState.Settling => [ManagementAction.Submit, ManagementAction.Approve, ManagementAction.ProposeSettlement],
            ManagementState.Settled => [ManagementAction.Submit, ManagementAction.Approve, ManagementAction.ProposeSettlement, ManagementAction.Settle],
            _ => [ManagementAction.Discard],
        };
        foreach (var action in way)
        {
            var by = action is ManagementAction.Approve or ManagementAction.Settle ? Approver : Preparer;
            estimate.Apply(new ManagementMoved(estimate.ManagementEstimateId, Id(), Move(action), ManagementStates.Find(estimate.State, action)!.To, by, Today, TimeProvider.System.UtcNow));
        }

        return estimate;
    }

    public static ManagementMove Move(ManagementAction action) => new(action, "Lý do đầy đủ", "01/QĐ", Today);

    public static IReadOnlyList<string> Step(ManagementEstimate estimate, ManagementAction action, PlanMover mover, ManagementMove? move = null, ManagementShare? share = null, params string[] open)
    {
        var ruling = ManagementMoves.Step(estimate, Id(), move ?? Move(action), share ?? Unknown, open, null, mover, TimeProvider.System);
        if (ruling.Event is { } moved)
        {
            estimate.Apply(moved);
        }

        return [.. ruling.Breaches.Select(b => b.Code)];
    }

    public static ManagementVoucherText VoucherText(ManagementEstimate estimate, long amount = 1_000_000) => new()
    {
        ManagementLineId = estimate.Lines[0].ManagementLineId,
        Number = "PC-01",
        IssuedOn = Today,
        Payee = "Người đi công tác (dữ liệu minh họa)",
        Content = "Công tác phí",
        Amount = new(amount),
        ServedNote = "Khảo sát ngoài kế hoạch",
    };

    public static ManagementRoom Room(long used = 0) => new(new(Line), new(used));

    public static ManagementVoucher Voucher(ManagementEstimate estimate, long amount = 1_000_000) => ManagementVoucher.From(new(
        Id(), estimate, ManagementWriting.Write(estimate, null, VoucherText(estimate, amount), Room(), [], Writer(estimate.CommuneCode), TimeProvider.System).Event.ShouldNotBeNull(), Today));

    public static ManagementVoucher In(ManagementVoucherState state, ManagementEstimate estimate)
    {
        var voucher = Voucher(estimate);
        ManagementVoucherAction[] way = state switch
        {
            ManagementVoucherState.Drafting => [],
            ManagementVoucherState.Requested => [ManagementVoucherAction.Request],
            ManagementVoucherState.Approved => [ManagementVoucherAction.Request, ManagementVoucherAction.Approve],
            ManagementVoucherState.Paid => [ManagementVoucherAction.Request, ManagementVoucherAction.Approve, ManagementVoucherAction.Pay],
            _ => [ManagementVoucherAction.Discard],
        };
        foreach (var action in way)
        {
            var by = action is ManagementVoucherAction.Approve ? Approver : Preparer;
            voucher.Apply(new ManagementVoucherMoved(voucher.ManagementVoucherId, Id(), Move(action), ManagementVoucherStates.Find(voucher.State, action)!.To, by, Today, TimeProvider.System.UtcNow));
        }

        return voucher;
    }

    public static ManagementVoucherMove Move(ManagementVoucherAction action) => new(action, "Lý do đầy đủ", Today, "KB-01");

    public static IReadOnlyList<string> Step(ManagementVoucher voucher, ManagementEstimate estimate, ManagementVoucherAction action, PlanMover mover, ManagementVoucherMove? move = null, long used = 0)
    {
        var ruling = ManagementMoves.Step(voucher, estimate, Id(), move ?? Move(action), Room(used), [], mover, TimeProvider.System);
        if (ruling.Event is { } moved)
        {
            voucher.Apply(moved);
        }

        return [.. ruling.Breaches.Select(b => b.Code)];
    }
}
