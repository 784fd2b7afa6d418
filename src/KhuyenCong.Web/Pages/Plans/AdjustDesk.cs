using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>What the registry knows for an adjustment: the sites of beneficiaries, who else may take their place, and all of it in words.</summary>
public sealed class AdjustDesk(KhuyenCongDb db, Viewer viewer, TimeProvider clock)
{
    private const int MostMatches = 10;
    private const int ShortestSearch = 3;

    private readonly Dictionary<Guid, Establishment> known = [];
    private Dictionary<string, string> communes = [];

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    /// <summary>Contents of the province's programmes in force and those of the project's communes.</summary>
    public IReadOnlyList<SelectListItem> ProgrammeContents { get; private set; } = [];

    /// <summary>Establishments found by name or number; null where nothing was searched.</summary>
    public IReadOnlyList<Establishment>? Matches { get; private set; }

    public static IEnumerable<SelectListItem> ContentChoices => Article4.All.Select(c => new SelectListItem(ProjectWords.ContentText(c.Code), c.Code));

    public async Task LoadAsync(Project project, AdjustForm form, string? search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(form);
        var names = await db.CommunesAsync(viewer.ProvinceCode, clock.Today, cancellationToken);
        communes = names.ToDictionary(c => c.Code, c => c.Name);
        Communes = [.. names.Select(c => new SelectListItem(c.Name, c.Code))];
        var ids = project.Beneficiaries.Select(b => b.EstablishmentId).ToList();
        await KnowAsync(db.Establishments.Where(e => ids.Contains(e.EstablishmentId)), cancellationToken);
        if (form.Kind is AdjustmentKind.ChangeContent)
        {
            ProgrammeContents = await ContentsAsync(project, cancellationToken);
        }

        if (form.Kind is not AdjustmentKind.ChangeBeneficiary)
        {
            return;
        }

        if (form.NewSite is { } site)
        {
            await KnowAsync(db.Establishments.VisibleTo(viewer).Where(e => e.State == EstablishmentState.Active && e.Sites.Any(s => s.ProductionSiteId == site)), cancellationToken);
        }

        if (search?.Trim() is { Length: > 0 } wanted)
        {
            Matches = wanted.Length < ShortestSearch ? [] : await KnowAsync(
                new EstablishmentFilter(wanted, null, null, null, EstablishmentState.Active, viewer.MaySearchPersonalData()).Apply(db.Establishments.VisibleTo(viewer)).OrderBy(e => e.SortKey).Take(MostMatches), cancellationToken);
        }
    }

    public IEnumerable<SelectListItem> SitesOf(Guid establishmentId) =>
        (known.GetValueOrDefault(establishmentId)?.SitesOn(clock.Today) ?? []).Select(s => new SelectListItem(PlaceOf(s), $"{s.ProductionSiteId}"));

    public string PlaceOf(ProjectBeneficiary beneficiary)
    {
        ArgumentNullException.ThrowIfNull(beneficiary);
        return SiteOf(beneficiary.ProductionSiteId) is var (_, site) ? PlaceOf(site) : beneficiary.CommuneCode is { } code ? communes.GetValueOrDefault(code, code) : "chưa rõ";
    }

