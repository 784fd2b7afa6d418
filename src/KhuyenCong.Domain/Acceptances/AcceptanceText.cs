using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Acceptances;

/// <summary>Nội dung biên bản nghiệm thu, as entered; blank is not zero.</summary>
public sealed record AcceptanceText
{
    public DateOnly? HeldOn { get; init; }

    /// <summary>Số biên bản.</summary>
    public string? Number { get; init; }

    /// <summary>Nơi nghiệm thu.</summary>
    public string? Place { get; init; }

    /// <summary>Vị trí theo thiết bị, where somebody at the site let it be read.</summary>
    public AcceptanceSpot? Spot { get; init; }

    /// <summary>Căn cứ: the decision that set up the council, the contract, the request.</summary>
    public string? Basis { get; init; }

    public IReadOnlyList<AcceptanceMember> Members { get; init; } = [];

    public IReadOnlyList<AcceptanceLineText> Lines { get; init; } = [];

    public IReadOnlyList<MachineEntry> Machines { get; init; } = [];

    /// <summary>Chất lượng, tình trạng hoạt động.</summary>
    public string? Quality { get; init; }

    public AcceptanceVerdict? Verdict { get; init; }

    /// <summary>Ý kiến, kết luận; for what is to be completed: what.</summary>
    public string? Opinion { get; init; }

    public DateOnly? CompleteBy { get; init; }

    /// <summary>Đã chi từ nguồn lồng ghép, tài trợ, nguồn khác, by vouchers; the rest of the eligible cost is the counterpart's.</summary>
    public Dong? Integrated { get; init; }

    public Dong? Sponsorship { get; init; }

    public Dong? Other { get; init; }

    /// <summary>How much of the programme's target it achieves; machines that are counted by serial count themselves. Nothing yet: the next record of the site carries the money too.</summary>
    public long ResultQuantity { get; init; } = 1;

    public long? ResultCopies { get; init; }
}

/// <summary>Người dự nghiệm thu: name, unit, role.</summary>
public sealed record AcceptanceMember(string Name, string Unit, string? Role, AcceptanceSide Side);

/// <summary>Khối lượng, chi phí của một dòng dự toán, as entered.</summary>
/// <param name="EstimateLineId">The line of the project's estimate.</param>
/// <param name="AcceptedQuantity">What was found done.</param>
/// <param name="InvoicedCost">By invoices and vouchers, the counterpart's own part included.</param>
/// <param name="EligibleCost">What of it counts.</param>
/// <param name="Invoices">One a line of text: series, number, seller's tax code.</param>
/// <param name="Vouchers">Other papers of the cost.</param>
/// <param name="Reason">Why quantity or cost differ.</param>
public sealed record AcceptanceLineText(Guid EstimateLineId, long? AcceptedQuantity, Dong? InvoicedCost, Dong? EligibleCost, string? Invoices, string? Vouchers, string? Reason);

/// <summary>Máy được xem tại buổi nghiệm thu, as entered.</summary>
public sealed record MachineEntry(Guid MachinePassportId)
{
    /// <summary>The machine of the dossier it is; null = not listed there.</summary>
    public Guid? ProjectMachineId { get; init; }

    public string Name { get; init; } = "";

    public string? Model { get; init; }

    public string? Maker { get; init; }

    /// <summary>Số máy; of a self-made one the number put on it at the acceptance.</summary>
    public string? Serial { get; init; }

    public int? MadeYear { get; init; }

    public string? Origin { get; init; }

    public string? InvoiceNumber { get; init; }

    public string? InvoiceSeries { get; init; }

    public string? InvoiceSeller { get; init; }

    public string? InvoiceTaxCode { get; init; }

    public Dong? Cost { get; init; }

    /// <summary>Ai đã trực tiếp xem máy.</summary>
    public string? SeenBy { get; init; }

    public DateOnly? SeenOn { get; init; }

    public bool IsAccepted { get; init; } = true;

    /// <summary>Why it is another machine than one of the same serial and another maker.</summary>
    public string? OtherMachineReason { get; init; }
}

