using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Acceptances;

/// <summary>Khóa của hóa đơn: number, series and seller's tax code of every invoice that a record names.</summary>
public static class InvoiceKeys
{
    /// <summary>The invoices of the lines (one a line of text) and of the machines, each once; those not told apart are not keys but faults.</summary>
    public static IReadOnlyList<(string Key, string Text)> Of(Acceptance acceptance)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        return [.. Read(acceptance).Where(i => i.Key is not null).Select(i => (i.Key!, i.Text)).DistinctBy(i => i.Item1)];
    }

    /// <summary>Every invoice with the field it stands in; the key is null where number or seller's tax code are missing.</summary>
    public static IEnumerable<(string? Key, string Text, string Field)> Read(Acceptance acceptance)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        foreach (var line in acceptance.Lines)
        {
            foreach (var text in (line.Invoices ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                yield return (KeyOf(InvoiceMark.Of(text)), text, $"Lines[{line.Order}].Invoices");
            }
        }

        foreach (var machine in acceptance.Machines.Where(m => m.IsAccepted && !string.IsNullOrWhiteSpace(m.InvoiceNumber)))
        {
            var text = $"{machine.InvoiceSeries} {machine.InvoiceNumber}, MST {machine.InvoiceTaxCode}".Trim();
            yield return (KeyOf(InvoiceMark.Of(text)), text, $"Machines[{machine.Order}].InvoiceNumber");
        }
    }

    private static string? KeyOf(InvoiceMark? mark) => mark is { Number.Length: > 0, TaxCode.Length: > 0 } known ? $"{known.Number}|{known.Series}|{known.TaxCode}" : null;
}

/// <summary>Dấu vết của nghiệm thu: the machines and invoices by which other dossiers recognise what was accepted.</summary>
public static class AcceptanceTraces
{
    public static IEnumerable<SupportTrace> Of(Acceptance acceptance)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        var serials = acceptance.Machines.Where(m => m.IsAccepted && m.SerialKey.Length > 0).Select(m => new SupportTrace(SupportKeyKind.MachineSerial, m.SerialKey, ""));
        return serials.Concat(InvoiceKeys.Read(acceptance).Select(i => InvoiceMark.Of(i.Text)).OfType<InvoiceMark>().Select(i => i.Trace("")));
    }
}
