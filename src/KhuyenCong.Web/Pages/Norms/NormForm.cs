using System.ComponentModel.DataAnnotations;
using System.Globalization;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.Norms;

/// <summary>A local norm as typed.</summary>
public sealed class NormForm : CitedForm
{
    public string? KindCode { get; set; }

    [MaxLength(300, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Title { get; set; }

    [MaxLength(4000, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Text { get; set; }

    public Regime? Regime { get; set; } = Domain.Law.Regime.Provincial;

    public string? TerritoryPartCode { get; set; }

    /// <summary>Percent as people write it: "50", "1,5".</summary>
    public string? Share { get; set; }

    public Dong? Amount { get; set; }

    public NormUnit Unit { get; set; } = NormUnit.Establishment;

    /// <summary>Times: "1,5".</summary>
    public string? Priority { get; set; }

    public List<NormConditions> Conditions { get; set; } = [];

    [MaxLength(300, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? UncertainText { get; set; }

    [MaxLength(300, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? RefersTo { get; set; }

    [MaxLength(600, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? SourceUrl { get; set; }

    public static NormForm Of(Norm norm)
    {
        ArgumentNullException.ThrowIfNull(norm);
        var rule = norm.Law.Rule;
        var form = new NormForm
        {
            KindCode = norm.KindCode,
            Title = rule.Title,
            Text = rule.Text,
            Regime = rule.Regime,
            TerritoryPartCode = norm.Terms.TerritoryPartCode,
            Share = norm.Share is { } share ? Number(share / 100m) : null,
            Amount = norm.Ceiling,
            Unit = norm.Unit,
            Priority = norm.Terms.PriorityBasisPoints is { } more ? Number(more / 10_000m) : null,
            Conditions = [.. Resources.NormWords.Each(norm.Terms.Conditions)],
            UncertainText = norm.Terms.UncertainText,
            RefersTo = norm.Terms.RefersTo,
            SourceUrl = norm.Terms.SourceUrl,
        };
        form.Cite(rule);
        return form;
    }

    /// <summary>The rule and its terms; a percentage that cannot be read is said beside its field.</summary>
    public (RuleText Rule, NormTerms Terms) Read(string code, string provinceCode, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (Blank(SourceUrl) is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)))
        {
            state.AddModelError("Form.SourceUrl", Resources.Messages.For("law.source-not-web"));
        }

        return (
            Cited(provinceCode) with
            {
                Code = code,
                Kind = RuleKind.Norm,
                Title = Title?.Trim() ?? "",
                Text = Text?.Trim() ?? "",
                Regime = Regime,
                BasisPoints = Scaled(Share, 100, "Form.Share", "Tỷ lệ không đọc được. Hãy nhập như 50 hoặc 1,5.", state),
                Amount = Amount?.Amount,
            },
            new()
            {
                KindCode = KindCode ?? "",
                TerritoryPartCode = Blank(TerritoryPartCode),
                Unit = Unit,
                Conditions = Conditions.Aggregate(NormConditions.None, (all, one) => all | one),
                PriorityBasisPoints = Scaled(Priority, 10_000, "Form.Priority", "Mức ưu tiên không đọc được. Hãy nhập số lần, như 1,5.", state),
                UncertainText = Blank(UncertainText),
                RefersTo = Blank(RefersTo),
                Quote = Blank(Text),
                SourceUrl = Blank(SourceUrl),
            });
    }

    private static int? Scaled(string? text, int scale, string field, string fault, ModelStateDictionary state)
    {
        if (Blank(text)?.Replace("%", "", StringComparison.Ordinal).Trim() is not { } typed)
        {
            return null;
        }

        if (decimal.TryParse(typed.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1_000 && number * scale == decimal.Truncate(number * scale))
        {
            return (int)(number * scale);
        }

        state.AddModelError(field, fault);
        return null;
    }

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.GetCultureInfo("vi-VN"));
}
