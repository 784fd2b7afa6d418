namespace KhuyenCong.Domain.Programmes;

/// <summary>Đối chiếu số liệu: finds where one decision disagrees with itself. It points, it never corrects.</summary>
public static class DiscrepancyRules
{
    // One selection round is printed "kỳ", "đợt" or "lần" in turn (note KH-04): the same occasion, not a contradiction.
    private static readonly HashSet<string> OccasionWords = ["kỳ", "kì", "đợt", "lần"];

    public static IReadOnlyList<FoundDiscrepancy> Find(ProgrammeText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. MoneySums.Find(text), .. MoneyShares.Find(text), .. Linked(text)];
    }

    /// <summary>The same unit, however it is cased or which word for an occasion is used.</summary>
    public static bool SameUnit(string left, string right) => Unit(left) == Unit(right);

    private static IEnumerable<FoundDiscrepancy> Linked(ProgrammeText text)
    {
        var firsts = text.Statements.Where(s => s.SameAs is null).GroupBy(s => s.Code).ToDictionary(g => g.Key, g => g.First());
        foreach (var other in text.Statements.Where(s => s.SameAs is not null))
        {
            if (firsts.TryGetValue(other.SameAs!, out var first) && Compare(first, other) is { } found)
            {
                yield return found;
            }
        }
    }

    private static FoundDiscrepancy? Compare(TargetStatement first, TargetStatement other)
    {
        var differing = new List<string>();
        Add(differing, "số lượng", first.Quantity is { } a && other.Quantity is { } b && a != b, first.QuantityText, other.QuantityText);
        Add(differing, "đơn vị", !SameUnit(first.Unit, other.Unit), first.Unit, other.Unit);
        Add(differing, "quan hệ", first.Operator != other.Operator, first.Operator.Words(), other.Operator.Words());
        Add(differing, "phạm vi", first.Per != other.Per, first.Per.Words(), other.Per.Words());
        Add(differing, "số đầu ấn phẩm", first.Titles is { } t && other.Titles is { } u && t != u, Text(first.Titles), Text(other.Titles));
        Add(differing, "số bản", first.Copies is { } c && other.Copies is { } d && c != d, Text(first.Copies), Text(other.Copies));

        return differing.Count == 0 ? null : new FoundDiscrepancy
        {
            Key = $"statement:{first.Code}~{other.Code}",
            Rule = DiscrepancyRule.LinkedStatements,
            Title = $"{first.Name}: {first.Amount} ở {first.Clause}, {other.Amount} ở {other.Clause}",
            Quotes = [new(first.Quote, first.Clause), new(other.Quote, other.Clause)],
            Printed = first.Amount,
            Compared = other.Amount,
            Difference = string.Join("; ", differing),
            Arithmetic = [$"{first.Clause}: {first.Amount}", $"{other.Clause}: {other.Amount}", .. differing],
        };
    }

    private static void Add(List<string> differing, string what, bool differs, string left, string right)
    {
        if (differs)
        {
            differing.Add($"{what}: {left} ≠ {right}");
        }
    }

    private static string Text(long? number) => number is { } n ? n.Grouped() : "không ghi";

    private static string Unit(string unit)
    {
        var folded = string.Join(' ', unit.Normalize().ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return OccasionWords.Contains(folded) ? "đợt" : folded;
    }
}
