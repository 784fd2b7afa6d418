using System.Collections.Concurrent;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>What was asked for: not asked, sent without an answer, or answered with success.</summary>
public enum Asked
{
    No,
    Sent,
    Answered,
}

/// <summary>One result as its clerk knows it. What was sent without an answer may be there or not, but never by halves.</summary>
public sealed class Wish(Guid id, string target, string title, long provincial, long own, string? proof)
{
    public Guid Id => id;

    public string Target => target;

    public string Title => title;

    /// <summary>Paid by two sources.</summary>
    public IReadOnlyList<long> Amounts => [provincial, own];

    /// <summary>The text that makes the evidence sent along another file than all others.</summary>
    public string? Proof => proof;

    public Asked Recorded { get; set; }

    public Asked Withdrawn { get; set; }

    /// <summary>Evidence sent later, one file at a time.</summary>
    public ConcurrentDictionary<string, Asked> Added { get; } = [];
}

/// <summary>All wishes of all clerks.</summary>
public sealed class Books
{
    public ConcurrentDictionary<Guid, Wish> Wishes { get; } = [];

    public ConcurrentBag<string> Refusals { get; } = [];

    public int Answered => Wishes.Values.Sum(wish => Count(wish.Recorded) + Count(wish.Withdrawn) + wish.Added.Values.Sum(Count));

    private static int Count(Asked asked) => asked is Asked.Answered ? 1 : 0;
}
