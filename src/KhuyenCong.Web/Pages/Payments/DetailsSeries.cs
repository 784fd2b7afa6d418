using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.Payments;

/// <content>The series of an invoice that was recorded without it.</content>
public sealed partial class DetailsModel
{
    [BindProperty]
    public SeriesForm Completion { get; set; } = new();

    /// <summary>Invoices whose series the reader may complete.</summary>
    public IReadOnlySet<Guid> Completable { get; private set; } = new HashSet<Guid>();

    [Allow(Act.ApprovePayment)]
    public async Task<IActionResult> OnPostSeriesAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        var breaches = await book.CompleteSeriesAsync(id, BaseVersion, Completion.InvoiceId, Completion.Series, Completion.Reason, viewer.AsPlanMover(), cancellationToken);
        if (breaches is [{ Code: "payment.not-allowed" }])
        {
            return this.Refuse("payment.not-allowed");
        }

        if (breaches.Count > 0)
        {
            ModelState.AddBreaches(breaches, nameof(Completion));
            return await LoadAsync(id, null, cancellationToken) ? Page() : NotFound();
        }

        TempData.Say("Đã bổ sung ký hiệu hóa đơn.");
        return LocalRedirect($"/thanh-toan/{id}#hoa-don");
    }

    /// <summary>The series as read on the invoice itself.</summary>
    public sealed class SeriesForm
    {
        public Guid InvoiceId { get; set; }

        public string? Series { get; set; }

        public string? Reason { get; set; }
    }
}
