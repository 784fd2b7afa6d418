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
public sealed class DuplicatesModel(KhuyenCongDb db) : PageModel
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
        var open = db.Establishments.AsNoTracking().Where(e => e.State != EstablishmentState.Merged);
        names = await open.ToDictionaryAsync(e => e.EstablishmentId, e => e.Name, cancellationToken);
        var numbers = (await open.SelectMany(e => e.Identifiers, (e, i) => new { e.EstablishmentId, i.SearchText }).ToListAsync(cancellationToken)).ToLookup(i => i.EstablishmentId, i => i.SearchText);
        var phones = (await open.SelectMany(e => e.Contacts, (e, c) => new { e.EstablishmentId, c.SearchText }).Where(c => c.SearchText != "").ToListAsync(cancellationToken)).ToLookup(c => c.EstablishmentId, c => c.SearchText);
        var sites = (await open.SelectMany(e => e.Sites, (e, s) => new { e.EstablishmentId, s.CommuneCode, s.Latitude, s.Longitude }).ToListAsync(cancellationToken)).ToLookup(s => s.EstablishmentId);
        var dismissals = (await db.DuplicateDismissals.AsNoTracking().Where(d => d.UndoneAt == null).ToListAsync(cancellationToken)).ToLookup(d => (d.OneId, d.OtherId));
        Dismissed = dismissals.Count;
        List = Paged.Of(
            [.. DuplicateCheck.Pairs([.. names.Select(e => new EstablishmentSketch(
                e.Key, e.Value, [.. numbers[e.Key]], [.. phones[e.Key]], [.. sites[e.Key].Select(s => s.CommuneCode).Distinct()],
                [.. sites[e.Key].Where(s => s.Latitude is not null && s.Longitude is not null).Select(s => (s.Latitude!.Value, s.Longitude!.Value))]))]).Where(p => !dismissals[(p.OneId, p.OtherId)].Any(d => d.Covers(p.OneId, p.OtherId, p.Reasons)))],
            Number,
            Size);
    }
}
