using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Law;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Norms;

/// <summary>What entering and amending a local norm need: the book, the province's documents and old territories.</summary>
public sealed class NormDesk(KhuyenCongDb db, Viewer viewer, TimeProvider clock)
{
    public NormBook Book { get; private set; } = null!;

    public IReadOnlyList<LegalDocument> Documents { get; private set; } = [];

    public IReadOnlyList<TerritoryPart> Parts { get; private set; } = [];

    public string Province { get; private set; } = "";

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Book = await db.NormBookAsync(cancellationToken);
        Documents = await db.LegalDocuments.AsNoTracking().Where(d => d.TerritoryProvinceCode == viewer.ProvinceCode).OrderByDescending(d => d.Date).ToListAsync(cancellationToken);
        Parts = await db.TerritoryParts.AsNoTracking().OrderBy(p => p.Name).ToListAsync(cancellationToken);
        Province = (await Territory.ProvincesAsync(db, clock.Today)).Name(viewer.ProvinceCode);
    }

    public LegalDocument? Document(Guid? id) => Documents.FirstOrDefault(d => d.LegalDocumentId == id);

    public SupportKind? Kind(string? code) => code is null ? null : Book.Kind(code);

    /// <summary>The written norm's rows; the old row ends in the same save.</summary>
    public async Task WriteAsync(NormWritten written, string kind, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(written);
        db.LegalRules.Add(LegalRule.From(written.Rule));
        db.SpendingNorms.Add(SpendingNorm.Of(written.Norm));
        if (written.Ended is { } ended)
        {
            (await db.LegalRules.SingleAsync(r => r.LegalRuleId == ended.LegalRuleId, cancellationToken)).Apply(ended);
        }

        db.Because(kind, reason);
        await db.SaveChangesAsync(cancellationToken);
    }
}
