using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Execution;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Giấy tờ đã gỡ: who may still see one is whoever may see the papers of its record.</summary>
public sealed class RemovedPapers(KhuyenCongDb db, Viewer viewer, ExecutionBook execution)
{
    /// <summary>What was taken off one record, the oldest first; nothing for whoever may not see its papers.</summary>
    public async Task<IReadOnlyList<RemovedPaper>> OfAsync(RemovedPaperKind kind, Guid recordId, CancellationToken cancellationToken)
    {
        var removed = await db.RemovedPapers.AsNoTracking().Where(p => p.RecordId == recordId && p.Kind == kind).OrderBy(p => p.RemovedPaperId).ToListAsync(cancellationToken);
        return removed.Count > 0 && await SeesAsync(kind, recordId, cancellationToken) ? removed : [];
    }

    /// <summary>One of them; null where there is none, or not for this viewer.</summary>
    public async Task<RemovedPaper?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.RemovedPapers.AsNoTracking().SingleOrDefaultAsync(p => p.RemovedPaperId == id, cancellationToken) is { } paper && await SeesAsync(paper.Kind, paper.RecordId, cancellationToken) ? paper : null;

    private async Task<bool> SeesAsync(RemovedPaperKind kind, Guid recordId, CancellationToken cancellationToken) => viewer.Can(Act.ViewProjects) && kind switch
    {
        // A dossier of several establishments tells each only its own papers: whose a removed one was is not known any more.
        RemovedPaperKind.Project => await db.WholeProjects.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(p => p.ProjectId == recordId, cancellationToken) is { } project
            && new ProjectSight(project, await viewer.AsProjectMoverAsync(db, cancellationToken)).IsWhole,
        RemovedPaperKind.Payment => await db.PaymentRequests.VisibleTo(viewer, db).AsNoTracking().SingleOrDefaultAsync(r => r.PaymentRequestId == recordId, cancellationToken) is { } request && viewer.SeesAccounts(request),
        RemovedPaperKind.Progress => await db.WholeProgressReports.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(r => r.ProgressReportId == recordId, cancellationToken) is { } report
            && await execution.FindAsync(report.ContractId, cancellationToken) is { } found && (await viewer.AsProjectMoverAsync(db, cancellationToken)).Reads(report, found.Of),
        RemovedPaperKind.Acceptance => await db.Acceptances.VisibleTo(viewer, db).AnyAsync(a => a.AcceptanceId == recordId, cancellationToken),
        RemovedPaperKind.AcceptanceSummary => await db.AcceptanceSummaries.VisibleTo(viewer, db).AnyAsync(s => s.AcceptanceSummaryId == recordId, cancellationToken),
        RemovedPaperKind.Settlement => await db.Settlements.VisibleTo(viewer, db).AnyAsync(s => s.SettlementId == recordId, cancellationToken),
        RemovedPaperKind.FollowUp => viewer.Can(Act.AnswerFollowUp) && await db.FollowUps.VisibleTo(viewer, db).AnyAsync(f => f.FollowUpId == recordId, cancellationToken),
        _ => false,
    };
}
