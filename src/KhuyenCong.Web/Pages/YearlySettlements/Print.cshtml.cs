using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.YearlySettlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.YearlySettlements;

/// <summary>Bản in báo cáo quyết toán năm: the figures of one version, as they were drawn, whatever the ledger says since.</summary>
[Allow(Act.ViewYearlySettlements)]
public sealed class PrintModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public YearlySettlement Report { get; private set; } = null!;

    public YearlyVersion Version { get; private set; } = null!;

    public string Holder { get; private set; } = "";

    public bool IsDraft => Version.SubmittedAt is null;

    public bool IsPast => Version.Number != Report.Round;

    /// <summary>Sample names say so of themselves; the paper says it too.</summary>
    public bool IsSample => Holder.Contains("minh họa", StringComparison.OrdinalIgnoreCase) || Version.Figures.Projects.Any(p => p.Title.Contains("minh họa", StringComparison.OrdinalIgnoreCase));

    public DateTime At => clock.UtcNow;

    public string By => viewer.DisplayName;

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "phien-ban")] int? number, CancellationToken cancellationToken)
    {
        if (await db.WholeYearlySettlements.VisibleTo(viewer, db).AsNoTracking().SingleOrDefaultAsync(s => s.YearlySettlementId == id, cancellationToken) is not { } report)
        {
            return NotFound();
        }

        Report = report;
        Version = report.Versions.FirstOrDefault(v => v.Number == number) ?? report.Current;
        Holder = (await Holders.ReadAsync(db, clock.Today, cancellationToken)).NameOf(report.HolderId);
        return Page();
    }
}
