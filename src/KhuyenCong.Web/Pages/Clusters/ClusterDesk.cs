using KhuyenCong.Data;
using KhuyenCong.Domain.Clusters;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Results;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Clusters;

/// <summary>What the pages of clusters read: a province has tens of them, so that they are read whole.</summary>
public sealed class ClusterDesk(KhuyenCongDb db, Viewer viewer, TimeProvider clock)
{
    private Dictionary<string, string> communes = [];
    private Dictionary<Guid, string> investors = [];

    /// <summary>Every cluster of the province with its figures, tracked.</summary>
    public IReadOnlyList<IndustrialCluster> All { get; private set; } = [];

    /// <summary>Those the viewer may see, in Vietnamese order.</summary>
    public IReadOnlyList<IndustrialCluster> Visible { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    public bool MayEdit => viewer.Can(Act.CurateEstablishments);

    /// <summary>The establishments of which the viewer's organisation is the owner's account.</summary>
    public IReadOnlyList<Guid> Own { get; private set; } = [];

    public IndustrialCluster? Find(Guid id) => Visible.FirstOrDefault(c => c.IndustrialClusterId == id);

    public string Places(IEnumerable<string> codes) => string.Join(", ", codes.Select(c => communes.GetValueOrDefault(c, c)));

    public bool IsCommune(string code) => communes.ContainsKey(code);

    public string? Investor(IndustrialCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return cluster.InvestorEstablishmentId is { } establishment ? investors.GetValueOrDefault(establishment)
            : cluster.InvestorOrganisationId is { } organisation ? investors.GetValueOrDefault(organisation)
            : cluster.InvestorName;
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        All = await db.IndustrialClusters.Include(c => c.Figures).AsSplitQuery().ToListAsync(cancellationToken);
        var own = viewer.OrganisationId;
        Own = own is null ? [] : await db.Establishments.Where(e => e.OrganisationId == own).Select(e => e.EstablishmentId).ToListAsync(cancellationToken);
        Visible = [.. All.Where(c => viewer.MaySee(c, Own)).OrderBy(c => c.SortKey, StringComparer.Ordinal)];
        var names = await db.CommunesAsync(viewer.ProvinceCode, clock.Today, cancellationToken);
        communes = names.ToDictionary(c => c.Code, c => c.Name);
        Communes = [.. names.Select(c => new SelectListItem(c.Name, c.Code))];
        var establishments = All.Select(c => c.InvestorEstablishmentId).OfType<Guid>().ToList();
        investors = await db.Establishments.Where(e => establishments.Contains(e.EstablishmentId)).ToDictionaryAsync(e => e.EstablishmentId, e => e.Name, cancellationToken);
        var organisations = All.Select(c => c.InvestorOrganisationId).OfType<Guid>().ToList();
        foreach (var organisation in await db.Organisations.AsNoTracking().Where(o => organisations.Contains(o.OrganisationId)).ToListAsync(cancellationToken))
        {
            investors[organisation.OrganisationId] = organisation.NameOn(clock.Today);
        }
    }

    /// <summary>Investors to choose from: establishments registered as such, and the province's organisations that are no offices.</summary>
    public async Task<IReadOnlyList<SelectListItem>> InvestorChoicesAsync(CancellationToken cancellationToken)
    {
        var (known, units) = (new SelectListGroup { Name = "Cơ sở: chủ đầu tư hạ tầng cụm công nghiệp" }, new SelectListGroup { Name = "Tổ chức của tỉnh, thành phố" });
        var establishments = await db.Establishments.Where(e => e.LegalForm == LegalForm.ClusterInvestor && e.State != EstablishmentState.Merged).OrderBy(e => e.SortKey).Select(e => new { e.EstablishmentId, e.Name }).ToListAsync(cancellationToken);
        var linked = await db.Establishments.Where(e => e.OrganisationId != null).Select(e => e.OrganisationId!.Value).ToListAsync(cancellationToken);
        var province = viewer.ProvinceCode;
        var organisations = await db.Organisations.AsNoTracking().Where(o => o.ProvinceCode == province && o.Kind != OrganisationKind.CommuneOffice && !linked.Contains(o.OrganisationId)).ToListAsync(cancellationToken);
        return
        [
            .. establishments.Select(e => new SelectListItem(e.Name, ClusterForm.EstablishmentMark + e.EstablishmentId) { Group = known }),
            .. organisations.Where(o => o.ExistsOn(clock.Today)).OrderBy(o => SearchText.SortKey(o.NameOn(clock.Today)), StringComparer.Ordinal)
                .Select(o => new SelectListItem(o.NameOn(clock.Today), ClusterForm.OrganisationMark + o.OrganisationId) { Group = units }),
        ];
    }
}
