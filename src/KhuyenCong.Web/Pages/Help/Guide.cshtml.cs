using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Help;

/// <summary>Hướng dẫn sử dụng, as shipped with the product; anybody may read it. Pages of one's own role stand first.</summary>
[AllowAnonymous]
public sealed class GuideModel(GuideBook book, Viewer viewer) : PageModel
{
    private const string Pictures = "hinh/";

    public string Name { get; private set; } = "";

    public string Title { get; private set; } = "";

    public IHtmlContent Text { get; private set; } = HtmlString.Empty;

    public IReadOnlyList<(string Heading, IReadOnlyList<(string Name, string Title)> Pages)> Contents { get; private set; } = [];

    public IActionResult OnGet(string? trang)
    {
        if (trang?.StartsWith(Pictures, StringComparison.Ordinal) == true)
        {
            return book.Picture(trang[Pictures.Length..]) is { } file ? PhysicalFile(file, "image/png") : NotFound();
        }

        if (book.Find(string.IsNullOrEmpty(trang) ? "index" : trang) is not { } found)
        {
            return NotFound();
        }

        (Name, Title, Text) = (found.Name, found.Title, found.Html);
        Contents = book.ContentsFor(viewer.Roles);
        return Page();
    }
}
