using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Payments;

/// <summary>What a contract's page shows of its money.</summary>
public sealed record PaymentsOfContract(Contract Contract, PaymentRoom Room, IReadOnlyList<PaymentRow> Rows, bool MayRequest, EntryLinks Links);

/// <summary>The payments of a contract on its own page: <c>&lt;vc:payments contract="@id" /&gt;</c>.</summary>
public sealed class PaymentsViewComponent(KhuyenCongDb db, Viewer viewer) : ViewComponent
{
    private const int Most = 50;

    public async Task<IViewComponentResult> InvokeAsync(Guid contract)
    {
        var stop = HttpContext.RequestAborted;
        if (!viewer.Can(Act.ViewProjects) || await db.Contracts.WithVisiblePayments(viewer, db).AsNoTracking().SingleOrDefaultAsync(c => c.ContractId == contract, stop) is not { CommitsMoney: true, IsInForce: true } found)
        {
            return Content("");
        }

        return View("/Pages/Payments/_OfContract.cshtml", new PaymentsOfContract(
            found,
            await db.PaymentRoomAsync(contract, null, stop),
            await PaymentList.Rows(db.PaymentRequests.VisibleTo(viewer, db).Where(r => r.ContractId == contract), db).Take(Most).ToListAsync(stop),
            PaymentWriting.MayPrepare(found, viewer.AsPlanMover(await db.ContractFaultAsync(viewer.AsPlanMover(), contract, stop))),
            await EntryLinks.OfAsync(db, viewer, stop)));
    }
}
