using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Acceptances;

/// <summary>Đủ nội dung biên bản: what a record must hold before anybody concludes on it.</summary>
public static class AcceptanceCheck
{
    public const int LongestText = 4000;
    public const int LongestShort = 300;
    public const int LongestInvoice = 60;
    public const int MostRows = 200;
    private const int EarliestYear = 1950;

    /// <summary>What is wrong with what was entered, complete or not: figures that cannot be and texts too long.</summary>
    public static IEnumerable<Breach> Faults(AcceptanceText text, IReadOnlyCollection<Guid> estimateLines)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(estimateLines);
        if (text.Lines.Count > MostRows || text.Machines.Count > MostRows || text.Members.Count > MostRows)
        {
            yield return new("acceptance.too-many", null, MostRows);
        }

        foreach (var (value, field, most) in Texts(text))
        {
            if (value?.Length > most)
            {
                yield return new("project.too-long", field, most);
            }
        }

        if (text.Spot is { } spot && !Coordinates.AreInCountry(spot.Latitude, spot.Longitude))
        {
            yield return new("acceptance.spot-outside", nameof(text.Spot));
        }

        foreach (var (amount, field) in Amounts(text))
        {
            if (amount is { Amount: < 0 })
            {
                yield return new("amount.negative", field);
            }
            else if (amount is { Amount: > AmountText.Largest })
            {
                yield return new("amount.absurd", field);
            }
        }

        for (var i = 0; i < text.Lines.Count; i++)
        {
            if (!estimateLines.Contains(text.Lines[i].EstimateLineId) || text.Lines.Take(i).Any(l => l.EstimateLineId == text.Lines[i].EstimateLineId))
            {
                yield return new("acceptance.line-unknown", $"Lines[{i}]");
            }

            if (text.Lines[i].AcceptedQuantity < 0)
            {
                yield return new("acceptance.quantity-negative", $"Lines[{i}].AcceptedQuantity");
            }
        }

