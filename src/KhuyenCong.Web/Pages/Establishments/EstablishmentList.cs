using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Tables;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>One row as lists and exports show it.</summary>
public sealed record EstablishmentRow(
    Guid EstablishmentId, string Name, string SortKey, LegalForm LegalForm, string? Trade, string? TradeCode, SizeClass? Size, int? SizeYear, bool SizeIsConfirmed,
    EstablishmentState State, Guid? OrganisationId, DateTime ChangedAt)
{
    public IReadOnlyList<string> CommunesEver { get; init; } = [];

    public IReadOnlyList<string> Communes { get; init; } = [];

    /// <summary>The number in use, masked where it is a person's and the viewer may not see it.</summary>
    public string? Number { get; init; }
}

/// <summary>Sorted keyset pages over establishments; sites and numbers are read for the rows of one page.</summary>
public static class EstablishmentList
{
    public static readonly string[] Sorts = ["ten", "-sua"];

    public static async Task<ListPage<EstablishmentRow>> PageAsync(KhuyenCongDb db, IQueryable<Establishment> rows, TableView view, ListPlace? place, Viewer viewer, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        var descending = view.Descending != (place is { Backwards: true });
        if (place is not null)
        {
            rows = Beyond(rows, view.Sort, descending, place);
        }

        var found = await Rows(Ordered(rows, view.Sort, descending).Take(view.Size + 1)).ToListAsync(cancellationToken);
        return ListPage<EstablishmentRow>.Of(await CompleteAsync(db, found, viewer, today, cancellationToken), view.Size, place, row => ValueOf(row, view.Sort), row => row.EstablishmentId);
    }

    public static IQueryable<Establishment> Ordered(IQueryable<Establishment> rows, string sort, bool descending) => (sort, descending) switch
    {
        ("sua", true) => rows.OrderByDescending(e => e.ChangedAt).ThenByDescending(e => e.EstablishmentId),
        ("sua", false) => rows.OrderBy(e => e.ChangedAt).ThenBy(e => e.EstablishmentId),
        (_, true) => rows.OrderByDescending(e => e.SortKey).ThenByDescending(e => e.EstablishmentId),
        _ => rows.OrderBy(e => e.SortKey).ThenBy(e => e.EstablishmentId),
    };

    public static IQueryable<EstablishmentRow> Rows(IQueryable<Establishment> rows) => rows.AsNoTracking().Select(e => new EstablishmentRow(
        e.EstablishmentId, e.Name, e.SortKey, e.LegalForm, e.Trade, e.TradeCode, e.Size, e.SizeYear, e.SizeIsConfirmed, e.State, e.OrganisationId, e.ChangedAt));

    /// <summary>Adds communes and numbers to rows already read.</summary>
    public static async Task<List<EstablishmentRow>> CompleteAsync(KhuyenCongDb db, List<EstablishmentRow> rows, Viewer viewer, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(rows);
        var ids = rows.ConvertAll(r => r.EstablishmentId);
        var sites = (await db.ProductionSites.AsNoTracking().Where(s => ids.Contains(s.EstablishmentId)).ToListAsync(cancellationToken)).ToLookup(s => s.EstablishmentId);
        var numbers = (await db.EstablishmentIdentifiers.AsNoTracking().Where(i => ids.Contains(i.EstablishmentId)).ToListAsync(cancellationToken)).ToLookup(i => i.EstablishmentId);
        return rows.ConvertAll(row =>
        {
            var ever = sites[row.EstablishmentId].Select(s => s.CommuneCode).Distinct().ToList();
            var now = sites[row.EstablishmentId].Where(s => s.ActiveOn(today)).Select(s => s.CommuneCode).Distinct().ToList();
            var number = numbers[row.EstablishmentId].Where(i => i.Covers(today)).OrderBy(i => i.Kind).ThenByDescending(i => i.From).FirstOrDefault();
            return row with
            {
                CommunesEver = ever,
                Communes = now,
                Number = number?.Shown(row.LegalForm, viewer.MaySeePersonalData(row.OrganisationId, ever)),
            };
        });
    }

    private static string ValueOf(EstablishmentRow row, string sort) => sort is "sua" ? row.ChangedAt.Ticks.ToString(CultureInfo.InvariantCulture) : row.SortKey;

    // The first half of each condition says nothing new; it lets the database start in the index at the place itself.
    private static IQueryable<Establishment> Beyond(IQueryable<Establishment> rows, string sort, bool descending, ListPlace place)
    {
        var id = place.Id;
        if (sort is "sua")
        {
            var at = new DateTime(long.TryParse(place.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? Math.Min(ticks, DateTime.MaxValue.Ticks) : DateTime.MaxValue.Ticks, DateTimeKind.Utc);
            return descending
                ? rows.Where(e => e.ChangedAt <= at && (e.ChangedAt < at || e.EstablishmentId < id))
                : rows.Where(e => e.ChangedAt >= at && (e.ChangedAt > at || e.EstablishmentId > id));
        }

        var key = place.Value;
#pragma warning disable CA1309 // Translated to SQL, where the column's own byte order decides.
        return descending
            ? rows.Where(e => string.Compare(e.SortKey, key) <= 0 && (string.Compare(e.SortKey, key) < 0 || e.EstablishmentId < id))
            : rows.Where(e => string.Compare(e.SortKey, key) >= 0 && (string.Compare(e.SortKey, key) > 0 || e.EstablishmentId > id));
#pragma warning restore CA1309
    }
}
