namespace KhuyenCong.Domain.Programmes;

/// <summary>Gộp ba chiều một chương trình: two officers edited one text.</summary>
public static class ProgrammeMerge
{
    /// <param name="base">The text both started from.</param>
    /// <param name="mine">The text of the one who saves now.</param>
    /// <param name="theirs">The text saved meanwhile.</param>
    /// <param name="chosen">Whose value counts at conflicting fields, by somebody who has seen both.</param>
    /// <returns>Either the merged text, or every conflicting field; never the last one to save.</returns>
    public static MergedProgramme ThreeWay(ProgrammeText @base, ProgrammeText mine, ProgrammeText theirs, IReadOnlyDictionary<string, MergeSide>? chosen = null)
    {
        ArgumentNullException.ThrowIfNull(@base);
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(theirs);
        var merge = new TreeMerge(ProgrammeTree.KeyOf, chosen);
        var merged = merge.Of(ProgrammeTree.Of(@base), ProgrammeTree.Of(mine), ProgrammeTree.Of(theirs));
        return merge.Open.Count == 0 ? new(ProgrammeTree.Back(merged), []) : new(null, [.. merge.Open.Select(c => c.Path)]);
    }
}

/// <summary>Kết quả gộp: the merged text, or the paths both changed differently.</summary>
public sealed record MergedProgramme(ProgrammeText? Text, IReadOnlyList<string> Conflicts);
