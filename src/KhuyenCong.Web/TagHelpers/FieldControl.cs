using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>Builds the input, select or textarea of a field.</summary>
internal static class FieldControl
{
    /// <summary>A value as its field shows it: amounts grouped, dates dd/MM/yyyy.</summary>
    public static string? Text(object? value, string kind) => value switch
    {
        null => null,
        Dong amount when kind is "amount-million" && amount.IsWholeMillions => amount.GroupedMillions,
        Dong amount when kind is "amount-million" => amount.Grouped + " đồng",
        Dong amount => amount.Grouped,
        DateOnly date => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        bool answer => answer ? "true" : "false",
        Enum choice => choice.ToString(),
        IFormattable number => number.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString(),
    };

    public static TagBuilder Build(Field field, IEnumerable<TagHelperAttribute> attributes)
    {
        var control = field.Kind switch
        {
            "textarea" => TextArea(field),
            "select" => Select(field),
            _ => Input(field),
        };
        control.MergeAttribute("id", field.Id);
        control.MergeAttribute("name", field.Name);
        Describe(control, field);
        foreach (var attribute in attributes)
        {
            control.MergeAttribute(attribute.Name, attribute.Value?.ToString(), replaceExisting: true);
        }

        return control;
    }

    private static void Describe(TagBuilder control, Field field)
    {
        string[] describing = [
            .. field.Hinted ? [field.Id + "-hint"] : Array.Empty<string>(),
            .. field.IsAmount ? [field.Id + "-words"] : Array.Empty<string>(),
            .. field.Faulty ? [field.Id + "-faults"] : Array.Empty<string>()];
        if (describing.Length > 0)
        {
            control.MergeAttribute("aria-describedby", string.Join(' ', describing));
        }

        if (field.Faulty)
        {
            control.MergeAttribute("aria-invalid", "true");
        }

        // Not "required": the browser would stop at the first fault, and the form shows all of them.
        if (field.Required)
        {
            control.MergeAttribute("aria-required", "true");
        }
    }

    private static TagBuilder TextArea(Field field)
    {
        var area = new TagBuilder("textarea");
        area.AddCssClass("form-control");
        area.MergeAttribute("rows", "3");
        area.InnerHtml.AppendHtml("\n").Append(field.Value ?? "");
        return area;
    }

    private static TagBuilder Select(Field field)
    {
        var select = new TagBuilder("select");
        select.AddCssClass("form-select");
        var items = field.Empty is null ? field.Items ?? [] : (field.Items ?? []).Prepend(new SelectListItem(field.Empty, ""));
        foreach (var group in items.GroupBy(i => i.Group?.Name))
        {
            var parent = group.Key is null ? select : new TagBuilder("optgroup");
            if (group.Key is not null)
            {
                parent.MergeAttribute("label", group.Key);
                select.InnerHtml.AppendHtml(parent);
            }

            foreach (var item in group)
            {
                parent.InnerHtml.AppendHtml(Option(item, field));
            }
        }

        return select;
    }

    private static TagBuilder Option(SelectListItem item, Field field)
    {
        var option = new TagBuilder("option");
        option.MergeAttribute("value", item.Value ?? item.Text);
        var chosen = field.Chosen?.Contains(item.Value) ?? (field.Value is { } value ? value == (item.Value ?? item.Text) : item.Selected);
        if (chosen)
        {
            option.MergeAttribute("selected", "selected");
        }

        if (item.Disabled)
        {
            option.MergeAttribute("disabled", "disabled");
        }

        option.InnerHtml.Append(item.Text);
        return option;
    }

    private static TagBuilder Input(Field field)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass(field.Kind is "checkbox" ? "form-check-input" : "form-control");
        input.MergeAttribute("type", field.Kind is "checkbox" or "file" or "email" or "tel" or "password" or "search" ? field.Kind : "text");
        switch (field.Kind)
        {
            case "checkbox":
                input.MergeAttribute("value", "true");
                if (field.Value?.Split(',').Contains("true", StringComparer.OrdinalIgnoreCase) == true)
                {
                    input.MergeAttribute("checked", "checked");
                }

                return input;
            case "file" or "password":
                return input;
            case "amount" or "amount-million":
                input.MergeAttribute("data-amount", field.Kind is "amount" ? "dong" : "million");
                input.MergeAttribute("data-words", field.Id + "-words");
                input.MergeAttribute("autocomplete", "off");
                break;
            case "date":
                input.MergeAttribute("placeholder", "ngày/tháng/năm");
                input.MergeAttribute("inputmode", "numeric");
                input.MergeAttribute("data-date", "");
                input.MergeAttribute("maxlength", "10");
                input.MergeAttribute("autocomplete", "off");
                break;
            case "number":
                input.MergeAttribute("inputmode", "numeric");
                input.MergeAttribute("autocomplete", "off");
                break;
        }

        input.MergeAttribute("value", field.Value ?? "");
        return input;
    }
}
