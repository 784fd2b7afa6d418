using System.Globalization;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>A row as read: its fields, and every fault with its cell.</summary>
public sealed record ImportedRow(int Number, Dictionary<string, string?> Values, IReadOnlyList<string> Faults)
{
    public string Name => Values.GetValueOrDefault("General.Name") ?? "";

    public IEnumerable<string> Identifiers => ImportReader.IdentifierGroups.Select(g => IdentifierText.Key(Values.GetValueOrDefault($"{g}.Number"))).Where(k => k.Length > 0);
}

/// <summary>Reads the rows of a filled template by the same rules as the form.</summary>
public sealed class ImportReader
{
    public static readonly IReadOnlyList<string> IdentifierGroups = ["TaxCode", "PersonalNumber", "BusinessRegistration"];

    private static readonly Dictionary<string, string> Forms = Enum.GetValues<LegalForm>().ToDictionary(f => SearchText.Fold(f.Text()), f => f.ToString());

    private readonly RegistryFacts facts;
    private readonly IReadOnlySet<string>? allowed;
    private readonly Dictionary<string, string> communes;
    private readonly string provinceCode;

    /// <param name="provinceCode">Whose registry.</param>
    /// <param name="communes">Of the province, under their names of the day.</param>
    /// <param name="facts">For the rules.</param>
    /// <param name="allowed">The communes the person may enter; null = all.</param>
    public ImportReader(string provinceCode, IReadOnlyList<Commune> communes, RegistryFacts facts, IReadOnlySet<string>? allowed)
    {
        (this.provinceCode, this.facts, this.allowed) = (provinceCode, facts, allowed);
        // A name that two communes share finds neither: the code must be given.
        this.communes = communes.GroupBy(c => SearchText.Fold(c.Name)).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Code);
        foreach (var commune in communes)
        {
            this.communes[commune.Code] = commune.Code;
        }
    }

    /// <summary>The columns of a header row, by their keys; null where a required one is missing.</summary>
    public static (Dictionary<string, int>? Columns, Breach? Fault) Header(SheetGrid sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var heads = sheet.Columns(1).Select(c => (Text: SearchText.Fold(sheet[1, c].Text), Column: c)).GroupBy(h => h.Text).ToDictionary(g => g.Key, g => g.First().Column);
        var columns = ImportLayout.Columns.Where(c => heads.ContainsKey(SearchText.Fold(c.Header))).ToDictionary(c => c.Key, c => heads[SearchText.Fold(c.Header)]);
        return ImportLayout.Columns.FirstOrDefault(c => c.Required && !columns.ContainsKey(c.Key)) is { } missing ? (null, new("import.no-column", null, missing.Header)) : (columns, null);
    }

    public ImportedRow Read(SheetGrid sheet, int number, Dictionary<string, int> columns, Dictionary<string, int> seen)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(seen);
        var faults = new List<string>();
        void Fault(string key, string message) => faults.Add($"{(columns.TryGetValue(key, out var column) ? CellAddress.Of(number, column) : $"Dòng {number}")}: {message}");
        var values = new Dictionary<string, string?>();
        foreach (var (key, column) in columns)
        {
            var cell = sheet[number, column];
            values[key] = TextOf(cell);
            if (cell.IsFormula)
            {
                Fault(key, Messages.For("import.formula"));
            }
        }

        Choose(values, "General.LegalForm", Forms, "import.choice", Fault);
        Choose(values, "Site.CommuneCode", communes, "import.commune", Fault);
        var (wanted, unread) = Wanted(Guid.Empty, () => Guid.Empty, values);
        foreach (var (field, message) in unread)
        {
            Fault(field, message);
        }

        foreach (var breach in Registering.Register(wanted, facts).Breaches)
        {
            var key = KeyOf(breach.Field, values);
            // What was typed but not understood has been told already.
            if (!unread.ContainsKey(key) && !(key == "Site.CommuneCode" && faults.Exists(f => f.StartsWith(CellAddress.Of(number, columns[key]) + ":", StringComparison.Ordinal))))
            {
                Fault(key, Messages.For(breach));
            }
        }

        if (values.GetValueOrDefault("General.LegalForm") is null && !faults.Exists(f => f.StartsWith(CellAddress.Of(number, columns["General.LegalForm"]) + ":", StringComparison.Ordinal)))
        {
            Fault("General.LegalForm", Messages.For("edit.required"));
        }

        if (allowed is not null && values.GetValueOrDefault("Site.CommuneCode") is { } commune && !allowed.Contains(commune))
        {
            Fault("Site.CommuneCode", Messages.For("establishment.commune-not-yours"));
        }

        foreach (var group in IdentifierGroups)
        {
            var key = IdentifierText.Key(values.GetValueOrDefault($"{group}.Number"));
            if (key.Length > 0 && !seen.TryAdd(key, number) && seen[key] != number)
            {
                Fault($"{group}.Number", Messages.For("import.twice", seen[key]));
            }
        }

        return new(number, values, faults);
    }

    /// <summary>The establishment a row asks for; read again when it is written.</summary>
    public (EstablishmentRegistered Wanted, IReadOnlyDictionary<string, string> Unread) Wanted(Guid id, Func<Guid> newId, IReadOnlyDictionary<string, string?> values)
    {
        ArgumentNullException.ThrowIfNull(newId);
        var state = new ModelStateDictionary();
        EntryText Group(string name) => new(values.Where(v => v.Key.StartsWith(name + ".", StringComparison.Ordinal)).ToDictionary(v => v.Key[(name.Length + 1)..], v => v.Value), name, state);
        bool Has(string name) => values.Any(v => v.Key.StartsWith(name + ".", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(v.Value));
        var text = GeneralLayout.Read(Group("General"), out _);
        var parts = new List<PartEntry> { PartLayouts.Site.Read(Group("Site")) };
        parts.AddRange(IdentifierGroups.Where(Has).Select(g => new IdentifierEntry(Enum.Parse<IdentifierKind>(g), values[$"{g}.Number"]!)));
        if (Has("Contact"))
        {
            parts.Add(PartLayouts.Contact.Read(Group("Contact")));
        }

        if (Has("Year"))
        {
            parts.Add(PartLayouts.Year.Read(Group("Year")));
        }

        if (Has("Product"))
        {
            parts.AddRange(values["Product.Name"]!.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => new ProductEntry(p)));
        }

        text = text with { TradeCodeVersion = text.TradeCode is null ? null : text.TradeCodeVersion ?? Registering.CurrentTradeCodes };
        var unread = state.Where(s => s.Value is { Errors.Count: > 0 }).ToDictionary(s => s.Key.Replace('[', '.').TrimEnd(']'), s => s.Value!.Errors[0].ErrorMessage);
        return (new(id, provinceCode, text, [.. parts.Select(p => (newId(), p))], facts.At), unread);
    }

    /// <summary>A row that was read without fault and is refused now has changed meanwhile: a bug, not an input.</summary>
    public EstablishmentRegistered Judge(EstablishmentRegistered wanted) =>
        Registering.Register(wanted, facts) is { Event: { } registered } ? registered : throw new InvalidOperationException("A staged row no longer holds to the rules.");

    private static void Choose(Dictionary<string, string?> values, string key, Dictionary<string, string> known, string code, Action<string, string> fault)
    {
        if (values.GetValueOrDefault(key) is not { } typed)
        {
            return;
        }

        values[key] = known.GetValueOrDefault(SearchText.Fold(typed));
        if (values[key] is null)
        {
            fault(key, Messages.For(code, typed));
        }
    }

    /// <summary>"Identifier.Number" is told at the column that holds a faulty number.</summary>
    private static string KeyOf(string? field, Dictionary<string, string?> values) => field switch
    {
        null => "General.Name",
        "Identifier.Number" => $"{IdentifierGroups.FirstOrDefault(g => values.GetValueOrDefault($"{g}.Number") is { } number && !IdentifierText.HasShape(Enum.Parse<IdentifierKind>(g), number)) ?? "TaxCode"}.Number",
        _ when field.Contains('.') => field,
        _ => $"General.{field}",
    };

    private static string? TextOf(SheetCell cell) => cell switch
    {
        { IsBlank: true } => null,
        { Kind: CellKind.Number, Number: { } number } => number.ToString(CultureInfo.GetCultureInfo("vi-VN")),
        _ => string.IsNullOrWhiteSpace(cell.Text) ? null : cell.Text.Trim(),
    };
}
