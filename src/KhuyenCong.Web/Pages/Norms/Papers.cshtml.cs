using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Norms;

/// <summary>The dated lists of papers by kind of project, the nation's and the province's own, and the dated deadlines.</summary>
[Allow(Act.ViewLaw, National = true)]
public sealed class PapersModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public IReadOnlyList<PaperListRow> Lists { get; private set; } = [];

    public IReadOnlyList<(LegalRule Rule, RuleStanding Standing)> Deadlines { get; private set; } = [];

    public bool HasProvince => viewer.ProvinceCode.Length > 0;

    public bool MayEnter => viewer.Can(Act.EditNorm) && HasProvince;

    public bool MayAdopt => viewer.Can(Act.AdoptRule) && HasProvince;

    /// <summary>Regimes of the province for which no list of the filing stage is in force.</summary>
    public IReadOnlyList<Regime> Missing { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var book = await db.NormBookAsync(cancellationToken);
        var today = clock.Today;
        Lists = [.. book.PaperLists
            .Select(l => new PaperListRow(l, l.Law.StandingOn(today), KindsOf(l, book), l.Law.Rule.TerritoryProvinceCode == viewer.ProvinceCode && HasProvince, (l.Law.Rule.EffectiveTo ?? DateOnly.MaxValue) >= today))
            .OrderByDescending(r => r.IsOwn).ThenByDescending(r => r.MayEnd).ThenBy(r => r.List.Stage).ThenBy(r => r.List.Papers[0].Order)];
        Missing = HasProvince
            ? [.. new[] { Regime.Provincial, Regime.Commune }.Where(regime => !Lists.Any(r => r.List.Law.Rule.Regime == regime && r.List.Stage is CheckStage.Filing && r.List.Law.Rule.Covers(today)))]
            : [];
        Deadlines = [.. book.Rules.Where(r => r.Rule.Kind is RuleKind.Deadline)
            .OrderBy(r => r.Rule.DueMonth ?? 13).ThenBy(r => r.Rule.DueDay).ThenBy(r => r.Rule.EffectiveFrom)
            .Select(r => (r.Rule, r.StandingOn(today)))];
    }

    private static string KindsOf(PaperList list, NormBook book) => list.Papers[0].IsForEvery ? "Mọi loại hỗ trợ"
        : string.Join("; ", book.Kinds.Where(list.Papers[0].IsFor).Select(k => k.Name)) is { Length: > 0 } kinds ? kinds
        : "Chưa gắn loại hỗ trợ nào: chỉ để tra cứu";
}

/// <summary>A list as the page shows it.</summary>
/// <param name="List">The list.</param>
/// <param name="Standing">What it is worth here today.</param>
/// <param name="Kinds">The kinds of support it is asked of, in words.</param>
/// <param name="IsOwn">Entered by the province.</param>
/// <param name="MayEnd">Not ended yet.</param>
public sealed record PaperListRow(PaperList List, RuleStanding Standing, string Kinds, bool IsOwn, bool MayEnd);
