using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Plans;

/// <summary>Mã mục lục ngân sách của dòng dự toán: chương, loại, khoản, with the holder's mã đơn vị có quan hệ với ngân sách.</summary>
/// <param name="Chapter">Chương.</param>
/// <param name="Category">Loại.</param>
/// <param name="Section">Khoản.</param>
/// <param name="UnitNumber">Mã đơn vị có quan hệ với ngân sách (mã ĐVQHNS).</param>
public sealed record BudgetCodes(string? Chapter = null, string? Category = null, string? Section = null, string? UnitNumber = null)
{
    public static BudgetCodes None { get; } = new();

    public bool IsEmpty => this == None;
}

/// <summary>Ghi mã mục lục ngân sách: codes are never asked for and never keep anybody from spending; what is typed has their form, and is told where no table in force knows it.</summary>
public static class BudgetCoding
{
    public const int CodeDigits = 3;
    public const int ItemDigits = 4;
    public const int MostUnitDigits = 20;

    /// <summary>How the codes of the library's table begin: each row is one rule, with its document, clause, days and verification.</summary>
    public const string TablePrefix = "budget-code.";

    /// <summary>The row of a loại and khoản in the table.</summary>
    public static string RowOf(string category, string section) => $"{TablePrefix}{category}-{section}";

    /// <summary>Says what the codes of a line are, or that they are not known any more.</summary>
    public static Ruling<AllocationCoded> Write(Allocation line, BudgetCodes codes)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(codes);
        return Decide.If(
            () => new AllocationCoded(Tidied(codes)),
            [(line.ClosedOn is null, new("ledger.closed", null, line.Year, line.ClosedOn ?? default)), .. Form(codes)]);
    }

    /// <summary>Without blanks around codes; an emptied one is none.</summary>
    public static BudgetCodes Tidied(BudgetCodes codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return new(Tidied(codes.Chapter), Tidied(codes.Category), Tidied(codes.Section), Tidied(codes.UnitNumber));
    }

    public static string? Tidied(string? code) => string.IsNullOrWhiteSpace(code) ? null : code.Trim();

    /// <summary>The form that the codes of a line have.</summary>
    public static IEnumerable<(bool Holds, Breach Otherwise)> Form(BudgetCodes codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return
        [
            (HasDigits(codes.Chapter, CodeDigits), new("budget-code.chapter", nameof(codes.Chapter), CodeDigits)),
            (HasDigits(codes.Category, CodeDigits), new("budget-code.category", nameof(codes.Category), CodeDigits)),
            (HasDigits(codes.Section, CodeDigits), new("budget-code.section", nameof(codes.Section), CodeDigits)),
            (HasDigits(codes.UnitNumber, 1, MostUnitDigits), new("budget-code.unit", nameof(codes.UnitNumber), MostUnitDigits)),
        ];
    }

    /// <summary>The form that mục and tiểu mục of what is spent have; a tiểu mục is one of a mục.</summary>
    public static IEnumerable<(bool Holds, Breach Otherwise)> SpendingForm(string? budgetItem, string? budgetSubItem) =>
    [
        (HasDigits(budgetItem, ItemDigits), new("budget-code.item", "BudgetItem", ItemDigits)),
        (HasDigits(budgetSubItem, ItemDigits), new("budget-code.sub-item", "BudgetSubItem", ItemDigits)),
        (Tidied(budgetSubItem) is null || Tidied(budgetItem) is not null, new("budget-code.item-missing", "BudgetItem")),
    ];

    /// <summary>Whether the table has any code of a budget year.</summary>
    public static bool IsKnown(int year, IEnumerable<LegalRule> table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Any(r => IsRow(r) && Reaches(r, year));
    }

    /// <summary>What is told about the codes of a line, with the row of the table that it is about; null where nothing was typed or a row of that year has been read verbatim.</summary>
    /// <param name="codes">As written.</param>
    /// <param name="year">Năm ngân sách.</param>
    /// <param name="table">Rows of the library; other rules are ignored.</param>
    public static BudgetCodeAdvice? Advice(BudgetCodes codes, int year, IEnumerable<LegalRule> table)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(table);
        if (codes.IsEmpty)
        {
            return null;
        }

        var rows = codes is { Category: { } category, Section: { } section } ? table.Where(r => r.Code == RowOf(category, section)).ToList() : [];
        if (rows.Find(r => Reaches(r, year)) is { } row)
        {
            return row.Verification is Verification.VerifiedVerbatim ? null : new(new("budget-code.unverified", null, codes.Category!, codes.Section!), row);
        }

        return rows.Count > 0
            ? new(new("budget-code.out-of-date", null, codes.Category!, codes.Section!, year), rows[0])
            : new(new(IsKnown(year, table) ? "budget-code.not-in-table" : "budget-code.no-table", null, year), null);
    }

    private static bool IsRow(LegalRule rule) => rule.Code.StartsWith(TablePrefix, StringComparison.Ordinal);

    /// <summary>A row of a part of the year is one of it.</summary>
    private static bool Reaches(LegalRule rule, int year) => (rule.EffectiveFrom is not { } from || from.Year <= year) && (rule.EffectiveTo is not { } to || to.Year >= year);

    private static bool HasDigits(string? code, int exactly) => HasDigits(code, exactly, exactly);

    private static bool HasDigits(string? code, int least, int most) => Tidied(code) is not { } typed || (typed.Length >= least && typed.Length <= most && typed.All(char.IsAsciiDigit));
}

/// <summary>Lưu ý về mã mục lục ngân sách: a hint that keeps nobody from anything.</summary>
/// <param name="Told">In words.</param>
/// <param name="Row">Of the table; null where it has none of these codes.</param>
public sealed record BudgetCodeAdvice(Breach Told, LegalRule? Row);

/// <summary>Đã ghi mã mục lục ngân sách của dòng dự toán.</summary>
public sealed record AllocationCoded(BudgetCodes Codes);
