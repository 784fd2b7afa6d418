using KhuyenCong.Data;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Tables;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Danh sách đề án, nhiệm vụ, with the money of all that the filter finds by source.</summary>
[Allow(Act.ViewProjects)]
public sealed class IndexModel(KhuyenCongDb db, KeptCommunes communes, Viewer viewer, TimeProvider clock) : PageModel
{
    public ProjectFilter Filter { get; private set; } = null!;

    public TableView View { get; private set; } = null!;

    public ListPage<ProjectRow> List { get; private set; } = null!;

    public ProjectSums Sums { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    /// <summary>The establishment the list is about, where the address names one.</summary>
    public string? Establishment { get; private set; }

    public bool MayEdit => viewer.Can(Act.EditProject);

    public DateOnly Today => clock.Today;

    public static IEnumerable<SelectListItem> States => Enum.GetValues<ProjectState>().Select(s => new SelectListItem(s.Text(), s.ToString()));

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<ProjectKind>().Select(k => new SelectListItem(k.Text(), k.ToString()));

    public static IEnumerable<SelectListItem> Contents => Article4.All.Select(c => new SelectListItem(ProjectWords.ContentText(c.Code), c.Code));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        View = TableView.Read(Request.Query, ProjectList.Sorts);
        Filter = ProjectFilter.Read(Request.Query);
        var rows = Filter.Apply(db.Projects.VisibleTo(viewer, db));
        Sums = await ProjectSums.OfAsync(rows, cancellationToken);
        List = await ProjectList.PageAsync(rows, View, ListPlace.Read(Request.Query), cancellationToken);
        Communes = [.. (await communes.OfAsync(db, viewer.ProvinceCode, clock.Today, cancellationToken))
            .Where(c => viewer.Reach(Act.ViewProjects) is not Scope.Commune || viewer.CommuneCodes.Contains(c.Code)).Select(c => new SelectListItem(c.Name, c.Code))];
        if (Filter.EstablishmentId is { } establishment)
        {
            Establishment = await db.Establishments.VisibleTo(viewer).Where(e => e.EstablishmentId == establishment).Select(e => e.Name).FirstOrDefaultAsync(cancellationToken);
        }
    }
}
