using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>What a row of the queue tells of the appraisal itself: how many votes there are, never whose.</summary>
public sealed record AppraisalRow(Guid AppraisalId, Guid ProjectId, AppraisalMode Mode, AppraisalState State, DateOnly? DueOn, AppraisalVote? Result, int Sent, int Called, bool IsMine, bool WaitsForMe, int? ScoreTenths, int OpenConditions);

/// <summary>Which dossiers the queue or its export is about, as the address says it.</summary>
public sealed record AppraisalFilter(ProjectFilter Projects, bool Mine)
{
    public static AppraisalFilter Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(ProjectFilter.Read(query), query["cua-toi"] == "1");
    }

    public bool IsEmpty => Projects.IsEmpty && !Mine;

    public IQueryable<Project> Apply(KhuyenCongDb db, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        var rows = Projects.Apply(db.Projects.ForAppraisalBy(viewer, db));
        if (!Mine)
        {
            return rows;
        }

        var seated = db.Appraisals.SeatedProjects(viewer.UserId);
        return rows.Where(p => seated.Contains(p.ProjectId));
    }
}

/// <summary>Reads the appraisals of the projects of one page.</summary>
public static class AppraisalRows
{
    public static async Task<IReadOnlyDictionary<Guid, AppraisalRow>> OfAsync(KhuyenCongDb db, Guid userId, IEnumerable<Guid> projectIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var ids = projectIds.ToList();
        var rows = await db.Appraisals.AsNoTracking().Include(a => a.Seats).Include(a => a.Conditions).AsSplitQuery()
            .Where(a => ids.Contains(a.ProjectId) && a.State != AppraisalState.Returned && a.State != AppraisalState.Postponed).OrderBy(a => a.ProjectId).ThenBy(a => a.Round).ToListAsync(cancellationToken);
        return rows.GroupBy(a => a.ProjectId).ToDictionary(g => g.Key, g => RowOf(g.Last(), userId));
    }

    public static AppraisalRow RowOf(Appraisal appraisal, Guid userId)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        var seat = appraisal.SeatOf(userId);
        return new(
            appraisal.AppraisalId, appraisal.ProjectId, appraisal.Mode, appraisal.State, appraisal.DueOn, appraisal.Conclusion?.Outcome ?? appraisal.Result, appraisal.VotesCast, appraisal.Entitled.Count,
            seat is not null, Waits(appraisal, seat), appraisal.ScoreTenths, appraisal.Conditions.Count(c => c.State is ConditionState.Open));
    }

    /// <summary>Whether somebody's own opinion, or signature, is what is missing.</summary>
    public static bool Waits(Appraisal appraisal, AppraisalSeat? seat)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        return seat is not null && (appraisal.State is AppraisalState.Open ? seat.SentAt is null && appraisal.Entitled.Contains(seat)
            : appraisal is { State: AppraisalState.Closed, Mode: AppraisalMode.Council } && appraisal.Presiding == seat);
    }
}
