using System.Text.Json;
using KhuyenCong.Data;
using KhuyenCong.Domain.Territories;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>Administrative units of the shipped list; names entered by users stay.</summary>
internal sealed class SeedTerritories(KhuyenCongDb db, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    public async Task RunAsync(string units, string changes, CancellationToken cancellationToken)
    {
        var known = JsonSerializer.Deserialize<UnitChanges>(changes, Json)!;
        var present = await db.AdministrativeUnits.Select(u => u.UnitCode).ToHashSetAsync(cancellationToken);
        foreach (var row in UnitFile.Parse(units).Where(r => !present.Contains(r.UnitCode)))
        {
            var unit = AdministrativeUnit.From(row);
            foreach (var name in UnitFile.NamesOf(row, known))
            {
                unit.Apply(new UnitNamed(Uuid.New(clock), name));
            }

            db.AdministrativeUnits.Add(unit);
        }

        db.Because("territory.seeded");
        await db.SaveChangesAsync(cancellationToken);
    }
}
