using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.ManagementCosts;

/// <summary>Lập, sửa dự toán và chứng từ chi quản lý.</summary>
public static class ManagementWriting
{
    public const int LongestText = 2000;
    public const int LongestShort = 200;
    public const int LongestNumber = 60;
    public const int MostLines = 200;
    public const int MostPapers = 50;

    /// <summary>Whether somebody may prepare an estimate of a line at all.</summary>
    public static bool MayPrepare(Allocation line, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(mover);
        return line.ClosedOn is null && mover.May(Act.RequestPayment, line.CommuneCode);
    }

    /// <summary>Whether somebody's corrections would be taken at all.</summary>
    public static bool MayWrite(ManagementEstimate estimate, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(mover);
        return estimate.State is ManagementState.Drafting && mover.May(Act.RequestPayment, estimate.CommuneCode) && !ManagementHands.Against(estimate.Hands, PaymentDuty.Prepare, mover.UserId).Any();
    }

    /// <summary>Whether somebody's corrections of a voucher would be taken at all.</summary>
    public static bool MayWrite(ManagementVoucher voucher, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        ArgumentNullException.ThrowIfNull(mover);
        return voucher.IsEditable && mover.May(Act.RequestPayment, voucher.CommuneCode) && !ManagementHands.Against(voucher.Hands, PaymentDuty.Prepare, mover.UserId).Any();
    }

    /// <summary>Whether somebody may make vouchers of an estimate.</summary>
    public static bool MayVouch(ManagementEstimate estimate, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(mover);
        return estimate.State is ManagementState.Approved && mover.May(Act.RequestPayment, estimate.CommuneCode);
    }

    /// <param name="line">Whose money it is.</param>
    /// <param name="estimate">What is corrected; null for a new one.</param>
    /// <param name="text">As typed.</param>
    /// <param name="mover">Who writes.</param>
    /// <param name="clock">Of the writing.</param>
    public static Ruling<ManagementWritten> Write(Allocation line, ManagementEstimate? estimate, ManagementText text, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (!mover.May(Act.RequestPayment, line.CommuneCode))
        {
            return new(null, [new("management.not-allowed")]);
        }

        if (estimate is { State: not ManagementState.Drafting })
        {
            return new(null, [new("management.wrong-state")]);
        }

        List<Breach> breaches = [.. estimate is null ? [] : ManagementHands.Against(estimate.Hands, PaymentDuty.Prepare, mover.UserId), .. TextFaults(text)];
        if (line.ClosedOn is { } closed)
        {
            breaches.Add(new("ledger.closed", null, line.Year, closed));
        }

        return Decide.Unless<ManagementWritten>(breaches, () => new(text, mover.UserId, clock.UtcNow));
    }

    /// <param name="estimate">With its lines.</param>
    /// <param name="voucher">What is corrected; null for a new one.</param>
    /// <param name="text">As typed.</param>
    /// <param name="room">Of the voucher's line.</param>
    /// <param name="elsewhere">What of it is known elsewhere.</param>
    /// <param name="mover">Who writes.</param>
    /// <param name="clock">Of the writing.</param>
    public static Ruling<ManagementVoucherWritten> Write(ManagementEstimate estimate, ManagementVoucher? voucher, ManagementVoucherText text, ManagementRoom? room, IReadOnlyList<Breach> elsewhere, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (!mover.May(Act.RequestPayment, estimate.CommuneCode))
        {
            return new(null, [new("management.not-allowed")]);
        }

        if (voucher is { IsEditable: false })
        {
            return new(null, [new("management.wrong-state")]);
        }

        var line = estimate.Lines.FirstOrDefault(l => l.ManagementLineId == text.ManagementLineId);
        List<Breach> breaches =
        [
            .. voucher is null ? [] : ManagementHands.Against(voucher.Hands, PaymentDuty.Prepare, mover.UserId),
            .. ManagementVouching.Faults(estimate, line, text, room, clock.Today),
            .. elsewhere,
        ];
        var trace = ManagementVouching.InvoiceOf(text)?.Trace("");
        return Decide.Unless<ManagementVoucherWritten>(breaches, () => new(text, line!.Item, trace?.Value, trace?.Content, mover.UserId, clock.UtcNow));
    }

