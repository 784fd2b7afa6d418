using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Domain.Kernel.Seen;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Lý lịch một máy: what it is, who saw it and paid for it, and whether it is still used a year later.</summary>
[Allow(Act.ViewProjects)]
public sealed class MachineModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private Dictionary<Guid, string> people = [];

    public MachinePassport Machine { get; private set; } = null!;

    public Acceptance Acceptance { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    public bool MayCheck { get; private set; }

    public DateOnly Today => clock.Today;

    /// <summary>How many checks the page showed.</summary>
    [BindProperty]
    public long? Seen { get; set; }

    [BindProperty]
    public MachineCheckResult? Result { get; set; }

    [BindProperty]
    public DateOnly? CheckedOn { get; set; }

    [BindProperty]
    public string? CheckedBy { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public static IEnumerable<SelectListItem> Outcomes => Enum.GetValues<MachineCheckResult>().Select(r => new SelectListItem(r.Text(), r.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (CheckedOn, CheckedBy) = (clock.Today, viewer.DisplayName);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!MayCheck)
        {
            return this.Refuse(Machine.AcceptedKey is null ? "machine.not-accepted" : "acceptance.not-allowed");
        }

        var ruling = AsSeen(Machine.Checks.Count, Seen, MachineChecking.Of(Machine, Acceptance, new(Result, CheckedOn, CheckedBy, Note), Uuid.New(clock), viewer.AsPlanMover(), clock));
        ModelState.AddBreaches(ruling.Breaches);
        if (ruling.Event is not { } done || !ModelState.IsValid)
        {
            return Page();
        }

        Machine.Apply(done);
        db.Because("machine.checked");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (fault.IsTwin())
        {
            // Somebody recorded a check in this moment: what they found is read first.
            db.ChangeTracker.Clear();
            await LoadAsync(id, cancellationToken);
            ModelState.AddBreaches([Meanwhile]);
            return Page();
        }

        var still = Machine is { DueCheckedOn: null, CheckDueOn: { } due } ? $" Lần này sớm hơn {MachinePassport.EarlyDays} ngày trước hạn {due.Text()}: việc kiểm tra sau 12 tháng vẫn còn phải làm." : "";
        TempData.Say($"Đã ghi kết quả kiểm tra: {done.Result.Text().InSentence()}.{still}", done.Result is MachineCheckResult.InUse ? "good" : "warn");
        return LocalRedirect($"/may-moc/{id}");
    }

    /// <summary>Whose account recorded a check.</summary>
    public string Who(MachineCheck check) => check.RecordedBy is { } by ? people.GetValueOrDefault(by, "—") : "—";

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.MachinePassports.VisibleTo(viewer, db).Include(m => m.Checks).SingleOrDefaultAsync(m => m.MachinePassportId == id, cancellationToken) is not { } machine)
        {
            return false;
        }

        Machine = machine;
        var users = machine.Checks.Select(c => c.RecordedBy).OfType<Guid>().Distinct().ToList();
        people = await db.NamesAsync(users, cancellationToken);
        Acceptance = await db.Acceptances.AsNoTracking().Include(a => a.Photos).SingleAsync(a => a.AcceptanceId == machine.AcceptanceId, cancellationToken);
        Project = await db.Projects.AsNoTracking().SingleAsync(p => p.ProjectId == machine.ProjectId, cancellationToken);
        MayCheck = machine.AcceptedKey is not null && viewer.AsPlanMover().May(Act.InspectProject, Acceptance.Regime, Acceptance.TerritoryCode);
        return true;
    }
}
