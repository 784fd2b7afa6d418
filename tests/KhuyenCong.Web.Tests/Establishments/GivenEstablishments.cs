using KhuyenCong.Domain.Establishments;
using KhuyenCong.Web.Tests.Results;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Establishments;

/// <summary>Establishments of their own: names nobody else uses.</summary>
internal static class GivenEstablishments
{
    public const string CamLam = "22453";
    public const string NhaTrang = "22366";
    public const string PersonalNumber = "056000000017";
    public const string Phone = "0900000017";

    public static Guid Id() => GivenResults.Id();

    public static string AName() => $"Cơ sở {Id():N} (dữ liệu minh họa)";

    public static async Task<Establishment> AnEstablishment(this App app, string? name = null, string commune = CamLam, string province = App.KhanhHoa, Guid? organisation = null, params PartEntry[] parts) =>
        await app.WithDb(province, async db =>
        {
            var establishment = Establishment.From(new(
                Id(), province, new(LegalForm.HouseholdBusiness, name ?? AName(), null, null, null, "Bánh tráng"),
                [.. parts.Prepend(new SiteEntry(commune, "Thôn 1")).Select(p => (Id(), p))], TimeProvider.System.UtcNow));
            if (organisation is { } owner)
            {
                establishment.Apply(new OwnerLinked(establishment.EstablishmentId, owner));
            }

            db.Establishments.Add(establishment);
            db.Because("establishment.registered", "test");
            await db.SaveChangesAsync();
            return establishment;
        });

    public static Task<Establishment> Again(this App app, Establishment establishment) =>
        app.WithDb(establishment.ProvinceCode, db => db.WholeEstablishments.AsNoTracking().SingleAsync(e => e.EstablishmentId == establishment.EstablishmentId));

    /// <summary>The form for a new one as a browser sends it.</summary>
    public static Dictionary<string, string> Fields(string name, string commune = CamLam) => new()
    {
        ["Id"] = Id().ToString(),
        ["General[Name]"] = name,
        ["General[LegalForm]"] = "HouseholdBusiness",
        ["General[Trade]"] = "Bánh tráng",
        ["General[TradeCodeVersion]"] = "VSIC 2025",
        ["Site[CommuneCode]"] = commune,
        ["Identifier[Kind]"] = "TaxCode",
    };
}
