using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Acceptances;

/// <summary>Biên bản nghiệm thu chung (mẫu 5b, 5c): what a project's records of single sites come to; of itself it accepts no machine, no result and no support.</summary>
public sealed class AcceptanceSummary : IProvincial, IVersioned, IAudited
{
    private readonly List<GatheredAcceptance> rows = [];

    private AcceptanceSummary()
    {
    }

    public Guid AcceptanceSummaryId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ProjectId { get; private set; }

    public Regime Regime { get; private set; }

    /// <summary>As its contract's: the commune that alone works on it, or the province.</summary>
    public string TerritoryCode { get; private set; } = "";

    /// <summary>5b, or 5c: what the Cục concluded, kept here as its signed paper says.</summary>
    public AcceptanceForm Form { get; private set; }

    public AcceptanceState State { get; private set; }

    public DateOnly StateSince { get; private set; }

    public int Round { get; private set; }

    public DateOnly? HeldOn { get; private set; }

    public string? Number { get; private set; }

    public string? Place { get; private set; }

    public string? Basis { get; private set; }

    /// <summary>Thành phần, one a line.</summary>
    public string? Members { get; private set; }

    public AcceptanceVerdict? Verdict { get; private set; }

    public string? Opinion { get; private set; }

    /// <summary>As the paper states it.</summary>
    public Dong? EligibleCost { get; private set; }

    /// <summary>As the paper states it; what is paid follows the records of the sites, and what the Cục concluded less in a 5c is not paid.</summary>
    public Dong? Due { get; private set; }

    public int? MachineCount { get; private set; }

    public string? FileSha { get; private set; }

    public string? FileName { get; private set; }

    public string? MediaType { get; private set; }

    /// <summary>Bản ký cũ hơn số liệu: what was sent back was written anew after it was signed.</summary>
    public bool IsScanOlder { get; private set; }

    public Hands Hands { get; private set; } = Hands.None;

    public Guid? ConcludedBy { get; private set; }

    public DateOnly? ConcludedOn { get; private set; }

    /// <summary>Why it was returned, discarded or undone the last time.</summary>
    public string? Reason { get; private set; }

    /// <summary>Moves with every change of its rows too.</summary>
    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>Somebody else has had it before them: what is written again was sent back, and that takes a reason.</summary>
    public bool WasSent => State is not AcceptanceState.Drafting || Reason is not null;

    /// <summary>The records it gathered, from its conclusion on.</summary>
    public IReadOnlyList<GatheredAcceptance> Rows => rows;

    public AuditSubject AuditSubject => new(nameof(AcceptanceSummary), AcceptanceSummaryId);

    public AcceptanceSummaryText Text => new(HeldOn, Number, Place, Basis, Members, Verdict, Opinion, EligibleCost, Due, MachineCount);

    public static AcceptanceSummary From(AcceptanceSummaryOpened opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return new()
        {
            AcceptanceSummaryId = opened.AcceptanceSummaryId,
            ProvinceCode = opened.ProvinceCode,
            ProjectId = opened.ProjectId,
            Regime = opened.Regime,
            TerritoryCode = opened.TerritoryCode,
            Form = opened.Form,
            Round = opened.Round,
            EligibleCost = opened.EligibleCost,
            Due = opened.Due,
            MachineCount = opened.MachineCount,
            Hands = Hands.None.Wrote(opened.By),
            StateSince = opened.On,
            ChangedAt = opened.At,
        };
    }

    public void Apply(AcceptanceSummaryWritten written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var text = written.Text;
        // Before it was sent the paper comes first and is written down after it.
        IsScanOlder |= FileSha is not null && WasSent && text != Text;
        (HeldOn, Number, Place, Basis, Members) = (text.HeldOn, text.Number, text.Place, text.Basis, text.Members);
        (Verdict, Opinion, EligibleCost, Due, MachineCount) = (text.Verdict, text.Opinion, text.EligibleCost, text.Due, text.MachineCount);
        (Hands, ChangedAt) = (Hands.Wrote(written.By), written.At);
    }

    public void Apply(AcceptanceSummaryScanned scanned)
    {
        ArgumentNullException.ThrowIfNull(scanned);
        (FileSha, FileName, MediaType, IsScanOlder) = (scanned.FileSha, scanned.FileName, scanned.MediaType, false);
        (Hands, ChangedAt) = (Hands.Wrote(scanned.By), scanned.At);
    }

    public void Apply(AcceptanceSummaryMoved moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        switch (moved.Move.Action)
        {
            case AcceptanceAction.Submit:
                (Hands, Reason) = (Hands.Wrote(moved.By), null);
                break;
            case AcceptanceAction.Conclude:
                (ConcludedBy, ConcludedOn) = (moved.By, moved.On);
                rows.AddRange(moved.Sites.Select((s, i) => GatheredAcceptance.Of(this, moved.NewId(), i, s)));
                break;
            default:
                Reason = moved.Move.Note;
                break;
        }

        (State, StateSince, ChangedAt) = (moved.To, moved.On, moved.At);
    }
}

/// <summary>Biên bản từng địa điểm đã tổng hợp vào biên bản chung, as it stood at the conclusion.</summary>
public sealed class GatheredAcceptance : IProvincial, IAudited
{
    private GatheredAcceptance()
    {
    }

    public Guid GatheredAcceptanceId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid AcceptanceSummaryId { get; private set; }

    public Guid AcceptanceId { get; private set; }

    public int Order { get; private set; }

    public string Name { get; private set; } = "";

    public int Round { get; private set; }

    public AcceptanceVerdict? Verdict { get; private set; }

    public DateOnly? HeldOn { get; private set; }

    public Dong EligibleCost { get; private set; }

    public Dong Due { get; private set; }

    public int MachineCount { get; private set; }

    public AuditSubject AuditSubject => new(nameof(AcceptanceSummary), AcceptanceSummaryId);

    public GatheredSite Site => new(AcceptanceId, null, Name, Round, Verdict, HeldOn, EligibleCost, Due, MachineCount);

    internal static GatheredAcceptance Of(AcceptanceSummary summary, Guid id, int order, GatheredSite site) => new()
    {
        GatheredAcceptanceId = id,
        ProvinceCode = summary.ProvinceCode,
        AcceptanceSummaryId = summary.AcceptanceSummaryId,
        AcceptanceId = site.AcceptanceId,
        Order = order,
        Name = site.Name,
        Round = site.Round,
        Verdict = site.Verdict,
        HeldOn = site.HeldOn,
        EligibleCost = site.EligibleCost,
        Due = site.Due,
        MachineCount = site.MachineCount,
    };
}
