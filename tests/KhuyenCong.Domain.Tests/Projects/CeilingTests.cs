using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Tests.Norms;

namespace KhuyenCong.Domain.Tests.Projects;

/// <summary>How often a ceiling counts in a project: by establishment, by what a line counts, or once.</summary>
public sealed class CeilingTests
{
    private const long Million = 1_000_000;

    [Fact]
    public void AGroupNotYetListed_CountsWhatItsLinesSay()
    {
        var (highest, codes) = Check(Group(Line(600, 10, 300)));
        highest.ShouldBe(Dong.Millions(3_000));
        codes.ShouldContain("check.establishments-by-quantity");
        codes.ShouldNotContain("check.over-ceiling");

        Check(Group(Line(600, 10, 301))).Codes.ShouldContain("check.over-share");
        Check(Group(Line(6_010, 1, 3_001) with { Unit = "cơ sở", Quantity = 10, UnitPrice = Dong.Millions(601) })).Codes.ShouldContain("check.over-ceiling");
        // The first of them are listed already.
        Check([Given.Beneficiary()], Line(601, 10, 300) with { Unit = "cơ sở" }).Codes.ShouldBe(["check.establishments-by-quantity"]);
        Check([Given.Beneficiary()], Line(601, 10, 300)).Codes.ShouldContain("check.over-ceiling", "ten machines of one establishment");
        Check(Group(Line(100, 4, 50), Line(100, 6, 50) with { Unit = "Hệ thống" })).Highest.ShouldBe(Dong.Millions(500));
        Check(Group(Line(700, 4, 350), Line(700, 6, 350) with { Unit = "thiết bị" })).Highest.ShouldBe(Dong.Millions(3_000));
    }

    [Fact]
    public void WhereNothingTellsHowMany_TheCeilingIsNotComputed_AndNothingIsBlocked()
    {
        var (highest, codes) = Check(Group(Line(6_000, 1, 3_000) with { Unit = "gói" }));
        highest.ShouldBe(Dong.Millions(3_000));
        codes.ShouldContain("check.establishments-unknown");
        codes.ShouldNotContain("check.over-ceiling");
    }

    [Fact]
    public void LinesForAll_HaveTheCeilingOfEveryEstablishment()
    {
        var ten = Enumerable.Range(0, 10).Select(_ => Given.Beneficiary(Given.Id())).ToArray();
        var (highest, codes) = Check(ten, Line(10_000, 1, 3_000));
        highest.ShouldBe(Dong.Millions(3_000));
        codes.ShouldNotContain("check.over-ceiling");
        Check(ten, Line(10_000, 1, 3_001)).Codes.ShouldContain("check.over-ceiling");
    }

    [Fact]
    public void LinesForAll_AndLinesOfOne_DrawOnTheSameCeilings()
    {
        var (one, other) = (Given.Beneficiary(Given.Id()), Given.Beneficiary(Given.Id()));
        var (highest, codes) = Check([one, other], Line(600, 1, 300, one), Line(1_200, 1, 301));
        highest.ShouldBe(Dong.Millions(600));
        codes.Count(c => c == "check.over-ceiling").ShouldBe(1);
        Check([one, other], Line(600, 1, 300, one), Line(1_200, 1, 300)).Codes.ShouldNotContain("check.over-ceiling");
    }

    [Fact]
    public void OneEstablishmentAtTwoSites_HasOneCeiling()
    {
        var here = Given.Beneficiary();
        var there = Given.Beneficiary(commune: Given.Elsewhere);
        var (highest, codes) = Check([here, there], Line(600, 1, 300, here), Line(600, 1, 300, there));
        highest.ShouldBe(Dong.Millions(300));
        codes.Count(c => c == "check.over-ceiling").ShouldBe(1);
        Check([here, there], Line(600, 1, 150, here), Line(600, 1, 100, there), Line(600, 1, 50)).Codes.ShouldNotContain("check.over-ceiling");
    }

    [Fact]
    public void WhatIsAskedFor_IsGrantedBeforeWhatMayStillBeAsked()
    {
        var here = Given.Beneficiary();
        var there = Given.Beneficiary(commune: Given.Elsewhere);
        var lines = Answers([here, there], Books.Norm(regime: Regime.National), Line(600, 1, 150, here), Line(600, 1, 150, there)).SelectMany(a => a.Lines).ToList();
        lines.Select(l => l.Highest).ShouldBe([Dong.Millions(150), Dong.Millions(150)]);
    }

