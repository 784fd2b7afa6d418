using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Surveys;
using KhuyenCong.Domain.Tests.Establishments;

namespace KhuyenCong.Domain.Tests.Surveys;

public sealed class SurveyTests
{
    private static readonly DateOnly Today = Given.Today;
    private static readonly Guid Id = new("0199f000-0000-7000-8000-000000000001");

    private static SurveyOpened Wanted(SurveyQuestions questions = SurveyQuestions.All, int year = 2025) => new(Id, "56", "Khảo sát 2026", year, Today.AddDays(30), questions, [Given.CamLam], Today);

    private static SurveyRound Round(SurveyQuestions questions = SurveyQuestions.All) => SurveyRound.From(Wanted(questions));

    private static SheetFilled Sheet(SheetOutcome outcome = SheetOutcome.Answered, string? note = null, string? needs = null) => new(Id, Id, Id, outcome, needs, note, "Cán bộ", Given.Facts.At);

    [Fact]
    public void Opening_TellsEveryFaultAtOnce() =>
        SurveyRules.Open(new(Id, "56", " ", 2027, Today.AddDays(-1), SurveyQuestions.Needs, [], Today), _ => true).Breaches.Select(b => b.Code)
            .ShouldBe(["survey.title-missing", "year.outside", "survey.deadline-past", "survey.no-question", "survey.no-commune"]);

    [Fact]
    public void ForeignCommunes_AreRefused() => SurveyRules.Open(Wanted() with { Communes = [Given.CamLam, "99999"] }, c => c == Given.CamLam).Breaches[0].Code.ShouldBe("establishment.commune-unknown");

    [Fact]
    public void OnlyWhatWasAsked_IsPutIn_AndWhatWasKnownStays()
    {
        var known = new YearEntry(2025, 9, new(100), new(200), null, 6000, SizeClass.Micro, "Báo cáo");
        var figures = SurveyRules.Figures(Round(SurveyQuestions.Labour | SurveyQuestions.Revenue), known, new YearEntry(2025, 12, new(999), null));
        (figures.Labour, figures.Capital, figures.Revenue, figures.LocalMaterialBasisPoints, figures.ConfirmedSize).ShouldBe((12, new Dong(100), null, 6000, SizeClass.Micro));
        figures.Source.ShouldBe("Phiếu khảo sát: Khảo sát 2026");
    }

    [Theory]
    [InlineData(SheetOutcome.Answered, 0, null, null)]
    [InlineData(SheetOutcome.Answered, null, null, "sheet.empty")]
    [InlineData(SheetOutcome.Unreached, null, null, "establishment.reason-missing")]
    [InlineData(SheetOutcome.Ceased, null, "Đóng cửa từ tháng 3", null)]
    public void ASheet_SaysSomething(SheetOutcome outcome, int? labour, string? note, string? breach) =>
        SurveyRules.Fill(Round(), Given.Establishment(), Sheet(outcome, note), new YearEntry(2025, labour), Today).Breaches.Select(b => b.Code).ShouldBe(breach is null ? [] : [breach]);

    [Fact]
    public void ASheet_IsForTheRoundsCommunes_WhileItIsOpen()
    {
        var elsewhere = SurveyRound.From(Wanted() with { Communes = ["22366"] });
        SurveyRules.Fill(elsewhere, Given.Establishment(), Sheet(), new YearEntry(2025, 1), Today).Breaches[0].Code.ShouldBe("survey.not-in-round");
        var round = Round();
        SurveyRules.Fill(round, Given.Establishment(), Sheet(), new YearEntry(2025, 1), round.Deadline.AddDays(1)).Event.ShouldNotBeNull();
        round.Apply(SurveyRules.Close(round, Today).Event!);
        SurveyRules.Fill(round, Given.Establishment(), Sheet(), new YearEntry(2025, 1), Today).Breaches[0].Code.ShouldBe("survey.closed");
        SurveyRules.Close(round, Today).Breaches[0].Code.ShouldBe("survey.closed");
        SurveyRules.Extend(round, Today.AddDays(60), Today).Breaches[0].Code.ShouldBe("survey.closed");
    }

    [Fact]
    public void NeedsNotAskedFor_AreNotKept()
    {
        SurveyRules.Fill(Round(SurveyQuestions.Labour), Given.Establishment(), Sheet(needs: "Máy"), new YearEntry(2025, 1), Today).Event!.Needs.ShouldBeNull();
        SurveyRules.Fill(Round(), Given.Establishment(), Sheet(needs: " Máy "), new YearEntry(2025, 1), Today).Event!.Needs.ShouldBe("Máy");
    }

    [Fact]
    public void ADeadline_MovesToAnotherDayAhead()
    {
        SurveyRules.Extend(Round(), Today.AddDays(60), Today).Event!.Deadline.ShouldBe(Today.AddDays(60));
        SurveyRules.Extend(Round(), Today.AddDays(30), Today).Breaches[0].Code.ShouldBe("survey.deadline-past");
        SurveyRules.Extend(Round(), Today.AddDays(-1), Today).Breaches[0].Code.ShouldBe("survey.deadline-past");
        Round().IsOverdue(Today.AddDays(30)).ShouldBeFalse();
        Round().IsOverdue(Today.AddDays(31)).ShouldBeTrue();
    }
}
