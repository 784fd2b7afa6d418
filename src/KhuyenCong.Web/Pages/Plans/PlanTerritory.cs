using KhuyenCong.Data;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Pages.Law;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Resources;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Whose plan it is, under the name that it bore on a day: a province may have become a city.</summary>
public static class PlanTerritory
{
    public static async Task<string> OfAsync(KhuyenCongDb db, AnnualPlan plan, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.CommuneCode is { } commune
            ? (await db.CommunesAsync(plan.ProvinceCode, day, cancellationToken)).FirstOrDefault(c => c.Code == commune)?.Name ?? commune
            : await OfProvinceAsync(db, plan.ProvinceCode, day);
    }

    /// <summary>"tỉnh Khánh Hòa".</summary>
    public static async Task<string> OfProvinceAsync(KhuyenCongDb db, string provinceCode, DateOnly day) => (await Territory.ProvincesAsync(db, day)).Name(provinceCode).InSentence();
}
