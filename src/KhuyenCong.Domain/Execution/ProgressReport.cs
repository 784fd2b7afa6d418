using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Execution;

/// <summary>Báo cáo tiến độ: what one contract has done and spent up to one month, from its first day on, as the implementing unit says and the Sở or the commune confirms.</summary>
public sealed class ProgressReport : IProvincial, IVersioned, IAudited
{
    /// <summary>The whole: 100 % in basis points.</summary>
    public const int Whole = 10_000;

    private readonly List<ProgressLine> lines = [];
    private readonly List<ProgressPhoto> photos = [];
    private readonly List<ProgressStep> steps = [];

    private ProgressReport()
    {
    }

    public Guid ProgressReportId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ContractId { get; private set; }

    public Guid ProjectId { get; private set; }

    public Regime Regime { get; private set; }

    /// <summary>As its contract's: the commune that confirms it, or the province.</summary>
    public string TerritoryCode { get; private set; } = "";

    public int Year { get; private set; }

    public int Month { get; private set; }

    public ProgressReportState State { get; private set; }

    /// <summary>Since when it lies where it lies.</summary>
    public DateOnly StateSince { get; private set; }

    /// <summary>Tổng vốn đầu tư: the estimate of the project as it was when the report was written.</summary>
    public Dong Investment { get; private set; }

    /// <summary>Giá trị khối lượng đã thực hiện: of each line no more than its estimate.</summary>
    public Dong ValueDone { get; private set; }

    /// <summary>Tỷ lệ khối lượng: value done of the whole investment in basis points, computed and rounded down.</summary>
    public int WorkShare { get; private set; }

    /// <summary>The unit's own figure, which stands beside the computed one and replaces it nowhere.</summary>
    public int? OwnShare { get; private set; }

    /// <summary>Đã chi từ mọi nguồn.</summary>
    public Dong Spent { get; private set; }

    public string? Difficulties { get; private set; }

    public string? Proposals { get; private set; }

    /// <summary>Why a figure differs from what was confirmed of other months.</summary>
    public string? DeviationReason { get; private set; }

    /// <summary>When it came first; being sent back does not make it late.</summary>
    public DateOnly? FirstSubmittedOn { get; private set; }

    public DateOnly? ConfirmedOn { get; private set; }

    public Guid? ConfirmedBy { get; private set; }

    /// <summary>All who wrote or submitted it: none of them confirms it.</summary>
    public IReadOnlyList<Guid> Writers { get; private set; } = [];

    /// <summary>Bản quét đã ký, kept once it was sent.</summary>
    public string? FileSha { get; private set; }

    public string? FileName { get; private set; }

    public string? MediaType { get; private set; }

    /// <summary>Bản ký cũ hơn số liệu: what was sent back was written anew after it was signed.</summary>
    public bool IsScanOlder { get; private set; }

