using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;

namespace KhuyenCong.Domain.Tests.Norms;

public sealed class SupportTests
{
    [Theory]
    [InlineData(400_000_000, 200_000_000)] // half the cost
    [InlineData(400_000_001, 200_000_000)] // never rounded up
    [InlineData(600_000_000, 300_000_000)] // both at once
    [InlineData(600_000_001, 300_000_000)] // the ceiling holds
    [InlineData(599_999_999, 299_999_999)]
    [InlineData(0, 0)]
    public void Support_IsTheLesserOfShareAndCeiling(long cost, long highest) =>
        EligibilityCheck.Of(Books.Facts(Books.Line(cost)), Books.Of(Books.Norm())).Highest.ShouldBe(new Dong(highest));

    [Theory]
    [InlineData(300_000_000, Verdict.Eligible, null)]
    [InlineData(300_000_001, Verdict.NotEligible, "check.over-ceiling")]
    [InlineData(500_000_001, Verdict.NotEligible, "check.over-share,check.over-ceiling")]
    [InlineData(1_000_000_001, Verdict.NotEligible, "check.over-cost,check.over-share,check.over-ceiling")]
    public void OneDongMore_IsTooMuch(long requested, Verdict verdict, string? codes)
    {
        var answer = EligibilityCheck.Of(Books.Facts(Books.Line(1_000_000_000, requested)), Books.Of(Books.Norm()));
        answer.Verdict.ShouldBe(verdict);
        answer.Codes().ShouldBe(codes?.Split(',') ?? []);
    }

    [Fact]
    public void AnUnverifiedNorm_OnlyWarns_ButArithmeticBlocks()
    {
        var book = Books.Of(Books.Norm(verification: Verification.Secondary));
        var warned = EligibilityCheck.Of(Books.Facts(Books.Line(1_000_000_000, 500_000_000)), book);
        warned.Verdict.ShouldBe(Verdict.Eligible);
        warned.Statements.ShouldAllBe(s => s.Severity == Severity.Warns);
        warned.Codes().ShouldBe(["check.norm-unverified", "check.over-ceiling"], ignoreOrder: true);
        EligibilityCheck.Of(Books.Facts(Books.Line(100, 101)), book).Verdict.ShouldBe(Verdict.NotEligible);
    }

    [Fact]
    public void AnAdoptedNorm_Refuses_FromItsDayOn()
    {
        var norm = Books.Norm(verification: Verification.Secondary);
        var adoption = RuleAdoption.Of(new(Books.Id(), "56", norm.Id, new("1/TB-SCT", Books.Day, "A", "Giám đốc", Books.Day), Books.Id()));
        var book = Books.Of(norm with { Law = norm.Law with { Adoptions = [adoption] } });
        var facts = Books.Facts(Books.Line(1_000_000_000, 300_000_001));
        EligibilityCheck.Of(facts with { On = Books.Day.AddDays(-1) }, book).Verdict.ShouldBe(Verdict.Eligible);
        var refused = EligibilityCheck.Of(facts, book);
        refused.Verdict.ShouldBe(Verdict.NotEligible);
        refused.Statements.Single().Standing!.By.ShouldBe(adoption);
    }

    [Fact]
    public void TheCeilingCountsByEstablishment_NotByProject()
    {
        var book = Books.Of(Books.Norm());
        EligibilityCheck.Of(Books.Facts(Books.Line(10_000_000_000, units: 10)), book).Highest.ShouldBe(Dong.Millions(3000));
        EligibilityCheck.Of(Books.Facts(Books.Line(1_000_000_000, of: "A", key: "1"), Books.Line(1_000_000_000, of: "B", key: "2")), book).Highest.ShouldBe(Dong.Millions(600));
        EligibilityCheck.Of(Books.Facts(Books.Line(10_000_000_000, units: 10)), Books.Of(Books.Norm(unit: NormUnit.Project))).Highest.ShouldBe(Dong.Millions(300));
    }

    [Fact]
    public void ManyMachinesOfOneEstablishment_ShareOneCeiling()
    {
        var answer = EligibilityCheck.Of(Books.Facts(Books.Line(500_000_000, of: "A", key: "1"), Books.Line(400_000_000, of: "A", key: "2")), Books.Of(Books.Norm()));
        answer.Lines.Select(l => l.Highest).ShouldBe([Dong.Millions(250), Dong.Millions(50)]);
        answer.Lines[1].Steps.Select(s => s.Kind).ShouldBe([StepKind.Share, StepKind.Remaining, StepKind.Result]);
        var asked = EligibilityCheck.Of(Books.Facts(Books.Line(500_000_000, 150_000_001, of: "A", key: "1"), Books.Line(400_000_000, 150_000_000, of: "A", key: "2")), Books.Of(Books.Norm()));
        asked.Codes().ShouldBe(["check.over-ceiling"]);
    }

