namespace KhuyenCong.Domain.Programmes;

/// <summary>Adds printed money up along each of its three dimensions: source, year, content.</summary>
/// <remarks>
/// A line that leaves a dimension open is a total over it; its parts are the lines that differ only by filling that dimension.
/// Where a part is missing the sum is unknown: a gap is only claimed if the known parts alone already exceed the printed total.
/// </remarks>
internal static class MoneySums
{
    public static IEnumerable<FoundDiscrepancy> Find(ProgrammeText text)
    {
        var years = Enumerable.Range(text.FromYear, Math.Max(0, text.ToYear - text.FromYear + 1)).ToArray();
        foreach (var line in text.Money)
        {
            if (line.Source is null)
            {
                var parts = text.Money.Where(p => p.Source is not null && p.Year == line.Year && p.ContentCode == line.ContentCode).ToArray();
                if (Compare(line, parts, complete: true, DiscrepancyRule.SumOfSources, "các nguồn") is { } found)
                {
                    yield return found;
                }
            }

            if (line.Year is null)
            {
                var parts = text.Money.Where(p => p.Year is not null && p.Source == line.Source && p.ContentCode == line.ContentCode).ToArray();
                if (Compare(line, parts, years.All(y => parts.Any(p => p.Year == y)), DiscrepancyRule.SumOfYears, "các năm") is { } found)
                {
                    yield return found;
                }
            }

            if (line.ContentCode is null)
            {
                var parts = text.Money.Where(p => p.ContentCode is not null && p.Source == line.Source && p.Year == line.Year).ToArray();
                if (Compare(line, parts, text.Contents.All(c => parts.Any(p => p.ContentCode == c.Code)), DiscrepancyRule.SumOfContents, "các nội dung") is { } found)
                {
                    yield return found;
                }
            }
        }
    }

    private static FoundDiscrepancy? Compare(MoneyLine total, MoneyLine[] parts, bool complete, DiscrepancyRule rule, string over)
    {
        if (total.Printed is not { } printed || parts.Select(p => p.Printed).SumKnown() is not { } sum)
        {
            return null;
        }

        var whole = complete && parts.All(p => p.Printed is not null);
        if (whole ? sum == printed : sum <= printed)
        {
            return null;
        }

        var gap = sum - printed;
        var known = parts.Where(p => p.Printed is not null).ToArray();
        return new FoundDiscrepancy
        {
            Key = $"sum:{total.Code}:{rule}",
            Rule = rule,
            Title = $"{total.Name}: văn bản ghi {printed}, cộng {over} được {sum}",
            Quotes = [new(total.Quote, total.Clause), .. known.Select(p => new ClauseQuote(p.Quote, p.Clause))],
            Printed = printed.ToString(),
            Compared = sum.ToString(),
            Difference = Signed(gap),
            Gap = gap,
            Arithmetic =
            [
                .. known.Select(p => $"{p.Name}: {p.Printed}"),
                $"Cộng {over}: {string.Join(" + ", known.Select(p => p.Printed!.Value.Grouped))} = {sum}",
                $"Văn bản ghi ({total.Clause}): {printed}",
                $"Chênh lệch: {sum.Grouped} − {printed.Grouped} = {Signed(gap)}",
                .. whole ? [] : new[] { "Còn phần chưa có số liệu; riêng phần đã biết đã vượt số văn bản ghi." },
            ],
        };
    }

    private static string Signed(Dong gap) => (gap > Dong.Zero ? "+" : "−") + new Dong(Math.Abs(gap.Amount));
}