/// <summary>Một bước tính được giữ lại cùng kết luận.</summary>
/// <param name="Kind">What limits it.</param>
/// <param name="Of">The content of the line, or the source.</param>
/// <param name="Result">To how much.</param>
/// <param name="Base">Of what.</param>
/// <param name="BasisPoints">By which share, where it is a whole one.</param>
/// <param name="Law">The document and clause it rests on.</param>
public sealed record DueStep(DueStepKind Kind, string Of, Dong Result, Dong? Base = null, int? BasisPoints = null, string? Law = null);

/// <summary>Mức hỗ trợ được thanh toán theo một biên bản: by line, by source, step by step.</summary>
/// <param name="EligibleCost">All of it, the counterpart's part included.</param>
/// <param name="ByLine">What is given of each line of the estimate, by source.</param>
/// <param name="Steps">How it was found.</param>
public sealed record DueAnswer(Dong EligibleCost, IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, Dong>> ByLine, IReadOnlyList<DueStep> Steps)
{
    public static readonly DueAnswer None = new(Dong.Zero, new Dictionary<Guid, IReadOnlyDictionary<string, Dong>>(), []);

    public IReadOnlyDictionary<string, Dong> BySource => ByLine.Values.SelectMany(l => l).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Select(p => p.Value).Sum());

    public Dong Total => ByLine.Values.SelectMany(l => l.Values).Sum();

    /// <summary>Of one line; null where it is not in the record.</summary>
    public Dong? Of(Guid estimateLineId) => ByLine.TryGetValue(estimateLineId, out var line) ? line.Values.Sum() : null;
}

/// <summary>Đã mở biên bản nghiệm thu.</summary>
public sealed record AcceptanceOpened(
    Guid AcceptanceId,
    string ProvinceCode,
    Guid ContractId,
    Guid ProjectId,
    Regime Regime,
    string TerritoryCode,
    AcceptanceForm Form,
    int Round,
    Guid? FollowsId,
    Guid? BeneficiaryId,
    Guid? EstablishmentId,
    string? BeneficiaryName,
    Guid? ProductionSiteId,
    string? CommuneCode,
    Guid By,
    DateOnly On,
    DateTime At);

/// <summary>Đã ghi biên bản nghiệm thu.</summary>
/// <param name="Text">As entered.</param>
/// <param name="Planned">What the estimate's lines say today, so that the record keeps what it was compared with.</param>
public sealed record AcceptanceWritten(AcceptanceText Text, IReadOnlyDictionary<Guid, (string Content, string? Unit, long Quantity, Dong Total)> Planned, Func<Guid> NewId, Guid By, DateTime At);

/// <summary>Đã kèm ảnh, tệp vào biên bản; TakenAt is what the device told, SignedBy whose signature on the screen it is.</summary>
public sealed record AcceptancePhotoAdded(Guid AcceptancePhotoId, Guid? MachinePassportId, string Sha256, string FileName, long Size, string MediaType, Guid By, DateTime At, DateTime? TakenAt = null, string? SignedBy = null);

/// <summary>Bước được yêu cầu với biên bản nghiệm thu.</summary>
public sealed record AcceptanceMove(AcceptanceAction Action, string? Note = null)
{
    /// <summary>Số phải thu hồi that whoever concludes a 5c has read and confirms.</summary>
    public Dong? ConfirmedExcess { get; init; }
}

/// <summary>Đã chuyển bước biên bản nghiệm thu.</summary>
/// <param name="Due">For a conclusion: what it entitles to.</param>
public sealed record AcceptanceMoved(Guid AcceptanceId, AcceptanceMove Move, AcceptanceState To, DueAnswer? Due, Guid By, DateOnly On, DateTime At, Func<Guid> NewId);

/// <summary>Đã kiểm tra máy sau nghiệm thu.</summary>
public sealed record MachineChecked(Guid MachineCheckId, Guid MachinePassportId, MachineCheckResult Result, DateOnly CheckedOn, string CheckedBy, string? Note, Guid By, DateTime At);
