using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace KhuyenCong.Web.Storage;

/// <summary>Content as files of one folder: one machine, or several that mount the same one.</summary>
public sealed class FolderBlobs(string folder, TimeProvider clock, ILogger<FolderBlobs> logger) : IBlobStore
{
    private volatile bool mayWrite;

    public Task PutAsync(string provinceCode, string sha256, Stream content, string mediaType, CancellationToken cancellationToken) => AskAsync("put", async () =>
    {
        ArgumentNullException.ThrowIfNull(content);
        Directory.CreateDirectory(Path.Combine(folder, provinceCode));
        var arriving = Path.Combine(folder, provinceCode, $"{Uuid.New(clock):N}.part");
        if (await WriteAsync(arriving, content, cancellationToken) != sha256)
        {
            File.Delete(arriving);
            throw new StoreDownException(StoreFault.Damaged, "content does not hash to its name");
        }

        // The name is the content: a second arrival of the same bytes changes nothing.
        File.Move(arriving, PathOf(provinceCode, sha256), overwrite: true);
        return true;
    });

    public Task<Stream?> OpenAsync(string provinceCode, string sha256, CancellationToken cancellationToken) => AskAsync<Stream?>("open", () =>
    {
        ArgumentNullException.ThrowIfNull(sha256);
        var path = PathOf(provinceCode, sha256);
        return Task.FromResult<Stream?>(File.Exists(path) ? File.OpenRead(path) : null);
    });

    public Task<bool> DeleteAsync(string provinceCode, string name, DateTime? putBefore, CancellationToken cancellationToken) => AskAsync("delete", () =>
    {
        var path = PathOf(provinceCode, name);
        if (!File.Exists(path) || (putBefore is { } moment && File.GetLastWriteTimeUtc(path) >= moment))
        {
            return Task.FromResult(false);
        }

        File.Delete(path);
        return Task.FromResult(true);
    });

    public async IAsyncEnumerable<string> OlderThanAsync(string provinceCode, DateTime before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = Path.Combine(folder, provinceCode);
        var old = await AskAsync("list", () => Task.FromResult<List<string>>(
            [.. Directory.Exists(place) ? Directory.EnumerateFiles(place).Where(f => File.GetLastWriteTimeUtc(f) < before).Select(f => Path.GetFileName(f)!) : []]));
        foreach (var name in old)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return name;
        }
    }

    public Task<IReadOnlyList<string>> ProvincesAsync(CancellationToken cancellationToken) => AskAsync("list", () => Task.FromResult<IReadOnlyList<string>>(
        [.. Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Select(d => Path.GetFileName(d)!) : []]));

    public Task CheckAsync(CancellationToken cancellationToken) => AskAsync("check", () =>
    {
        if (mayWrite && !Directory.Exists(folder))
        {
            throw new StoreDownException(StoreFault.Missing, "the folder is gone");
        }

        if (!mayWrite)
        {
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(Path.Combine(folder, $"{Uuid.New(clock):N}.probe"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            mayWrite = true;
        }

        return Task.FromResult(true);
    });

    private static async Task<string> WriteAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private async Task<T> AskAsync<T>(string verb, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning(fault, "The file folder did not do what was asked: {Verb}", verb);
            throw new StoreDownException(fault is UnauthorizedAccessException ? StoreFault.Denied : StoreFault.Failed, $"{verb}: {fault.GetType().Name}");
        }
    }

    private string PathOf(string provinceCode, string name) => Path.Combine(folder, provinceCode, name);
}
