using System.Text;

namespace KhuyenCong.Data;

/// <summary>Statements that give rows of before the keys of search and order which the product writes itself from then on: neither database folds Vietnamese. For migrations.</summary>
public static class FoldedSql
{
    // So many replacements one within the other that every database reads them.
    private const int Nested = 8;

    private static readonly List<string> Letters =
    [
        .. from letter in "aăâeêioôơuưyđ" from tone in new[] { "", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323" }
           let composed = $"{letter}{tone}".Normalize(NormalizationForm.FormC)
           where composed.Length == 1 && composed[0] > '\u007F'
           from one in new[] { composed, composed.ToUpperInvariant() }
           select one,
    ];

    /// <summary>Sets a column to what an expression says, folded as <see cref="SearchText.Fold"/> does but for white space.</summary>
    public static IEnumerable<string> Fold(string table, string column, string expression) =>
        Replacing(table, column, expression, Letters.Select(c => (c, SearchText.Fold(c))));

    /// <summary>Sets a column to a key that orders by letters as <see cref="SearchText.SortKey"/> does; tones are left out.</summary>
    public static IEnumerable<string> SortKey(string table, string column, string expression) =>
    [
        // No letter is replaced by one that is still to be replaced.
        .. Replacing(table, column, expression, Enumerable.Range('a', 26).Select(c => $"{(char)c}").Concat(Letters).Select(c => (From: c, To: SearchText.SortKey(c)[..1])).OrderBy(c => c.To, StringComparer.Ordinal)),
        $"UPDATE \"{table}\" SET \"{column}\" = \"{column}\" || '\u0001'",
    ];

    /// <summary>What rows of a part say in a column, for an expression over the row that they belong to.</summary>
    /// <param name="part">The table of the parts.</param>
    /// <param name="column">What they say.</param>
    /// <param name="table">The table of the row.</param>
    /// <param name="key">Of the row, in both tables.</param>
    /// <param name="aggregate">As the database calls it: string_agg of PostgreSQL, group_concat of SQLite.</param>
    public static string Joined(string part, string column, string table, string key, string aggregate) =>
        $"coalesce((SELECT {aggregate}(\"{part}\".\"{column}\", ' ') FROM \"{part}\" WHERE \"{part}\".\"{key}\" = \"{table}\".\"{key}\"), '')";

    private static IEnumerable<string> Replacing(string table, string column, string expression, IEnumerable<(string From, string To)> letters)
    {
        yield return $"UPDATE \"{table}\" SET \"{column}\" = lower({expression})";
        foreach (var part in letters.Chunk(Nested))
        {
            var replaced = part.Aggregate($"\"{column}\"", (inner, letter) => $"replace({inner}, '{letter.From}', '{letter.To}')");
            yield return $"UPDATE \"{table}\" SET \"{column}\" = {replaced}";
        }
    }
}
