using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;

namespace KhuyenCong.Domain.Tests.Norms;

public sealed class EligibilityTests
{
    private static readonly DossierFacts Facts = Books.Facts(Books.Line(100));

    [Fact]
    public void NoNorm_IsAskedFor_NeverZero()
    {
        var answer = EligibilityCheck.Of(Facts, Books.Of());
        answer.Verdict.ShouldBe(Verdict.NeedsMore);
        answer.Codes().ShouldBe(["check.no-norm-national"]);
        answer.Highest.ShouldBeNull();
        answer.IsComplete.ShouldBeFalse();
    }

    [Fact]
    public void OneUnknownLine_LeavesTheRestComputed()
    {
        var answer = EligibilityCheck.Of(Books.Facts(Books.Line(100), Books.Line(100, kind: "x", key: "2")), Books.Of(Books.Norm()));
        answer.Highest.ShouldBe(new Dong(50));
        answer.IsComplete.ShouldBeFalse();
        answer.Codes().ShouldBe(["check.kind-unknown"]);
    }

    [Theory]
    [InlineData("trần 50 triệu (không chắc)", null, "check.figure-uncertain")]
    [InlineData(null, "Thông tư 40/2017/TT-BTC", "check.figure-elsewhere")]
    [InlineData(null, null, "check.figure-unknown")]
    public void UncertainFigures_AreNotComputedWith(string? uncertain, string? refers, string code)
    {
        var answer = EligibilityCheck.Of(Facts, Books.Of(Books.Norm(uncertain is null ? null : 5000, null, NormUnit.None, uncertain: uncertain, refers: refers)));
        answer.Codes().ShouldBe([code]);
        answer.Highest.ShouldBeNull();
        answer.Verdict.ShouldBe(Verdict.NeedsMore);
    }

    [Theory]
    [InlineData(NormConditions.DifficultArea, NormConditions.None, Verdict.Eligible, null)]
    [InlineData(NormConditions.None, NormConditions.DifficultArea, Verdict.NotEligible, "check.condition-fails")]
    [InlineData(NormConditions.None, NormConditions.None, Verdict.NeedsMore, "check.condition-unanswered")]
    public void Conditions_AreAnsweredYesNoOrNotYet(NormConditions holds, NormConditions fails, Verdict verdict, string? code)
    {
        var answer = EligibilityCheck.Of(Facts with { Holds = holds, Fails = fails }, Books.Of(Books.Norm(conditions: NormConditions.DifficultArea)));
        answer.Verdict.ShouldBe(verdict);
        answer.Codes().ShouldBe(code is null ? [] : [code]);
    }

