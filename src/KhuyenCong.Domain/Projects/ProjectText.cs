using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Norms;

namespace KhuyenCong.Domain.Projects;

/// <summary>Hồ sơ đề án: everything that is typed, as one value; saved as a whole, compared section by section.</summary>
public sealed record ProjectText
{
    public required ProjectKind Kind { get; init; }

    public ProjectNature Nature { get; init; }

    /// <summary>Năm kế hoạch.</summary>
    public required int Year { get; init; }

    public string Title { get; init; } = "";

    /// <summary>A clause of Điều 4, by <see cref="Article4"/> code.</summary>
    public string ContentCode { get; init; } = "";

    public Guid? ProgrammeId { get; init; }

    public string? ProgrammeContentCode { get; init; }

    public Guid? TargetId { get; init; }

    /// <summary>The commune whose project it is, or where an agency task is done.</summary>
    public string? CommuneCode { get; init; }

    public string ImplementingUnit { get; init; } = "";

    public string? PartnerUnits { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public DossierText Dossier { get; init; } = new();

    public IReadOnlyList<WorkStep> WorkPlan { get; init; } = [];

    public IReadOnlyList<BeneficiaryText> Beneficiaries { get; init; } = [];

    public IReadOnlyList<LineText> Lines { get; init; } = [];

    public IReadOnlyList<MachineText> Machines { get; init; } = [];

    /// <summary>Conditions answered yes.</summary>
    public NormConditions Holds { get; init; }

    /// <summary>Conditions answered no.</summary>
    public NormConditions Fails { get; init; }

    public FilingConsent? Consent { get; init; }

    public FundingSplit Funding => Lines.Aggregate(FundingSplit.None, (sum, line) => sum.Plus(line.Funding));

    /// <summary>The sections in which two texts differ.</summary>
    public ProjectSections Differs(ProjectText other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var changed = ProjectSections.None;
        Mark(ProjectSections.Heading, (Kind, Nature, Year, Title, ContentCode, ProgrammeId, ProgrammeContentCode) == (other.Kind, other.Nature, other.Year, other.Title, other.ContentCode, other.ProgrammeId, other.ProgrammeContentCode) && (TargetId, CommuneCode) == (other.TargetId, other.CommuneCode));
        Mark(ProjectSections.Units, (ImplementingUnit, PartnerUnits, StartsOn, EndsOn) == (other.ImplementingUnit, other.PartnerUnits, other.StartsOn, other.EndsOn));
        Mark(ProjectSections.Beneficiaries, Beneficiaries.SequenceEqual(other.Beneficiaries));
        Mark(ProjectSections.Necessity, Dossier.Necessity == other.Dossier.Necessity);
        Mark(ProjectSections.Objectives, Dossier.Objectives == other.Dossier.Objectives);
        Mark(ProjectSections.Scale, (Dossier.Scale, Dossier.Superiority) == (other.Dossier.Scale, other.Dossier.Superiority));
        Mark(ProjectSections.WorkPlan, Dossier.Contents == other.Dossier.Contents && WorkPlan.SequenceEqual(other.WorkPlan));
        Mark(ProjectSections.Estimate, Lines.SequenceEqual(other.Lines) && (Dossier.Schedule ?? []).SequenceEqual(other.Dossier.Schedule ?? []));
        Mark(ProjectSections.Organisation, Dossier.Organisation == other.Dossier.Organisation);
        Mark(ProjectSections.Effects, Dossier.Effects == other.Dossier.Effects);
        Mark(ProjectSections.Machines, Machines.SequenceEqual(other.Machines));
        Mark(ProjectSections.Conditions, (Holds, Fails) == (other.Holds, other.Fails));
        Mark(ProjectSections.Consent, Consent == other.Consent);
        return changed;

        void Mark(ProjectSections section, bool same) => changed |= same ? ProjectSections.None : section;
    }

    /// <summary>The given sections of this text, the rest of another.</summary>
    public ProjectText Only(ProjectSections open, ProjectText rest)
    {
        ArgumentNullException.ThrowIfNull(rest);
        bool Has(ProjectSections section) => open.HasFlag(section);
        var heading = Has(ProjectSections.Heading) ? this : rest;
        var units = Has(ProjectSections.Units) ? this : rest;
        return heading with
        {
            ImplementingUnit = units.ImplementingUnit,
            PartnerUnits = units.PartnerUnits,
            StartsOn = units.StartsOn,
            EndsOn = units.EndsOn,
            Beneficiaries = Has(ProjectSections.Beneficiaries) ? Beneficiaries : rest.Beneficiaries,
            Dossier = new()
            {
                Necessity = (Has(ProjectSections.Necessity) ? this : rest).Dossier.Necessity,
                Objectives = (Has(ProjectSections.Objectives) ? this : rest).Dossier.Objectives,
                Scale = (Has(ProjectSections.Scale) ? this : rest).Dossier.Scale,
                Superiority = (Has(ProjectSections.Scale) ? this : rest).Dossier.Superiority,
                Contents = (Has(ProjectSections.WorkPlan) ? this : rest).Dossier.Contents,
                Organisation = (Has(ProjectSections.Organisation) ? this : rest).Dossier.Organisation,
                Effects = (Has(ProjectSections.Effects) ? this : rest).Dossier.Effects,
                Schedule = (Has(ProjectSections.Estimate) ? this : rest).Dossier.Schedule,
            },
            WorkPlan = Has(ProjectSections.WorkPlan) ? WorkPlan : rest.WorkPlan,
            Lines = Has(ProjectSections.Estimate) ? Lines : rest.Lines,
            Machines = Has(ProjectSections.Machines) ? Machines : rest.Machines,
            Holds = Has(ProjectSections.Conditions) ? Holds : rest.Holds,
            Fails = Has(ProjectSections.Conditions) ? Fails : rest.Fails,
            Consent = Has(ProjectSections.Consent) ? Consent : rest.Consent,
        };
    }
}

/// <summary>Thuyết minh đề án: the texts F2–F8 of Điều 5 Thông tư 36/2013; blank = chưa viết.</summary>
public sealed record DossierText
{
    public string? Necessity { get; init; }

