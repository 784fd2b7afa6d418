using KhuyenCong.Data;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.ManagementCosts;

/// <summary>Việc được phục vụ: trips, meetings, acceptances and projects of an estimate's level that a voucher may name.</summary>
public sealed class ServedChoices(KhuyenCongDb db, Viewer viewer)
{
    private const int Most = 200;

    public static string KeyOf(Served served)
    {
        ArgumentNullException.ThrowIfNull(served);
        return $"{served.Kind}:{served.Id}";
    }

    public static Served? Read(string? key) => key?.Split(':') is [var kind, var id] && Enum.TryParse<ServedKind>(kind, out var known) && Enum.IsDefined(known) && Guid.TryParse(id, out var found) ? new(known, found) : null;

    /// <summary>Newest first, each kind together.</summary>
    public async Task<IReadOnlyList<SelectListItem>> OfAsync(ManagementEstimate estimate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        var from = new DateOnly(estimate.Year - 1, 1, 1);
        var inspections = await Inspections(estimate).Where(i => i.On >= from && i.State != InspectionState.Cancelled).OrderByDescending(i => i.On).Take(Most).Select(i => new { i.InspectionId, i.On, i.Title }).ToListAsync(cancellationToken);
        var sessions = await Sessions(estimate).Where(s => s.HeldOn >= from).OrderByDescending(s => s.HeldOn).Take(Most).Select(s => new { s.AppraisalSessionId, s.HeldOn, s.Place }).ToListAsync(cancellationToken);
        var acceptances = await Acceptances(estimate).OrderByDescending(a => a.AcceptanceId).Take(Most).Join(db.Projects, a => a.ProjectId, p => p.ProjectId, (a, p) => new { a.AcceptanceId, a.HeldOn, a.BeneficiaryName, p.Title }).ToListAsync(cancellationToken);
        var projects = await Projects(estimate).Where(p => p.Year == estimate.Year).OrderBy(p => p.Title).Take(Most).Select(p => new { p.ProjectId, p.Code, p.Title }).ToListAsync(cancellationToken);
        return
        [
            .. inspections.Select(i => Item(ServedKind.Inspection, i.InspectionId, $"{i.On.Text()}, {i.Title}")),
            .. sessions.Select(s => Item(ServedKind.AppraisalSession, s.AppraisalSessionId, $"{s.HeldOn.Text()}, {s.Place}")),
            .. acceptances.Select(a => Item(ServedKind.Acceptance, a.AcceptanceId, $"{a.HeldOn?.Text() ?? "chưa ghi ngày"}, {a.BeneficiaryName ?? a.Title}")),
            .. projects.Select(p => Item(ServedKind.Project, p.ProjectId, $"{p.Code} {p.Title}".Trim())),
        ];
    }

    /// <summary>Whether what was sent may be named at all; an id that came from elsewhere is nobody's here.</summary>
    public async Task<bool> MayNameAsync(ManagementEstimate estimate, Served? served, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return served switch
        {
            null => true,
            { Kind: ServedKind.Inspection } => await Inspections(estimate).AnyAsync(i => i.InspectionId == served.Id, cancellationToken),
            { Kind: ServedKind.AppraisalSession } => await Sessions(estimate).AnyAsync(s => s.AppraisalSessionId == served.Id, cancellationToken),
            { Kind: ServedKind.Acceptance } => await Acceptances(estimate).AnyAsync(a => a.AcceptanceId == served.Id, cancellationToken),
            _ => await Projects(estimate).AnyAsync(p => p.ProjectId == served.Id, cancellationToken),
        };
    }

    /// <summary>How a voucher names it; null where it names nothing or what is gone.</summary>
    public async Task<string?> NameOfAsync(Served? served, CancellationToken cancellationToken) => served switch
    {
        null => null,
        { Kind: ServedKind.Inspection } => await db.Inspections.Where(i => i.InspectionId == served.Id).Select(i => i.Title).SingleOrDefaultAsync(cancellationToken),
        { Kind: ServedKind.AppraisalSession } => await db.AppraisalSessions.Where(s => s.AppraisalSessionId == served.Id).Select(s => s.Place).SingleOrDefaultAsync(cancellationToken),
        { Kind: ServedKind.Acceptance } => await db.Acceptances.Where(a => a.AcceptanceId == served.Id).Join(db.Projects, a => a.ProjectId, p => p.ProjectId, (a, p) => a.BeneficiaryName ?? p.Title).SingleOrDefaultAsync(cancellationToken),
        _ => await db.Projects.Where(p => p.ProjectId == served.Id).Select(p => p.Title).SingleOrDefaultAsync(cancellationToken),
    };

    private static SelectListItem Item(ServedKind kind, Guid id, string text) => new($"{kind.Text()}: {text}", $"{kind}:{id}");

    private IQueryable<Inspection> Inspections(ManagementEstimate estimate)
    {
        var commune = estimate.CommuneCode;
        return db.Inspections.VisibleTo(viewer, db).Where(i => i.CommuneCode == commune);
    }

    /// <summary>Who pays for a meeting need not sit in it: day and place of those of the own level.</summary>
    private IQueryable<Domain.Appraisals.AppraisalSession> Sessions(ManagementEstimate estimate)
    {
        var commune = estimate.CommuneCode;
        return db.AppraisalSessions.Where(s => s.CommuneCode == commune);
    }

    private IQueryable<Domain.Acceptances.Acceptance> Acceptances(ManagementEstimate estimate)
    {
        var commune = estimate.CommuneCode;
        var seen = db.Acceptances.VisibleTo(viewer, db);
        return commune is null ? seen.Where(a => a.Regime != Regime.Commune) : seen.Where(a => a.Regime == Regime.Commune && a.TerritoryCode == commune);
    }

    private IQueryable<Project> Projects(ManagementEstimate estimate)
    {
        var commune = estimate.CommuneCode;
        var seen = db.Projects.VisibleTo(viewer, db, seated: false);
        return commune is null ? seen.Where(p => p.Kind != ProjectKind.Commune) : seen.Where(p => p.Kind == ProjectKind.Commune && p.CommuneCode == commune);
    }
}
