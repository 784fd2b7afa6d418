using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Tests.Projects;

namespace KhuyenCong.Domain.Tests.Execution;

public sealed class ProgressFigureTests
{
    [Theory]
    [InlineData(280_000_000, 400_000_000, 7000)]
    [InlineData(279_999_999, 400_000_000, 6999)] // one đồng below is below
    [InlineData(280_039_999, 400_000_000, 7000)] // never rounded up
    [InlineData(280_040_000, 400_000_000, 7001)]
    [InlineData(500_000_000, 400_000_000, 10_000)]
    [InlineData(1, 3, 3333)]
    [InlineData(1, 0, 0)]
    public void Share_IsRoundedDown(long value, long investment, int share) => ProgressReport.ShareOf(new(value), new(investment)).ShouldBe(share);

    [Theory]
    [InlineData(700, 280_000_000, 7000)]
    [InlineData(1000, 400_000_000, 10_000)]
    [InlineData(2500, 400_000_000, 10_000)] // more than was estimated counts as what was estimated
    [InlineData(0, 0, 0)]
    public void Value_IsDoneAtTheEstimatesPrice(long done, long value, int share)
    {
        var report = Given.Report(Given.Contract(), done: done);
        (report.ValueDone, report.WorkShare, report.Investment).ShouldBe((new Dong(value), share, new Dong(400_000_000)));
    }

    [Theory]
    [InlineData(1, 600, 6000)]
    [InlineData(3, 1000, 3333)] // one of three, rounded down
    [InlineData(1, 1500, 10_000)]
    [InlineData(1, null, 0)]
    [InlineData(0, 500, null)]
    public void OfSeveralItems_TheFurthestIsTold(long planned, int? done, int? share) =>
        ProgressReport.HighestShareOf([new(Guid.Empty, "Hạ tầng", null, planned, new(1), done, new()), new(Guid.Empty, "Khác", null, 0, new(1), 900, new())]).ShouldBe(share);

    [Fact]
    public void TheUnitsOwnFigure_StandsBeside_AndReplacesNothing()
    {
        var of = Given.Contract();
        var report = Given.Report(of, done: 500);
        report.Apply(ProgressWriting.Write(report, of, Given.Text(of, 500) with { OwnShare = 9000 }, Given.Reporter(), TimeProvider.System).Event.ShouldNotBeNull());
        (report.WorkShare, report.OwnShare).ShouldBe((5000, 9000));
        ProgressWriting.Write(report, of, Given.Text(of, 500) with { OwnShare = 10_001 }, Given.Reporter(), TimeProvider.System).Codes().ShouldBe(["progress.own-share-outside"]);
    }

    [Fact]
    public void WhatIsDone_DoesNotBecomeUndone_WithoutAReason()
    {
        var of = Given.Contract();
        var before = Given.Report(of, ProgressReportState.Confirmed, monthsAgo: 1, done: 600, spent: 100);
        Given.Move(Given.Report(of, done: 599, spent: 100), of, ProgressAction.Send, Given.Reporter(), before).Codes().ShouldBe(["progress.less-than-confirmed"]);
        Given.Move(Given.Report(of, done: 600, spent: 99), of, ProgressAction.Send, Given.Reporter(), before).Codes().ShouldBe(["progress.less-than-confirmed"]);
        Given.Move(Given.Report(of, done: 600), of, ProgressAction.Send, Given.Reporter(), before).Codes().ShouldBe(["progress.less-than-confirmed"], "blank is not what was said before");
        Given.Move(Given.Report(of, done: 600, spent: 100), of, ProgressAction.Send, Given.Reporter(), before).Codes().ShouldBeEmpty();
        Given.Move(Given.Report(of, done: 500, spent: 100, reason: "Nhập nhầm tháng trước"), of, ProgressAction.Send, Given.Reporter(), before).Codes().ShouldBeEmpty();
    }

    [Fact]
    public void AnEarlierMonth_DoesNotSayMore_ThanALaterOneThatIsConfirmed()
    {
        var of = Given.Contract();
        var later = Given.Report(of, ProgressReportState.Confirmed, done: 600);
        Given.Move(Given.Report(of, monthsAgo: 1, done: 601), of, ProgressAction.Send, Given.Reporter(), later).Codes().ShouldBe(["progress.less-than-confirmed"]);
        Given.Move(Given.Report(of, monthsAgo: 1, done: 600), of, ProgressAction.Send, Given.Reporter(), later).Codes().ShouldBeEmpty();
    }

    [Fact]
    public void NothingSaid_IsNotNothingDone()
    {
        var of = Given.Contract();
        Given.Move(Given.Report(of, done: null), of, ProgressAction.Send, Given.Reporter()).Codes().ShouldBe(["progress.done-missing"]);
        Given.Move(Given.Report(of, done: 0), of, ProgressAction.Send, Given.Reporter()).Codes().ShouldBeEmpty();
        ProgressWriting.Write(Given.Report(of), of, Given.Text(of, -1), Given.Reporter(), TimeProvider.System).Codes().ShouldBe(["progress.done-outside"]);
        ProgressWriting.Write(Given.Report(of), of, Given.Text(of, 1, -1), Given.Reporter(), TimeProvider.System).Codes().ShouldBe(["progress.spent-negative"]);
        ProgressWriting.Write(Given.Report(of, ProgressReportState.Confirmed), of, Given.Text(of, 1), Given.Reporter(), TimeProvider.System).Codes().ShouldBe(["progress.wrong-state"]);
    }

    [Fact]
    public void WordingAndPrice_AreTheEstimates_WhateverIsSent()
    {
        var of = Given.Contract();
        var report = Given.Report(of);
        var forged = Given.Text(of, 1000) with { Lines = [.. Given.Text(of, 1000).Lines.Select(l => l with { UnitPrice = new(1), Content = "Khác" }), new(Given.Id(), "Thêm", null, 1, new(1_000_000_000), 1000, new())] };
        report.Apply(ProgressWriting.Write(report, of, forged, Given.Reporter(), TimeProvider.System).Event.ShouldNotBeNull());
        (report.ValueDone, report.Lines.Count).ShouldBe((new Dong(400_000_000), of.Lines.Count));
    }

    [Theory]
    [InlineData("2", 2000L)]
    [InlineData("2,5", 2500L)]
    [InlineData(" 1.200,125 ", 1_200_125L)]
    [InlineData("0", 0L)]
    [InlineData("1.5", null)]
    [InlineData("0.200", null)]
    [InlineData("2,1234", null)]
    [InlineData("2,", null)]
    [InlineData("-1", null)]
    [InlineData("", null)]
    [InlineData("1234567890", null)]
    public void Quantities_AreReadAsPeopleTypeThem(string typed, long? thousandths) => DoneQuantity.Parse(typed).ShouldBe(thousandths);

    [Theory]
    [InlineData(2000, "2")]
    [InlineData(2500, "2,5")]
    [InlineData(1_200_125, "1.200,125")]
    [InlineData(0, "0")]
    public void Quantities_AreWrittenAsTheyAreRead(long thousandths, string text)
    {
        DoneQuantity.Text(thousandths).ShouldBe(text);
        DoneQuantity.Parse(text).ShouldBe(thousandths);
    }
}
