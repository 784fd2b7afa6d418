using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Gathers what priority rests on: the kind, the communes' classes, and what the registry knows of the beneficiaries. What is not known gives no place.</summary>
public sealed class PriorityReader
{
    private readonly Dictionary<Guid, Establishment> establishments;
    private readonly List<CommunePriority> communes;
    private readonly List<ProvincialProduct> products;
    private readonly TradePriority trade;
    private readonly ILookup<Guid, TradeStatement> stated;
    private readonly DateOnly day;

    private PriorityReader(Dictionary<Guid, Establishment> establishments, List<CommunePriority> communes, List<ProvincialProduct> products, TradePriority trade, ILookup<Guid, TradeStatement> stated, IReadOnlyList<AuthorityRow> rules, IReadOnlyList<string> inForce, DateOnly day) =>
        (this.establishments, this.communes, this.products, this.trade, this.stated, Rules, InForce, this.day) = (establishments, communes, products, trade, stated, rules, inForce, day);

    /// <summary>The rules of priority in force, as the library has them.</summary>
    public IReadOnlyList<AuthorityRow> Rules { get; }

    public IReadOnlyList<string> InForce { get; }

    public static async Task<PriorityReader> OfAsync(KhuyenCongDb db, IReadOnlyCollection<Project> projects, string province, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var ids = projects.SelectMany(p => p.Beneficiaries).Select(b => b.EstablishmentId).Distinct().ToList();
        var known = await db.Establishments.AsNoTracking().Include(e => e.Years).Include(e => e.Certificates).Include(e => e.Products).AsSplitQuery().Where(e => ids.Contains(e.EstablishmentId)).ToDictionaryAsync(e => e.EstablishmentId, cancellationToken);
        var projectIds = projects.Select(p => p.ProjectId).ToList();
        var codes = PriorityOrder.RuleCodes.Concat(TradePriority.RuleCodes).ToList();
        var inForce = (await db.LegalRules.AsNoTracking().Where(r => codes.Contains(r.Code) || r.Code.StartsWith(TradePriority.GroupARules)).OrderBy(r => r.Code).ToListAsync(cancellationToken)).Where(r => r.Covers(day)).ToList();
        return new(
            known,
            [.. (await db.CommunePriorities.AsNoTracking().ToListAsync(cancellationToken)).Where(p => p.Covers(day))],
            [.. (await db.ProvincialProducts.AsNoTracking().ToListAsync(cancellationToken)).Where(p => p.Covers(day))],
            TradePriority.Of(inForce),
            (await db.TradeStatements.AsNoTracking().Where(s => projectIds.Contains(s.ProjectId)).OrderBy(s => s.TradeStatementId).ToListAsync(cancellationToken)).ToLookup(s => s.ProjectId),
            await AuthorityRow.OfAsync(db, [.. codes, .. inForce.Select(r => r.Code).Except(codes)], province, day, cancellationToken),
            [.. inForce.Select(r => r.Code)],
            day);
    }

    public PriorityFacts FactsOf(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        var held = project.Beneficiaries.Select(b => establishments.GetValueOrDefault(b.EstablishmentId)).OfType<Establishment>().ToList();
        var classes = communes.Where(c => project.Communes.Contains(c.CommuneCode)).Select(c => c.Class).ToList();
        return new PriorityFacts(
            project.Kind,
            project.Holds.HasFlag(NormConditions.CleanerProduction) || project.Lines.Any(l => l.KindCode?.StartsWith("cleaner-production", StringComparison.Ordinal) == true),
            classes.Count > 0 ? classes.Min() : null,
            [.. held.SelectMany(e => trade.GroupB(e, products, day)).Distinct()],
            [.. held.SelectMany(trade.GroupA).Distinct()]).With(stated[project.ProjectId]);
    }

    /// <summary>What people said of its trade: confirmed by an officer, waiting or refused.</summary>
    public IEnumerable<TradeStatement> StatedOf(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return stated[project.ProjectId];
    }

    public PriorityPlace PlaceOf(Project project) => PriorityOrder.Of(FactsOf(project), InForce);
}
