using KhuyenCong.Domain.Reminders;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Resources;

namespace KhuyenCong.Web.Pages.Reminders;

/// <summary>Bước tiếp theo: who is led to it.</summary>
public static class NextSteps
{
    /// <summary>Where the viewer takes the next step of a project's item; null for whoever may not take it.</summary>
    public static string? StepOf(this Viewer viewer, WaitingItem item, Guid projectId)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(item);
        return viewer.AsPlanMover().May(item.Act, item.Regime, item.TerritoryCode) ? item.StepHref(projectId) : null;
    }
}
