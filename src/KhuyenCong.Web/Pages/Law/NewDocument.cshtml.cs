using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.Law;

/// <summary>A province enters one of its own documents, with its file and what it does to another document.</summary>
[Allow(Act.EditLaw)]
public sealed class NewDocumentModel(KhuyenCongDb db, Viewer viewer, FileStore files, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "van-ban";

    [BindProperty]
    public DocumentForm Form { get; set; } = new();

    [BindProperty]
    public DocumentModel.RelationForm Relation { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<LegalDocument> Others { get; private set; } = [];

    public string Province { get; private set; } = "";

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync();
        var unfit = await PdfUpload.FaultAsync(Upload, nameof(Upload), cancellationToken);
        // The rule only asks whether there is a file; it is kept once everything else is right.
        var text = Form.Read(viewer.ProvinceCode, Upload is null ? null : "tep-kem-theo");
        var document = LegalLibrary.AddDocument(Uuid.New(clock), text, Others, viewer.ProvinceCode, clock.Today);
        var related = Relate(document);
        ModelState.AddBreaches(document.Breaches, nameof(Form));
        ModelState.AddBreaches(related?.Breaches ?? [], nameof(Relation));
        ModelState.AddBreaches(unfit is null ? [] : [unfit]);
        if (document.Event is not { } added || !ModelState.IsValid)
        {
            return Page();
        }

        var (sha, notKept) = await files.KeepPdfAsync(viewer.ProvinceCode, Upload, nameof(Upload), cancellationToken);
        if (notKept is not null)
        {
            ModelState.AddBreaches([notKept]);
            return Page();
        }

        db.LegalDocuments.Add(LegalDocument.From(added with { Text = text with { FileSha = sha } }));
        if (related?.Event is { } relation)
        {
            db.LegalRelations.Add(LegalRelation.From(relation));
        }

        db.Because("document.added");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when ((fault is DbUpdateConcurrencyException || fault.IsTwin()) && db.LegalDocuments.AsNoTracking().Any(d => d.Number == text.Number && d.Kind == text.Kind && d.Issuer == text.Issuer && d.Date == text.Date))
        {
            // The same form sent twice at once: the first one is in.
            ModelState.AddBreaches([new("law.duplicate-document", nameof(text.Number), $"{text.Kind.Word()} số {text.Number}")], nameof(Form));
            return Page();
        }

        await this.EndDraftAsync(drafts, Draft, "moi");
        TempData.Say($"Đã nhập {text.Kind.Word().ToLowerInvariant()} số {text.Number} vào thư viện.");
        return LocalRedirect($"/van-ban/{added.LegalDocumentId}");
    }

    private Ruling<DocumentsRelated>? Relate(Ruling<DocumentAdded> document)
    {
        if (Relation.TargetId is not { } targetId)
        {
            return null;
        }

        var source = document.Event is { } added ? LegalDocument.From(added) : null;
        var target = Others.FirstOrDefault(d => d.LegalDocumentId == targetId);
        return source is null && target is not null
            ? null
            : LegalLibrary.RelateDocuments(
                new(Uuid.New(clock), source?.LegalDocumentId ?? Guid.Empty, targetId, Relation.Kind ?? RelationKind.BasedOn, Relation.Clause?.Trim(), Relation.Date, Form.Verification ?? Verification.FromKnowledge),
                source,
                target,
                []);
    }

    private async Task LoadAsync()
    {
        Others = await db.LegalDocuments.AsNoTracking().OrderByDescending(d => d.Date).ToListAsync();
        Province = (await Territory.ProvincesAsync(db, clock.Today)).Name(viewer.ProvinceCode);
    }

    /// <summary>The document as typed.</summary>
    public sealed class DocumentForm
    {
        public DocumentKind? Kind { get; set; } = DocumentKind.Decision;

        [MaxLength(60, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? Number { get; set; }

        public DateOnly? Date { get; set; }

        [MaxLength(200, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? Issuer { get; set; }

        [MaxLength(600, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? Title { get; set; }

        public DateOnly? EffectiveFrom { get; set; }

        public DateOnly? EffectiveTo { get; set; }

        [MaxLength(600, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? SourceUrl { get; set; }

        public Verification? Verification { get; set; } = Domain.Law.Verification.Secondary;

        [MaxLength(600, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? VerificationNote { get; set; }

        [MaxLength(1000, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? Remark { get; set; }

        public DocumentText Read(string provinceCode, string? file) => new()
        {
            Kind = Kind ?? DocumentKind.Other,
            Number = Number?.Trim() ?? "",
            Date = Date,
            Issuer = Issuer?.Trim() ?? "",
            Title = Title?.Trim() ?? "",
            EffectiveFrom = EffectiveFrom,
            EffectiveTo = EffectiveTo,
            TerritoryProvinceCode = provinceCode,
            SourceUrl = Blank(SourceUrl),
            Verification = Verification ?? Domain.Law.Verification.FromKnowledge,
            VerificationNote = Blank(VerificationNote),
            Remark = Blank(Remark),
            FileSha = file,
        };
    }
}
