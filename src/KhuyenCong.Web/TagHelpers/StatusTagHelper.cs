using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>How a status is meant; the words of the tag say it too, never the colour alone.</summary>
public enum Tone
{
    Neutral,
    Good,
    Warn,
    Bad,
    Info,
    Accent,
}

/// <summary>A status tag: tone, its icon, and text.</summary>
[HtmlTargetElement("status-tag")]
public class StatusTagHelper : TagHelper
{
    public Tone Tone { get; set; }

    public string? Icon { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", $"tag tag-{Tone.ToString().ToLowerInvariant()} {output.Attributes["class"]?.Value}".TrimEnd());
        var icon = Icon ?? Tone switch
        {
            Tone.Good => "check",
            Tone.Warn => "clock",
            Tone.Bad => "alert-triangle",
            Tone.Info => "info-circle",
            _ => "",
        };
        if (icon.Length > 0)
        {
            output.PreContent.AppendHtml(IconTagHelper.Svg(icon, ViewContext.HttpContext));
        }
    }
}
