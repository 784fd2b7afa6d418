using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Law;

/// <summary>One rule: what it says, where it stands, what it is worth in the viewer's province and by whose word.</summary>
[Allow(Act.ViewLaw, National = true)]
public sealed class RuleModel(KhuyenCongDb db, Viewer viewer, FileStore files, TimeProvider clock) : PageModel
{
    public LegalRule Rule { get; private set; } = null!;

    public LegalDocument Document { get; private set; } = null!;

    public RuleStanding Standing { get; private set; } = null!;

    public IReadOnlyList<RuleAdoption> Adoptions { get; private set; } = [];

    /// <summary>Other states of the same rule, newest first.</summary>
    public IReadOnlyList<LegalRule> Others { get; private set; } = [];

    /// <summary>Of a rule on the order of rules: the one that is applied, and the one that is set aside for it.</summary>
    public IReadOnlyList<LegalRule> Ordered { get; private set; } = [];

    public IReadOnlyList<Citation> Petitions { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Provinces { get; private set; } = new Dictionary<string, string>();

    public bool HasProvince => viewer.ProvinceCode.Length > 0;

    public bool BindsHere => Rule.TerritoryProvinceCode is null || Rule.TerritoryProvinceCode == viewer.ProvinceCode;

    public bool MayAdopt => viewer.Can(Act.AdoptRule) && HasProvince && BindsHere && Rule.Verification is not Verification.VerifiedVerbatim;

    public bool MayPetition => viewer.Can(Act.FilePetition) && HasProvince;

    public string ProvinceName => Provinces.Name(viewer.ProvinceCode);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await db.LegalRules.AsNoTracking().SingleOrDefaultAsync(r => r.LegalRuleId == id) is not { } rule)
        {
            return NotFound();
        }

        Rule = rule;
        Document = await db.LegalDocuments.AsNoTracking().SingleAsync(d => d.LegalDocumentId == rule.LegalDocumentId);
        Adoptions = await db.RuleAdoptions.AsNoTracking().Where(a => a.LegalRuleId == id).OrderByDescending(a => a.From).ToListAsync();
        Standing = RuleStanding.Of(rule, Adoptions, clock.Today);
        Others = await db.LegalRules.AsNoTracking().Where(r => r.Code == rule.Code && r.LegalRuleId != id).OrderByDescending(r => r.EffectiveFrom).ToListAsync();
        Ordered = rule.SetsAside is null ? [] : await db.LegalRules.AsNoTracking().Where(r => r.Code == rule.Prefers || r.Code == rule.SetsAside).OrderBy(r => r.EffectiveFrom).ToListAsync();
        Provinces = await Territory.ProvincesAsync(db, clock.Today);
        var petitions = await db.Petitions.AsNoTracking().VisibleTo(viewer)
            .Where(p => p.SubjectKind == PetitionSubjectKind.Rule && p.SubjectId == id)
            .OrderByDescending(p => p.FiledOn).Select(p => new { p.PetitionId, p.Code, p.Title }).ToListAsync();
        Petitions = [.. petitions.Select(p => new Citation("Phản ánh, kiến nghị", $"{p.Code}: {p.Title}", $"/kien-nghi/{p.PetitionId}"))];
        return Page();
    }

    /// <summary>The signed confirmation of the viewer's own province.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, Guid adoption, CancellationToken cancellationToken) =>
        await db.RuleAdoptions.AsNoTracking().SingleOrDefaultAsync(a => a.RuleAdoptionId == adoption && a.LegalRuleId == id, cancellationToken) is { FileSha: { } sha } found
            && await files.OpenAsync(found.ProvinceCode, sha, cancellationToken) is { } content
            ? File(content, PdfUpload.MediaType, $"xac-nhan-{found.SignedNumber.Replace('/', '-')}.pdf")
            : NotFound();
}
