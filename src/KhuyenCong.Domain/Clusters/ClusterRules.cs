namespace KhuyenCong.Domain.Clusters;

/// <summary>Ghi nhận cụm công nghiệp và số liệu của cụm: everything a record must hold to, told all at once.</summary>
public static class ClusterRules
{
    public const int LongestName = 300;
    public const int LongestText = 500;
    public const int MostCommunes = 3;

    /// <param name="wanted">As typed.</param>
    /// <param name="others">The province's other clusters.</param>
    /// <param name="isCommune">Whether a code is a commune of the province.</param>
    /// <param name="today">The day.</param>
    public static Ruling<ClusterRegistered> Register(ClusterRegistered wanted, IEnumerable<IndustrialCluster> others, Func<string, bool> isCommune, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return Decide.Unless([.. OfText(wanted.Text, others, isCommune, today)], () => wanted with { Text = Trimmed(wanted.Text) });
    }

    public static Ruling<ClusterEdited> Edit(IndustrialCluster cluster, ClusterText text, IEnumerable<IndustrialCluster> others, Func<string, bool> isCommune, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        ArgumentNullException.ThrowIfNull(text);
        return Decide.Unless([.. OfText(text, others.Where(o => o.IndustrialClusterId != cluster.IndustrialClusterId), isCommune, today)], () => new ClusterEdited(cluster.IndustrialClusterId, Trimmed(text)));
    }

    public static Ruling<ClusterFigureRecorded> Record(IndustrialCluster cluster, Guid figureId, FigureEntry entry, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return Decide.Unless([.. OfFigure(cluster, null, entry, today)], () => new ClusterFigureRecorded(cluster.IndustrialClusterId, figureId, entry with { Source = Blank(entry.Source) }));
    }

    public static Ruling<ClusterFigureCorrected> Correct(IndustrialCluster cluster, Guid figureId, FigureEntry entry, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return Decide.Unless([.. OfFigure(cluster, figureId, entry, today)], () => new ClusterFigureCorrected(cluster.IndustrialClusterId, figureId, entry with { Source = Blank(entry.Source) }));
    }

    private static IEnumerable<Breach> OfText(ClusterText text, IEnumerable<IndustrialCluster> others, Func<string, bool> isCommune, DateOnly today)
    {
        var name = SearchText.Fold(text.Name);
        if (name.Length == 0)
        {
            yield return new("cluster.name-missing", nameof(text.Name));
        }
        else if (others.Any(o => SearchText.Fold(o.Name) == name))
        {
            yield return new("cluster.name-twice", nameof(text.Name));
        }

        foreach (var (value, field, longest) in new[] { (text.Name, nameof(text.Name), LongestName), (text.Decision, nameof(text.Decision), LongestText), (text.InvestorName, nameof(text.InvestorName), LongestName), (text.Note, nameof(text.Note), LongestText) })
        {
            if (value?.Length > longest)
            {
                yield return new("establishment.too-long", field, longest);
            }
        }

        if (text.Communes.Count == 0)
        {
            yield return new("establishment.commune-missing", nameof(text.Communes));
        }
        else if (!text.Communes.All(isCommune) || text.Communes.Count > MostCommunes)
        {
            yield return new("establishment.commune-unknown", nameof(text.Communes));
        }

        if (text.DecidedOn > today)
        {
            yield return new("cluster.decided-in-future", nameof(text.DecidedOn));
        }
    }

    private static IEnumerable<Breach> OfFigure(IndustrialCluster cluster, Guid? figureId, FigureEntry entry, DateOnly today)
    {
        if (entry.On == default)
        {
            yield return new("edit.required", nameof(entry.On));
        }
        else if (entry.On > today)
        {
            yield return new("figure.in-future", nameof(entry.On));
        }
        else if (cluster.Figures.Any(f => f.On == entry.On && f.ClusterFigureId != figureId))
        {
            yield return new("figure.day-twice", nameof(entry.On));
        }

        if (entry with { On = default, Source = null } == new FigureEntry(default))
        {
            yield return new("figure.empty", nameof(entry.Area));
        }

        foreach (var (value, field) in new[]
        {
            (entry.Area, nameof(entry.Area)), (entry.IndustrialArea, nameof(entry.IndustrialArea)), (entry.LeasedArea, nameof(entry.LeasedArea)),
            (entry.Tenants, nameof(entry.Tenants)), (entry.Labour, nameof(entry.Labour)), (entry.WasteCapacity, nameof(entry.WasteCapacity)),
        })
        {
            if (value < 0)
            {
                yield return new("figure.negative", field);
            }
        }

        if (entry.IndustrialArea > entry.Area)
        {
            yield return new("figure.industrial-above-area", nameof(entry.IndustrialArea));
        }

        if (entry.LeasedArea > entry.IndustrialArea)
        {
            yield return new("figure.leased-above-industrial", nameof(entry.LeasedArea));
        }

        if (entry.Source?.Length > LongestText)
        {
            yield return new("establishment.too-long", nameof(entry.Source), LongestText);
        }
    }

    private static ClusterText Trimmed(ClusterText text) => text with
    {
        Name = text.Name.Trim().Normalize(),
        Communes = [.. text.Communes.Distinct()],
        Decision = Blank(text.Decision),
        // A name of its own is kept only where neither registry knows the investor.
        InvestorName = text.InvestorEstablishmentId is null && text.InvestorOrganisationId is null ? Blank(text.InvestorName) : null,
        Note = Blank(text.Note),
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize();
}
