using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Organisations;

/// <summary>Phân công nhiệm vụ of the province: who does what, from when, by which document.</summary>
[Allow(Act.ViewOrganisations)]
public sealed class DutiesModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private List<DutyAssignment> duties = [];

    [BindProperty(SupportsGet = true, Name = "ngay")]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public Duty Duty { get; set; }

    [BindProperty]
    public Guid? OrganisationId { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public string? EndDocument { get; set; }

    public OrganisationBook Book { get; private set; } = null!;

    public bool MayEdit => viewer.Can(Act.EditOrganisations);

    public DutyAssignment? HolderOf(Duty duty) => duties.Where(d => d.Duty == duty).On(Book.Day);

    public async Task OnGetAsync() => await LoadAsync();

    [Allow(Act.EditOrganisations)]
    public async Task<IActionResult> OnPostAssignAsync()
    {
        await LoadAsync();
        if (From is null)
        {
            ModelState.AddBreaches([new("organisation.from-missing", nameof(From))]);
        }

        var from = From ?? clock.Today;
        var wanted = new DutyAssigned(Uuid.New(clock), viewer.ProvinceCode, Duty, OrganisationId ?? Guid.Empty, from, To, Document?.Trim() ?? "");
        var decided = Organising.AssignDuty(wanted, Book.Find(OrganisationId), new(Book.Relations, from), duties);
        ModelState.AddBreaches(decided.Breaches);
        if (!ModelState.IsValid || decided.Event is not { } assigned)
        {
            return Page();
        }

        db.DutyAssignments.Add(DutyAssignment.Of(assigned));
        return await SaveAsync("organisation.duty-assigned", assigned.Document, "Đã ghi phân công.");
    }

    [Allow(Act.EditOrganisations)]
    public async Task<IActionResult> OnPostEndAsync(Guid dutyId)
    {
        await LoadAsync();
        if (duties.Find(d => d.DutyAssignmentId == dutyId) is not { } duty)
        {
            return NotFound();
        }

        var decided = Organising.EndDuty(duty, LastDay, EndDocument, viewer.ProvinceCode);
        if (decided.Event is not { } ended)
        {
            ModelState.AddBreaches(decided.Breaches.Select(b => b.Field == "Document" ? b with { Field = nameof(EndDocument) } : b));
            return Page();
        }

        duty.Apply(ended);
        return await SaveAsync("organisation.duty-ended", EndDocument!.Trim(), "Đã ghi ngày cuối cùng của phân công.");
    }

    private async Task<IActionResult> SaveAsync(string kind, string reason, string said)
    {
        db.Because(kind, reason);
        await db.SaveChangesAsync();
        TempData.Say(said);
        return LocalRedirect("/to-chuc/nhiem-vu");
    }

    private async Task LoadAsync()
    {
        Book = await OrganisationBook.ReadAsync(db, viewer.ProvinceCode, Day ?? clock.Today);
        duties = await db.DutyAssignments.ToListAsync();
    }
}
