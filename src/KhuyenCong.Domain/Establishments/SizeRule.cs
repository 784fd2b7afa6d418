namespace KhuyenCong.Domain.Establishments;

/// <summary>Ngưỡng của một quy mô: at most so many workers, and revenue or capital within its limit.</summary>
public sealed record SizeStep(SizeClass Class, int Labour, Dong Revenue, Dong Capital);

/// <summary>Cách xếp quy mô: the thresholds in force, as the legal library has them.</summary>
/// <param name="Steps">Smallest first; empty where the library has none.</param>
/// <param name="IsVerified">Only a verified or adopted rule is more than a suggestion.</param>
public sealed record SizeRule(IReadOnlyList<SizeStep> Steps, bool IsVerified, string? Source = null)
{
    public static readonly SizeRule None = new([], false);

    /// <summary>The class these figures give, or null where the figures (or the rule) do not say.</summary>
    public SizeClass? Suggest(YearEntry year)
    {
        ArgumentNullException.ThrowIfNull(year);
        if (year.Labour is not { } labour || Steps.Count == 0)
        {
            return null;
        }

        foreach (var step in Steps.Where(s => labour <= s.Labour))
        {
            if (year.Revenue <= step.Revenue || year.Capital <= step.Capital)
            {
                return step.Class;
            }

            // One figure is too large, the other is not known: it might still fit.
            if (year.Revenue is null || year.Capital is null)
            {
                return null;
            }
        }

        return SizeClass.Large;
    }
}
