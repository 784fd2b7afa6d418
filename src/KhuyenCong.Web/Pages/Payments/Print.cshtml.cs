using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Payments;

/// <summary>Bản in của đề nghị: a page for the printer, with the figures that stand at this moment.</summary>
[Allow(Act.ViewProjects)]
public sealed class PrintModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, string> holders = new Dictionary<Guid, string>();
    private IReadOnlyDictionary<Guid, string?> codes = new Dictionary<Guid, string?>();

    public PaymentRequest Payment { get; private set; } = null!;

    public Contract Contract { get; private set; } = null!;

    public PaperHead Head { get; private set; } = null!;

    public PaymentRoom Room { get; private set; } = null!;

    /// <summary>How what is due comes about, the Cục's step among it.</summary>
    public IReadOnlyList<PayableStep> DueSteps { get; private set; } = [];

    public string ProjectTitle { get; private set; } = "";

    public string? ProjectCode { get; private set; }

    public DateTime At => clock.UtcNow;

    public string By => viewer.DisplayName;

    public bool SeesAccounts => viewer.SeesAccounts(Payment);

    public string HolderOf(Guid allocationId) => holders.GetValueOrDefault(allocationId, "—");

    /// <summary>Chương, loại, khoản of a line; null where none is written.</summary>
    public string? CodesOf(Guid allocationId) => codes.GetValueOrDefault(allocationId);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholePaymentRequests.VisibleTo(viewer, db).AsNoTracking().SingleOrDefaultAsync(r => r.PaymentRequestId == id, cancellationToken) is not { } payment)
        {
            return NotFound();
        }

        Payment = payment;
        Contract = await db.Contracts.AsNoTracking().SingleAsync(c => c.ContractId == payment.ContractId, cancellationToken);
        Room = await db.PaymentRoomAsync(payment.ContractId, id, cancellationToken);
        DueSteps = payment.State is PaymentState.Discarded ? [] : [.. Room.Steps(payment.Kind, [.. payment.Lines.Select(l => new PaymentLineText(l.PaymentLineId, l.AllocationId, l.Source, l.Amount))], payment.State is PaymentState.Paid)];
        var project = await db.Projects.Where(p => p.ProjectId == payment.ProjectId).Select(p => new { p.Title, p.Code }).SingleAsync(cancellationToken);
        (ProjectTitle, ProjectCode) = (project.Title, project.Code);
        var lines = payment.Lines.Select(l => l.AllocationId).ToList();
        var units = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        var allocations = await db.Allocations.AsNoTracking().Where(a => lines.Contains(a.AllocationId)).ToListAsync(cancellationToken);
        holders = allocations.ToDictionary(a => a.AllocationId, a => units.NameOf(a.HolderId));
        codes = allocations.ToDictionary(a => a.AllocationId, a => a.Codes.Text());
        var body = payment.Lines.OrderBy(l => l.Source).Select(l => HolderOf(l.AllocationId)).FirstOrDefault() ?? "";
        Head = new(body, await PaperHead.PlaceAsync(db, payment.ProvinceCode, payment.CommuneCode, payment.RequestedOn ?? clock.Today, cancellationToken), payment.RequestedOn, $"Mẫu {payment.Kind.Title().InSentence()}");
        return Page();
    }
}
