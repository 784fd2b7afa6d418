namespace KhuyenCong.Domain.FollowUps;

/// <summary>Số liệu của một phiếu đã xác nhận hoặc chưa, for summing.</summary>
/// <param name="Content">Nội dung hoạt động khuyến công.</param>
/// <param name="Programme">The programme's title; blank where the project names none.</param>
public sealed record FollowUpFigures(
    Guid EstablishmentId,
    string Content,
    string Programme,
    DateOnly DueOn,
    FollowUpState State,
    PurposeFinding? Purpose,
    int? Workers,
    int? WorkersBefore,
    Dong? Revenue,
    Dong? RevenueBefore);

/// <summary>Tổng hợp sau hỗ trợ của một nội dung trong một chương trình, một lần theo dõi.</summary>
/// <param name="Asked">Sheets that have come due.</param>
/// <param name="Answered">Of these, sent or confirmed.</param>
/// <param name="Confirmed">Of these, confirmed: only they are summed.</param>
/// <param name="WithWorkers">Establishments whose workers are known before and after.</param>
/// <param name="WithRevenue">Establishments whose revenue is known before and after.</param>
public sealed record FollowUpSum(
    string Content,
    string Programme,
    int Asked,
    int Answered,
    int Confirmed,
    int NoAnswer,
    int WithWorkers,
    long WorkersBefore,
    long Workers,
    int WithRevenue,
    Dong RevenueBefore,
    Dong Revenue,
    int UsedRightly,
    int Misused)
{
    public long WorkersChange => Workers - WorkersBefore;

    public Dong RevenueChange => Revenue - RevenueBefore;
}

/// <summary>Cộng số liệu theo dõi: before → after, of the same establishments, each counted once however many supports it had.</summary>
public static class FollowUpSums
{
    /// <summary>A line for each content of each programme.</summary>
    /// <param name="sheets">Of one round: the rounds are two looks at the same workers and are not added.</param>
    /// <param name="today">Sheets that are not due by then are asked of nobody yet.</param>
    public static IReadOnlyList<FollowUpSum> Of(IReadOnlyCollection<FollowUpFigures> sheets, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        return [.. sheets.GroupBy(s => (s.Programme, s.Content)).OrderBy(g => g.Key.Programme, StringComparer.Ordinal).ThenBy(g => g.Key.Content, StringComparer.Ordinal)
            .Select(g => Sum(g.Key.Content, g.Key.Programme, [.. g], today)).Where(s => s.Asked > 0)];
    }

    /// <summary>All together: an establishment that stands in several lines is counted once here.</summary>
    public static FollowUpSum Total(IReadOnlyCollection<FollowUpFigures> sheets, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        return Sum("", "", sheets, today);
    }

    private static FollowUpSum Sum(string content, string programme, IReadOnlyCollection<FollowUpFigures> sheets, DateOnly today)
    {
        var asked = sheets.Where(s => s.DueOn <= today || s.State is not FollowUpState.AwaitingAnswer).ToList();
        var confirmed = asked.Where(s => s.State is FollowUpState.Confirmed).ToList();
        // One workshop has one number of workers: of several sheets the latest speaks.
        var workers = Latest(confirmed.Where(s => s is { Workers: not null, WorkersBefore: not null }));
        var revenue = Latest(confirmed.Where(s => s is { Revenue: not null, RevenueBefore: not null }));
        return new(
            content,
            programme,
            asked.Count,
            asked.Count(s => s.State is FollowUpState.Submitted or FollowUpState.Confirmed),
            confirmed.Count,
            asked.Count(s => s.State is FollowUpState.NoAnswer),
            workers.Count,
            workers.Sum(s => (long)s.WorkersBefore!.Value),
            workers.Sum(s => (long)s.Workers!.Value),
            revenue.Count,
            revenue.Select(s => s.RevenueBefore!.Value).Sum(),
            revenue.Select(s => s.Revenue!.Value).Sum(),
            confirmed.Count(s => s.Purpose is PurposeFinding.Right),
            confirmed.Count(s => s.Purpose is PurposeFinding.Misused));
    }

    private static List<FollowUpFigures> Latest(IEnumerable<FollowUpFigures> sheets) => [.. sheets.GroupBy(s => s.EstablishmentId).Select(g => g.MaxBy(s => s.DueOn)!)];
}
