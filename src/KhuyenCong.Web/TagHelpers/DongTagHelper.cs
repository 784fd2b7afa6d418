using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>How an amount is shown.</summary>
public enum AmountForm
{
    /// <summary>"36.383.000.000 đ".</summary>
    Dong,

    /// <summary>"36.383 triệu đồng"; an amount that is no whole million is shown in đồng all the same.</summary>
    Millions,

    /// <summary>"36.383.000.000": in a table whose heading says đồng.</summary>
    Bare,
}

/// <summary>An amount with its unit; a blank is "chưa có số liệu" (or the text of <c>blank</c>), never 0.</summary>
[HtmlTargetElement("dong", TagStructure = TagStructure.NormalOrSelfClosing)]
public class DongTagHelper : TagHelper
{
    public Dong? Value { get; set; }

    public AmountForm Form { get; set; }

    public string Blank { get; set; } = "chưa có số liệu";

    /// <summary>Where the amount's entries are; without it, or without an amount, it is no link.</summary>
    public string? Href { get; set; }

    /// <summary>Shows the amount in words when pointed at.</summary>
    public bool Words { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Value is not null && !string.IsNullOrEmpty(Href) ? "a" : "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"{(Value is null ? "no-data" : "dong")} {output.Attributes["class"]?.Value}".TrimEnd());
        if (output.TagName == "a")
        {
            output.Attributes.SetAttribute("href", Href);
        }

        if (Words && Value is { } spoken)
        {
            output.Attributes.SetAttribute("title", spoken.InWords());
        }

        output.Content.SetContent(Value is { } amount ? Text(amount) : Blank);
    }

    private string Text(Dong amount) => Form switch
    {
        AmountForm.Bare => amount.Grouped,
        AmountForm.Millions when amount.IsWholeMillions => amount.GroupedMillions + "\u00a0triệu\u00a0đồng",
        _ => amount.Grouped + "\u00a0đ",
    };
}
