using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>The province's dated list of key and advantageous products, as it was on a day.</summary>
[Allow(Act.ViewEstablishments)]
public sealed class ProductsModel(KhuyenCongDb db, Viewer viewer, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "san-pham-cua-tinh";
    private const string Address = "/co-so/san-pham-cua-tinh";

    public static readonly IReadOnlyList<LayoutField> Fields =
    [
        new("Name", "Sản phẩm") { Required = true },
        LayoutField.Of<ProvincialProductKind>("Kind", "Loại", k => k.Text()) with { Required = true },
        new("Document", "Văn bản của tỉnh, thành phố") { Required = true, Hint = "Số, ngày, cơ quan ban hành." },
        new("From", "Từ ngày", "date") { Required = true },
        new("To", "Đến ngày", "date") { Hint = "Để trống nếu văn bản không ghi thời hạn." },
    ];

    public static readonly IReadOnlyList<LayoutField> EndFields =
    [
        new("LastDay", "Ngày cuối còn trong danh mục", "date") { Required = true },
        new("Document", "Văn bản") { Required = true },
    ];

    [BindProperty(SupportsGet = true, Name = "ngay")]
    public DateOnly? On { get; set; }

    [BindProperty(SupportsGet = true, Name = "ket-thuc")]
    public Guid? EndingId { get; set; }

    [BindProperty(Name = nameof(Form))]
    public Dictionary<string, string?> Form { get; set; } = [];

    [BindProperty(Name = nameof(End))]
    public Dictionary<string, string?> End { get; set; } = [];

    public IReadOnlyList<ProvincialProduct> Products { get; private set; } = [];

    public ProvincialProduct? Ending { get; private set; }

    public bool MayEdit => viewer.Can(Act.CurateEstablishments);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return EndingId is not null && Ending is null ? NotFound() : Page();
    }

    [Allow(Act.CurateEstablishments)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var fields = new EntryText(Form, nameof(Form), ModelState);
        var from = fields.Day("From");
        ModelState.Require(from, "Form[From]", Messages.For("edit.required"));
        var ruling = ProvincialProductList.List(
            new(Uuid.New(clock), viewer.ProvinceCode, fields.Choice<ProvincialProductKind>("Kind") ?? ProvincialProductKind.Key, fields.Text("Name") ?? "", fields.Text("Document") ?? "", from ?? clock.Today, fields.Day("To")),
            await db.ProvincialProducts.AsNoTracking().ToListAsync(cancellationToken));
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = $"Form[{b.Field}]" }));
        if (ruling.Event is not { } listed || !ModelState.IsValid)
        {
            EndingId = null;
            await LoadAsync(cancellationToken);
            return Page();
        }

        db.ProvincialProducts.Add(ProvincialProduct.Of(listed));
        db.Because("product.listed", listed.Document);
        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, Draft, "moi");
        TempData.Say("Đã thêm vào danh mục.");
        return LocalRedirect(Address);
    }

    [Allow(Act.CurateEstablishments)]
    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Ending is not { } product)
        {
            return NotFound();
        }

        var fields = new EntryText(End, nameof(End), ModelState);
        var ruling = ProvincialProductList.End(product, fields.Day("LastDay"), fields.Text("Document"));
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = $"End[{b.Field}]" }));
        if (ruling.Event is not { } ended || !ModelState.IsValid)
        {
            return Page();
        }

        product.Apply(ended);
        db.Because("product.ended", ended.Document);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Đã đưa sản phẩm ra khỏi danh mục từ ngày sau đó.");
        return LocalRedirect(Address);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        On ??= clock.Today;
        Products = [.. (await db.ProvincialProducts.AsNoTracking().OrderBy(p => p.SortKey).ToListAsync(cancellationToken)).Where(p => p.Covers(On.Value) || (On == clock.Today && p.From > On))];
        Ending = EndingId is { } id && MayEdit ? await db.ProvincialProducts.SingleOrDefaultAsync(p => p.ProvincialProductId == id && p.To == null, cancellationToken) : null;
    }
}
