namespace KhuyenCong.EndToEnd.Soak;

/// <summary>What one form has to show when it is opened again: what its page promised to have kept, or what was typed over that since.</summary>
public sealed class Promises
{
    private readonly Dictionary<string, HashSet<string>> since = [];
    private IReadOnlyDictionary<string, string> promised = new Dictionary<string, string>();

    public int Count => promised.Count;

    /// <summary>Typing letter by letter, so that a kill may come between two of them.</summary>
    public void Types(string field, string text, bool byLetter)
    {
        var typed = since.TryGetValue(field, out var before) ? before : since[field] = [];
        typed.UnionWith(byLetter ? Enumerable.Range(0, text.Length + 1).Select(length => text[..length]) : [text]);
    }

    /// <summary>The page says that all it shows is kept.</summary>
    public void Promise(IReadOnlyDictionary<string, string> shown)
    {
        promised = shown;
        since.Clear();
    }

    public IEnumerable<string> Broken(IReadOnlyDictionary<string, string> shown) =>
        from field in promised
        let now = shown.GetValueOrDefault(field.Key)
        where now != field.Value && !(now is not null && since.TryGetValue(field.Key, out var typed) && typed.Contains(now))
        select $"{field.Key}: promised «{field.Value}», shown «{now}»";

    /// <summary>Fields whose last typing came too late to be promised, and is not there.</summary>
    public int Unpromised(IReadOnlyDictionary<string, string> shown) =>
        since.Count(field => !field.Value.Contains(shown.GetValueOrDefault(field.Key) ?? ""));
}
