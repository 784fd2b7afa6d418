using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>A table head that sorts: <c>?sap-xep=ten</c>, pressed again <c>?sap-xep=-ten</c>; other filters stay, the place in the list is dropped.</summary>
[HtmlTargetElement("sort-header")]
public class SortHeaderTagHelper : TagHelper
{
    public const string Parameter = "sap-xep";

    public string Key { get; set; } = "";

    /// <summary>The order now shown; without it, the address says.</summary>
    public string? Current { get; set; }

    /// <summary>The first press sorts the largest or newest first.</summary>
    public bool DescendingFirst { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var http = ViewContext.HttpContext;
        var current = Current ?? http.Request.Query[Parameter].ToString();
        var (rising, falling) = (current == Key, current == "-" + Key);
        var next = (DescendingFirst ? !falling : rising) ? "-" + Key : Key;
        output.TagName = "th";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("scope", "col");
        if (rising || falling)
        {
            output.Attributes.SetAttribute("aria-sort", rising ? "ascending" : "descending");
        }

        var link = new TagBuilder("a");
        link.MergeAttribute("href", Address.With(http, (Parameter, next), ("sau", null), ("truoc", null), ("trang", null)));
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync()).AppendHtml(IconTagHelper.Svg(rising ? "arrow-up" : falling ? "arrow-down" : "arrows-sort", http));
        output.Content.SetHtmlContent(link);
    }
}

/// <summary>The foot of a list: what is shown (its content), the page sizes, and the way back and on.</summary>
[HtmlTargetElement("pager")]
public class PagerTagHelper : TagHelper
{
    private const string SizeParameter = "co";

    public string? Previous { get; set; }

    public string? Next { get; set; }

    /// <summary>Rows a page has now; 0 offers no choice.</summary>
    public int Size { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", "Chuyển trang danh sách");
        var summary = new TagBuilder("span");
        summary.AddCssClass("summary");
        summary.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        output.Content.SetHtmlContent(summary);
        if (Size > 0)
        {
            output.Content.AppendHtml(Sizes());
        }

        Step(output, Previous, "Trang trước", "prev");
        Step(output, Next, "Trang sau", "next");
    }

    private TagBuilder Sizes()
    {
        var sizes = new TagBuilder("span");
        sizes.AddCssClass("sizes");
        sizes.InnerHtml.Append("Số dòng: ");
        foreach (var size in new[] { 25, 50, 100 })
        {
            var choice = new TagBuilder(size == Size ? "strong" : "a");
            if (size != Size)
            {
                choice.MergeAttribute("href", Address.With(ViewContext.HttpContext, (SizeParameter, $"{size}"), ("sau", null), ("truoc", null), ("trang", null)));
                choice.MergeAttribute("aria-label", $"{size} dòng mỗi trang");
            }

            choice.InnerHtml.Append($"{size}");
            sizes.InnerHtml.AppendHtml(choice);
        }

        return sizes;
    }

    private static void Step(TagHelperOutput output, string? href, string text, string relation)
    {
        if (string.IsNullOrEmpty(href))
        {
            return;
        }

        var link = new TagBuilder("a");
        link.AddCssClass("btn");
        link.MergeAttribute("href", href);
        link.MergeAttribute("rel", relation);
        link.InnerHtml.Append(text);
        output.Content.AppendHtml(link);
    }
}

/// <summary>The address of this page with some query values changed.</summary>
public static class Address
{
    public static string With(HttpContext http, params (string Name, string? Value)[] changes)
    {
        var query = http.Request.Query.ToDictionary(q => q.Key, q => q.Value);
        foreach (var (name, value) in changes)
        {
            query[name] = value;
        }

        return QueryHelpers.AddQueryString(http.Request.PathBase + http.Request.Path, query.Where(q => !string.IsNullOrEmpty(q.Value)));
    }
}
