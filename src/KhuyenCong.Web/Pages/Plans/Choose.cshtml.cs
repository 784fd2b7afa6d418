using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Phương án thử: choose projects, see what it makes of every source and why each is in or out; nothing is saved before it is applied.</summary>
[Allow(Act.DraftPlan)]
public sealed class ChooseModel(KhuyenCongDb db, Viewer viewer, PlanBook book, TimeProvider clock) : PageModel
{
    private List<Project> candidates = [];
    private PriorityReader priority = null!;
    private List<WhatIfPurse> purses = [];
    private Dictionary<string, string?> opens = [];
    private IReadOnlyDictionary<Guid, ProjectFindings> findings = new Dictionary<Guid, ProjectFindings>();

    public ApprovalBatch Batch { get; private set; } = null!;

    public WhatIf WhatIf { get; private set; } = null!;

    public IReadOnlyList<AuthorityRow> Rules => priority.Rules;

    /// <summary>Whether what is shown differs from what is saved.</summary>
    public bool IsTrial { get; private set; }

    public PlanProjects Projects { get; private set; } = PlanProjects.None;

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    /// <summary>The version of the batch that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    /// <summary>Shown again while only trying, so that what others save meanwhile is still noticed.</summary>
    public long Shown => ModelState.IsValid ? BaseVersion ?? Batch.Version : Batch.Version;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return Refused() ?? Show([.. Batch.Items.Select(i => i.ProjectId)]);
    }

    /// <summary>Tries another choice: only the page changes.</summary>
    public async Task<IActionResult> OnPostTryAsync(Guid id, CancellationToken cancellationToken) =>
        !await LoadAsync(id, cancellationToken) ? NotFound() : Refused() ?? Show(Chosen);

    /// <summary>Tries the choice that priority and the room in every source suggest.</summary>
    public async Task<IActionResult> OnPostSuggestAsync(Guid id, CancellationToken cancellationToken) =>
        !await LoadAsync(id, cancellationToken) ? NotFound() : Refused() ?? Show([.. WhatIf.Suggest(Asking(), purses).Concat(Chosen.Where(c => candidates.Exists(p => p.ProjectId == c && priority.PlaceOf(p).IsApart))).Distinct()]);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Refused() is { } refusal)
        {
            return refusal;
        }

        var place = WhatIf.Of(Asking(), purses, Chosen).Rows.Select((r, i) => (r.ProjectId, i)).ToDictionary(r => r.ProjectId, r => r.i);
        var ruling = await book.ChooseAsync(id, BaseVersion, [.. Chosen.Distinct().OrderBy(c => place.GetValueOrDefault(c, int.MaxValue))], viewer.AsPlanMover(), cancellationToken);
        if (ruling.Event is not { } chosen)
        {
            // What stands there now, with what was ticked: nothing of either is lost.
            return await LoadAsync(id, cancellationToken) ? Refused() ?? Told(ruling.Breaches) : NotFound();
        }

        TempData.Say($"Đã chọn {chosen.Items.Count} đề án, nhiệm vụ cho đợt {Batch.Number}.");
        return LocalRedirect($"/ke-hoach/dot/{id}");
    }

    public Project Of(WhatIfRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return candidates.Single(p => p.ProjectId == row.ProjectId);
    }

    public WhatIfPurse? PurseOf(WhatIfRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return purses.Find(p => p.Key == row.Purse);
    }

    /// <summary>The entries of what is left of it.</summary>
    public string? Opens(WhatIfPurse purse)
    {
        ArgumentNullException.ThrowIfNull(purse);
        return opens.GetValueOrDefault(purse.Key);
    }

    /// <summary>What it would draw on all of them.</summary>
    public Dong Asks(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return DrawnOn(project).Select(s => Drawn(s, project)).Sum();
    }

    /// <summary>Whether an earlier year's plan approved it, and this one would only give its share.</summary>
    public bool Continues(Project project) => SupportSchedule.Continues(project, Batch.Year);

    /// <summary>Why it stands where it stands.</summary>
    public string PlaceText(Project project)
    {
        var facts = priority.FactsOf(project);
        var place = PriorityOrder.Of(facts, priority.InForce);
        List<string> why = [];
        if (place.IsKey)
        {
            why.Add("đề án điểm");
        }

        if (place.IsApart)
        {
            why.Add("sản xuất sạch hơn: xét riêng theo hiệu quả và sự cấp thiết");
        }
        else
        {
            why.Add(facts.Territory is { } territory ? $"địa bàn {territory.Text()}" : "địa bàn: chưa có số liệu ưu tiên");
            why.Add(facts.TradeB.Count > 0 ? $"ngành nhóm (b): {string.Join(", ", facts.TradeB.Select(g => g.Text()))}" : facts.TradeA.Count > 0 ? $"ngành nhóm (a): {string.Join(", ", facts.TradeA.Select(g => g.Text()))}" : "ngành: chưa thấy căn cứ ưu tiên");
        }

        // Told even where another ground already gives the place: an officer's word is seen to be one.
        why.AddRange(priority.StatedOf(project).Where(s => s.State is not TradeStatementState.Refused).Select(s => s.Standing()));
        return string.Join("; ", why);
    }

    public bool IsSaved(WhatIfRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Batch.Items.Any(i => i.ProjectId == row.ProjectId);
    }

    /// <summary>What the plan may give: a commune its own money only, and it is shown nobody else's.</summary>
    private IEnumerable<FundingSource> Sources => Allotting.Sources.Where(s => Batch.Regime is not Regime.Commune || s == FundingSource.Commune);

    private PageResult Told(IReadOnlyList<Breach> breaches)
    {
        ModelState.AddBreaches(breaches);
        return Show(Chosen);
    }

    private PageResult Show(IReadOnlyList<Guid> chosen)
    {
        Chosen = [.. chosen.Where(c => candidates.Exists(p => p.ProjectId == c))];
        WhatIf = WhatIf.Of(Asking(), purses, Chosen);
        IsTrial = !Chosen.ToHashSet().SetEquals(Batch.Items.Select(i => i.ProjectId));
        return Page();
    }

    private IActionResult? Refused() => Batch.State is not BatchState.Drafting ? this.Refuse("plan.wrong-state")
        : !viewer.AsPlanMover().May(Act.DraftPlan, Batch.Regime, Batch.TerritoryCode) ? this.Refuse("plan.not-allowed")
        : Batch.Regime is not Regime.Commune && Batch.Hands.Against(PlanDuty.Write, viewer.UserId).Any() ? this.Refuse("plan.appraiser-drafts") : null;

    private IEnumerable<WhatIfCandidate> Asking() => candidates.Select(p => new WhatIfCandidate(
        p.ProjectId, p.Code, priority.PlaceOf(p), [.. DrawnOn(p).Select(s => (PurseKey(s, p), Drawn(s, p)))]));

    /// <summary>What it would draw on one source: as appraisal concluded, else as it asks.</summary>
    private Dong Drawn(FundingSource source, Project project)
    {
        var asked = ShareOf(project)[source]!.Value;
        return (findings.GetValueOrDefault(project.ProjectId)?.Supported?[source] ?? asked).AtMost(asked);
    }

    /// <summary>What the plan's year would take of it: its share, where the dossier gives support by years.</summary>
    private FundingSplit ShareOf(Project project) => SupportSchedule.ShareOf(project, Batch.Year);

    private IEnumerable<FundingSource> DrawnOn(Project project) => Sources.Where(s => ShareOf(project)[s] > Dong.Zero);

    private static string PurseKey(FundingSource source, Project project) => source == FundingSource.Commune ? $"{source.Code}-{Commune(project)}" : source.Code;

    private static string? Commune(Project project) => project.CommuneCode ?? project.Beneficiaries.OrderBy(b => b.Order).Select(b => b.CommuneCode).FirstOrDefault(c => c is not null);

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeBatches.VisibleTo(viewer).SingleOrDefaultAsync(b => b.ApprovalBatchId == id, cancellationToken) is not { } batch)
        {
            return false;
        }

        Batch = batch;
        var (year, commune) = (batch.Year, batch.CommuneCode);
        ProjectKind[] kinds = [.. Enum.GetValues<ProjectKind>().Where(k => k.Regime() == batch.Regime)];
        candidates = await db.Projects.Include(p => p.Beneficiaries).Include(p => p.Lines).AsSplitQuery().AsNoTracking()
            .Where(p => kinds.Contains(p.Kind) && (commune == null || p.CommuneCode == commune)
                && ((p.State == ProjectState.Appraised && p.Year == year) || (p.Kind == ProjectKind.NationalKey && p.Year < year && (p.State == ProjectState.Approved || p.State == ProjectState.Underway)))).ToListAsync(cancellationToken);
        candidates.RemoveAll(p => p.Year != year && !SupportSchedule.Continues(p, year));
        var standing = await db.StandingElsewhereAsync(id, year, [.. candidates.Select(p => p.ProjectId)], cancellationToken);
        candidates.RemoveAll(p => standing.Contains(p.ProjectId));
        findings = await db.FindingsAsync([.. candidates.Select(p => p.ProjectId)], id, cancellationToken);
        Projects = await PlanProjects.OfAsync(db, viewer, candidates.Select(p => p.ProjectId), cancellationToken);
        priority = await PriorityReader.OfAsync(db, candidates, viewer.ProvinceCode, clock.Today, cancellationToken);
        var plan = await db.AnnualPlans.AsNoTracking().SingleAsync(p => p.AnnualPlanId == batch.AnnualPlanId, cancellationToken);
        var allocations = await db.Allocations.AsNoTracking().Where(a => a.Year == year).ToListAsync(cancellationToken);
        var lines = candidates.SelectMany(p => DrawnOn(p).Select(s => (Key: PurseKey(s, p), Source: s, Commune: Commune(p)))).DistinctBy(p => p.Key).OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => (p.Key, p.Source, Line: Allotting.For(allocations, p.Source.Code, year, plan.HolderId, p.Commune))).ToList();
        purses = [.. lines.Select(p => new WhatIfPurse(p.Key, p.Source.Code, p.Source.Name, p.Line?.Available))];
        var links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
        opens = lines.ToDictionary(p => p.Key, p => p.Line is { } line ? links.To(LedgerNumber.Available, EntryPlace.OfLine(line.AllocationId)) : null);
        return true;
    }
}
