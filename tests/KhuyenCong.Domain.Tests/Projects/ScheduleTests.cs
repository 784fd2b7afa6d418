using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Projects;

public sealed class ScheduleTests
{
    private static readonly int First = Given.Today.Year + 1;

    [Fact]
    public void TheYearsOfAKeyProject_AddUpToEachSource()
    {
        Imbalances(new(First, new(120)), new(First + 1, new(80))).ShouldBeEmpty();
        Imbalances(new(First, new(120)), new(First + 1, new(81))).ShouldBe(["schedule.sum"]);
        Imbalances(new(First, new(120)), new(First + 1, new(80), new Dong(1))).ShouldBe(["schedule.sum"], "a source that pays nothing gives nothing in any year");
        Imbalances(new SupportYear(First + 1, new(200))).ShouldBe(["schedule.first-year"]);
        Imbalances().ShouldBeEmpty("without a schedule one year gives it all");
    }

    [Fact]
    public void WhatNoScheduleMaySay_IsRefusedInADraft()
    {
        Faults(Of(new(First, new(1)), new(First + 1, new(1)))).ShouldBeEmpty();
        Faults(Of(new SupportYear(First - 1, new(1)))).ShouldBe(["schedule.year-outside"]);
        Faults(Of(new SupportYear(First + 3, new(1)))).ShouldBe(["schedule.year-outside"]);
        Faults(Of(new(First, new(1)), new(First, new(2)))).ShouldBe(["schedule.year-twice"]);
        Faults(Of(new SupportYear(First, new(-1)))).ShouldBe(["amount.negative"]);
        Faults(Of(new SupportYear(First, new(1))) with { Kind = ProjectKind.Provincial }).ShouldBe(["schedule.only-key"]);
    }

    [Fact]
    public void AnotherSchedule_IsAnotherEstimate_AndIsKeptWithIt()
    {
        var (text, other) = (Of(new SupportYear(First, new(200))), Of(new(First, new(120)), new(First + 1, new(80))));
        text.Differs(text with { Dossier = text.Dossier with { Schedule = [new(First, new(200))] } }).ShouldBe(ProjectSections.None);
        text.Differs(text with { Dossier = other.Dossier }).ShouldBe(ProjectSections.Estimate);
        other.Only(ProjectSections.Estimate, text).Dossier.Schedule.ShouldBeSameAs(other.Dossier.Schedule);
        other.Only(ProjectSections.Effects, text).Dossier.Schedule.ShouldBeSameAs(text.Dossier.Schedule);
    }

    [Fact]
    public void TwoPeople_ChangeYearsOfOneSchedule()
    {
        var (text, mine, theirs) = (Of(new(First, new(120)), new(First + 1, new(80))), Of(new(First, new(130)), new(First + 1, new(80))), Of(new(First, new(120)), new(First + 1, new(70))));
        var (was, left, right) = (text, text with { Dossier = mine.Dossier }, text with { Dossier = theirs.Dossier });
        ProjectMerge.ThreeWay(was, left, right).Text.ShouldNotBeNull().Dossier.Schedule.ShouldNotBeNull().Select(y => $"{y.Year} {y.National?.Amount}").ShouldBe([$"{First} 130", $"{First + 1} 70"]);
        ProjectMerge.ThreeWay(was, left, text with { Dossier = Of(new(First, new(140)), new(First + 1, new(80))).Dossier }).Conflicts.Select(c => c.Path).ShouldBe([$"dossier.schedule[{First}].national"]);
    }

    private static IEnumerable<string> Imbalances(params SupportYear[] years) => SupportSchedule.Imbalances(Of(years)).Select(b => b.Code);

    private static IEnumerable<string> Faults(ProjectText text) => SupportSchedule.Faults(text).Select(b => b.Code);

    /// <summary>A key project of two years that asks for two hundred of KCQG.</summary>
    private static ProjectText Of(params SupportYear[] years)
    {
        var text = Given.Text(ProjectKind.NationalKey);
        return text with { EndsOn = new(First + 1, 11, 30), Lines = [Given.Line(400, 1, null, 200, national: 200)], Dossier = text.Dossier with { Schedule = years.Length == 0 ? null : years } };
    }
}
