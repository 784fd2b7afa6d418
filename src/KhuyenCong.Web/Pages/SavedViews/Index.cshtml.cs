using KhuyenCong.Data;
using KhuyenCong.Data.Drafts;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.SavedViews;

/// <summary>Bộ lọc đã lưu của một danh sách: everybody's own, for whoever may see the list.</summary>
[SignedIn]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private const int LongestName = 80;
    private const int MostViews = 50;

    public SavedList List { get; private set; } = SavedList.All[0];

    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    /// <summary>The filter now looked at, as far as a view keeps it.</summary>
    public string Query { get; private set; } = "";

    [BindProperty(Name = "ten")]
    public string? Name { get; set; }

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellationToken) => await LoadAsync(key, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostSaveAsync(string key, CancellationToken cancellationToken)
    {
        if (await LoadAsync(key, cancellationToken) is { } refused)
        {
            return refused;
        }

        if (Views.Count >= MostViews)
        {
            ModelState.AddModelError("ten", $"Đã có {MostViews} bộ lọc; hãy xóa bớt bộ lọc không dùng.");
        }

        if (!IsNameFree(null) || Views.Count >= MostViews)
        {
            return Page();
        }

        db.SavedViews.Add(new() { SavedViewId = Uuid.New(clock), UserId = viewer.UserId, Page = List.Path, Name = Name!.Trim(), Query = Query });
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say($"Đã lưu bộ lọc “{Name.Trim()}”.");
        return LocalRedirect(Query.Length > 0 ? $"{List.Path}?{Query}" : List.Path);
    }

    public async Task<IActionResult> OnPostRenameAsync(string key, Guid view, CancellationToken cancellationToken)
    {
        if (await LoadAsync(key, cancellationToken) is { } refused)
        {
            return refused;
        }

        if (await FindAsync(view, cancellationToken) is not { } saved)
        {
            return NotFound();
        }

        if (!IsNameFree(view))
        {
            return Page();
        }

        saved.Name = Name!.Trim();
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Đã đổi tên bộ lọc.");
        return LocalRedirect(List.ViewsPath);
    }

    public async Task<IActionResult> OnPostDeleteAsync(string key, Guid view, CancellationToken cancellationToken)
    {
        if (await LoadAsync(key, cancellationToken) is { } refused)
        {
            return refused;
        }

        if (await FindAsync(view, cancellationToken) is not { } saved)
        {
            return NotFound();
        }

        db.SavedViews.Remove(saved);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say($"Đã xóa bộ lọc “{saved.Name}”.");
        return LocalRedirect(List.ViewsPath);
    }

    private Task<SavedView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.SavedViews.SingleOrDefaultAsync(v => v.SavedViewId == id && v.UserId == viewer.UserId && v.Page == List.Path, cancellationToken);

    private bool IsNameFree(Guid? except)
    {
        var name = Name?.Trim() ?? "";
        var fault = name.Length == 0 ? "Chưa đặt tên bộ lọc."
            : name.Length > LongestName ? $"Tên bộ lọc không dài quá {LongestName} ký tự."
            : Views.Any(v => v.Name == name && v.SavedViewId != except) ? $"Đã có bộ lọc tên “{name}”."
            : null;
        if (fault is not null)
        {
            ModelState.AddModelError("ten", fault);
        }

        return fault is null;
    }

    /// <returns>Why the page is not shown; null where it is.</returns>
    private async Task<IActionResult?> LoadAsync(string key, CancellationToken cancellationToken)
    {
        if (SavedList.Find(key) is not { } list)
        {
            return NotFound();
        }

        if (!viewer.Can(list.Act))
        {
            return Refusal.Because(list.Act);
        }

        List = list;
        var kept = Request.Query.Where(q => list.Names.Contains(q.Key) && !string.IsNullOrEmpty(q.Value)).ToDictionary(q => q.Key, q => (string?)q.Value.ToString());
        Query = QueryHelpers.AddQueryString("", kept).TrimStart('?');
        Views = await db.SavedViews.AsNoTracking().Where(v => v.UserId == viewer.UserId && v.Page == list.Path).OrderBy(v => v.Name).ToListAsync(cancellationToken);
        return null;
    }
}
