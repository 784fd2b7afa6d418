using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>Các hội đồng thẩm định.</summary>
[Allow(Act.GiveOpinion)]
public sealed class CouncilsModel(KhuyenCongDb db, Viewer viewer) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<Council> Councils { get; private set; } = [];

    public bool Organises => viewer.Can(Act.AppraiseProject);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Councils = await db.Councils.VisibleTo(viewer).Include(c => c.Members).AsNoTracking().OrderBy(c => c.EndedOn != null).ThenByDescending(c => c.DecisionDate).ThenByDescending(c => c.CouncilId).Take(Most).ToListAsync(cancellationToken);
}
