namespace KhuyenCong.Domain.FollowUps;

/// <summary>Mốc theo dõi sau hỗ trợ của tỉnh: after how many months the two sheets are due, for acceptances concluded from a day on.</summary>
/// <remarks>No legal text known to the library sets these months: without a row of the province the software's own 12 and 24 hold.</remarks>
public sealed class FollowUpTerm : IProvincial, IAudited
{
    public const int DefaultFirst = 12;
    public const int DefaultSecond = 24;
    public const int Longest = 120;
    public const int LongestReason = 1000;

    private FollowUpTerm()
    {
    }

    public Guid FollowUpTermId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    /// <summary>Acceptances concluded on this day or later, until a later row.</summary>
    public DateOnly From { get; private set; }

    public int FirstMonths { get; private set; }

    public int SecondMonths { get; private set; }

    public string Reason { get; private set; } = "";

    public string? Document { get; private set; }

    public Guid SetBy { get; private set; }

    public DateTime SetAt { get; private set; }

    public AuditSubject AuditSubject => new(nameof(FollowUpTerm), FollowUpTermId);

    public static FollowUpTerm Of(FollowUpTermSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new()
        {
            FollowUpTermId = set.FollowUpTermId,
            ProvinceCode = set.ProvinceCode,
            From = set.From,
            FirstMonths = set.FirstMonths,
            SecondMonths = set.SecondMonths,
            Reason = set.Reason,
            Document = set.Document,
            SetBy = set.By,
            SetAt = set.At,
        };
    }

    /// <summary>A row once set stays: another one of a later day takes its place.</summary>
    public static Ruling<FollowUpTermSet> Set(FollowUpTermSet wanted, IReadOnlyCollection<FollowUpTerm> known, bool mayRule, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(known);
        return Decide.If(
            () => wanted with { Reason = wanted.Reason.Trim().Normalize(), Document = string.IsNullOrWhiteSpace(wanted.Document) ? null : wanted.Document.Trim().Normalize() },
            (mayRule, new("followup.not-allowed")),
            (wanted.FirstMonths is >= 1 and < Longest, new("followup.months-outside", nameof(wanted.FirstMonths), 1, Longest - 1)),
            (wanted.SecondMonths > wanted.FirstMonths && wanted.SecondMonths <= Longest, new("followup.second-before-first", nameof(wanted.SecondMonths), Longest)),
            (wanted.From >= today && wanted.From.Year <= 2200, new("followup.term-in-past", nameof(wanted.From))),
            (known.All(k => k.From != wanted.From), new("followup.term-twice", nameof(wanted.From))),
            (!string.IsNullOrWhiteSpace(wanted.Reason), new("followup.reason-missing", nameof(wanted.Reason))),
            (wanted.Reason is not { Length: > LongestReason }, new("followup.too-long", nameof(wanted.Reason), LongestReason)),
            (wanted.Document is not { Length: > 200 }, new("followup.too-long", nameof(wanted.Document), 200)));
    }
}

/// <summary>Đã đặt mốc theo dõi của tỉnh.</summary>
public sealed record FollowUpTermSet(Guid FollowUpTermId, string ProvinceCode, DateOnly From, int FirstMonths, int SecondMonths, string Reason, string? Document, Guid By, DateTime At);

/// <summary>Một mốc theo dõi của một khoản hỗ trợ: which round, when it is due, which years it asks of.</summary>
public sealed record FollowUpDue(int Round, int Months, DateOnly DueOn, int ReportYear, int BaselineYear)
{
    public const int Rounds = 2;

    /// <summary>Both rounds of an acceptance concluded on a day, by the province's months of that day.</summary>
    public static IReadOnlyList<FollowUpDue> Of(DateOnly acceptedOn, IEnumerable<FollowUpTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var term = terms.Where(t => t.From <= acceptedOn).MaxBy(t => t.From);
        return [Of(1, acceptedOn, term?.FirstMonths ?? FollowUpTerm.DefaultFirst), Of(2, acceptedOn, term?.SecondMonths ?? FollowUpTerm.DefaultSecond)];
    }

    private static FollowUpDue Of(int round, DateOnly acceptedOn, int months)
    {
        var due = acceptedOn.AddMonths(months);
        return new(round, months, due, Math.Max(due.Year - 1, acceptedOn.Year), acceptedOn.Year - 1);
    }
}
