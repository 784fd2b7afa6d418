using System.Security.Cryptography;
using KhuyenCong.Data;
using KhuyenCong.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Storage;

/// <summary>Keeps uploaded content once per province and SHA-256 where <see cref="IBlobStore"/> puts it; the database row says how often it is referred to.</summary>
public sealed class FileStore(KhuyenCongDb db, IBlobStore blobs, TimeProvider clock)
{
    /// <summary>The largest evidence file. Upload routes accept more, so that a refusal can be read.</summary>
    public const long LargestFile = 20 * 1024 * 1024;

    /// <summary>The store does not answer. Everything typed stays; the file is to be chosen and sent again.</summary>
    public const string Down = "file.store-down";

    /// <summary>Keeps an upload that no record refers to yet, or says what is wrong with it. The sweep takes it away after a day.</summary>
    public async Task<(StagedFile? File, Breach? Fault)> StageAsync(string provinceCode, IFormFile upload, string field, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var name = FileNames.Clean(upload.FileName);
        if (upload.Length == 0)
        {
            return (null, new("file.empty", field, name));
        }

        if (upload.Length > LargestFile)
        {
            return (null, new("file.too-large", field, name, FileNames.SizeText(upload.Length), FileNames.SizeText(LargestFile)));
        }

        await using var sent = upload.OpenReadStream();
        if (await FileKinds.SniffAsync(sent, name, cancellationToken) is not { } mediaType)
        {
            return (null, new("file.kind", field, name));
        }

        // Where and with what a photograph or a film was taken is not handed on to everybody who may see it.
        await using var content = await PhotoMetadata.StrippedAsync(sent, mediaType, cancellationToken);
        var blob = new Blob { ProvinceCode = provinceCode, Sha256 = await HashAsync(content, cancellationToken), Size = content.Length, MediaType = mediaType, StoredAt = clock.UtcNow };
        // Row first, content second: the sweep deletes in the other order and therefore never takes content that has just arrived.
        var isNew = await KeepRowAsync(blob, cancellationToken);
        try
        {
            await blobs.PutAsync(provinceCode, blob.Sha256, content, mediaType, cancellationToken);
        }
        catch (StoreDownException)
        {
            if (isNew)
            {
                await ForgetAsync(blob, cancellationToken);
            }

            return (null, new(Down, field, name));
        }

        return (new(blob.Sha256, name, blob.Size, mediaType), null);
    }

