using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>Một hội đồng: its decision, members and sessions.</summary>
[Allow(Act.GiveOpinion)]
public sealed class CouncilDetailsModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public Council Council { get; private set; } = null!;

    public IReadOnlyList<AppraisalSession> Sessions { get; private set; } = [];

    public bool Organises => viewer.MayOrganise(Act.AppraiseProject, Council.CommuneCode);

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!Organises)
        {
            return this.Refuse("project.not-allowed");
        }

        var ruling = Council.End(Council, clock.Today, Reason, Sessions.Any(s => s.IsOpen), clock.UtcNow);
        ModelState.AddBreaches(ruling.Breaches);
        if (ruling.Event is not { } ended)
        {
            return Page();
        }

        Council.Apply(ended);
        db.Because("council.dissolved", ended.Reason);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Hội đồng đã kết thúc nhiệm vụ.");
        return LocalRedirect($"/tham-dinh/hoi-dong/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Councils.VisibleTo(viewer).Include(c => c.Members).SingleOrDefaultAsync(c => c.CouncilId == id, cancellationToken) is not { } council)
        {
            return false;
        }

        Council = council;
        Sessions = await db.AppraisalSessions.AsNoTracking().Where(s => s.CouncilId == id).OrderByDescending(s => s.HeldOn).ThenByDescending(s => s.AppraisalSessionId).Take(100).ToListAsync(cancellationToken);
        return true;
    }
}
