using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Projects;

/// <summary>Phân kỳ hỗ trợ theo năm: what one year gives of a project that lasts longer than a year, by source that is drawn on an allotment.</summary>
public sealed record SupportYear(int Year, Dong? National = null, Dong? Provincial = null, Dong? Commune = null)
{
    public Dong? this[FundingSource source] =>
        source == FundingSource.National ? National
        : source == FundingSource.Provincial ? Provincial
        : source == FundingSource.Commune ? Commune
        : null;

    public Dong Total => new[] { National, Provincial, Commune }.SumKnown() ?? Dong.Zero;
}

/// <summary>Số học của phân kỳ hỗ trợ: the years add up to what each source gives to the whole project.</summary>
public static class SupportSchedule
{
    public const int MostYears = 5;

    private const string Field = "Schedule[0].Year";

    /// <summary>Sources that may give year by year.</summary>
    public static readonly IReadOnlyList<FundingSource> Sources = [FundingSource.National, FundingSource.Provincial, FundingSource.Commune];

    /// <summary>Whether a year after the project's own gives a share of it.</summary>
    public static bool Continues(Project project, int year)
    {
        ArgumentNullException.ThrowIfNull(project);
        return year > project.Year && project.Dossier.Schedule?.Any(y => y.Year == year && y.Total > Dong.Zero) == true;
    }

    /// <summary>What a year's plan may take of a project: all of it without a schedule, else that year's share; what others pay stands in the project's own year.</summary>
    public static FundingSplit ShareOf(Project project, int year)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (project.Dossier.Schedule is not { Count: > 0 } years)
        {
            return year == project.Year ? project.Funding : FundingSplit.None;
        }

        var share = years.FirstOrDefault(y => y.Year == year);
        return FundingSplit.Of(s => Sources.Contains(s) ? share?[s] : year == project.Year ? project.Funding[s] : null);
    }

    /// <summary>What no schedule may say, finished or not.</summary>
    public static IEnumerable<Breach> Faults(ProjectText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Dossier.Schedule is not { Count: > 0 } years)
        {
            yield break;
        }

        if (text.Kind is not ProjectKind.NationalKey)
        {
            yield return new("schedule.only-key", Field);
        }

        if (years.Count > MostYears)
        {
            yield return new("project.too-many-rows", Field, MostYears);
        }

        if (years.DistinctBy(y => y.Year).Count() < years.Count)
        {
            yield return new("schedule.year-twice", Field);
        }

        var last = Math.Max(text.Year, text.EndsOn?.Year ?? (text.Year + MostYears - 1));
        if (years.Any(y => y.Year < text.Year || y.Year > last))
        {
            yield return new("schedule.year-outside", Field, text.Year, last);
        }

        if (years.Any(y => Sources.Any(s => y[s] < Dong.Zero)))
        {
            yield return new("amount.negative", Field);
        }
    }

    /// <summary>What keeps a finished schedule from adding up.</summary>
    public static IEnumerable<Breach> Imbalances(ProjectText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Dossier.Schedule is not { Count: > 0 } years)
        {
            yield break;
        }

        foreach (var source in Sources)
        {
            var (planned, asked) = (years.Select(y => y[source]).SumKnown() ?? Dong.Zero, text.Funding[source] ?? Dong.Zero);
            if (planned != asked)
            {
                yield return new("schedule.sum", Field, source.Name, planned, asked);
            }
        }

        if (!years.Any(y => y.Year == text.Year && y.Total > Dong.Zero))
        {
            yield return new("schedule.first-year", Field, text.Year);
        }
    }
}