    /// <summary>One more record refers to the content; false where it was swept away. Atomic, whoever else refers to it at the same time.</summary>
    public async Task<bool> ReferAsync(string provinceCode, string sha256, CancellationToken cancellationToken) =>
        await db.Blobs.Where(b => b.ProvinceCode == provinceCode && b.Sha256 == sha256)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.References, b => b.References + 1), cancellationToken) > 0;

    /// <summary>As <see cref="ReferAsync"/> for what was staged a moment ago: where it was taken away since, the whole use case is a conflict and is sent again.</summary>
    public async Task MustReferAsync(string provinceCode, string sha256, CancellationToken cancellationToken)
    {
        if (!await ReferAsync(provinceCode, sha256, cancellationToken))
        {
            throw new DbUpdateConcurrencyException("The content was taken away at the same moment.");
        }
    }

    /// <summary>One record less refers to the content. Call <see cref="DropAsync"/> once the unit of work is committed.</summary>
    public Task ReleaseAsync(string provinceCode, string sha256, CancellationToken cancellationToken) =>
        db.Blobs.Where(b => b.ProvinceCode == provinceCode && b.Sha256 == sha256)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.References, b => b.References - 1), cancellationToken);

    /// <summary>Takes content away that nothing refers to any more: row first, then the file. A form that still holds it is told to choose the file again.</summary>
    public Task<bool> DropAsync(string provinceCode, string sha256, CancellationToken cancellationToken) =>
        db.WriteAsync(_ => Task.CompletedTask, async () =>
        {
            var gone = await db.Blobs.Where(b => b.ProvinceCode == provinceCode && b.Sha256 == sha256 && b.References <= 0).ExecuteDeleteAsync(cancellationToken) > 0;
            if (gone)
            {
                // Before the row's end is committed: whoever sends the same bytes now waits, and puts them again afterwards.
                await TryDeleteAsync(provinceCode, sha256, null, cancellationToken);
            }

            return gone;
        }, cancellationToken);

    /// <summary>Keeps the content and counts it up: at once, whatever the use case tracks and forgets after it; with the use case where that has changes waiting already.</summary>
    /// <remarks>A use case that then fails leaves a count too many, never one too few: content without a row would be swept.</remarks>
    /// <returns>The SHA-256 by which the content is found again.</returns>
    public async Task<string> AddAsync(string provinceCode, Stream content, string mediaType, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var blob = new Blob { ProvinceCode = provinceCode, Sha256 = await HashAsync(content, cancellationToken), Size = content.Length, MediaType = mediaType, StoredAt = clock.UtcNow };
        if (db.ChangeTracker.HasChanges())
        {
            await blobs.PutAsync(provinceCode, blob.Sha256, content, mediaType, cancellationToken);
            await AddWithTheRestAsync(blob, cancellationToken);
            return blob.Sha256;
        }

        // Row first, content second, as with what is staged.
        var isNew = await KeepRowAsync(blob, cancellationToken);
        try
        {
            await blobs.PutAsync(provinceCode, blob.Sha256, content, mediaType, cancellationToken);
        }
        catch (StoreDownException)
        {
            if (isNew)
            {
                await ForgetAsync(blob, cancellationToken);
            }

            throw;
        }

        await MustReferAsync(provinceCode, blob.Sha256, cancellationToken);
        return blob.Sha256;
    }

    /// <summary>What waits to be saved would be saved too early, and without its reason: the row waits with it.</summary>
    private async Task AddWithTheRestAsync(Blob blob, CancellationToken cancellationToken)
    {
        if (db.ChangeTracker.Entries<Blob>().FirstOrDefault(e => e.State is EntityState.Added && e.Entity.ProvinceCode == blob.ProvinceCode && e.Entity.Sha256 == blob.Sha256) is { } added)
        {
            added.Entity.References++;
        }
        else if (!await ReferAsync(blob.ProvinceCode, blob.Sha256, cancellationToken))
        {
            blob.References = 1;
            db.Blobs.Add(blob);
        }
    }

    /// <summary>Takes away what nothing refers to and nobody touched since <paramref name="before"/>: staged uploads of forms given up, halves of broken ones, content whose last reference went.</summary>
    public async Task<int> SweepAsync(string provinceCode, DateTime before, CancellationToken cancellationToken)
    {
        var taken = 0;
        await foreach (var name in blobs.OlderThanAsync(provinceCode, before, cancellationToken))
        {
            var isDown = false;
            taken += await db.WriteAsync(_ => Task.CompletedTask, async () =>
            {
                var gone = await db.Blobs.Where(b => b.ProvinceCode == provinceCode && b.Sha256 == name && b.References <= 0 && b.StoredAt < before).ExecuteDeleteAsync(cancellationToken);
                if (gone == 0 && await db.Blobs.AnyAsync(b => b.ProvinceCode == provinceCode && b.Sha256 == name, cancellationToken))
                {
                    return 0;
                }

                var deleted = await TryDeleteAsync(provinceCode, name, before, cancellationToken);
                isDown = deleted is null;
                return deleted is true ? 1 : 0;
            }, cancellationToken);
            if (isDown)
            {
                break;
            }
        }

        // What never arrived, or is gone already, leaves its row behind.
        await db.WriteAsync(_ => Task.CompletedTask, () => db.Blobs.Where(b => b.ProvinceCode == provinceCode && b.References <= 0 && b.StoredAt < before).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        return taken;
    }

    /// <summary>Every province that content or a row may be left over in.</summary>
    public async Task<IReadOnlyList<string>> ProvincesAsync(CancellationToken cancellationToken) =>
        [.. (await blobs.ProvincesAsync(cancellationToken)).Union(await db.EveryProvince<Blob>().Select(b => b.ProvinceCode).Distinct().ToListAsync(cancellationToken))];

    /// <summary>The content, able to seek; null where there is none.</summary>
    public Task<Stream?> OpenAsync(string provinceCode, string sha256, CancellationToken cancellationToken) => blobs.OpenAsync(provinceCode, sha256, cancellationToken);

    private static async Task<string> HashAsync(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }

    /// <summary>Whether it was there; null where the store does not answer. The row goes all the same: content without a row is swept, a row without content would be a promise.</summary>
    private async Task<bool?> TryDeleteAsync(string provinceCode, string name, DateTime? putBefore, CancellationToken cancellationToken)
    {
        try
        {
            return await blobs.DeleteAsync(provinceCode, name, putBefore, cancellationToken);
        }
        catch (StoreDownException)
        {
            return null;
        }
    }

    /// <summary>Takes the row of content that did not arrive away again, unless somebody else has sent the same bytes meanwhile.</summary>
    private Task<int> ForgetAsync(Blob blob, CancellationToken cancellationToken) => db.WriteAsync(_ => Task.CompletedTask, () => db.Blobs
        .Where(b => b.ProvinceCode == blob.ProvinceCode && b.Sha256 == blob.Sha256 && b.References <= 0 && b.StoredAt == blob.StoredAt)
        .ExecuteDeleteAsync(cancellationToken), cancellationToken);

    /// <returns>Whether there was none.</returns>
    private async Task<bool> KeepRowAsync(Blob blob, CancellationToken cancellationToken)
    {
        try
        {
            return await db.WriteAsync(_ => Task.CompletedTask, () => TouchAsync(blob, cancellationToken), cancellationToken) == 0;
        }
        catch (DbUpdateException fault) when (fault.IsTwin())
        {
            // The same content arrived twice at once and the other came first: its row is there now.
            db.Entry(blob).State = EntityState.Detached;
            return await db.WriteAsync(_ => Task.CompletedTask, () => TouchAsync(blob, cancellationToken), cancellationToken) == 0;
        }
    }

    private async Task<int> TouchAsync(Blob blob, CancellationToken cancellationToken)
    {
        var known = await db.Blobs.Where(b => b.ProvinceCode == blob.ProvinceCode && b.Sha256 == blob.Sha256)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.StoredAt, blob.StoredAt), cancellationToken);
        if (known == 0)
        {
            db.Blobs.Add(blob);
            await db.SaveChangesAsync(cancellationToken);
            db.Entry(blob).State = EntityState.Detached;
        }

        return known;
    }
}
