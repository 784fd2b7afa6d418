using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>Two records side by side, and the decision to make them one.</summary>
[Allow(Act.CurateEstablishments)]
public sealed class MergeModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "giu")]
    public Guid KeptId { get; set; }

    [BindProperty(SupportsGet = true, Name = "bo")]
    public Guid MergedId { get; set; }

    [BindProperty, StringLength(1000, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Reason { get; set; }

    public IReadOnlyList<DuplicateReason> Reasons { get; private set; } = [];

    public IReadOnlyList<(string Label, string Kept, string Merged)> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not var (kept, merged))
        {
            return NotFound();
        }

        var ruling = Merging.Merge(kept, merged, Uuid.New(clock), () => Uuid.New(clock), Reason, viewer.UserId, clock.UtcNow);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b.Field is null ? b : b with { Field = nameof(Reason) }));
        if (ruling.Event is not { } decided || !ModelState.IsValid)
        {
            return Page();
        }

        kept.Apply(decided);
        merged.Apply(decided);
        db.EstablishmentMerges.Add(EstablishmentMerge.From(decided, kept.ProvinceCode));
        db.Because("establishment.merged", decided.Reason);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say($"Đã hợp nhất; {decided.Copies.Count} dòng{(decided.CarriedOwnerId is null ? "" : " và tài khoản của chủ cơ sở")} được bổ sung vào bản ghi này. Mở bản ghi kia để hoàn tác nếu nhầm.");
        return LocalRedirect($"/co-so/{KeptId}");
    }

    /// <summary>Two establishments after all, for the reason given.</summary>
    public async Task<IActionResult> OnPostDismissAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not var (kept, merged))
        {
            return NotFound();
        }

        var ruling = Dismissing.Dismiss(Uuid.New(clock), kept, merged, Reasons, Reason, viewer.DisplayName, clock.UtcNow);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b.Field is null ? b : b with { Field = nameof(Reason) }));
        if (ruling.Event is not { } dismissed || !ModelState.IsValid)
        {
            return Page();
        }

        db.DuplicateDismissals.Add(DuplicateDismissal.From(dismissed, kept.ProvinceCode));
        db.Because("establishment.not-duplicate", dismissed.Reason);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Đã ghi kết luận không trùng. Có thể rút kết luận ở mục “Đã kết luận không trùng”.");
        return LocalRedirect("/co-so/nghi-trung");
    }

    private async Task<(Establishment Kept, Establishment Merged)?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await db.WholeEstablishments.VisibleTo(viewer).Where(e => e.EstablishmentId == KeptId || e.EstablishmentId == MergedId).ToListAsync(cancellationToken);
        if (found.Find(e => e.EstablishmentId == KeptId) is not { } kept || found.Find(e => e.EstablishmentId == MergedId) is not { } merged || kept == merged)
        {
            return null;
        }

        var names = (await db.CommunesAsync(viewer.ProvinceCode, clock.Today, cancellationToken)).ToDictionary(c => c.Code, c => c.Name);
        Reasons = DuplicateCheck.Reasons(EstablishmentSketch.Of(kept), EstablishmentSketch.Of(merged));
        Lines = [.. Tell(kept, names).Zip(Tell(merged, names), (k, m) => (k.Label, k.Text, m.Text))];
        return (kept, merged);
    }

    private IEnumerable<(string Label, string Text)> Tell(Establishment e, Dictionary<string, string> names)
    {
        var personal = viewer.MaySeePersonalData(e);
        yield return ("Tên", e.Name);
        yield return ("Loại hình", e.LegalForm.Text());
        yield return ("Tình trạng", e.State.Text());
        yield return ("Địa chỉ trụ sở", e.HeadOffice ?? "");
        yield return ("Ngành nghề", e.Trade ?? "");
        yield return ("Địa điểm sản xuất", Join(e.Sites.Select(s => $"{names.GetValueOrDefault(s.CommuneCode, s.CommuneCode)}{(s.Address is { } a ? $", {a}" : "")}")));
        yield return ("Mã định danh", Join(e.Identifiers.Select(i => $"{i.Kind.Text()}: {i.Shown(e.LegalForm, personal)}")));
        yield return ("Người liên hệ", personal ? Join(e.Contacts.Select(c => string.Join(" · ", new[] { c.Name, c.Phone, c.Email }.Where(t => t is not null)))) : "");
        yield return ("Tài khoản của chủ cơ sở", e.OrganisationId is null ? "chưa có" : "đã có");
        yield return ("Năm có số liệu", string.Join(", ", e.Years.Select(y => y.Year).Order()));
        yield return ("Sản phẩm", Join(e.Products.Select(p => p.Name)));
        yield return ("Cập nhật", e.ChangedAt.LocalText());
    }

    private static string Join(IEnumerable<string> lines) => string.Join('\n', lines);
}
