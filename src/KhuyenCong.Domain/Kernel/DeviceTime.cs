using System.Globalization;

namespace KhuyenCong.Domain.Kernel;

/// <summary>Lúc chụp theo thiết bị: when a photograph was taken as the device tells it, which nobody has verified; therefore nothing is refused for it.</summary>
public static class DeviceTime
{
    /// <summary>How far the clock of a device may be ahead of this one.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The instant that milliseconds since 1970 stand for; null where they cannot be read, are of the future or of before 2000.</summary>
    public static DateTime? Read(string? milliseconds, DateTime now) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var told)
        && told >= Earliest.ToUnixTimeMilliseconds() && told <= new DateTimeOffset(now + Ahead).ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(told).UtcDateTime
            : null;
}
