namespace KhuyenCong.Domain.Projects;

/// <summary>Đơn vị thụ hưởng của đề án: an establishment at one production site with the support it asks for.</summary>
public sealed class ProjectBeneficiary : IProvincial, IAudited
{
    private ProjectBeneficiary()
    {
    }

    internal ProjectBeneficiary(Project project, Guid id) => (ProvinceCode, ProjectId, ProjectBeneficiaryId) = (project.ProvinceCode, project.ProjectId, id);

    public Guid ProjectBeneficiaryId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ProjectId { get; private set; }

    public int Order { get; private set; }

    public Guid EstablishmentId { get; private set; }

    /// <summary>As it was called when it was entered.</summary>
    public string Name { get; private set; } = "";

    public Guid? ProductionSiteId { get; private set; }

    /// <summary>Where the site lay on the day: who may see the dossier does not change with later borders.</summary>
    public string? CommuneCode { get; private set; }

    public Dong? SupportAsked { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Project), ProjectId);

    public BeneficiaryText Text => new(ProjectBeneficiaryId, EstablishmentId, Name, ProductionSiteId, CommuneCode, SupportAsked);

    internal void Set(int order, BeneficiaryText text) =>
        (Order, EstablishmentId, Name, ProductionSiteId, CommuneCode, SupportAsked) = (order, text.EstablishmentId, text.Name, text.ProductionSiteId, text.CommuneCode, text.SupportAsked);
}

/// <summary>Dòng dự toán của đề án: quantity × unit price, and which source pays how much of it.</summary>
public sealed class ProjectEstimateLine : IProvincial, IAudited
{
    private ProjectEstimateLine()
    {
    }

    internal ProjectEstimateLine(Project project, Guid id) => (ProvinceCode, ProjectId, ProjectEstimateLineId) = (project.ProvinceCode, project.ProjectId, id);

    public Guid ProjectEstimateLineId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ProjectId { get; private set; }

    public int Order { get; private set; }

    public string Content { get; private set; } = "";

    /// <summary>The kind of support whose norm applies.</summary>
    public string? KindCode { get; private set; }

    /// <summary>The beneficiary it is for; null = the whole project.</summary>
    public Guid? BeneficiaryId { get; private set; }

    public string? Unit { get; private set; }

    public long Quantity { get; private set; }

    public Dong UnitPrice { get; private set; }

    public Dong Total { get; private set; }

    public Dong? NationalAmount { get; private set; }

    public Dong? ProvincialAmount { get; private set; }

    public Dong? CommuneAmount { get; private set; }

    public Dong? CounterpartAmount { get; private set; }

    public Dong? IntegratedAmount { get; private set; }

    public Dong? SponsorshipAmount { get; private set; }

    public Dong? OtherAmount { get; private set; }

    /// <summary>Căn cứ của đơn giá, định mức.</summary>
    public string? Basis { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Project), ProjectId);

    public LineText Text => new(
        ProjectEstimateLineId, Content, KindCode, BeneficiaryId, Unit, Quantity, UnitPrice,
        new(NationalAmount, ProvincialAmount, CommuneAmount, CounterpartAmount, IntegratedAmount, SponsorshipAmount, OtherAmount), Basis);

    internal void Set(int order, LineText text)
    {
        (Order, Content, KindCode, BeneficiaryId, Unit, Basis) = (order, text.Content, text.KindCode, text.BeneficiaryId, text.Unit, text.Basis);
        (Quantity, UnitPrice, Total) = (text.Quantity, text.UnitPrice, text.Total);
        var funding = text.Funding;
        (NationalAmount, ProvincialAmount, CommuneAmount, CounterpartAmount) = (funding.National, funding.Provincial, funding.Commune, funding.Counterpart);
        (IntegratedAmount, SponsorshipAmount, OtherAmount) = (funding.Integrated, funding.Sponsorship, funding.Other);
    }
}

/// <summary>Máy móc, thiết bị của đề án: what is bought or made, recognisable later by its serial.</summary>
public sealed class ProjectMachine : IProvincial, IAudited
{
    private ProjectMachine()
    {
    }

    internal ProjectMachine(Project project, Guid id) => (ProvinceCode, ProjectId, ProjectMachineId) = (project.ProvinceCode, project.ProjectId, id);

    public Guid ProjectMachineId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ProjectId { get; private set; }

