using System.ComponentModel.DataAnnotations;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.Norms;

/// <summary>A list of papers as typed.</summary>
public sealed class PaperListForm : CitedForm
{
    public Regime? Regime { get; set; } = Domain.Law.Regime.Provincial;

    public CheckStage Stage { get; set; } = CheckStage.Filing;

    public string? KindCode { get; set; }

    [MaxLength(300, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Title { get; set; }

    /// <summary>One paper a line.</summary>
    [MaxLength(20_000, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Papers { get; set; }

    /// <summary>A new list that starts from a known one: everything but its days.</summary>
    public static PaperListForm Of(PaperList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var rule = list.Law.Rule;
        var form = new PaperListForm
        {
            Regime = rule.Regime,
            Stage = list.Stage,
            KindCode = list.KindCode,
            Title = rule.Title,
            Papers = string.Join('\n', list.Papers.Select(p => new PaperLine(p.Name, p.OnlyIf).Spoken)),
        };
        form.Cite(rule);
        return form;
    }

    public (RuleText Rule, PaperListText List) Read(string provinceCode) =>
        (Cited(provinceCode) with { Title = Title?.Trim() ?? "", Regime = Regime }, new(Stage, Blank(KindCode), PaperLine.Read(Papers)));
}
