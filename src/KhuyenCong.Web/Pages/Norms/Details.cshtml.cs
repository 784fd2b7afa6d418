using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Law;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Norms;

/// <summary>One norm: figures, clause, quote, conditions, who adopted it, its other versions, the papers of its kind.</summary>
[Allow(Act.ViewLaw, National = true)]
public sealed class DetailsModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public Norm Norm { get; private set; } = null!;

    public SupportKind Kind { get; private set; } = null!;

    public RuleStanding Standing { get; private set; } = null!;

    public IReadOnlyList<Norm> Versions { get; private set; } = [];

    public IReadOnlyList<(LawRow Law, RequiredPaper Paper)> Papers { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Provinces { get; private set; } = new Dictionary<string, string>();

    public bool HasProvince => viewer.ProvinceCode.Length > 0;

    public bool MayAmend => HasProvince && viewer.Can(Act.EditNorm) && Norm.Terms.ProvinceCode == viewer.ProvinceCode;

    public bool MayAdopt => HasProvince && viewer.Can(Act.AdoptRule) && Norm.Law.Rule.Verification is not Verification.VerifiedVerbatim;

    public string Province => Provinces.Name(viewer.ProvinceCode);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var book = await db.NormBookAsync(cancellationToken);
        if (book.Norms.FirstOrDefault(n => n.Id == id) is not { } norm)
        {
            return NotFound();
        }

        Norm = norm;
        Kind = book.Kind(norm.KindCode)!;
        Standing = norm.Law.StandingOn(clock.Today);
        Versions = [.. book.Norms.Where(n => n.Law.Rule.Code == norm.Law.Rule.Code && n.Id != id).OrderByDescending(n => n.Law.Rule.EffectiveFrom)];
        Provinces = await Territory.ProvincesAsync(db, clock.Today);
        var facts = new DossierFacts { On = clock.Today, Regime = norm.Law.Rule.Regime ?? Regime.National, ProvinceCode = viewer.ProvinceCode, Lines = [new("1", norm.KindCode, Dong.Zero)] };
        Papers = [.. book.PapersFor(facts), .. book.PapersFor(facts with { Stage = CheckStage.Settlement })];
        return Page();
    }
}
