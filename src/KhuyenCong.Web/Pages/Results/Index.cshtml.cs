using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Tables;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.Results;

/// <summary>Danh sách kết quả của một chương trình.</summary>
[Allow(Act.ViewResults)]
public sealed class IndexModel(KhuyenCongDb db, KeptCommunes communes, Viewer viewer, TimeProvider clock) : PageModel
{
    private Dictionary<string, string> communeNames = [];

    public ResultScope Scope { get; private set; } = null!;

    public TableView View { get; private set; } = null!;

    public ListPage<ResultRow> List { get; private set; } = null!;

    public IReadOnlyList<Commune> Communes { get; private set; } = [];

    public bool MayRecord { get; private set; }

    public static readonly IReadOnlyList<SelectListItem> Sources = [.. FundingSource.All.Select(s => new SelectListItem(s.Name, s.Code))];

    public static readonly IReadOnlyList<SelectListItem> States = [new("Đang tính", ""), new("Đã rút", "rut"), new("Tất cả", "tat-ca")];

    public ResultFilter Filter => Scope.Filter;

    public string CommuneName(string? code) => code is null ? "" : communeNames.GetValueOrDefault(code, code);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        View = TableView.Read(Request.Query, ResultList.Sorts);
        Scope = await ResultScope.OfAsync(db, viewer, ResultFilter.Read(Request.Query), cancellationToken);
        List = await ResultList.PageAsync(Scope.Results, View, ListPlace.Read(Request.Query), cancellationToken);
        Communes = await communes.OfAsync(db, viewer.ProvinceCode, clock.Today, cancellationToken);
        communeNames = Communes.ToDictionary(c => c.Code, c => c.Name);
        MayRecord = viewer.Can(Act.RecordResult);
    }
}
