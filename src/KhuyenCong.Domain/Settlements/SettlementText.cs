using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Settlements;

/// <summary>Hợp đồng được quyết toán: what rules of settlement need to know of it.</summary>
/// <param name="ContractId">Which.</param>
/// <param name="ProvinceCode">Its province.</param>
/// <param name="ProjectId">What it carries out.</param>
/// <param name="Regime">Whose procedure it follows.</param>
/// <param name="TerritoryCode">The commune that alone works on it, or the province.</param>
/// <param name="Year">The year whose money it is.</param>
/// <param name="SignedOn">Null while it is not signed.</param>
/// <param name="IsSigned">Signed, and neither liquidated nor cancelled.</param>
/// <param name="IsStopped">Its project was stopped.</param>
public sealed record SettledContract(Guid ContractId, string ProvinceCode, Guid ProjectId, Regime Regime, string TerritoryCode, int Year, DateOnly? SignedOn, bool IsSigned, bool IsStopped);

/// <summary>Giá trị hợp đồng của một nguồn.</summary>
public sealed record ContractFunds(string Source, Guid? AllocationId, Dong Amount);

/// <summary>Hạn của hồ sơ quyết toán.</summary>
/// <param name="RuleCode">Of the library.</param>
/// <param name="Title">What is due.</param>
/// <param name="LastDay">The last day that is in time.</param>
/// <param name="Binds">A verified or adopted rule of the contract's own regime; any other is a suggestion.</param>
public sealed record SettlementDeadline(string RuleCode, string Title, DateOnly LastDay, bool Binds)
{
    /// <summary>The first working day after it, where it falls on a day off and the library says that time then ends later; null where it does not.</summary>
    public DateOnly? NextWorkingDay { get; init; }

    /// <summary>What is said of days off is verified or adopted; otherwise the next working day is shown and nothing is moved.</summary>
    public bool IsMoved { get; init; }

    /// <summary>Until when nobody is late.</summary>
    public DateOnly InTimeUntil => IsMoved && NextWorkingDay is { } day ? day : LastDay;

    public bool IsLate(DateOnly day) => day > InTimeUntil;

    /// <summary>The same deadline, with what the library's rule on days off makes of it.</summary>
    /// <param name="calendar">The province's working days.</param>
    /// <param name="stands">Whether that rule is verified or adopted.</param>
    public SettlementDeadline PastDaysOff(WorkingCalendar calendar, bool stands)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var working = calendar.NextWorking(LastDay);
        return working == LastDay ? this : this with { NextWorkingDay = working, IsMoved = stands };
    }
}

/// <summary>Hóa đơn đã dùng ở nơi khác.</summary>
/// <param name="VoucherId">The voucher here.</param>
/// <param name="Invoice">As typed here.</param>
/// <param name="Where">The other contract or project.</param>
/// <param name="IsCertain">Number, series and seller are the same; otherwise one side does not say whose it is.</param>
public sealed record InvoiceUse(Guid VoucherId, string Invoice, string Where, bool IsCertain);

/// <summary>Những gì quyết toán dựa vào, as it stands at the moment of a step.</summary>
/// <param name="Contract">Which is settled.</param>
/// <param name="Contracted">Its amounts by source.</param>
/// <param name="Due">Support due by concluded acceptances, by source.</param>
/// <param name="Held">What the ledger holds for it, by source.</param>
/// <param name="OpenPayments">Numbers of requests that are asked for and not decided.</param>
/// <param name="UsedElsewhere">Invoices that another settlement or project uses.</param>
/// <param name="Deadlines">As the library has them.</param>
public sealed record SettlementFacts(
    SettledContract Contract,
    IReadOnlyList<ContractFunds> Contracted,
    IReadOnlyDictionary<string, Dong> Due,
    IReadOnlyList<SourceHeld> Held,
    IReadOnlyList<string> OpenPayments,
    IReadOnlyList<InvoiceUse> UsedElsewhere,
    IReadOnlyList<SettlementDeadline> Deadlines)
{
    /// <summary>Contracts that are a part of it and are neither signed nor cancelled: with the contract liquidated, nobody could take them further.</summary>
    public IReadOnlyList<string> UnsignedParts { get; init; } = [];

    /// <summary>What of its sites is not accepted yet.</summary>
    public OpenSites Sites { get; init; } = OpenSites.None;

    /// <summary>Those of the open requests that pay for good, so that they rest on what is found due.</summary>
    public IReadOnlyList<string> OpenOnDue { get; init; } = [];

    /// <summary>As concluded acceptances have it; null where they give support of all of the cost, or none.</summary>
    public SettlementShare? Share { get; init; }

    /// <summary>Ngày nghiệm thu cuối cùng đã kết luận; null where there is none.</summary>
    public DateOnly? LastAcceptedOn { get; init; }

    /// <summary>What the Cục's concluded record took from what is due of the national source; null where it took nothing.</summary>
    public AgencyBound? Agency { get; init; }

    /// <summary>What the project's contracts have to give back by the Cục's record, this one among them.</summary>
    public IReadOnlyList<SupportExcess> Excesses { get; init; } = [];

    /// <summary>Whether the rule behind <see cref="ForceMajeurePapers"/> binds the contract.</summary>
    public bool AskForceMajeurePapers { get; init; }
}

