namespace KhuyenCong.Domain.Projects;

/// <summary>Loại hồ sơ có giấy tờ đã gỡ.</summary>
public enum RemovedPaperKind
{
    /// <summary>Hồ sơ đề án.</summary>
    Project,

    /// <summary>Đề nghị chi.</summary>
    Payment,

    /// <summary>Báo cáo tiến độ.</summary>
    Progress,

    /// <summary>Biên bản nghiệm thu.</summary>
    Acceptance,

    /// <summary>Hồ sơ quyết toán.</summary>
    Settlement,

    /// <summary>Phiếu theo dõi sau hỗ trợ.</summary>
    FollowUp,

    /// <summary>Chứng từ chi quản lý.</summary>
    Management,

    /// <summary>Kết quả của chương trình.</summary>
    Result,

    /// <summary>Biên bản nghiệm thu chung (5b, 5c).</summary>
    Summary,

    /// <summary>Đợt phê duyệt kế hoạch.</summary>
    Batch,
}

/// <summary>Giấy tờ đã gỡ: a paper that was taken off a record after somebody else could have read it there. Its content stays, until its erasure is asked for.</summary>
/// <remarks>What is taken off a draft that was never sent is nobody's version: it goes, as it always did.</remarks>
public sealed class RemovedPaper : IProvincial
{
    public const int LongestText = 500;

    private RemovedPaper()
    {
    }

    public Guid RemovedPaperId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    /// <summary>Null for vouchers, results and batches, which are no single project's: what they were for says whose package has them.</summary>
    public Guid? ProjectId { get; private set; }

    public RemovedPaperKind Kind { get; private set; }

    /// <summary>The record it was on.</summary>
    public Guid RecordId { get; private set; }

    /// <summary>What it was there.</summary>
    public string What { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public string MediaType { get; private set; } = "";

    /// <summary>By which its content is found; null once it was erased.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>Null where the record did not keep when it came.</summary>
    public DateTime? AddedAt { get; private set; }

    public DateTime RemovedAt { get; private set; }

    public Guid RemovedBy { get; private set; }

    public string RemovedByName { get; private set; } = "";

    public string? Reason { get; private set; }

    /// <summary>Số yêu cầu xóa dữ liệu cá nhân.</summary>
    public string? ErasedRequest { get; private set; }

    public DateTime? ErasedAt { get; private set; }

    public bool IsErased => ErasedAt is not null;

    public static RemovedPaper Of(PaperTakenOff taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        return new()
        {
            RemovedPaperId = taken.RemovedPaperId,
            ProvinceCode = taken.ProvinceCode,
            ProjectId = taken.ProjectId,
            Kind = taken.Kind,
            RecordId = taken.RecordId,
            What = Cut(taken.What),
            FileName = taken.FileName,
            MediaType = taken.MediaType,
            Sha256 = taken.Sha256,
            AddedAt = taken.AddedAt,
            RemovedAt = taken.At,
            RemovedBy = taken.By,
            RemovedByName = Cut(taken.ByName),
            Reason = string.IsNullOrWhiteSpace(taken.Reason) ? null : Cut(taken.Reason.Trim().Normalize()),
        };
    }

    /// <summary>The content and whatever its name tells of a person go; that there was a paper, and who took it off, stays.</summary>
    public void Erase(string request, DateTime at) => (What, FileName, Reason, Sha256, ErasedRequest, ErasedAt) = ("", "", null, null, request, at);

    private static string Cut(string text) => Characters.Cut(text, LongestText);
}

/// <summary>Đã gỡ giấy tờ.</summary>
public sealed record PaperTakenOff(
    Guid RemovedPaperId, string ProvinceCode, Guid? ProjectId, RemovedPaperKind Kind, Guid RecordId, string What, string FileName, string MediaType, string Sha256, DateTime? AddedAt, Guid By, string ByName, string? Reason, DateTime At);
