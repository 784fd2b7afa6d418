using System.Globalization;
using System.Text.RegularExpressions;

namespace KhuyenCong.Domain.Programmes;

/// <summary>Checks printed percentages: each against its amount, rounded as printed, and all of one total against 100 %.</summary>
internal static partial class MoneyShares
{
    private const int Whole = 10_000;

    public static IEnumerable<FoundDiscrepancy> Find(ProgrammeText text)
    {
        foreach (var group in text.Money.Where(l => l.Source is not null).GroupBy(l => (l.Year, l.ContentCode)))
        {
            var total = text.Money.FirstOrDefault(l => l.Source is null && (l.Year, l.ContentCode) == group.Key);
            foreach (var line in group)
            {
                if (Share(line, total) is { } found)
                {
                    yield return found;
                }
            }

            if (Sum(group.ToArray(), group.Key.Year, group.Key.ContentCode) is { } sum)
            {
                yield return sum;
            }
        }
    }

    private static FoundDiscrepancy? Share(MoneyLine line, MoneyLine? total)
    {
        if (line.PrintedShare is not { } share || line.Printed is not { } part || total?.Printed is not { Amount: > 0 } whole)
        {
            return null;
        }

        var exact = part.Amount * 100m / whole.Amount;
        var decimals = PrintedDecimals(line.Quote, share);
        var rounded = decimal.Round(exact, decimals, MidpointRounding.AwayFromZero);
        var printed = share / 100m;
        return rounded == printed ? null : new FoundDiscrepancy
        {
            Key = $"share:{line.Code}",
            Rule = DiscrepancyRule.PrintedShare,
            Title = $"{line.Name}: văn bản ghi chiếm {Percent(printed)}, tính được {Percent(rounded)}",
            Quotes = [new(line.Quote, line.Clause), new(total.Quote, total.Clause)],
            Printed = Percent(printed),
            Compared = Percent(rounded),
            Difference = Points(rounded - printed),
            Arithmetic =
            [
                $"{part.Grouped} : {whole.Grouped} × 100 = {exact.Decimals(4)} %",
                $"Làm tròn {decimals} chữ số thập phân như văn bản: {Percent(rounded)}",
                $"Văn bản ghi ({line.Clause}): {Percent(printed)}",
            ],
        };
    }

    private static FoundDiscrepancy? Sum(MoneyLine[] lines, int? year, string? content)
    {
        var sum = lines.Sum(l => l.PrintedShare ?? 0);
        var complete = lines.All(l => l.PrintedShare is not null);
        if (complete ? sum == Whole : sum <= Whole)
        {
            return null;
        }

        var printed = lines.Where(l => l.PrintedShare is not null).ToArray();
        return new FoundDiscrepancy
        {
            Key = $"shares:{year?.ToString(CultureInfo.InvariantCulture) ?? "*"}:{content ?? "*"}",
            Rule = DiscrepancyRule.SumOfShares,
            Title = $"Các tỷ lệ cộng lại bằng {Percent(sum / 100m)}, không phải 100 %",
            Quotes = [.. printed.Select(l => new ClauseQuote(l.Quote, l.Clause))],
            Printed = "100 %",
            Compared = Percent(sum / 100m),
            Difference = Points((sum - Whole) / 100m),
            Arithmetic = [$"{string.Join(" + ", printed.Select(l => (l.PrintedShare!.Value / 100m).Decimals()))} = {Percent(sum / 100m)}"],
        };
    }

    /// <summary>How many decimals the decision prints ("62,15%" has two); without a quote, trailing zeros are taken as not printed.</summary>
    private static int PrintedDecimals(string quote, int share)
    {
        foreach (Match match in PercentText().Matches(quote))
        {
            var decimals = match.Groups["decimals"].Value;
            if (decimal.Parse(match.Groups["whole"].Value + "." + decimals + "0", CultureInfo.InvariantCulture) * 100 == share)
            {
                return decimals.Length;
            }
        }

        return share % 100 == 0 ? 0 : share % 10 == 0 ? 1 : 2;
    }

    private static string Percent(decimal value) => value.Decimals() + " %";

    private static string Points(decimal value) => (value > 0 ? "+" : "−") + Math.Abs(value).Decimals() + " điểm phần trăm";

    [GeneratedRegex(@"(?<whole>\d{1,3})(?:,(?<decimals>\d{1,4}))?\s*%")]
    private static partial Regex PercentText();
}
