using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Access;

/// <summary>Where the numbers of a page lead: to their entries, for whoever may read every line that they are of; nowhere for anybody else.</summary>
public sealed class EntryLinks
{
    public static readonly EntryLinks None = new(new HashSet<Guid>());

    private static readonly EntryLinks All = new(null);

    private readonly IReadOnlySet<Guid>? open;

    /// <param name="open">Lines that may be read; null = every line of the province.</param>
    private EntryLinks(IReadOnlySet<Guid>? open) => this.open = open;

    /// <summary>Every line of the province, and so every plan of it, may be read.</summary>
    public bool IsWhole => open is null;

    /// <summary>The province's readers read every line, which costs no query; a commune's read their own.</summary>
    public static async Task<EntryLinks> OfAsync(KhuyenCongDb db, Viewer viewer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Reach(Act.ViewPlans) switch
        {
            Scope.Province => All,
            Scope.Commune => new(await db.Allocations.VisibleTo(viewer).Select(a => a.AllocationId).ToHashSetAsync(cancellationToken)),
            _ => None,
        };
    }

    /// <param name="lines">That the number is of, where the place does not name them; a commune's reader opens nothing that is not known to be its own.</param>
    /// <returns>Null where the number stays plain.</returns>
    public string? To(LedgerNumber number, EntryPlace place, IEnumerable<Guid>? lines = null)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (place.Lines.Count > EntryPlace.MostLines)
        {
            return null;
        }

        List<Guid> known = [.. place.Lines.Select(l => l.AllocationId), .. (lines ?? [])];
        return open is null || (known.Count > 0 && known.TrueForAll(open.Contains)) ? place.With(number) : null;
    }
}
