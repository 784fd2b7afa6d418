using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>What making and editing a dossier need: choices, the chosen establishments as the registry knows them, and who may do what.</summary>
public sealed class ProjectDesk(KhuyenCongDb db, Viewer viewer, TimeProvider clock)
{
    private const int MostMatches = 10;
    private const int ShortestSearch = 3;

    /// <summary>Conditions asked of the whole project; machines answer for themselves whether they are new.</summary>
    public static readonly NormConditions[] Asked =
    [
        NormConditions.FittingIndustry, NormConditions.OwnCapital, NormConditions.NoOtherSupport, NormConditions.DifficultArea, NormConditions.CleanerProduction,
        NormConditions.MovesIntoCluster, NormConditions.WholeLine,
    ];

    /// <summary>Where a norm of the province allows more to whom the competent authority gives priority, that is asked too; null where none does.</summary>
    public string? PriorityClauses { get; private set; }

    public IEnumerable<NormConditions> Questions => PriorityClauses is null ? Asked : Asked.Append(NormConditions.PriorityGiven);

    /// <summary>Sources shown at once; the others stay folded until they are used.</summary>
    public static readonly FundingSource[] UsualSources = [FundingSource.National, FundingSource.Provincial, FundingSource.Commune, FundingSource.Counterpart];

    private Dictionary<Guid, Establishment> establishments = [];
    private Dictionary<string, string> communes = [];
    private IReadOnlyList<BeneficiaryText> stored = [];

    public ProjectForm Form { get; private set; } = new();

    /// <summary>The sections that may be typed into.</summary>
    public ProjectSections Open { get; private set; } = ProjectSections.All;

