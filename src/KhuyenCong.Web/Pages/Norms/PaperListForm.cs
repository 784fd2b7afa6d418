using System.ComponentModel.DataAnnotations;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;

namespace KhuyenCong.Web.Pages.Norms;

/// <summary>A list of papers as typed.</summary>
public sealed class PaperListForm
{
    public Regime? Regime { get; set; } = Domain.Law.Regime.Provincial;

    public CheckStage Stage { get; set; } = CheckStage.Filing;

    public string? KindCode { get; set; }

    [MaxLength(300, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Title { get; set; }

    /// <summary>One paper a line.</summary>
    [MaxLength(20_000, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Papers { get; set; }

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

    /// <summary>A new list that starts from a known one: everything but its days.</summary>
    public static PaperListForm Of(PaperList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var rule = list.Law.Rule;
        return new()
        {
            Regime = rule.Regime,
            Stage = list.Stage,
            KindCode = list.KindCode,
            Title = rule.Title,
            Papers = string.Join('\n', list.Papers.Select(p => new PaperLine(p.Name, p.OnlyIf).Spoken)),
            Document = rule.LegalDocumentId,
            Article = rule.Article,
            Clause = rule.Clause,
            Verification = rule.Verification is Verification.VerifiedVerbatim ? Verification.Secondary : rule.Verification,
            VerificationNote = rule.VerificationNote,
        };
    }

    public (RuleText Rule, PaperListText List) Read(string provinceCode) => (
        new()
        {
            Title = Title?.Trim() ?? "",
            Article = Blank(Article),
            Clause = Blank(Clause),
            Regime = Regime,
            TerritoryProvinceCode = provinceCode,
            EffectiveFrom = EffectiveFrom,
            EffectiveTo = EffectiveTo,
            Verification = Verification,
            VerificationNote = Blank(VerificationNote),
        },
        new(Stage, Blank(KindCode), PaperLine.Read(Papers)));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
