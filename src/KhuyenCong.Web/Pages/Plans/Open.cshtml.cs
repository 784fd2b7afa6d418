using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Lập kế hoạch năm: of the province or, for a commune's own projects, of the commune.</summary>
[Allow(Act.DraftPlan)]
public sealed class OpenModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private Holders holders = null!;

    [BindProperty]
    public OpenForm Form { get; set; } = new();

    public bool IsCommune => viewer.Reach(Act.DraftPlan) is Scope.Commune;

    public IEnumerable<SelectListItem> Regimes => Enum.GetValues<Regime>().Where(r => (r is Regime.Commune) == IsCommune).Select(r => new SelectListItem(r.PlanText(), r.ToString()));

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units => holders.Choices(o => IsCommune ? o.Kind is OrganisationKind.CommuneOffice && o.CommuneCode is { } c && viewer.CommuneCodes.Contains(c) : o.Kind is not OrganisationKind.CommuneOffice);

    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var commune = Communes.Count == 1 ? Communes[0].Value : null;
        Form = new()
        {
            Regime = IsCommune ? Regime.Commune : Regime.Provincial,
            Year = clock.Today.Year + 1,
            CommuneCode = commune,
            HolderId = IsCommune ? commune is null ? null : holders.OfCommune(commune)?.OrganisationId : holders.First(OrganisationKind.Department)?.OrganisationId,
            ProgrammeId = Programmes.Count == 1 ? Guid.Parse(Programmes[0].Value) : null,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var commune = Form.Regime is Regime.Commune ? Communes.FirstOrDefault(c => c.Value == Form.CommuneCode)?.Value : null;
        var wanted = new PlanOpened(Uuid.New(clock), viewer.ProvinceCode, Form.Regime, commune, Form.Year ?? 0, Form.HolderId ?? Guid.Empty, Form.ProgrammeId, viewer.UserId, clock.Today);
        var ruling = BatchMoves.Open(wanted, viewer.AsPlanMover(), Units.Any(u => u.Value == $"{Form.HolderId}"), Form.ProgrammeId is null || Programmes.Any(p => p.Value == $"{Form.ProgrammeId}"));
        ModelState.AddBreaches(ruling.Breaches, nameof(Form));
        var territory = commune ?? viewer.ProvinceCode;
        if (ruling.Event is not { } opened || !ModelState.IsValid)
        {
            return Page();
        }

        if (await db.AnnualPlans.AnyAsync(p => p.Regime == opened.Regime && p.Year == opened.Year && p.TerritoryCode == territory, cancellationToken))
        {
            ModelState.AddBreaches([new("plan.exists", nameof(Form.Year))], nameof(Form));
            return Page();
        }

        db.AnnualPlans.Add(AnnualPlan.From(opened));
        db.Because("plan.opened");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (fault.IsTwin())
        {
            // Two people opened it at once: the first one's stands.
            ModelState.AddBreaches([new("plan.exists", nameof(Form.Year))], nameof(Form));
            return Page();
        }

        TempData.Say($"Đã mở kế hoạch năm {opened.Year}. Mở đợt 1 để chọn đề án.");
        return LocalRedirect($"/ke-hoach/{opened.AnnualPlanId}");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        Communes = [.. (await db.CommunesAsync(viewer.ProvinceCode, clock.Today, cancellationToken)).Where(c => viewer.CommuneCodes.Contains(c.Code)).Select(c => new SelectListItem(c.Name, c.Code))];
        Programmes = [.. (await db.Programmes.AsNoTracking().Where(p => p.IsPublished && (p.Level == ProgrammeLevel.Commune) == IsCommune).OrderByDescending(p => p.FromYear).ToListAsync(cancellationToken))
            .Where(p => p.CommuneCode is null || viewer.CommuneCodes.Contains(p.CommuneCode)).Select(p => new SelectListItem($"{p.Title} {p.FromYear}–{p.ToYear}", $"{p.ProgrammeId}"))];
    }

    /// <summary>A plan as typed.</summary>
    public sealed class OpenForm
    {
        public Regime Regime { get; set; }

        public string? CommuneCode { get; set; }

        public int? Year { get; set; }

        public Guid? HolderId { get; set; }

        public Guid? ProgrammeId { get; set; }
    }
}