    [Fact]
    public void LinesThatNameNoUnit_CountAsOneSet() =>
        EligibilityCheck.Of(Books.Facts(Books.Line(5_000_000_000, units: 6, key: "1"), Books.Line(5_000_000_000, units: 10, key: "2")), Books.Of(Books.Norm())).Highest.ShouldBe(Dong.Millions(3000));

    [Theory]
    [InlineData(false, 300_000_000)]
    [InlineData(true, 450_000_000)]
    public void Priority_MultipliesTheCeiling_OnlyWhereTheLawGivesIt(bool priority, long highest)
    {
        var facts = Books.Facts(Books.Line(2_000_000_000)) with { HasPriority = priority };
        EligibilityCheck.Of(facts, Books.Of(Books.Norm(priority: 15_000))).Highest.ShouldBe(new Dong(highest));
        EligibilityCheck.Of(facts, Books.Of(Books.Norm())).Highest.ShouldBe(Dong.Millions(300));
    }

    [Fact]
    public void NoShare_MeansTheCostUpToTheCeiling_AndNoCeilingMeansTheShare()
    {
        EligibilityCheck.Of(Books.Facts(Books.Line(8_000_000)), Books.Of(Books.Norm(null, 10_000_000))).Highest.ShouldBe(Dong.Millions(8));
        EligibilityCheck.Of(Books.Facts(Books.Line(12_000_000)), Books.Of(Books.Norm(null, 10_000_000))).Highest.ShouldBe(Dong.Millions(10));
        EligibilityCheck.Of(Books.Facts(Books.Line(12_000_000)), Books.Of(Books.Norm(8000, null, NormUnit.None))).Highest.ShouldBe(new Dong(9_600_000));
    }

    [Fact]
    public void Settlement_NeverPassesWhatWasApproved()
    {
        var book = Books.Of(Books.Norm());
        EligibilityCheck.Of(Books.Facts(Books.Line(740_000_000, approved: 280_000_000)), book).Highest.ShouldBe(Dong.Millions(280));
        EligibilityCheck.Of(Books.Facts(Books.Line(740_000_000, 280_000_001, approved: 280_000_000)), book).Codes().ShouldBe(["check.over-approved"]);
    }

    [Fact]
    public void Steps_TellTheArithmetic()
    {
        var steps = EligibilityCheck.Of(Books.Facts(Books.Line(740_000_000, units: 2)), Books.Of(Books.Norm())).Lines.Single().Steps;
        steps.Select(s => (s.Kind, s.Result)).ShouldBe([(StepKind.Share, Dong.Millions(370)), (StepKind.Ceiling, Dong.Millions(600)), (StepKind.Result, Dong.Millions(370))]);
        steps[0].Base.ShouldBe(Dong.Millions(740));
        steps[1].Units.ShouldBe(2);
    }

    [Fact]
    public void Support_IsNeverMoreThanShareOrCeiling_WhateverTheNumbers()
    {
        var random = new Lcg(20261122);
        for (var i = 0; i < 5_000; i++)
        {
            var norm = Books.Norm(random.Next(0, 3) == 0 ? null : random.Next(1, 10_001), random.Next(1, 2_000_000_000), priority: random.Next(0, 2) == 0 ? null : random.Next(10_001, 15_001));
            var lines = Enumerable.Range(0, random.Next(1, 8))
                .Select(n => Books.Line(random.Next(0, 2_000_000_000), units: random.Next(1, 12), of: random.Next(0, 2) == 0 ? null : $"{random.Next(0, 3)}", key: $"{n}")).ToArray();
            var facts = Books.Facts(lines) with { HasPriority = random.Next(0, 2) == 0 };
            var answer = EligibilityCheck.Of(facts, Books.Of(norm));
            answer.Lines.ShouldAllBe(l => l.Highest >= Dong.Zero && l.Highest <= l.Line.EligibleCost.Share(norm.Share ?? 10_000));
            foreach (var unit in answer.Lines.GroupBy(l => l.Line.UnitKey))
            {
                unit.Select(l => l.Highest!.Value).Sum().ShouldBeLessThanOrEqualTo(norm.CeilingFor(unit.Max(l => l.Line.Units), facts.HasPriority)!.Value);
            }

            answer.Highest.ShouldBe(answer.Lines.Select(l => l.Highest!.Value).Sum());
        }
    }
}
