using KhuyenCong.Data;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.SavedViews;

/// <summary>One's saved filters of a list, as its filter bar offers them.</summary>
public sealed record SavedViewsMenu(SavedList List, IReadOnlyList<(string Name, string Query)> Views);

/// <summary>The menu in a list's filter bar: <c>&lt;vc:saved-views list="kien-nghi" /&gt;</c>.</summary>
public sealed class SavedViewsViewComponent(KhuyenCongDb db, Viewer viewer) : ViewComponent
{
    private static readonly Func<KhuyenCongDb, Guid, string, IAsyncEnumerable<ValueTuple<string, string>>> ViewsOf = EF.CompileAsyncQuery((KhuyenCongDb db, Guid user, string page) =>
        db.SavedViews.Where(v => v.UserId == user && v.Page == page).OrderBy(v => v.Name).Select(v => new ValueTuple<string, string>(v.Name, v.Query)));

    public async Task<IViewComponentResult> InvokeAsync(string list)
    {
        var of = SavedList.Find(list) ?? throw new ArgumentException($"No list '{list}' keeps filters.", nameof(list));
        return View("/Pages/SavedViews/_Menu.cshtml", new SavedViewsMenu(of, await ViewsOf(db, viewer.UserId, of.Path).ToListAsync(HttpContext.RequestAborted)));
    }
}
