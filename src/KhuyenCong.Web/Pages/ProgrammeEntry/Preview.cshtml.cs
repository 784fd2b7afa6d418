using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.ProgrammeEntry;

/// <summary>A staged import to look at; confirmed, it becomes one draft version, however often the button is pressed. Into a draft that is already open it is merged.</summary>
[Allow(Act.EditProgramme)]
public sealed class PreviewModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public StagedImport Import { get; private set; } = null!;

    public Programme? Amended { get; private set; }

    public string? CommuneName { get; private set; }

    public EntryForm Form { get; private set; } = new();

    public IReadOnlyList<Breach> Faults { get; private set; } = [];

    public IReadOnlyList<FieldChange> Changes { get; private set; } = [];

    public IReadOnlyList<FoundDiscrepancy> Discrepancies { get; private set; } = [];

    /// <summary>The open draft that the import will be merged into.</summary>
    public ProgrammeVersion? OpenDraft { get; private set; }

    /// <summary>Fields that both the file and the open draft changed, differently.</summary>
    public IReadOnlyList<FieldChange> Conflicts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid stagingId) =>
        await FindAsync(stagingId) ? Page() : await ConfirmedAsync(stagingId) is { } draft ? Go(draft) : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid stagingId)
    {
        if (!await FindAsync(stagingId))
        {
            return await ConfirmedAsync(stagingId) is { } before ? Go(before) : NotFound();
        }

        var draft = OpenDraft is null ? await ConfirmOnceAsync(stagingId) : null;
        if (draft is null)
        {
            return await MergeAsync(stagingId);
        }

        TempData.Say("Đã nhập từ Excel thành bản thảo. Xem lại rồi ban hành để chương trình có hiệu lực.");
        return Go(draft);
    }

    public async Task<IActionResult> OnPostDropAsync(Guid stagingId)
    {
        await Staging.ForgetAsync(db, viewer.UserId, stagingId);
        TempData.Say("Đã bỏ tệp vừa tải lên; không có gì được nhập.", "info");
        return LocalRedirect("/chuong-trinh/nhap-excel");
    }

    /// <summary>As the form saves beside another officer: what only one changed is taken, what both changed is chosen.</summary>
    private async Task<IActionResult> MergeAsync(Guid stagingId)
    {
        var programmeId = Import.Amends!.Value;
        if (await db.ProgrammeVersions.AsNoTracking().SingleOrDefaultAsync(v => v.ProgrammeId == programmeId && v.State == VersionState.Draft) is not { } open)
        {
            // Published or dropped meanwhile: the page says how it stands now.
            return LocalRedirect($"/chuong-trinh/nhap-excel/{stagingId}");
        }

        var sent = await Request.ReadFormAsync();
        var edit = new DraftEdit(Import.Text, DraftEdit.Outside, long.TryParse(sent["__seen"], out var seen) ? seen : null, ConflictTable.Read(sent))
        {
            Base = await BaseAsync(programmeId),
            Reason = $"Gộp tệp Excel “{Import.FileName}”",
        };
        var outcome = await DraftDesk.SaveAsync(db, programmeId, open.Number, edit, viewer.DisplayName, clock);
        if (!outcome.IsSaved)
        {
            (OpenDraft, Conflicts) = (outcome.Version ?? open, outcome.Conflicts);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        // The staged file stays until it is forgotten with old drafts: pressed again, the same choice merges to the same text.
        TempData.Say($"Đã gộp tệp Excel vào bản thảo phiên bản {open.Number}. Xem lại rồi ban hành để chương trình có hiệu lực.");
        return Go(open);
    }

    /// <summary>What the file was filled from: the version in force, as the template offers it.</summary>
    private async Task<ProgrammeText> BaseAsync(Guid programmeId) =>
        (await db.ProgrammeVersions.AsNoTracking().SingleOrDefaultAsync(v => v.ProgrammeId == programmeId && v.State == VersionState.InForce))?.Text ?? EntryBlank.Text(Import.Text);

    /// <returns>The new draft; null where another draft is already open.</returns>
    private async Task<ProgrammeVersion?> ConfirmOnceAsync(Guid stagingId)
    {
        try
        {
            return await db.WriteAsync(
                _ => Import.Amends is { } id ? DraftDesk.LockAsync(db, id) : Task.CompletedTask,
                () => ConfirmAsync(stagingId));
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.IsTwin())
        {
            // Two confirmations at the same instant: the second met the first one's key, and what it wanted is there.
            if (await ConfirmedAsync(stagingId) is { } first)
            {
                return first;
            }

            throw;
        }
    }

    private async Task<ProgrammeVersion?> ConfirmAsync(Guid stagingId)
    {
        if (await ConfirmedAsync(stagingId) is { } before)
        {
            return before;
        }

        // The staged import's own id names what it becomes: a second confirmation meets the first one's key.
        var (programmeId, number) = (Import.Amends ?? stagingId, 1);
        if (Import.Amends is null)
        {
            var level = Import.Commune is null ? ProgrammeLevel.Province : ProgrammeLevel.Commune;
            db.Programmes.Add(Programme.From(new ProgrammeOpened(programmeId, viewer.ProvinceCode, level, Import.Commune, Import.Text.Title, Import.Text.FromYear, Import.Text.ToYear)));
        }
        else
        {
            var versions = await db.ProgrammeVersions.AsNoTracking().Where(v => v.ProgrammeId == programmeId).Select(v => new { v.Number, v.State }).ToListAsync();
            if (versions.Exists(v => v.State is VersionState.Draft))
            {
                return null;
            }

            number = PublishVersion.NextNumber(versions.Select(v => v.Number));
        }

        var draft = DraftDesk.Open(db, new(stagingId, viewer.ProvinceCode, programmeId, number, Import.Text, VersionSource.Excel, viewer.DisplayName, clock.UtcNow));
        db.Because(Import.Amends is null ? "programme.opened" : "programme.amendment-opened", $"Nhập từ tệp Excel “{Import.FileName}”");
        await db.SaveChangesAsync();
        await Staging.ForgetAsync(db, viewer.UserId, stagingId);
        return draft;
    }

    private Task<ProgrammeVersion?> ConfirmedAsync(Guid stagingId) =>
        db.ProgrammeVersions.AsNoTracking().SingleOrDefaultAsync(v => v.ProgrammeVersionId == stagingId);

    private LocalRedirectResult Go(ProgrammeVersion draft) => LocalRedirect($"/chuong-trinh/{draft.ProgrammeId}/ban-thao/{draft.Number}/ban-hanh");

    private async Task<bool> FindAsync(Guid stagingId)
    {
        if (await Staging.FindAsync(db, viewer.UserId, viewer.ProvinceCode, stagingId) is not { } import)
        {
            return false;
        }

        Import = import;
        Form = EntryForm.Of(import.Text);
        Faults = EntryFaults.Find(import.Text, Form, clock.Today);
        Discrepancies = DiscrepancyRules.Find(import.Text);
        if (import.Amends is { } id)
        {
            Amended = await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.ProgrammeId == id);
            var current = await db.ProgrammeVersions.AsNoTracking().SingleOrDefaultAsync(v => v.ProgrammeId == id && v.State == VersionState.InForce);
            OpenDraft = await db.ProgrammeVersions.AsNoTracking().SingleOrDefaultAsync(v => v.ProgrammeId == id && v.State == VersionState.Draft);
            if (OpenDraft is { } open)
            {
                var paths = ProgrammeMerge.ThreeWay(await BaseAsync(id), import.Text, open.Text).Conflicts;
                Conflicts = DraftDesk.Told(paths, import.Text, open.Text);
            }

            Changes = current is null ? [] : ProgrammeDifference.Between(current.Text, import.Text);
            return Amended is { } amended && viewer.CanIn(Act.EditProgramme, amended.CommuneCode);
        }

        if (!viewer.CanIn(Act.EditProgramme, import.Commune))
        {
            return false;
        }

        CommuneName = import.Commune is null ? null : (await CommuneChoices.OfAsync(db, viewer.ProvinceCode, clock.Today)).FirstOrDefault(c => c.Value == import.Commune)?.Text;
        return true;
    }
}
