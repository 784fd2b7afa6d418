using System.Text.Json;
using KhuyenCong.Data;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Pages.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>The decisions the product ships with. What a province has done with its programme since is never touched.</summary>
internal sealed class SeedProgrammes(KhuyenCongDb db, TimeProvider clock)
{
    private const string By = "Văn bản có sẵn";

    public async Task RunAsync(string json, CancellationToken cancellationToken)
    {
        var shipped = JsonSerializer.Deserialize<ShippedProgramme>(json, ProgrammeJson.Options)!;
        db.Scope.ActAsSystem(shipped.ProvinceCode);
        if (await db.Programmes.AnyAsync(p => p.FromYear == shipped.Text.FromYear && p.Level == ProgrammeLevel.Province, cancellationToken))
        {
            return;
        }

        var programme = Programme.From(new ProgrammeOpened(Uuid.New(clock), shipped.ProvinceCode, ProgrammeLevel.Province, null, shipped.Text.Title, shipped.Text.FromYear, shipped.Text.ToYear));
        var draft = ProgrammeVersion.From(new VersionDrafted(Uuid.New(clock), shipped.ProvinceCode, programme.ProgrammeId, 1, shipped.Text, VersionSource.Shipped, By, clock.UtcNow));
        db.Programmes.Add(programme);
        db.ProgrammeVersions.Add(draft);
        var ruling = await Publisher.PublishAsync(db, programme, draft, null, By, clock, cancellationToken);
        if (ruling.Breaches.Count > 0)
        {
            throw new InvalidOperationException($"The shipped programme of {shipped.ProvinceCode} cannot be published: {string.Join(", ", ruling.Breaches)}");
        }

        db.Discrepancies.AddRange(shipped.ReaderNotes.Select((note, at) => Discrepancy.From(note, programme, Uuid.New(clock), at + 1)));
        db.Because("programme.version-published", "Văn bản có sẵn trong sản phẩm");
        await db.SaveChangesAsync(cancellationToken);
    }
}
