using System.Globalization;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Pages.Programmes;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>A settlement as typed.</summary>
public sealed class SettlementForm
{
    private const int PointsOfOne = 100;

    public VoucherRegime Vouchering { get; set; }

    public SettlementBasis Basis { get; set; }

    /// <summary>Percent as people write it, "50" or "30,5".</summary>
    public string? Share { get; set; }

    public string? Note { get; set; }

    public string? LateReason { get; set; }

    public string? UndoneSites { get; set; }

    public string? Explanation { get; set; }

    public string? ConfirmedBy { get; set; }

    public string? ConfirmationNumber { get; set; }

    public DateOnly? ConfirmationDate { get; set; }

    /// <summary>By source.</summary>
    public Dictionary<string, Dong?> WorkDone { get; set; } = [];

    public List<VoucherForm> Vouchers { get; set; } = [];

    public static SettlementForm Of(SettlementText text, int blankRows, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(newId);
        return new()
        {
            Vouchering = text.Vouchering,
            Basis = text.Basis,
            Share = ShareText(text.ShareBasisPoints),
            Note = text.Note,
            LateReason = text.LateReason,
            UndoneSites = text.UndoneSites,
            Explanation = text.Explanation,
            ConfirmedBy = text.ConfirmedBy,
            ConfirmationNumber = text.ConfirmationNumber,
            ConfirmationDate = text.ConfirmationDate,
            WorkDone = text.WorkDone.ToDictionary(w => w.Key, w => (Dong?)w.Value),
            Vouchers = [.. text.Vouchers.Select(VoucherForm.Of), .. Enumerable.Range(0, blankRows).Select(_ => new VoucherForm { Id = newId() })],
        };
    }

    public static string? ShareText(int? basisPoints) => basisPoints is { } points ? (points / (decimal)PointsOfOne).ToString("0.##", CultureInfo.GetCultureInfo("vi-VN")) : null;

    /// <summary>What is to be written.</summary>
    /// <param name="kept">The rows of the form that are no blanks.</param>
    public SettlementText Read(IReadOnlyList<VoucherForm> kept) => new()
    {
        Vouchering = Vouchering,
        Basis = Basis,
        ShareBasisPoints = string.IsNullOrWhiteSpace(Share) ? null : PointsOf(VietnameseNumber.Parse(Share)),
        Note = Note,
        LateReason = LateReason,
        UndoneSites = UndoneSites,
        Explanation = Explanation,
        ConfirmedBy = ConfirmedBy,
        ConfirmationNumber = ConfirmationNumber,
        ConfirmationDate = ConfirmationDate,
        WorkDone = WorkDone.Where(w => w.Value is not null).ToDictionary(w => w.Key, w => w.Value!.Value),
        Vouchers = [.. kept.Select(v => v.Read())],
    };

    /// <summary>A share that cannot be read, or is no whole basis point, is outside the range: the rule refuses it.</summary>
    private static int PointsOf(decimal? share) => share is > 0 and <= PointsOfOne && share * PointsOfOne == decimal.Truncate(share.Value * PointsOfOne) ? (int)(share.Value * PointsOfOne) : 0;
}

/// <summary>A voucher as typed.</summary>
public sealed class VoucherForm
{
    public Guid Id { get; set; }

    public VoucherKind? Kind { get; set; }

    public string? Number { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public string? Payer { get; set; }

    public string? Payee { get; set; }

    public string? Content { get; set; }

    public Dong? Amount { get; set; }

    public string? Source { get; set; }

    public string? Invoice { get; set; }

    public bool Remove { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace($"{Number}{Payer}{Payee}{Content}{Invoice}") && Amount is null && IssuedOn is null;

    public static VoucherForm Of(VoucherText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new() { Id = text.VoucherId, Kind = text.Kind, Number = text.Number, IssuedOn = text.IssuedOn, Payer = text.Payer, Payee = text.Payee, Content = text.Content, Amount = text.Amount, Source = text.Source, Invoice = text.Invoice };
    }

    public VoucherText Read() => new(Id, Kind ?? VoucherKind.Other, Number ?? "", IssuedOn, Payer, Payee, Content ?? "", Amount ?? Dong.Zero, Source ?? "", Invoice);
}
