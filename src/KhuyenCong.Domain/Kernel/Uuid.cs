using System.Diagnostics.CodeAnalysis;

namespace KhuyenCong.Domain.Kernel;

/// <summary>The one place ids come from: UUID version 7, ordered by the clock that is passed in.</summary>
public static class Uuid
{
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The one place.")]
    public static Guid New(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return Guid.CreateVersion7(clock.GetUtcNow());
    }
}

/// <summary>Vietnamese calendar days from a clock.</summary>
public static class Calendar
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    extension(TimeProvider clock)
    {
        /// <summary>Today in Vietnam (UTC+7, no daylight saving).</summary>
        public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Offset).DateTime);

        public DateTime UtcNow => clock.GetUtcNow().UtcDateTime;
    }

    /// <summary>The instant at which a day begins in Vietnam.</summary>
    public static DateTime StartUtc(this DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - Offset, DateTimeKind.Utc);

    /// <summary>The instant that a clock on a wall in Vietnam shows.</summary>
    public static DateTime FromVietnam(this DateTime local) => DateTime.SpecifyKind(local - Offset, DateTimeKind.Utc);

    public static DateTime ToVietnam(this DateTime utc) => DateTime.SpecifyKind(utc, DateTimeKind.Utc) + Offset;
}
