using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Web.Pages.ProgrammeEntry;

/// <summary>Fields that two changed differently, to choose between: <paramref name="Mine"/> heads the new values, <paramref name="SavedBy"/> saved the others.</summary>
public sealed record ConflictTable(string SavedBy, string Mine, IReadOnlyList<FieldChange> Conflicts)
{
    /// <summary>The choices as the table sends them; null where none was made.</summary>
    public static Dictionary<string, MergeSide>? Read(IFormCollection sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var chosen = sent["__path"].OfType<string>().Select((path, at) => (path, Side: sent[$"__choice{at}"].ToString()))
            .Where(c => c.Side.Length > 0).DistinctBy(c => c.path).ToDictionary(c => c.path, c => c.Side == "mine" ? MergeSide.Mine : MergeSide.Theirs);
        return chosen.Count == 0 ? null : chosen;
    }
}
