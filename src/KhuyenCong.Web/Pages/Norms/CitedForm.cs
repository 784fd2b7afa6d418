using System.ComponentModel.DataAnnotations;
using KhuyenCong.Domain.Law;
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.Norms;

/// <summary>What the form of a norm and that of a list of papers ask alike: the document, its clause, the days, how far it was verified.</summary>
public abstract class CitedForm
{
    /// <summary>How far somebody at a desk can have verified: the text in force word for word is what the shipped library says of itself.</summary>
    public static readonly IReadOnlyList<Verification> Offered = [Verification.Secondary, Verification.Copy, Verification.Cited, Verification.FromKnowledge];

    public Guid? Document { get; set; }

    [MaxLength(40, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Article { get; set; }

    [MaxLength(40, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Clause { get; set; }

    public DateOnly? EffectiveFrom { get; set; }

    public DateOnly? EffectiveTo { get; set; }

    public Verification Verification { get; set; } = Verification.Secondary;

    [MaxLength(600, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? VerificationNote { get; set; }

    /// <summary>Takes over what a known rule cites; its days are its own, and nobody has read the new text word for word yet.</summary>
    protected void Cite(LegalRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        (Document, Article, Clause) = (rule.LegalDocumentId, rule.Article, rule.Clause);
        (Verification, VerificationNote) = (Offered.Contains(rule.Verification) ? rule.Verification : Verification.Secondary, rule.VerificationNote);
    }

    /// <summary>The rule of a province, with all that is cited.</summary>
    protected RuleText Cited(string provinceCode) => new()
    {
        Article = Blank(Article),
        Clause = Blank(Clause),
        TerritoryProvinceCode = provinceCode,
        EffectiveFrom = EffectiveFrom,
        EffectiveTo = EffectiveTo,
        Verification = Verification,
        VerificationNote = Blank(VerificationNote),
    };
}
