using KhuyenCong.Data;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Projects and outside support of one establishment, as lines of its support history.</summary>
public static class SupportHistory
{
    private const int Most = 100;

    public static async Task<IEnumerable<SupportLine>> OfAsync(KhuyenCongDb db, Viewer viewer, Guid establishmentId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        var projects = await db.Projects.VisibleTo(viewer, db).AsNoTracking().Where(p => p.Beneficiaries.Any(b => b.EstablishmentId == establishmentId))
            .OrderByDescending(p => p.ChangedAt).ThenByDescending(p => p.ProjectId).Take(Most)
            .Select(p => new { p.ProjectId, p.Code, p.Title, p.State, p.FiledOn, p.CreatedOn }).ToListAsync(cancellationToken);
        var outside = viewer.Can(Act.ViewEstablishments) && viewer.Reach(Act.ViewEstablishments) is not Scope.Own
            ? await db.OutsideSupports.AsNoTracking().Where(s => s.EstablishmentId == establishmentId && s.WithdrawnReason == null).OrderByDescending(s => s.GivenOn).ThenBy(s => s.OutsideSupportId).Take(Most).ToListAsync(cancellationToken)
            : [];
        // Money that was not used for its purpose stays in the record, also once the finding is closed.
        var projectIds = projects.Select(p => p.ProjectId).ToList();
        var misuses = await db.InspectionFindings.AsNoTracking().Where(f => f.EstablishmentId == establishmentId && f.Kind == FindingKind.MoneyMisuse && projectIds.Contains(f.ProjectId))
            .OrderByDescending(f => f.FoundOn).ThenBy(f => f.InspectionFindingId).Take(Most).ToListAsync(cancellationToken);
        // So does that it was: what somebody confirmed of the sheets after the support.
        var rightly = await db.FollowUps.AsNoTracking().Where(f => f.EstablishmentId == establishmentId && f.State == FollowUpState.Confirmed && f.MoneyUse == PurposeFinding.Right && projectIds.Contains(f.ProjectId))
            .OrderByDescending(f => f.ConfirmedOn).ThenBy(f => f.FollowUpId).Take(Most)
            .Select(f => new { f.FollowUpId, f.ProjectId, f.Round, f.ConfirmedOn, f.DueOn }).ToListAsync(cancellationToken);
        var readable = await db.FollowUps.AsNoTracking().VisibleTo(viewer, db).Where(f => f.EstablishmentId == establishmentId).Select(f => f.FollowUpId).ToListAsync(cancellationToken);
        var seesOutside = viewer.Reach(Act.RecordOutsideSupport) is Scope.Province;
        return projects.Select(p => new SupportLine(p.FiledOn ?? p.CreatedOn, $"{p.Title} – {p.State.Text().ToLowerInvariant()}", $"/de-an/{p.ProjectId}", p.Code))
            .Concat(misuses.Select(f => new SupportLine(f.FoundOn, $"Kiểm tra: sử dụng kinh phí sai mục đích – {f.State.Text().ToLowerInvariant()}", $"/kiem-tra/{f.InspectionId}", projects.Find(p => p.ProjectId == f.ProjectId)?.Code)))
            .Concat(rightly.Select(f => new SupportLine(f.ConfirmedOn ?? f.DueOn, $"Theo dõi sau hỗ trợ lần {f.Round}: sử dụng kinh phí đúng mục đích", readable.Contains(f.FollowUpId) ? $"/theo-doi/{f.FollowUpId}" : null, projects.Find(p => p.ProjectId == f.ProjectId)?.Code)))
            .Concat(outside.Select(s => new SupportLine(s.GivenOn, $"{s.ProgrammeName} – {s.GivenBy}: {s.Amount?.ToString() ?? "không nêu số tiền"}", seesOutside ? $"/de-an/ho-tro-khac?dong={s.OutsideSupportId}" : null, null)));
    }
}
