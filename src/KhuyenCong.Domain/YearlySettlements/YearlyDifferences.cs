namespace KhuyenCong.Domain.YearlySettlements;

/// <summary>Chênh lệch giữa hai lần lấy số liệu: what stood there, and what stands there now.</summary>
/// <param name="ProjectId">Null for the whole line.</param>
public sealed record YearlyDifference(Guid AllocationId, string Source, YearlyItem Item, Guid? ProjectId, string? Title, Dong Old, Dong New);

/// <summary>So sánh số liệu của hai phiên bản, or of a version with the ledger.</summary>
public static class YearlyDifferences
{
    /// <summary>Figures that the report of a project shows.</summary>
    public static readonly IReadOnlyList<YearlyItem> OfProject = [YearlyItem.Reserved, YearlyItem.Committed, YearlyItem.Advanced, YearlyItem.Paid, YearlyItem.Settled, YearlyItem.Returned];

    private static readonly YearlyItem[] OfLine = Enum.GetValues<YearlyItem>();

    /// <summary>Every figure that is not the same; a line or project that is absent has nothing.</summary>
    public static IReadOnlyList<YearlyDifference> Between(YearlyFigures old, YearlyFigures now)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(now);
        var (oldLines, newLines) = (old.Lines.ToDictionary(l => l.AllocationId), now.Lines.ToDictionary(l => l.AllocationId));
        var (oldProjects, newProjects) = (old.Projects.ToDictionary(p => (p.AllocationId, p.ProjectId)), now.Projects.ToDictionary(p => (p.AllocationId, p.ProjectId)));
        return
        [
            .. from id in oldLines.Keys.Union(newLines.Keys)
               let before = oldLines.GetValueOrDefault(id)
               let after = newLines.GetValueOrDefault(id)
               from item in OfLine
               let was = before?[item] ?? Dong.Zero
               let stands = after?[item] ?? Dong.Zero
               where was != stands
               select new YearlyDifference(id, (after ?? before)!.Source, item, null, null, was, stands),
            .. from key in oldProjects.Keys.Union(newProjects.Keys)
               let before = oldProjects.GetValueOrDefault(key)
               let after = newProjects.GetValueOrDefault(key)
               from item in OfProject
               let was = before?[item] ?? Dong.Zero
               let stands = after?[item] ?? Dong.Zero
               where was != stands
               select new YearlyDifference(key.AllocationId, (newLines.GetValueOrDefault(key.AllocationId) ?? oldLines.GetValueOrDefault(key.AllocationId))?.Source ?? "", item, key.ProjectId, (after ?? before)!.Title, was, stands),
        ];
    }
}
