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
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Results;

/// <summary>Ghi nhận kết quả: first the target, then the form that this target asks for.</summary>
[Allow(Act.RecordResult)]
public sealed class RecordModel(KhuyenCongDb db, Viewer viewer, ResultBook book, EvidenceUpload upload, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string DraftForm = "ket-qua";
    private const int FirstRows = 3;
    private const int MoreRows = 5;
    private const int MostRows = 200;

    [BindProperty(SupportsGet = true, Name = "chi-tieu")]
    public Guid? TargetId { get; set; }

    [BindProperty]
    public ResultForm Form { get; set; } = new();

    [BindProperty(Name = "files")]
    public List<IFormFile> Chosen { get; set; } = [];

    [BindProperty(Name = "giu")]
    public List<string> Kept { get; set; } = [];

    public Target? Target { get; private set; }

    public Programme? Programme { get; private set; }

    public IReadOnlyList<SelectListItem> Targets { get; private set; } = [];

    public IReadOnlyList<SelectListItem> CommuneChoices { get; private set; } = [];

    public EvidenceUpload Upload => upload;

    public string DraftSubject => TargetId?.ToString("N") ?? "";

    /// <summary>The result that already has this natural key.</summary>
    public (Guid ResultId, string Title)? Twin { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (TargetId is null)
        {
            Targets = await TargetChoices.OfAsync(db, cancellationToken, MayCountToward);
            return Page();
        }

        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Form.Id = Uuid.New(clock);
        Form.Quantity = "1";
        Form.CommuneCode = viewer.CommuneCodes is [var only] && viewer.Reach(Act.RecordResult) is Scope.Commune ? only : null;
        AddRows(Math.Max(FirstRows, await DraftedRowsAsync(cancellationToken)));
        return Page();
    }

    /// <summary>More lines for beneficiaries; everything typed and every file stays.</summary>
    public async Task<IActionResult> OnPostRowsAsync(CancellationToken cancellationToken)
    {
        if (TargetId is null || !await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await upload.ReceiveAsync(viewer.ProvinceCode, Chosen, Kept, ModelState, cancellationToken);
        AddRows(Form.Beneficiaries.Count + MoreRows);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (TargetId is not { } targetId || !await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Form.Id == Guid.Empty)
        {
            Form.Id = Uuid.New(clock);
        }

        await upload.ReceiveAsync(viewer.ProvinceCode, Chosen, Kept, ModelState, cancellationToken);
        if (Form.AchievedOn is null && ModelState["Form.AchievedOn"] is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError("Form.AchievedOn", Messages.For("edit.required"));
        }

        var entry = Form.Read(Target!, ModelState);
        var unread = ModelState.Where(s => s.Value is { Errors.Count: > 0 }).Select(s => s.Key).ToHashSet();
        var done = unread.Count == 0
            ? await book.RecordAsync(Form.Id, targetId, entry, upload.Files, Form.SameFileReason, cancellationToken)
            : await book.JudgeAsync(Form.Id, targetId, entry, upload.Files, Form.SameFileReason, cancellationToken);
        // A field that could not be read has its own fault; the rule judged a stand-in.
        var breaches = done.Breaches.Select(b => b with { Field = b.Field is { } field ? Form.FieldOf(field) : null }).Where(b => b.Field is null || !unread.Contains(b.Field)).ToList();
        if (unread.Count > 0 || breaches.Count > 0)
        {
            await RefuseAsync(breaches, cancellationToken);
            return Page();
        }

        await drafts.FinishAsync(DraftForm, DraftSubject, cancellationToken: cancellationToken);
        TempData.DraftDone(DraftForm, DraftSubject);
        TempData.Say(done.WasThere ? "Kết quả này đã được ghi nhận từ lần gửi trước; không ghi thêm lần nữa." : "Đã ghi nhận kết quả.", done.WasThere ? "info" : "good");
        return LocalRedirect($"/ket-qua/{done.ResultId}");
    }

    private async Task RefuseAsync(List<Breach> breaches, CancellationToken cancellationToken)
    {
        ModelState.AddBreaches(breaches);
        if (breaches.FirstOrDefault(b => b.Code == "result.duplicate-key") is { Arguments: [Guid first, string title, ..] })
        {
            Twin = (first, title);
        }

        if (breaches.Exists(b => b.Code == "evidence.same-file") || !string.IsNullOrWhiteSpace(Form.SameFileReason))
        {
            await upload.FindOtherUsesAsync(Form.Id, cancellationToken);
        }

        AddRows(Math.Max(FirstRows, Form.Beneficiaries.Count));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Target = await db.Targets.AsNoTracking().SingleOrDefaultAsync(t => t.TargetId == TargetId, cancellationToken);
        if (Target is not { } target)
        {
            return false;
        }

        var programme = Programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.ProgrammeId == target.ProgrammeId, cancellationToken);
        if (!MayCountToward(programme))
        {
            return false;
        }

        CommuneChoices = [.. (await db.CommunesAsync(viewer.ProvinceCode, clock.Today, cancellationToken))
            .Where(c => viewer.CanIn(Act.RecordResult, c.Code) && (programme.CommuneCode is null || programme.CommuneCode == c.Code)).Select(c => new SelectListItem(c.Name, c.Code))];
        return true;
    }

    /// <summary>Toward the programme of a commune only its own results count.</summary>
    private bool MayCountToward(Programme programme) => programme.CommuneCode is null || viewer.CanIn(Act.RecordResult, programme.CommuneCode);

    private void AddRows(int count)
    {
        while (Form.Beneficiaries.Count < Math.Min(count, MostRows))
        {
            Form.Beneficiaries.Add(new());
        }
    }

    /// <summary>As many lines as the draft has, so that all of it can be put back.</summary>
    private async Task<int> DraftedRowsAsync(CancellationToken cancellationToken)
    {
        const string prefix = "Form.Beneficiaries[";
        var fields = await db.DraftFields.AsNoTracking()
            .Where(f => f.UserId == viewer.UserId && f.Form == DraftForm && f.Subject == DraftSubject && f.Field.StartsWith(prefix) && f.Value != "")
            .Select(f => f.Field)
            .ToListAsync(cancellationToken);
        return fields.Select(f => int.TryParse(f[prefix.Length..].Split(']')[0], CultureInfo.InvariantCulture, out var row) ? row + 1 : 0).DefaultIfEmpty().Max();
    }
}
