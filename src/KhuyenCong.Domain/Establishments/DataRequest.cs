namespace KhuyenCong.Domain.Establishments;

/// <summary>Yêu cầu của chủ thể dữ liệu: somebody wants to see, correct or erase the personal data kept about them.</summary>
public sealed class DataRequest : IProvincial, IVersioned, IAudited
{
    private DataRequest()
    {
    }

    public Guid DataRequestId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public string Number { get; private set; } = "";

    public Guid EstablishmentId { get; private set; }

    public DataRequestKind Kind { get; private set; }

    public string RequestedBy { get; private set; } = "";

    public string RequestedText { get; private set; } = "";

    public DateOnly ReceivedOn { get; private set; }

    /// <summary>The day by which it is to be answered, as the official set it.</summary>
    public DateOnly DueOn { get; private set; }

    public DataRequestState State { get; private set; }

    public string? Answer { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(DataRequest), DataRequestId);

    public static DataRequest From(DataRequested requested) => new()
    {
        DataRequestId = requested.DataRequestId,
        ProvinceCode = requested.ProvinceCode,
        Number = requested.Number,
        EstablishmentId = requested.EstablishmentId,
        Kind = requested.Kind,
        RequestedBy = requested.RequestedBy,
        RequestedText = requested.Text,
        ReceivedOn = requested.ReceivedOn,
        DueOn = requested.DueOn,
    };

    public void Apply(DataRequestAnswered answered) =>
        (State, Answer, AnsweredOn) = (answered.Granted ? DataRequestState.Done : DataRequestState.Refused, answered.Answer, answered.On);

    public bool IsOverdue(DateOnly today) => State is DataRequestState.Open && today > DueOn;
}

/// <summary>Loại yêu cầu về dữ liệu cá nhân.</summary>
public enum DataRequestKind
{
    /// <summary>Xem.</summary>
    See,

    /// <summary>Chỉnh sửa.</summary>
    Correct,

    /// <summary>Xóa.</summary>
    Erase,
}

/// <summary>Trạng thái của yêu cầu.</summary>
public enum DataRequestState
{
    /// <summary>Chờ trả lời.</summary>
    Open,

    /// <summary>Đã thực hiện.</summary>
    Done,

    /// <summary>Từ chối, có lý do.</summary>
    Refused,
}

/// <summary>Đã ghi nhận yêu cầu.</summary>
public sealed record DataRequested(
    Guid DataRequestId, string ProvinceCode, string Number, Guid EstablishmentId, DataRequestKind Kind, string RequestedBy, string Text, DateOnly ReceivedOn, DateOnly DueOn);

/// <summary>Đã trả lời yêu cầu.</summary>
public sealed record DataRequestAnswered(Guid DataRequestId, bool Granted, string Answer, DateOnly On);

/// <summary>Tiếp nhận và trả lời yêu cầu về dữ liệu cá nhân.</summary>
public static class DataRequesting
{
    private const int LongestText = 2000;

    public static Ruling<DataRequested> Register(DataRequested wanted, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return Decide.If(
            () => wanted with { RequestedBy = wanted.RequestedBy.Trim().Normalize(), Text = wanted.Text.Trim() },
            (!string.IsNullOrWhiteSpace(wanted.RequestedBy), new("request.who-missing", nameof(wanted.RequestedBy))),
            (!string.IsNullOrWhiteSpace(wanted.Text), new("request.text-missing", nameof(wanted.Text))),
            (wanted.Text is not { Length: > LongestText } && wanted.RequestedBy is not { Length: > Registering.LongestName }, new("establishment.too-long", nameof(wanted.Text), LongestText)),
            (wanted.ReceivedOn <= today, new("request.in-future", nameof(wanted.ReceivedOn))),
            (wanted.DueOn >= wanted.ReceivedOn, new("request.due-before-received", nameof(wanted.DueOn))));
    }

    public static Ruling<DataRequestAnswered> Answer(DataRequest request, bool granted, string? answer, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Decide.If(
            () => new DataRequestAnswered(request.DataRequestId, granted, answer!.Trim(), today),
            (request.State is DataRequestState.Open, new("request.already-answered")),
            (!string.IsNullOrWhiteSpace(answer), new("request.answer-missing", nameof(answer))),
            (answer is not { Length: > LongestText }, new("establishment.too-long", nameof(answer), LongestText)));
    }

    /// <summary>Every record of the same subject: a merge copies what it finds, so what one tells the others tell too.</summary>
    public static IReadOnlySet<Guid> RecordsOf(Guid establishmentId, IReadOnlyCollection<(Guid Merged, Guid Kept)> merges)
    {
        ArgumentNullException.ThrowIfNull(merges);
        var records = new HashSet<Guid> { establishmentId };
        while (merges.Where(m => records.Contains(m.Merged) != records.Contains(m.Kept)).ToList() is { Count: > 0 } links)
        {
            records.UnionWith(links.SelectMany(l => new[] { l.Merged, l.Kept }));
        }

        return records;
    }

    /// <summary>What goes when an erasure is granted: contacts and numbers of persons. What the law has the office keep stays.</summary>
    public static IReadOnlyList<PartRemoved> Erasure(Establishment establishment, string number, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(establishment);
        return [.. establishment.Contacts.Select(c => c.PartId).Concat(establishment.Identifiers.Where(i => i.IsPersonalFor(establishment.LegalForm)).Select(i => i.PartId))
            .Select(id => new PartRemoved(establishment.EstablishmentId, id, number, at))];
    }
}
