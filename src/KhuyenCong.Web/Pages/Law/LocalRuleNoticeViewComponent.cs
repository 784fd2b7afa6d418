using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Law;

/// <summary>Tells on a page of a local project which of the province's own rules are not there; says nothing where all are, and nothing of national projects.</summary>
public sealed class LocalRuleNoticeViewComponent(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : ViewComponent
{
    /// <param name="regime">Of the contract.</param>
    /// <param name="use">What the page is about.</param>
    public async Task<IViewComponentResult> InvokeAsync(Regime regime, LocalUse use)
    {
        var subjects = LocalRegulations.For(regime, use);
        if (subjects.Count == 0)
        {
            return Content("");
        }

        var province = viewer.ProvinceCode;
        var rules = await db.LegalRules.AsNoTracking().Where(r => r.TerritoryProvinceCode == province).ToListAsync(HttpContext.RequestAborted);
        List<LocalSubject> missing = [.. subjects.Where(s => LocalRegulations.Of(s, province, rules, clock.Today) is null)];
        return missing.Count == 0 ? Content("") : View("~/Pages/Law/_LocalRuleNotice.cshtml", (missing, viewer.Can(Act.ViewLaw)));
    }
}
