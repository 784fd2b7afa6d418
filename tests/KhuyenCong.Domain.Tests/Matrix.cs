namespace KhuyenCong.Domain.Tests;

/// <summary>A table written as text: a row for every value of one enum, "Value: cell cell …", with a cell for every value of another in its order.</summary>
/// <remarks>A value that has no row or no cell fails the test that reads the table: nothing new goes by unjudged.</remarks>
internal static class Matrix
{
    /// <param name="text">The table.</param>
    /// <param name="elsewhere">Values that another table judges.</param>
    public static IReadOnlyList<(TRow Row, TColumn Column, string Cell)> Of<TRow, TColumn>(string text, params TRow[] elsewhere)
        where TRow : struct, Enum
        where TColumn : struct, Enum
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries)).ToList();
        var columns = Enum.GetValues<TColumn>();
        lines.Select(l => l[0]).ShouldBe(Enum.GetNames<TRow>().Except(elsewhere.Select(e => $"{e}")), ignoreOrder: true, $"a row for every {typeof(TRow).Name}");
        lines.ShouldAllBe(l => l.Length == columns.Length + 1, $"a cell for every {typeof(TColumn).Name}");
        return [.. lines.SelectMany(l => columns.Select((c, i) => (Enum.Parse<TRow>(l[0]), c, l[i + 1])))];
    }
}
