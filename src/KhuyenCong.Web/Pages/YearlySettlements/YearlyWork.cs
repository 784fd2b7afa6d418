using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.YearlySettlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Home;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.YearlySettlements;

/// <summary>Yearly reports that wait for the viewer, as the state table says, and units of last year without any; what one drew oneself waits for somebody else.</summary>
public static class YearlyWork
{
    private const int Most = 50;

    public static async Task<IEnumerable<WorkItem>> OfAsync(KhuyenCongDb db, Viewer viewer, YearlyBook book, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(book);
        var mayDraw = viewer.Can(Act.PrepareSettlement);
        List<YearlyState> waiting = [.. YearlyStates.Table.Where(t => viewer.Can(t.Who)).Select(t => t.From).Distinct()];
        if (waiting.Count == 0 && !mayDraw)
        {
            return [];
        }

        // What a commune is still writing is not the province's work: hundreds of them would crowd out its own.
        var ofCommune = viewer.Reach(Act.ViewYearlySettlements) is Scope.Commune;
        var reports = await db.YearlySettlements.VisibleTo(viewer, db).AsNoTracking().Where(s => waiting.Contains(s.State) || (mayDraw && (s.State == YearlyState.Drafting || s.State == YearlyState.SentBack)))
            .Where(s => ofCommune || s.CommuneCode == null || (s.Route == YearlyRoute.ThroughDepartment && s.State != YearlyState.Drafting && s.State != YearlyState.SentBack))
            .OrderBy(s => s.StateSince).ThenBy(s => s.YearlySettlementId).Take(Most).ToListAsync();
        var missing = mayDraw ? await MissingAsync(db, viewer, book, today) : [];
        if (reports.Count == 0)
        {
            return missing;
        }

        var holders = reports.Select(r => r.HolderId).Distinct().ToList();
        var units = (await db.Organisations.AsNoTracking().Include(o => o.Names).Where(o => holders.Contains(o.OrganisationId)).ToListAsync()).ToDictionary(o => o.OrganisationId);
        var (mover, laidDown) = (await book.MoverAsync(default), await db.CommuneYearlyRouteAsync());
        return missing.Concat(reports.Where(r => units.ContainsKey(r.HolderId)).Select(r => (Report: r, Unit: new YearlyUnit(r.HolderId, units[r.HolderId].Kind, r.CommuneCode)))
            .Where(r => YearlyMoves.MayDraw(r.Report, r.Unit, mover) || (!r.Report.Hands.HasWritten(viewer.UserId) && YearlyStates.Offered(r.Report, r.Unit, laidDown, mover).Any(a => a is not YearlyAction.SendBack)))
            .Select(r => new WorkItem("Quyết toán năm", units[r.Report.HolderId].NameOn(r.Report.StateSince), $"Năm {r.Report.Year}; {r.Report.State.Text().InSentence()}", r.Report.StateSince, null, r.Report.IsEditable ? "Soạn tiếp" : "Xử lý", $"/quyet-toan-nam/{r.Report.YearlySettlementId}")));
    }

    /// <summary>Of the year that is over; the list of the page counts them for everybody, whoever may begin one is asked here.</summary>
    private static async Task<IEnumerable<WorkItem>> MissingAsync(KhuyenCongDb db, Viewer viewer, YearlyBook book, DateOnly today)
    {
        var year = today.Year - 1;
        var units = await db.Unreported(today).ReportedTo(viewer, db).AsNoTracking().Select(o => new { o.OrganisationId, o.Kind, o.CommuneCode }).ToListAsync();
        if (units.Count == 0)
        {
            return [];
        }

        var (holders, mover) = (await Holders.ReadAsync(db, today, default), await book.MoverAsync(default));
        return units.Where(u => mover.May(Act.PrepareSettlement, YearlySide.Unit, new(u.OrganisationId, u.Kind, u.Kind is OrganisationKind.CommuneOffice ? u.CommuneCode : null))).Take(Most)
            .Select(u => new WorkItem("Quyết toán năm", holders.NameOf(u.OrganisationId), $"Năm {year}; chưa lập báo cáo", new DateOnly(year, 12, 31), null, "Lập báo cáo", $"/quyet-toan-nam/lap?nam={year}&don-vi={u.OrganisationId}"));
    }
}
