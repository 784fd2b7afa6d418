using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Law;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Procedures;

/// <summary>What writing a procedure needs: choices, the law it may cite, and the draft of the form.</summary>
public sealed class ProcedureDesk(KhuyenCongDb db, Viewer viewer, DraftBox drafts, TimeProvider clock)
{
    public const string Draft = "quy-trinh";

    private HashSet<Guid> rules = [];
    private HashSet<string> communes = [];

    public ProcedureForm Form { get; private set; } = new();

    /// <summary>What the form's draft is about.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Where leaving the form leads.</summary>
    public string Back { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Rules { get; private set; } = [];

    /// <summary>Whether the order of the steps is that of an unfinished draft, which the page tells.</summary>
    public bool IsRearranged { get; private set; }

    public static IEnumerable<SelectListItem> Regimes => Enum.GetValues<Regime>().Select(r => new SelectListItem(((Regime?)r).Word(), r.ToString()));

    public static IEnumerable<SelectListItem> Natures => Enum.GetValues<ProjectNature>().Select(n => new SelectListItem(n.Text(), n.ToString()));

    /// <summary>States of either nature: which of them a dossier of the chosen one passes is a rule of its own.</summary>
    public static IEnumerable<SelectListItem> States => ProcedureWriting.StatesOf(ProjectNature.Grant).Select(s => new SelectListItem(s.Text(), s.ToString()));

    public static IEnumerable<SelectListItem> Stages => Enum.GetValues<CheckStage>().Select(s => new SelectListItem(s.Text(), s.ToString()));

    public static IEnumerable<SelectListItem> DayKinds => Enum.GetValues<DayKind>().Select(k => new SelectListItem(k.Text().AtStart(), k.ToString()));

    /// <summary>Whether they write for a commune's own dossiers only.</summary>
    public bool IsOfCommune => viewer.Reach(Act.EditProcedure) is Scope.Commune;

    /// <summary>The regimes that the writer may choose.</summary>
    public IEnumerable<SelectListItem> OwnRegimes => Regimes.Where(r => !IsOfCommune || r.Value == nameof(Regime.Commune));

    public bool IsCommune(string code) => communes.Contains(code);

    public bool IsTheirs(Regime regime, string? communeCode) => viewer.MayFor(Act.EditProcedure, regime, communeCode);

    public bool IsRule(Guid id) => rules.Contains(id);

    public async Task LoadAsync(ProcedureForm form, string subject, string back, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        (Form, Subject, Back) = (form, subject, back);
        Form.Id = Form.Id == Guid.Empty ? Uuid.New(clock) : Form.Id;
        Form.Tidy();
        var all = await db.CommunesAsync(viewer.ProvinceCode, clock.Today, cancellationToken);
        communes = [.. all.Select(c => c.Code)];
        Communes = [.. all.Where(c => IsTheirs(Regime.Commune, c.Code)).Select(c => new SelectListItem(c.Name, c.Code))];
        var found = await db.LegalRules.AsNoTracking()
            .Where(r => r.Kind != RuleKind.Norm && (r.TerritoryProvinceCode == null || r.TerritoryProvinceCode == viewer.ProvinceCode))
            .Join(db.LegalDocuments, r => r.LegalDocumentId, d => d.LegalDocumentId, (r, d) => new { Rule = r, d.Kind, d.Number }).ToListAsync(cancellationToken);
        rules = [.. found.Select(f => f.Rule.LegalRuleId)];
        Rules = [.. found.GroupBy(f => $"{f.Kind.Word()} {f.Number}").OrderBy(g => SearchText.SortKey(g.Key), StringComparer.Ordinal).SelectMany(g =>
        {
            var group = new SelectListGroup { Name = g.Key };
            return g.OrderBy(f => f.Rule.Article?.Length).ThenBy(f => f.Rule.Article).ThenBy(f => f.Rule.Clause)
                .Select(f => new SelectListItem(f.Rule.Place is { Length: > 0 } place ? $"{place}: {f.Rule.Title}" : f.Rule.Title, f.Rule.LegalRuleId.ToString()) { Group = group });
        })];
    }

    /// <summary>What a commune's people start is their own commune's, whatever it starts from.</summary>
    public void BringHome()
    {
        if (IsOfCommune && !IsTheirs(Form.Regime ?? Regime.Provincial, Form.CommuneCode))
        {
            (Form.Regime, Form.CommuneCode) = (Regime.Commune, Communes is [var only] ? only.Value : null);
        }
    }

    /// <summary>Puts the steps as an unfinished draft has them; what was typed the browser puts back by itself.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        var (kept, _) = await drafts.FindAsync(Draft, Subject, cancellationToken);
        var before = Form.Order;
        Form.Arrange(kept?.Fields.GetValueOrDefault(ProcedureForm.OrderField), kept?.BaseVersion == Form.BaseVersion);
        IsRearranged = !before.SequenceEqual(Form.Order);
    }

    /// <summary>A button of a row: moves it and keeps the new order with the draft.</summary>
    public async Task MoveAsync(RowMove move, string? key, CancellationToken cancellationToken)
    {
        Form.Move(move, key, clock);
        var (_, marks) = await drafts.FindAsync(Draft, Subject, cancellationToken);
        await drafts.KeepAsync(Draft, Subject, ProcedureForm.OrderField, string.Join(' ', Form.Order), Form.BaseVersion, marks.Newest + 1, cancellationToken);
    }
}