    /// <summary>Papers are brought while it is prepared, and the signed ones until it is paid.</summary>
    public static Ruling<ManagementPaperAttached> Attach(ManagementVoucher voucher, ManagementPaperAttached wanted, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(mover);
        return Decide.If(
            () => wanted,
            (mover.May(Act.RequestPayment, voucher.CommuneCode), new("management.not-allowed")),
            (voucher.State is not ManagementVoucherState.Discarded, new("management.papers-closed")),
            (!voucher.IsEditable || MayWrite(voucher, mover), new("management.approver-prepares")),
            (!string.IsNullOrWhiteSpace(wanted.Name), new("edit.required", "PaperName")),
            (wanted.Name.Length <= LongestShort, new("project.too-long", "PaperName", LongestShort)),
            (voucher.Papers.Count < MostPapers, new("project.too-many-rows", null, MostPapers)));
    }

    public static Ruling<ManagementPaperRemoved> Remove(ManagementVoucher voucher, ManagementPaperRemoved wanted, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        ArgumentNullException.ThrowIfNull(wanted);
        return Decide.If(
            () => wanted,
            (MayWrite(voucher, mover), new(voucher.IsEditable ? "management.not-allowed" : "management.papers-closed")),
            (voucher.Papers.Any(p => p.ManagementPaperId == wanted.ManagementPaperId), new("management.paper-gone")));
    }

    /// <summary>Equipment that is paid for goes from hand to hand, each time by a document.</summary>
    public static Ruling<EquipmentHandedOver> HandOver(ManagementVoucher voucher, EquipmentHandedOver wanted, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(mover);
        return Decide.If(
            () => wanted,
            (mover.May(Act.RequestPayment, voucher.CommuneCode), new("management.not-allowed")),
            (voucher.State is ManagementVoucherState.Paid && voucher.Equipment.Any(e => e.ManagementEquipmentId == wanted.ManagementEquipmentId), new("management.equipment-not-paid")),
            (!string.IsNullOrWhiteSpace(wanted.Place), new("edit.required", nameof(wanted.Place))),
            (!string.IsNullOrWhiteSpace(wanted.Keeper), new("edit.required", nameof(wanted.Keeper))),
            (!string.IsNullOrWhiteSpace(wanted.Document), new("edit.required", nameof(wanted.Document))),
            (wanted.Place.Length <= LongestShort, new("project.too-long", nameof(wanted.Place), LongestShort)),
            (wanted.Keeper.Length <= LongestShort, new("project.too-long", nameof(wanted.Keeper), LongestShort)),
            (wanted.Document.Length <= LongestShort, new("project.too-long", nameof(wanted.Document), LongestShort)));
    }

    private static IEnumerable<Breach> TextFaults(ManagementText text)
    {
        if (!Enum.IsDefined(text.Party))
        {
            yield return new("edit.required", nameof(text.Party));
        }

        if (text.Note?.Length > LongestText)
        {
            yield return new("project.too-long", nameof(text.Note), LongestText);
        }

        if (text.Lines.Count == 0)
        {
            yield return new("management.no-lines");
        }

        if (text.Lines.Count > MostLines)
        {
            yield return new("project.too-many-rows", null, MostLines);
        }

        foreach (var breach in text.Lines.SelectMany((line, order) => LineFaults(line, $"Lines[{order}].")))
        {
            yield return breach;
        }
    }

    private static IEnumerable<Breach> LineFaults(ManagementLineText line, string field)
    {
        (bool Holds, Breach Otherwise)[] rules =
        [
            (Enum.IsDefined(line.Item), new("edit.required", field + nameof(line.Item))),
            (!string.IsNullOrWhiteSpace(line.Content), new("edit.required", field + nameof(line.Content))),
            (line.Content.Length <= LongestShort, new("project.too-long", field + nameof(line.Content), LongestShort)),
            (!string.IsNullOrWhiteSpace(line.Unit), new("edit.required", field + nameof(line.Unit))),
            (line.Unit.Length <= LongestNumber, new("project.too-long", field + nameof(line.Unit), LongestNumber)),
            (line.Quantity > 0, new("management.quantity-none", field + nameof(line.Quantity))),
            (line.UnitPrice > Dong.Zero, new("ledger.amount-none", field + nameof(line.UnitPrice))),
            (line.Amount is not null, new("management.amount-fraction", field + nameof(line.UnitPrice))),
        ];
        return rules.Unmet();
    }
}
