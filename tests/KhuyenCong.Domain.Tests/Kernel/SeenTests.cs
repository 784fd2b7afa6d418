namespace KhuyenCong.Domain.Tests.Kernel;

public sealed class SeenTests
{
    [Theory]
    [InlineData(3L, 3L, null, "")]
    [InlineData(3L, null, null, "")]
    [InlineData(3L, 2L, null, "edit.conflict")]
    [InlineData(3L, 2L, "plan.reason-missing", "edit.conflict")]
    [InlineData(3L, 2L, "plan.wrong-state", "plan.wrong-state")]
    [InlineData(3L, 2L, "contract.not-allowed", "contract.not-allowed")]
    public void WhatWasChangedSince_IsTold_UnlessTheActIsRefusedAnyway(long version, long? seen, string? breach, string told)
    {
        Ruling<string> ruling = breach is null ? new("đã ghi", []) : new(null, [new(breach)]);
        var after = Seen.AsSeen(version, seen, ruling);
        string.Join(' ', after.Breaches.Select(b => b.Code)).ShouldBe(told);
        (after.Event is null).ShouldBe(told.Length > 0);
    }
}
