using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.Clusters;

/// <summary>An investor is one of those offered, or none.</summary>
public static class InvestorChoice
{
    public static void RequireKnown(this ModelStateDictionary state, string? investor, IEnumerable<SelectListItem> offered)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!string.IsNullOrEmpty(investor) && !offered.Any(o => o.Value == investor))
        {
            state.AddModelError("Investor", Messages.For("cluster.investor-unknown"));
        }
    }
}