    /// <summary>What the form says, with everything that the registry knows better.</summary>
    public AdjustmentEffect Read(AdjustForm form, Project project)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(project);
        return new()
        {
            StartsOn = form.StartsOn,
            EndsOn = form.EndsOn,
            MovesMoney = form.MovesMoney,
            Moved = form.Moved.Count > 0 ? form.Moved : null,
            ContentCode = Article4.All.Any(c => c.Code == form.ContentCode) ? form.ContentCode : null,
            ProgrammeId = Chosen(form.ProgrammeContent)?.Id,
            ProgrammeContentCode = Chosen(form.ProgrammeContent)?.Code,
            ProgrammeWords = ProgrammeContents.DistinctBy(c => c.Value).ToDictionary(c => c.Value, c => c.Text),
            Lines = [.. project.Lines.Where(l => Blank(form.Lines.GetValueOrDefault(l.ProjectEstimateLineId)) is not null).Select(l => new LineChange(l.ProjectEstimateLineId, Blank(form.Lines[l.ProjectEstimateLineId])!))],
            Scale = Blank(form.Scale),
            Contents = Blank(form.Contents),
            PartnerUnits = Blank(form.PartnerUnits),
            CommuneCode = form.CommuneCode is { } commune && communes.ContainsKey(commune) ? commune : null,
            Machines = [.. project.Machines.Where(m => form.Machines.ContainsKey(m.ProjectMachineId)).Select(m => MachineOf(m.ProjectMachineId, form.Machines[m.ProjectMachineId]))],
            Beneficiaries = form.Kind is AdjustmentKind.ChangePlace ? [.. project.Beneficiaries.Select(b => Moved(b, form.Sites.GetValueOrDefault(b.ProjectBeneficiaryId))).OfType<BeneficiaryText>()] : [.. Replaced(form, project)],
            Places = known.Values.SelectMany(e => e.Sites).ToDictionary(s => $"{s.ProductionSiteId}", PlaceOf).Concat(communes).ToDictionary(),
        };
    }

    private (Guid Id, string Code)? Chosen(string? choice) =>
        ProgrammeContents.Any(c => c.Value == choice) && choice!.Split('|', 2) is [var id, var code] && Guid.TryParse(id, out var programme) ? (programme, code) : null;

    private async Task<IReadOnlyList<SelectListItem>> ContentsAsync(Project project, CancellationToken cancellationToken)
    {
        var near = project.Communes.ToList();
        var ids = await db.Programmes.Where(p => p.CommuneCode == null || near.Contains(p.CommuneCode)).Select(p => p.ProgrammeId).ToListAsync(cancellationToken);
        var versions = await db.ProgrammeVersions.AsNoTracking().Where(v => v.State == VersionState.InForce && ids.Contains(v.ProgrammeId)).ToListAsync(cancellationToken);
        return [.. versions.OrderByDescending(v => v.DecisionDate).SelectMany(v =>
        {
            var group = new SelectListGroup { Name = $"{v.Text.Title} {v.Text.FromYear}–{v.Text.ToYear}" };
            return v.Text.Contents.Select(c => new SelectListItem($"{c.Code}. {c.Name}", $"{v.ProgrammeId}|{c.Code}") { Group = group });
        })];
    }

    /// <summary>A beneficiary moves to a site of its own that is in use.</summary>
    private BeneficiaryText? Moved(ProjectBeneficiary beneficiary, Guid? to) =>
        SiteOf(to) is var (owner, site) && owner.EstablishmentId == beneficiary.EstablishmentId && site.ActiveOn(clock.Today)
            ? beneficiary.Text with { ProductionSiteId = site.ProductionSiteId, CommuneCode = site.CommuneCode }
            : null;

    private IEnumerable<BeneficiaryText> Replaced(AdjustForm form, Project project) =>
        project.Beneficiaries.FirstOrDefault(b => b.ProjectBeneficiaryId == form.Replaced) is { } row && SiteOf(form.NewSite) is var (owner, site) && owner.EstablishmentId != row.EstablishmentId && owner.State is EstablishmentState.Active && site.ActiveOn(clock.Today)
            ? [row.Text with { EstablishmentId = owner.EstablishmentId, Name = owner.Name, ProductionSiteId = site.ProductionSiteId, CommuneCode = site.CommuneCode }]
            : [];

    private (Establishment Owner, ProductionSite Site)? SiteOf(Guid? id) =>
        id is { } wanted ? known.Values.SelectMany(e => e.Sites, (e, s) => (e, s)).Where(x => x.s.ProductionSiteId == wanted).Select(x => ((Establishment, ProductionSite)?)x).FirstOrDefault() : null;

    private string PlaceOf(ProductionSite site) => $"{communes.GetValueOrDefault(site.CommuneCode, site.CommuneCode)}{(site.Address is { } address ? $", {address}" : "")}";

    private async Task<IReadOnlyList<Establishment>> KnowAsync(IQueryable<Establishment> wanted, CancellationToken cancellationToken)
    {
        var found = await wanted.Include(e => e.Sites).AsNoTracking().ToListAsync(cancellationToken);
        found.ForEach(e => known[e.EstablishmentId] = e);
        return found;
    }

    private static MachineChange MachineOf(Guid id, MachineForm form) => new(id, form.Name?.Trim() ?? "", Blank(form.Model), Blank(form.Maker), Blank(form.Serial));
}
