namespace KhuyenCong.Domain.Programmes;

/// <summary>Cấp chương trình: whose programme it is.</summary>
public enum ProgrammeLevel
{
    National,
    Province,
    Commune,
}

/// <summary>Chương trình khuyến công: what stays the same while decisions amend it.</summary>
public sealed class Programme : IProvincial, IVersioned, IAudited
{
    /// <summary>The scope of a programme of the Ministry.</summary>
    public const string National = "VN";

    private Programme()
    {
    }

    public Guid ProgrammeId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public ProgrammeLevel Level { get; private set; }

    public string? CommuneCode { get; private set; }

    public string Title { get; private set; } = "";

    public int FromYear { get; private set; }

    public int ToYear { get; private set; }

    /// <summary>The version in force; 0 while there are only drafts.</summary>
    public int CurrentVersionNumber { get; private set; }

    /// <summary>Published programmes have a public page.</summary>
    public bool IsPublished { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Programme), ProgrammeId);

    public DateOnly StartsOn => new(FromYear, 1, 1);

    public DateOnly EndsOn => new(ToYear, 12, 31);

    public static Programme From(ProgrammeOpened opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return new()
        {
            ProgrammeId = opened.ProgrammeId,
            ProvinceCode = opened.ProvinceCode,
            Level = opened.Level,
            CommuneCode = opened.CommuneCode,
            Title = opened.Title,
            FromYear = opened.FromYear,
            ToYear = opened.ToYear,
        };
    }

    public void Apply(VersionPublished published)
    {
        ArgumentNullException.ThrowIfNull(published);
        CurrentVersionNumber = published.Number;
        Title = published.Text.Title;
        FromYear = published.Text.FromYear;
        ToYear = published.Text.ToYear;
        IsPublished = true;
    }
}

/// <summary>Mở chương trình: somebody starts to enter a programme.</summary>
public sealed record ProgrammeOpened(
    Guid ProgrammeId,
    string ProvinceCode,
    ProgrammeLevel Level,
    string? CommuneCode,
    string Title,
    int FromYear,
    int ToYear);
