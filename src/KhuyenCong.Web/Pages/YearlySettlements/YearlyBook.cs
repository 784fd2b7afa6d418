using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.YearlySettlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.YearlySettlements;

/// <summary>Lập, lấy lại số liệu, chuyển bước báo cáo quyết toán năm: each under the lock of the lines it reports, judged by what stands there then.</summary>
public sealed class YearlyBook(KhuyenCongDb db, Viewer viewer, TimeProvider clock)
{
    public async Task<YearlyMover> MoverAsync(CancellationToken cancellationToken)
    {
        var own = viewer.OrganisationId;
        var isOfDepartment = own is { } place && await db.Organisations.AnyAsync(o => o.OrganisationId == place && o.Kind == OrganisationKind.Department, cancellationToken);
        return new(viewer.AsPlanMover(), own, isOfDepartment);
    }

    public async Task<YearlyUnit?> UnitAsync(Guid holderId, CancellationToken cancellationToken)
    {
        var found = await db.Organisations.AsNoTracking().Where(o => o.OrganisationId == holderId).Select(o => new { o.Kind, o.CommuneCode }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new(holderId, found.Kind, found.Kind is OrganisationKind.CommuneOffice ? found.CommuneCode : null);
    }

    /// <summary>What the ledger says at this moment, for pages: nothing is locked.</summary>
    public async Task<YearlyFigures> NowAsync(Guid holderId, int year, CancellationToken cancellationToken) =>
        await db.YearlyFiguresAsync(await db.Allocations.AsNoTracking().Where(a => a.HolderId == holderId && a.Year == year).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>Opens the report of a unit and draws its first figures.</summary>
    /// <returns>Its id, or what stands against it.</returns>
    public async Task<(Guid Id, IReadOnlyList<Breach> Breaches)> OpenAsync(YearlyUnit unit, int year, string? note, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var (mover, laidDown, holder) = (await MoverAsync(cancellationToken), await db.CommuneYearlyRouteAsync(cancellationToken), unit.HolderId);
        return await db.WriteYearlyAsync<(Guid Id, IReadOnlyList<Breach> Breaches)>(
            holder,
            year,
            async (lines, figures, isSound) =>
            {
                var isOpen = await db.YearlySettlements.AnyAsync(s => s.HolderId == holder && s.Year == year, cancellationToken);
                var opening = YearlyMoves.Open(new(Uuid.New(clock), viewer.ProvinceCode, unit, year, clock.Today), mover, lines.Count > 0, isOpen);
                if (opening.Event is not { } opened)
                {
                    return (Guid.Empty, opening.Breaches);
                }

                var report = YearlySettlement.From(opened);
                var drawing = YearlyMoves.Draw(report, new(unit, figures, isSound, laidDown), Uuid.New(clock), note, mover, clock);
                if (drawing.Event is not { } drawn)
                {
                    return (Guid.Empty, drawing.Breaches);
                }

                report.Apply(drawn);
                db.YearlySettlements.Add(report);
                db.Because("yearly.drafted", $"Năm {year}");
                await db.SaveChangesAsync(cancellationToken);
                return (report.YearlySettlementId, []);
            },
            cancellationToken);
    }

    /// <summary>Takes the figures from the ledger anew.</summary>
    /// <param name="seen">The version of the report that the page showed.</param>
    public async Task<IReadOnlyList<Breach>> DrawAsync(Guid id, long? seen, string? note, CancellationToken cancellationToken)
    {
        var mover = await MoverAsync(cancellationToken);
        return await LockedAsync(
            id,
            async (report, facts) =>
            {
                var ruling = Seen.AsSeen(report.Version, seen, YearlyMoves.Draw(report, facts, Uuid.New(clock), note, mover, clock));
                if (ruling.Event is { } drawn)
                {
                    report.Apply(drawn);
                    db.Because("yearly.drawn", $"Phiên bản {report.Round}");
                    await db.SaveChangesAsync(cancellationToken);
                }

                return ruling.Breaches;
            },
            cancellationToken);
    }

    /// <param name="seen">The version of the report that the page showed.</param>
    public async Task<IReadOnlyList<Breach>> MoveAsync(Guid id, long? seen, YearlyMove move, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(move);
        var mover = await MoverAsync(cancellationToken);
        return await LockedAsync(
            id,
            async (report, facts) =>
            {
                var ruling = Seen.AsSeen(report.Version, seen, YearlyMoves.Of(report, facts, Uuid.New(clock), move, mover, clock));
                if (ruling.Event is { } moved)
                {
                    report.Apply(moved);
                    db.Because("yearly.moved", moved.Move.Note ?? moved.Move.Action.Done());
                    await db.SaveChangesAsync(cancellationToken);
                }

                return ruling.Breaches;
            },
            cancellationToken);
    }

    private async Task<IReadOnlyList<Breach>> LockedAsync(Guid id, Func<YearlySettlement, YearlyFacts, Task<IReadOnlyList<Breach>>> work, CancellationToken cancellationToken)
    {
        var of = await db.YearlySettlements.AsNoTracking().Where(s => s.YearlySettlementId == id).Select(s => new { s.HolderId, s.Year }).SingleAsync(cancellationToken);
        var (unit, laidDown) = (await UnitAsync(of.HolderId, cancellationToken), await db.CommuneYearlyRouteAsync(cancellationToken));
        try
        {
            return await db.WriteYearlyAsync(
                of.HolderId,
                of.Year,
                async (_, figures, isSound) => await work(await db.WholeYearlySettlements.SingleAsync(s => s.YearlySettlementId == id, cancellationToken), new(unit!, figures, isSound, laidDown)),
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A unit whose lines are gone has no row to lock: the version tells.
            db.ChangeTracker.Clear();
            return [Seen.Meanwhile];
        }
    }
}