    public string? Objectives { get; init; }

    public string? Scale { get; init; }

    public string? Superiority { get; init; }

    public string? Contents { get; init; }

    public string? Organisation { get; init; }

    public string? Effects { get; init; }

    /// <summary>Phân kỳ hỗ trợ of a key project of more than one year; null where one year gives it all.</summary>
    public IReadOnlyList<SupportYear>? Schedule { get; init; }
}

/// <summary>Một việc của tiến độ thực hiện: what, when, by whom.</summary>
public sealed record WorkStep(string What, string? When, string? By);

/// <summary>Một đơn vị thụ hưởng, as entered. The name is kept as it was, the commune as the site lay on the day.</summary>
public sealed record BeneficiaryText(Guid BeneficiaryId, Guid EstablishmentId, string Name, Guid? ProductionSiteId, string? CommuneCode, Dong? SupportAsked);

/// <summary>Một dòng dự toán, as entered; its total follows from quantity and unit price.</summary>
public sealed record LineText(Guid LineId, string Content, string? KindCode, Guid? BeneficiaryId, string? Unit, long Quantity, Dong UnitPrice, FundingSplit Funding, string? Basis = null)
{
    public Dong Total => new(checked(UnitPrice.Amount * Quantity));
}

/// <summary>Một máy móc, thiết bị, as entered. A self-made one has a cost file and a recognition paper instead of a quotation.</summary>
public sealed record MachineText(
    Guid MachineId, Guid? BeneficiaryId, string Name, string? Model, string? Maker, string? Serial, int? MadeYear, string? Origin, string? Capacity,
    bool IsNew, bool IsSelfMade, long Quantity, Dong? UnitPrice, string? Quotation);

/// <summary>Sự đồng ý nộp thay: who agreed that an officer files for them, when and how it was recorded.</summary>
public sealed record FilingConsent(string GivenBy, DateOnly GivenOn, ConsentManner Manner, string RecordedBy, string? Note = null);