    [Theory]
    [InlineData(NormUnit.Brand, "nhãn hiệu", "gói")]
    [InlineData(NormUnit.Booth, "Gian hàng", "ngày")]
    [InlineData(NormUnit.Model, "mô hình", "máy")]
    public void ModelsBoothsAndBrands_CountByTheLinesThatNameThem(NormUnit unit, string named, string other)
    {
        var norm = Books.Norm(ceiling: 35 * Million, unit: unit);
        var one = Given.Beneficiary();
        Gives(70, false, [one], norm, Line(70, 1, 35) with { Unit = named }, Line(70, 1, 35) with { Unit = named });
        Gives(350, false, [one], norm, Line(70, 10, 35) with { Unit = named });
        // Each has its own.
        Gives(70, true, [one], norm, Line(100, 1, 40) with { Unit = named }, Line(100, 1, 10) with { Unit = named });
        // A cost of the same one.
        Gives(35, true, [one], norm, Line(70, 1, 20) with { Unit = named }, Line(70, 1, 16) with { Unit = other });
    }

    [Fact]
    public void ACeilingOfTheProject_CountsOnce()
    {
        var norm = Books.Norm(unit: NormUnit.Project);
        var (one, other) = (Given.Beneficiary(Given.Id()), Given.Beneficiary(Given.Id()));
        Gives(300, true, [one, other], norm, Line(600, 1, 300, one), Line(600, 1, 1, other));
        Gives(300, false, [one, other], norm, Line(600, 1, 200, one), Line(600, 1, 100, other));
    }

    [Theory]
    [InlineData(NormConditions.PriorityGiven, 450, true)]
    [InlineData(NormConditions.None, 300, false)]
    public void WhoIsGivenPriority_HasTheMultiplierOfTheNorm(NormConditions holds, long millions, bool told)
    {
        var project = Given.Project(Given.Text() with { Lines = [Given.Line(1_000 * Million, 1, 400 * Million, 600 * Million)], Holds = holds });
        var answer = ProjectCheck.Of(project, new Dictionary<Guid, LegalForm>(), Books.Of(Books.Norm(regime: Regime.Provincial, priority: 15_000)), Given.Today).Single().Answer;
        answer.Highest.ShouldBe(Dong.Millions(millions));
        answer.Codes().Contains("check.priority-given").ShouldBe(told);
    }

    [Fact]
    public void SplittingARow_NeverGivesMore()
    {
        var random = new Lcg(20261122);
        for (var i = 0; i < 400; i++)
        {
            var rows = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Given.Beneficiary(Given.Id())).ToList();
            var lines = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Any(random, random.Next(0, 4) == 0 ? null : rows[random.Next(0, rows.Count)].BeneficiaryId)).ToList();
            var norm = Books.Norm(random.Next(1, 10_001), random.Next(1, 500_000_000), random.Next(0, 3) switch { 0 => NormUnit.Project, 1 => NormUnit.Model, _ => NormUnit.Establishment });
            var before = Check(rows, norm, [.. lines]).Highest!.Value;

