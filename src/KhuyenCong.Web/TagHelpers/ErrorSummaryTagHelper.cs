using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>All faults of a refused form at once, each linked to its field; takes the focus when the page opens.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public class ErrorSummaryTagHelper : TagHelper
{
    public string Heading { get; set; } = "Chưa lưu được, còn {0} điểm cần sửa";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var faults = ViewContext.ModelState
            .SelectMany(entry => entry.Value?.Errors.Select(error => (Field: entry.Key, error.ErrorMessage)) ?? [])
            .Distinct()
            .ToArray();
        if (faults.Length == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        var heading = new TagBuilder("h2");
        heading.InnerHtml.Append(string.Format(Heading, faults.Length));
        var list = new TagBuilder("ul");
        foreach (var (field, message) in faults)
        {
            list.InnerHtml.AppendHtml(Line(field, message));
        }

        output.Content.AppendHtml(heading).AppendHtml(list);
    }

    private static TagBuilder Line(string field, string message)
    {
        var line = new TagBuilder("li");
        if (field.Length == 0)
        {
            line.InnerHtml.Append(message);
            return line;
        }

        var link = new TagBuilder("a");
        link.MergeAttribute("href", "#" + TagBuilder.CreateSanitizedId(field, "_"));
        link.InnerHtml.Append(message);
        line.InnerHtml.AppendHtml(link);
        return line;
    }
}