    [Theory]
    [InlineData(Verification.VerifiedVerbatim, Verdict.NotEligible)]
    [InlineData(Verification.FromKnowledge, Verdict.Eligible)]
    public void GeneralConditions_BlockAsFarAsTheirRuleStands(Verification verification, Verdict verdict)
    {
        var book = Books.With([Books.Row("support.no-double", verification)], null, Books.Norm());
        EligibilityCheck.Of(Facts with { Fails = NormConditions.NoOtherSupport }, book).Verdict.ShouldBe(verdict);
        EligibilityCheck.Of(Facts, book).Verdict.ShouldBe(Verdict.NeedsMore);
        EligibilityCheck.Of(Facts with { Holds = NormConditions.NoOtherSupport }, book).Statements.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Beneficiaries.HouseholdBusiness, Verdict.Eligible)]
    [InlineData(Beneficiaries.LargeEnterprise, Verdict.NotEligible)]
    [InlineData(null, Verdict.Eligible)]
    public void TheBeneficiary_MustBeOneOfTheKinds(Beneficiaries? beneficiary, Verdict verdict) =>
        EligibilityCheck.Of(Facts with { Beneficiary = beneficiary }, Books.With([Books.Row(EligibilityCheck.BeneficiariesRule)], null, Books.Norm())).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData(50, null)]
    [InlineData(49, "check.own-capital-short")]
    public void HalfFromTheState_MeansHalfOfOnesOwn(long own, string? code) =>
        EligibilityCheck.Of(Facts with { OwnCapital = new(own), Holds = NormConditions.OwnCapital }, Books.With([Books.Row("support.own-capital")], null, Books.Norm())).Codes().ShouldBe(code is null ? [] : [code]);

    [Fact]
    public void TheSite_NotTheHeadOffice_IsAskedFor() =>
        EligibilityCheck.Of(Facts with { CommuneCode = null }, Books.Of(Books.Norm())).Codes().ShouldBe(["check.site-missing"]);

    [Fact]
    public void Papers_OfTheKindAndStage_AreAskedFor()
    {
        var list = Books.Row("papers.d05");
        RequiredPaper Paper(string code, string? checklist = "D05", string? onlyIf = null, CheckStage stage = CheckStage.Settlement) =>
            RequiredPaper.Of(Books.Id(), list.Rule.LegalRuleId, null, checklist, stage, new(code, code, onlyIf), 0);
        var book = Books.With([list], [Paper("a"), Paper("b"), Paper("c", onlyIf: "nếu có"), Paper("d", "D03"), Paper("e", stage: CheckStage.Filing), Paper("f", null)], Books.Norm());
        EligibilityCheck.Of(Facts, book).Statements.ShouldBeEmpty();
        var settled = EligibilityCheck.Of(Facts with { Stage = CheckStage.Settlement, Papers = ["a"] }, book);
        settled.Statements.Select(s => (s.Code, s.Arguments[0])).ShouldBe([("check.paper-missing", "b"), ("check.paper-maybe", "c"), ("check.paper-missing", "f")]);
        settled.Verdict.ShouldBe(Verdict.NotEligible, "the list is verified");
        EligibilityCheck.Of(Facts with { Stage = CheckStage.Appraisal, Papers = [] }, book).Codes().ShouldBe(["check.paper-missing"]);
    }

    [Theory]
    [InlineData("2026-06-19", null)]
    [InlineData("2026-06-20", "check.late")]
    public void Before20June_MeansThe19th(string day, string? code)
    {
        var rule = Books.Row("kcqg.department-to-agency", text: new() { Kind = RuleKind.Deadline, DueDay = 20, DueMonth = 6, DueYearOffset = -1, DueBefore = true });
        EligibilityCheck.Of(Facts with { Steps = [new("kcqg.department-to-agency", DateOnly.Parse(day), 2027)] }, Books.With([rule], null, Books.Norm())).Codes().ShouldBe(code is null ? [] : [code]);
    }

    [Theory]
    [InlineData(-1, 1, "check.negative")]
    [InlineData(1, 0, "check.no-units")]
    public void BrokenFigures_AreRefusedBeforeAnyLaw(long cost, int units, string code)
    {
        var answer = EligibilityCheck.Of(Books.Facts(Books.Line(cost, units: units)), Books.Of(Books.Norm()));
        answer.Verdict.ShouldBe(Verdict.NotEligible);
        answer.Codes().ShouldBe([code]);
    }

    [Theory]
    [InlineData(2, "2027-03-01", "2028-03-01", null)]
    [InlineData(2, "2027-03-01", "2028-02-29", "check.key-project-short")]
    [InlineData(1, "2027-03-01", "2029-03-01", "check.key-project-contents")]
    [InlineData(2, null, "2029-03-01", "check.key-project-period")]
    public void APilotProject_HasSeveralContents_AndMoreThanAYear(int contents, string? from, string? to, string? code)
    {
        DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text);
        var facts = Books.Facts(Books.Line(100)) with { KeyProject = new([.. Enumerable.Range(0, contents).Select(i => $"k{i}")], Day(from), Day(to)) };
        string[] codes = code is null ? [] : [code];
        EligibilityCheck.Of(facts, Key(Verification.VerifiedVerbatim)).Codes().ShouldBe(codes);
        EligibilityCheck.Of(facts, Books.Of(Books.Norm())).Codes().ShouldBeEmpty();
        EligibilityCheck.Of(facts with { KeyProject = null }, Key(Verification.VerifiedVerbatim)).Codes().ShouldBeEmpty();
        // Not yet adopted, it only warns.
        EligibilityCheck.Of(facts, Key(Verification.Codified)).Verdict.ShouldNotBe(Verdict.NotEligible);
    }

    private static NormBook Key(Verification verification) => Books.With(
        [Books.Row(EligibilityCheck.KeyContentsRule, verification, new() { Quantity = 2 }), Books.Row(EligibilityCheck.KeyYearsRule, verification, new() { Quantity = 1 })], null, Books.Norm());

    [Fact]
    public void NoLine_IsAskedFor() => EligibilityCheck.Of(Books.Facts(), Books.Of(Books.Norm())).Codes().ShouldBe(["check.no-line"]);
}
