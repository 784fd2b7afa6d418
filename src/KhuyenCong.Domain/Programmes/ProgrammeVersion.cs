namespace KhuyenCong.Domain.Programmes;

/// <summary>Trạng thái phiên bản chương trình: only a draft changes; a superseded version stays as it was.</summary>
public enum VersionState
{
    Draft,
    InForce,
    Superseded,
}

/// <summary>Cách nhập: where a version's text came from.</summary>
public enum VersionSource
{
    Shipped,
    Form,
    Excel,
}

/// <summary>Phiên bản chương trình: the whole text of one decision, kept for ever once in force.</summary>
public sealed class ProgrammeVersion : IProvincial, IVersioned, IAudited
{
    private ProgrammeVersion()
    {
    }

    public Guid ProgrammeVersionId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ProgrammeId { get; private set; }

    public int Number { get; private set; }

    public VersionState State { get; private set; }

    public VersionSource Source { get; private set; }

    public ProgrammeText Text { get; private set; } = null!;

    /// <summary>Copied from the text, so that lists need not read it.</summary>
    public string DecisionNumber { get; private set; } = "";

    public DateOnly DecisionDate { get; private set; }

    public DateOnly? InForceFrom { get; private set; }

    public string SavedBy { get; private set; } = "";

    public DateTime SavedAt { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Programme), ProgrammeId);

    public static ProgrammeVersion From(VersionDrafted drafted)
    {
        ArgumentNullException.ThrowIfNull(drafted);
        var version = new ProgrammeVersion
        {
            ProgrammeVersionId = drafted.ProgrammeVersionId,
            ProvinceCode = drafted.ProvinceCode,
            ProgrammeId = drafted.ProgrammeId,
            Number = drafted.Number,
            Source = drafted.Source,
        };
        version.Take(drafted.Text, drafted.SavedBy, drafted.SavedAt);
        return version;
    }

    public void Apply(DraftSaved saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        if (State is not VersionState.Draft)
        {
            throw new InvalidOperationException("A version in force never changes: an amendment is a new version.");
        }

        Take(saved.Text, saved.SavedBy, saved.SavedAt);
    }

    public void Apply(VersionPublished published)
    {
        ArgumentNullException.ThrowIfNull(published);
        if (published.Number == Number)
        {
            Take(published.Text, published.PublishedBy, published.PublishedAt);
            State = VersionState.InForce;
            InForceFrom = published.InForceFrom;
        }
        else if (State is VersionState.InForce)
        {
            State = VersionState.Superseded;
        }
    }

    private void Take(ProgrammeText text, string by, DateTime at) =>
        (Text, DecisionNumber, DecisionDate, SavedBy, SavedAt) = (text, text.Decision.Number, text.Decision.Date, by, at);
}

/// <summary>Lập phiên bản: a draft of the next version of a programme.</summary>
public sealed record VersionDrafted(
    Guid ProgrammeVersionId,
    string ProvinceCode,
    Guid ProgrammeId,
    int Number,
    ProgrammeText Text,
    VersionSource Source,
    string SavedBy,
    DateTime SavedAt);

/// <summary>Lưu bản nháp: the draft's text was changed.</summary>
public sealed record DraftSaved(ProgrammeText Text, string SavedBy, DateTime SavedAt);
