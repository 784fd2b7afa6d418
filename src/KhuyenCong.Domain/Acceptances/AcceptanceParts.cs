using KhuyenCong.Domain.Programmes;
namespace KhuyenCong.Domain.Acceptances;

/// <summary>Mức hỗ trợ được thanh toán theo nguồn: what one source owes by one record.</summary>
public sealed class AcceptanceAmount : IProvincial, IAudited
{
    private AcceptanceAmount()
    {
    }

    internal AcceptanceAmount(Acceptance acceptance, Guid id, string source, Dong amount) =>
        (AcceptanceAmountId, ProvinceCode, AcceptanceId, Source, Amount) = (id, acceptance.ProvinceCode, acceptance.AcceptanceId, source, amount);

    public Guid AcceptanceAmountId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid AcceptanceId { get; private set; }

    public string Source { get; private set; } = "";

    public Dong Amount { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Acceptance), AcceptanceId);
}

/// <summary>Khối lượng, chi phí nghiệm thu của một dòng dự toán, the counterpart's own work included.</summary>
public sealed class AcceptanceLine : IProvincial, IAudited
{
    private AcceptanceLine()
    {
    }

    internal AcceptanceLine(Acceptance acceptance, Guid id, Guid estimateLineId) =>
        (AcceptanceLineId, ProvinceCode, AcceptanceId, EstimateLineId) = (id, acceptance.ProvinceCode, acceptance.AcceptanceId, estimateLineId);

    public Guid AcceptanceLineId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid AcceptanceId { get; private set; }

    public Guid EstimateLineId { get; private set; }

    public int Order { get; private set; }

    /// <summary>As the estimate called it.</summary>
    public string Content { get; private set; } = "";

    public string? Unit { get; private set; }

    public long PlannedQuantity { get; private set; }

    public Dong PlannedCost { get; private set; }

    public long? AcceptedQuantity { get; private set; }

    public Dong? InvoicedCost { get; private set; }

    public Dong? EligibleCost { get; private set; }

    public string? Invoices { get; private set; }

    public string? Vouchers { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>Set by the conclusion.</summary>
    public Dong? Due { get; private set; }

    public Dong? NationalDue { get; private set; }

    public Dong? ProvincialDue { get; private set; }

    public Dong? CommuneDue { get; private set; }

    /// <summary>What the conclusion gives of the line, by source; empty where it gives none, or was drawn before lines kept it.</summary>
    public IReadOnlyDictionary<string, Dong> DueBySource => new (FundingSource Source, Dong? Due)[] { (FundingSource.National, NationalDue), (FundingSource.Provincial, ProvincialDue), (FundingSource.Commune, CommuneDue) }
        .Where(p => p.Due is not null).ToDictionary(p => p.Source.Code, p => p.Due!.Value);

    public AuditSubject AuditSubject => new(nameof(Acceptance), AcceptanceId);

    public AcceptanceLineText Text => new(EstimateLineId, AcceptedQuantity, InvoicedCost, EligibleCost, Invoices, Vouchers, Reason);

    internal void Set(int order, AcceptanceLineText text, (string Content, string? Unit, long Quantity, Dong Total) planned)
    {
        (Order, AcceptedQuantity, InvoicedCost, EligibleCost) = (order, text.AcceptedQuantity, text.InvoicedCost, text.EligibleCost);
        (Invoices, Vouchers, Reason) = (text.Invoices, text.Vouchers, text.Reason);
        (Content, Unit, PlannedQuantity, PlannedCost) = (planned.Content ?? "", planned.Unit, planned.Quantity, planned.Total);
    }

    internal void Entitle(IReadOnlyDictionary<string, Dong> due)
    {
        Dong? Of(FundingSource source) => due.TryGetValue(source.Code, out var given) ? given : null;
        (Due, NationalDue, ProvincialDue, CommuneDue) = (due.Values.Sum(), Of(FundingSource.National), Of(FundingSource.Provincial), Of(FundingSource.Commune));
    }
}

/// <summary>Ảnh, tệp của biên bản: the scene, a machine's nameplate, the signed scan, a signature on the screen.</summary>
public sealed class AcceptancePhoto : IProvincial, IAudited
{
    private AcceptancePhoto()
    {
    }

    public Guid AcceptancePhotoId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid AcceptanceId { get; private set; }

    /// <summary>The machine whose nameplate it shows; null = the scene, the scanned record, or a signature.</summary>
    public Guid? MachinePassportId { get; private set; }

