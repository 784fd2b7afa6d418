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
    private const int MuchLabour = 50;
    private const int LocalMaterial = 5000;

    private readonly Dictionary<Guid, Establishment> establishments;
    private readonly List<CommunePriority> communes;
    private readonly List<ProvincialProduct> products;
    private readonly DateOnly day;

    private PriorityReader(Dictionary<Guid, Establishment> establishments, List<CommunePriority> communes, List<ProvincialProduct> products, IReadOnlyList<AuthorityRow> rules, IReadOnlyList<string> inForce, DateOnly day) =>
        (this.establishments, this.communes, this.products, Rules, InForce, this.day) = (establishments, communes, products, rules, inForce, day);

    /// <summary>The rules of priority in force, as the library has them.</summary>
    public IReadOnlyList<AuthorityRow> Rules { get; }

    public IReadOnlyList<string> InForce { get; }

    public static async Task<PriorityReader> OfAsync(KhuyenCongDb db, IReadOnlyCollection<Project> projects, string province, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var ids = projects.SelectMany(p => p.Beneficiaries).Select(b => b.EstablishmentId).Distinct().ToList();
        var known = await db.Establishments.AsNoTracking().Include(e => e.Years).Include(e => e.Certificates).Include(e => e.Products).AsSplitQuery().Where(e => ids.Contains(e.EstablishmentId)).ToDictionaryAsync(e => e.EstablishmentId, cancellationToken);
        var codes = PriorityOrder.RuleCodes;
        var inForce = (await db.LegalRules.AsNoTracking().Where(r => codes.Contains(r.Code)).ToListAsync(cancellationToken)).Where(r => r.Covers(day)).Select(r => r.Code).ToList();
        return new(
            known,
            [.. (await db.CommunePriorities.AsNoTracking().ToListAsync(cancellationToken)).Where(p => p.Covers(day))],
            [.. (await db.ProvincialProducts.AsNoTracking().ToListAsync(cancellationToken)).Where(p => p.Covers(day))],
            await AuthorityRow.OfAsync(db, codes, province, day, cancellationToken),
            inForce,
            day);
    }

    public PriorityFacts FactsOf(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        var held = project.Beneficiaries.Select(b => establishments.GetValueOrDefault(b.EstablishmentId)).OfType<Establishment>().ToList();
        var classes = communes.Where(c => project.Communes.Contains(c.CommuneCode)).Select(c => c.Class).ToList();
        return new(
            project.Kind,
            project.Holds.HasFlag(NormConditions.CleanerProduction) || project.Lines.Any(l => l.KindCode?.StartsWith("cleaner-production", StringComparison.Ordinal) == true),
            classes.Count > 0 ? classes.Min() : null,
            [.. held.SelectMany(TradeB).Distinct()],
            [.. held.SelectMany(TradeA).Distinct()]);
    }

    public PriorityPlace PlaceOf(Project project) => PriorityOrder.Of(FactsOf(project), InForce);

    /// <summary>Group (b): certified or key product, export, local material, fifty workers or more.</summary>
    private IEnumerable<string> TradeB(Establishment establishment)
    {
        if (establishment.Certificates.Any(c => c.Kind is CertificateKind.TypicalProduct && c.Covers(day)))
        {
            yield return "có sản phẩm CNNT tiêu biểu";
        }

        var own = establishment.Products.Select(p => p.Name).Append(establishment.Trade ?? "").Select(SearchText.Fold).Where(n => n.Length > 0).ToList();
        if (products.Any(p => SearchText.Fold(p.Name) is { Length: > 0 } key && own.Exists(o => o.Contains(key, StringComparison.Ordinal))))
        {
            yield return "sản phẩm chủ lực, lợi thế của tỉnh";
        }

        if (establishment.Years.MaxBy(y => y.Year) is { } last)
        {
            if (last.Export > Dong.Zero)
            {
                yield return "có xuất khẩu";
            }

            if (last.LocalMaterialBasisPoints > LocalMaterial)
            {
                yield return "nguyên liệu tại chỗ trên 50 %";
            }

            if (last.Labour >= MuchLabour)
            {
                yield return $"{last.Labour} lao động";
            }
        }
    }

    /// <summary>Group (a), as far as the trade's code tells: processing of farm, forest and sea products, mechanics.</summary>
    private static IEnumerable<string> TradeA(Establishment establishment) => establishment.TradeCode is not { Length: >= 2 } code ? [] : code[..2] switch
    {
        "10" or "16" => ["chế biến nông, lâm, thủy sản (theo mã ngành)"],
        "25" or "28" => ["cơ khí (theo mã ngành)"],
        _ => [],
    };
}
