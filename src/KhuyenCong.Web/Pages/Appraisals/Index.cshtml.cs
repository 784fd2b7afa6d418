using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Projects;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Tables;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>Thẩm định: dossiers that wait, are being judged or have been concluded, for whoever organises or has a seat.</summary>
[Allow(Act.GiveOpinion)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public static readonly ProjectState[] Shown = [ProjectState.AwaitingAppraisal, ProjectState.InAppraisal, ProjectState.Appraised, ProjectState.NotPassed];

    public AppraisalFilter Filter { get; private set; } = null!;

    public TableView View { get; private set; } = null!;

    public ListPage<ProjectRow> List { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, AppraisalRow> Appraisals { get; private set; } = new Dictionary<Guid, AppraisalRow>();

    public int Count { get; private set; }

    public bool Organises => viewer.Can(Act.AppraiseProject);

    public bool MaySet => viewer.Reach(Act.ConcludeAppraisal) is Scope.Province;

    public DateOnly Today => clock.Today;

    public static IEnumerable<SelectListItem> States => Shown.Select(s => new SelectListItem(s.Text(), s.ToString()));

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<ProjectKind>().Select(k => new SelectListItem(k.Text(), k.ToString()));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        View = TableView.Read(Request.Query, ProjectList.Sorts);
        Filter = AppraisalFilter.Read(Request.Query);
        var rows = Filter.Apply(db, viewer);
        Count = await rows.CountAsync(cancellationToken);
        List = await ProjectList.PageAsync(rows, View, ListPlace.Read(Request.Query), cancellationToken);
        Appraisals = await AppraisalRows.OfAsync(db, viewer.UserId, List.Rows.Select(r => r.ProjectId), cancellationToken);
    }
}
