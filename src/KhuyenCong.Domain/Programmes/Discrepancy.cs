namespace KhuyenCong.Domain.Programmes;

/// <summary>Nguồn phát hiện mâu thuẫn: a rule, or a reader; the two are never counted together.</summary>
public enum DiscrepancyOrigin
{
    Rule,
    Reader,
}

/// <summary>Trạng thái mâu thuẫn: waits for a signed explanation, has one, or is gone from the text in force.</summary>
public enum DiscrepancyState
{
    Open,
    Explained,
    Gone,
}

/// <summary>Mâu thuẫn số liệu: a printed figure that disagrees with another; shown with both quotes, never corrected silently.</summary>
public sealed class Discrepancy : IProvincial, IVersioned, IAudited
{
    private Discrepancy()
    {
    }

    public Guid DiscrepancyId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ProgrammeId { get; private set; }

    /// <summary>A rule's stable key, or the reader's note code.</summary>
    public string Key { get; private set; } = "";

    public DiscrepancyOrigin Origin { get; private set; }

    public DiscrepancyRule? Rule { get; private set; }

    public ReaderNoteKind? NoteKind { get; private set; }

    public string Title { get; private set; } = "";

    public IReadOnlyList<ClauseQuote> Quotes { get; private set; } = [];

    public string? Printed { get; private set; }

    public string? Compared { get; private set; }

    public string? Difference { get; private set; }

    public Dong? Gap { get; private set; }

    public IReadOnlyList<string> Arithmetic { get; private set; } = [];

    public string? Analysis { get; private set; }

    public string? Expectation { get; private set; }

    public int Order { get; private set; }

    public DiscrepancyState State { get; private set; }

    public string? Explanation { get; private set; }

    /// <summary>Which of the readings applies, where the signed document says so.</summary>
    public string? AppliedReading { get; private set; }

    public string? DocumentNumber { get; private set; }

    public DateOnly? DocumentDate { get; private set; }

    public string? Signer { get; private set; }

    public string? ExplainedBy { get; private set; }

    public DateTime? ExplainedAt { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Discrepancy), DiscrepancyId);

    public static Discrepancy From(FoundDiscrepancy found, Programme programme, Guid id, int order)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(programme);
        var discrepancy = new Discrepancy
        {
            DiscrepancyId = id,
            ProvinceCode = programme.ProvinceCode,
            ProgrammeId = programme.ProgrammeId,
            Key = found.Key,
            Origin = DiscrepancyOrigin.Rule,
        };
        discrepancy.Find(found, order);
        return discrepancy;
    }

    public static Discrepancy From(ReaderNote note, Programme programme, Guid id, int order)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(programme);
        return new()
        {
            DiscrepancyId = id,
            ProvinceCode = programme.ProvinceCode,
            ProgrammeId = programme.ProgrammeId,
            Key = note.Code,
            Origin = DiscrepancyOrigin.Reader,
            NoteKind = note.Kind,
            Title = note.Title,
            Quotes = note.Quotes,
            Analysis = note.Analysis,
            Expectation = note.Expectation,
            Order = order,
        };
    }

    /// <summary>Found again in a newer version: an explanation holds only for the figures it explained.</summary>
    public void Apply(FoundDiscrepancy again, int order)
    {
        ArgumentNullException.ThrowIfNull(again);
        var sameFigures = Printed == again.Printed && Compared == again.Compared;
        if (!sameFigures || State is DiscrepancyState.Gone)
        {
            State = sameFigures && Explanation is not null ? DiscrepancyState.Explained : DiscrepancyState.Open;
        }

        if (!sameFigures)
        {
            (Explanation, AppliedReading, DocumentNumber, DocumentDate, Signer, ExplainedBy, ExplainedAt) = (null, null, null, null, null, null, null);
        }

        Find(again, order);
    }

    public void Apply(DiscrepancyGone gone)
    {
        ArgumentNullException.ThrowIfNull(gone);
        State = DiscrepancyState.Gone;
    }

    public void Apply(DiscrepancyExplained explained)
    {
        ArgumentNullException.ThrowIfNull(explained);
        State = DiscrepancyState.Explained;
        (Explanation, AppliedReading) = (explained.Explanation, explained.AppliedReading);
        (DocumentNumber, DocumentDate, Signer) = (explained.DocumentNumber, explained.DocumentDate, explained.Signer);
        (ExplainedBy, ExplainedAt) = (explained.ExplainedBy, explained.ExplainedAt);
    }

    private void Find(FoundDiscrepancy found, int order)
    {
        (Rule, Title, Quotes, Arithmetic, Order) = (found.Rule, found.Title, found.Quotes, found.Arithmetic, order);
        (Printed, Compared, Difference, Gap) = (found.Printed, found.Compared, found.Difference, found.Gap);
    }
}

/// <summary>Không còn mâu thuẫn: the version in force no longer disagrees with itself here.</summary>
public sealed record DiscrepancyGone(string Key);
