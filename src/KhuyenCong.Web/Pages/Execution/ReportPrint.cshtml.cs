using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Execution;

/// <summary>Bản in báo cáo tiến độ; it says that nobody has compared its form with the original.</summary>
[Allow(Act.ViewProjects)]
public sealed class ReportPrintModel(KhuyenCongDb db, Viewer viewer, ExecutionBook book, TimeProvider clock) : PageModel
{
    public ProgressReport Report { get; private set; } = null!;

    public Contract Contract { get; private set; } = null!;

    public ReportedContract Of { get; private set; } = null!;

    public DateTime At => clock.UtcNow;

    public string By => viewer.DisplayName;

    public IReadOnlyList<FundingSource> Used => [.. FundingSource.All.Where(s => Report.Lines.Any(l => l.Spent[s] is not null) || Of.Lines.Any(l => l.Text.Funding[s] is not null))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeProgressReports.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(r => r.ProgressReportId == id, cancellationToken) is not { } report
            || await book.FindAsync(report.ContractId, cancellationToken) is not { } found
            || !(await viewer.AsProjectMoverAsync(db, cancellationToken)).Reads(report, found.Of))
        {
            return NotFound();
        }

        (Report, Contract, Of) = (report, found.Contract, found.Of);
        return Page();
    }
}
