using System.Globalization;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tables;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>One row as lists and exports show it.</summary>
public sealed record ProjectRow(
    Guid ProjectId, string? Code, string Title, string SortKey, ProjectKind Kind, ProjectNature Nature, ProjectState State, DateOnly StateSince, int Year, string ContentCode, string ImplementingUnit,
    int BeneficiaryCount, Dong Total, Dong? NationalAmount, Dong? ProvincialAmount, Dong? CommuneAmount, Dong? CounterpartAmount, Dong? IntegratedAmount, Dong? SponsorshipAmount, Dong? OtherAmount, DateTime ChangedAt)
{
    public FundingSplit Funding => new(NationalAmount, ProvincialAmount, CommuneAmount, CounterpartAmount, IntegratedAmount, SponsorshipAmount, OtherAmount);
}

/// <summary>How many projects a filter finds, and their money by source.</summary>
public sealed record ProjectSums(int Count, Dong Total, FundingSplit Funding)
{
    /// <summary>One scan of sums that every project keeps of itself.</summary>
    public static async Task<ProjectSums> OfAsync(IQueryable<Project> rows, CancellationToken cancellationToken)
    {
        var sums = await rows
            .Select(p => new
            {
                Total = (long)(object)p.Total,
                National = (long?)(object?)p.NationalAmount,
                Provincial = (long?)(object?)p.ProvincialAmount,
                Commune = (long?)(object?)p.CommuneAmount,
                Counterpart = (long?)(object?)p.CounterpartAmount,
                Integrated = (long?)(object?)p.IntegratedAmount,
                Sponsorship = (long?)(object?)p.SponsorshipAmount,
                Other = (long?)(object?)p.OtherAmount,
            })
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Count = g.Count(),
                Total = g.Sum(x => x.Total),
                National = g.Sum(x => x.National),
                NationalCount = g.Count(x => x.National != null),
                Provincial = g.Sum(x => x.Provincial),
                ProvincialCount = g.Count(x => x.Provincial != null),
                Commune = g.Sum(x => x.Commune),
                CommuneCount = g.Count(x => x.Commune != null),
                Counterpart = g.Sum(x => x.Counterpart),
                CounterpartCount = g.Count(x => x.Counterpart != null),
                Integrated = g.Sum(x => x.Integrated),
                IntegratedCount = g.Count(x => x.Integrated != null),
                Sponsorship = g.Sum(x => x.Sponsorship),
                SponsorshipCount = g.Count(x => x.Sponsorship != null),
                Other = g.Sum(x => x.Other),
                OtherCount = g.Count(x => x.Other != null),
            })
            .OrderBy(s => s.Count)
            .FirstOrDefaultAsync(cancellationToken);
        return sums is null ? new(0, Dong.Zero, FundingSplit.None) : new(sums.Count, new(sums.Total), new(
            Known(sums.National, sums.NationalCount), Known(sums.Provincial, sums.ProvincialCount), Known(sums.Commune, sums.CommuneCount), Known(sums.Counterpart, sums.CounterpartCount),
            Known(sums.Integrated, sums.IntegratedCount), Known(sums.Sponsorship, sums.SponsorshipCount), Known(sums.Other, sums.OtherCount)));
    }

    public IEnumerable<(FundingSource Source, Dong Amount)> Known() => FundingSource.All.Where(s => Funding[s] is not null).Select(s => (s, Funding[s]!.Value));

    private static Dong? Known(long? sum, int count) => count == 0 ? null : new Dong(sum ?? 0);
}

/// <summary>Sorted keyset pages over projects.</summary>
public static class ProjectList
{
    public static readonly string[] Sorts = ["-sua", "ten", "-tien"];

    public static async Task<ListPage<ProjectRow>> PageAsync(IQueryable<Project> rows, TableView view, ListPlace? place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        var descending = view.Descending != (place is { Backwards: true });
        if (place is not null)
        {
            rows = Beyond(rows, view.Sort, descending, place);
        }

        var found = await Rows(Ordered(rows, view.Sort, descending).Take(view.Size + 1)).ToListAsync(cancellationToken);
        return ListPage<ProjectRow>.Of(found, view.Size, place, row => ValueOf(row, view.Sort), row => row.ProjectId);
    }

    public static IQueryable<Project> Ordered(IQueryable<Project> rows, string sort, bool descending) => (sort, descending) switch
    {
        ("ten", true) => rows.OrderByDescending(p => p.SortKey).ThenByDescending(p => p.ProjectId),
        ("ten", false) => rows.OrderBy(p => p.SortKey).ThenBy(p => p.ProjectId),
        ("tien", true) => rows.OrderByDescending(p => p.Total).ThenByDescending(p => p.ProjectId),
        ("tien", false) => rows.OrderBy(p => p.Total).ThenBy(p => p.ProjectId),
        (_, true) => rows.OrderByDescending(p => p.ChangedAt).ThenByDescending(p => p.ProjectId),
        _ => rows.OrderBy(p => p.ChangedAt).ThenBy(p => p.ProjectId),
    };

    public static IQueryable<ProjectRow> Rows(IQueryable<Project> rows) => rows.AsNoTracking().Select(p => new ProjectRow(
        p.ProjectId, p.Code, p.Title, p.SortKey, p.Kind, p.Nature, p.State, p.StateSince, p.Year, p.ContentCode, p.ImplementingUnit, p.Beneficiaries.Count,
        p.Total, p.NationalAmount, p.ProvincialAmount, p.CommuneAmount, p.CounterpartAmount, p.IntegratedAmount, p.SponsorshipAmount, p.OtherAmount, p.ChangedAt));

    private static string ValueOf(ProjectRow row, string sort) => sort switch
    {
        "ten" => row.SortKey,
        "tien" => row.Total.Amount.ToString(CultureInfo.InvariantCulture),
        _ => row.ChangedAt.Ticks.ToString(CultureInfo.InvariantCulture),
    };

    // The first half of each condition says nothing new; it lets the database start in the index at the place itself.
    private static IQueryable<Project> Beyond(IQueryable<Project> rows, string sort, bool descending, ListPlace place)
    {
        var id = place.Id;
        var number = long.TryParse(place.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read) ? read : 0;
        if (sort is "ten")
        {
            var key = place.Value;
#pragma warning disable CA1309 // Translated to SQL, where the column's own byte order decides.
            return descending
                ? rows.Where(p => string.Compare(p.SortKey, key) <= 0 && (string.Compare(p.SortKey, key) < 0 || p.ProjectId < id))
                : rows.Where(p => string.Compare(p.SortKey, key) >= 0 && (string.Compare(p.SortKey, key) > 0 || p.ProjectId > id));
#pragma warning restore CA1309
        }

        if (sort is "tien")
        {
            return descending
                ? rows.Where(p => (long)(object)p.Total <= number && ((long)(object)p.Total < number || p.ProjectId < id))
                : rows.Where(p => (long)(object)p.Total >= number && ((long)(object)p.Total > number || p.ProjectId > id));
        }

        var at = new DateTime(Math.Clamp(number, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
        return descending
            ? rows.Where(p => p.ChangedAt <= at && (p.ChangedAt < at || p.ProjectId < id))
            : rows.Where(p => p.ChangedAt >= at && (p.ChangedAt > at || p.ProjectId > id));
    }
}
