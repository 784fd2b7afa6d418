using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>An icon of the sprite, hidden from readers aloud: the text beside it speaks.</summary>
/// <remarks>Names written in a page reach the sprite by themselves; names that only C# knows stand in Assets/icons.txt.</remarks>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public class IconTagHelper : TagHelper
{
    // Some forty icons stand on every page, always the same few: each is written once for an address of the sprite.
    private static readonly ConcurrentDictionary<(string Sprite, string Name), HtmlString> Drawn = new();

    public string Name { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Svg(Name, ViewContext.HttpContext));
    }

    internal static IHtmlContent Svg(string name, HttpContext http)
    {
        var sprite = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?["assets/icons.svg"] ?? "assets/icons.svg";
        return Drawn.GetOrAdd(($"{http.Request.PathBase}/{sprite}", name), static icon =>
            new($"""<svg class="icon" aria-hidden="true" focusable="false"><use href="{HtmlEncoder.Default.Encode($"{icon.Sprite}#{icon.Name}")}"></use></svg>"""));
    }
}
