using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Settlements;

/// <summary>Bảng đối chiếu kinh phí đã ký: what two parties signed for, of one budget holder and year up to a day. Kept once, never changed.</summary>
public sealed class SignedReconciliation : IProvincial, IAudited
{
    private SignedReconciliation()
    {
    }

    public Guid SignedReconciliationId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    /// <summary>Đơn vị dự toán.</summary>
    public Guid HolderId { get; private set; }

    /// <summary>Of a commune's office; null = of the province.</summary>
    public string? CommuneCode { get; private set; }

    public int Year { get; private set; }

    /// <summary>Số liệu đến ngày.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>Which two parties, whatever they are called by now.</summary>
    public string PartiesKey { get; private set; } = "";

    public string PartyA { get; private set; } = "";

    public string PartyB { get; private set; } = "";

    /// <summary>As the ledger had it when the sheet was printed, up to the day.</summary>
    public IReadOnlyList<ReconciledFigure> Figures { get; private set; } = [];

    /// <summary>Số liệu lúc: the moment that the signed sheet names; entries made later are not in its figures.</summary>
    public DateTime FiguresAt { get; private set; }

    public string FileSha { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    public AuditSubject AuditSubject => new(nameof(SignedReconciliation), SignedReconciliationId);

    public static SignedReconciliation From(ReconciliationSigned signed)
    {
        ArgumentNullException.ThrowIfNull(signed);
        var of = signed.Of;
        return new()
        {
            SignedReconciliationId = signed.SignedReconciliationId,
            ProvinceCode = signed.ProvinceCode,
            HolderId = of.HolderId,
            CommuneCode = of.CommuneCode,
            Year = of.Year,
            AsOf = of.AsOf,
            PartiesKey = of.PartiesKey,
            PartyA = of.PartyA,
            PartyB = of.PartyB,
            Figures = of.Figures,
            FiguresAt = signed.FiguresAt,
            FileSha = signed.FileSha,
            FileName = signed.FileName,
            By = signed.By,
            At = signed.At,
        };
    }

    /// <summary>What the ledger says otherwise by now of the same day: entered later, for a day before it.</summary>
    public IReadOnlyList<ReconciledFigure> Differing(IReadOnlyCollection<ReconciledFigure> now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return [.. Figures.Where(f => !now.Contains(f)).Concat(now.Where(n => !Figures.Any(f => f.ContractId == n.ContractId && f.AllocationId == n.AllocationId)))];
    }
}

/// <summary>Số đối chiếu của một hợp đồng trên một dòng dự toán.</summary>
public sealed record ReconciledFigure(Guid ContractId, Guid ProjectId, Guid AllocationId, string? Number, string Source, Dong Contracted, Dong Committed, Dong Advanced, Dong Paid, Dong Settled, Dong Returned, Dong GivenBack);

/// <summary>Bảng đối chiếu của hai bên, as it is printed.</summary>
public sealed record ReconciliationText(Guid HolderId, string? CommuneCode, int Year, DateOnly AsOf, string PartiesKey, string PartyA, string PartyB, IReadOnlyList<ReconciledFigure> Figures);

/// <summary>Đã kèm bản ký của bảng đối chiếu.</summary>
public sealed record ReconciliationSigned(Guid SignedReconciliationId, string ProvinceCode, ReconciliationText Of, string FileSha, string FileName, DateTime FiguresAt, Guid By, DateTime At);

/// <summary>Kèm bản ký của bảng đối chiếu: of two named parties, up to a day that is over or today, once.</summary>
public static class ReconciliationSigning
{
    /// <summary>Số liệu lúc: the moment that the signed sheet names is there, and is none at which its day had not come.</summary>
    /// <param name="figuresAt">As it is read off the sheet; null where that could not be read.</param>
    /// <param name="asOf">The day of the sheet.</param>
    /// <param name="now">Of the record; a sheet names the second that its moment falls into.</param>
    public static IReadOnlyList<Breach> MomentFaults(DateTime? figuresAt, DateOnly asOf, DateTime now)
    {
        if (figuresAt is not { } moment)
        {
            return [new("reconciliation.moment-missing", "PrintedAt")];
        }

        (bool Holds, Breach Otherwise)[] rules =
        [
            (moment <= now.AddSeconds(1), new("reconciliation.moment-to-come", "PrintedAt")),
            (DateOnly.FromDateTime(moment.ToVietnam()) >= asOf, new("reconciliation.moment-before-day", "PrintedAt", asOf)),
        ];
        return [.. rules.Unmet()];
    }

    /// <param name="text">What is printed; null where no two parties were chosen.</param>
    /// <param name="isKept">A scan of the same parties and day is kept already.</param>
    /// <param name="mover">Who brings it.</param>
    /// <param name="today">Of the record.</param>
    public static IReadOnlyList<Breach> Faults(ReconciliationText? text, bool isKept, PlanMover mover, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(mover);
        if (text is null || text.Figures.Count == 0)
        {
            return [new("reconciliation.parties-missing")];
        }

        if (!mover.May(Act.PrepareSettlement, text.CommuneCode))
        {
            return [new("settlement.not-allowed")];
        }

        if (HolderDuty.Against(mover, [text.HolderId]) is { } stranger)
        {
            return [stranger];
        }

        (bool Holds, Breach Otherwise)[] rules =
        [
            (text.AsOf <= today, new("reconciliation.day-to-come", null, text.AsOf)),
            (!isKept, new("reconciliation.kept", null, text.AsOf)),
        ];
        return [.. rules.Unmet()];
    }
}
