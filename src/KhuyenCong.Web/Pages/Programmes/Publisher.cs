using KhuyenCong.Data;
using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>Brings a version into force: the one path for shipped decisions, the form and Excel. The caller says why and saves.</summary>
public static class Publisher
{
    public static async Task<Ruling<VersionPublished>> PublishAsync(
        KhuyenCongDb db, Programme programme, ProgrammeVersion draft, DateOnly? inForceFrom, string by, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(draft);
        var current = await db.ProgrammeVersions.SingleOrDefaultAsync(v => v.ProgrammeId == programme.ProgrammeId && v.State == VersionState.InForce, cancellationToken);
        var ruling = PublishVersion.Of(draft, current, inForceFrom, clock.Today, by, clock.UtcNow);
        if (ruling.Event is not { } published)
        {
            return ruling;
        }

        var targets = await db.Targets.Where(t => t.ProgrammeId == programme.ProgrammeId).ToListAsync(cancellationToken);
        var discrepancies = await db.Discrepancies.Where(d => d.ProgrammeId == programme.ProgrammeId).ToListAsync(cancellationToken);
        current?.Apply(published);
        draft.Apply(published);
        programme.Apply(published);
        db.Targets.AddRange(TargetPlan.Bring(programme, published.Text, targets, () => Uuid.New(clock)));
        db.Discrepancies.AddRange(DiscrepancyReview.Bring(programme, published.Text, discrepancies, () => Uuid.New(clock)));
        return ruling;
    }
}
