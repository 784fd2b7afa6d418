using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<SpendingNorm> SpendingNorms => Set<SpendingNorm>();

    public DbSet<SupportKind> SupportKinds => Set<SupportKind>();

    public DbSet<RequiredPaper> RequiredPapers => Set<RequiredPaper>();

    public DbSet<TerritoryPart> TerritoryParts => Set<TerritoryPart>();

    public DbSet<NormSource> NormSources => Set<NormSource>();

    /// <summary>The book of norms that requests share. Nothing may be supposed in it.</summary>
    public async Task<NormBook> SharedNormBookAsync(CancellationToken cancellationToken = default) => (await SharedBookAsync(cancellationToken)).Norms;

    /// <summary>The law of support as the province in scope stands to it: national norms, its own, its adoptions. A book of one's own, in which a change may be supposed.</summary>
    public async Task<NormBook> NormBookAsync(CancellationToken cancellationToken = default)
    {
        var province = ScopeProvince;
        // What refers is read before what it refers to: a norm entered meanwhile is then not in the book yet, instead of standing there without its rule.
        var terms = await SpendingNorms.AsNoTracking().ToListAsync(cancellationToken);
        var adoptions = (await RuleAdoptions.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(a => a.LegalRuleId);
        var rules = await LegalRules.AsNoTracking().Where(r => r.TerritoryProvinceCode == null || r.TerritoryProvinceCode == province).ToListAsync(cancellationToken);
        var documents = await LegalDocuments.AsNoTracking().Select(d => new { d.LegalDocumentId, d.Kind, d.Number }).ToDictionaryAsync(d => d.LegalDocumentId, d => $"{d.Kind.Word()} {d.Number}", cancellationToken);
        var rows = rules.ToDictionary(r => r.LegalRuleId, r => new LawRow(r, documents[r.LegalDocumentId], [.. adoptions[r.LegalRuleId]]));
        var parts = (await TerritoryParts.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(p => p.Code);
        return NormBook.Of(
            terms.SelectMany(t => t.TerritoryPartCode is { } code ? parts[code].Select(p => new Norm(rows[t.LegalRuleId], t, p)) : [new Norm(rows[t.LegalRuleId], t)]),
            await SupportKinds.AsNoTracking().ToListAsync(cancellationToken),
            rows.Values,
            await RequiredPapers.AsNoTracking().ToListAsync(cancellationToken));
    }
}
