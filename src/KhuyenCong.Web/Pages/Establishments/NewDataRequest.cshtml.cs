using KhuyenCong.Data;
using KhuyenCong.Data.Numbering;
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

/// <summary>Registers what a person asks about their data; answering is another role's.</summary>
[Allow(Act.EditEstablishments)]
public sealed class NewDataRequestModel(KhuyenCongDb db, Viewer viewer, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Series = "YCDL";
    public const string Draft = "yeu-cau-du-lieu";

    public static readonly IReadOnlyList<LayoutField> Fields =
    [
        LayoutField.Of<DataRequestKind>("Kind", "Yêu cầu", k => k.Text()) with { Required = true },
        new("RequestedBy", "Người yêu cầu") { Required = true, Hint = "Đã đối chiếu giấy tờ tùy thân." },
        new("Text", "Nội dung yêu cầu", "textarea") { Required = true, Wide = true },
        new("ReceivedOn", "Ngày nhận", "date") { Required = true },
        new("DueOn", "Hạn trả lời", "date") { Required = true, Hint = "Theo quy định về bảo vệ dữ liệu cá nhân; phần mềm chưa có nguồn đã kiểm chứng nên bạn tự đặt hạn." },
    ];

    [BindProperty(Name = nameof(Form))]
    public Dictionary<string, string?> Form { get; set; } = [];

    public Establishment Establishment { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refused)
        {
            return refused;
        }

        Form["ReceivedOn"] = clock.Today.Text();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refused)
        {
            return refused;
        }

        var fields = new EntryText(Form, nameof(Form), ModelState);
        var (received, due) = (fields.Day("ReceivedOn"), fields.Day("DueOn"));
        ModelState.Require(received, "Form[ReceivedOn]", Messages.For("edit.required"));
        ModelState.Require(due, "Form[DueOn]", Messages.For("edit.required"));
        var ruling = DataRequesting.Register(
            new(Uuid.New(clock), viewer.ProvinceCode, "", id, fields.Choice<DataRequestKind>("Kind") ?? DataRequestKind.See, fields.Text("RequestedBy") ?? "", fields.Text("Text") ?? "", received ?? clock.Today, due ?? received ?? clock.Today),
            clock.Today);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = $"Form[{b.Field}]" }));
        if (ruling.Event is not { } requested || !ModelState.IsValid)
        {
            return Page();
        }

        var number = await db.WithNextNumberAsync(
            Series,
            clock.Today.Year,
            async next =>
            {
                db.DataRequests.Add(DataRequest.From(requested with { Number = next }));
                db.Because("request.registered");
                await db.SaveChangesAsync(cancellationToken);
                return next;
            },
            cancellationToken);
        await this.EndDraftAsync(drafts, Draft, $"{id}");
        TempData.Say($"Đã ghi nhận yêu cầu số {number}.");
        return LocalRedirect($"/co-so/{id}");
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Establishments.Include(e => e.Sites).VisibleTo(viewer).SingleOrDefaultAsync(e => e.EstablishmentId == id, cancellationToken) is not { } establishment)
        {
            return NotFound();
        }

        Establishment = establishment;
        return viewer.MayEdit(establishment, clock.Today) ? null : this.RefuseEdit(establishment);
    }
}
