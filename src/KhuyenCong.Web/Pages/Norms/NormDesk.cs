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

    /// <summary>One rule is one kind of support in one place, regime and case: the same form sent twice at once meets itself.</summary>
    public string CodeOf(NormForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var regime = form.Regime is Regime.Commune ? "x" : "t";
        return $"norm.{viewer.ProvinceCode}.{form.KindCode}.{regime}.{form.TerritoryPartCode}.{form.Conditions.Sum(c => (int)c)}";
    }

    /// <summary>The norm as it would stand in the book.</summary>
    public Norm NormOf(NormWritten written, NormForm form)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(form);
        return new(new(LegalRule.From(written.Rule), Document(form.Document)!.Citation, []), SpendingNorm.Of(written.Norm), Parts.FirstOrDefault(p => p.Code == form.TerritoryPartCode));
    }

    /// <summary>Saves the written norm; the old row ends in the same save.</summary>
    /// <returns>False where somebody just wrote the same rule from the same day.</returns>
    public async Task<bool> WriteAsync(NormWritten written, string kind, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(written);
        db.LegalRules.Add(LegalRule.From(written.Rule));
        db.SpendingNorms.Add(SpendingNorm.Of(written.Norm));
        if (written.Ended is { } ended)
        {
            (await db.LegalRules.SingleAsync(r => r.LegalRuleId == ended.LegalRuleId, cancellationToken)).Apply(ended);
        }

        db.Because(kind, reason);
        var (code, from) = (written.Rule.Text.Code, written.Rule.Text.EffectiveFrom);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException fault) when ((fault is DbUpdateConcurrencyException || fault.IsTwin()) && db.LegalRules.AsNoTracking().Any(r => r.Code == code && r.EffectiveFrom == from))
        {
            return false;
        }
    }
}
