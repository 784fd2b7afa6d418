using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Access;

/// <summary>Nhiệm vụ mà một tổ chức đang giữ: a province's body in its province, a national one in every province it serves.</summary>
public sealed class HeldDuties(KhuyenCongDb db, Viewer viewer)
{
    public async Task<IReadOnlyList<DutyAssignment>> OfAsync(Guid organisationId)
    {
        var rows = db.DutyAssignments.Where(d => d.OrganisationId == organisationId);
        if (viewer.Reach(Act.EditOrganisations) is Scope.Ministry)
        {
            // Whoever closes a national body must not leave the duties of a province without a holder.
#pragma warning disable RS0030
            rows = rows.IgnoreQueryFilters([KhuyenCongDb.ProvinceFilter]);
#pragma warning restore RS0030
        }

        return await rows.AsNoTracking().ToListAsync();
    }
}
