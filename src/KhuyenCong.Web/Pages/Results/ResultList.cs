using System.Globalization;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Tables;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Results;

/// <summary>One row as lists and exports show it. The target is looked up in the programme's few targets, not joined to every row.</summary>
public sealed record ResultRow(
    Guid ResultId,
    Guid TargetId,
    DateOnly AchievedOn,
    string Title,
    string SortKey,
    string? CommuneCode,
    string? Place,
    string? ProjectCode,
    long Quantity,
    long? Copies,
    long Times,
    Dong TotalAmount,
    int BeneficiaryCount,
    int EvidenceCount,
    ResultState State,
    string RecordedBy);

/// <summary>Sorted keyset pages over results: every order has an index that starts with what is always filtered by.</summary>
public static class ResultList
{
    /// <summary>Newest first unless asked otherwise.</summary>
    public static readonly string[] Sorts = ["-ngay", "tien", "ten"];

    public static async Task<ListPage<ResultRow>> PageAsync(IQueryable<Result> results, TableView view, ListPlace? place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        var descending = view.Descending != (place is { Backwards: true });
        if (place is not null)
        {
            results = Beyond(results, view.Sort, descending, place);
        }

        var found = await Rows(Ordered(results, view.Sort, descending).Take(view.Size + 1)).ToListAsync(cancellationToken);
        return ListPage<ResultRow>.Of(found, view.Size, place, row => ValueOf(row, view.Sort), row => row.ResultId);
    }

    public static IQueryable<Result> Ordered(IQueryable<Result> results, string sort, bool descending) => (sort, descending) switch
    {
        ("tien", true) => results.OrderByDescending(r => r.TotalAmount).ThenByDescending(r => r.ResultId),
        ("tien", false) => results.OrderBy(r => r.TotalAmount).ThenBy(r => r.ResultId),
        ("ten", true) => results.OrderByDescending(r => r.SortKey).ThenByDescending(r => r.ResultId),
        ("ten", false) => results.OrderBy(r => r.SortKey).ThenBy(r => r.ResultId),
        (_, true) => results.OrderByDescending(r => r.AchievedOn).ThenByDescending(r => r.ResultId),
        _ => results.OrderBy(r => r.AchievedOn).ThenBy(r => r.ResultId),
    };

    public static IQueryable<ResultRow> Rows(IQueryable<Result> results) => results.AsNoTracking().Select(r => new ResultRow(
        r.ResultId, r.TargetId, r.AchievedOn, r.Title, r.SortKey, r.CommuneCode, r.Place, r.ProjectCode, r.Quantity, r.Copies, r.Times, r.TotalAmount, r.BeneficiaryCount, r.EvidenceCount, r.State, r.RecordedBy));

    private static string ValueOf(ResultRow row, string sort) => sort switch
    {
        "tien" => row.TotalAmount.Amount.ToString(CultureInfo.InvariantCulture),
        "ten" => row.SortKey,
        _ => row.AchievedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    // The first half of each condition says nothing new; it lets the database start in the index at the place itself.
    private static IQueryable<Result> Beyond(IQueryable<Result> results, string sort, bool descending, ListPlace place)
    {
        var id = place.Id;
        if (sort == "ten")
        {
            var key = place.Value;
#pragma warning disable CA1309 // Translated to SQL, where the column's own byte order decides.
            return descending
                ? results.Where(r => string.Compare(r.SortKey, key) <= 0 && (string.Compare(r.SortKey, key) < 0 || r.ResultId < id))
                : results.Where(r => string.Compare(r.SortKey, key) >= 0 && (string.Compare(r.SortKey, key) > 0 || r.ResultId > id));
#pragma warning restore CA1309
        }

        if (sort == "tien")
        {
            var amount = new Dong(long.TryParse(place.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var dong) ? dong : 0);
            return descending
                ? results.Where(r => r.TotalAmount <= amount && (r.TotalAmount < amount || r.ResultId < id))
                : results.Where(r => r.TotalAmount >= amount && (r.TotalAmount > amount || r.ResultId > id));
        }

        var day = DateOnly.TryParseExact(place.Value, "yyyy-MM-dd", out var date) ? date : DateOnly.MaxValue;
        return descending
            ? results.Where(r => r.AchievedOn <= day && (r.AchievedOn < day || r.ResultId < id))
            : results.Where(r => r.AchievedOn >= day && (r.AchievedOn > day || r.ResultId > id));
    }
}
