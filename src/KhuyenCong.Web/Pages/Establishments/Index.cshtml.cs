using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Tables;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>Danh sách cơ sở CNNT.</summary>
[Allow(Act.ViewEstablishments)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private Dictionary<string, string> names = [];

    public EstablishmentFilter Filter { get; private set; } = null!;

    public TableView View { get; private set; } = null!;

    public ListPage<EstablishmentRow> List { get; private set; } = null!;

    public int Count { get; private set; }

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    public bool MayEdit => viewer.Can(Act.EditEstablishments);

    public bool MayCurate => viewer.Can(Act.CurateEstablishments);

    public static IEnumerable<SelectListItem> Forms => Enum.GetValues<LegalForm>().Select(f => new SelectListItem(f.Text(), f.ToString()));

    public static IEnumerable<SelectListItem> Sizes => Enum.GetValues<SizeClass>().Select(s => new SelectListItem(s.Text(), s.ToString()));

    public static IEnumerable<SelectListItem> States => Enum.GetValues<EstablishmentState>().Select(s => new SelectListItem(s.Text(), s.ToString()));

    public string Names(IEnumerable<string> communes) => string.Join(", ", communes.Select(c => names.GetValueOrDefault(c, c)));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        View = TableView.Read(Request.Query, EstablishmentList.Sorts);
        Filter = EstablishmentFilter.Read(Request.Query, viewer.MaySearchPersonalData());
        var rows = Filter.Apply(db.Establishments.VisibleTo(viewer));
        Count = await rows.CountAsync(cancellationToken);
        List = await EstablishmentList.PageAsync(db, rows, View, ListPlace.Read(Request.Query), viewer, clock.Today, cancellationToken);
        var communes = await db.CommunesAsync(viewer.ProvinceCode, clock.Today, cancellationToken);
        names = communes.ToDictionary(c => c.Code, c => c.Name);
        Communes = [.. communes.Where(c => viewer.Reach(Act.ViewEstablishments) is not Scope.Commune || viewer.CommuneCodes.Contains(c.Code)).Select(c => new SelectListItem(c.Name, c.Code))];
    }
}