    public ProjectMover Mover { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public IReadOnlyList<SelectListItem> SupportKinds { get; private set; } = [];

    public IReadOnlyList<SelectListItem> ProgrammeContents { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Targets { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    public string? Search { get; private set; }

    /// <summary>Establishments that the search finds; null where nothing was searched.</summary>
    public IReadOnlyList<(Guid Id, string Name, string Place)>? Matches { get; private set; }

    /// <summary>Whether whoever types speaks for somebody else: then the owner's consent is recorded.</summary>
    public bool IsAssisted => Mover.OwnEstablishments.Count == 0 || Form.Beneficiaries.Any(b => !b.Remove && !Mover.OwnEstablishments.Contains(b.EstablishmentId));

    /// <summary>The kind and year stand in the code.</summary>
    public string? Code { get; private set; }

    public bool Has(ProjectSections section) => Open.HasFlag(section);

    public string NameOf(BeneficiaryInput row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return establishments.TryGetValue(row.EstablishmentId, out var found) ? found.Name : stored.FirstOrDefault(b => b.BeneficiaryId == row.Id)?.Name ?? "";
    }

    public IEnumerable<SelectListItem> SitesOf(BeneficiaryInput row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return (establishments.GetValueOrDefault(row.EstablishmentId)?.SitesOn(clock.Today) ?? []).Select(s => new SelectListItem($"{Commune(s.CommuneCode)}{(s.Address is { } address ? $", {address}" : "")}", s.ProductionSiteId.ToString()));
    }

    /// <summary>Beneficiaries as choices of lines and machines, where there are several.</summary>
    public IReadOnlyList<SelectListItem> BeneficiaryChoices => Form.Beneficiaries.Count < 2 ? [] : [.. Form.Beneficiaries.Where(b => !b.Remove).Select(b => new SelectListItem(NameOf(b), b.Id.ToString()))];

    public string Commune(string code) => communes.GetValueOrDefault(code, code);

    public Task LoadAsync(ProjectForm form, Project? project, CancellationToken cancellationToken) => LoadAsync(form, project, project?.Text.Beneficiaries ?? [], cancellationToken);

    /// <param name="form">What was typed.</param>
    /// <param name="project">The dossier as it stands; null = a new one.</param>
    /// <param name="known">Beneficiaries as they were entered before: in the dossier, or in a list.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task LoadAsync(ProjectForm form, Project? project, IReadOnlyList<BeneficiaryText> known, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        Form = form;
        Open = project?.EditableSections ?? ProjectSections.All;
        Code = project?.Code;
        stored = known;
        Mover = await viewer.AsProjectMoverAsync(db, cancellationToken);
        var names = await db.CommunesAsync(viewer.ProvinceCode, clock.Today, cancellationToken);
        communes = names.ToDictionary(c => c.Code, c => c.Name);
        Communes = [.. names.Where(c => viewer.Reach(Act.EditProject) is not Scope.Commune || viewer.CommuneCodes.Contains(c.Code)).Select(c => new SelectListItem(c.Name, c.Code))];
        Kinds = [.. Enum.GetValues<ProjectKind>().Select(k => new SelectListItem(k.Text(), k.ToString()))];
        var kinds = await db.SupportKinds.AsNoTracking().OrderBy(k => k.Order).ToListAsync(cancellationToken);
        SupportKinds = [.. kinds.GroupBy(k => k.ContentCode).SelectMany(g =>
        {
            var group = new SelectListGroup { Name = ProjectWords.ContentText(g.Key) };
            return g.Select(k => new SelectListItem(k.Name, k.Code) { Group = group });
        })];
        if (await db.SpendingNorms.AnyAsync(n => n.PriorityBasisPoints != null, cancellationToken))
        {
            var clauses = (await db.NormBookAsync(cancellationToken)).Norms.Where(n => n.Terms.PriorityBasisPoints is not null && n.Law.Rule.Covers(clock.Today)).Select(n => n.Law.Citation()).Distinct();
            PriorityClauses = string.Join("; ", clauses) is { Length: > 0 } told ? told : null;
        }

        // A commune's people, and owners where they produce, choose of its own programme and the province's: a neighbour's is not theirs to count toward.
        var home = await HomeAsync(cancellationToken);
        bool IsOffered(Programme programme) => programme.CommuneCode is not { } commune || home is null || home.Contains(commune) || project?.ProgrammeId == programme.ProgrammeId;
        var offered = (await db.Programmes.AsNoTracking().ToListAsync(cancellationToken)).Where(IsOffered).ToDictionary(p => p.ProgrammeId);
        var ids = offered.Keys.ToList();
        var programmes = await db.ProgrammeVersions.AsNoTracking().Where(v => v.State == VersionState.InForce && ids.Contains(v.ProgrammeId)).ToListAsync(cancellationToken);
        ProgrammeContents = [.. programmes.OrderBy(v => offered[v.ProgrammeId].CommuneCode is not null).ThenByDescending(v => v.DecisionDate).SelectMany(v =>
        {
            var group = new SelectListGroup { Name = $"{v.Text.Title} {v.Text.FromYear}–{v.Text.ToYear}" };
            return v.Text.Contents.Select(c => new SelectListItem($"{c.Code}. {c.Name}", $"{v.ProgrammeId}|{c.Code}") { Group = group });
        })];
        Targets = await TargetChoices.OfAsync(db, cancellationToken, IsOffered);
        await KnowAsync(form.Beneficiaries.Select(b => b.EstablishmentId), cancellationToken);
    }

    /// <summary>The communes whose programmes are theirs to choose; null = all.</summary>
    private async Task<IReadOnlyCollection<string>?> HomeAsync(CancellationToken cancellationToken)
    {
        if (viewer.Reach(Act.EditProject) is Scope.Commune)
        {
            return viewer.CommuneCodes;
        }

        if (viewer.Reach(Act.EditProject) is not Scope.Own || Mover.OwnEstablishments.Count == 0)
        {
            return null;
        }

        var own = Mover.OwnEstablishments.ToList();
        return await db.Establishments.Where(e => own.Contains(e.EstablishmentId)).SelectMany(e => e.Sites).Select(s => s.CommuneCode).Distinct().ToListAsync(cancellationToken);
    }

    /// <summary>The rows that stay, looked up in the registry.</summary>
    public IReadOnlyList<BeneficiaryText> Chosen => [.. Form.Beneficiaries.Where(b => !b.Remove).Select(Beneficiary).OfType<BeneficiaryText>()];

    /// <summary>The list of beneficiaries that the form says, and the machines that are nobody's on it.</summary>
    public (IReadOnlyList<ListedBeneficiary> Rows, IReadOnlyList<MachineText> Nobodys) ReadList()
    {
        Form.Identify(clock);
        var chosen = Chosen;
        var machines = Form.ReadMachines(chosen);
        bool Has(BeneficiaryText b, MachineText m) => m.BeneficiaryId == b.BeneficiaryId || (m.BeneficiaryId is null && chosen.Count == 1);
        return (
            [.. chosen.Select(b => (Text: b, Row: Form.Beneficiaries.First(r => r.Id == b.BeneficiaryId))).Select(b => new ListedBeneficiary(
                b.Text.BeneficiaryId, b.Text.EstablishmentId, b.Text.Name, b.Text.ProductionSiteId, b.Text.CommuneCode, SupportKinds.Any(k => k.Value == b.Row.KindCode) ? b.Row.KindCode : null, b.Row.Cost, b.Row.SupportAsked,
                [.. machines.Where(m => Has(b.Text, m)).Select(m => m with { BeneficiaryId = b.Text.BeneficiaryId })]))],
            [.. machines.Where(m => !chosen.Any(b => Has(b, m)))]);
    }

    /// <summary>The dossier that the form says, with the closed sections as they stand.</summary>
    /// <param name="project">The dossier as it stands; null = a new one.</param>
    /// <param name="shown">The dossier as the form first showed it, where somebody has saved since.</param>
    public ProjectText Read(Project? project, ProjectText? shown = null)
    {
        Form.Identify(clock);
        var text = Form.Read(Chosen, viewer.DisplayName, (shown ?? project?.Text)?.Consent);
        text = text with
        {
            ProgrammeId = ProgrammeContents.Any(c => c.Value == Form.ProgrammeContent) ? text.ProgrammeId : null,
            ProgrammeContentCode = ProgrammeContents.Any(c => c.Value == Form.ProgrammeContent) ? text.ProgrammeContentCode : null,
            TargetId = Targets.Any(t => t.Value == $"{text.TargetId}") ? text.TargetId : null,
            // Whoever is not asked for the consent does not wipe it out.
            Consent = IsAssisted ? text.Consent : project?.Text.Consent,
            CommuneCode = text.CommuneCode is { } commune && communes.ContainsKey(commune) ? commune : null,
        };
        return project is null ? text : text.Only(Open, project.Text);
    }

    /// <summary>Looks establishments up by name, product or whole number.</summary>
    public async Task FindAsync(string? search, CancellationToken cancellationToken)
    {
        Search = search?.Trim();
        if (Search is not { Length: >= ShortestSearch })
        {
            Matches = Search is null ? null : [];
            return;
        }

        var filter = new Establishments.EstablishmentFilter(Search, null, null, null, EstablishmentState.Active, viewer.MaySearchPersonalData());
        var found = await filter.Apply(db.Establishments.VisibleTo(viewer)).Include(e => e.Sites).OrderBy(e => e.SortKey).Take(MostMatches).AsNoTracking().ToListAsync(cancellationToken);
        Matches = [.. found.Select(e => (e.EstablishmentId, e.Name, string.Join(", ", e.CommunesOn(clock.Today).Select(Commune))))];
    }

    /// <summary>Adds an establishment with its site; what the registry knows is not asked.</summary>
    public async Task<bool> AddAsync(Guid establishmentId, CancellationToken cancellationToken)
    {
        await KnowAsync([establishmentId], cancellationToken);
        if (!establishments.TryGetValue(establishmentId, out var establishment) || Form.Beneficiaries.Count >= ProjectWriting.MostRows)
        {
            return false;
        }

        var sites = establishment.SitesOn(clock.Today).ToList();
        var here = sites.FirstOrDefault(s => viewer.CommuneCodes.Contains(s.CommuneCode)) ?? (sites.Count > 0 ? sites[0] : null);
        Form.Beneficiaries.Add(new() { Id = Uuid.New(clock), EstablishmentId = establishmentId, ProductionSiteId = here?.ProductionSiteId });
        Form.ImplementingUnit ??= establishment.Name;
        Form.CommuneCode ??= here?.CommuneCode;
        return true;
    }

    private async Task KnowAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().Where(id => !establishments.ContainsKey(id)).ToList();
        foreach (var found in await db.Establishments.VisibleTo(viewer).Include(e => e.Sites).Where(e => wanted.Contains(e.EstablishmentId)).AsNoTracking().ToListAsync(cancellationToken))
        {
            establishments[found.EstablishmentId] = found;
        }
    }

    /// <summary>A row as the registry knows it; one that stays at its site keeps the name and commune of its day.</summary>
    private BeneficiaryText? Beneficiary(BeneficiaryInput row)
    {
        var before = stored.FirstOrDefault(b => b.BeneficiaryId == row.Id && b.EstablishmentId == row.EstablishmentId);
        if (before is not null && (before.ProductionSiteId == row.ProductionSiteId || row.ProductionSiteId is null))
        {
            return before with { SupportAsked = row.SupportAsked };
        }

        if (!establishments.TryGetValue(row.EstablishmentId, out var establishment))
        {
            return before;
        }

        var site = establishment.Sites.FirstOrDefault(s => s.ProductionSiteId == row.ProductionSiteId) ?? establishment.SitesOn(clock.Today).FirstOrDefault();
        return new(row.Id, row.EstablishmentId, establishment.Name, site?.ProductionSiteId, site?.CommuneCode, row.SupportAsked);
    }
}
