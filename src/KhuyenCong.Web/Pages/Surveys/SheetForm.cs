using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Surveys;
using KhuyenCong.Web.Pages.Establishments;

namespace KhuyenCong.Web.Pages.Surveys;

/// <summary>The form of one sheet: the fields of an establishment's year that the round asks for.</summary>
public static class SheetForm
{
    private static readonly (SurveyQuestions Question, string Field)[] Questions =
    [
        (SurveyQuestions.Labour, "Labour"), (SurveyQuestions.Capital, "Capital"), (SurveyQuestions.Revenue, "Revenue"), (SurveyQuestions.Export, "Export"), (SurveyQuestions.LocalMaterial, "LocalMaterialBasisPoints"),
    ];

    /// <summary>The figures asked for, each with what an earlier year said.</summary>
    public static IReadOnlyList<LayoutField> Figures(SurveyRound round, EstablishmentYear? before)
    {
        ArgumentNullException.ThrowIfNull(round);
        var known = before is null ? [] : PartLayouts.Year.Write(before.Entry);
        return [.. Questions.Where(q => round.Asks(q.Question)).Select(q =>
        {
            var field = PartLayouts.Year.Fields.First(f => f.Name == q.Field);
            return known.GetValueOrDefault(q.Field) is { } earlier ? field with { Hint = $"Năm {before!.Year}: {earlier}." } : field;
        })];
    }

    /// <summary>What is known of the year already, as the form first shows it.</summary>
    public static Dictionary<string, string?> Known(SurveyRound round, EstablishmentYear? year) =>
        year is null ? [] : PartLayouts.Year.Write(year.Entry).Where(f => Figures(round, null).Any(q => q.Name == f.Key)).ToDictionary();

    public static YearEntry Read(SurveyRound round, EntryText fields)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(fields);
        return new(round.Year, fields.Count("Labour"), fields.Amount("Capital"), fields.Amount("Revenue"), fields.Amount("Export"), fields.Share("LocalMaterialBasisPoints"));
    }

    public static string Label(string field) => PartLayouts.Year.Fields.First(f => f.Name == field).Label;
}
