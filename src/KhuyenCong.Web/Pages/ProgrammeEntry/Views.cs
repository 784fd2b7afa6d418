using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Primitives;

namespace KhuyenCong.Web.Pages.ProgrammeEntry;

/// <summary>One field of the form as the page shows it.</summary>
public sealed record FieldView(EntryField Field, string Name, StringValues Value, EditModel Page)
{
    public string Text => Value.ToString();

    public string Kind => Field.Kind switch
    {
        EntryKind.Area => "textarea",
        EntryKind.Day => "date",
        EntryKind.Year or EntryKind.Count => "number",
        EntryKind.Amount => IsMillions ? "amount-million" : "amount",
        EntryKind.Choice or EntryKind.Content => "select",
        _ => "text",
    };

    /// <summary>The label; amounts name the unit that a bare number means.</summary>
    public string Label => Field.Kind is EntryKind.Amount ? $"{Field.Label} ({(IsMillions ? "triệu đồng" : "đồng")})" : Field.Label + (Field.Required ? " *" : "");

    private bool IsMillions => Page.Form.Heading["moneyUnit"] == nameof(MoneyUnit.MillionDong);

    public IEnumerable<SelectListItem>? Items
    {
        get
        {
            var known = Field.Kind switch
            {
                EntryKind.Choice => Field.Choices!,
                EntryKind.Content => [("", "Cả chương trình"), .. Page.Form.Lists["contents"].Select(c => (c.Text("code"), $"{c.Text("code")} – {Short(c.Text("name"))}"))],
                _ => [],
            };
            // A value that no choice has is shown all the same: it is a fault to see, not one to lose.
            return Kind is not "select" ? null : known.Concat(known.Any(c => c.Item1 == Text) ? [] : [(Text, $"{Text} (không có trong danh sách)")])
                .DistinctBy(c => c.Item1).Select(c => new SelectListItem(c.Item2, c.Item1));
        }
    }

    internal static string Short(string text) => text.Length > 60 ? text[..60].TrimEnd() + "…" : text;
}

/// <summary>One row of a list: closed it is a line, open it is its fields.</summary>
public sealed record RowView(EntryList List, EntryRow Row, EditModel Page)
{
    public string Id => EditModel.IdOf(List.Name, Row.Key);

    public string Name(string field) => EntryForm.NameOf(List.Name, Row.Key, field);

    public int FaultCount => Page.Faults.Count(f => f.Field?.StartsWith($"{List.Name}[{Row.Key}].", StringComparison.Ordinal) == true);

    public bool IsOpen => Page.OpenRow == $"{List.Name}[{Row.Key}]" || (FaultCount > 0 && !Page.ModelState.IsValid);

    public string Code => List.HasCodes ? Row.Text("code") : "";

    public string Title => Row.Text("name") is { Length: > 0 } name ? FieldView.Short(name) : "(chưa có tên)";

    /// <summary>What the row says in figures: "từ 100 lượt cơ sở", "6.606.000.000 đ".</summary>
    public string Figures => List.Name switch
    {
        "statements" => $"{(Row.Text("operator") switch { "AtLeast" => "từ ", "MoreThan" => "trên ", _ => "" })}{(Row.Text("quantity") is { Length: > 0 } quantity ? quantity : "chưa có số liệu")} {Row.Text("unit")}{(Row.Text("per") switch { "Round" => "/đợt", "Year" => "/năm", _ => "" })}",
        "money" => AmountText.Parse(Row.Text("printed"), Page.Form.Heading["moneyUnit"] == nameof(MoneyUnit.MillionDong) ? MoneyUnit.MillionDong : MoneyUnit.Dong) is ({ } amount, _)
            ? amount.ToString() : Row.Text("printed") is { Length: > 0 } typed ? typed : "chưa có số liệu",
        _ => "",
    };
}
