using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.FollowUps;
using AcceptanceGiven = KhuyenCong.Domain.Tests.Acceptances.Given;
using ExecutionGiven = KhuyenCong.Domain.Tests.Execution.Given;
using FollowUpGiven = KhuyenCong.Domain.Tests.FollowUps.Given;

namespace KhuyenCong.Domain.Tests.Kernel;

public sealed class DeviceTimeTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 5, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void WhatADeviceTells_IsAnInstantInUtc()
    {
        var taken = Now.AddDays(-3);
        var read = DeviceTime.Read(Milliseconds(taken), Now).ShouldNotBeNull();
        (read, read.Kind).ShouldBe((taken, DateTimeKind.Utc));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hôm qua")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("1700000000000,5")]
    [InlineData("99999999999999999999")]
    [InlineData("9223372036854775807")]
    public void WhatCannotBeRead_IsNoTime(string? text) => DeviceTime.Read(text, Now).ShouldBeNull();

    [Fact]
    public void TheFuture_BeyondAClockThatIsSomewhatAhead_IsNoTime()
    {
        DeviceTime.Read(Milliseconds(Now + DeviceTime.Ahead), Now).ShouldBe(Now + DeviceTime.Ahead);
        DeviceTime.Read(Milliseconds(Now + DeviceTime.Ahead + TimeSpan.FromMilliseconds(1)), Now).ShouldBeNull();
    }

    [Fact]
    public void BeforeTheYear2000_IsNoTime()
    {
        var first = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        DeviceTime.Read(Milliseconds(first), Now).ShouldBe(first);
        DeviceTime.Read(Milliseconds(first.AddMilliseconds(-1)), Now).ShouldBeNull();
    }

    [Theory]
    [InlineData("image/jpeg", true)]
    [InlineData("application/pdf", false)]
    public void APhotographOfARecord_KeepsTheTime_AndAScanHasNone(string mediaType, bool keeps)
    {
        var (record, id, taken) = (AcceptanceGiven.Record(AcceptanceGiven.Project()), AcceptanceGiven.Id(), Now.AddHours(-2));
        record.Apply(new AcceptancePhotoAdded(id, null, new('c', 64), "tep", 10, mediaType, AcceptanceGiven.Writer, Now, taken));
        var photo = record.Photos.Single(p => p.AcceptancePhotoId == id);
        (photo.TakenAt, photo.AddedAt).ShouldBe((keeps ? taken : (DateTime?)null, Now));
        record.Photos[0].TakenAt.ShouldBeNull("nothing was told");
    }

    [Fact]
    public void PhotographsOfAReport_AndOfASheet_KeepTheTime()
    {
        var taken = Now.AddHours(-2);
        var report = ExecutionGiven.Report(ExecutionGiven.Contract());
        report.Apply(new PhotoAdded(ExecutionGiven.Id(), new('c', 64), "xuong.jpg", 10, "image/jpeg", null, "Người Minh Họa", ExecutionGiven.Id(), Now, taken));
        report.Photos.Single().TakenAt.ShouldBe(taken);
        var sheet = FollowUpGiven.Sheet();
        sheet.Apply(new FollowUpPhotoAdded(FollowUpGiven.Id(), null, new('c', 64), "may.jpg", 10, "image/jpeg", "Người Minh Họa", FollowUpGiven.Id(), Now, taken));
        sheet.Photos.Single().TakenAt.ShouldBe(taken);
    }

    private static string Milliseconds(DateTime instant) => $"{new DateTimeOffset(instant).ToUnixTimeMilliseconds()}";
}
