using KhuyenCong.Domain.Norms;
using KhuyenCong.Web.Pages.Law;

namespace KhuyenCong.Web.Pages.Norms;

/// <summary>How norms are placed on screen and in exports.</summary>
public static class NormLook
{
    /// <summary>"Cả nước", a province, or its part of old.</summary>
    public static string Place(this Norm norm, IReadOnlyDictionary<string, string> provinces)
    {
        ArgumentNullException.ThrowIfNull(norm);
        return norm.Part?.Name ?? provinces.Name(norm.Law.Rule.TerritoryProvinceCode);
    }

    public static string Conditions(this Norm norm)
    {
        ArgumentNullException.ThrowIfNull(norm);
        return norm.Terms.Conditions is NormConditions.None ? "" : Resources.NormWords.Word(norm.Terms.Conditions);
    }
}
