using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Payments;

/// <summary>Lập đề nghị tạm ứng, thanh toán, thu hồi từ một hợp đồng.</summary>
[Allow(Act.RequestPayment)]
public sealed class NewModel(KhuyenCongDb db, Viewer viewer, PaymentBook book, PaymentRules rules, DraftBox drafts, TimeProvider clock) : PageModel
{
    private bool asksItemShare;
    private int? confirmedItemShare;

    public Contract Contract { get; private set; } = null!;

    public PaymentKind? Kind { get; private set; }

    public PaymentRoom Room { get; private set; } = null!;

    [BindProperty]
    public PaymentForm Form { get; set; } = new();

    public PaymentFormView View => new(Contract, Kind!.Value, Room, Form, asksItemShare, Request.Method == "GET") { ConfirmedItemShare = confirmedItemShare };

    public async Task<IActionResult> OnGetAsync(Guid id, PaymentKind? loai, CancellationToken cancellationToken)
    {
        Form = PaymentForm.New();
        return await LoadAsync(id, loai ?? PaymentKind.Advance, cancellationToken) ? Page() : NotFound();
    }

    /// <summary>More rows to write invoices in; nothing is saved.</summary>
    public async Task<IActionResult> OnPostRowsAsync(Guid id, PaymentKind? loai, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, loai ?? PaymentKind.Advance, cancellationToken))
        {
            return NotFound();
        }

        ModelState.ForgetFaults();
        Form.AddRows();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, PaymentKind? loai, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, loai ?? PaymentKind.Advance, cancellationToken))
        {
            return NotFound();
        }

        var kind = Kind!.Value;
        ModelState.Require(loai, "", Messages.For("payment.kind-missing"));
        var (text, fault) = Form.Read(Room, () => Uuid.New(clock));
        ModelState.AddBreaches(fault is null ? [] : [fault], nameof(Form));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (requestId, breaches) = await book.DraftAsync(id, kind, text, viewer.AsPlanMover(), cancellationToken);
        if (breaches is [{ Code: "payment.not-allowed" }])
        {
            return this.Refuse("payment.not-allowed");
        }

        ModelState.AddBreaches(breaches.Select(b => b with { Field = Form.FieldOf(b.Field) }), nameof(Form));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await this.EndDraftAsync(drafts, $"de-nghi-{kind}", $"{id}");
        TempData.Say($"Đã lập {kind.Title().InSentence()}. Kèm giấy tờ rồi gửi đề nghị.");
        return LocalRedirect($"/thanh-toan/{requestId}");
    }

    private async Task<bool> LoadAsync(Guid id, PaymentKind kind, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(kind) || await db.Contracts.WithVisiblePayments(viewer, db).AsNoTracking().SingleOrDefaultAsync(c => c.ContractId == id, cancellationToken) is not { } contract || !PaymentWriting.MayPrepare(contract, viewer.AsPlanMover()))
        {
            return false;
        }

        (Contract, Kind) = (contract, kind);
        Room = await db.PaymentRoomAsync(id, null, cancellationToken);
        var kinds = await rules.KindsAsync(contract.ProjectId, cancellationToken);
        asksItemShare = kind is PaymentKind.Advance && AdvanceRules.AsksItemShare(kinds.Codes, kinds.ContentCode);
        confirmedItemShare = asksItemShare ? await rules.ConfirmedItemShareAsync(contract, cancellationToken) : null;
        return true;
    }
}
