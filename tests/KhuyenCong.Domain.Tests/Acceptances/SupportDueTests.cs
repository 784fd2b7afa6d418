using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Tests.Norms;
using PlanGiven = KhuyenCong.Domain.Tests.Plans.Given;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Acceptances;

public sealed class SupportDueTests
{
    private static readonly string Local = FundingSource.Provincial.Code;

    // Cost and support of the line, what was found eligible, what was approved and contracted, and what is due: half, at most 300 million.
    [Theory]
    [InlineData(400_000_000, 200_000_000, 400_000_000, 200_000_000, 200_000_000, 200_000_000)] // the exact border
    [InlineData(400_000_000, 200_000_000, 399_999_999, 200_000_000, 200_000_000, 199_999_999)] // never rounded up
    [InlineData(400_000_000, 200_000_000, 400_000_001, 200_000_000, 200_000_000, 200_000_000)] // no more than approved
    [InlineData(700_000_000, 320_000_000, 600_000_000, 320_000_000, 320_000_000, 300_000_000)] // the ceiling
    [InlineData(700_000_000, 320_000_000, 599_999_999, 320_000_000, 320_000_000, 299_999_999)] // one đồng below it
    [InlineData(400_000_000, 200_000_000, 400_000_000, 200_000_000, 150_000_000, 150_000_000)] // no more than contracted
    [InlineData(400_000_000, 200_000_000, 400_000_000, 120_000_000, 120_000_000, 120_000_000)] // the plan approved less than was asked
    [InlineData(400_000_000, 200_000_000, 0, 200_000_000, 200_000_000, 0)]
    public void ByANormThatBinds(long total, long support, long eligible, long approved, long contracted, long due)
    {
        var project = Given.Project(total, support);
        var book = Books.Of(Books.Norm(regime: Regime.Provincial));
        var answer = SupportDue.Of(Given.Record(project, eligible), Given.Basis(project, approved, contracted, book));
        answer.Total.ShouldBe(new(due));
        answer.Steps.ShouldContain(s => s.Kind == DueStepKind.NormShare && s.Law != null);
        answer.Steps.ShouldNotContain(s => s.Kind == DueStepKind.ApprovedShare);
    }

    [Theory]
    [InlineData(400_000_000, 200_000_000, 300_000_001, 150_000_000)]
    [InlineData(400_000_000, 133_333_333, 400_000_000, 133_333_333)]
    [InlineData(400_000_000, 133_333_333, 399_999_999, 133_333_332)]
    [InlineData(400_000_000, 133_333_333, 900_000_000, 133_333_333)]
    public void WhereNoNormBinds_TheApprovedShareOfTheLineApplies_AndIsSaid(long total, long support, long eligible, long due)
    {
        var project = Given.Project(total, support);
        var answer = SupportDue.Of(Given.Record(project, eligible), Given.Basis(project));
        answer.Total.ShouldBe(new(due));
        answer.Steps.ShouldContain(s => s.Kind == DueStepKind.ApprovedShare);
    }

    [Fact]
    public void AnUnverifiedNorm_WarnsAndDoesNotBind()
    {
        var project = Given.Project();
        var book = Books.Of(Books.Norm(share: 1000, regime: Regime.Provincial, verification: Verification.Cited));
        var answer = SupportDue.Of(Given.Record(project), Given.Basis(project, book: book));
        answer.Total.ShouldBe(new(200_000_000));
        answer.Steps.Single(s => s.Kind == DueStepKind.UnverifiedNorm).Result.ShouldBe(new(40_000_000));
    }

    [Fact]
    public void ASecondRecord_GetsOnlyWhatTheFirstLeft()
    {
        var project = Given.Project();
        var book = Books.Of(Books.Norm(regime: Regime.Provincial));
        var first = Given.Concluded(Given.Record(project, 300_000_000, AcceptanceVerdict.PartlyAccepted), Given.Basis(project, book: book));
        first.Due.ShouldBe(new(150_000_000));
        SupportDue.Of(Given.Record(project, 300_000_000), Given.Basis(project, book: book, others: first)).Total.ShouldBe(new(50_000_000));
    }

    /// <summary>Two establishments, two contracts: what the first did not use went back to its source, and lowers nothing of the second.</summary>
    [Fact]
    public void WhatOneContractGaveBack_LowersNoOthersSupport()
    {
        var (_, batch, held, allocations) = PlanGiven.In(BatchState.Approved, projects: 1);
        var item = batch.Items[0];
        batch.Apply(new ReturnedToSource(item.PlanItemId, allocations[0].AllocationId, new(150_000_000), TimeProvider.System.UtcNow));
        SupportDue.Of(Given.Record(held[0], 200_000_000), Given.Basis(held[0]) with { Approved = item.Approved }).Total.ShouldBe(new(100_000_000));
    }

