using System.Globalization;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Resources;
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>What the form sends: headings, texts, and rows of which the blank ones are not there.</summary>
public sealed partial class ProjectForm
{
    /// <summary>The project's id from the first showing of the form on: sent twice, made once.</summary>
    public Guid Id { get; set; }

    public long BaseVersion { get; set; }

    /// <summary>The dossier as this form first showed it, sealed; null for a new one.</summary>
    public string? Base { get; set; }

    /// <summary>The version whose conflicting fields were shown to choose between.</summary>
    public long SeenVersion { get; set; }

    public ProjectKind? Kind { get; set; }

    public ProjectNature? Nature { get; set; }

    public int? Year { get; set; }

    public string? Title { get; set; }

    public string? ContentCode { get; set; }

    /// <summary>Programme and content as one choice: "id|code".</summary>
    public string? ProgrammeContent { get; set; }

    public Guid? TargetId { get; set; }

    public string? CommuneCode { get; set; }

    public string? ImplementingUnit { get; set; }

    public string? PartnerUnits { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public string? Necessity { get; set; }

    public string? Objectives { get; set; }

    public string? Scale { get; set; }

    public string? Superiority { get; set; }

    public string? Contents { get; set; }

    public string? Organisation { get; set; }

    public string? Effects { get; set; }

    public List<WorkRow> WorkPlan { get; set; } = [];

    public List<BeneficiaryInput> Beneficiaries { get; set; } = [];

    public List<LineInput> Lines { get; set; } = [];

    public List<MachineInput> Machines { get; set; } = [];

    /// <summary>Years of a key project that lasts longer than one; always as many rows as there may be years.</summary>
    public List<YearInput> Schedule { get; set; } = [];

    /// <summary>Answers by condition: "co", "khong" or nothing.</summary>
    public Dictionary<string, string?> Answers { get; set; } = [];

    public string? ConsentGivenBy { get; set; }

    public DateOnly? ConsentGivenOn { get; set; }

    public ConsentManner? ConsentManner { get; set; }

    public string? ConsentNote { get; set; }

    public IEnumerable<(LineInput Row, int Index)> FilledLines => Lines.Select((row, i) => (row, i)).Where(r => !r.row.IsBlank);

    public IEnumerable<(MachineInput Row, int Index)> FilledMachines => Machines.Select((row, i) => (row, i)).Where(r => !r.row.IsBlank);

    /// <param name="beneficiaries">The rows that stay, looked up: names and communes are the registry's, not the form's.</param>
    /// <param name="recordedBy">Who records a consent that is new or changed.</param>
    /// <param name="before">The consent as it stands.</param>
    public ProjectText Read(IReadOnlyList<BeneficiaryText> beneficiaries, string recordedBy, FilingConsent? before)
    {
        var programme = ProgrammeContent?.Split('|', 2) is [var id, var content] && Guid.TryParse(id, out var key) ? (Id: key, Content: content) : ((Guid Id, string Content)?)null;
        Guid? Of(Guid? row) => beneficiaries.Any(b => b.BeneficiaryId == row) ? row : null;
        var consent = Blank(ConsentGivenBy) is { } person && ConsentGivenOn is { } on ? new FilingConsent(person, on, ConsentManner ?? default, recordedBy, Blank(ConsentNote)) : null;
        return new()
        {
            Kind = Kind ?? ProjectKind.Provincial,
            Nature = Nature ?? ProjectNature.Grant,
            Year = Year ?? 0,
            Title = Title?.Trim() ?? "",
            ContentCode = ContentCode ?? "",
            ProgrammeId = programme?.Id,
            ProgrammeContentCode = programme?.Content,
            TargetId = TargetId,
            CommuneCode = Blank(CommuneCode),
            ImplementingUnit = ImplementingUnit?.Trim() ?? "",
            PartnerUnits = Blank(PartnerUnits),
            StartsOn = StartsOn,
            EndsOn = EndsOn,
            Dossier = new()
            {
                Necessity = Blank(Necessity),
                Objectives = Blank(Objectives),
                Scale = Blank(Scale),
                Superiority = Blank(Superiority),
                Contents = Blank(Contents),
                Organisation = Blank(Organisation),
                Effects = Blank(Effects),
                Schedule = ReadSchedule(),
            },
            WorkPlan = [.. WorkPlan.Where(w => !w.Remove && Blank(w.What) is not null).Select(w => new WorkStep(w.What!.Trim(), Blank(w.When), Blank(w.By)))],
            Beneficiaries = beneficiaries,
            Lines = [.. FilledLines.Select(l => TextOf(l.Row, Of(l.Row.BeneficiaryId)))],
            Machines = ReadMachines(beneficiaries),
            Holds = Answered("co"),
            Fails = Answered("khong") & ~Answered("co"),
            Consent = consent is not null && before is not null && consent with { RecordedBy = before.RecordedBy } == before ? before : consent,
        };
    }

    private List<SupportYear>? ReadSchedule() =>
        Schedule.Where(y => !y.IsBlank).Select(y => y.Read()).OrderBy(y => y.Year).ToList() is { Count: > 0 } years ? years : null;

    public IReadOnlyList<MachineText> ReadMachines(IReadOnlyList<BeneficiaryText> beneficiaries) =>
    [
        .. FilledMachines.Select(m => new MachineText(
            m.Row.Id, beneficiaries.Any(b => b.BeneficiaryId == m.Row.BeneficiaryId) ? m.Row.BeneficiaryId : null, m.Row.Name?.Trim() ?? "", Blank(m.Row.Model), Blank(m.Row.Maker), Blank(m.Row.Serial), m.Row.MadeYear,
            Blank(m.Row.Origin), Blank(m.Row.Capacity), m.Row.IsNew, m.Row.IsSelfMade, m.Row.Quantity ?? 1, m.Row.UnitPrice, Blank(m.Row.Quotation))),
    ];

    public static ProjectForm Of(ProjectText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var answers = new Dictionary<string, string?>();
        foreach (var condition in text.Holds.Each())
        {
            answers[condition.ToString()] = "co";
        }

        foreach (var condition in text.Fails.Each())
        {
            answers[condition.ToString()] = "khong";
        }

        return new()
        {
            Kind = text.Kind,
            Nature = text.Nature,
            Year = text.Year,
            Title = text.Title,
            ContentCode = text.ContentCode,
            ProgrammeContent = text.ProgrammeId is { } programme ? $"{programme}|{text.ProgrammeContentCode}" : null,
            TargetId = text.TargetId,
            CommuneCode = text.CommuneCode,
            ImplementingUnit = text.ImplementingUnit,
            PartnerUnits = text.PartnerUnits,
            StartsOn = text.StartsOn,
            EndsOn = text.EndsOn,
            Necessity = text.Dossier.Necessity,
            Objectives = text.Dossier.Objectives,
            Scale = text.Dossier.Scale,
            Superiority = text.Dossier.Superiority,
            Contents = text.Dossier.Contents,
            Organisation = text.Dossier.Organisation,
            Effects = text.Dossier.Effects,
            WorkPlan = [.. text.WorkPlan.Select(w => new WorkRow { What = w.What, When = w.When, By = w.By })],
            Beneficiaries = [.. text.Beneficiaries.Select(b => new BeneficiaryInput { Id = b.BeneficiaryId, EstablishmentId = b.EstablishmentId, ProductionSiteId = b.ProductionSiteId, SupportAsked = b.SupportAsked })],
            Lines = [.. text.Lines.Select(InputOf)],
            Machines = [.. text.Machines.Select(m => new MachineInput
            {
                Id = m.MachineId, BeneficiaryId = m.BeneficiaryId, Name = m.Name, Model = m.Model, Maker = m.Maker, Serial = m.Serial, MadeYear = m.MadeYear, Origin = m.Origin, Capacity = m.Capacity,
                IsNew = m.IsNew, IsSelfMade = m.IsSelfMade, Quantity = m.Quantity, UnitPrice = m.UnitPrice, Quotation = m.Quotation,
            })],
            Schedule = [.. (text.Dossier.Schedule ?? []).Select(YearInput.Of)],
            Answers = answers,
            ConsentGivenBy = text.Consent?.GivenBy,
            ConsentGivenOn = text.Consent?.GivenOn,
            ConsentManner = text.Consent?.Manner,
            ConsentNote = text.Consent?.Note,
        };
    }

    /// <summary>The name under which the page shows a field that a rule speaks of.</summary>
    public string FieldOf(string field)
    {
        if (Indexed().Match(field) is not { Success: true } match)
        {
            return "Form." + field;
        }

        var index = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        var row = match.Groups[1].Value is nameof(Lines) ? FilledLines.ElementAt(index).Index : FilledMachines.ElementAt(index).Index;
        return $"Form.{match.Groups[1].Value}[{row}].{match.Groups[3].Value}";
    }

    /// <summary>Blank rows at the end to type into; every row has an id.</summary>
    public void AddRows(TimeProvider clock, int workSteps, int lines, int machines)
    {
        while (WorkPlan.Count < Math.Min(workSteps, ProjectWriting.MostRows))
        {
            WorkPlan.Add(new());
        }

        while (Lines.Count < Math.Min(lines, ProjectWriting.MostRows))
        {
            Lines.Add(new());
        }

        while (Machines.Count < Math.Min(machines, ProjectWriting.MostRows))
        {
            Machines.Add(new() { IsNew = true });
        }

        while (Schedule.Count < SupportSchedule.MostYears)
        {
            Schedule.Add(new());
        }

        Identify(clock);
    }

    public void Identify(TimeProvider clock)
    {
        Id = Id == Guid.Empty ? Uuid.New(clock) : Id;
        foreach (var row in Lines.Where(l => l.Id == Guid.Empty))
        {
            row.Id = Uuid.New(clock);
        }

        foreach (var row in Machines.Where(m => m.Id == Guid.Empty))
        {
            row.Id = Uuid.New(clock);
        }

        foreach (var row in Beneficiaries.Where(b => b.Id == Guid.Empty))
        {
            row.Id = Uuid.New(clock);
        }
    }

    private NormConditions Answered(string answer) => Answers.Where(a => a.Value == answer)
        .Select(a => Enum.TryParse<NormConditions>(a.Key, out var condition) ? condition : NormConditions.None)
        .Aggregate(NormConditions.None, (all, one) => all | one);

    [GeneratedRegex(@"^(Lines|Machines)\[(\d+)\]\.(\w+)$")]
    private static partial Regex Indexed();
}