        if (text.ResultQuantity is < 0 or > Programmes.RecordResult.LargestQuantity)
        {
            yield return new("acceptance.result-quantity", nameof(text.ResultQuantity), Programmes.RecordResult.LargestQuantity);
        }
    }

    /// <summary>What is missing before it can be concluded on.</summary>
    public static IEnumerable<Breach> Missing(Acceptance acceptance, DateOnly? signedOn, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        return Heading(acceptance, signedOn, today)
            .Concat(acceptance.Lines.OrderBy(l => l.Order).SelectMany(Line))
            .Concat(Money(acceptance))
            .Concat(acceptance.Machines.OrderBy(m => m.Order).SelectMany(m => Machine(acceptance, m, today)))
            .Concat(InvoiceKeys.Read(acceptance).Where(i => i.Key is null).Select(i => new Breach("acceptance.invoice-unclear", i.Field, i.Text)));
    }

    private static IEnumerable<Breach> Heading(Acceptance acceptance, DateOnly? signedOn, DateOnly today)
    {
        if (acceptance.HeldOn is not { } held)
        {
            yield return new("acceptance.day-missing", nameof(acceptance.HeldOn));
        }
        else if (held > today)
        {
            yield return new("acceptance.in-future", nameof(acceptance.HeldOn));
        }
        else if (signedOn is { } signed && held < signed)
        {
            yield return new("acceptance.before-contract", nameof(acceptance.HeldOn), signed);
        }

        if (string.IsNullOrWhiteSpace(acceptance.Place))
        {
            yield return new("acceptance.place-missing", nameof(acceptance.Place));
        }

        if (acceptance.Members.All(m => m.Side is not AcceptanceSide.Member))
        {
            yield return new("acceptance.members-missing", nameof(acceptance.Members));
        }

        if (acceptance.Verdict is null)
        {
            yield return new("acceptance.verdict-missing", nameof(acceptance.Verdict));
        }

        if (acceptance.Verdict is not (null or AcceptanceVerdict.Accepted) && string.IsNullOrWhiteSpace(acceptance.Opinion))
        {
            yield return new("acceptance.opinion-missing", nameof(acceptance.Opinion));
        }

        if (acceptance.Verdict is AcceptanceVerdict.ToBeCompleted && (acceptance.CompleteBy is not { } by || by < acceptance.HeldOn))
        {
            yield return new("acceptance.complete-by", nameof(acceptance.CompleteBy));
        }

        if (!acceptance.Photos.Any(p => p.IsScene))
        {
            yield return new("acceptance.photo-missing", "Photos");
        }
    }

    private static IEnumerable<Breach> Line(AcceptanceLine line)
    {
        var field = $"Lines[{line.Order}]";
        if (line.AcceptedQuantity is null || line.InvoicedCost is null || line.EligibleCost is null)
        {
            yield return new("acceptance.line-blank", $"{field}.AcceptedQuantity", line.Content);
            yield break;
        }

        if (line.EligibleCost > line.InvoicedCost)
        {
            yield return new("acceptance.eligible-above-cost", $"{field}.EligibleCost", line.Content, line.EligibleCost.Value, line.InvoicedCost.Value);
        }

        if (line.AcceptedQuantity == 0 && line.EligibleCost > Dong.Zero)
        {
            yield return new("acceptance.cost-of-nothing", $"{field}.EligibleCost", line.Content);
        }

        if (line.InvoicedCost > Dong.Zero && string.IsNullOrWhiteSpace(line.Invoices) && string.IsNullOrWhiteSpace(line.Vouchers))
        {
            yield return new("acceptance.voucher-missing", $"{field}.Vouchers", line.Content);
        }

        if ((line.AcceptedQuantity != line.PlannedQuantity || line.EligibleCost != line.InvoicedCost) && string.IsNullOrWhiteSpace(line.Reason))
        {
            yield return new("acceptance.difference-why", $"{field}.Reason", line.Content);
        }
    }

    private static IEnumerable<Breach> Money(Acceptance acceptance)
    {
        if (acceptance.Lines.Count == 0)
        {
            yield return new("acceptance.no-lines");
        }

        var others = new[] { acceptance.IntegratedAmount, acceptance.SponsorshipAmount, acceptance.OtherAmount }.SumKnown() ?? Dong.Zero;
        if (others > acceptance.EligibleCost)
        {
            yield return new("acceptance.others-above-cost", nameof(acceptance.IntegratedAmount), others, acceptance.EligibleCost);
        }
    }

    private static IEnumerable<Breach> Machine(Acceptance acceptance, MachinePassport machine, DateOnly today)
    {
        var field = $"Machines[{machine.Order}]";
        if (string.IsNullOrWhiteSpace(machine.Name))
        {
            yield return new("acceptance.machine-unnamed", $"{field}.Name");
        }

        if (!machine.IsAccepted)
        {
            yield break;
        }

        if (SupportTrace.SerialOf(machine.Serial).Length == 0)
        {
            yield return new("acceptance.serial-missing", $"{field}.Serial", machine.Name);
        }

        if (SupportTrace.Fold(machine.Maker).Length == 0)
        {
            yield return new("acceptance.maker-missing", $"{field}.Maker", machine.Name);
        }

        if (acceptance.Machines.Any(m => m.IsAccepted && m.Order < machine.Order && m.Key.Length > 0 && m.Key == machine.Key))
        {
            yield return new("acceptance.machine-twice-here", $"{field}.Serial", machine.Name);
        }

        if (machine.MadeYear is { } year && (year < EarliestYear || year > today.Year))
        {
            yield return new("acceptance.made-year", $"{field}.MadeYear", machine.Name);
        }

        if (string.IsNullOrWhiteSpace(machine.SeenBy) || machine.SeenOn is not { } seen || seen > today)
        {
            yield return new("acceptance.seen-missing", $"{field}.SeenBy", machine.Name);
        }

        if (!acceptance.Photos.Any(p => p.MachinePassportId == machine.MachinePassportId && p.IsPicture))
        {
            yield return new("acceptance.nameplate-missing", $"{field}.Plate", machine.Name);
        }
    }

    private static IEnumerable<(string? Value, string Field, int Most)> Texts(AcceptanceText text) =>
    [
        (text.Number, nameof(text.Number), 60),
        (text.Place, nameof(text.Place), LongestShort),
        (text.Basis, nameof(text.Basis), LongestText),
        (text.Quality, nameof(text.Quality), LongestText),
        (text.Opinion, nameof(text.Opinion), LongestText),
        .. text.Members.SelectMany((m, i) => new (string?, string, int)[] { (m.Name, $"Members[{i}].Name", LongestShort), (m.Unit, $"Members[{i}].Unit", LongestShort), (m.Role, $"Members[{i}].Role", LongestShort) }),
        .. text.Lines.SelectMany((l, i) => new (string?, string, int)[] { (l.Invoices, $"Lines[{i}].Invoices", LongestText), (l.Vouchers, $"Lines[{i}].Vouchers", LongestText), (l.Reason, $"Lines[{i}].Reason", LongestText) }),
        .. text.Machines.SelectMany((m, i) => new (string?, string, int)[]
        {
            (m.Name, $"Machines[{i}].Name", LongestShort), (m.Model, $"Machines[{i}].Model", LongestShort), (m.Maker, $"Machines[{i}].Maker", LongestShort), (m.Serial, $"Machines[{i}].Serial", SupportTrace.LongestValue),
            (m.Origin, $"Machines[{i}].Origin", LongestShort), (m.InvoiceNumber, $"Machines[{i}].InvoiceNumber", LongestInvoice), (m.InvoiceSeries, $"Machines[{i}].InvoiceSeries", LongestInvoice),
            (m.InvoiceSeller, $"Machines[{i}].InvoiceSeller", LongestShort), (m.InvoiceTaxCode, $"Machines[{i}].InvoiceTaxCode", 20), (m.SeenBy, $"Machines[{i}].SeenBy", LongestShort), (m.OtherMachineReason, $"Machines[{i}].OtherMachineReason", LongestText),
        }),
    ];

    private static IEnumerable<(Dong? Amount, string Field)> Amounts(AcceptanceText text) =>
    [
        (text.Integrated, nameof(text.Integrated)),
        (text.Sponsorship, nameof(text.Sponsorship)),
        (text.Other, nameof(text.Other)),
        .. text.Lines.SelectMany((l, i) => new (Dong?, string)[] { (l.InvoicedCost, $"Lines[{i}].InvoicedCost"), (l.EligibleCost, $"Lines[{i}].EligibleCost") }),
        .. text.Machines.Select((m, i) => (m.Cost, $"Machines[{i}].Cost")),
    ];
}
