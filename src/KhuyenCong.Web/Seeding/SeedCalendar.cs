using System.Text.Json;
using System.Text.Json.Serialization;
using KhuyenCong.Data;
using KhuyenCong.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>The days off that the product knows of, each with where they were read; never over what an official entered, changed, replaced or withdrew.</summary>
internal sealed class SeedCalendar(KhuyenCongDb db, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public async Task RunAsync(IEnumerable<string> years, CancellationToken cancellationToken)
    {
        var kept = await db.HolidaySchedules.Include(s => s.Periods).Where(s => s.ProvinceCode == null).ToListAsync(cancellationToken);
        foreach (var shipped in years.SelectMany(y => JsonSerializer.Deserialize<List<ShippedSchedule>>(y, Json)!))
        {
            if (kept.Find(s => s.ShippedCode == shipped.Code) is not { } present)
            {
                if (GivenSchedules.Add(shipped, kept, () => Uuid.New(clock), clock.Today) is { } given)
                {
                    db.HolidaySchedules.Add(HolidaySchedule.From(given));
                }
            }
            else if (GivenSchedules.Renew(present, shipped, kept, () => Uuid.New(clock)) is { } renewed)
            {
                present.Apply(renewed);
                // Counts as changed also where only its days did: calendars that are kept are read anew.
                db.Entry(present).State = EntityState.Modified;
            }
        }

        db.Because("calendar.seeded");
        await db.SaveChangesAsync(cancellationToken);
    }
}
