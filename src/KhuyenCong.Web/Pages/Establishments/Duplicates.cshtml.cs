using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>The province's pairs of records that may be one establishment, strongest reasons first.</summary>
[Allow(Act.CurateEstablishments)]
public sealed class DuplicatesModel(KhuyenCongDb db, KeptDuplicates kept) : PageModel
{
    private Dictionary<Guid, string> names = [];

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<DuplicatePair> List { get; private set; } = Paged.Of<DuplicatePair>([], null, null);

    /// <summary>Pairs that an official found to be two establishments.</summary>
    public int Dismissed { get; private set; }

    public string Name(Guid id) => names.GetValueOrDefault(id, "—");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var dismissals = (await db.DuplicateDismissals.AsNoTracking().Where(d => d.UndoneAt == null).ToListAsync(cancellationToken)).ToLookup(d => (d.OneId, d.OtherId));
        Dismissed = dismissals.Count;
        List = Paged.Of([.. (await kept.OfAsync(db, cancellationToken)).Where(p => !dismissals[(p.OneId, p.OtherId)].Any(d => d.Covers(p.OneId, p.OtherId, p.Reasons)))], Number, Size);
        List<Guid> ids = [.. List.Rows.SelectMany(p => new[] { p.OneId, p.OtherId }).Distinct()];
        names = await db.Establishments.AsNoTracking().Where(e => ids.Contains(e.EstablishmentId)).ToDictionaryAsync(e => e.EstablishmentId, e => e.Name, cancellationToken);
    }
}
