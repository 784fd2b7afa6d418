using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Organisations;

/// <summary>One organisation: names, relations and duties over time, with its history.</summary>
[Allow(Act.ViewOrganisations, National = true)]
public sealed class DetailsModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public Organisation Organisation { get; private set; } = null!;

    public OrganisationBook Book { get; private set; } = null!;

    public IReadOnlyList<OrganisationRelation> Relations { get; private set; } = [];

    public IReadOnlyList<DutyAssignment> Duties { get; private set; } = [];

    public bool MayEdit => viewer.Can(Act.EditOrganisations) && Organisation.ProvinceCode == viewer.Territory;

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    [Allow(Act.EditOrganisations, National = true)]
    public async Task<IActionResult> OnPostEndRelationAsync(Guid id, Guid relationId, DateOnly? lastDay, string? document)
    {
        if (!await LoadAsync(id) || Relations.FirstOrDefault(r => r.OrganisationRelationId == relationId && r.SubjectId == id) is not { } relation)
        {
            return NotFound();
        }

        var decided = Organising.EndRelation(relation, lastDay, document, viewer.Territory);
        if (decided.Event is not { } ended)
        {
            ModelState.AddBreaches(decided.Breaches);
            return Page();
        }

        relation.Apply(ended);
        db.Because("organisation.relation-ended", document!.Trim());
        await db.SaveChangesAsync();
        TempData.Say("Đã ghi ngày cuối cùng của quan hệ.");
        return LocalRedirect($"/to-chuc/{id}");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        Book = await OrganisationBook.ReadAsync(db, viewer.ProvinceCode, clock.Today);
        if (Book.Find(id) is not { } organisation)
        {
            return false;
        }

        Organisation = organisation;
        Relations = [.. Book.Relations.Where(r => r.SubjectId == id || r.ObjectId == id).OrderBy(r => r.Kind).ThenByDescending(r => r.From)];
        Duties = await db.DutyAssignments.AsNoTracking().Where(d => d.OrganisationId == id).OrderBy(d => d.Duty).ToListAsync();
        return true;
    }
}
