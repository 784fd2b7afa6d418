using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Law;

/// <summary>One document of the library: its relations both ways, its rules, and where it is cited.</summary>
[Allow(Act.ViewLaw, National = true)]
public sealed class DocumentModel(KhuyenCongDb db, Viewer viewer, FileStore files, DraftBox drafts, TimeProvider clock) : PageModel
{
    public LegalDocument Document { get; private set; } = null!;

    public DocumentForce Force { get; private set; } = null!;

    public IReadOnlyList<RelatedDocument> Relations { get; private set; } = [];

    public IReadOnlyList<LegalRule> Rules { get; private set; } = [];

    public IReadOnlyList<Citation> Citations { get; private set; } = [];

    public IReadOnlyList<LegalDocument> Others { get; private set; } = [];

    public string Place { get; private set; } = "";

    [BindProperty]
    public RelationForm Relation { get; set; } = new();

    /// <summary>A province relates its own documents; what the Ministry's say of each other is shipped.</summary>
    public bool MayRelate => viewer.Can(Act.EditLaw) && Document.TerritoryProvinceCode == viewer.ProvinceCode;

    public bool MayPetition => viewer.Can(Act.FilePetition) && viewer.ProvinceCode.Length > 0;

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancellationToken)
    {
        var document = await db.LegalDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.LegalDocumentId == id, cancellationToken);
        return document is { FileSha: { } sha, TerritoryProvinceCode: { } province } && await files.OpenAsync(province, sha, cancellationToken) is { } content
            ? File(content, PdfUpload.MediaType, $"{SearchText.Fold(document.Kind.Word())} {document.Number}.pdf".Replace('/', '-').Replace(' ', '-'))
            : NotFound();
    }

    [Allow(Act.EditLaw)]
    public async Task<IActionResult> OnPostRelateAsync(Guid id)
    {
        if (!await LoadAsync(id) || Document.TerritoryProvinceCode != viewer.ProvinceCode)
        {
            return NotFound();
        }

        var target = Others.FirstOrDefault(d => d.LegalDocumentId == Relation.TargetId);
        var existing = await db.LegalRelations.AsNoTracking().Where(r => r.SourceId == id || r.TargetId == id).ToListAsync();
        var ruling = LegalLibrary.RelateDocuments(
            new(Uuid.New(clock), id, Relation.TargetId ?? Guid.Empty, Relation.Kind ?? RelationKind.BasedOn, Relation.Clause?.Trim(), Relation.Date, Document.Verification),
            Document,
            target,
            existing);
        ModelState.AddBreaches(ruling.Breaches, nameof(Relation));
        if (ruling.Event is not { } related || !ModelState.IsValid)
        {
            return Page();
        }

        db.LegalRelations.Add(LegalRelation.From(related));
        db.Because("document.related");
        await db.SaveChangesAsync();
        await this.EndDraftAsync(drafts, "van-ban-quan-he", $"{id}");
        TempData.Say($"Đã ghi: {Document.Kind.Word().ToLowerInvariant()} này {related.Kind.Word()} {target!.Citation}.");
        return LocalRedirect($"/van-ban/{id}");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await db.LegalDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.LegalDocumentId == id) is not { } document)
        {
            return false;
        }

        Document = document;
        Place = (await Territory.ProvincesAsync(db, clock.Today)).Name(document.TerritoryProvinceCode);
        var relations = await db.LegalRelations.AsNoTracking().Where(r => r.SourceId == id || r.TargetId == id).ToListAsync();
        Force = DocumentForce.On(document, relations, clock.Today);
        Others = await db.LegalDocuments.AsNoTracking().Where(d => d.LegalDocumentId != id).OrderByDescending(d => d.Date).ToListAsync();
        Relations = [.. relations
            .Select(r => new RelatedDocument(r, r.TargetId == id, Others.Single(d => d.LegalDocumentId == (r.TargetId == id ? r.SourceId : r.TargetId))))
            .OrderBy(r => r.Relation.Kind).ThenBy(r => r.IsReversed).ThenByDescending(r => r.Other.Date)];
        Rules = await db.LegalRules.AsNoTracking().Where(r => r.LegalDocumentId == id).OrderBy(r => r.Kind).ThenBy(r => r.Title).ToListAsync();
        Citations = await CitationsAsync(document);
        return true;
    }

    private async Task<List<Citation>> CitationsAsync(LegalDocument document)
    {
        var citations = new List<Citation>();
        var programmes = await db.ProgrammeVersions.AsNoTracking()
            .Where(v => v.DecisionNumber == document.Number && v.DecisionDate == document.Date)
            .Join(db.Programmes, v => v.ProgrammeId, p => p.ProgrammeId, (v, p) => new { p.ProgrammeId, p.Title, v.Number })
            .ToListAsync();
        citations.AddRange(programmes.Select(p => new Citation("Chương trình", $"{p.Title} (phiên bản {p.Number})", $"/chuong-trinh/{p.ProgrammeId}")));
        var rules = Rules.Select(r => r.LegalRuleId).ToList();
        var adoptions = await db.RuleAdoptions.AsNoTracking()
            .Where(a => rules.Contains(a.LegalRuleId) || (a.SignedNumber == document.Number && a.SignedOn == document.Date))
            .Join(db.LegalRules, a => a.LegalRuleId, r => r.LegalRuleId, (a, r) => new { a.LegalRuleId, a.SignedNumber, r.Title })
            .ToListAsync();
        citations.AddRange(adoptions.Select(a => new Citation("Xác nhận áp dụng", $"{a.Title} (theo {a.SignedNumber})", $"/quy-dinh/{a.LegalRuleId}")));
        var petitions = await db.Petitions.AsNoTracking().VisibleTo(viewer)
            .Where(p => p.SubjectKind == PetitionSubjectKind.Clause && p.SubjectId == document.LegalDocumentId)
            .OrderByDescending(p => p.FiledOn).Select(p => new { p.PetitionId, p.Code, p.Title }).ToListAsync();
        citations.AddRange(petitions.Select(p => new Citation("Phản ánh, kiến nghị", $"{p.Code}: {p.Title}", $"/kien-nghi/{p.PetitionId}")));
        var proposals = await db.AmendmentProposals.AsNoTracking()
            .Where(a => a.IssuedNumber == document.Number && a.IssuedOn == document.Date)
            .Select(a => new { a.AmendmentProposalId, a.Code, a.Title }).ToListAsync();
        citations.AddRange(proposals.Where(_ => viewer.Can(Act.FilePetition)).Select(a => new Citation("Đề xuất sửa đổi", $"{a.Code}: {a.Title}", $"/de-xuat-sua-doi/{a.AmendmentProposalId}")));
        return citations;
    }

    /// <summary>What this document does to another.</summary>
    public sealed class RelationForm
    {
        public RelationKind? Kind { get; set; }

        public Guid? TargetId { get; set; }

        [MaxLength(200, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? Clause { get; set; }

        public DateOnly? Date { get; set; }
    }
}

/// <summary>A relation as this document's page tells it.</summary>
public sealed record RelatedDocument(LegalRelation Relation, bool IsReversed, LegalDocument Other);

/// <summary>A record that rests on a document.</summary>
public sealed record Citation(string Kind, string Text, string Href);
