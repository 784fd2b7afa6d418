namespace KhuyenCong.Domain.Projects;

/// <summary>Số học của dự toán: line total = quantity × unit price = sum of its sources. It always blocks.</summary>
public static class EstimateRules
{
    public const long MostQuantity = 1_000_000_000;

    /// <summary>Figures no estimate may have, finished or not.</summary>
    public static IEnumerable<Breach> Faults(IReadOnlyList<LineText> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, at) = (lines[i], $"Lines[{i}]");
            if (string.IsNullOrWhiteSpace(line.Content))
            {
                yield return new("estimate.content-missing", $"{at}.Content", i + 1);
            }

            if (line.Quantity is < 1 or > MostQuantity)
            {
                yield return new("estimate.quantity", $"{at}.Quantity", i + 1);
            }

            if (line.UnitPrice < Dong.Zero)
            {
                yield return new("estimate.price-negative", $"{at}.UnitPrice", i + 1);
            }

            if (line.Funding.Amounts.Any(a => a < Dong.Zero))
            {
                yield return new("estimate.source-negative", $"{at}.Content", i + 1);
            }

            if (IsAbsurd(line))
            {
                yield return new("estimate.total-absurd", $"{at}.UnitPrice", i + 1);
            }
        }
    }

    /// <summary>What keeps a finished estimate from balancing.</summary>
    public static IEnumerable<Breach> Imbalances(IReadOnlyList<LineText> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Count == 0)
        {
            yield return new("estimate.empty");
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsAbsurd(lines[i]) && lines[i].Total is var total && lines[i].Funding.Total is var paid && total != paid)
            {
                yield return paid < total
                    ? new("estimate.short", $"Lines[{i}].Content", i + 1, total, paid, total - paid)
                    : new("estimate.over", $"Lines[{i}].Content", i + 1, total, paid, paid - total);
            }
        }
    }

    public static bool Balances(IReadOnlyList<LineText> lines) => !Faults(lines).Any() && !Imbalances(lines).Any();

    private static bool IsAbsurd(LineText line) => (Int128)line.UnitPrice.Amount * line.Quantity > AmountText.Largest || line.Funding.Amounts.Any(a => a?.Amount > AmountText.Largest);
}
