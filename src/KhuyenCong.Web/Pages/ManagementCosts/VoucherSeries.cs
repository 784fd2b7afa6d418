using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.ManagementCosts;

/// <content>The series of an invoice that was recorded without it.</content>
public sealed partial class VoucherModel
{
    [BindProperty]
    public SeriesForm Completion { get; set; } = new();

    public bool MayCompleteSeries { get; private set; }

    [Allow(Act.ApprovePayment)]
    public async Task<IActionResult> OnPostSeriesAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        var breaches = await book.CompleteSeriesAsync(id, BaseVersion, Completion.Series, Completion.Reason, viewer.AsPlanMover(), cancellationToken);
        if (breaches is [{ Code: "management.not-allowed" }])
        {
            return this.Refuse("management.not-allowed");
        }

        if (breaches.Count > 0)
        {
            ModelState.AddBreaches(breaches, nameof(Completion));
            return await LoadAsync(id, null, cancellationToken) ? Page() : NotFound();
        }

        TempData.Say("Đã bổ sung ký hiệu hóa đơn.");
        return LocalRedirect($"/chi-quan-ly/chung-tu/{id}");
    }

    /// <summary>The series as read on the invoice itself.</summary>
    public sealed class SeriesForm
    {
        public string? Series { get; set; }

        public string? Reason { get; set; }
    }
}
