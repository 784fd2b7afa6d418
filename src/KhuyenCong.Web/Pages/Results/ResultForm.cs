using System.Globalization;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.Results;

/// <summary>What the form sends. Numbers stay text until read, so that a refused one stands as it was typed.</summary>
public sealed partial class ResultForm
{
    /// <summary>The result's id from the first showing of the form on: sent twice, recorded once.</summary>
    public Guid Id { get; set; }

    public string? Title { get; set; }

    public DateOnly? AchievedOn { get; set; }

    public string? Quantity { get; set; }

    public string? Copies { get; set; }

    public string? Times { get; set; }

    public string? CommuneCode { get; set; }

    public string? Place { get; set; }

    public string? Serial { get; set; }

    public string? Issue { get; set; }

    public string? ProjectCode { get; set; }

    public string? Note { get; set; }

    public Dictionary<string, Dong?> Amounts { get; set; } = [];

    public List<BeneficiaryRow> Beneficiaries { get; set; } = [];

    public string? SameFileReason { get; set; }

    /// <summary>Reads the form for one target; what cannot be read is told at its field.</summary>
    public ResultEntry Read(Target target, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(target);
        var kind = target.KeyKind is NaturalKeyKind.Other && !string.IsNullOrWhiteSpace(Serial) ? NaturalKeyKind.MachineSerial : target.KeyKind;
        return new()
        {
            Title = Title ?? "",
            AchievedOn = AchievedOn ?? default,
            Quantity = Number(Quantity, nameof(Quantity), state) ?? 1,
            Copies = Number(Copies, nameof(Copies), state),
            Times = Number(Times, nameof(Times), state),
            CommuneCode = Blank(CommuneCode),
            Place = Blank(Place),
            KeyKind = kind,
            Serial = Blank(Serial),
            Issue = Blank(Issue),
            ProjectCode = Blank(ProjectCode),
            Note = Blank(Note),
            Amounts = [.. Amounts.Where(a => a.Value is not null).Select(a => new SourceAmount(a.Key, a.Value!.Value))],
            Beneficiaries = [.. FilledBeneficiaries().Select(b => new BeneficiaryEntry(b.Row.Name ?? "", Blank(b.Row.Identifier)))],
        };
    }

    /// <summary>The name under which the page shows a field that a rule speaks of.</summary>
    public string FieldOf(string field)
    {
        var (list, index) = Indexed().Match(field) is { Success: true } match ? (match.Groups[1].Value, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)) : (field, -1);
        return (list, index) switch
        {
            ("Files", _) => "files",
            (nameof(Amounts), >= 0) => $"Form.Amounts[{Amounts.Where(a => a.Value is not null).ElementAt(index).Key}]",
            (nameof(Beneficiaries), >= 0) => $"Form.Beneficiaries[{FilledBeneficiaries().ElementAt(index).Index}].Name",
            _ => "Form." + field,
        };
    }

    private IEnumerable<(BeneficiaryRow Row, int Index)> FilledBeneficiaries() => Beneficiaries.Select((row, i) => (row, i)).Where(b => !b.row.IsBlank);

    private static long? Number(string? text, string field, ModelStateDictionary state)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var digits = text.Trim().Replace('\u00a0', ' ');
        if (Whole().IsMatch(digits) && long.TryParse(digits.Replace(".", "").Replace(" ", ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        state.AddModelError("Form." + field, Messages.For("result.number-unreadable", text));
        return null;
    }

    [GeneratedRegex(@"^-?(\d{1,3}([. ]\d{3})+|\d{1,18})$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(\w+)\[(\d+)\]$")]
    private static partial Regex Indexed();
}

/// <summary>One line of the beneficiaries.</summary>
public sealed class BeneficiaryRow
{
    public string? Name { get; set; }

    public string? Identifier { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Identifier);
}
