namespace KhuyenCong.Domain.Surveys;

/// <summary>Đợt khảo sát: the figures of one year, asked of the establishments of some communes until a day.</summary>
public sealed class SurveyRound : IProvincial, IVersioned, IAudited
{
    private SurveyRound()
    {
    }

    public Guid SurveyRoundId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>The year whose figures are asked for.</summary>
    public int Year { get; private set; }

    public DateOnly Deadline { get; private set; }

    public SurveyQuestions Questions { get; private set; }

    /// <summary>Codes separated by blanks.</summary>
    public string CommuneCodes { get; private set; } = "";

    public DateOnly OpenedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<string> Communes => CommuneCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool IsOpen => ClosedOn is null;

    public AuditSubject AuditSubject => new(nameof(SurveyRound), SurveyRoundId);

    public static SurveyRound From(SurveyOpened opened) => new()
    {
        SurveyRoundId = opened.SurveyRoundId,
        ProvinceCode = opened.ProvinceCode,
        Title = opened.Title,
        Year = opened.Year,
        Deadline = opened.Deadline,
        Questions = opened.Questions,
        CommuneCodes = string.Join(' ', opened.Communes),
        OpenedOn = opened.On,
    };

    public void Apply(SurveyExtended extended) => Deadline = extended.Deadline;

    public void Apply(SurveyClosed closed) => ClosedOn = closed.On;

    public bool IsOverdue(DateOnly today) => IsOpen && today > Deadline;

    public bool Asks(SurveyQuestions question) => Questions.HasFlag(question);
}

/// <summary>Phiếu khảo sát của một cơ sở: what was answered, or why there is no answer. The figures stand in the establishment's own row of the year.</summary>
public sealed class SurveySheet : IProvincial, IVersioned, IAudited
{
    private SurveySheet()
    {
    }

    public Guid SurveySheetId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid SurveyRoundId { get; private set; }

    public Guid EstablishmentId { get; private set; }

    public SheetOutcome Outcome { get; private set; }

    /// <summary>What help the establishment says it needs.</summary>
    public string? Needs { get; private set; }

    public string? Note { get; private set; }

    public string FilledBy { get; private set; } = "";

    public DateTime FilledAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>Part of the establishment's history: that is where its figures change.</summary>
    public AuditSubject AuditSubject => new(nameof(Establishments.Establishment), EstablishmentId);

    public static SurveySheet From(SheetFilled filled, string provinceCode)
    {
        var sheet = new SurveySheet { SurveySheetId = filled.SurveySheetId, ProvinceCode = provinceCode, SurveyRoundId = filled.SurveyRoundId, EstablishmentId = filled.EstablishmentId };
        sheet.Apply(filled);
        return sheet;
    }

    public void Apply(SheetFilled filled) => (Outcome, Needs, Note, FilledBy, FilledAt) = (filled.Outcome, filled.Needs, filled.Note, filled.By, filled.At);
}

/// <summary>Câu hỏi của đợt khảo sát: the fields of an establishment's year that are asked for.</summary>
[Flags]
public enum SurveyQuestions
{
    None = 0,

    /// <summary>Số lao động.</summary>
    Labour = 1,

    /// <summary>Nguồn vốn.</summary>
    Capital = 2,

    /// <summary>Doanh thu.</summary>
    Revenue = 4,

    /// <summary>Xuất khẩu.</summary>
    Export = 8,

    /// <summary>Tỷ lệ nguyên liệu trong tỉnh.</summary>
    LocalMaterial = 16,

    /// <summary>Nhu cầu hỗ trợ.</summary>
    Needs = 32,

    All = 63,
}

/// <summary>Kết quả của phiếu.</summary>
public enum SheetOutcome
{
    /// <summary>Đã trả lời.</summary>
    Answered,

    /// <summary>Cơ sở đã ngừng hoạt động.</summary>
    Ceased,

    /// <summary>Không gặp được hoặc không trả lời.</summary>
    Unreached,
}

/// <summary>Đã mở đợt khảo sát.</summary>
public sealed record SurveyOpened(Guid SurveyRoundId, string ProvinceCode, string Title, int Year, DateOnly Deadline, SurveyQuestions Questions, IReadOnlyList<string> Communes, DateOnly On);

/// <summary>Đã gia hạn đợt khảo sát.</summary>
public sealed record SurveyExtended(Guid SurveyRoundId, DateOnly Deadline);

/// <summary>Đã kết thúc đợt khảo sát.</summary>
public sealed record SurveyClosed(Guid SurveyRoundId, DateOnly On);

/// <summary>Đã điền phiếu.</summary>
public sealed record SheetFilled(Guid SurveySheetId, Guid SurveyRoundId, Guid EstablishmentId, SheetOutcome Outcome, string? Needs, string? Note, string By, DateTime At);
