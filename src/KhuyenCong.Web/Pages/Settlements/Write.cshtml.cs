using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>Sửa hồ sơ quyết toán: how it is proven, and its list of vouchers.</summary>
[Allow(Act.PrepareSettlement)]
[RequestFormLimits(ValueCountLimit = 20_000)]
public sealed class WriteModel(KhuyenCongDb db, Viewer viewer, SettlementBook book, DraftBox drafts, TimeProvider clock) : PageModel
{
    private const int BlankRows = 5;

    public Settlement Settlement { get; private set; } = null!;

    [BindProperty]
    public SettlementForm Form { get; set; } = new();

    /// <summary>The version that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    public static IEnumerable<SelectListItem> Sources => FundingSource.All.Select(s => new SelectListItem(s.Name, s.Code));

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<VoucherKind>().Select(k => new SelectListItem(k.Text(), k.ToString()));

    public static IEnumerable<SelectListItem> Regimes => Enum.GetValues<VoucherRegime>().Select(r => new SelectListItem(r.Text(), r.ToString()));

    public static IEnumerable<SelectListItem> Bases => Enum.GetValues<SettlementBasis>().Select(b => new SelectListItem(b.Text(), b.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Settling.Refused(Settlement, viewer.AsPlanMover()) is { } refusal)
        {
            return this.Refuse(refusal.Code);
        }

        Form = SettlementForm.Of(Settlement.Text, BlankRows, () => Uuid.New(clock));
        if (Form.Share is null && Form.Basis is SettlementBasis.Accepted)
        {
            Form.Share = SettlementForm.ShareText((await book.ShareAsync(Settlement.ContractId, cancellationToken))?.BasisPoints);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Settling.Refused(Settlement, viewer.AsPlanMover()) is { } refusal)
        {
            return this.Refuse(refusal.Code);
        }

        var kept = Form.Vouchers.Select((v, i) => (Row: v, At: i)).Where(v => !v.Row.Remove && !v.Row.IsBlank).ToList();
        // A row is one of this file's own, once, or a new one: an id that came from elsewhere is nobody's here.
        var own = Settlement.Vouchers.Select(v => v.VoucherId).ToHashSet();
        foreach (var (row, _) in kept.Where(v => !own.Remove(v.Row.Id)))
        {
            row.Id = Uuid.New(clock);
        }

        var text = Form.Read([.. kept.Select(v => v.Row)]);
        // What could not be read is told together with what breaks a rule, and nothing is saved.
        var ruling = ModelState.IsValid ? await book.WriteAsync(id, BaseVersion, text, viewer.AsPlanMover(), cancellationToken) : Settling.Write(Settlement, text, [], viewer.AsPlanMover(), clock);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = FieldOf(b.Field, [.. kept.Select(v => v.At)]) }));
        if (!ModelState.IsValid)
        {
            return await LoadAsync(id, cancellationToken) ? Page() : NotFound();
        }

        await this.EndDraftAsync(drafts, "quyet-toan", $"{id}");
        TempData.Say("Đã lưu hồ sơ quyết toán.");
        return LocalRedirect($"/quyet-toan/{id}");
    }

    /// <summary>The rule counts the rows that are kept; the page shows them where they stand.</summary>
    private static string? FieldOf(string? field, IReadOnlyList<int> kept) => field switch
    {
        null => null,
        nameof(SettlementText.ShareBasisPoints) => $"{nameof(Form)}.{nameof(SettlementForm.Share)}",
        _ when field.StartsWith("Vouchers[", StringComparison.Ordinal) && field.IndexOf(']') is var end && int.TryParse(field["Vouchers[".Length..end], out var at) => $"{nameof(Form)}.Vouchers[{kept[at]}]{field[(end + 1)..]}",
        _ => $"{nameof(Form)}.{field}",
    };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeSettlements.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(s => s.SettlementId == id, cancellationToken) is not { } settlement)
        {
            return false;
        }

        Settlement = settlement;
        return true;
    }
}
