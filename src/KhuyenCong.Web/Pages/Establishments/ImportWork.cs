using System.Text.Json;
using KhuyenCong.Data;
using KhuyenCong.Data.Imports;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using KhuyenCong.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>The background work of one import: reading into staged rows, then writing them, batch by batch. A batch is whole or not at all.</summary>
public sealed class ImportWork(IServiceScopeFactory scopes, TimeProvider clock)
{
    public const int MostRows = 20_000;

    /// <summary>Rows held at a time, read or written: what a batch tracks is old enough to stay in memory for long when there are many of it.</summary>
    private const int Batch = 50;

    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <summary>Takes up every import that waits or that another node left behind.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var import in await DueAsync(cancellationToken))
        {
            if (await ClaimAsync(import, cancellationToken))
            {
                await (import.State is ImportState.Reading ? ReadAsync(import, cancellationToken) : WriteAsync(import, cancellationToken));
            }
        }
    }

    private async Task<List<EstablishmentImport>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem();
        var now = clock.UtcNow;
        return await scope.ServiceProvider.GetRequiredService<KhuyenCongDb>().EveryProvince<EstablishmentImport>().AsNoTracking()
            .Where(i => (i.State == ImportState.Reading || i.State == ImportState.Writing) && (i.ClaimedUntil == null || i.ClaimedUntil < now))
            .OrderBy(i => i.EstablishmentImportId).ToListAsync(cancellationToken);
    }

    private Task<bool> ClaimAsync(EstablishmentImport import, CancellationToken cancellationToken) => InScopeAsync(import, async (db, _) =>
    {
        var (now, until) = (clock.UtcNow, clock.UtcNow + Claim);
        return await db.WriteAsync(_ => Task.CompletedTask, () => db.EstablishmentImports
            .Where(i => i.EstablishmentImportId == import.EstablishmentImportId && i.State == import.State && (i.ClaimedUntil == null || i.ClaimedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.ClaimedUntil, until), cancellationToken), cancellationToken) == 1;
    });

    private async Task ReadAsync(EstablishmentImport import, CancellationToken cancellationToken)
    {
        (SheetRows? Sheet, Dictionary<string, int>? Columns, string? Refusal) opened;
        try
        {
            opened = await InScopeAsync(import, (_, services) => OpenAsync(import, services, cancellationToken));
        }
        catch (StoreDownException)
        {
            // Nothing is lost: the claim runs out and a later turn reads the file.
            return;
        }

        var (sheet, columns, refusal) = opened;
        if (sheet is null || columns is null)
        {
            await UpdateAsync(import, i => (i.State, i.Refusal, i.ClaimedUntil) = (ImportState.Refused, refusal, null), cancellationToken);
            return;
        }

        using (sheet)
        {
            await StageAsync(import, sheet, columns, cancellationToken);
        }

        await UpdateAsync(import, i => (i.State, i.DoneRows, i.ClaimedUntil) = (ImportState.Ready, 0, null), cancellationToken);
    }

    /// <summary>Judges the rows as they come out of the file and puts them down; what was put down is not kept.</summary>
    private async Task StageAsync(EstablishmentImport import, SheetRows sheet, Dictionary<string, int> columns, CancellationToken cancellationToken)
    {
        // Read again from the beginning: what an interrupted reading had staged goes.
        await InScopeAsync(import, (db, _) => db.WriteAsync(_ => Task.CompletedTask, () => db.EstablishmentImportRows.Where(r => r.EstablishmentImportId == import.EstablishmentImportId).ExecuteDeleteAsync(cancellationToken), cancellationToken));
        var (reader, twins) = await InScopeAsync(import, async (db, _) => (await ReaderAsync(db, import, cancellationToken), await ImportTwins.LoadAsync(db, cancellationToken)));
        var seen = new Dictionary<string, int>();
        var (faulty, alike, read) = (0, 0, 0);
        foreach (var rows in sheet.Rows.Select(r => Staged(import, reader.Read(r.Row, r.Number, columns, seen), twins)).Chunk(Batch))
        {
            faulty += rows.Count(r => r.Faults is not null);
            alike += rows.Count(r => r is { Faults: null, TwinId: not null });
            read += rows.Length;
            await InScopeAsync(import, async (db, _) =>
            {
                var job = await db.EstablishmentImports.SingleAsync(i => i.EstablishmentImportId == import.EstablishmentImportId, cancellationToken);
                (job.Rows, job.DoneRows, job.FaultyRows, job.TwinRows, job.ClaimedUntil) = (sheet.Count, read, faulty, alike, clock.UtcNow + Claim);
                db.EstablishmentImportRows.AddRange(rows);
                return await db.SaveChangesAsync(cancellationToken);
            });
        }
    }

    private async Task WriteAsync(EstablishmentImport import, CancellationToken cancellationToken)
    {
        var reader = await InScopeAsync(import, (db, _) => ReaderAsync(db, import, cancellationToken));
        while (await InScopeAsync(import, (db, _) => db.WriteAsync(_ => Task.CompletedTask, () => WriteBatchAsync(db, import, reader, cancellationToken), cancellationToken)))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Writes the next rows in one transaction with their marks; false when none is left and the import is over.</summary>
    private async Task<bool> WriteBatchAsync(KhuyenCongDb db, EstablishmentImport import, ImportReader reader, CancellationToken cancellationToken)
    {
        var job = await db.EstablishmentImports.SingleAsync(i => i.EstablishmentImportId == import.EstablishmentImportId, cancellationToken);
        var rows = await db.EstablishmentImportRows
            .Where(r => r.EstablishmentImportId == import.EstablishmentImportId && r.Faults == null && r.EstablishmentId == null && r.Values != null && (job.WithTwins || r.TwinId == null))
            .OrderBy(r => r.Number).Take(Batch).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            (job.State, job.ClaimedUntil) = (ImportState.Done, null);
            await db.SaveChangesAsync(cancellationToken);
            // The typed values held personal data; what was taken over stands in the registry, the rest is not kept.
            await db.EstablishmentImportRows.Where(r => r.EstablishmentImportId == import.EstablishmentImportId).ExecuteUpdateAsync(set => set.SetProperty(r => r.Values, (string?)null), cancellationToken);
            return false;
        }

        foreach (var row in rows)
        {
            row.EstablishmentId = Uuid.New(clock);
            var (wanted, _) = reader.Wanted(row.EstablishmentId.Value, () => Uuid.New(clock), JsonSerializer.Deserialize<Dictionary<string, string?>>(row.Values!)!);
            db.Establishments.Add(Establishment.From(reader.Judge(wanted)));
        }

        job.DoneRows += rows.Count;
        job.WrittenRows += rows.Count;
        job.ClaimedUntil = clock.UtcNow + Claim;
        db.Because("establishment.imported", $"Tệp {import.FileName}");
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private EstablishmentImportRow Staged(EstablishmentImport import, ImportedRow row, ImportTwins twins)
    {
        var (twinId, reason) = row.Faults.Count == 0 ? twins.Find(row) : (null, null);
        return new()
        {
            EstablishmentImportRowId = Uuid.New(clock),
            ProvinceCode = import.ProvinceCode,
            EstablishmentImportId = import.EstablishmentImportId,
            Number = row.Number,
            Name = Characters.Cut(row.Name, Registering.LongestName),
            Values = JsonSerializer.Serialize(row.Values),
            Faults = row.Faults.Count == 0 ? null : string.Join('\n', row.Faults),
            TwinId = twinId,
            TwinReason = reason,
        };
    }

    private static async Task<(SheetRows? Sheet, Dictionary<string, int>? Columns, string? Refusal)> OpenAsync(EstablishmentImport import, IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var content = await services.GetRequiredService<FileStore>().OpenAsync(import.ProvinceCode, import.Sha256, cancellationToken);
        if (content is null)
        {
            return (null, null, Messages.For("evidence.gone", import.FileName));
        }

        var (sheet, breaches) = SheetRows.Open(content, ImportLayout.Sheet);
        if (sheet is null)
        {
            return (null, null, breaches.Count > 0 ? string.Join(' ', breaches.Select(Messages.For)) : Messages.For("import.no-sheet", ImportLayout.Sheet));
        }

        var (columns, fault) = ImportReader.Header(sheet.Head);
        var refusal = fault is not null ? Messages.For(fault)
            : sheet.Count == 0 ? Messages.For("import.empty")
            : sheet.Count > MostRows ? Messages.For("import.too-many", MostRows)
            : null;
        if (refusal is null)
        {
            return (sheet, columns, null);
        }

        sheet.Dispose();
        return (null, null, refusal);
    }

    private async Task<ImportReader> ReaderAsync(KhuyenCongDb db, EstablishmentImport import, CancellationToken cancellationToken) => new(
        import.ProvinceCode,
        await db.CommunesAsync(import.ProvinceCode, clock.Today, cancellationToken),
        await db.RegistryFactsAsync(import.ProvinceCode, clock, cancellationToken),
        import.CommuneCodes?.Split(' ').ToHashSet());

    private Task<int> UpdateAsync(EstablishmentImport import, Action<EstablishmentImport> change, CancellationToken cancellationToken) => InScopeAsync(import, async (db, _) =>
    {
        change(await db.EstablishmentImports.SingleAsync(i => i.EstablishmentImportId == import.EstablishmentImportId, cancellationToken));
        return await db.SaveChangesAsync(cancellationToken);
    });

    /// <summary>A fresh unit of work in the name of whoever uploaded the file: memory stays flat over thousands of rows.</summary>
    private async Task<T> InScopeAsync<T>(EstablishmentImport import, Func<KhuyenCongDb, IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataScope>().ActAs(import.ProvinceCode, import.UserId, import.ActorName, import.OrganisationId);
        return await work(scope.ServiceProvider.GetRequiredService<KhuyenCongDb>(), scope.ServiceProvider);
    }
}
