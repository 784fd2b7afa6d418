using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Access;

/// <summary>Who reads the officials' own work on a record: who wrote and decided what, and why it was sent back.</summary>
public static class HistoryReach
{
    /// <summary>Who wrote what when is the officials' own; a party reads what was agreed, paid, settled.</summary>
    public static bool SeesHistory(this Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Reach(Act.ViewProjects) is not Scope.Own || viewer.Executes();
    }
}
