namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>Two people on one form: fields that only one of them changed are put together, fields both changed are asked about.</summary>
/// <param name="Values">What to save, or to show again where there are conflicts.</param>
/// <param name="Conflicts">Field by field, what the other person saved meanwhile.</param>
public sealed record FieldMerge(Dictionary<string, string?> Values, IReadOnlyList<(string Field, string? Theirs)> Conflicts)
{
    public static FieldMerge Of(IReadOnlyDictionary<string, string?> known, IReadOnlyDictionary<string, string?> current, IReadOnlyDictionary<string, string?> mine)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(mine);
        var values = new Dictionary<string, string?>(mine);
        var conflicts = new List<(string, string?)>();
        foreach (var (field, theirs) in current)
        {
            var (was, wanted) = (Same(known.GetValueOrDefault(field)), Same(mine.GetValueOrDefault(field)));
            if (wanted == was)
            {
                values[field] = theirs;
            }
            else if (Same(theirs) != was && Same(theirs) != wanted)
            {
                conflicts.Add((field, theirs));
            }
        }

        return new(values, conflicts);
    }

    private static string Same(string? text) => (text ?? "").Trim().ReplaceLineEndings("\n").Normalize();
}