    public string Sha256 { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public long Size { get; private set; }

    public string MediaType { get; private set; } = "";

    public DateTime AddedAt { get; private set; }

    /// <summary>Lúc chụp theo thiết bị, which nobody has verified; null where it told none, and for a scan, which was not taken at the site.</summary>
    public DateTime? TakenAt { get; private set; }

    /// <summary>Chữ ký có mặt, drawn on the screen at the site by whom; it tells that somebody was there and signs nothing else.</summary>
    public string? SignedBy { get; private set; }

    /// <summary>Ảnh hiện trường, bản quét.</summary>
    public bool IsScene => MachinePassportId is null && SignedBy is null;

    public bool IsPicture => MediaType.StartsWith("image/", StringComparison.Ordinal);

    public AuditSubject AuditSubject => new(nameof(Acceptance), AcceptanceId);

    /// <summary>The machine it showed is no longer in the record: the picture stays with the record.</summary>
    public void Unlink() => MachinePassportId = null;

    internal static AcceptancePhoto Of(Acceptance acceptance, AcceptancePhotoAdded added)
    {
        var photo = new AcceptancePhoto
        {
            AcceptancePhotoId = added.AcceptancePhotoId,
            ProvinceCode = acceptance.ProvinceCode,
            AcceptanceId = acceptance.AcceptanceId,
            MachinePassportId = added.MachinePassportId,
            Sha256 = added.Sha256,
            FileName = added.FileName,
            Size = added.Size,
            MediaType = added.MediaType,
            AddedAt = added.At,
        };
        (photo.TakenAt, photo.SignedBy) = photo.IsPicture ? (added.TakenAt, added.SignedBy) : (null, null);
        return photo;
    }
}

/// <summary>Hóa đơn đã nghiệm thu: one invoice proves the cost of one record, in the whole nation.</summary>
public sealed class AcceptedInvoice : IProvincial, IAudited
{
    private AcceptedInvoice()
    {
    }

    public Guid AcceptedInvoiceId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid AcceptanceId { get; private set; }

    public Guid ProjectId { get; private set; }

    /// <summary>Number, series and the seller's tax code, folded.</summary>
    public string Key { get; private set; } = "";

    /// <summary>As typed.</summary>
    public string Text { get; private set; } = "";

    public AuditSubject AuditSubject => new(nameof(Acceptance), AcceptanceId);

    public static AcceptedInvoice Of(Acceptance acceptance, Guid id, string key, string text)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        return new() { AcceptedInvoiceId = id, ProvinceCode = acceptance.ProvinceCode, AcceptanceId = acceptance.AcceptanceId, ProjectId = acceptance.ProjectId, Key = key, Text = text };
    }
}

/// <summary>Kết quả do nghiệm thu tạo ra: which results of the programme a conclusion recorded or found recorded.</summary>
public sealed class AcceptanceResult : IProvincial, IAudited
{
    private AcceptanceResult()
    {
    }

    public Guid ResultId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid AcceptanceId { get; private set; }

    /// <summary>Somebody had recorded it before: undoing the acceptance leaves it.</summary>
    public bool WasThere { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Acceptance), AcceptanceId);

    public static AcceptanceResult Of(Acceptance acceptance, Guid resultId, bool wasThere)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        return new() { ResultId = resultId, ProvinceCode = acceptance.ProvinceCode, AcceptanceId = acceptance.AcceptanceId, WasThere = wasThere };
    }
}

/// <summary>Chỉ tiêu mà kết quả nghiệm thu của đề án tính vào: chosen once where the dossier names none.</summary>
/// <remarks>A null target says that the work counts toward none, with the reason.</remarks>
public sealed class AcceptanceTarget : IProvincial, IAudited
{
    private AcceptanceTarget()
    {
    }

    public Guid ProjectId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid? TargetId { get; private set; }

    public string? Reason { get; private set; }

    public Guid ChosenBy { get; private set; }

    public DateTime ChosenAt { get; private set; }

    public AuditSubject AuditSubject => new("Project", ProjectId);

    public static AcceptanceTarget Of(string provinceCode, Guid projectId, Guid? targetId, string? reason, Guid by, DateTime at) =>
        new() { ProjectId = projectId, ProvinceCode = provinceCode, TargetId = targetId, Reason = reason, ChosenBy = by, ChosenAt = at };
}
