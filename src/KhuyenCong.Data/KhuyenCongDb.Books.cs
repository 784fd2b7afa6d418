using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    // Drafts of procedures and programmes may be thrown away and would let two states share a stamp; nobody reads them from the book either.
    private static readonly Func<KhuyenCongDb, Task<Stamp>> StampOf = EF.CompileAsyncQuery((KhuyenCongDb db) =>
        db.SpendingNorms.Select(n => n.Version)
            .Concat(db.RuleAdoptions.Select(a => a.Version))
            .Concat(db.LegalRules.Select(r => r.Version))
            .Concat(db.LegalDocuments.Select(d => d.Version))
            .Concat(db.TerritoryParts.Select(p => p.Version))
            .Concat(db.SupportKinds.Select(k => (long)k.Order))
            .Concat(db.RequiredPapers.Select(p => (long)p.Order))
            .Concat(db.Procedures.Where(p => p.From != null).Select(p => p.Version))
            .Concat(db.ProgrammeVersions.Where(v => v.State != VersionState.Draft).Select(v => v.Version))
            .GroupBy(_ => 1).Select(g => new Stamp(g.Count(), g.Sum())).Single());

    /// <summary>The book that requests share: read anew only when something behind it changed.</summary>
    public async Task<ReferenceBook> SharedBookAsync(CancellationToken cancellationToken = default) =>
        // What a transaction has not committed is for itself alone.
        Database.CurrentTransaction is not null
            ? await ReadBookAsync(cancellationToken)
            : await books.OfAsync(ScopeProvince, await StampOf(this), () => ReadBookAsync(cancellationToken));

    private async Task<ReferenceBook> ReadBookAsync(CancellationToken cancellationToken)
    {
        var procedures = await Procedures.AsNoTracking().Include(p => p.Steps).Where(p => p.From != null).ToListAsync(cancellationToken);
        var programmes = await ProgrammeVersions.Where(v => v.State == VersionState.InForce).Select(v => new { v.ProgrammeId, v.ProgrammeVersionId, v.Version }).ToListAsync(cancellationToken);
        return new(await NormBookAsync(cancellationToken), procedures, programmes.ToDictionary(v => v.ProgrammeId, v => new VersionInForce(v.ProgrammeVersionId, v.Version)));
    }
}
