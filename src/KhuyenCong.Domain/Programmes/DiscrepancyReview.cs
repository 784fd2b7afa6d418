namespace KhuyenCong.Domain.Programmes;

/// <summary>Rà soát mâu thuẫn: what a new version does to the discrepancies on file. Reader notes are left to readers.</summary>
public static class DiscrepancyReview
{
    /// <summary>Brings <paramref name="existing"/> in line with what the rules find in <paramref name="text"/> and returns the rows to add.</summary>
    public static IReadOnlyList<Discrepancy> Bring(Programme programme, ProgrammeText text, IReadOnlyCollection<Discrepancy> existing, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(existing);
        ArgumentNullException.ThrowIfNull(newId);
        var onFile = existing.Where(d => d.Origin is DiscrepancyOrigin.Rule).ToDictionary(d => d.Key);
        var found = DiscrepancyRules.Find(text);
        var added = new List<Discrepancy>();
        for (var order = 0; order < found.Count; order++)
        {
            if (onFile.TryGetValue(found[order].Key, out var discrepancy))
            {
                discrepancy.Apply(found[order], order + 1);
            }
            else
            {
                added.Add(Discrepancy.From(found[order], programme, newId(), order + 1));
            }
        }

        foreach (var gone in onFile.Values.Where(d => d.State is not DiscrepancyState.Gone && found.All(f => f.Key != d.Key)))
        {
            gone.Apply(new DiscrepancyGone(gone.Key));
        }

        return added;
    }
}