    /// <summary>A key project that two years support: the share of the second year is no less for what the first was found due, nor the first's rate for the year to come.</summary>
    [Fact]
    public void OfAProjectSupportedOverYears_EachYearsContractIsGivenItsShare()
    {
        var project = Given.Project();
        var firstYear = Given.Basis(project, 120_000_000, 120_000_000) with { Asked = new(Provincial: new(120_000_000)) };
        var first = Given.Concluded(Given.Record(project, 240_000_000), firstYear);
        first.Due.ShouldBe(new(120_000_000), "half of the cost, as of the whole project");
        var secondYear = Given.Basis(project, 200_000_000, 80_000_000, null, first) with { Asked = new(Provincial: new(200_000_000)), DueOfContract = new Dictionary<string, Dong>() };
        SupportDue.Of(Given.Record(project, 160_000_000), secondYear).Total.ShouldBe(new(80_000_000));
        SupportDue.Of(Given.Record(project, 400_000_000), secondYear).Total.ShouldBe(new(80_000_000), "no more than both years together");
    }

    /// <summary>All the cost may be proven in the first year: what that year's contract does not give stays for the next.</summary>
    [Fact]
    public void WhatTheFirstYearsContractDoesNotGive_StaysOpenToTheSecond()
    {
        var project = Given.Project();
        var firstYear = Given.Basis(project, 120_000_000, 120_000_000) with { Asked = new(Provincial: new(120_000_000)) };
        var answer = SupportDue.Of(Given.Record(project, 400_000_000), firstYear);
        var first = Given.Concluded(Given.Record(project, 400_000_000), firstYear);
        var secondYear = Given.Basis(project, 200_000_000, 80_000_000, null, first) with { Asked = new(Provincial: new(200_000_000)), DueOfContract = new Dictionary<string, Dong>() };
        SupportDue.Of(Given.Record(project, 400_000_000), secondYear).Total.ShouldBe(new(80_000_000));
    }

    /// <summary>A record concluded when its lines did not bear the limits of their sources yet: its lines come to more than it gives, and what it does not give is open all the same.</summary>
    [Fact]
    public void ARecordOfBefore_WhoseLinesSayMoreThanItGives_TakesNoMoreThanItGives()
    {
        var project = Given.Project();
        var (first, line) = (Given.Record(project), project.Lines[0].ProjectEstimateLineId);
        var due = DueAnswer.None with { ByLine = new Dictionary<Guid, IReadOnlyDictionary<string, Dong>> { [line] = new Dictionary<string, Dong> { [Local] = new(120_000_000) } } };
        first.Apply(new AcceptanceMoved(first.AcceptanceId, new(AcceptanceAction.Conclude), AcceptanceState.Concluded, due, Given.Id(), Given.Today, TimeProvider.System.UtcNow, Given.Id));
        Given.AsBefore(first.Lines[0], new(200_000_000));
        first.Lines[0].Due.ShouldBe(new Dong(200_000_000));
        first.Due.ShouldBe(new Dong(120_000_000));

        var book = Books.Of(Books.Norm(share: 5_000, ceiling: 200_000_000, regime: Regime.Provincial));
        foreach (var law in new[] { Books.Of(), book })
        {
            var secondYear = Given.Basis(project, 200_000_000, 80_000_000, law, first) with { Asked = new(Provincial: new(200_000_000)), DueOfContract = new Dictionary<string, Dong>() };
            SupportDue.Of(Given.Record(project), secondYear).Total.ShouldBe(new(80_000_000));
        }
    }

    /// <summary>What one establishment's part of the contract could not give is not another's to ask for.</summary>
    [Fact]
    public void WhatAnotherBeneficiaryProved_IsItsOwn()
    {
        var project = Given.Project();
        var another = Given.Concluded(Given.Record(project, 200_000_000), Given.Basis(project) with { OfPart = new Dictionary<string, Dong> { [Local] = new(60_000_000) } });
        another.Due.ShouldBe(new(60_000_000));
        typeof(Acceptance).GetProperty(nameof(Acceptance.BeneficiaryId))!.SetValue(another, Given.Id());
        SupportDue.Of(Given.Record(project, 100_000_000), Given.Basis(project, others: another)).Total.ShouldBe(new(50_000_000));
    }

