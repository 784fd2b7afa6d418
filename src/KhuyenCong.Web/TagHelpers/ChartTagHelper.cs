using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>Figures of a chart, already in the unit shown; a null is a blank, not a zero.</summary>
public sealed record ChartData(string Unit, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series);

/// <summary>One colour of a chart; <paramref name="Kind"/> "line" draws over the stacked bars.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values, string? Kind = null);

/// <summary>A stacked bar chart, drawn by the browser from a JSON block. The page shows the same figures as a table beside it.</summary>
[HtmlTargetElement("chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public class ChartTagHelper : TagHelper
{
    /// <summary>Set once a page has a chart: the layout then loads the chart script.</summary>
    public const string UsedItem = "kc:charts";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public ChartData Data { get; set; } = new("", [], []);

    public string Label { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.HttpContext.Items[UsedItem] = true;
        output.TagName = "script";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "application/json");
        output.Attributes.SetAttribute("data-chart", "bars");
        output.Attributes.SetAttribute("data-label", Label);
        output.Content.SetHtmlContent(JsonSerializer.Serialize(Data, Json));
    }
}
