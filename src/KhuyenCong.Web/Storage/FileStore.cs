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

    /// <summary>Writes the content, then adds or counts up its row in the current unit of work.</summary>
    public async Task<Blob> AddAsync(string provinceCode, Stream content, string mediaType, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        Directory.CreateDirectory(Path.Combine(folder, provinceCode));
        var arriving = Path.Combine(folder, provinceCode, $"{Uuid.New(clock):N}.part");
        string sha;
        long size;
        await using (var file = new FileStream(arriving, FileMode.CreateNew, FileAccess.ReadWrite))
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[81920];
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            size = file.Length;
            sha = Convert.ToHexStringLower(hash.GetHashAndReset());
            file.Flush(flushToDisk: true);
        }

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

    public Stream? Open(string provinceCode, string sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        var path = PathOf(provinceCode, sha256);
        return File.Exists(path) ? File.OpenRead(path) : null;
    }

    private string PathOf(string provinceCode, string sha256) => Path.Combine(folder, provinceCode, sha256);
}
