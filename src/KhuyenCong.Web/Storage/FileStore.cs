using System.Security.Cryptography;
using KhuyenCong.Data;
using KhuyenCong.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Storage;

/// <summary>Keeps uploaded content once per province and SHA-256 in a folder; the database row says how often it is referred to.</summary>
public sealed class FileStore(KhuyenCongDb db, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>The largest evidence file. Upload routes accept more, so that a refusal can be read.</summary>
    public const long LargestFile = 20 * 1024 * 1024;

    private readonly string folder = configuration["Files:Folder"] ?? "var/files";

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

        await using var content = upload.OpenReadStream();
        if (await FileKinds.SniffAsync(content, name, cancellationToken) is not { } mediaType)
        {
            return (null, new("file.kind", field, name));
        }

        var (arriving, sha, size) = await ReceiveAsync(provinceCode, content, cancellationToken);
        // Row first, content second: the sweep deletes in the other order and therefore never takes content that has just arrived.
        await KeepRowAsync(new() { ProvinceCode = provinceCode, Sha256 = sha, Size = size, MediaType = mediaType, StoredAt = clock.UtcNow }, cancellationToken);
        File.Move(arriving, PathOf(provinceCode, sha), overwrite: true);
        return (new(sha, name, size, mediaType), null);
    }

    /// <summary>One more record refers to the content; false where it was swept away. Atomic, whoever else refers to it at the same time.</summary>
    public async Task<bool> ReferAsync(string provinceCode, string sha256, CancellationToken cancellationToken) =>
        await db.Blobs.Where(b => b.ProvinceCode == provinceCode && b.Sha256 == sha256)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.References, b => b.References + 1), cancellationToken) > 0;

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
                File.Delete(PathOf(provinceCode, sha256));
            }

            return gone;
        }, cancellationToken);

    /// <summary>Writes the content, then adds or counts up its row in the current unit of work.</summary>
    public async Task<Blob> AddAsync(string provinceCode, Stream content, string mediaType, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var (arriving, sha, size) = await ReceiveAsync(provinceCode, content, cancellationToken);
        // The name is the content: a second arrival of the same bytes changes nothing.
        File.Move(arriving, PathOf(provinceCode, sha), overwrite: true);
        var blob = db.Blobs.Local.FirstOrDefault(b => b.ProvinceCode == provinceCode && b.Sha256 == sha)
            ?? await db.Blobs.FirstOrDefaultAsync(b => b.ProvinceCode == provinceCode && b.Sha256 == sha, cancellationToken);
        if (blob is null)
        {
            blob = new() { ProvinceCode = provinceCode, Sha256 = sha, Size = size, MediaType = mediaType, StoredAt = clock.UtcNow };
            db.Blobs.Add(blob);
        }

        blob.References++;
        return blob;
    }

    /// <summary>Takes away what nothing refers to and nobody touched since <paramref name="before"/>: staged uploads of forms given up, halves of broken ones, content whose last reference went.</summary>
    public async Task<int> SweepAsync(string provinceCode, DateTime before, CancellationToken cancellationToken)
    {
        var place = Path.Combine(folder, provinceCode);
        if (!Directory.Exists(place))
        {
            return 0;
        }

        var old = Directory.EnumerateFiles(place).Where(f => File.GetLastWriteTimeUtc(f) < before).Select(f => Path.GetFileName(f)!).ToList();
        var taken = 0;
        foreach (var name in old)
        {
            taken += await db.WriteAsync(_ => Task.CompletedTask, async () =>
            {
                var gone = await db.Blobs.Where(b => b.ProvinceCode == provinceCode && b.Sha256 == name && b.References <= 0 && b.StoredAt < before).ExecuteDeleteAsync(cancellationToken);
                if (gone == 0 && await db.Blobs.AnyAsync(b => b.ProvinceCode == provinceCode && b.Sha256 == name, cancellationToken))
                {
                    return 0;
                }

                File.Delete(Path.Combine(place, name));
                return 1;
            }, cancellationToken);
        }

        return taken;
    }

    public IEnumerable<string> Provinces() => Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Select(d => Path.GetFileName(d)!) : [];

    public Stream? Open(string provinceCode, string sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        var path = PathOf(provinceCode, sha256);
        return File.Exists(path) ? File.OpenRead(path) : null;
    }

    private async Task<(string Path, string Sha256, long Size)> ReceiveAsync(string provinceCode, Stream content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(folder, provinceCode));
        var arriving = Path.Combine(folder, provinceCode, $"{Uuid.New(clock):N}.part");
        await using var file = new FileStream(arriving, FileMode.CreateNew, FileAccess.Write);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        file.Flush(flushToDisk: true);
        return (arriving, Convert.ToHexStringLower(hash.GetHashAndReset()), file.Length);
    }

    private async Task KeepRowAsync(Blob blob, CancellationToken cancellationToken)
    {
        try
        {
            await db.WriteAsync(_ => Task.CompletedTask, () => TouchAsync(blob, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same content arrived twice at once and the other came first: its row is there now.
            db.Entry(blob).State = EntityState.Detached;
            await db.WriteAsync(_ => Task.CompletedTask, () => TouchAsync(blob, cancellationToken), cancellationToken);
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

    private string PathOf(string provinceCode, string sha256) => Path.Combine(folder, provinceCode, sha256);
}
