using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Execution;

/// <summary>Dòng khối lượng, kinh phí của báo cáo tiến độ.</summary>
public sealed class ProgressLine : IProvincial, IAudited
{
    private ProgressLine()
    {
    }

    internal ProgressLine(ProgressReport report, Guid id, Guid estimateLineId) =>
        (ProvinceCode, ProgressReportId, ProgressLineId, EstimateLineId) = (report.ProvinceCode, report.ProgressReportId, id, estimateLineId);

    public Guid ProgressLineId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ProgressReportId { get; private set; }

    /// <summary>The line of the project's estimate; the wording and price stay as they were when the report was written.</summary>
    public Guid EstimateLineId { get; private set; }

    public int Order { get; private set; }

    public string Content { get; private set; } = "";

    public string? Unit { get; private set; }

    public long Planned { get; private set; }

    public Dong UnitPrice { get; private set; }

    /// <summary>Khối lượng đã thực hiện lũy kế, in thousandths of a unit.</summary>
    public long? Done { get; private set; }

    public Dong Value { get; private set; }

    public Dong? NationalSpent { get; private set; }

    public Dong? ProvincialSpent { get; private set; }

    public Dong? CommuneSpent { get; private set; }

    public Dong? CounterpartSpent { get; private set; }

    public Dong? IntegratedSpent { get; private set; }

    public Dong? SponsorshipSpent { get; private set; }

    public Dong? OtherSpent { get; private set; }

    public AuditSubject AuditSubject => new(nameof(ProgressReport), ProgressReportId);

    public FundingSplit Spent => new(NationalSpent, ProvincialSpent, CommuneSpent, CounterpartSpent, IntegratedSpent, SponsorshipSpent, OtherSpent);

    public ProgressLineText Text => new(EstimateLineId, Content, Unit, Planned, UnitPrice, Done, Spent);

    internal void Set(int order, ProgressLineText text)
    {
        (Order, Content, Unit, Planned, UnitPrice, Done, Value) = (order, text.Content, text.Unit, text.Planned, text.UnitPrice, text.Done, text.Value);
        var spent = text.Spent;
        (NationalSpent, ProvincialSpent, CommuneSpent, CounterpartSpent) = (spent.National, spent.Provincial, spent.Commune, spent.Counterpart);
        (IntegratedSpent, SponsorshipSpent, OtherSpent) = (spent.Integrated, spent.Sponsorship, spent.Other);
    }
}

/// <summary>Ảnh hiện trường của báo cáo tiến độ. It may tell where and when it was taken: only whoever reads the dossier gets it.</summary>
public sealed class ProgressPhoto : IProvincial, IAudited
{
    private ProgressPhoto()
    {
    }

    public Guid ProgressPhotoId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ProgressReportId { get; private set; }

    public string Sha256 { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public long Size { get; private set; }

    public string MediaType { get; private set; } = "";

    public string? Caption { get; private set; }

    public string AddedBy { get; private set; } = "";

    public DateTime AddedAt { get; private set; }

    /// <summary>Lúc chụp theo thiết bị, which nobody has verified; null where it told none.</summary>
    public DateTime? TakenAt { get; private set; }

    public AuditSubject AuditSubject => new(nameof(ProgressReport), ProgressReportId);

    internal static ProgressPhoto Of(ProgressReport report, PhotoAdded added) => new()
    {
        ProgressPhotoId = added.PhotoId,
        ProvinceCode = report.ProvinceCode,
        ProgressReportId = report.ProgressReportId,
        Sha256 = added.Sha256,
        FileName = added.FileName,
        Size = added.Size,
        MediaType = added.MediaType,
        Caption = added.Caption,
        AddedBy = added.By,
        AddedAt = added.At,
        TakenAt = added.TakenAt,
    };
}

/// <summary>Bước xử lý của báo cáo tiến độ.</summary>
public sealed class ProgressStep : IProvincial, IAudited
{
    private ProgressStep()
    {
    }

    public Guid ProgressStepId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ProgressReportId { get; private set; }

    public int Sequence { get; private set; }

    public ProgressAction Action { get; private set; }

    public ProgressReportState FromState { get; private set; }

    public ProgressReportState ToState { get; private set; }

    public DateOnly On { get; private set; }

    public Guid By { get; private set; }

    public string? Note { get; private set; }

    public AuditSubject AuditSubject => new(nameof(ProgressReport), ProgressReportId);

    internal static ProgressStep Of(ProgressReport report, ProgressMoved moved) => new()
    {
        ProgressStepId = moved.ProgressStepId,
        ProvinceCode = report.ProvinceCode,
        ProgressReportId = report.ProgressReportId,
        Sequence = report.StepCount,
        Action = moved.Action,
        FromState = report.State,
        ToState = moved.To,
        On = moved.On,
        By = moved.By,
        Note = moved.Note,
    };
}
