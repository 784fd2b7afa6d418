using KhuyenCong.Data;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Norms;

/// <summary>A list of papers of the province ends on a day; what that touches is shown before.</summary>
[Allow(Act.EditNorm)]
public sealed class EndPapersModel(KhuyenCongDb db, ChangeDesk changes, Viewer viewer, TimeProvider clock) : PageModel
{
    public PaperList List { get; private set; } = null!;

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty(Name = ChangePreview.Field)]
    public string? Mark { get; set; }

    public ChangePreview? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } before)
        {
            return NotFound();
        }

        ModelState.Require(From, nameof(From), "Hãy nhập ngày.");
        var start = List.Law.Rule.EffectiveFrom ?? clock.Today;
        var ruling = PaperListWriting.End(List, From ?? (start > clock.Today ? start : clock.Today), viewer.ProvinceCode, clock.Today);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b.Field is null ? b : b with { Field = nameof(From) }));
        if (ruling.Event is not { } ended || !ModelState.IsValid)
        {
            return Page();
        }

        var after = await db.NormBookAsync(cancellationToken);
        after.Row(id)!.Rule.Apply(ended);
        Preview = await changes.OfAsync(before, after, List.KindCode, ended.To.AddDays(1), ended, cancellationToken);
        if (!Preview.IsSeenBy(Mark))
        {
            return Page();
        }

        (await db.LegalRules.SingleAsync(r => r.LegalRuleId == id, cancellationToken)).Apply(ended);
        db.Because("papers.ended", $"Sau ngày {ended.To.Text()}");
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say($"Danh mục hết hiệu lực sau ngày {ended.To.Text()}; hồ sơ của những ngày trước vẫn theo danh mục này.");
        return LocalRedirect($"/dinh-muc/giay-to#danh-muc-{id:N}");
    }

    private async Task<NormBook?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var book = await db.NormBookAsync(cancellationToken);
        if (book.PaperLists.FirstOrDefault(l => l.Law.Rule.LegalRuleId == id && l.Law.Rule.TerritoryProvinceCode == viewer.ProvinceCode) is not { } list)
        {
            return null;
        }

        List = list;
        return book;
    }
}
