using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.ManagementCosts;

/// <summary>Một chứng từ phải đúng những gì: what every voucher is held to, when it is written, asked for and approved.</summary>
public static class ManagementVouching
{
    public const int MostEquipment = 100;

    /// <summary>What was typed as one invoice to compare, as payment requests compare theirs; null where there is none.</summary>
    public static InvoiceMark? InvoiceOf(ManagementVoucherText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return AsWritten(text).Mark;
    }

    internal static PaymentInvoiceText AsWritten(ManagementVoucherText text) => new(Guid.Empty, text.InvoiceNumber, text.InvoiceSeries, text.InvoiceSeller, null, null, null, null, null);

    /// <param name="estimate">Of the voucher.</param>
    /// <param name="line">Of the estimate; null = none was chosen.</param>
    /// <param name="text">As it is.</param>
    /// <param name="room">What its line still gives, without it.</param>
    /// <param name="today">Of the judging.</param>
    public static IEnumerable<Breach> Faults(ManagementEstimate estimate, ManagementLine? line, ManagementVoucherText text, ManagementRoom? room, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(text);
        if (estimate.State is not ManagementState.Approved)
        {
            yield return new("management.not-open");
        }

        foreach (var breach in TextFaults(estimate, text, today).Concat(BudgetCoding.SpendingForm(text.BudgetItem, text.BudgetSubItem).Unmet()).Concat(InvoiceFaults(text)))
        {
            yield return breach;
        }

        if (line is null)
        {
            yield return new("edit.required", nameof(text.ManagementLineId));
            yield break;
        }

        if (text.Amount > Dong.Zero && room is not null && text.Amount > room.Left)
        {
            yield return new("management.above-line", nameof(text.Amount), room.Line, room.Used, text.Amount, text.Amount - room.Left);
        }

        foreach (var breach in ServedFaults(line.Item, text).Concat(EquipmentFaults(line.Item, text)))
        {
            yield return breach;
        }
    }

    private static IEnumerable<Breach> TextFaults(ManagementEstimate estimate, ManagementVoucherText text, DateOnly today)
    {
        foreach (var (value, field, longest) in new[] { (text.Number, nameof(text.Number), ManagementWriting.LongestNumber), (text.Payee, nameof(text.Payee), ManagementWriting.LongestShort), (text.Content, nameof(text.Content), ManagementWriting.LongestText) })
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                yield return new("edit.required", field);
            }
            else if (value.Length > longest)
            {
                yield return new("project.too-long", field, longest);
            }
        }

        foreach (var (value, field, longest) in new[] { (text.InvoiceNumber, nameof(text.InvoiceNumber), ManagementWriting.LongestNumber), (text.InvoiceSeries, nameof(text.InvoiceSeries), ManagementWriting.LongestNumber), (text.InvoiceSeller, nameof(text.InvoiceSeller), ManagementWriting.LongestShort), (text.ServedNote, nameof(text.ServedNote), ManagementWriting.LongestText) })
        {
            if (value?.Length > longest)
            {
                yield return new("project.too-long", field, longest);
            }
        }

        if (text.IssuedOn is not { } issued)
        {
            yield return new("edit.required", nameof(text.IssuedOn));
        }
        else if (issued > today)
        {
            yield return new("payment.date-in-future", nameof(text.IssuedOn));
        }
        else if (issued < new DateOnly(estimate.Year, 1, 1))
        {
            yield return new("management.before-year", nameof(text.IssuedOn), estimate.Year);
        }

        if (text.Amount <= Dong.Zero)
        {
            yield return new("ledger.amount-none", nameof(text.Amount));
        }
    }

    private static IEnumerable<Breach> InvoiceFaults(ManagementVoucherText text)
    {
        var isNamed = !string.IsNullOrWhiteSpace(text.InvoiceNumber);
        if (isNamed && string.IsNullOrWhiteSpace(text.InvoiceSeller))
        {
            yield return new("payment.invoice-seller-missing", nameof(text.InvoiceSeller));
        }
        else if (isNamed && InvoiceOf(text) is null)
        {
            yield return new("payment.invoice-unreadable", nameof(text.InvoiceNumber));
        }
        else if (!isNamed && (!string.IsNullOrWhiteSpace(text.InvoiceSeries) || !string.IsNullOrWhiteSpace(text.InvoiceSeller)))
        {
            yield return new("payment.invoice-number-missing", nameof(text.InvoiceNumber));
        }
    }

    private static IEnumerable<Breach> ServedFaults(ManagementItem item, ManagementVoucherText text)
    {
        if (item.OnlyServes() is { } only && text.Served is { } served && served.Kind != only)
        {
            yield return new("management.served-other", nameof(text.Served));
        }
        else if (item.NeedsServed() && text.Served is null && string.IsNullOrWhiteSpace(text.ServedNote))
        {
            yield return new("management.served-missing", nameof(text.Served));
        }
    }

    private static IEnumerable<Breach> EquipmentFaults(ManagementItem item, ManagementVoucherText text)
    {
        if (item is not ManagementItem.Equipment)
        {
            if (text.Equipment.Count > 0)
            {
                yield return new("management.equipment-elsewhere");
            }

            yield break;
        }

        if (text.Equipment.Count == 0)
        {
            yield return new("management.equipment-missing");
            yield break;
        }

        if (text.Equipment.Count > MostEquipment)
        {
            yield return new("project.too-many-rows", null, MostEquipment);
        }

        for (var at = 0; at < text.Equipment.Count; at++)
        {
            var row = text.Equipment[at];
            foreach (var (value, name) in new[] { (row.Name, nameof(row.Name)), (row.Place, nameof(row.Place)), (row.Keeper, nameof(row.Keeper)) })
            {
                if (string.IsNullOrWhiteSpace(value))
                {
                    yield return new("edit.required", $"Equipment[{at}].{name}");
                }
                else if (value.Length > ManagementWriting.LongestShort)
                {
                    yield return new("project.too-long", $"Equipment[{at}].{name}", ManagementWriting.LongestShort);
                }
            }

            if (row.Serial?.Length > ManagementWriting.LongestShort)
            {
                yield return new("project.too-long", $"Equipment[{at}].{nameof(row.Serial)}", ManagementWriting.LongestShort);
            }

            if (row.Price <= Dong.Zero)
            {
                yield return new("ledger.amount-none", $"Equipment[{at}].{nameof(row.Price)}");
            }
        }

        foreach (var twice in text.Equipment.Where(e => e.Key is not null).GroupBy(e => e.Key).Where(g => g.Count() > 1))
        {
            yield return new("management.equipment-twice", null, twice.First().Name, twice.First().Serial ?? "");
        }

        if (text.Equipment.Select(e => e.Price).Sum() is var sum && sum != text.Amount)
        {
            yield return new("management.equipment-sum", nameof(text.Amount), sum, text.Amount);
        }
    }
}
