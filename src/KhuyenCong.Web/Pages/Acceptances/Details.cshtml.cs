using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Một biên bản nghiệm thu: what was found, what it entitles to step by step, its steps; the state table says which buttons there are.</summary>
[Allow(Act.ViewProjects)]
public sealed class DetailsModel(KhuyenCongDb db, Viewer viewer, AcceptanceBook book, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, string> people = new Dictionary<Guid, string>();

    public Acceptance Acceptance { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    public Contract Contract { get; private set; } = null!;

    public IReadOnlyList<AcceptanceAction> Offered { get; private set; } = [];

    public AcceptanceAction? Chosen { get; private set; }

    public bool MayWrite { get; private set; }

    public bool MayChooseTarget { get; private set; }

    /// <summary>What it entitles to: as concluded, or as it would be concluded now.</summary>
    public DueAnswer Due { get; private set; } = DueAnswer.None;

    /// <summary>What is still missing before it can be submitted.</summary>
    public IReadOnlyList<Breach> Missing { get; private set; } = [];

    public Target? Target { get; private set; }

    public bool TargetIsChosen { get; private set; }

    public string? NoTargetReason { get; private set; }

    public IReadOnlyList<SelectListItem> Targets { get; private set; } = [];

    public IReadOnlyList<(Guid ResultId, string Title, bool WasThere, bool Withdrawn)> Results { get; private set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The version that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    [BindProperty]
    public Guid? TargetId { get; set; }

    [BindProperty]
    public string? TargetReason { get; set; }

    public DateOnly Today => clock.Today;

    /// <summary>Where the site it was held at is registered, if its place is known.</summary>
    public (double Latitude, double Longitude)? RegisteredPlace { get; private set; }

    public bool IsConcluded => Acceptance.State is AcceptanceState.Concluded;

    /// <summary>What is given by source: as concluded, or as it would be now.</summary>
    public IReadOnlyList<SourceAmount> Given => [.. (IsConcluded ? Acceptance.Amounts.Select(a => new SourceAmount(a.Source, a.Amount)) : Due.BySource.Select(s => new SourceAmount(s.Key, s.Value))).Where(a => a.Amount > Dong.Zero)];

    public Dong? DueOf(AcceptanceLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return IsConcluded ? line.Due : Due.Of(line.EstimateLineId);
    }

    public string Who(Guid? user) => user is { } id ? people.GetValueOrDefault(id, "—") : "—";

    public async Task<IActionResult> OnGetAsync(Guid id, AcceptanceAction? viec, CancellationToken cancellationToken) => await LoadAsync(id, viec, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, [Required] AcceptanceAction? viec, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, viec, cancellationToken) || viec is not { } action)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var breaches = await book.MoveAsync(id, BaseVersion, new(action, Note), viewer.AsPlanMover(), cancellationToken);
        if (breaches is [{ Code: "acceptance.not-allowed" or "acceptance.wrong-state" }])
        {
            return this.Refuse(breaches[0].Code);
        }

        if (breaches.Count > 0)
        {
            ModelState.AddBreaches(breaches);
            ModelState.Remove(nameof(BaseVersion));
            return await LoadAsync(id, viec, cancellationToken) ? Page() : NotFound();
        }

        TempData.Say($"{action.Done()}.", action is AcceptanceAction.Submit or AcceptanceAction.Conclude ? "good" : "warn");
        return LocalRedirect($"/nghiem-thu/{id}");
    }

    /// <summary>Says once what the project's results count toward.</summary>
    public async Task<IActionResult> OnPostTargetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        if (!MayChooseTarget)
        {
            return this.Refuse("acceptance.not-allowed");
        }

        var breaches = ModelState.IsValid ? await book.ChooseTargetAsync(id, TargetId, TargetReason, cancellationToken) : [];
        ModelState.AddBreaches(breaches);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData.Say("Đã ghi chỉ tiêu của đề án.");
        return LocalRedirect($"/nghiem-thu/{id}#ket-qua");
    }

    private async Task<bool> LoadAsync(Guid id, AcceptanceAction? wanted, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await db.WholeAcceptances.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(a => a.AcceptanceId == id, cancellationToken) is not { } acceptance)
        {
            return false;
        }

        Acceptance = acceptance;
        Project = await db.WholeProjects.AsNoTracking().SingleAsync(p => p.ProjectId == acceptance.ProjectId, cancellationToken);
        Contract = await db.Contracts.AsNoTracking().Include(c => c.Amounts).SingleAsync(c => c.ContractId == acceptance.ContractId, cancellationToken);
        var mover = viewer.AsPlanMover();
        Offered = [.. AcceptanceStates.Offered(acceptance, mover)];
        Chosen = wanted is { } asked && Offered.Contains(asked) ? asked : Offered.Where(a => a is AcceptanceAction.Submit or AcceptanceAction.Conclude).Cast<AcceptanceAction?>().FirstOrDefault();
        MayWrite = AcceptanceStates.MayWrite(acceptance, mover);
        Missing = acceptance.State is AcceptanceState.Drafting or AcceptanceState.Submitted ? [.. AcceptanceCheck.Missing(acceptance, Contract.SignedOn, clock.Today)] : [];
        Due = IsConcluded
            ? DueAnswer.None with { EligibleCost = acceptance.EligibleCost, Steps = acceptance.Computation }
            : acceptance.State is AcceptanceState.Undone ? DueAnswer.None with { Steps = acceptance.Computation }
            : await book.DueAsync(acceptance, Project, Contract, cancellationToken);
        RegisteredPlace = acceptance.Spot is null ? null : await PlaceOfAsync(acceptance.ProductionSiteId, cancellationToken);
        await LoadResultsAsync(mover, cancellationToken);
        var users = acceptance.Hands.Writers.Concat(new[] { acceptance.SubmittedBy, acceptance.ConcludedBy }.OfType<Guid>()).Distinct().ToList();
        people = await db.NamesAsync(users, cancellationToken);
        return true;
    }

    private async Task<(double Latitude, double Longitude)?> PlaceOfAsync(Guid? siteId, CancellationToken cancellationToken) =>
        siteId is { } id && await db.Set<ProductionSite>().AsNoTracking().SingleOrDefaultAsync(s => s.ProductionSiteId == id, cancellationToken) is { Latitude: { } latitude, Longitude: { } longitude }
            ? (latitude, longitude)
            : null;

    private async Task LoadResultsAsync(Domain.Plans.PlanMover mover, CancellationToken cancellationToken)
    {
        var (target, isChosen) = await db.TargetOfAcceptancesAsync(Acceptance.ProjectId, cancellationToken);
        TargetIsChosen = isChosen;
        Target = target is { } wanted ? await db.Targets.AsNoTracking().SingleOrDefaultAsync(t => t.TargetId == wanted, cancellationToken) : null;
        NoTargetReason = await db.AcceptanceTargets.Where(t => t.ProjectId == Acceptance.ProjectId).Select(t => t.Reason).SingleOrDefaultAsync(cancellationToken);
        MayChooseTarget = !await db.AcceptanceTargets.AnyAsync(t => t.ProjectId == Acceptance.ProjectId, cancellationToken)
            && Acceptance.State is AcceptanceState.Drafting or AcceptanceState.Submitted
            && (mover.May(Act.AcceptProject, Acceptance.Regime, Acceptance.TerritoryCode) || mover.May(Act.ConcludeAcceptance, Acceptance.Regime, Acceptance.TerritoryCode));
        Targets = MayChooseTarget ? await TargetChoices.OfAsync(db, cancellationToken) : [];
        Results = [.. (await db.AcceptanceResults.AsNoTracking().Where(r => r.AcceptanceId == Acceptance.AcceptanceId)
            .Join(db.Results, r => r.ResultId, x => x.ResultId, (r, x) => new { x.ResultId, x.Title, r.WasThere, x.State }).OrderBy(x => x.ResultId).ToListAsync(cancellationToken))
            .Select(x => (x.ResultId, x.Title, x.WasThere, x.State is ResultState.Withdrawn))];
    }
}
