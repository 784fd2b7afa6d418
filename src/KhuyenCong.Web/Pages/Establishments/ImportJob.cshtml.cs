using System.Text.Json;
using KhuyenCong.Data;
using KhuyenCong.Data.Imports;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>One import: its progress, what was found, and the decision to write it or drop it.</summary>
[Allow(Act.EditEstablishments)]
public sealed class ImportJobModel(KhuyenCongDb db, Viewer viewer) : PageModel
{
    private const int Most = 200;
    private const int PreviewRows = 20;

    public static readonly IReadOnlyList<ImportColumn> PreviewColumns = [.. ImportLayout.Columns.Where(c => c.Key is "Site.CommuneCode" or "TaxCode.Number" or "General.Trade" or "Year.Year" or "Year.Labour" or "Year.Revenue")];

    private HashSet<Guid> visible = [];

    public EstablishmentImport Import { get; private set; } = null!;

    public IReadOnlyList<EstablishmentImportRow> Faulty { get; private set; } = [];

    public IReadOnlyList<EstablishmentImportRow> Twins { get; private set; } = [];

    public IReadOnlyList<(EstablishmentImportRow Row, IReadOnlyDictionary<string, string?> Values)> Preview { get; private set; } = [];

    [BindProperty]
    public bool WithTwins { get; set; }

    public bool MayOpen(Guid? id) => id is { } twin && visible.Contains(twin);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>The bar alone, asked for every second; when the work is over, the whole page.</summary>
    public async Task<IActionResult> OnGetProgressAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.EstablishmentImports.AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(i => i.EstablishmentImportId == id, cancellationToken) is not { } import)
        {
            return NotFound();
        }

        if (import.State is not (ImportState.Reading or ImportState.Writing))
        {
            Response.Headers["HX-Refresh"] = "true";
        }

        return Partial("_ImportProgress", import);
    }

    public Task<IActionResult> OnPostWriteAsync(Guid id, CancellationToken cancellationToken) => MoveAsync(id, async () =>
    {
        if (Import.Rows - Import.FaultyRows - (WithTwins ? 0 : Import.TwinRows) <= 0)
        {
            return new("import.nothing-to-write");
        }

        var withTwins = WithTwins;
        return await ChangeAsync(set => set.SetProperty(i => i.State, ImportState.Writing).SetProperty(i => i.WithTwins, withTwins).SetProperty(i => i.DoneRows, 0), cancellationToken);
    }, cancellationToken);

    public Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellationToken) => MoveAsync(id, async () =>
    {
        var fault = await ChangeAsync(set => set.SetProperty(i => i.State, ImportState.Discarded), cancellationToken);
        if (fault is null)
        {
            await db.EstablishmentImportRows.Where(r => r.EstablishmentImportId == id).ExecuteDeleteAsync(cancellationToken);
            TempData.Say("Đã bỏ lần nhập; không có gì được ghi.", "info");
        }

        return fault;
    }, cancellationToken);

    private async Task<IActionResult> MoveAsync(Guid id, Func<Task<Breach?>> move, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (await db.WriteAsync(_ => Task.CompletedTask, move, cancellationToken) is { } breach)
        {
            ModelState.AddBreaches([breach]);
            return Page();
        }

        return LocalRedirect($"/co-so/nhap-excel/{id}");
    }

    /// <summary>Only from where the decision is due: pressed twice, done once.</summary>
    private async Task<Breach?> ChangeAsync(Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<EstablishmentImport>> set, CancellationToken cancellationToken) =>
        await db.EstablishmentImports.Where(i => i.EstablishmentImportId == Import.EstablishmentImportId && i.State == ImportState.Ready).ExecuteUpdateAsync(set, cancellationToken) == 1
            ? null : new("import.wrong-state");

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.EstablishmentImports.AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(i => i.EstablishmentImportId == id, cancellationToken) is not { } import)
        {
            return false;
        }

        Import = import;
        var rows = db.EstablishmentImportRows.AsNoTracking().Where(r => r.EstablishmentImportId == id);
        if (import.State is ImportState.Ready or ImportState.Done)
        {
            Faulty = await rows.Where(r => r.Faults != null).OrderBy(r => r.Number).Take(Most).ToListAsync(cancellationToken);
            Twins = await rows.Where(r => r.TwinId != null).OrderBy(r => r.Number).Take(Most).ToListAsync(cancellationToken);
            var twins = Twins.Select(t => t.TwinId!.Value).Distinct().ToList();
            visible = await db.Establishments.VisibleTo(viewer).Where(e => twins.Contains(e.EstablishmentId)).Select(e => e.EstablishmentId).ToHashSetAsync(cancellationToken);
        }

        if (import.State is ImportState.Ready)
        {
            Preview = [.. (await rows.Where(r => r.Faults == null && r.TwinId == null && r.Values != null).OrderBy(r => r.Number).Take(PreviewRows).ToListAsync(cancellationToken))
                .Select(r => (r, (IReadOnlyDictionary<string, string?>)JsonSerializer.Deserialize<Dictionary<string, string?>>(r.Values!)!))];
        }

        return true;
    }
}
