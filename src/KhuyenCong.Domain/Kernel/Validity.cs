namespace KhuyenCong.Domain.Kernel;

/// <summary>Thời gian hiệu lực: from a day to a day, both included; an open end has no date.</summary>
public interface IDated
{
    DateOnly? From { get; }

    DateOnly? To { get; }
}

/// <summary>Reads dated rows as of a day.</summary>
public static class Validity
{
    public static bool Covers(this IDated dated, DateOnly day) => (dated.From is not { } from || from <= day) && (dated.To is not { } to || day <= to);

    public static T? On<T>(this IEnumerable<T> rows, DateOnly day)
        where T : class, IDated => rows.Where(r => r.Covers(day)).MaxBy(r => r.From ?? DateOnly.MinValue);
}
