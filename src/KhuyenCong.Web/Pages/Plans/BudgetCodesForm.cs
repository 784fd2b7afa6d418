using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Codes of mục lục ngân sách as typed.</summary>
public sealed class BudgetCodesForm
{
    public string? Chapter { get; set; }

    public string? Category { get; set; }

    public string? Section { get; set; }

    public string? UnitNumber { get; set; }

    public static BudgetCodesForm Of(BudgetCodes codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return new() { Chapter = codes.Chapter, Category = codes.Category, Section = codes.Section, UnitNumber = codes.UnitNumber };
    }

    public BudgetCodes Read() => new(Chapter, Category, Section, UnitNumber);
}

/// <summary>What the part of a form shows.</summary>
/// <param name="Form">As typed.</param>
/// <param name="HasTable">Whether the library has codes of that year.</param>
public sealed record BudgetCodesView(BudgetCodesForm Form, bool HasTable);
