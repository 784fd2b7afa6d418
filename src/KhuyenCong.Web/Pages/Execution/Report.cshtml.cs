using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Execution;

/// <summary>Lập, sửa báo cáo tiến độ của một tháng: short, and filled with what the last one said.</summary>
[Allow(Act.ReportProgress)]
public sealed class ReportModel(KhuyenCongDb db, Viewer viewer, ExecutionBook book, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "bao-cao-tien-do";

    private ProjectMover mover = null!;

    public Contract Contract { get; private set; } = null!;

    public ReportedContract Of { get; private set; } = null!;

    /// <summary>The report of the month, where it is begun already.</summary>
    public ProgressReport? Report { get; private set; }

    /// <summary>The one before, whose figures stand beside the new ones.</summary>
    public ProgressReport? Last { get; private set; }

    public DateOnly Month { get; private set; }

    public IReadOnlyList<SelectListItem> Months { get; private set; } = [];

    public string Subject => $"{Contract.ContractId}-{ReportForm.KeyOf(Month)}";

    [BindProperty]
    public ReportForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, string? thang, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, thang, cancellationToken) is { } answer)
        {
            return answer;
        }

        Form = ReportForm.Of(Of, Month, Report, Last);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => SaveAsync(id, submits: false, cancellationToken);

    /// <summary>Writes and submits in one go, as one does on a phone.</summary>
    public Task<IActionResult> OnPostSubmitAsync(Guid id, CancellationToken cancellationToken) => SaveAsync(id, submits: true, cancellationToken);

    private async Task<IActionResult> SaveAsync(Guid id, bool submits, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, Form.Month, cancellationToken) is { } answer)
        {
            return answer;
        }

        var (text, unreadable) = Form.Read(Of);
        ModelState.AddBreaches(unreadable, nameof(Form));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (reportId, breaches) = await book.WriteAsync(Of, Month.Year, Month.Month, Form.BaseVersion, text, mover, cancellationToken);
        ModelState.AddBreaches(breaches, nameof(Form));
        if (reportId is not { } written)
        {
            return Page();
        }

        await this.EndDraftAsync(drafts, Draft, Subject);
        if (!submits)
        {
            TempData.Say("Đã lưu báo cáo. Kèm ảnh nếu có, rồi gửi.");
            return LocalRedirect($"/tien-do/{written}");
        }

        var report = await db.WholeProgressReports.SingleAsync(r => r.ProgressReportId == written, cancellationToken);
        var refused = await book.MoveAsync(report, Of, report.Version, ProgressAction.Send, null, mover, cancellationToken);
        if (refused.Count > 0)
        {
            // What was typed is kept; the report's page tells what it still lacks.
            TempData.Say($"Đã lưu nhưng chưa gửi được: {string.Join(" ", refused.Select(b => Messages.For(b)))}", "warn");
            return LocalRedirect($"/hop-dong/{id}/bao-cao?thang={ReportForm.KeyOf(Month)}");
        }

        TempData.Say($"Đã gửi báo cáo tháng {Month:MM/yyyy}, {report.State.Next(report.Regime)}.");
        return LocalRedirect($"/tien-do/{written}");
    }

    /// <summary>The answer where there is nothing to write; null where the page can be shown.</summary>
    private async Task<IActionResult?> LoadAsync(Guid id, string? wanted, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        (Contract, Of) = found;
        mover = await viewer.AsProjectMoverAsync(db, cancellationToken);
        if (!mover.May(Act.ReportProgress, Of))
        {
            return this.Refuse("progress.not-allowed");
        }

        if (Of is not { IsRunning: true, SignedOn: { } signed })
        {
            return this.Refuse("progress.contract-not-running");
        }

        var today = clock.Today;
        var reports = await db.ProgressReports.AsNoTracking().Include(r => r.Lines).Where(r => r.ContractId == id).ToListAsync(cancellationToken);
        var months = await OpenMonthsAsync(reports, signed, today, cancellationToken);
        Month = ReportForm.MonthOf(wanted) ?? months.Wanted;
        Report = reports.Find(r => r.Year == Month.Year && r.Month == Month.Month);
        var period = (Month.Year * 12) + Month.Month;
        Last = reports.Where(r => r.Period < period && r.State is not ProgressReportState.Drafting).MaxBy(r => r.Period);
        Months = [.. months.Open.Select(m => new SelectListItem($"{m:MM/yyyy}", ReportForm.KeyOf(m), m == Month))];
        return Report is { IsEditable: false } sent ? LocalRedirect($"/tien-do/{sent.ProgressReportId}") : null;
    }

    /// <summary>Months that may still be written, the newest first, and the one that waits longest.</summary>
    private async Task<(IReadOnlyList<DateOnly> Open, DateOnly Wanted)> OpenMonthsAsync(List<ProgressReport> reports, DateOnly signed, DateOnly today, CancellationToken cancellationToken)
    {
        var now = new DateOnly(today.Year, today.Month, 1);
        List<DateOnly> open = [];
        for (var month = now; month.AddMonths(1) > signed && open.Count < 60; month = month.AddMonths(-1))
        {
            if (!reports.Exists(r => r.Year == month.Year && r.Month == month.Month && !r.IsEditable))
            {
                open.Add(month);
            }
        }

        var rules = await MonthBook.Rules(db).ToListAsync(cancellationToken);
        var owed = MonthBook.Months(Contract, reports, rules, [], today).Where(m => m.Standing is ReportStanding.Missing or ReportStanding.SentBack).Select(m => new DateOnly(m.Year, m.Month, 1)).Where(open.Contains).ToList();
        return (open, owed.Count > 0 ? owed.Min() : open.Count > 0 ? open[0] : now);
    }
}
