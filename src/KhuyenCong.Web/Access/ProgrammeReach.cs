using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Pages.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Access;

/// <summary>Whose programme it is: the province's roles enter every programme of the province, a commune's roles that of their own commune.</summary>
public static class ProgrammeReach
{
    public static bool MayEdit(this Viewer viewer, ProgrammeHead head)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(head);
        return viewer.CanIn(Act.EditProgramme, head.CommuneCode);
    }

    /// <summary>A contradiction is explained by whoever answers for the text: the Sở for the province's programme, a commune's own office for its own, where the Sở may help as it does with the entry.</summary>
    public static bool MayExplain(this Viewer viewer, ProgrammeHead head)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(head);
        return viewer.CanIn(Act.ExplainDiscrepancy, head.CommuneCode);
    }

    public static async Task<bool> MayEditAsync(this Viewer viewer, KhuyenCongDb db, Guid programmeId)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        return viewer.Can(Act.EditProgramme) && await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.ProgrammeId == programmeId) is { } programme && viewer.CanIn(Act.EditProgramme, programme.CommuneCode);
    }

    /// <summary>Results of every commune count toward the province's programme; toward a commune's only its own.</summary>
    public static bool MayRecordFor(this Viewer viewer, ProgrammeHead head)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(head);
        return head.CommuneCode is null ? viewer.Can(Act.RecordResult) : viewer.CanIn(Act.RecordResult, head.CommuneCode);
    }
}
