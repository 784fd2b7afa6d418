using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Procedures;

namespace KhuyenCong.Web.Access;

/// <summary>Which procedures a viewer sees: everybody what is published, their writers the drafts as well.</summary>
public static class ProcedureReach
{
    public static IQueryable<Procedure> VisibleTo(this IQueryable<Procedure> procedures, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Can(Act.EditNorm) ? procedures : procedures.Where(p => p.From != null);
    }
}
