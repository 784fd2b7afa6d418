using KhuyenCong.Domain.ManagementCosts;

namespace KhuyenCong.Web.Pages.ManagementCosts;

/// <summary>A voucher of management costs as typed.</summary>
public sealed class VoucherForm
{
    private const int BlankRows = 3;

    public Guid? ManagementLineId { get; set; }

    public string? Number { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public string? Payee { get; set; }

    public string? Content { get; set; }

    public Dong? Amount { get; set; }

    public string? InvoiceNumber { get; set; }

    public string? InvoiceSeries { get; set; }

    public string? InvoiceSeller { get; set; }

    public string? BudgetItem { get; set; }

    public string? BudgetSubItem { get; set; }

    /// <summary>"Inspection:…": what it served.</summary>
    public string? Served { get; set; }

    public string? ServedNote { get; set; }

    public List<EquipmentForm> Equipment { get; set; } = [];

    public static VoucherForm New() => new() { Equipment = [.. Blanks()] };

    public static VoucherForm Of(ManagementVoucher voucher)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        var text = voucher.Text;
        return new()
        {
            ManagementLineId = text.ManagementLineId,
            Number = text.Number,
            IssuedOn = text.IssuedOn,
            Payee = text.Payee,
            Content = text.Content,
            Amount = text.Amount,
            InvoiceNumber = text.InvoiceNumber,
            InvoiceSeries = text.InvoiceSeries,
            InvoiceSeller = text.InvoiceSeller,
            BudgetItem = text.BudgetItem,
            BudgetSubItem = text.BudgetSubItem,
            Served = text.Served is { } served ? ServedChoices.KeyOf(served) : null,
            ServedNote = text.ServedNote,
            Equipment = [.. text.Equipment.Select(EquipmentForm.Of), .. Blanks()],
        };
    }

    /// <summary>What it says; equipment is the voucher's own or new, blank rows are none.</summary>
    public ManagementVoucherText Read(IReadOnlyCollection<Guid> own, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(newId);
        var left = own.ToHashSet();
        return new()
        {
            ManagementLineId = ManagementLineId ?? Guid.Empty,
            Number = Number ?? "",
            IssuedOn = IssuedOn,
            Payee = Payee ?? "",
            Content = Content ?? "",
            Amount = Amount ?? Dong.Zero,
            InvoiceNumber = InvoiceNumber,
            InvoiceSeries = InvoiceSeries,
            InvoiceSeller = InvoiceSeller,
            BudgetItem = BudgetItem,
            BudgetSubItem = BudgetSubItem,
            Served = ServedChoices.Read(Served),
            ServedNote = ServedNote,
            Equipment = [.. Kept().Select(k => k.Row.Read(left.Remove(k.Row.Id) ? k.Row.Id : newId()))],
        };
    }

    public string? FieldOf(string? field) => ManagementRows.FieldOf(field, "Equipment[", [.. Kept().Select(k => k.At)]);

    private IEnumerable<(EquipmentForm Row, int At)> Kept() => Equipment.Select((row, at) => (row, at)).Where(r => !r.row.IsBlank);

    private static IEnumerable<EquipmentForm> Blanks() => Enumerable.Range(0, BlankRows).Select(_ => new EquipmentForm());
}

/// <summary>One thing that was bought, as typed; emptied, it is none.</summary>
public sealed class EquipmentForm
{
    public Guid Id { get; set; }

    public string? Name { get; set; }

    public string? Serial { get; set; }

    public string? Place { get; set; }

    public string? Keeper { get; set; }

    public Dong? Price { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace($"{Name}{Serial}{Place}{Keeper}") && Price is null;

    public static EquipmentForm Of(EquipmentText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new() { Id = text.ManagementEquipmentId, Name = text.Name, Serial = text.Serial, Place = text.Place, Keeper = text.Keeper, Price = text.Price };
    }

    public EquipmentText Read(Guid id) => new(id, Name ?? "", Serial, Place ?? "", Keeper ?? "", Price ?? Dong.Zero);
}