            var row = lines[random.Next(0, lines.Count)];
            var site = row.BeneficiaryId is { } id ? rows.Single(r => r.BeneficiaryId == id) with { BeneficiaryId = Given.Id(), ProductionSiteId = Given.Id() } : null;
            var (price, asked) = (new Dong(random.Next(0, (int)row.UnitPrice.Amount + 1)), new Dong(random.Next(0, (int)row.Funding.National!.Value.Amount + 1)));
            lines[lines.IndexOf(row)] = row with { UnitPrice = price, Funding = new(National: asked) };
            lines.Add(row with { LineId = Given.Id(), BeneficiaryId = site?.BeneficiaryId, UnitPrice = row.UnitPrice - price, Funding = new(National: row.Funding.National.Value - asked) });
            Check(site is null ? rows : [.. rows, site], norm, [.. lines]).Highest!.Value.ShouldBeLessThanOrEqualTo(before, $"round {i}");
        }
    }

    [Theory]
    [InlineData(100L, 100L, null, null, null)]
    [InlineData(100L, null, 100L, null, null)]
    [InlineData(100L, null, null, 100L, null)]
    [InlineData(99L, 100L, null, null, "check.own-capital-short")]
    [InlineData(199L, null, null, null, "check.own-capital-short")]
    [InlineData(200L, null, null, null, null)]
    public void OwnCapital_IsWhatNeitherTheStateNorOthersPay(long counterpart, long? integrated, long? sponsored, long? other, string? code)
    {
        var funding = FundingSplit.Of(source => Million * (source == FundingSource.Provincial ? 200 : source == FundingSource.Counterpart ? counterpart : source == FundingSource.Integrated ? integrated : source == FundingSource.Sponsorship ? sponsored : source == FundingSource.Other ? other : null) is { } amount ? new Dong(amount) : null);
        var project = Given.Project(Given.Text() with { Lines = [Given.Line() with { Funding = funding }], Holds = NormConditions.OwnCapital });
        var book = Books.With([Books.Row("support.own-capital")], null, Books.Norm(regime: Regime.Provincial));
        ProjectCheck.Of(project, new Dictionary<Guid, LegalForm>(), book, Given.Today).SelectMany(c => c.Answer.Codes()).ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public void DaysOfTheYear_AreJudgedForNationalProjects()
    {
        LawRow Due(string code) => Books.Row(code, Verification.VerifiedVerbatim, new() { Kind = RuleKind.Deadline, DueDay = 1, DueMonth = 1 });
        Severity[] Late(ProjectKind kind, int year) =>
        [
            .. ProjectCheck.Of(
                Given.In(ProjectState.AwaitingAppraisal, Given.Text(kind) with { Year = year }),
                new Dictionary<Guid, LegalForm>(),
                Books.With([Due("kcqg.unit-to-department"), Due("kcqg.department-to-agency")], null, Books.Norm()),
                Given.Today).SelectMany(c => c.Answer.Statements).Where(s => s.Code == "check.late").Select(s => s.Severity),
        ];
        Late(ProjectKind.NationalSpecific, Given.Today.Year + 1).ShouldBeEmpty();
        Late(ProjectKind.Provincial, Given.Today.Year - 1).ShouldBeEmpty();
        Late(ProjectKind.NationalSpecific, Given.Today.Year - 1).ShouldBe([Severity.Blocks, Severity.Warns], "the day it was sent to appraisal only foretells");
    }

    private const string InNinhThuan = "22738";

    private static (Norm Old, Norm Elsewhere, NormBook Book) TwoParts(long old, long rest)
    {
        var here = Books.Norm(ceiling: old * Million, regime: Regime.Provincial, province: "56", part: Books.NinhThuan());
        var elsewhere = Books.Norm(ceiling: rest * Million, regime: Regime.Provincial, province: "56");
        return (here, elsewhere, Books.Of(here, elsewhere));
    }

    private static IReadOnlyList<EligibilityAnswer> Local(NormBook book, IReadOnlyList<BeneficiaryText> rows, params LineText[] lines)
    {
        var project = Given.Project(Given.Text() with { CommuneCode = rows[0].CommuneCode, Beneficiaries = rows, Lines = [.. lines.Select(l => l with { Funding = new(Provincial: l.Funding.National) })] });
        return [.. ProjectCheck.Of(project, new Dictionary<Guid, LegalForm>(), book, Given.Today).Select(c => c.Answer)];
    }

    [Fact]
    public void SitesUnderDifferentNorms_HaveTheCeilingOfTheirOwn()
    {
        var (old, rest, book) = TwoParts(100, 300);
        var (one, other) = (Given.Beneficiary(Given.Id(), InNinhThuan), Given.Beneficiary(Given.Id()));
        var answers = Local(book, [one, other], Line(600, 1, 100, one), Line(600, 1, 300, other));
        answers.SelectMany(a => a.Lines).Select(l => (l.Norm, l.Highest)).ShouldBe([(old, Dong.Millions(100)), (rest, Dong.Millions(300))]);
        answers.SelectMany(a => a.Codes()).ShouldBeEmpty();
        Local(book, [one, other], Line(600, 1, 101, one), Line(600, 1, 299, other)).SelectMany(a => a.Codes()).ShouldBe(["check.over-ceiling"]);
    }

    [Fact]
    public void OneEstablishment_UnderTwoNorms_IsToldWhereBothTogetherExceedTheGreater()
    {
        var (_, _, book) = TwoParts(100, 300);
        var (here, there) = (Given.Beneficiary(commune: InNinhThuan), Given.Beneficiary());
        var answers = Local(book, [here, there], Line(600, 1, 100, here), Line(600, 1, 201, there));
        answers.SelectMany(a => a.Lines).Select(l => l.Highest).ShouldBe([Dong.Millions(100), Dong.Millions(300)]);
        answers.SelectMany(a => a.Statements).Select(s => (s.Code, s.Severity)).ShouldBe([("check.ceilings-of-several-norms", Severity.Warns)]);
        Local(book, [here, there], Line(600, 1, 100, here), Line(600, 1, 200, there)).SelectMany(a => a.Codes()).ShouldBeEmpty();
    }

    [Fact]
    public void ALineForAll_GoesByTheNormOfEverySite_NotOfTheFirst()
    {
        var (old, rest, book) = TwoParts(100, 300);
        var (one, near, other) = (Given.Beneficiary(Given.Id(), InNinhThuan), Given.Beneficiary(Given.Id(), "22909"), Given.Beneficiary(Given.Id()));
        var both = Local(book, [one, near], Line(1_200, 1, 201)).ShouldHaveSingleItem();
        (both.Lines[0].Norm, both.Lines[0].Highest).ShouldBe((old, Dong.Millions(200)));
        both.Codes().ShouldBe(["check.over-ceiling"]);

        var mixed = Local(book, [one, other], Line(1_200, 1, 500)).ShouldHaveSingleItem();
        (mixed.Lines[0].Norm, mixed.Verdict).ShouldBe((rest, Verdict.NeedsMore));
        mixed.Codes().ShouldBe(["check.norms-differ"]);
        // Without a norm for the whole province there is none to fall back on.
        Local(Books.Of(old), [one, other], Line(1_200, 1, 500)).ShouldHaveSingleItem().Codes().ShouldBe(["check.norms-differ"]);
    }

    private static LineText Any(Lcg random, Guid? of)
    {
        var cost = random.Next(0, 1_000_000_000);
        return Line(0, 1, 0) with { BeneficiaryId = of, UnitPrice = new(cost), Funding = new(National: new Dong(random.Next(0, cost + 1))), Unit = random.Next(0, 2) == 0 ? "máy" : "gói" };
    }

    private static void Gives(long millions, bool isOver, IReadOnlyList<BeneficiaryText> rows, Norm norm, params LineText[] lines)
    {
        var (highest, codes) = Check(rows, norm, lines);
        highest.ShouldBe(Dong.Millions(millions));
        codes.ShouldBe(isOver ? ["check.over-ceiling"] : []);
    }

    private static LineText Line(long millions, long quantity, long asked, BeneficiaryText? of = null) =>
        new(Given.Id(), "Máy ép dầu", "machines", of?.BeneficiaryId, "máy", quantity, Dong.Millions(millions), new(National: Dong.Millions(asked * quantity)));

    private static (BeneficiaryText[] Rows, LineText[] Lines) Group(params LineText[] lines) => ([], lines);

    private static (Dong? Highest, List<string> Codes) Check((BeneficiaryText[] Rows, LineText[] Lines) group) => Check(group.Rows, Books.Norm(), group.Lines);

    private static (Dong? Highest, List<string> Codes) Check(IReadOnlyList<BeneficiaryText> rows, params LineText[] lines) => Check(rows, Books.Norm(), lines);

    private static (Dong? Highest, List<string> Codes) Check(IReadOnlyList<BeneficiaryText> rows, Norm norm, params LineText[] lines)
    {
        var answers = Answers(rows, norm, lines);
        return (answers.Select(a => a.Highest).SumKnown(), [.. answers.SelectMany(a => a.Codes()).Where(c => c is not "check.site-missing")]);
    }

    private static IReadOnlyList<EligibilityAnswer> Answers(IReadOnlyList<BeneficiaryText> rows, Norm norm, params LineText[] lines)
    {
        var project = Given.Project(Given.Text(ProjectKind.NationalGroup) with { Beneficiaries = rows, Lines = lines });
        return [.. ProjectCheck.Of(project, new Dictionary<Guid, LegalForm>(), Books.Of(norm), Given.Today).Select(c => c.Answer)];
    }
}