    // Due 300 million by the norm; what the establishment's own part says, and what its other records have taken of it.
    [Theory]
    [InlineData(250_000_000, 0, 250_000_000)]
    [InlineData(250_000_000, 100_000_000, 150_000_000)]
    [InlineData(250_000_000, 260_000_000, 0)]
    [InlineData(300_000_001, 0, 300_000_000)]
    public void NobodyIsGivenMoreThanItsOwnPartSays(long part, long elsewhere, long due)
    {
        var project = Given.Project(700_000_000, 320_000_000);
        var basis = Given.Basis(project, book: Books.Of(Books.Norm(regime: Regime.Provincial)));
        var record = Given.Record(project, 600_000_000);
        SupportDue.Of(record, basis).Total.ShouldBe(new(300_000_000));
        var answer = SupportDue.Of(record, basis with { OfPart = new Dictionary<string, Dong> { [Local] = new(part) }, DueOfPart = new Dictionary<string, Dong> { [Local] = new(elsewhere) } });
        answer.Total.ShouldBe(new(due));
        answer.Steps.ShouldContain(s => s.Kind == DueStepKind.SourcePart);
    }

    [Theory]
    [InlineData(AcceptanceVerdict.NotAccepted)]
    [InlineData(AcceptanceVerdict.ToBeCompleted)]
    public void WhatIsNotAccepted_EntitlesToNothing(AcceptanceVerdict verdict)
    {
        var project = Given.Project();
        SupportDue.Of(Given.Record(project, verdict: verdict), Given.Basis(project)).Total.ShouldBe(Dong.Zero);
    }

    /// <summary>Whatever is found eligible in however many records: no more than contracted, no more than approved, no source beyond its own.</summary>
    [Fact]
    public void TheSumOfAllRecords_NeverExceedsContractNorApproval()
    {
        var random = new Lcg(20260731);
        for (var round = 0; round < 60; round++)
        {
            var lines = Enumerable.Range(0, random.Next(1, 4)).Select(_ => (Total: (long)random.Next(1, 900_000_000), Part: random.Next(0, 10_001))).ToList();
            var project = ProjectGiven.Project(ProjectGiven.Text() with
            {
                Lines = [.. lines.Select(l => ProjectGiven.Line(l.Total, provincial: new Dong(l.Total).Share(l.Part).Amount, counterpart: l.Total - new Dong(l.Total).Share(l.Part).Amount))],
            });
            var asked = project.ProvincialAmount ?? Dong.Zero;
            var approved = asked.Share(random.Next(0, 10_001));
            var contracted = approved.Share(random.Next(0, 10_001));
            var book = random.Next(0, 2) == 0 ? Books.Of() : Books.Of(Books.Norm(share: random.Next(1, 10_001), ceiling: random.Next(1, 500_000_000), regime: Regime.Provincial));
            var done = new List<Acceptance>();
            for (var i = 0; i < 4; i++)
            {
                var record = Given.Record(project, random.Next(0, 1_000_000_000), (AcceptanceVerdict)random.Next(0, 4));
                done.Add(Given.Concluded(record, Given.Basis(project, approved.Amount, contracted.Amount, book, [.. done.Where(d => d.GivesSupport)])));
            }

            var due = done.Select(d => d.Due).Sum();
            (due <= contracted && contracted <= approved && approved <= asked).ShouldBeTrue($"{round}: {due} ≤ {contracted} ≤ {approved}");
            done.SelectMany(d => d.Amounts).ShouldAllBe(a => a.Source == Local && a.Amount > Dong.Zero);
            foreach (var line in project.Lines)
            {
                var support = line.ProvincialAmount ?? Dong.Zero;
                (done.SelectMany(d => d.Lines).Where(l => l.EstimateLineId == line.ProjectEstimateLineId).Select(l => l.Due ?? Dong.Zero).Sum() <= support).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void WhatGoesIntoTheProgramme_IsTheWholeEligibleCost_ByItsSources()
    {
        var project = Given.Project();
        var record = Given.Record(project);
        Given.Write(record, project, record.Text with { Integrated = new(30_000_000) });
        var money = AcceptedWork.MoneyOf(record, SupportDue.Of(record, Given.Basis(project))).ToDictionary(m => m.SourceCode, m => m.Amount.Amount);
        money.ShouldBe(new Dictionary<string, long> { [Local] = 200_000_000, [FundingSource.Integrated.Code] = 30_000_000, [FundingSource.Counterpart.Code] = 170_000_000 }, ignoreOrder: true);
    }

    [Fact]
    public void MoneySharedAmongMachines_KeepsItsSum()
    {
        var shares = AcceptedWork.Shared([new(Local, new(100))], [new(1), new(1), new(1)]);
        shares.Select(s => s[0].Amount.Amount).ShouldBe([33, 33, 34]);
        AcceptedWork.Shared([new(Local, new(100))], [Dong.Zero, Dong.Zero]).Select(s => s[0].Amount.Amount).ShouldBe([50, 50]);
    }
}
