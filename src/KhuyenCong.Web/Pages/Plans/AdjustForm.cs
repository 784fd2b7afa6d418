using System.ComponentModel.DataAnnotations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>A decided change as typed: who decided what, and what the project is afterwards.</summary>
public sealed class AdjustForm
{
    public AdjustmentKind Kind { get; set; }

    public Dictionary<string, Dong?> Amounts { get; set; } = [];

    /// <summary>Who bears the difference of the support.</summary>
    public CoverForm Cover { get; set; } = new();

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public bool MovesMoney { get; set; }

    /// <summary>How much of each source goes on into the next year; none sent = all.</summary>
    public Dictionary<string, Dong?> Moved { get; set; } = [];

    [MaxLength(10, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? ContentCode { get; set; }

    [MaxLength(ProjectWriting.LongestText, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Scale { get; set; }

    [MaxLength(ProjectWriting.LongestText, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Contents { get; set; }

    /// <summary>Programme and content as one choice: "id|code".</summary>
    [MaxLength(100, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? ProgrammeContent { get; set; }

    /// <summary>What each line of the estimate is for.</summary>
    public Dictionary<Guid, string?> Lines { get; set; } = [];

    /// <summary>Conclusions on what the change would be suspected to support twice.</summary>
    public Dictionary<Guid, SuspicionForm> Suspicions { get; set; } = [];

    public Dictionary<Guid, MachineForm> Machines { get; set; } = [];

    [MaxLength(ProjectWriting.LongestShort, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? PartnerUnits { get; set; }

    [MaxLength(5, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? CommuneCode { get; set; }

    /// <summary>Of each beneficiary, where it will produce.</summary>
    public Dictionary<Guid, Guid?> Sites { get; set; } = [];

    /// <summary>The beneficiary who is replaced.</summary>
    public Guid? Replaced { get; set; }

    /// <summary>The production site of who takes the place.</summary>
    public Guid? NewSite { get; set; }

    [MaxLength(4000, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Reason { get; set; }

    public PlanDecider? Decider { get; set; }

    [MaxLength(60, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? DocumentNumber { get; set; }

    public DateOnly? DocumentDate { get; set; }

    [MaxLength(500, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? DelegationDocument { get; set; }

    [MaxLength(500, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Request { get; set; }

    [MaxLength(500, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Confirmation { get; set; }

    /// <summary>Starts from what is approved now, so that only what changes is typed.</summary>
    public void Start(PlanItem item, Project project)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(project);
        Amounts = item.Amounts.ToDictionary(a => a.Source, a => Kind.Ends() ? a.Returned : a.Approved);
        Decider = AdjustmentTable.Of(Kind, item.Kind).Deciders[0];
        (StartsOn, EndsOn) = (project.StartsOn, Kind is AdjustmentKind.ExtendToNextYear ? null : project.EndsOn);
        (ContentCode, Scale, Contents) = (project.ContentCode, project.Dossier.Scale, project.Dossier.Contents);
        ProgrammeContent = project.ProgrammeId is { } programme ? $"{programme}|{project.ProgrammeContentCode}" : null;
        Lines = project.Lines.ToDictionary(l => l.ProjectEstimateLineId, l => (string?)l.Content);
        (PartnerUnits, CommuneCode) = (project.PartnerUnits, project.CommuneCode);
        Machines = project.Machines.ToDictionary(m => m.ProjectMachineId, m => new MachineForm { Name = m.Name, Model = m.Model, Maker = m.Maker, Serial = m.Serial });
        Sites = project.Beneficiaries.ToDictionary(b => b.ProjectBeneficiaryId, b => b.ProductionSiteId);
        Replaced = project.Beneficiaries is [var only] ? only.ProjectBeneficiaryId : null;
    }

    /// <summary>A stop starts from what contracts have bound: only the rest goes back by its decision.</summary>
    public void Keep(PlanItem item, IReadOnlyDictionary<string, Dong?> free)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(free);
        Amounts = item.Amounts.ToDictionary(a => a.Source, a => (Dong?)((a.Approved ?? Dong.Zero) - (free.GetValueOrDefault(a.Source) ?? Dong.Zero)));
    }

    public AdjustmentText Read(AdjustmentEffect effect, Project project) =>
        new(Kind, Amounts, null, null, Reason?.Trim() ?? "", Decider, DocumentNumber?.Trim() ?? "", DocumentDate, DelegationDocument, Request ?? "", Confirmation) { Effect = Kind.ChangesMoney() ? null : effect, Cover = Cover.Read(project), Suspicions = Suspicions.ToDictionary(s => s.Key, s => new SuspicionAnswer(s.Value.Outcome, s.Value.Reason)) };
}

/// <summary>A conclusion on one suspicion as it is typed.</summary>
public sealed class SuspicionForm
{
    public DoubleSupportOutcome? Outcome { get; set; }

    [MaxLength(4000, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Reason { get; set; }
}

/// <summary>A machine as it is typed after the change.</summary>
public sealed class MachineForm
{
    [MaxLength(500, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Name { get; set; }

    [MaxLength(200, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Model { get; set; }

    [MaxLength(200, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Maker { get; set; }

    [MaxLength(100, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Serial { get; set; }
}
