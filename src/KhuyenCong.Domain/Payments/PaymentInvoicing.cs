using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Payments;

/// <summary>Xét hóa đơn của đề nghị chi: what each says, that none is used twice, and that together they are what is asked for.</summary>
public static class PaymentInvoicing
{
    public const int MostInvoices = 100;

    private static readonly int[] TaxCodeDigits = [10, 12, 13];

    /// <summary>The field of one row, by its place among the rows that are no blanks.</summary>
    public static string FieldOf(int row, string name) => $"Invoices[{row}].{name}";

    /// <param name="text">As typed.</param>
    /// <param name="usedIn">By row, where its invoice was used before.</param>
    /// <param name="today">No invoice is of a later day.</param>
    public static IEnumerable<Breach> Faults(PaymentText text, IReadOnlyDictionary<Guid, string> usedIn, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(usedIn);
        var rows = text.Invoices;
        if (rows.Count > MostInvoices)
        {
            return [new("project.too-many-rows", null, MostInvoices)];
        }

        return
        [
            .. rows.SelectMany((row, at) => SellingFaults(row, at)),
            .. rows.SelectMany((row, at) => AmountFaults(row, at, today)),
            .. rows.SelectMany((row, at) => LengthFaults(row, at)),
            .. Twice(rows),
            .. rows.SelectMany((row, at) => usedIn.TryGetValue(row.PaymentInvoiceId, out var where) ? [new Breach("payment.invoice-used", FieldOf(at, nameof(row.Number)), row.Number!.Trim(), where)] : Array.Empty<Breach>()),
            .. SumFaults(text),
        ];
    }

    /// <summary>What together they cover.</summary>
    public static Dong CoveredBy(IEnumerable<PaymentInvoiceText> rows) => rows.Select(r => r.Covered ?? Dong.Zero).Sum();

    private static IEnumerable<Breach> SellingFaults(PaymentInvoiceText row, int at)
    {
        if (string.IsNullOrWhiteSpace(row.Number))
        {
            yield return new("payment.invoice-number-missing", FieldOf(at, nameof(row.Number)));
        }
        else if (string.IsNullOrWhiteSpace(row.Seller) && string.IsNullOrWhiteSpace(row.TaxCode))
        {
            yield return new("payment.invoice-seller-missing", FieldOf(at, nameof(row.Seller)));
        }
        else if (row.Mark is null)
        {
            yield return new("payment.invoice-unreadable", FieldOf(at, nameof(row.Number)));
        }

        if (!string.IsNullOrWhiteSpace(row.TaxCode) && (!TaxCodeDigits.Contains(row.TaxCode.Count(char.IsAsciiDigit)) || !row.TaxCode.All(c => char.IsAsciiDigit(c) || c is '-' or ' ')))
        {
            yield return new("payment.invoice-tax-code", FieldOf(at, nameof(row.TaxCode)));
        }
    }

    private static IEnumerable<Breach> AmountFaults(PaymentInvoiceText row, int at, DateOnly today)
    {
        if (row.IssuedOn is not { } day)
        {
            yield return new("payment.invoice-date-missing", FieldOf(at, nameof(row.IssuedOn)));
        }
        else if (day > today)
        {
            yield return new("payment.date-in-future", FieldOf(at, nameof(row.IssuedOn)));
        }

        if (row.WithVat is not { } whole || whole <= Dong.Zero)
        {
            yield return new("payment.invoice-amount-missing", FieldOf(at, nameof(row.WithVat)));
        }
        else
        {
            if (row.BeforeVat is { } before && (before <= Dong.Zero || before > whole))
            {
                yield return new("payment.invoice-before-vat", FieldOf(at, nameof(row.BeforeVat)), before, whole);
            }

            if (row.Covered is { } covered && covered > whole)
            {
                yield return new("payment.invoice-covers-more", FieldOf(at, nameof(row.Covered)), covered, whole, covered - whole);
            }
        }

        if (row.Covered is not { } part || part <= Dong.Zero)
        {
            yield return new("payment.invoice-covered-missing", FieldOf(at, nameof(row.Covered)));
        }
    }

    private static IEnumerable<Breach> LengthFaults(PaymentInvoiceText row, int at) =>
        new[] { (row.Number, nameof(row.Number), PaymentWriting.LongestNumber), (row.Series, nameof(row.Series), PaymentWriting.LongestNumber), (row.Seller, nameof(row.Seller), PaymentWriting.LongestShort), (row.TaxCode, nameof(row.TaxCode), PaymentWriting.LongestTaxCode) }
            .Where(f => f.Item1?.Length > f.Item3).Select(f => new Breach("project.too-long", FieldOf(at, f.Item2), f.Item3));

    /// <summary>One invoice, however written, stands in one row.</summary>
    private static IEnumerable<Breach> Twice(IReadOnlyList<PaymentInvoiceText> rows)
    {
        var seen = new List<SupportTrace>();
        for (var at = 0; at < rows.Count; at++)
        {
            if (rows[at].Trace is not { } trace)
            {
                continue;
            }

            if (seen.Exists(s => s.Value == trace.Value && (s.Content == trace.Content || InvoiceMark.Compare(s, trace) is true)))
            {
                yield return new("payment.invoice-twice", FieldOf(at, nameof(PaymentInvoiceText.Number)), rows[at].Number!.Trim());
            }

            seen.Add(trace);
        }
    }

    /// <summary>Where there are invoices, they cover what is asked for to the đồng, or it is said why they cover less; more is never asked by them.</summary>
    private static IEnumerable<Breach> SumFaults(PaymentText text)
    {
        if (text.InvoiceDifference?.Length > PaymentWriting.LongestText)
        {
            yield return new("project.too-long", nameof(text.InvoiceDifference), PaymentWriting.LongestText);
        }

        if (text.Invoices.Count == 0)
        {
            yield break;
        }

        var (covered, asked) = (CoveredBy(text.Invoices), text.Lines.Select(l => l.Amount).Sum());
        if (covered > asked)
        {
            yield return new("payment.invoices-above", FieldOf(text.Invoices.Count - 1, nameof(PaymentInvoiceText.Covered)), covered, asked, covered - asked);
        }
        else if (covered < asked && string.IsNullOrWhiteSpace(text.InvoiceDifference))
        {
            yield return new("payment.invoices-below", nameof(text.InvoiceDifference), covered, asked, asked - covered);
        }
    }
}