/// <summary>Tỷ lệ hỗ trợ theo nghiệm thu: support due of drawn sources in the eligible cost.</summary>
/// <param name="Due">Support due by concluded acceptances.</param>
/// <param name="Cost">Their eligible cost.</param>
public sealed record SettlementShare(Dong Due, Dong Cost)
{
    private const int Whole = 10_000;

    /// <summary>Rounded down, as it is typed and shown.</summary>
    public int BasisPoints => (int)((Int128)Due.Amount * Whole / Cost.Amount);

    /// <summary>Null where support is no share of the cost that can be typed.</summary>
    public static SettlementShare? Between(Dong due, Dong cost) =>
        due > Dong.Zero && due < cost && (Int128)due.Amount * Whole >= cost.Amount ? new(due, cost) : null;

    /// <summary>The support of another cost, to the đồng: the rounding of the basis points takes nothing from it.</summary>
    public Dong Of(Dong cost) => new(checked((long)((Int128)cost.Amount * Due.Amount / Cost.Amount)));
}

/// <summary>Nội dung hồ sơ quyết toán as it is written.</summary>
public sealed record SettlementText
{
    public VoucherRegime Vouchering { get; init; }

    public SettlementBasis Basis { get; init; }

    public int? ShareBasisPoints { get; init; }

    public string? Note { get; init; }

    public string? LateReason { get; init; }

    /// <summary>Why sites that nobody accepted are not done under the contract, and on what ground.</summary>
    public string? UndoneSites { get; init; }

    public string? Explanation { get; init; }

    public string? ConfirmedBy { get; init; }

    public string? ConfirmationNumber { get; init; }

    public DateOnly? ConfirmationDate { get; init; }

    /// <summary>By source, under force majeure.</summary>
    public IReadOnlyDictionary<string, Dong> WorkDone { get; init; } = new Dictionary<string, Dong>();

    public IReadOnlyList<VoucherText> Vouchers { get; init; } = [];
}

/// <summary>Một dòng của bảng kê chứng từ.</summary>
public sealed record VoucherText(Guid VoucherId, VoucherKind Kind, string Number, DateOnly? IssuedOn, string? Payer, string? Payee, string Content, Dong Amount, string Source, string? Invoice)
{
    /// <summary>How its invoice is recognised; null where it has none.</summary>
    public SupportTrace? Trace => InvoiceMark.Of(Invoice)?.Trace("");

    /// <summary>One text for an invoice whose seller is known by tax code; null where it is not.</summary>
    public string? InvoiceKey => InvoiceMark.Of(Invoice) is { Number.Length: > 0, TaxCode.Length: > 0 } mark ? $"{mark.Number}|{mark.Series}|{mark.TaxCode}" : null;
}

/// <summary>Số dư của hợp đồng theo nguồn: what its payments have moved so far.</summary>
/// <param name="Paid">Settled or not.</param>
public sealed record SourceHeld(string Source, Dong Committed, Dong Advanced, Dong Paid)
{
    /// <summary>Đã quyết toán: of what is paid; before the contract's own settlement that is what a year's final account settled.</summary>
    public Dong Settled { get; init; }
}

/// <summary>Đối chiếu ba bên của một nguồn: contract, acceptance and payment side by side.</summary>
/// <param name="Source">A funding source's code.</param>
/// <param name="AllocationId">Null = not drawn on an allotment.</param>
/// <param name="Contracted">Of the contract.</param>
/// <param name="Due">By acceptances, or by the work done.</param>
/// <param name="Advanced">Advanced and not yet cleared.</param>
/// <param name="Paid">Paid for good.</param>
/// <param name="Proven">By vouchers that count for the source.</param>
public sealed record SettlementFigure(string Source, Guid? AllocationId, Dong Contracted, Dong Due, Dong Advanced, Dong Paid, Dong Proven)
{
    /// <summary>Support is due by acceptance; counterpart and integrated money is proven alone.</summary>
    public bool IsSupport => Allotting.IsDrawn(Source);

    /// <summary>Whether the ledger pays it: support of another body's book is accepted and proven here, and paid there.</summary>
    public bool IsPaidHere => AllocationId is not null;

    public Dong ToSettle => (IsSupport ? Due : Proven).AtMost(Contracted);

    /// <summary>Còn phải trả, beside what is advanced already.</summary>
    public Dong StillToPay => IsPaidHere ? Above(ToSettle, Paid + Advanced) : Dong.Zero;

    /// <summary>Phải thu hồi: paid or advanced beyond what is settled.</summary>
    public Dong ToRecover => IsPaidHere ? Above(Paid + Advanced, ToSettle) : Dong.Zero;

    /// <summary>Chênh lệch trả về nguồn.</summary>
    public Dong Difference => Contracted - ToSettle;

    private static Dong Above(Dong one, Dong other) => one > other ? one - other : Dong.Zero;
}
