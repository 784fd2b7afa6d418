using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>One field of a form that is described as data.</summary>
/// <param name="Name">The name the rules know it by.</param>
/// <param name="Kind">As form-field knows it, or "commune" for a list of communes.</param>
public sealed record LayoutField(string Name, string Label, string Kind = "text")
{
    public string? Hint { get; init; }

    public bool Required { get; init; }

    public bool Wide { get; init; }

    /// <summary>Choices of a select, in order.</summary>
    public IReadOnlyList<(string Value, string Text)> Choices { get; init; } = [];

    /// <summary>The empty choice of a select.</summary>
    public string? Empty { get; init; }

    public static LayoutField Of<T>(string name, string label, Func<T, string> text, string? empty = null, params T[] leavingOut)
        where T : struct, Enum =>
        new(name, label, "select") { Choices = [.. Enum.GetValues<T>().Except(leavingOut).Select(v => (v.ToString(), text(v)))], Empty = empty };
}

/// <summary>The fields of a form with what stands in them, ready to be shown.</summary>
public sealed record ShownFields(string Prefix, IReadOnlyList<LayoutField> Fields, IReadOnlyDictionary<string, string?> Values, IReadOnlyList<SelectListItem> Communes, IReadOnlyDictionary<string, string?>? Base = null)
{
    /// <summary>A select without an empty choice stands on its first.</summary>
    public string? ValueOf(LayoutField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Values.GetValueOrDefault(field.Name) ?? (field is { Empty: null, Choices: [var first, ..] } ? first.Value : null);
    }

    public IEnumerable<SelectListItem>? ItemsOf(LayoutField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Kind switch
        {
            "commune" => Communes,
            "select" => field.Choices.Select(c => new SelectListItem(c.Text, c.Value)),
            _ => null,
        };
    }
}
