using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.ProgrammeEntry;

/// <summary>The whole text of a draft version on one page. Every submission saves what can be read; what cannot stays typed.</summary>
[Allow(Act.EditProgramme)]
[RequestFormLimits(ValueCountLimit = 60_000)]
public sealed class EditModel(KhuyenCongDb db, Viewer viewer, DraftBox drafts, TimeProvider clock) : PageModel
{
    /// <summary>The draft of this form is kept under this name, its subject is the version's id.</summary>
    public const string DraftForm = "chuong-trinh";

    public Programme Programme { get; private set; } = null!;

    public ProgrammeVersion Version { get; private set; } = null!;

    public EntryForm Form { get; private set; } = new();

    public IReadOnlyList<Breach> Faults { get; private set; } = [];

    /// <summary>Not empty where somebody else saved other values into the same fields: the page then asks to choose.</summary>
    public IReadOnlyList<FieldChange> Conflicts { get; private set; } = [];

    /// <summary>The version of the draft that the typing started from.</summary>
    public long BaseVersion { get; private set; }

    /// <summary>The page shows what was just sent, which is newer than any draft.</summary>
    public bool IsFresh { get; private set; }

    /// <summary>The row that was just added.</summary>
    [BindProperty(SupportsGet = true, Name = "mo")]
    public string? OpenRow { get; set; }

    /// <summary>Faults are shown beside their fields only after a first save, not to somebody who has just begun.</summary>
    [BindProperty(SupportsGet = true, Name = "kiem-tra")]
    public bool Checked { get; set; }

    public string Address => $"/chuong-trinh/{Programme.ProgrammeId}/ban-thao/{Version.Number}";

    private string Subject => Version.ProgrammeVersionId.ToString("N");

    public async Task<IActionResult> OnGetAsync(Guid id, int number)
    {
        if (!await FindAsync(id, number))
        {
            return NotFound();
        }

        if (Version.State is not VersionState.Draft)
        {
            TempData.Say($"Phiên bản {number} đã ban hành nên không sửa được nữa. Muốn thay đổi, đề nghị lập bản điều chỉnh.", "info");
            return LocalRedirect($"/chuong-trinh/{id}/sua");
        }

        Show(EntryForm.Of(Version.Text), Version.Text, []);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int number)
    {
        if (!await FindAsync(id, number))
        {
            return NotFound();
        }

        var sent = await Request.ReadFormAsync();
        var form = EntryForm.Of(sent);
        var wanted = sent["__do"].ToString();
        var added = EntryLayout.Lists.FirstOrDefault(l => wanted == "add:" + l.Name) is { } list ? (List: list.Name, Row: form.Add(list, EntryForm.Of(Version.Text))) : default;
        // Fields put back from an older draft were typed over that older text: the merge starts there.
        var (kept, _) = await drafts.FindAsync(DraftForm, Subject);
        BaseVersion = Math.Min(Number(sent["__base"]) ?? 0, kept?.BaseVersion ?? long.MaxValue);
        var reading = EntryReader.Read(form, await DraftDesk.TextAtAsync(db, Version, BaseVersion) ?? Version.Text);
        var outcome = await DraftDesk.SaveAsync(db, id, number, new(reading.Text, BaseVersion, Number(sent["__seen"]), ConflictTable.Read(sent)), viewer.DisplayName, clock);
        Version = outcome.Version ?? Version;
        if (!outcome.IsSaved)
        {
            return NotSaved(form, outcome);
        }

        await drafts.FinishAsync(DraftForm, Subject, Number(sent["__draft"]) ?? 0);
        SayCameIn(outcome);
        if (reading.Unread.Count > 0)
        {
            await KeepAsync(reading.Unread, Number(sent["__draft"]) ?? 0);
            Show(EntryForm.Of(Version.Text), Version.Text, reading.Unread);
            return Page();
        }

        TempData.DraftDone(DraftForm, Subject);
        if (wanted == "publish")
        {
            return LocalRedirect(Address + "/ban-hanh");
        }

        if (added.Row is { } row)
        {
            return LocalRedirect($"{Address}?mo={Uri.EscapeDataString($"{added.List}[{row.Key}]")}#{IdOf(added.List, row.Key)}");
        }

        TempData.Say($"Đã lưu bản thảo phiên bản {number}.");
        return LocalRedirect(Address + "?kiem-tra=true");
    }

    public static string IdOf(string list, string key) => $"{list}-{key.Replace('.', '_')}";

    private void SayCameIn(DraftOutcome outcome)
    {
        if (outcome.CameIn.Count > 0)
        {
            var fields = outcome.CameIn.Select(c => c.Label.Length > 0 ? $"{c.Group} – {c.Label}" : c.Group).Distinct().ToArray();
            TempData.Say($"Đã gộp {outcome.CameIn.Count} thay đổi mà người khác lưu trong lúc bạn soạn: {string.Join("; ", fields.Take(8))}{(fields.Length > 8 ? "; …" : "")}.", "info");
        }
    }

    private PageResult NotSaved(EntryForm form, DraftOutcome outcome)
    {
        (Form, IsFresh, Conflicts) = (form, true, outcome.Conflicts);
        Response.StatusCode = StatusCodes.Status409Conflict;
        if (Conflicts.Count == 0)
        {
            Faults = [new("programme.version-not-draft", null, Version.Number)];
            ModelState.AddBreaches(Faults);
        }

        return Page();
    }

    private void Show(EntryForm form, ProgrammeText text, IReadOnlyList<UnreadField> unread)
    {
        (Form, BaseVersion, IsFresh) = (form, Version.Version, unread.Count > 0);
        foreach (var field in unread)
        {
            form.Put(field.Name, field.Raw);
        }

        var unreadNames = unread.Select(u => u.Name).ToHashSet();
        Faults = [.. unread.Select(u => u.Breach with { Field = u.Name }), .. EntryFaults.Find(text, form, clock.Today).Where(b => !unreadNames.Contains(b.Field ?? ""))];
        if (Checked || IsFresh)
        {
            // The framework keeps no more than 200.
            ModelState.AddBreaches(Faults.Take(150));
        }
    }

    private async Task KeepAsync(IReadOnlyList<UnreadField> unread, long upTo)
    {
        var (_, marks) = await drafts.FindAsync(DraftForm, Subject);
        foreach (var field in unread)
        {
            await drafts.KeepAsync(DraftForm, Subject, field.Name, field.Raw, Version.Version, Math.Max(marks.Newest, upTo) + 1);
        }
    }

    private async Task<bool> FindAsync(Guid id, int number)
    {
        if (await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.ProgrammeId == id) is not { } programme
            || !viewer.CanIn(Act.EditProgramme, programme.CommuneCode)
            || await DraftDesk.FindAsync(db, id, number) is not { } version)
        {
            return false;
        }

        (Programme, Version) = (programme, version);
        return true;
    }

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
