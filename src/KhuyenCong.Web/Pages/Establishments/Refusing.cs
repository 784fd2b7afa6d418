using KhuyenCong.Domain.Establishments;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>403 with the reason in words.</summary>
public static class Refusing
{
    public static IActionResult RefuseEdit(this PageModel page, Establishment establishment)
    {
        ArgumentNullException.ThrowIfNull(establishment);
        return page.Refuse(establishment.State is EstablishmentState.Merged ? "establishment.merged" : "establishment.commune-not-yours");
    }

    public static IActionResult Refuse(this PageModel page, string code)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.HttpContext.Items[Errors.IndexModel.ReasonItem] = Messages.For(code);
        return page.StatusCode(StatusCodes.Status403Forbidden);
    }
}
