using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Xác định ngành ưu tiên của một đề án: proposed by whoever writes it, confirmed by whoever receives it; trade codes cannot tell it.</summary>
[Allow(Act.ViewProjects)]
public sealed class TradeModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private ProjectMover mover = null!;

    public Project Project { get; private set; } = null!;

    public IReadOnlyList<TradeStatement> Statements { get; private set; } = [];

    [BindProperty]
    public TradeForm Form { get; set; } = new();

    [BindProperty]
    public string? Decision { get; set; }

    public bool MayPropose => TradeStatement.IsOpen(Project.State) && mover.May(Act.EditProject, Project) && Grounds.Any();

    public IEnumerable<SelectListItem> Grounds => TradeStatement.Stateable.Where(g => Statements.All(s => s.Ground != g || s.State is TradeStatementState.Refused)).Select(g => new SelectListItem(g.Text().AtStart(), g.ToString()));

    public bool MayDecide(TradeStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return TradeStatement.IsOpen(Project.State) && statement.State is not TradeStatementState.Refused && mover.May(Act.ReceiveProject, Project) && !mover.HasInterest(Project) && statement.ProposedBy != viewer.UserId;
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostProposeAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var stated = Statements.FirstOrDefault(s => s.Ground == Form.Ground);
        var wanted = new TradeProposed(stated?.TradeStatementId ?? Uuid.New(clock), Project.ProvinceCode, id, Form.Ground ?? TradeGround.TypicalProduct, Form.Reason ?? "", Form.Paper, viewer.UserId, viewer.DisplayName, clock.UtcNow);
        var ruling = TradeStatement.Propose(Project, stated, wanted, mover);
        if (ruling.Breaches is [{ Code: "project.not-allowed" }])
        {
            return this.Refuse("project.not-allowed");
        }

        ModelState.AddBreaches(ruling.Breaches, nameof(Form));
        if (ruling.Event is not { } proposed || !ModelState.IsValid)
        {
            return Page();
        }

        if (stated is null)
        {
            db.TradeStatements.Add(TradeStatement.From(proposed));
        }
        else
        {
            stated.Apply(proposed);
        }

        db.Because("trade.proposed", proposed.Reason);
        return await SaveAsync(id, "Đã gửi đề nghị; cán bộ tiếp nhận hồ sơ xác nhận.", cancellationToken);
    }

    public async Task<IActionResult> OnPostDecideAsync(Guid id, Guid dong, bool dung, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || Statements.FirstOrDefault(s => s.TradeStatementId == dong) is not { } statement)
        {
            return NotFound();
        }

        var ruling = TradeStatement.Judge(statement, Project, new(dong, dung, Decision ?? "", viewer.UserId, viewer.DisplayName, clock.UtcNow), mover);
        if (ruling.Breaches is [{ Code: "project.not-allowed" or "trade.own-dossier" } refused])
        {
            return this.Refuse(refused.Code);
        }

        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = b.Field is null ? null : nameof(Decision) }));
        if (ruling.Event is not { } decided || !ModelState.IsValid)
        {
            return Page();
        }

        statement.Apply(decided);
        db.Because("trade.decided", decided.Reason);
        return await SaveAsync(id, decided.Confirms ? "Đã xác nhận ngành ưu tiên." : "Đã ghi không xác nhận.", cancellationToken);
    }

    private async Task<IActionResult> SaveAsync(Guid id, string told, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.IsTwin())
        {
            // Somebody else said something of the same ground in between.
            ModelState.AddModelError("", Messages.For("trade.decided"));
            return Page();
        }

        TempData.Say(told);
        return LocalRedirect($"/de-an/{id}/nganh-uu-tien");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await viewer.ReadProjectAsync(db, id, cancellationToken) is not { } project)
        {
            return false;
        }

        mover = await viewer.AsProjectMoverAsync(db, cancellationToken);
        Project = project;
        Statements = await db.TradeStatements.Where(s => s.ProjectId == id).OrderBy(s => s.TradeStatementId).ToListAsync(cancellationToken);
        // The owner of one of several beneficiaries reads their own part only.
        return mover.ReadsWhole(project);
    }

    /// <summary>A proposal as typed.</summary>
    public sealed class TradeForm
    {
        public TradeGround? Ground { get; set; }

        public string? Reason { get; set; }

        public string? Paper { get; set; }
    }
}
