using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Tests.Norms;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Acceptances;

public sealed class SourceSharesTests
{
    private static readonly string Local = FundingSource.Provincial.Code;
    private static readonly string National = FundingSource.National.Code;

    /// <summary>Two sources for one line, and contracts that bring one after the other: nothing is lost to the one that has no money yet.</summary>
    [Theory]
    [InlineData(400_000_000, 400_000_000, 100_000_000)]
    [InlineData(200_000_000, 200_000_000, 100_000_000)]
    [InlineData(200_000_000, 199_999_999, 99_999_999)]
    public void OfALineOfTwoSources_WhatOneCannotGiveYet_TheOtherGives_AndTheRestStaysOpen(long first, long second, long due)
    {
        var project = TwoSources();
        var record = Given.Concluded(Given.Record(project, first), Both(project, [(National, 100_000_000)]));
        record.Amounts.ShouldHaveSingleItem().ShouldSatisfyAllConditions(a => a.Source.ShouldBe(National), a => a.Amount.ShouldBe(new(100_000_000)));
        record.Lines[0].DueBySource[National].ShouldBe(new(100_000_000));

        var next = SupportDue.Of(Given.Record(project, second), Both(project, [(Local, 100_000_000)], record));
        next.BySource.Where(s => s.Value > Dong.Zero).ShouldHaveSingleItem().ShouldBe(new(Local, new(due)));
    }

    /// <summary>A source that only the second year's plan asks for lowers nothing in the first.</summary>
    [Fact]
    public void ASourceOfALaterYear_LowersNoShare_AndGivesNothingYet()
    {
        var project = TwoSources();
        var firstYear = Both(project, [(National, 100_000_000)]) with { Approved = new(National: new(100_000_000)), Asked = new(National: new(100_000_000)) };
        SupportDue.Of(Given.Record(project, 200_000_000), firstYear).BySource.ShouldBe(new Dictionary<string, Dong> { [National] = new(100_000_000), [Local] = Dong.Zero }, ignoreOrder: true);
    }

    /// <summary>One source is scarce, and one of two lines has no other: the line that has gives way.</summary>
    [Fact]
    public void ALineThatHasAnotherSource_LeavesTheScarceOneToTheLineThatHasNone()
    {
        var project = OnlyNationalAndBoth();
        var answer = SupportDue.Of(Given.Record(project, 200_000_000), Both(project, [(National, 100_000_000), (Local, 100_000_000)]));
        answer.Total.ShouldBe(new(200_000_000));
        answer.ByLine[project.Lines[0].ProjectEstimateLineId][National].ShouldBe(new(100_000_000));
        answer.ByLine[project.Lines[1].ProjectEstimateLineId][Local].ShouldBe(new(100_000_000));
    }

    [Fact]
    public void OfALineOfTwoSources_EachGivesItsPart_WhereBothHaveTheirs()
    {
        var project = TwoSources();
        var answer = SupportDue.Of(Given.Record(project, 200_000_000), Both(project, [(National, 100_000_000), (Local, 100_000_000)]));
        answer.BySource.ShouldBe(new Dictionary<string, Dong> { [National] = new(50_000_000), [Local] = new(50_000_000) }, ignoreOrder: true);
    }

    /// <summary>Of one concluded before lines kept their sources the amounts and the approval say it: all that its lines have left stays open, and not a đồng more.</summary>
    [Fact]
    public void ARecordOfBefore_OfTwoSources_IsReadFromItsAmounts()
    {
        var project = OnlyNationalAndBoth();
        var record = Given.Concluded(Given.Record(project, 200_000_000), Both(project, [(National, 150_000_000), (Local, 50_000_000)]));
        foreach (var line in record.Lines)
        {
            Given.AsBefore(line, new(100_000_000));
        }

        var basis = Both(project, [(National, 50_000_000), (Local, 50_000_000)], record);
        var (first, second) = (project.Lines[0].ProjectEstimateLineId, project.Lines[1].ProjectEstimateLineId);
        basis.GivenElsewhere(first).Where(s => s.Value > Dong.Zero).ShouldHaveSingleItem().ShouldBe(new(National, new(100_000_000)));
        basis.GivenElsewhere(second).ShouldBe(new Dictionary<string, Dong> { [National] = new(50_000_000), [Local] = new(50_000_000) }, ignoreOrder: true);
        SupportDue.Of(Given.Record(project, 200_000_000), basis).Total.ShouldBe(new(100_000_000));
    }

