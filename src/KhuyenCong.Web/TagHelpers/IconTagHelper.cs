using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>An icon of the sprite, hidden from readers aloud: the text beside it speaks.</summary>
/// <remarks>Names written in a page reach the sprite by themselves; names that only C# knows stand in Assets/icons.txt.</remarks>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"icon {output.Attributes["class"]?.Value}".TrimEnd());
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.AppendHtml(Use(Name, ViewContext.HttpContext));
    }

    internal static TagBuilder Svg(string name, HttpContext http)
    {
        var svg = new TagBuilder("svg");
        svg.MergeAttribute("class", "icon");
        svg.MergeAttribute("aria-hidden", "true");
        svg.MergeAttribute("focusable", "false");
        svg.InnerHtml.AppendHtml(Use(name, http));
        return svg;
    }

    private static TagBuilder Use(string name, HttpContext http)
    {
        var sprite = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?["assets/icons.svg"] ?? "assets/icons.svg";
        var use = new TagBuilder("use");
        use.MergeAttribute("href", $"{http.Request.PathBase}/{sprite}#{name}");
        return use;
    }
}
