using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Organisations;

/// <summary>Tổ chức of a province as of a day: the tree, with that day's names.</summary>
[Allow(Act.ViewOrganisations)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "ngay")]
    public DateOnly? Day { get; set; }

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    public OrganisationBook Book { get; private set; } = null!;

    public bool MayEdit => viewer.Can(Act.EditOrganisations);

    public IReadOnlyList<Organisation>? Found { get; private set; }

    public async Task OnGetAsync()
    {
        Book = await OrganisationBook.ReadAsync(db, viewer.ProvinceCode, Day ?? clock.Today);
        if (SearchText.Fold(Search) is { Length: > 0 } wanted)
        {
            Found = [.. Book.Shown.Where(o => o.Names.Any(n => n.SearchText.Contains(wanted, StringComparison.Ordinal)))];
        }
    }
}
