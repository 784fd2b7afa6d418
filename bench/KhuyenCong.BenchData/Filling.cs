using KhuyenCong.Data;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhuyenCong.BenchData;

/// <summary>What the filled database holds, and the target whose results a load lists.</summary>
internal sealed record Filled(Guid ProgrammeId, Guid TargetId, string TargetCode);

/// <summary>Records invented results by the rules and events of the domain, a few hundred to a save: sums and audit stay right.</summary>
internal sealed class Filling(IServiceProvider services, string province)
{
    private const int Batch = 400;

    /// <summary>One result in six belongs to the first target, the others are spread: a filtered list has thousands of rows.</summary>
    private const int ShareOfFirst = 6;

    private static readonly DateTime RecordedAt = new(2026, 11, 1, 2, 0, 0, DateTimeKind.Utc);

    private int ids;

    public async Task<Filled> RunAsync(int count)
    {
        Filled? filled = null;
        for (var first = 0; first < count; first += Batch)
        {
            filled = await FillAsync(first, Math.Min(Batch, count - first));
        }

        return filled ?? throw new ArgumentOutOfRangeException(nameof(count));
    }

    private async Task<Filled> FillAsync(int first, int count)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem(province);
        var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
        var programme = await db.Programmes.SingleAsync(p => p.Level == ProgrammeLevel.Province);
        var targets = await db.Targets.Where(t => t.ProgrammeId == programme.ProgrammeId).OrderBy(t => t.Order).ToListAsync();
        var communes = await db.AdministrativeUnits.Where(u => u.ProvinceCode == province && u.Level == UnitLevel.Commune).OrderBy(u => u.UnitCode).Select(u => u.UnitCode).ToListAsync();

        foreach (var number in Enumerable.Range(first + 1, count))
        {
            var target = Invented.Chance(number, 0, ShareOfFirst) == 0 ? targets[0] : targets[number % targets.Count];
            Record(db, number, programme, target, communes);
        }

        db.Because("result.recorded", "dữ liệu minh họa");
        await db.SaveChangesAsync();
        return new(programme.ProgrammeId, targets[0].TargetId, targets[0].Code);
    }

    private void Record(KhuyenCongDb db, int number, Programme programme, Target target, List<string> communes)
    {
        var entry = Invented.Entry(number, target, communes, programme.StartsOn, DateOnly.FromDateTime(RecordedAt));
        var ruling = RecordResult.Of(entry, new(NextId(), programme, target, _ => true, null, DateOnly.FromDateTime(RecordedAt), "Người nhập minh họa", RecordedAt));
        if (ruling.Event is not { } recorded)
        {
            throw new InvalidOperationException($"Result {number} is refused: {string.Join(", ", ruling.Breaches.Select(b => b.Code))}");
        }

        var result = Result.From(recorded, NextId);
        foreach (var which in Enumerable.Range(1, Invented.Proofs(number)))
        {
            result.Apply(Invented.Proof(number, which, NextId()));
        }

        db.Results.Add(result);
        target.Apply(recorded);
    }

    /// <summary>In the shape and order of version 7, and the same in every filled database.</summary>
    private Guid NextId()
    {
        var milliseconds = new DateTimeOffset(RecordedAt).ToUnixTimeMilliseconds() + (++ids / 1000);
        return Guid.Parse($"{milliseconds:x12}7{ids % 1000:x3}8000{ids:x12}");
    }
}
