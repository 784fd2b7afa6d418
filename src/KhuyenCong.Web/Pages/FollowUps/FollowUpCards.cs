using KhuyenCong.Data;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.FollowUps;

/// <summary>What the page of a project, an establishment or a machine shows of its sheets: as far as the viewer reads them.</summary>
public sealed record FollowUpCard(string Heading, IReadOnlyList<FollowUpCardRow> Rows, DateOnly Today);

/// <summary>One sheet on a card: nothing of its figures.</summary>
public sealed record FollowUpCardRow(Guid FollowUpId, string Name, int Round, DateOnly DueOn, FollowUpState State, PurposeFinding? MoneyUse, bool HasMissingMachine, MachineUse? Use = null);

/// <summary>The sheets of one project.</summary>
public sealed class ProjectFollowUpsViewComponent(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid id) => !viewer.Can(Act.AnswerFollowUp) ? Content("") : View(
        "/Pages/FollowUps/_Card.cshtml",
        new FollowUpCard("Theo dõi sau hỗ trợ", await db.FollowUps.AsNoTracking().VisibleTo(viewer, db).Where(f => f.ProjectId == id).RowsAsync(HttpContext.RequestAborted), clock.Today));
}

/// <summary>The sheets of one establishment.</summary>
public sealed class EstablishmentFollowUpsViewComponent(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid id) => !viewer.Can(Act.AnswerFollowUp) ? Content("") : View(
        "/Pages/FollowUps/_Card.cshtml",
        new FollowUpCard("Theo dõi sau hỗ trợ", await db.FollowUps.AsNoTracking().VisibleTo(viewer, db).Where(f => f.EstablishmentId == id).RowsAsync(HttpContext.RequestAborted), clock.Today));
}

/// <summary>What the owner answered of one machine, beside the Sở's own check of it.</summary>
public sealed class MachineFollowUpsViewComponent(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid id) => !viewer.Can(Act.AnswerFollowUp) ? Content("") : View(
        "/Pages/FollowUps/_Card.cshtml",
        new FollowUpCard(
            "Cơ sở trả lời về máy này",
            await db.FollowUps.AsNoTracking().VisibleTo(viewer, db)
                .SelectMany(f => f.Machines.Where(m => m.MachinePassportId == id && m.Use != null), (f, m) => new { Sheet = f, m.Use })
                .OrderBy(x => x.Sheet.Round)
                .Select(x => new FollowUpCardRow(x.Sheet.FollowUpId, x.Sheet.BeneficiaryName, x.Sheet.Round, x.Sheet.DueOn, x.Sheet.State, x.Sheet.MoneyUse, x.Sheet.HasMissingMachine, x.Use))
                .ToListAsync(HttpContext.RequestAborted),
            clock.Today));
}

internal static class FollowUpCards
{
    private const int Most = 100;

    public static async Task<IReadOnlyList<FollowUpCardRow>> RowsAsync(this IQueryable<FollowUp> followUps, CancellationToken cancellationToken) =>
        await followUps.OrderBy(f => f.DueOn).ThenBy(f => f.BeneficiaryName).ThenBy(f => f.FollowUpId).Take(Most)
            .Select(f => new FollowUpCardRow(f.FollowUpId, f.BeneficiaryName, f.Round, f.DueOn, f.State, f.MoneyUse, f.HasMissingMachine, null)).ToListAsync(cancellationToken);
}
