using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Norms;

namespace KhuyenCong.Domain.Projects;

/// <summary>Đề án, nhiệm vụ khuyến công: a fundable unit of work with content, beneficiaries, time and money.</summary>
public sealed partial class Project : IProvincial, IVersioned, IAudited
{
    private readonly List<ProjectBeneficiary> beneficiaries = [];
    private readonly List<ProjectEstimateLine> lines = [];
    private readonly List<ProjectMachine> machines = [];
    private readonly List<ProjectPaper> papers = [];
    private readonly List<ProjectStep> steps = [];

    private Project()
    {
    }

    public Guid ProjectId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    /// <summary>Null until the first filing.</summary>
    public string? Code { get; private set; }

    public ProjectKind Kind { get; private set; }

    public ProjectNature Nature { get; private set; }

    public ProjectState State { get; private set; }

    /// <summary>Since when it lies where it lies.</summary>
    public DateOnly StateSince { get; private set; }

    public int Year { get; private set; }

    public string Title { get; private set; } = "";

    public string ContentCode { get; private set; } = "";

    public Guid? ProgrammeId { get; private set; }

    public string? ProgrammeContentCode { get; private set; }

    public Guid? TargetId { get; private set; }

    public string? CommuneCode { get; private set; }

    public string ImplementingUnit { get; private set; } = "";

    public string? PartnerUnits { get; private set; }

    public DateOnly? StartsOn { get; private set; }

    public DateOnly? EndsOn { get; private set; }

    public DossierText Dossier { get; private set; } = new();

    public IReadOnlyList<WorkStep> WorkPlan { get; private set; } = [];

    public NormConditions Holds { get; private set; }

    public NormConditions Fails { get; private set; }

    /// <summary>Personal data: the person who agreed that an officer files for them.</summary>
    public string? ConsentGivenBy { get; private set; }

    public DateOnly? ConsentGivenOn { get; private set; }

    public ConsentManner? ConsentManner { get; private set; }

    public string? ConsentRecordedBy { get; private set; }

    public string? ConsentNote { get; private set; }

