using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Execution;

/// <summary>Lập cuộc kiểm tra: planned for a day, or written down at once where it was not.</summary>
[Allow(Act.InspectProject)]
public sealed class NewInspectionModel(KhuyenCongDb db, Viewer viewer, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "kiem-tra-lap";

    [BindProperty]
    public InspectionForm Form { get; set; } = new();

    /// <summary>Signed contracts that the viewer's office inspects, one line each, and those whose machines were found unused.</summary>
    public IReadOnlyList<(Guid ContractId, string Title, string Detail)> Choices { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<InspectionKind>().Select(k => new SelectListItem(k.Text(), k.ToString()));

    public async Task OnGetAsync([FromQuery(Name = "hop-dong")] Guid? contract, [FromQuery(Name = "may")] Guid? machine, CancellationToken cancellationToken)
    {
        var running = await LoadAsync(cancellationToken);
        Form = new() { On = clock.Today, Projects = contract is { } one ? [one] : [] };
        if (machine is { } id && await db.MachinePassports.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(m => m.MachinePassportId == id, cancellationToken) is { } found)
        {
            var of = await db.Acceptances.Where(a => a.AcceptanceId == found.AcceptanceId).Select(a => a.ContractId).SingleAsync(cancellationToken);
            Form.Kind = InspectionKind.Unplanned;
            Form.Title = $"Kiểm tra việc sử dụng máy {found.Name}{(found.Serial is { } serial ? $", số máy {serial}" : "")}";
            Form.Projects = [.. running.Where(r => r.ContractId == of).Select(r => r.ContractId)];
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var running = await LoadAsync(cancellationToken);
        ModelState.Require(Form.On, "Form.On", Messages.For("edit.required"));
        var chosen = running.Where(r => Form.Projects.Contains(r.ContractId)).DistinctBy(r => r.Project.ProjectId).ToList();
        var unknown = Form.Projects.Any(p => running.All(r => r.ContractId != p));
        var communes = viewer.Reach(Act.InspectProject) is Scope.Commune ? chosen.Select(c => c.TerritoryCode).Distinct().ToList() : [];
        ModelState.AddBreaches(unknown || communes.Count > 1 ? [new("inspection.project-not-yours", "Projects")] : [], nameof(Form));
        var ruling = Inspecting.Plan(
            new(Uuid.New(clock), viewer.ProvinceCode, communes is [var commune, ..] ? commune : null, Form.Read(Form.On ?? clock.Today), [.. chosen.Select(c => (Uuid.New(clock), new InspectedText(c.Project.ProjectId, c.ContractId)))], viewer.UserId, clock.UtcNow),
            chosen, viewer.AsPlanMover(), clock.Today);
        ModelState.AddBreaches(ruling.Breaches, nameof(Form));
        if (ruling.Event is not { } planned || !ModelState.IsValid)
        {
            return Page();
        }

        db.Inspections.Add(Inspection.From(planned));
        db.Because("inspection.planned", planned.Text.DocumentNumber);
        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, Draft, "moi");
        TempData.Say("Đã lập cuộc kiểm tra.");
        return LocalRedirect($"/kiem-tra/{planned.InspectionId}");
    }

    private async Task<IReadOnlyList<ReportedContract>> LoadAsync(CancellationToken cancellationToken)
    {
        var mover = viewer.AsPlanMover();
        var seen = db.Projects.VisibleTo(viewer, db, seated: false).Select(p => p.ProjectId);
        // Liquidated ones too, where a machine was found not to be used for what it was supported for.
        var contracts = await db.Contracts.AsNoTracking().Where(c => c.ParentContractId == null && seen.Contains(c.ProjectId)
            && (c.State == ContractState.Signed || (c.State == ContractState.Liquidated && db.Acceptances.Any(a => a.ContractId == c.ContractId && a.Machines.Any(m => m.CheckResult != null && m.CheckResult != MachineCheckResult.InUse)))))
            .ToListAsync(cancellationToken);
        contracts = [.. contracts.Where(c => mover.May(Act.InspectProject, c.Regime, c.TerritoryCode))];
        var ids = contracts.Select(c => c.ProjectId).Distinct().ToList();
        var projects = await db.Projects.AsNoTracking().Include(p => p.Beneficiaries).Where(p => ids.Contains(p.ProjectId)).ToDictionaryAsync(p => p.ProjectId, cancellationToken);
        Choices = [.. contracts.OrderBy(c => projects[c.ProjectId].SortKey, StringComparer.Ordinal).Select(c => (c.ContractId, projects[c.ProjectId].Title, Detail(c, projects[c.ProjectId])))];
        return [.. contracts.Select(c => ExecutionBook.Of(c, projects[c.ProjectId]))];
    }

    private static string Detail(Contract contract, Project project) => $"{project.Code}, hợp đồng {contract.Number}, {contract.PartyB}";
}