    public int StepCount { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<ProgressLine> Lines => lines;

    public IReadOnlyList<ProgressPhoto> Photos => photos;

    public IReadOnlyList<ProgressStep> Steps => steps;

    /// <summary>Year and month as one number that orders them.</summary>
    public int Period => (Year * 12) + Month;

    public bool IsEditable => State is ProgressReportState.Drafting or ProgressReportState.SentBack;

    public AuditSubject AuditSubject => new(nameof(ProgressReport), ProgressReportId);

    public ProgressText Text => new([.. lines.OrderBy(l => l.Order).Select(l => l.Text)], Difficulties, Proposals, OwnShare, DeviationReason);

    public static ProgressReport From(ProgressOpened opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return new()
        {
            ProgressReportId = opened.ProgressReportId,
            ProvinceCode = opened.ProvinceCode,
            ContractId = opened.ContractId,
            ProjectId = opened.ProjectId,
            Regime = opened.Regime,
            TerritoryCode = opened.TerritoryCode,
            Year = opened.Year,
            Month = opened.Month,
            StateSince = opened.On,
        };
    }

    public void Apply(ProgressWritten written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var (text, before) = (written.Text, Text);
        var beside = text with { Lines = before.Lines };
        IsScanOlder |= FileSha is not null && FirstSubmittedOn is not null && (beside != before || !text.Lines.SequenceEqual(before.Lines));
        lines.RemoveAll(l => text.Lines.All(t => t.EstimateLineId != l.EstimateLineId));
        for (var order = 0; order < text.Lines.Count; order++)
        {
            var of = text.Lines[order];
            var line = lines.Find(l => l.EstimateLineId == of.EstimateLineId);
            if (line is null)
            {
                lines.Add(line = new(this, written.LineIds[order], of.EstimateLineId));
            }

            line.Set(order, of);
        }

        (Difficulties, Proposals, OwnShare, DeviationReason) = (text.Difficulties, text.Proposals, text.OwnShare, text.DeviationReason);
        (Investment, ValueDone, Spent) = (written.Investment, text.ValueDone, text.Spent);
        WorkShare = ShareOf(ValueDone, Investment);
        Touch(written.By, written.At);
    }

    public void Apply(ProgressMoved moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        StepCount++;
        steps.Add(ProgressStep.Of(this, moved));
        (State, StateSince, ChangedAt) = (moved.To, moved.On, moved.At);
        switch (moved.Action)
        {
            case ProgressAction.Send:
                FirstSubmittedOn ??= moved.On;
                Touch(moved.By, moved.At);
                break;
            case ProgressAction.Confirm:
                (ConfirmedOn, ConfirmedBy) = (moved.On, moved.By);
                break;
        }
    }

    public void Apply(PhotoAdded added)
    {
        ArgumentNullException.ThrowIfNull(added);
        photos.Add(ProgressPhoto.Of(this, added));
        Touch(added.ByUser, added.At);
    }

    public void Apply(PhotoRemoved removed)
    {
        ArgumentNullException.ThrowIfNull(removed);
        photos.Remove(photos.Single(p => p.ProgressPhotoId == removed.PhotoId));
        Touch(removed.ByUser, removed.At);
    }

    public void Apply(ProgressScanned scanned)
    {
        ArgumentNullException.ThrowIfNull(scanned);
        (FileSha, FileName, MediaType, IsScanOlder) = (scanned.FileSha, scanned.FileName, scanned.MediaType, false);
        Touch(scanned.By, scanned.At);
    }

    public bool HasHand(Guid userId) => Writers.Contains(userId);

    /// <summary>Rounded down to the basis point and never more than the whole; nothing where there is no investment.</summary>
    public static int ShareOf(Dong value, Dong investment) =>
        investment <= Dong.Zero ? 0 : (int)Math.Min(Whole, Math.Floor((decimal)value.Amount * Whole / investment.Amount));

    /// <summary>Of several items the share, in basis points and rounded down, of the one that is furthest; null where there is none.</summary>
    public static int? HighestShareOf(IEnumerable<ProgressLineText> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return lines.Where(l => l.Planned > 0).Select(l => (int?)Math.Min(Whole, Math.Floor((decimal)(l.Done ?? 0) * Whole / ((decimal)l.Planned * ProgressLineText.Thousand)))).Max();
    }

    private void Touch(Guid userId, DateTime at) => (Writers, ChangedAt) = (Writers.Contains(userId) ? Writers : [.. Writers, userId], at);
}

/// <summary>Đã mở báo cáo tiến độ của một hợp đồng, một tháng.</summary>
public sealed record ProgressOpened(Guid ProgressReportId, string ProvinceCode, Guid ContractId, Guid ProjectId, Regime Regime, string TerritoryCode, int Year, int Month, DateOnly On);

/// <summary>Đã ghi nội dung báo cáo tiến độ.</summary>
/// <param name="LineIds">An id for each line, used where its row is new.</param>
public sealed record ProgressWritten(ProgressText Text, Dong Investment, IReadOnlyList<Guid> LineIds, Guid By, DateTime At);

/// <summary>Đã chuyển bước báo cáo tiến độ.</summary>
public sealed record ProgressMoved(Guid ProgressReportId, Guid ProgressStepId, ProgressAction Action, string? Note, ProgressReportState To, Guid By, DateOnly On, DateTime At);

/// <summary>Đã kèm ảnh.</summary>
public sealed record PhotoAdded(Guid PhotoId, string Sha256, string FileName, long Size, string MediaType, string? Caption, string By, Guid ByUser, DateTime At, DateTime? TakenAt = null);

/// <summary>Đã gỡ ảnh.</summary>
public sealed record PhotoRemoved(Guid PhotoId, Guid ByUser, DateTime At);

/// <summary>Đã kèm bản quét đã ký của báo cáo tiến độ.</summary>
public sealed record ProgressScanned(string FileSha, string FileName, string MediaType, Guid By, DateTime At);

/// <summary>Nội dung báo cáo tiến độ, as written.</summary>
public sealed record ProgressText(IReadOnlyList<ProgressLineText> Lines, string? Difficulties = null, string? Proposals = null, int? OwnShare = null, string? DeviationReason = null)
{
    public Dong ValueDone => Lines.Select(l => l.Value).Sum();

    public Dong Spent => Lines.Select(l => l.Spent.Total).Sum();
}

/// <summary>Một dòng của báo cáo tiến độ: a line of the estimate, how much of it is done and what it has cost so far.</summary>
/// <param name="Planned">Quantity of the estimate.</param>
/// <param name="Done">Thousandths of a unit, so that half a machine hall can be said; null = not said.</param>
/// <param name="Spent">Since the beginning, by source; blank is not zero.</param>
public sealed record ProgressLineText(Guid EstimateLineId, string Content, string? Unit, long Planned, Dong UnitPrice, long? Done, FundingSplit Spent)
{
    /// <summary>Thousandths of a whole unit.</summary>
    public const int Thousand = 1000;

    /// <summary>What is done at the estimate's price; more than was estimated counts as what was estimated.</summary>
    public Dong Value => Done is not { } done ? Dong.Zero : new(checked((long)Math.Floor((decimal)UnitPrice.Amount * Math.Min(done, (decimal)Planned * Thousand) / Thousand)));
}