    /// <summary>The unit that entered it: its own dossier.</summary>
    public Guid? OrganisationId { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateOnly CreatedOn { get; private set; }

    /// <summary>Who changed it besides whoever made it: their hands are in it too.</summary>
    public IReadOnlyList<Guid> Editors { get; private set; } = [];

    public DateOnly? FiledOn { get; private set; }

    /// <summary>While more is awaited: the sections that are open again.</summary>
    public ProjectSections OpenSections { get; private set; }

    public DateOnly? Deadline { get; private set; }

    public int StepCount { get; private set; }

    public Dong Total { get; private set; }

    public Dong? NationalAmount { get; private set; }

    public Dong? ProvincialAmount { get; private set; }

    public Dong? CommuneAmount { get; private set; }

    public Dong? CounterpartAmount { get; private set; }

    public Dong? IntegratedAmount { get; private set; }

    public Dong? SponsorshipAmount { get; private set; }

    public Dong? OtherAmount { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public string SearchText { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    public long Version { get; private set; }

    public IReadOnlyList<ProjectBeneficiary> Beneficiaries => beneficiaries;

    public IReadOnlyList<ProjectEstimateLine> Lines => lines;

    public IReadOnlyList<ProjectMachine> Machines => machines;

    public IReadOnlyList<ProjectPaper> Papers => papers;

    public IReadOnlyList<ProjectStep> Steps => steps;

    public AuditSubject AuditSubject => new(nameof(Project), ProjectId);

    public FundingSplit Funding => new(NationalAmount, ProvincialAmount, CommuneAmount, CounterpartAmount, IntegratedAmount, SponsorshipAmount, OtherAmount);

    /// <summary>Whether its dossier may be changed at all in this state.</summary>
    public bool IsEditable => EditableSections is not ProjectSections.None;

    public ProjectSections EditableSections => State switch
    {
        ProjectState.Draft => ProjectSections.All,
        ProjectState.AwaitingMore => OpenSections,
        _ => ProjectSections.None,
    };

    /// <summary>The whole dossier as it was entered.</summary>
    public ProjectText Text => new()
    {
        Kind = Kind,
        Nature = Nature,
        Year = Year,
        Title = Title,
        ContentCode = ContentCode,
        ProgrammeId = ProgrammeId,
        ProgrammeContentCode = ProgrammeContentCode,
        TargetId = TargetId,
        CommuneCode = CommuneCode,
        ImplementingUnit = ImplementingUnit,
        PartnerUnits = PartnerUnits,
        StartsOn = StartsOn,
        EndsOn = EndsOn,
        Dossier = Dossier,
        WorkPlan = WorkPlan,
        Beneficiaries = [.. beneficiaries.OrderBy(b => b.Order).Select(b => b.Text)],
        Lines = [.. lines.OrderBy(l => l.Order).Select(l => l.Text)],
        Machines = [.. machines.OrderBy(m => m.Order).Select(m => m.Text)],
        Holds = Holds,
        Fails = Fails,
        Consent = ConsentGivenBy is { } person && ConsentGivenOn is { } on ? new(person, on, ConsentManner ?? default, ConsentRecordedBy ?? "", ConsentNote) : null,
    };

    public static Project From(ProjectDrafted drafted)
    {
        ArgumentNullException.ThrowIfNull(drafted);
        var project = new Project
        {
            ProjectId = drafted.ProjectId,
            ProvinceCode = drafted.ProvinceCode,
            OrganisationId = drafted.OrganisationId,
            CreatedBy = drafted.By,
            CreatedOn = drafted.On,
            StateSince = drafted.On,
        };
        project.Set(drafted.Text);
        project.ChangedAt = drafted.At;
        return project;
    }

    public void Apply(ProjectEdited edited)
    {
        ArgumentNullException.ThrowIfNull(edited);
        Set(edited.Text);
        Touch(edited.By);
        ChangedAt = edited.At;
    }

    public void Apply(ProjectMoved moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        StepCount++;
        steps.Add(ProjectStep.Of(this, moved));
        (State, StateSince, ChangedAt) = (moved.To, moved.To == State ? StateSince : moved.On, moved.At);
        (OpenSections, Deadline) = (moved.Move.Sections, moved.Move.Deadline);
        if (moved.Move.Action is ProjectAction.File)
        {
            Code ??= moved.Code;
            FiledOn ??= moved.On;
            Index();
        }
    }

    public void Apply(PaperAttached attached)
    {
        ArgumentNullException.ThrowIfNull(attached);
        papers.Add(ProjectPaper.Of(this, attached));
        Touch(attached.ByUser);
        ChangedAt = attached.At;
    }

    public void Apply(PaperRemoved removed)
    {
        ArgumentNullException.ThrowIfNull(removed);
        papers.Remove(papers.Single(p => p.ProjectPaperId == removed.PaperId));
        Touch(removed.ByUser);
        ChangedAt = removed.At;
    }

    /// <summary>The communes it touches: where its beneficiaries produce, or where it is done itself.</summary>
    public IEnumerable<string> Communes => beneficiaries.Select(b => b.CommuneCode).Append(CommuneCode).OfType<string>().Distinct();

    /// <summary>Người có tay trong hồ sơ: made, changed or filed it. Needs its steps.</summary>
    public bool HasHand(Guid userId) => CreatedBy == userId || Editors.Contains(userId) || steps.Exists(s => s.Action is ProjectAction.File or ProjectAction.ProposeBeneficiaries && s.By == userId);

    private void Touch(Guid userId) => Editors = userId == CreatedBy || Editors.Contains(userId) ? Editors : [.. Editors, userId];

    private void Set(ProjectText text)
    {
        (Kind, Nature, Year, Title, ContentCode) = (text.Kind, text.Nature, text.Year, text.Title, text.ContentCode);
        (ProgrammeId, ProgrammeContentCode, TargetId, CommuneCode) = (text.ProgrammeId, text.ProgrammeContentCode, text.TargetId, text.CommuneCode);
        (ImplementingUnit, PartnerUnits, StartsOn, EndsOn) = (text.ImplementingUnit, text.PartnerUnits, text.StartsOn, text.EndsOn);
        (Dossier, WorkPlan, Holds, Fails) = (text.Dossier, text.WorkPlan, text.Holds, text.Fails);
        (ConsentGivenBy, ConsentGivenOn, ConsentManner, ConsentRecordedBy, ConsentNote) = (text.Consent?.GivenBy, text.Consent?.GivenOn, text.Consent?.Manner, text.Consent?.RecordedBy, text.Consent?.Note);
        Bring(beneficiaries, text.Beneficiaries, b => b.ProjectBeneficiaryId, t => t.BeneficiaryId, id => new(this, id), (row, order, t) => row.Set(order, t));
        Bring(lines, text.Lines, l => l.ProjectEstimateLineId, t => t.LineId, id => new(this, id), (row, order, t) => row.Set(order, t));
        Bring(machines, text.Machines, m => m.ProjectMachineId, t => t.MachineId, id => new(this, id), (row, order, t) => row.Set(order, t));
        var funding = text.Funding;
        Total = text.Lines.Select(l => l.Total).Sum();
        (NationalAmount, ProvincialAmount, CommuneAmount, CounterpartAmount) = (funding.National, funding.Provincial, funding.Commune, funding.Counterpart);
        (IntegratedAmount, SponsorshipAmount, OtherAmount) = (funding.Integrated, funding.Sponsorship, funding.Other);
        SortKey = Kernel.SearchText.SortKey(Title);
        Index();
    }

    private void Index() => SearchText = Kernel.SearchText.Fold(string.Join(' ', [Code ?? "", Title, ImplementingUnit, .. beneficiaries.Select(b => b.Name)]));

    /// <summary>Rows that stay keep their identity, so that a history tells what changed in which row.</summary>
    private static void Bring<TRow, TText>(List<TRow> rows, IReadOnlyList<TText> texts, Func<TRow, Guid> idOf, Func<TText, Guid> idIn, Func<Guid, TRow> add, Action<TRow, int, TText> set)
    {
        rows.RemoveAll(r => texts.All(t => idIn(t) != idOf(r)));
        for (var i = 0; i < texts.Count; i++)
        {
            var id = idIn(texts[i]);
            var row = rows.Find(r => idOf(r) == id);
            if (row is null)
            {
                rows.Add(row = add(id));
            }

            set(row, i, texts[i]);
        }
    }
}

/// <summary>Đã lập đề án.</summary>
public sealed record ProjectDrafted(Guid ProjectId, string ProvinceCode, ProjectText Text, Guid By, Guid? OrganisationId, DateOnly On, DateTime At);

/// <summary>Đã sửa đề án.</summary>
public sealed record ProjectEdited(Guid ProjectId, ProjectText Text, Guid By, DateTime At);

/// <summary>Đã chuyển trạng thái đề án.</summary>
public sealed record ProjectMoved(Guid ProjectId, Guid ProjectStepId, ProjectMove Move, ProjectState To, Guid By, DateOnly On, DateTime At, string? Code = null);

/// <summary>Đã kèm giấy tờ.</summary>
public sealed record PaperAttached(Guid PaperId, string? Code, string Name, string Sha256, string FileName, long Size, string MediaType, string? InvoiceNumber, Guid? MachineId, string By, Guid ByUser, DateTime At);

/// <summary>Đã gỡ giấy tờ.</summary>
public sealed record PaperRemoved(Guid PaperId, Guid ByUser, DateTime At);
