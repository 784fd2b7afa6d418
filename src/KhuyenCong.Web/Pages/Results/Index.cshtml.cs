using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Tables;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>What the source that is asked for paid toward all that the filter finds; null where none is.</summary>
    public Dong? OfSource { get; private set; }

    /// <summary>The same, of each row shown.</summary>
    public IReadOnlyDictionary<Guid, Dong> PartOfSource { get; private set; } = new Dictionary<Guid, Dong>();

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
        if (Filter.SourceCode is { } source)
        {
            var amounts = db.ResultAmounts.AsNoTracking().Where(a => a.SourceCode == source);
            OfSource = new(await Scope.Results.Join(amounts, r => r.ResultId, a => a.ResultId, (r, a) => a).SumAsync(a => (long)(object)a.Amount, cancellationToken));
            List<Guid> shown = [.. List.Rows.Select(r => r.ResultId)];
            PartOfSource = (await amounts.Where(a => shown.Contains(a.ResultId)).ToListAsync(cancellationToken)).GroupBy(a => a.ResultId).ToDictionary(g => g.Key, g => g.Select(a => a.Amount).Sum());
        }
    }
}
