using System.Collections.Concurrent;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>Steps that were asked for, by what they are and of which record: how many are known to be done, and whether one more was sent without an answer.</summary>
public sealed class Deeds
{
    private readonly ConcurrentDictionary<(string Sort, string Key), (int Known, bool IsPending)> all = new();
    private readonly ConcurrentDictionary<string, int> answered = new();

    public int Answered => answered.Values.Sum();

    /// <summary>How many of each sort were answered with success.</summary>
    public string Told => string.Join(", ", answered.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key} {a.Value}"));

    public bool HasAnswered(string sort) => answered.ContainsKey(sort);

    public bool IsPending(string sort, string key) => all.TryGetValue(Named(sort, key), out var deed) && deed.IsPending;

    public void Ask(string sort, string key) => all.AddOrUpdate(Named(sort, key), (0, true), (_, deed) => (deed.Known, true));

    public void Answer(string sort, string key)
    {
        Find(sort, key);
        answered.AddOrUpdate(sort, 1, (_, count) => count + 1);
    }

    /// <summary>Nobody answered, but the page shows that it is done.</summary>
    public void Find(string sort, string key) => all.AddOrUpdate(Named(sort, key), (1, false), (_, deed) => (deed.Known + 1, false));

    /// <summary>What a database does not hold, or holds too often.</summary>
    public IEnumerable<string> Faults(IReadOnlyDictionary<(string Sort, string Key), long> facts) => all.Select(deed =>
    {
        var found = facts.GetValueOrDefault(deed.Key);
        var (known, most) = (deed.Value.Known, deed.Value.Known + (deed.Value.IsPending ? 1 : 0));
        return found >= known && found <= most ? null : $"{deed.Key.Sort} of {deed.Key.Key}: {known} known to be done{(most > known ? " and one never answered" : "")}, there {found} times";
    }).OfType<string>();

    // One database writes identities in capitals, the other does not.
    private static (string Sort, string Key) Named(string sort, string key) => (sort, key.ToLowerInvariant());
}
