using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.YearlySettlements;

/// <summary>Báo cáo quyết toán năm: what one unit did with its estimate of one year, on its way to whoever appraises and approves it.</summary>
/// <remarks>Its figures are sums of ledger entries, drawn into a version; a version that was submitted is never changed, what comes back is drawn anew as the next one.</remarks>
public sealed class YearlySettlement : IProvincial, IVersioned, IAudited
{
    private readonly List<YearlyVersion> versions = [];
    private readonly List<YearlyStep> steps = [];

    private YearlySettlement()
    {
    }

    public Guid YearlySettlementId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    /// <summary>Đơn vị dự toán.</summary>
    public Guid HolderId { get; private set; }

    /// <summary>The commune of a unit that is a commune's office; null = of the province.</summary>
    public string? CommuneCode { get; private set; }

    public int Year { get; private set; }

    public YearlyState State { get; private set; }

    public DateOnly StateSince { get; private set; }

    /// <summary>The way it goes; known once it is submitted.</summary>
    public YearlyRoute? Route { get; private set; }

    /// <summary>Phiên bản: of the figures that count.</summary>
    public int Round { get; private set; }

    /// <summary>All who drew its figures and all who judged them.</summary>
    public Hands Hands { get; private set; } = Hands.None;

    /// <summary>Who submitted the version that counts.</summary>
    public Guid? SubmittedBy { get; private set; }

    /// <summary>Thông báo thẩm định, văn bản phê duyệt quyết toán.</summary>
    public string? FinalNumber { get; private set; }

    public DateOnly? FinalDate { get; private set; }

    public string? FinalIssuer { get; private set; }

    public string? FileSha { get; private set; }

    public string? FileName { get; private set; }

    public int StepCount { get; private set; }

    /// <summary>Moves with every change of its rows too, so that its version tells whoever saw older ones.</summary>
    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<YearlyVersion> Versions => versions;

    public IReadOnlyList<YearlyStep> Steps => steps;

    public bool IsEditable => State is YearlyState.Drafting or YearlyState.SentBack;

    /// <summary>The version that counts; read with its versions.</summary>
    public YearlyVersion Current => versions.MaxBy(v => v.Number) ?? throw new InvalidOperationException("A report without figures was read: a caller's mistake.");

    public AuditSubject AuditSubject => new(nameof(YearlySettlement), YearlySettlementId);

    public static YearlySettlement From(YearlyOpened opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return new() { YearlySettlementId = opened.YearlySettlementId, ProvinceCode = opened.ProvinceCode, HolderId = opened.Unit.HolderId, CommuneCode = opened.Unit.Commune, Year = opened.Year, StateSince = opened.On };
    }

    public void Apply(YearlyDrawn drawn)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        if (drawn.OpensVersion)
        {
            Round++;
            versions.Add(YearlyVersion.Of(this, drawn));
        }
        else
        {
            Current.Draw(drawn);
        }

        if (State is YearlyState.SentBack)
        {
            (State, StateSince) = (YearlyState.Drafting, drawn.On);
        }

        (Hands, ChangedAt) = (Hands.Wrote(drawn.By), drawn.At);
    }

    public void Apply(YearlyMoved moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        StepCount++;
        steps.Add(YearlyStep.Of(this, moved));
        var move = moved.Move;
        switch (move.Action)
        {
            case YearlyAction.Submit or YearlyAction.SubmitToFinance:
                (Route, SubmittedBy) = (moved.Route, moved.By);
                Current.Submit(moved.At);
                break;
            case YearlyAction.Forward:
                Hands = Hands.Appraised(moved.By);
                break;
            case YearlyAction.Appraise:
                Current.Find(new(move.Findings));
                Hands = Hands.Appraised(moved.By);
                break;
            case YearlyAction.Finish:
                (FinalNumber, FinalDate, FinalIssuer, FileSha, FileName) = (move.DocumentNumber, move.DocumentDate, move.Issuer, move.FileSha, move.FileName);
                break;
        }

        (State, StateSince, ChangedAt) = (moved.To, moved.On, moved.At);
    }
}

/// <summary>Phiên bản số liệu của báo cáo quyết toán năm: frozen once submitted, with the ledger's moment.</summary>
public sealed class YearlyVersion : IProvincial, IAudited
{
    private YearlyVersion()
    {
    }

    public Guid YearlyVersionId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid YearlySettlementId { get; private set; }

    public int Number { get; private set; }

    public YearlyFigures Figures { get; private set; } = YearlyFigures.None;

    /// <summary>Thuyết minh.</summary>
    public string? Note { get; private set; }

    public Guid DrawnBy { get; private set; }

    /// <summary>The moment of the ledger that the figures are of.</summary>
    public DateTime DrawnAt { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    public YearlyFindings Findings { get; private set; } = YearlyFindings.None;

    public AuditSubject AuditSubject => new(nameof(YearlySettlement), YearlySettlementId);

    internal static YearlyVersion Of(YearlySettlement report, YearlyDrawn drawn)
    {
        var version = new YearlyVersion { YearlyVersionId = drawn.VersionId, ProvinceCode = report.ProvinceCode, YearlySettlementId = report.YearlySettlementId, Number = report.Round };
        version.Draw(drawn);
        return version;
    }

    internal void Draw(YearlyDrawn drawn)
    {
        if (SubmittedAt is not null)
        {
            throw new InvalidOperationException("Figures that were submitted are not drawn over.");
        }

        (Figures, Note, DrawnBy, DrawnAt) = (drawn.Figures, drawn.Note, drawn.By, drawn.At);
    }

    internal void Submit(DateTime at) => SubmittedAt = at;

    internal void Find(YearlyFindings findings) => Findings = findings;
}

/// <summary>Bước xử lý của báo cáo quyết toán năm.</summary>
public sealed class YearlyStep : IProvincial, IAudited
{
    private YearlyStep()
    {
    }

    public Guid YearlyStepId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid YearlySettlementId { get; private set; }

    public int Sequence { get; private set; }

    public YearlyAction Action { get; private set; }

    public YearlyState FromState { get; private set; }

    public YearlyState ToState { get; private set; }

    /// <summary>Of the figures that it was about.</summary>
    public int Round { get; private set; }

    public DateOnly On { get; private set; }

    public Guid By { get; private set; }

    public string? Note { get; private set; }

    public string? DocumentNumber { get; private set; }

    public DateOnly? DocumentDate { get; private set; }

    public AuditSubject AuditSubject => new(nameof(YearlySettlement), YearlySettlementId);

    internal static YearlyStep Of(YearlySettlement report, YearlyMoved moved) => new()
    {
        YearlyStepId = moved.StepId,
        ProvinceCode = report.ProvinceCode,
        YearlySettlementId = report.YearlySettlementId,
        Sequence = report.StepCount,
        Action = moved.Move.Action,
        FromState = report.State,
        ToState = moved.To,
        Round = report.Round,
        On = moved.On,
        By = moved.By,
        Note = moved.Move.Note,
        DocumentNumber = moved.Move.DocumentNumber,
        DocumentDate = moved.Move.DocumentDate,
    };
}
