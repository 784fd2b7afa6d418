using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Norms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Law;

/// <summary>A province takes an unverified rule as binding by a signed document, or ends that; what follows is told first.</summary>
[Allow(Act.AdoptRule)]
public sealed class AdoptRuleModel(KhuyenCongDb db, Viewer viewer, ChangeDesk changes, FileStore files, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "xac-nhan-quy-dinh";

    private List<RuleAdoption> adoptions = [];

    public LegalRule Rule { get; private set; } = null!;

    public LegalDocument Document { get; private set; } = null!;

    public RuleStanding Standing { get; private set; } = null!;

    public RuleAdoption? Current { get; private set; }

    public string Province { get; private set; } = "";

    public DateOnly Tomorrow => clock.Today.AddDays(1);

    [BindProperty]
    public AdoptionForm Form { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public RevocationForm Revocation { get; set; } = new();

    /// <summary>What was shown of the effects when the form was sent.</summary>
    [BindProperty(Name = ChangePreview.Field)]
    public string? Mark { get; set; }

    /// <summary>What adopting, or ending, touches; null where there is nothing to adopt.</summary>
    public ChangePreview? Preview { get; private set; }

    /// <summary>The day that the preview supposes.</summary>
    public DateOnly PreviewFrom { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        await SupposeAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        // A missing day is said once, beside its field; the rule then judges the rest as if it were today.
        ModelState.Require(Form.SignedOn, "Form.SignedOn", "Hãy nhập ngày ký.");

        ModelState.Require(Form.From, "Form.From", "Hãy nhập ngày bắt đầu áp dụng.");

        var unfit = await PdfUpload.FaultAsync(Upload, nameof(Upload), cancellationToken);
        var text = new AdoptionText(Form.SignedNumber?.Trim() ?? "", Form.SignedOn ?? Form.From ?? clock.Today, Form.SignerName?.Trim() ?? "", Form.SignerTitle?.Trim() ?? "", Form.From ?? Form.SignedOn ?? clock.Today, null, string.IsNullOrWhiteSpace(Form.Note) ? null : Form.Note.Trim());
        var ruling = Adopting.AdoptRule(Uuid.New(clock), viewer.ProvinceCode, text, Rule, adoptions, viewer.UserId, clock.Today);
        ModelState.AddBreaches(ruling.Breaches, nameof(Form));
        ModelState.AddBreaches(unfit is null ? [] : [unfit]);
        if (ruling.Event is not { } adopted || !ModelState.IsValid)
        {
            await SupposeAsync(cancellationToken);
            return Page();
        }

        // Whoever has not seen what it touches is shown first; a day that touches the same is as good as the one shown.
        (Preview, PreviewFrom) = (await changes.OfAsync(Rule, adopted, cancellationToken), text.From);
        if (!Preview.IsSeenBy(Mark))
        {
            ModelState.AddBreaches([new("norm.look-first")]);
            return Page();
        }

        var (sha, notKept) = await files.KeepPdfAsync(viewer.ProvinceCode, Upload, nameof(Upload), cancellationToken);
        if (notKept is not null)
        {
            ModelState.AddBreaches([notKept]);
            return Page();
        }

        db.RuleAdoptions.Add(RuleAdoption.Of(adopted with { Text = text with { FileSha = sha } }));
        db.Because("rule.adopted", $"Theo văn bản số {text.SignedNumber}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when ((fault is DbUpdateConcurrencyException || fault.IsTwin()) && db.RuleAdoptions.AsNoTracking().Any(a => a.LegalRuleId == id && a.From == text.From))
        {
            // Confirmed twice at once: the first one holds.
            await SupposeAsync(cancellationToken);
            ModelState.AddBreaches([new("adoption.already-adopted", nameof(text.SignedNumber), text.SignedNumber)], nameof(Form));
            return Page();
        }

        await this.EndDraftAsync(drafts, Draft, $"{id}");
        TempData.Say($"Đã xác nhận áp dụng. Từ ngày {text.From.Text()}, quy định này sẽ {LawLook.Effect(Rule)}.");
        return LocalRedirect($"/quy-dinh/{id}");
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, Guid adoption, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id) || await db.RuleAdoptions.SingleOrDefaultAsync(a => a.RuleAdoptionId == adoption && a.LegalRuleId == id, cancellationToken) is not { } revoked)
        {
            return NotFound();
        }

        ModelState.Require(Revocation.From, "Revocation.From", "Hãy nhập ngày chấm dứt.");

        var ruling = Adopting.RevokeAdoption(revoked, Revocation.From ?? FirstEnd(revoked), Revocation.Reason, clock.Today);
        ModelState.AddBreaches(ruling.Breaches, nameof(Revocation));
        if (ruling.Event is not { } ended || !ModelState.IsValid)
        {
            await SupposeAsync(cancellationToken);
            return Page();
        }

        (Preview, PreviewFrom) = (await changes.OfAsync(Rule, ended, cancellationToken), ended.To.AddDays(1));
        if (!Preview.IsSeenBy(Mark))
        {
            ModelState.AddBreaches([new("norm.look-first")]);
            return Page();
        }

        revoked.Apply(ended);
        db.Because("rule.adoption-revoked", ended.Reason);
        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, Draft + "-cham-dut", $"{adoption}");
        TempData.Say($"Đã chấm dứt xác nhận áp dụng. Sau ngày {ended.To.Text()}, quy định này chỉ còn cảnh báo.", "warn");
        return LocalRedirect($"/quy-dinh/{id}");
    }

    /// <summary>Before a day is typed: as if it were adopted, or ended, as soon as may be.</summary>
    private async Task SupposeAsync(CancellationToken cancellationToken)
    {
        if (Current is { } current)
        {
            PreviewFrom = FirstEnd(current);
            Preview = await changes.OfAsync(Rule, new AdoptionRevoked(current.RuleAdoptionId, PreviewFrom.AddDays(-1), ""), cancellationToken);
        }
        else if (Rule.Verification is not Verification.VerifiedVerbatim)
        {
            PreviewFrom = clock.Today;
            Preview = await changes.OfAsync(Rule, new RuleAdopted(Uuid.New(clock), viewer.ProvinceCode, Rule.LegalRuleId, new("", PreviewFrom, "", "", PreviewFrom), viewer.UserId), cancellationToken);
        }
    }

    private DateOnly FirstEnd(RuleAdoption adoption) => adoption.From >= Tomorrow ? adoption.From.Value.AddDays(1) : Tomorrow;

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await db.LegalRules.AsNoTracking().SingleOrDefaultAsync(r => r.LegalRuleId == id) is not { } rule
            || (rule.TerritoryProvinceCode ?? viewer.ProvinceCode) != viewer.ProvinceCode)
        {
            return false;
        }

        Rule = rule;
        Document = await db.LegalDocuments.AsNoTracking().SingleAsync(d => d.LegalDocumentId == rule.LegalDocumentId);
        adoptions = await db.RuleAdoptions.AsNoTracking().Where(a => a.LegalRuleId == id).ToListAsync();
        Standing = RuleStanding.Of(rule, adoptions, clock.Today);
        Current = adoptions.Where(a => a.To is null).MaxBy(a => a.From);
        Province = (await Territory.ProvincesAsync(db, clock.Today)).Name(viewer.ProvinceCode);
        return true;
    }

    /// <summary>The signed document as typed.</summary>
    public sealed class AdoptionForm
    {
        [MaxLength(60, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? SignedNumber { get; set; }

        public DateOnly? SignedOn { get; set; }

        [MaxLength(120, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? SignerName { get; set; }

        [MaxLength(120, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? SignerTitle { get; set; }

        public DateOnly? From { get; set; }

        [MaxLength(1000, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? Note { get; set; }
    }

    /// <summary>From which day the confirmation no longer holds, and why.</summary>
    public sealed class RevocationForm
    {
        public DateOnly? From { get; set; }

        [MaxLength(1000, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? Reason { get; set; }
    }
}