    /// <summary>Whatever the sources have: nothing above what is approved of a line by source, and nothing kept back that a source could give.</summary>
    [Fact]
    public void SourcesShareLines_WithoutGivingTooMuch_NorKeepingBack()
    {
        var random = new Lcg(20261123);
        for (var round = 0; round < 80; round++)
        {
            var rows = Enumerable.Range(0, random.Next(1, 5)).Select(_ => (National: (long)random.Next(0, 300_000_000), Local: (long)random.Next(0, 300_000_000), Own: (long)random.Next(1, 300_000_000))).ToList();
            var project = ProjectGiven.Project(ProjectGiven.Text() with { Lines = [.. rows.Select(r => ProjectGiven.Line(r.National + r.Local + r.Own, national: r.National, provincial: r.Local, counterpart: r.Own))] });
            var contracted = new Dictionary<string, Dong> { [National] = new Dong(rows.Sum(r => r.National)).Share(random.Next(0, 10_001)), [Local] = new Dong(rows.Sum(r => r.Local)).Share(random.Next(0, 10_001)) };
            var record = Given.Record(project, random.Next(0, 900_000_000));
            var answer = SupportDue.Of(record, Both(project, [.. contracted.Select(c => (c.Key, c.Value.Amount))]));
            foreach (var line in project.Lines)
            {
                var given = answer.ByLine[line.ProjectEstimateLineId];
                (given.GetValueOrDefault(National) <= (line.NationalAmount ?? Dong.Zero) && given.GetValueOrDefault(Local) <= (line.ProvincialAmount ?? Dong.Zero)).ShouldBeTrue($"{round}");
                given.Values.ShouldAllBe(v => v >= Dong.Zero);
            }

            // The narrowest place between what is due of lines and what sources have: no more can pass, and as much does.
            var dues = project.Lines.OrderBy(l => l.Order).Where(l => l.Text.Funding.Support > Dong.Zero).Zip(answer.Steps.Where(s => s.Kind == DueStepKind.LineResult).Select(s => s.Result)).ToList();
            string[][] cuts = [[], [National], [Local], [National, Local]];
            var narrowest = cuts.Min(cut => cut.Sum(s => contracted[s].Amount)
                + dues.Sum(d => Math.Min(d.Second.Amount, new[] { National, Local }.Except(cut).Sum(s => (d.First.Text.Funding[FundingSource.Find(s)!] ?? Dong.Zero).Amount))));
            answer.Total.Amount.ShouldBe(narrowest, $"{round}");
            answer.BySource.ShouldAllBe(s => s.Value <= contracted[s.Key]);
        }
    }

    /// <summary>A line of 400 million, half of it supported: a quarter by each source.</summary>
    private static Project TwoSources() =>
        ProjectGiven.Project(ProjectGiven.Text() with { Lines = [ProjectGiven.Line(400_000_000, national: 100_000_000, provincial: 100_000_000, counterpart: 200_000_000)] });

    /// <summary>A line that only the national source supports, and one that both do: 100 million each.</summary>
    private static Project OnlyNationalAndBoth() => ProjectGiven.Project(ProjectGiven.Text() with
    {
        Lines =
        [
            ProjectGiven.Line(200_000_000, national: 100_000_000, provincial: null, counterpart: 100_000_000),
            ProjectGiven.Line(400_000_000, national: 100_000_000, provincial: 100_000_000, counterpart: 200_000_000),
        ],
    });

    private static DueBasis Both(Project project, (string Source, long Amount)[] contracted, params Acceptance[] others) => Given.Basis(project, others: others) with
    {
        Approved = project.Funding,
        Contracted = contracted.ToDictionary(c => c.Source, c => new Dong(c.Amount)),
        DueOfContract = new Dictionary<string, Dong>(),
    };
}
