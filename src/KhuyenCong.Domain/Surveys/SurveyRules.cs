using KhuyenCong.Domain.Establishments;

namespace KhuyenCong.Domain.Surveys;

/// <summary>Mở, gia hạn, kết thúc đợt khảo sát và điền phiếu.</summary>
public static class SurveyRules
{
    public const int LongestTitle = 300;
    public const int LongestText = 1000;
    private const int EarliestYear = 2000;

    public static Ruling<SurveyOpened> Open(SurveyOpened wanted, Func<string, bool> isCommune)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return Decide.If(
            () => wanted with { Title = wanted.Title.Trim().Normalize(), Questions = wanted.Questions & SurveyQuestions.All, Communes = [.. wanted.Communes.Distinct().Order(StringComparer.Ordinal)] },
            (!string.IsNullOrWhiteSpace(wanted.Title), new("survey.title-missing", nameof(wanted.Title))),
            (wanted.Title is not { Length: > LongestTitle }, new("establishment.too-long", nameof(wanted.Title), LongestTitle)),
            (wanted.Year >= EarliestYear && wanted.Year <= wanted.On.Year, new("year.outside", nameof(wanted.Year), EarliestYear, wanted.On.Year)),
            (wanted.Deadline >= wanted.On, new("survey.deadline-past", nameof(wanted.Deadline))),
            ((wanted.Questions & SurveyQuestions.All & ~SurveyQuestions.Needs) is not SurveyQuestions.None, new("survey.no-question", nameof(wanted.Questions))),
            (wanted.Communes.Count > 0, new("survey.no-commune", nameof(wanted.Communes))),
            (wanted.Communes.All(isCommune), new("establishment.commune-unknown", nameof(wanted.Communes))));
    }

    public static Ruling<SurveyExtended> Extend(SurveyRound round, DateOnly deadline, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(round);
        return Decide.If(
            () => new SurveyExtended(round.SurveyRoundId, deadline),
            (round.IsOpen, new("survey.closed")),
            (deadline >= today && deadline != round.Deadline, new("survey.deadline-past", nameof(deadline))));
    }

    public static Ruling<SurveyClosed> Close(SurveyRound round, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(round);
        return Decide.If(() => new SurveyClosed(round.SurveyRoundId, today), (round.IsOpen, new("survey.closed")));
    }

    /// <summary>After the deadline a sheet is still taken, until the round is closed: late is better than unknown.</summary>
    public static Ruling<SheetFilled> Fill(SurveyRound round, Establishment establishment, SheetFilled wanted, YearEntry answers, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(establishment);
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(answers);
        return Decide.If(
            () => wanted with { Needs = round.Asks(SurveyQuestions.Needs) ? Blank(wanted.Needs) : null, Note = Blank(wanted.Note) },
            (round.IsOpen, new("survey.closed")),
            (establishment.State is not EstablishmentState.Merged, new("establishment.merged")),
            (establishment.CommunesOn(today).Any(round.Communes.Contains), new("survey.not-in-round")),
            (wanted.Outcome is not SheetOutcome.Answered || HasAnswer(round, answers), new("sheet.empty", nameof(YearEntry.Labour))),
            (wanted.Outcome is SheetOutcome.Answered || !string.IsNullOrWhiteSpace(wanted.Note), new("establishment.reason-missing", nameof(wanted.Note))),
            (wanted.Needs is not { Length: > LongestText }, new("establishment.too-long", nameof(wanted.Needs), LongestText)),
            (wanted.Note is not { Length: > LongestText }, new("establishment.too-long", nameof(wanted.Note), LongestText)));
    }

    /// <summary>The establishment's row of the year with what was asked put in; what was not asked stays as it stands.</summary>
    public static YearEntry Figures(SurveyRound round, YearEntry? known, YearEntry answers)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(answers);
        var entry = known ?? new YearEntry(round.Year);
        return entry with
        {
            Labour = round.Asks(SurveyQuestions.Labour) ? answers.Labour : entry.Labour,
            Capital = round.Asks(SurveyQuestions.Capital) ? answers.Capital : entry.Capital,
            Revenue = round.Asks(SurveyQuestions.Revenue) ? answers.Revenue : entry.Revenue,
            Export = round.Asks(SurveyQuestions.Export) ? answers.Export : entry.Export,
            LocalMaterialBasisPoints = round.Asks(SurveyQuestions.LocalMaterial) ? answers.LocalMaterialBasisPoints : entry.LocalMaterialBasisPoints,
            Source = $"Phiếu khảo sát: {round.Title}",
        };
    }

    private static bool HasAnswer(SurveyRound round, YearEntry answers) => Figures(round, null, answers) with { Source = null } != new YearEntry(round.Year);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize();
}
