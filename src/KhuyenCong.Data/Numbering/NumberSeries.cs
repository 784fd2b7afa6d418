using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data.Numbering;

/// <summary>Dãy số: the last number given in one series of one province and year.</summary>
public sealed class NumberSeries : IProvincial
{
    public required string ProvinceCode { get; init; }

    public required string Series { get; init; }

    public required int Year { get; init; }

    public int Last { get; set; }
}

/// <summary>Gives numbers one after the other, however many ask at once.</summary>
public static class Numbering
{
    /// <summary>Hands <paramref name="work"/> the next code ("PAKN-2026-0001"). The number is used up only if the work is saved: no gaps, no twins.</summary>
    /// <remarks>Nothing may be pending in the context; the work says why (Because) and saves.</remarks>
    public static async Task<T> WithNextNumberAsync<T>(this KhuyenCongDb db, string series, int year, Func<string, Task<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(work);
        var row = db.NumberSeries.Where(s => s.Series == series && s.Year == year);
        if (!await row.AnyAsync(cancellationToken))
        {
            await OpenAsync(db, series, year, cancellationToken);
        }

        return await db.WriteAsync(
            _ => row.ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last + 1), cancellationToken),
            async () => await work($"{series}-{year}-{await row.Select(s => s.Last).SingleAsync(cancellationToken):0000}"),
            cancellationToken);
    }

    private static async Task OpenAsync(KhuyenCongDb db, string series, int year, CancellationToken cancellationToken)
    {
        try
        {
            await db.WriteAsync(
                _ => Task.CompletedTask,
                async () =>
                {
                    if (!await db.NumberSeries.AnyAsync(s => s.Series == series && s.Year == year, cancellationToken))
                    {
                        db.NumberSeries.Add(new() { ProvinceCode = db.Scope.ProvinceCode, Series = series, Year = year });
                        await db.SaveChangesAsync(cancellationToken);
                    }

                    return true;
                },
                cancellationToken);
        }
        catch (DbUpdateException fault) when (fault.IsTwin())
        {
            // Somebody else opened the year's series in the same moment: theirs serves.
        }

        foreach (var opened in db.ChangeTracker.Entries<NumberSeries>().ToList())
        {
            opened.State = EntityState.Detached;
        }
    }
}