    public int Order { get; private set; }

    public Guid? BeneficiaryId { get; private set; }

    public string Name { get; private set; } = "";

    public string? Model { get; private set; }

    public string? Maker { get; private set; }

    public string? Serial { get; private set; }

    public int? MadeYear { get; private set; }

    public string? Origin { get; private set; }

    public string? Capacity { get; private set; }

    public bool IsNew { get; private set; }

    /// <summary>Tự chế tạo: a cost file and a recognition paper stand for the quotation.</summary>
    public bool IsSelfMade { get; private set; }

    public long Quantity { get; private set; }

    public Dong? UnitPrice { get; private set; }

    public string? Quotation { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Project), ProjectId);

    public MachineText Text => new(ProjectMachineId, BeneficiaryId, Name, Model, Maker, Serial, MadeYear, Origin, Capacity, IsNew, IsSelfMade, Quantity, UnitPrice, Quotation);

    internal void Set(int order, MachineText text)
    {
        (Order, BeneficiaryId, Name, Model, Maker, Serial) = (order, text.BeneficiaryId, text.Name, text.Model, text.Maker, text.Serial);
        (MadeYear, Origin, Capacity, IsNew, IsSelfMade) = (text.MadeYear, text.Origin, text.Capacity, text.IsNew, text.IsSelfMade);
        (Quantity, UnitPrice, Quotation) = (text.Quantity, text.UnitPrice, text.Quotation);
    }
}

/// <summary>Giấy tờ của đề án: an uploaded file and which required paper it is.</summary>
public sealed class ProjectPaper : IProvincial, IAudited
{
    /// <summary>Hồ sơ chi phí của máy tự chế tạo.</summary>
    public const string CostFile = "self-made-cost";

    /// <summary>Giấy công nhận của máy tự chế tạo.</summary>
    public const string Recognition = "self-made-recognition";

    /// <summary>Báo giá.</summary>
    public const string Quotation = "quotation";

    private ProjectPaper()
    {
    }

    public Guid ProjectPaperId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ProjectId { get; private set; }

    /// <summary>The required paper it stands for; null = another one.</summary>
    public string? Code { get; private set; }

    public string Name { get; private set; } = "";

    public string Sha256 { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public long Size { get; private set; }

    public string MediaType { get; private set; } = "";

    public string? InvoiceNumber { get; private set; }

    public Guid? MachineId { get; private set; }

    public string AddedBy { get; private set; } = "";

    public DateTime AddedAt { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Project), ProjectId);

    public bool IsPicture => MediaType.StartsWith("image/", StringComparison.Ordinal);

    internal static ProjectPaper Of(Project project, PaperAttached attached) => new()
    {
        ProjectPaperId = attached.PaperId,
        ProvinceCode = project.ProvinceCode,
        ProjectId = project.ProjectId,
        Code = attached.Code,
        Name = attached.Name,
        Sha256 = attached.Sha256,
        FileName = attached.FileName,
        Size = attached.Size,
        MediaType = attached.MediaType,
        InvoiceNumber = attached.InvoiceNumber,
        MachineId = attached.MachineId,
        AddedBy = attached.By,
        AddedAt = attached.At,
    };
}

/// <summary>Bước xử lý của đề án: one line of its way, never changed.</summary>
public sealed class ProjectStep : IProvincial, IAudited
{
    private ProjectStep()
    {
    }

    public Guid ProjectStepId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ProjectId { get; private set; }

    public int Sequence { get; private set; }

    public ProjectAction Action { get; private set; }

    public ProjectState FromState { get; private set; }

    public ProjectState ToState { get; private set; }

    public DateOnly On { get; private set; }

    public Guid By { get; private set; }

    public string? Note { get; private set; }

    public ProjectSections Sections { get; private set; }

    public DateOnly? Deadline { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Project), ProjectId);

    internal static ProjectStep Of(Project project, ProjectMoved moved) => new()
    {
        ProjectStepId = moved.ProjectStepId,
        ProvinceCode = project.ProvinceCode,
        ProjectId = project.ProjectId,
        Sequence = project.StepCount,
        Action = moved.Move.Action,
        FromState = project.State,
        ToState = moved.To,
        On = moved.On,
        By = moved.By,
        Note = moved.Move.Note,
        Sections = moved.Move.Sections,
        Deadline = moved.Move.Deadline,
    };
}
