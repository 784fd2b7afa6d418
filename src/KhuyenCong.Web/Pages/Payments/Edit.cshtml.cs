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

/// <summary>Sửa đề nghị đang lập, bị Kho bạc trả lại hoặc từ chối.</summary>
[Allow(Act.RequestPayment)]
public sealed class EditModel(KhuyenCongDb db, Viewer viewer, PaymentBook book, PaymentRules rules, DraftBox drafts, TimeProvider clock) : PageModel
{
    private bool asksItemShare;
    private int? confirmedItemShare;

    public PaymentRequest Payment { get; private set; } = null!;

    public Contract Contract { get; private set; } = null!;

    public PaymentRoom Room { get; private set; } = null!;

    [BindProperty]
    public PaymentForm Form { get; set; } = new();

    /// <summary>The version of the request that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    public PaymentFormView View => new(Contract, Payment.Kind, Room, Form, asksItemShare, false) { ConfirmedItemShare = confirmedItemShare };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!PaymentWriting.MayWrite(Payment, viewer.AsPlanMover()))
        {
            TempData.Say(Messages.For("payment.wrong-state"), "warn");
            return LocalRedirect($"/thanh-toan/{id}");
        }

        Form = PaymentForm.Of(Payment);
        return Page();
    }

    /// <summary>More rows to write invoices in; nothing is saved.</summary>
    public async Task<IActionResult> OnPostRowsAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.ForgetFaults();
        Form.AddRows();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var (text, fault) = Form.Read(Room, () => Uuid.New(clock));
        ModelState.AddBreaches(fault is null ? [] : [fault], nameof(Form));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var breaches = await book.WriteAsync(id, BaseVersion, text, viewer.AsPlanMover(), cancellationToken);
        if (breaches is [{ Code: "payment.not-allowed" }])
        {
            return this.Refuse("payment.not-allowed");
        }

        ModelState.AddBreaches(breaches.Select(b => b with { Field = Form.FieldOf(b.Field) }), nameof(Form));
        if (!ModelState.IsValid)
        {
            // What stands there now is shown beside what was typed.
            return await LoadAsync(id, cancellationToken) ? Page() : NotFound();
        }

        await this.EndDraftAsync(drafts, "sua-de-nghi", $"{id}");
        TempData.Say("Đã lưu đề nghị.");
        return LocalRedirect($"/thanh-toan/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.PaymentRequests.VisibleTo(viewer, db).AsNoTracking().Include(r => r.Lines).Include(r => r.Invoices).AsSplitQuery().SingleOrDefaultAsync(r => r.PaymentRequestId == id, cancellationToken) is not { } payment)
        {
            return false;
        }

        Payment = payment;
        Contract = await db.Contracts.AsNoTracking().SingleAsync(c => c.ContractId == payment.ContractId, cancellationToken);
        Room = await db.PaymentRoomAsync(payment.ContractId, id, cancellationToken);
        var kinds = await rules.KindsAsync(payment.ProjectId, cancellationToken);
        asksItemShare = payment.Kind is PaymentKind.Advance && AdvanceRules.AsksItemShare(kinds.Codes, kinds.ContentCode);
        confirmedItemShare = asksItemShare ? await rules.ConfirmedItemShareAsync(Contract, cancellationToken) : null;
        return true;
    }
}
