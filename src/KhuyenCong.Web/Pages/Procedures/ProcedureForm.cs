using System.Globalization;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Resources;
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.Procedures;

/// <summary>What the form sends. A step is named by a key that it keeps wherever it moves: its fields, its faults and its draft go with it.</summary>
public sealed partial class ProcedureForm
{
    /// <summary>Under this name a draft keeps the order, which no field of the form shows.</summary>
    public const string OrderField = "Form.Order";

    /// <summary>The procedure's id from the first showing of the form on: sent twice, made once.</summary>
    public Guid Id { get; set; }

    public long BaseVersion { get; set; }

    public Regime? Regime { get; set; }

    public ProjectNature? Nature { get; set; }

    public string? CommuneCode { get; set; }

    public string? Title { get; set; }

    public List<string> Order { get; set; } = [];

    public Dictionary<string, StepRow> Steps { get; set; } = [];

    /// <summary>The rows with something in them.</summary>
    public IReadOnlyList<string> Filled => [.. Order.Where(k => !Steps[k].IsBlank)];

    /// <summary>The steps that the way of a dossier through this software suggests: names, no figures.</summary>
    public static ProcedureForm Usual()
    {
        var form = new ProcedureForm { Regime = Domain.Law.Regime.Provincial, Nature = ProjectNature.Grant };
        ProjectState[] way = [ProjectState.Filed, ProjectState.Received, ProjectState.AwaitingAppraisal, ProjectState.InAppraisal, ProjectState.Appraised, ProjectState.Approved];
        foreach (var (place, state) in way.Index())
        {
            form.Add($"b{place + 1}", new() { Name = state.Next(ProjectNature.Grant).AtStart(), State = state });
        }

        return form;
    }

    public static ProcedureForm Of(ProcedureText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var form = new ProcedureForm { Regime = text.Regime, Nature = text.Nature, CommuneCode = text.CommuneCode, Title = text.Title };
        foreach (var step in text.Steps)
        {
            form.Add(step.StepId.ToString("N"), new()
            {
                Name = step.Name,
                Performer = step.Performer,
                State = step.State,
                Work = step.Work,
                Papers = step.Papers,
                PapersOf = step.PapersOf,
                Days = step.Days,
                DayKind = step.DayKind,
                LegalRuleId = step.LegalRuleId,
            });
        }

        return form;
    }

    /// <summary>Puts the rows as a draft left them. Steps that somebody added meanwhile are not lost: they come at the end.</summary>
    /// <param name="drafted">The draft's order.</param>
    /// <param name="isCurrent">Whether the draft started from what is stored now: then a step that it lacks was taken out.</param>
    public void Arrange(string? drafted, bool isCurrent)
    {
        if (drafted is null)
        {
            return;
        }

        var stored = Order;
        Order = [.. drafted.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        if (!isCurrent)
        {
            Order.AddRange(stored.Except(Order).ToList());
        }

        Tidy();
    }

    /// <summary>Every key once, none too many, each with its row.</summary>
    public void Tidy()
    {
        Order = [.. Order.Where(k => Key().IsMatch(k)).Distinct().Take(ProcedureWriting.MostSteps + 1)];
        foreach (var key in Order)
        {
            Steps.TryAdd(key, new());
        }
    }

    /// <summary>Adds, takes out or moves a row; everything typed stays.</summary>
    public void Move(RowMove move, string? key, TimeProvider clock)
    {
        var place = Order.IndexOf(key ?? "");
        if (move is RowMove.Add)
        {
            Add("b" + $"{Uuid.New(clock):N}"[^12..], new());
        }
        else if (move is RowMove.Remove && place >= 0)
        {
            Order.RemoveAt(place);
        }
        else if (place + (move is RowMove.Up ? -1 : 1) is var other && place >= 0 && other >= 0 && other < Order.Count)
        {
            (Order[place], Order[other]) = (Order[other], Order[place]);
        }
    }

    /// <param name="before">The draft as it stands: steps that stay keep their identity.</param>
    /// <param name="clock">For the ids of new steps.</param>
    public ProcedureText Read(Procedure? before, TimeProvider clock) => new(
        Regime ?? Domain.Law.Regime.Provincial,
        Nature ?? ProjectNature.Grant,
        Blank(CommuneCode),
        Title?.Trim().Normalize() ?? "",
        [.. Filled.Select(key =>
        {
            var row = Steps[key];
            var id = before?.Steps.FirstOrDefault(s => s.ProcedureStepId.ToString("N") == key)?.ProcedureStepId ?? Uuid.New(clock);
            return new StepText(id, Blank(row.Name) ?? "", Blank(row.Performer) ?? "", row.State, Blank(row.Work), Blank(row.Papers), row.PapersOf, row.Days, row.DayKind ?? DayKind.Working, row.LegalRuleId);
        })]);

    /// <summary>The name under which the page shows a field that a rule speaks of.</summary>
    public string FieldOf(string field) => Indexed().Match(field) is { Success: true } match
        ? $"Form.Steps[{Filled[int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)]}].{match.Groups[2].Value}"
        : "Form." + field;

    private void Add(string key, StepRow row)
    {
        if (Order.Count < ProcedureWriting.MostSteps)
        {
            Order.Add(key);
            Steps[key] = row;
        }
    }

    [GeneratedRegex(@"^Steps\[(\d+)\]\.(\w+)$")]
    private static partial Regex Indexed();

    [GeneratedRegex("^[a-z0-9]{2,32}$")]
    private static partial Regex Key();
}

/// <summary>One step as typed.</summary>
public sealed class StepRow
{
    public string? Name { get; set; }

    public string? Performer { get; set; }

    public ProjectState? State { get; set; }

    public string? Work { get; set; }

    public string? Papers { get; set; }

    public CheckStage? PapersOf { get; set; }

    public int? Days { get; set; }

    public DayKind? DayKind { get; set; }

    public Guid? LegalRuleId { get; set; }

    public bool IsBlank => State is null && PapersOf is null && Days is null && LegalRuleId is null
        && string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Performer) && string.IsNullOrWhiteSpace(Work) && string.IsNullOrWhiteSpace(Papers);
}

/// <summary>What a button of a row does.</summary>
public enum RowMove
{
    Add,
    Remove,
    Up,
    Down,
}
