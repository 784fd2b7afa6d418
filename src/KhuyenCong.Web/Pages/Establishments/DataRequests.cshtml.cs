using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>The province's requests about personal data, what waits longest first.</summary>
[Allow(Act.AnswerDataRequests)]
public sealed class DataRequestsModel(KhuyenCongDb db, TimeProvider clock) : PageModel
{
    private Dictionary<Guid, string> names = [];

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<DataRequest> List { get; private set; } = Paged.Of<DataRequest>([], null, null);

    public DateOnly Today => clock.Today;

    public string Name(Guid establishmentId) => names.GetValueOrDefault(establishmentId, "—");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        List = await Paged.OfAsync(db.DataRequests.AsNoTracking().OrderByDescending(r => r.State == DataRequestState.Open).ThenBy(r => r.DueOn).ThenBy(r => r.DataRequestId), Number, Size, cancellationToken);
        var ids = List.Rows.Select(r => r.EstablishmentId).ToList();
        names = await db.Establishments.Where(e => ids.Contains(e.EstablishmentId)).ToDictionaryAsync(e => e.EstablishmentId, e => e.Name, cancellationToken);
    }
}
