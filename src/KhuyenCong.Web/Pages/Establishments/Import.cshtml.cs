using KhuyenCong.Data;
using KhuyenCong.Data.Imports;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>Takes a workbook in and leaves it to the background job; nothing is read in the request.</summary>
[Allow(Act.EditEstablishments)]
public sealed class ImportModel(KhuyenCongDb db, Viewer viewer, FileStore files, TimeProvider clock) : PageModel
{
    [BindProperty]
    public IFormFile? Workbook { get; set; }

    public IReadOnlyList<EstablishmentImport> Imports { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Workbook is null)
        {
            ModelState.AddBreaches([new("import.no-file", nameof(Workbook))]);
            await LoadAsync(cancellationToken);
            return Page();
        }

        var (file, fault) = await files.StageAsync(viewer.ProvinceCode, Workbook, nameof(Workbook), cancellationToken);
        if (file is null)
        {
            ModelState.AddBreaches([fault!]);
            await LoadAsync(cancellationToken);
            return Page();
        }

        var import = new EstablishmentImport
        {
            EstablishmentImportId = Uuid.New(clock),
            ProvinceCode = viewer.ProvinceCode,
            FileName = file.FileName,
            Sha256 = file.Sha256,
            UserId = viewer.UserId,
            ActorName = viewer.DisplayName,
            OrganisationId = viewer.OrganisationId,
            CommuneCodes = viewer.Reach(Act.EditEstablishments) is Scope.Commune ? string.Join(' ', viewer.CommuneCodes) : null,
            CreatedAt = clock.UtcNow,
        };
        db.EstablishmentImports.Add(import);
        await db.SaveChangesAsync(cancellationToken);
        return LocalRedirect($"/co-so/nhap-excel/{import.EstablishmentImportId}");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Imports = await db.EstablishmentImports.AsNoTracking().VisibleTo(viewer).OrderByDescending(i => i.EstablishmentImportId).Take(20).ToListAsync(cancellationToken);
}
