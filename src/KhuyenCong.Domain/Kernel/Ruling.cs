namespace KhuyenCong.Domain.Kernel;

/// <summary>What a rule decided: either the one event to record, or every breach found.</summary>
public sealed record Ruling<TEvent>(TEvent? Event, IReadOnlyList<Breach> Breaches)
    where TEvent : class;

/// <summary>A broken rule.</summary>
/// <remarks><see cref="Code"/> selects the Vietnamese message, <see cref="Field"/> names the input at fault, <see cref="Arguments"/> fill the message's places.</remarks>
public sealed record Breach(string Code, string? Field = null, params object[] Arguments);

/// <summary>Evaluates requirements into a <see cref="Ruling{TEvent}"/>.</summary>
public static class Decide
{
    /// <summary>Evaluates every requirement, so that the user sees all breaches at once.</summary>
    public static Ruling<TEvent> If<TEvent>(Func<TEvent> then, params (bool Holds, Breach Otherwise)[] requirements)
        where TEvent : class
    {
        var breaches = requirements.Unmet().ToArray();
        return new(breaches.Length == 0 ? then() : null, breaches);
    }

    /// <summary>The breaches of those requirements that do not hold.</summary>
    public static IEnumerable<Breach> Unmet(this IEnumerable<(bool Holds, Breach Otherwise)> requirements) => requirements.Where(r => !r.Holds).Select(r => r.Otherwise);

    public static Ruling<TEvent> Unless<TEvent>(IReadOnlyCollection<Breach> breaches, Func<TEvent> then)
        where TEvent : class => new(breaches.Count == 0 ? then() : null, [.. breaches]);
}
