using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.ManagementCosts;

/// <summary>An estimate of management costs as typed.</summary>
public sealed class ManagementForm
{
    private const int BlankRows = 5;

    public ManagementParty Party { get; set; }

    public string? Note { get; set; }

    public List<ManagementLineForm> Lines { get; set; } = [];

    public static IEnumerable<SelectListItem> Parties => Enum.GetValues<ManagementParty>().Select(p => new SelectListItem(p.Text(), p.ToString()));

    public static IEnumerable<SelectListItem> Items => Enum.GetValues<ManagementItem>().Select(i => new SelectListItem(i.Text(), i.ToString()));

    public static ManagementForm New() => new() { Lines = [.. Blanks()] };

    public static ManagementForm Of(ManagementEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return new()
        {
            Party = estimate.Party,
            Note = estimate.Note,
            Lines = [.. estimate.Lines.OrderBy(l => l.Order).Select(ManagementLineForm.Of), .. Blanks()],
        };
    }

    /// <summary>What it says; rows are those of the estimate itself or new ones, blank rows are none.</summary>
    public ManagementText Read(IReadOnlyCollection<Guid> own, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(newId);
        var left = own.ToHashSet();
        return new(Party, Note, [.. Kept().Select(k => k.Row.Read(left.Remove(k.Row.Id) ? k.Row.Id : newId()))]);
    }

    /// <summary>The rule counts the rows that are kept; the page shows them where they stand.</summary>
    public string? FieldOf(string? field) => ManagementRows.FieldOf(field, "Lines[", [.. Kept().Select(k => k.At)]);

    private IEnumerable<(ManagementLineForm Row, int At)> Kept() => Lines.Select((row, at) => (row, at)).Where(r => !r.row.Remove && !r.row.IsBlank);

    private static IEnumerable<ManagementLineForm> Blanks() => Enumerable.Range(0, BlankRows).Select(_ => new ManagementLineForm());
}

/// <summary>A line as typed.</summary>
public sealed class ManagementLineForm
{
    public Guid Id { get; set; }

    public ManagementItem? Item { get; set; }

    public string? Content { get; set; }

    public string? Unit { get; set; }

    public string? Quantity { get; set; }

    public Dong? UnitPrice { get; set; }

    public bool Remove { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace($"{Content}{Unit}{Quantity}") && UnitPrice is null && Item is null;

    public static ManagementLineForm Of(ManagementLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new() { Id = line.ManagementLineId, Item = line.Item, Content = line.Content, Unit = line.Unit, Quantity = DoneQuantity.Text(line.Quantity), UnitPrice = line.UnitPrice };
    }

    public ManagementLineText Read(Guid id) => new(id, Item ?? (ManagementItem)(-1), Content ?? "", Unit ?? "", DoneQuantity.Parse(Quantity) ?? 0, UnitPrice ?? Dong.Zero);
}

/// <summary>Rows of forms here.</summary>
internal static class ManagementRows
{
    public static string? FieldOf(string? field, string rows, IReadOnlyList<int> kept) =>
        field is not null && field.StartsWith(rows, StringComparison.Ordinal) && field.IndexOf(']', StringComparison.Ordinal) is var end && int.TryParse(field[rows.Length..end], out var at) && at < kept.Count
            ? $"{rows}{kept[at]}{field[end..]}"
            : field;
}
