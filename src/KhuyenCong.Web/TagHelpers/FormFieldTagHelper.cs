using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>One field of a form: label, hint, control, and every fault of it beside it.</summary>
/// <remarks>
/// <c>kind</c>: text (default), amount, amount-million, date, number, textarea, select, checkbox, file, email, tel, password, search, hidden-label text.
/// Child content, where there is some, takes the place of the control and is described by <c>{id}-hint {id}-faults</c>.
/// Attributes that are not named here go to the control.
/// </remarks>
[HtmlTargetElement("form-field")]
public class FormFieldTagHelper : TagHelper
{
    public ModelExpression? AspFor { get; set; }

    /// <summary>The input's name where there is no model expression.</summary>
    public string? Name { get; set; }

    public object? Value { get; set; }

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public string? Kind { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>The first, empty choice of a select.</summary>
    public string? Empty { get; set; }

    public bool Required { get; set; }

    /// <summary>Says "(không bắt buộc)" beside the label.</summary>
    public bool Optional { get; set; }

    /// <summary>Takes the whole width of a form grid.</summary>
    public bool Wide { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = Read();
        // One form of several like it gives its control an id of its own: label, hint and faults go with it.
        field = output.Attributes["id"]?.Value?.ToString() is { Length: > 0 } own ? field with { Id = own } : field;
        var faults = field.State?.Errors.Select(e => e.ErrorMessage).Distinct().ToArray() ?? [];
        var child = await output.GetChildContentAsync();
        var attributes = output.Attributes.Where(a => a.Name is not "class").ToArray();
        var extra = output.Attributes["class"]?.Value;
        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"field{(faults.Length > 0 ? " is-faulty" : "")}{(Wide ? " wide" : "")} {extra}".TrimEnd());
        output.Attributes.SetAttribute("data-kind", field.Kind);

        var control = child.IsEmptyOrWhiteSpace ? FieldControl.Build(field with { Faulty = faults.Length > 0 }, attributes) : (IHtmlContent)child;
        if (field.Kind is "checkbox")
        {
            output.Content.AppendHtml(Check(field, control));
            Hints(output, field);
        }
        else
        {
            output.Content.AppendHtml(LabelFor(field));
            Hints(output, field);
            output.Content.AppendHtml(control);
        }

        if (field.IsAmount)
        {
            output.Content.AppendHtml(Element("output", "in-words", field.Id + "-words", null));
        }

        if (faults.Length > 0)
        {
            var list = Element("ul", "field-faults", field.Id + "-faults", null);
            foreach (var fault in faults)
            {
                list.InnerHtml.AppendHtml(Element("li", null, null, fault));
            }

            output.Content.AppendHtml(list);
        }
    }

    private Field Read()
    {
        var name = AspFor is { } expression ? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name) : Name ?? "";
        var type = AspFor?.Metadata.UnderlyingOrModelType;
        var kind = Kind ?? (type == typeof(Dong) ? "amount" : type == typeof(DateOnly) ? "date" : type == typeof(bool) ? "checkbox" : Items is null ? "text" : "select");
        ViewContext.ModelState.TryGetValue(name, out var state);
        var value = state?.RawValue is not null ? state.AttemptedValue : FieldControl.Text(Value ?? AspFor?.Model, kind);
        var chosen = state?.RawValue as string[];
        return new(TagBuilder.CreateSanitizedId(name, "_"), name, kind, value, chosen, Items, Empty, Required, Hint is not null, false, state);
    }

    private TagBuilder LabelFor(Field field)
    {
        var label = Element("label", "form-label", null, Label);
        label.MergeAttribute("for", field.Id);
        if (Optional)
        {
            label.InnerHtml.Append(" ").AppendHtml(Element("span", "optional", null, "(không bắt buộc)"));
        }

        return label;
    }

    private TagBuilder Check(Field field, IHtmlContent control)
    {
        var label = Element("label", "form-check", null, null);
        label.MergeAttribute("for", field.Id);
        label.InnerHtml.AppendHtml(control).AppendHtml(Element("span", "form-check-label", null, Label));
        return label;
    }

    private void Hints(TagHelperOutput output, Field field)
    {
        if (Hint is not null)
        {
            output.Content.AppendHtml(Element("div", "form-hint", field.Id + "-hint", Hint));
        }
    }

    private static TagBuilder Element(string tag, string? css, string? id, string? text)
    {
        var element = new TagBuilder(tag);
        if (css is not null)
        {
            element.AddCssClass(css);
        }

        if (id is not null)
        {
            element.MergeAttribute("id", id);
        }

        if (text is not null)
        {
            element.InnerHtml.Append(text);
        }

        return element;
    }
}

/// <summary>What a field's control is built from.</summary>
internal sealed record Field(
    string Id,
    string Name,
    string Kind,
    string? Value,
    string[]? Chosen,
    IEnumerable<SelectListItem>? Items,
    string? Empty,
    bool Required,
    bool Hinted,
    bool Faulty,
    ModelStateEntry? State)
{
    public bool IsAmount => Kind is "amount" or "amount-million";
}
