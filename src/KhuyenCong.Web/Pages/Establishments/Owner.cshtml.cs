using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>Makes an establishment an organisation that accounts can belong to: its owner then sees it, and it alone.</summary>
[Allow(Act.CurateEstablishments)]
public sealed class OwnerModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public Establishment Establishment { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Establishment.State is EstablishmentState.Merged)
        {
            return this.RefuseEdit(Establishment);
        }

        if (Registering.LinkOwner(Establishment, Uuid.New(clock)).Event is { OrganisationId: { } organisationId } linked)
        {
            var commune = Establishment.CommunesOn(clock.Today) is [var first, ..] ? first : null;
            db.Organisations.Add(Organisation.From(new(organisationId, OrganisationKind.Establishment, viewer.ProvinceCode, commune, clock.Today, [new(Uuid.New(clock), Establishment.Name, clock.Today)])));
            Establishment.Apply(linked);
            db.Because("establishment.owner-linked");
            await db.SaveChangesAsync(cancellationToken);
            TempData.Say("Đã đưa cơ sở vào danh mục tổ chức.");
        }

        return LocalRedirect($"/co-so/{id}/tai-khoan");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Establishments.Include(e => e.Sites).VisibleTo(viewer).SingleOrDefaultAsync(e => e.EstablishmentId == id, cancellationToken) is not { } establishment)
        {
            return false;
        }

        Establishment = establishment;
        return true;
    }
}
