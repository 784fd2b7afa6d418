using KhuyenCong.Data;
using KhuyenCong.Data.Drafts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Results;

/// <summary>Bộ lọc đã lưu của danh sách kết quả: everybody's own.</summary>
[Allow(Act.ViewResults)]
public sealed class ViewsModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public const string ListPage = "/ket-qua";
    private const int LongestName = 80;
    private const int MostViews = 50;

    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    /// <summary>The filter now looked at, as far as a view keeps it.</summary>
    public string Query { get; private set; } = "";

    [BindProperty(Name = "ten")]
    public string? Name { get; set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!IsNameFree(null) || Views.Count >= MostViews)
        {
            if (Views.Count >= MostViews)
            {
                ModelState.AddModelError("ten", $"Đã có {MostViews} bộ lọc; hãy xóa bớt bộ lọc không dùng.");
            }

            return Page();
        }

        db.SavedViews.Add(new() { SavedViewId = Uuid.New(clock), UserId = viewer.UserId, Page = ListPage, Name = Name!.Trim(), Query = Query });
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say($"Đã lưu bộ lọc “{Name.Trim()}”.");
        return LocalRedirect(Query.Length > 0 ? $"/ket-qua?{Query}" : "/ket-qua");
    }

    public async Task<IActionResult> OnPostRenameAsync(Guid view, CancellationToken cancellationToken)
    {
        if (await FindAsync(view, cancellationToken) is not { } saved)
        {
            return NotFound();
        }

        await LoadAsync(cancellationToken);
        if (!IsNameFree(view))
        {
            return Page();
        }

        saved.Name = Name!.Trim();
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Đã đổi tên bộ lọc.");
        return LocalRedirect("/ket-qua/bo-loc");
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid view, CancellationToken cancellationToken)
    {
        if (await FindAsync(view, cancellationToken) is not { } saved)
        {
            return NotFound();
        }

        db.SavedViews.Remove(saved);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say($"Đã xóa bộ lọc “{saved.Name}”.");
        return LocalRedirect("/ket-qua/bo-loc");
    }

    private Task<SavedView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.SavedViews.SingleOrDefaultAsync(v => v.SavedViewId == id && v.UserId == viewer.UserId && v.Page == ListPage, cancellationToken);

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

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var kept = Request.Query.Where(q => ResultFilter.Names.Contains(q.Key) && !string.IsNullOrEmpty(q.Value)).ToDictionary(q => q.Key, q => (string?)q.Value.ToString());
        Query = QueryHelpers.AddQueryString("", kept).TrimStart('?');
        Views = await db.SavedViews.AsNoTracking().Where(v => v.UserId == viewer.UserId && v.Page == ListPage).OrderBy(v => v.Name).ToListAsync(cancellationToken);
    }
}
