using System.Globalization;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Web.Pages.ManagementCosts;

namespace KhuyenCong.Web.Pages.Payments;

/// <summary>A request as typed.</summary>
public sealed class PaymentForm
{
    private const int MoreRows = 3;

    public string? Purpose { get; set; }

    public Dictionary<Guid, LineForm> Lines { get; set; } = [];

    public List<InvoiceForm> Invoices { get; set; } = [];

    public string? InvoiceDifference { get; set; }

    public string? BudgetItem { get; set; }

    public string? BudgetSubItem { get; set; }

    /// <summary>Percent, as typed.</summary>
    public string? ItemShare { get; set; }

    public string? OverrideNumber { get; set; }

    public DateOnly? OverrideDate { get; set; }

    public string? OverrideReason { get; set; }

    /// <summary>With one row to write an invoice in.</summary>
    public static PaymentForm New() => new() { Invoices = [new()] };

    public static PaymentForm Of(PaymentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new()
        {
            Purpose = request.Purpose,
            Lines = request.Lines.ToDictionary(l => l.AllocationId, l => new LineForm { Amount = l.Amount }),
            Invoices = [.. request.Invoices.OrderBy(i => i.Order).Select(InvoiceForm.Of), new()],
            InvoiceDifference = request.InvoiceDifference,
            BudgetItem = request.BudgetItem,
            BudgetSubItem = request.BudgetSubItem,
            ItemShare = request.ItemShare is { } share ? (share / 100m).ToString("0.##", CultureInfo.GetCultureInfo("vi-VN")) : null,
            OverrideNumber = request.OverrideNumber,
            OverrideDate = request.OverrideDate,
            OverrideReason = request.OverrideReason,
        };
    }

    /// <summary>What it says, with the fault of what could not be read.</summary>
    public (PaymentText Text, Breach? Fault) Read(PaymentRoom room, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(newId);
        var (share, fault) = Share();
        return (new(
            Purpose ?? "",
            [.. Lines.Where(l => l.Value?.Amount is { } amount && amount != Dong.Zero).Select(l => new PaymentLineText(newId(), l.Key, room.Lines.FirstOrDefault(r => r.AllocationId == l.Key)?.Source ?? "", l.Value.Amount!.Value))],
            share, OverrideNumber, OverrideDate, OverrideReason)
        {
            Invoices = [.. Kept().Select(k => k.Row.Read(newId()))],
            InvoiceDifference = InvoiceDifference,
            BudgetItem = BudgetItem,
            BudgetSubItem = BudgetSubItem,
        }, fault);
    }

    /// <summary>More rows to write invoices in.</summary>
    public void AddRows() => Invoices.AddRange(Enumerable.Range(0, MoreRows).Select(_ => new InvoiceForm()));

    /// <summary>The field of the row that it stands in on the page, blank rows counted.</summary>
    public string? FieldOf(string? field) => ManagementRows.FieldOf(field, "Invoices[", [.. Kept().Select(k => k.At)]);

    private IEnumerable<(InvoiceForm Row, int At)> Kept() => Invoices.Select((row, at) => (row, at)).Where(r => !r.row.IsBlank);

    private (int? BasisPoints, Breach? Fault) Share()
    {
        if (string.IsNullOrWhiteSpace(ItemShare))
        {
            return (null, null);
        }

        return decimal.TryParse(ItemShare.Replace("%", "", StringComparison.Ordinal).Trim().Replace('.', ','), NumberStyles.AllowDecimalPoint, CultureInfo.GetCultureInfo("vi-VN"), out var percent) && percent is >= 0 and <= 100
            ? ((int)Math.Floor(percent * 100), null)
            : (null, new("payment.share-outside", nameof(ItemShare)));
    }

    /// <summary>The amount of one line.</summary>
    public sealed class LineForm
    {
        public Dong? Amount { get; set; }
    }
}

/// <summary>What the form's part shows.</summary>
/// <param name="Contract">Whose money it is.</param>
/// <param name="Kind">Of the request.</param>
/// <param name="Room">What may still be asked for.</param>
/// <param name="Form">As typed.</param>
/// <param name="AsksItemShare">The rule of this kind of project compares the share of an item.</param>
/// <param name="IsNew">Amounts start from what may be asked for.</param>
public sealed record PaymentFormView(Contract Contract, PaymentKind Kind, PaymentRoom Room, PaymentForm Form, bool AsksItemShare, bool IsNew)
{
    /// <summary>As the last confirmed report has it, in basis points: the request is judged by it.</summary>
    public int? ConfirmedItemShare { get; init; }
}
