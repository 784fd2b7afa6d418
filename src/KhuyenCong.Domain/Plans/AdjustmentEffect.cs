using System.Globalization;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Plans;

/// <summary>Tác động của điều chỉnh: what the project is afterwards, typed; of it only what the kind of adjustment may change is read.</summary>
public sealed record AdjustmentEffect
{
    public static readonly AdjustmentEffect None = new();

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    /// <summary>Whether the support is drawn on the next year's allocation from now on; it stays this year's where it is carried over.</summary>
    public bool MovesMoney { get; init; }

    /// <summary>How much of each source the next year pays; null = all. What a contract has bound or paid cannot go: it stays this year's.</summary>
    public IReadOnlyDictionary<string, Dong?>? Moved { get; init; }

    public string? ContentCode { get; init; }

    public string? Scale { get; init; }

    public string? Contents { get; init; }

    /// <summary>The programme whose content it counts toward; read together with <see cref="ProgrammeContentCode"/>, null where it stays.</summary>
    public Guid? ProgrammeId { get; init; }

    public string? ProgrammeContentCode { get; init; }

    /// <summary>Lines of the estimate under other words; their amounts stay.</summary>
    public IReadOnlyList<LineChange> Lines { get; init; } = [];

    public IReadOnlyList<MachineChange> Machines { get; init; } = [];

    public string? PartnerUnits { get; init; }

    /// <summary>Where an agency task is done.</summary>
    public string? CommuneCode { get; init; }

    /// <summary>Rows at another place or of another establishment; they keep their identity, so that lines and machines stay theirs.</summary>
    public IReadOnlyList<BeneficiaryText> Beneficiaries { get; init; } = [];

    /// <summary>Production sites and communes in words, as on the day of the decision.</summary>
    public IReadOnlyDictionary<string, string> Places { get; init; } = new Dictionary<string, string>();

    /// <summary>Contents of programmes in words, by "id|code".</summary>
    public IReadOnlyDictionary<string, string> ProgrammeWords { get; init; } = new Dictionary<string, string>();

    /// <summary>The dossier as it is afterwards.</summary>
    public ProjectText On(AdjustmentKind kind, ProjectText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return kind switch
        {
            AdjustmentKind.ExtendToNextYear => text with { EndsOn = EndsOn ?? text.EndsOn },
            AdjustmentKind.ChangeTime => text with { StartsOn = StartsOn ?? text.StartsOn, EndsOn = EndsOn ?? text.EndsOn },
            AdjustmentKind.ChangeContent => text with
            {
                ContentCode = ContentCode ?? text.ContentCode,
                ProgrammeId = ProgrammeId ?? text.ProgrammeId,
                ProgrammeContentCode = ProgrammeId is null ? text.ProgrammeContentCode : ProgrammeContentCode,
                Lines = [.. text.Lines.Select(l => Lines.FirstOrDefault(c => c.LineId == l.LineId) is { } change ? l with { Content = change.Content } : l)],
                Dossier = text.Dossier with { Scale = Scale ?? text.Dossier.Scale, Contents = Contents ?? text.Dossier.Contents },
                Machines = [.. text.Machines.Select(m => Machines.FirstOrDefault(c => c.MachineId == m.MachineId) is { } change ? m with { Name = change.Name, Model = change.Model, Maker = change.Maker, Serial = change.Serial } : m)],
            },
            AdjustmentKind.ChangePlace => text with
            {
                CommuneCode = text.Nature is ProjectNature.AgencyTask && text.Kind is not ProjectKind.Commune ? CommuneCode ?? text.CommuneCode : text.CommuneCode,
                Beneficiaries = Each(text, (was, becomes) => was with { ProductionSiteId = becomes.ProductionSiteId, CommuneCode = becomes.CommuneCode }),
            },
            AdjustmentKind.ChangeBeneficiary => text with
            {
                Beneficiaries = Each(text, (was, becomes) => becomes with { BeneficiaryId = was.BeneficiaryId, SupportAsked = was.SupportAsked }),
            },
            AdjustmentKind.ChangePartner => text with { PartnerUnits = PartnerUnits ?? text.PartnerUnits },
            _ => text,
        };
    }

    /// <summary>What is another afterwards, field by field: before and after.</summary>
    public IEnumerable<(string Field, string? Before, string? After)> Differences(AdjustmentKind kind, ProjectText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var after = On(kind, text);
        (string Field, string? Before, string? After)[] plain =
        [
            (nameof(StartsOn), Iso(text.StartsOn), Iso(after.StartsOn)),
            (nameof(EndsOn), Iso(text.EndsOn), Iso(after.EndsOn)),
            (nameof(ContentCode), text.ContentCode, after.ContentCode),
            (nameof(ProgrammeContentCode), InProgramme(text), InProgramme(after)),
            (nameof(Scale), text.Dossier.Scale, after.Dossier.Scale),
            (nameof(Contents), text.Dossier.Contents, after.Dossier.Contents),
            (nameof(PartnerUnits), text.PartnerUnits, after.PartnerUnits),
            (nameof(CommuneCode), InWords(text.CommuneCode), InWords(after.CommuneCode)),
            .. text.Lines.Zip(after.Lines, (was, becomes) => ("Line", (string?)was.Content, (string?)becomes.Content)),
            .. text.Machines.Zip(after.Machines, (was, becomes) => ("Machine", (string?)Named(was), (string?)Named(becomes))),
        ];
        // Another owner or site is another one, also where both are called the same.
        (string Field, string? Before, string? After)[] others =
        [
            .. text.Beneficiaries.Zip(after.Beneficiaries).Where(b => b.First.EstablishmentId != b.Second.EstablishmentId).Select(b => ("Beneficiary", (string?)b.First.Name, (string?)b.Second.Name)),
            .. text.Beneficiaries.Zip(after.Beneficiaries).Where(b => b.First.ProductionSiteId != b.Second.ProductionSiteId).Select(b => ("Place", PlaceOf(b.First), PlaceOf(b.Second))),
        ];
        return plain.Where(d => d.Before != d.After).Concat(others);
    }

    private BeneficiaryText[] Each(ProjectText text, Func<BeneficiaryText, BeneficiaryText, BeneficiaryText> change) =>
        [.. text.Beneficiaries.Select(b => Beneficiaries.FirstOrDefault(c => c.BeneficiaryId == b.BeneficiaryId) is { } becomes ? change(b, becomes) : b)];

    private string? PlaceOf(BeneficiaryText beneficiary) => beneficiary.ProductionSiteId is { } site && Places.TryGetValue($"{site}", out var place) ? place : InWords(beneficiary.CommuneCode);

    private string? InWords(string? communeCode) => communeCode is null ? null : Places.GetValueOrDefault(communeCode, communeCode);

    private string? InProgramme(ProjectText text) => text.ProgrammeId is { } id ? ProgrammeWords.GetValueOrDefault($"{id}|{text.ProgrammeContentCode}", text.ProgrammeContentCode ?? "") : null;

    private static string Named(MachineText machine) => string.Join(", ", new[] { machine.Name, machine.Model, machine.Maker, machine.Serial }.Where(t => !string.IsNullOrWhiteSpace(t)));

    private static string? Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}

/// <summary>Dòng dự toán sau điều chỉnh: another description of what is paid for.</summary>
public sealed record LineChange(Guid LineId, string Content);

/// <summary>Máy móc sau điều chỉnh: another model or maker for the same use.</summary>
public sealed record MachineChange(Guid MachineId, string Name, string? Model, string? Maker, string? Serial);
