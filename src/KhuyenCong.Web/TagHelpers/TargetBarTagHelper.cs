using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>Progress of a target with a mark where today's pace should be; its figures are said aloud.</summary>
[HtmlTargetElement("target-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public class TargetBarTagHelper : TagHelper
{
    public decimal Done { get; set; }

    /// <summary>Without a quantity there is nothing to draw: "—".</summary>
    public decimal? Quantity { get; set; }

    /// <summary>What should be reached by today.</summary>
    public decimal? Pace { get; set; }

    public string Unit { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Quantity is not > 0)
        {
            output.TagName = "span";
            output.Attributes.SetAttribute("class", "no-data");
            output.Content.SetContent("—");
            return;
        }

        var state = Done >= Quantity ? " is-met" : Done < Pace ? " is-behind" : "";
        output.TagName = "svg";
        output.Attributes.SetAttribute("class", "target-bar" + state);
        output.Attributes.SetAttribute("viewBox", "0 0 200 14");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("role", "img");
        var pace = Pace is { } due ? $"; đến hôm nay cần {due:0.#}" : "";
        output.Attributes.SetAttribute("aria-label", $"Đạt {Done:0.#} trên {Quantity:0.#} {Unit} ({Math.Floor(100 * Done / Quantity.Value):0} %){pace}");
        output.Content.AppendHtml(Bar("track", 0, 3, 200, 8)).AppendHtml(Bar("fill", 0, 3, Along(Done), 8));
        if (Pace is { } mark)
        {
            output.Content.AppendHtml(Bar("pace", Math.Clamp(Along(mark) - 1.5m, 0, 197), 0, 3, 14));
        }
    }

    private decimal Along(decimal value) => Math.Clamp(200 * value / Quantity!.Value, 0, 200);

    private static TagBuilder Bar(string css, decimal x, int y, decimal width, int height)
    {
        var bar = new TagBuilder("rect");
        bar.AddCssClass(css);
        bar.MergeAttribute("x", x.ToString("0.##", CultureInfo.InvariantCulture));
        bar.MergeAttribute("y", $"{y}");
        bar.MergeAttribute("width", width.ToString("0.##", CultureInfo.InvariantCulture));
        bar.MergeAttribute("height", $"{height}");
        return bar;
    }
}
