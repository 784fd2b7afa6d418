namespace KhuyenCong.Domain.Projects;

/// <summary>Trạng thái của danh sách đơn vị thụ hưởng.</summary>
public enum BeneficiaryListState
{
    /// <summary>Chờ Sở xác nhận.</summary>
    Proposed,

    /// <summary>Đã trả lại.</summary>
    Returned,

    /// <summary>Đã xác nhận, đang áp dụng.</summary>
    Confirmed,

    /// <summary>Đã thay bằng danh sách sau.</summary>
    Replaced,
}

/// <summary>Danh sách đơn vị thụ hưởng: who gets what of an approved group project, proposed by its writing unit and confirmed by the Sở with a document. Lists that were replaced or returned stay.</summary>
public sealed class BeneficiaryList : IProvincial, IAudited
{
    private BeneficiaryList()
    {
    }

    public Guid BeneficiaryListId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ProjectId { get; private set; }

    public int Sequence { get; private set; }

    public BeneficiaryListState State { get; private set; }

    public IReadOnlyList<ListedBeneficiary> Rows { get; private set; } = [];

    public Dong Total { get; private set; }

    public Guid ProposedBy { get; private set; }

    public DateOnly ProposedOn { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    public string? DocumentNumber { get; private set; }

    public DateOnly? DocumentDate { get; private set; }

    /// <summary>Why it was returned.</summary>
    public string? Reason { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Project), ProjectId);

    public static BeneficiaryList From(BeneficiariesProposed proposed, string provinceCode)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        return new()
        {
            BeneficiaryListId = proposed.ListId,
            ProvinceCode = provinceCode,
            ProjectId = proposed.Step.ProjectId,
            Sequence = proposed.Sequence,
            Rows = proposed.Rows,
            Total = BeneficiaryListing.Sum(proposed.Rows),
            ProposedBy = proposed.Step.By,
            ProposedOn = proposed.Step.On,
        };
    }

    public void Apply(BeneficiariesConfirmed confirmed)
    {
        ArgumentNullException.ThrowIfNull(confirmed);
        (State, DecidedBy, DecidedOn) = (BeneficiaryListState.Confirmed, confirmed.Step.By, confirmed.Step.On);
        (DocumentNumber, DocumentDate) = (confirmed.DocumentNumber, confirmed.DocumentDate);
    }

    public void Apply(BeneficiariesReturned returned)
    {
        ArgumentNullException.ThrowIfNull(returned);
        (State, DecidedBy, DecidedOn, Reason) = (BeneficiaryListState.Returned, returned.Step.By, returned.Step.On, returned.Step.Move.Note);
    }

    /// <summary>A later list takes its place.</summary>
    public void Replace() => State = BeneficiaryListState.Replaced;
}

/// <summary>Một dòng của danh sách: an establishment at one production site, what it is helped for, at what cost and with how much.</summary>
public sealed record ListedBeneficiary(
    Guid BeneficiaryId, Guid EstablishmentId, string Name, Guid? ProductionSiteId, string? CommuneCode, string? KindCode, Dong? Cost, Dong? Support, IReadOnlyList<MachineText> Machines)
{
    public BeneficiaryText Text => new(BeneficiaryId, EstablishmentId, Name, ProductionSiteId, CommuneCode, Support);
}

/// <summary>Đã đề nghị danh sách đơn vị thụ hưởng.</summary>
public sealed record BeneficiariesProposed(Guid ListId, int Sequence, IReadOnlyList<ListedBeneficiary> Rows, ProjectMoved Step);

/// <summary>Đã xác nhận danh sách đơn vị thụ hưởng.</summary>
public sealed record BeneficiariesConfirmed(IReadOnlyList<ListedBeneficiary> Rows, string DocumentNumber, DateOnly DocumentDate, ProjectMoved Step);

/// <summary>Đã trả lại danh sách đơn vị thụ hưởng.</summary>
public sealed record BeneficiariesReturned(ProjectMoved Step);
