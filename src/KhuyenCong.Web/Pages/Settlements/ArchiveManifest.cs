using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using KhuyenCong.Data.Auditing;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>Một tệp của gói lưu trữ.</summary>
/// <param name="Path">Inside the package.</param>
/// <param name="What">What it is, in words.</param>
/// <param name="Sha256">Of its content, lower-case; of what is missing, what it should be.</param>
/// <param name="Size">In bytes.</param>
/// <param name="IsMissing">The record names it and the store does not have it.</param>
public sealed record ArchivedFile(string Path, string What, string Sha256, long Size, bool IsMissing = false);

/// <summary>Bản kê của gói lưu trữ: every file with its SHA-256 and what is not in it, signed with the key that signs the audit chain's heads.</summary>
public sealed record ArchiveManifest(string Format, Guid ProjectId, string? Code, string Title, string ProvinceCode, DateTime CreatedAt, string CreatedBy, string KeyId, string PublicKey, IReadOnlyList<ArchivedFile> Files, IReadOnlyList<string>? LeftOut = null)
{
    public const string FormatName = "khuyencong-archive/1";
    public const string FileName = "manifest.json";
    public const string SignatureName = "manifest.sig";
    private const int LargestManifest = 64 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>What is wrong with a package; nothing where every file is as it was signed.</summary>
    public static async Task<(ArchiveManifest? Manifest, IReadOnlyList<string> Faults)> VerifyAsync(Stream package, AuditKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(key);
        try
        {
            using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
            return await VerifyAsync(zip, key, cancellationToken);
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or FormatException)
        {
            return (null, [$"không đọc được gói / unreadable package: {fault.Message}"]);
        }
    }

    private static async Task<(ArchiveManifest? Manifest, IReadOnlyList<string> Faults)> VerifyAsync(ZipArchive zip, AuditKey key, CancellationToken cancellationToken)
    {
        if (zip.GetEntry(FileName) is not { Length: <= LargestManifest } listed || zip.GetEntry(SignatureName) is not { Length: <= LargestManifest } signed)
        {
            return (null, [$"thiếu {FileName}, {SignatureName} / manifest or signature missing"]);
        }

        var content = await ReadAsync(listed, cancellationToken);
        var signature = Convert.FromBase64String(System.Text.Encoding.ASCII.GetString(await ReadAsync(signed, cancellationToken)).Trim());
        if (!key.VerifyManifest(content, signature))
        {
            return (null, ["chữ ký của bản kê không đúng khóa này / manifest not signed by this key"]);
        }

        var manifest = JsonSerializer.Deserialize<ArchiveManifest>(content, Json) ?? throw new JsonException("The text is the JSON word null.");
        var faults = new List<string>();
        foreach (var file in manifest.Files.Where(f => !f.IsMissing))
        {
            if (zip.GetEntry(file.Path) is not { } entry)
            {
                faults.Add($"{file.Path}: thiếu / missing");
                continue;
            }

            await using var stream = entry.Open();
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)) != file.Sha256)
            {
                faults.Add($"{file.Path}: nội dung đã đổi / content changed");
            }
        }

        var known = manifest.Files.Select(f => f.Path).Append(FileName).Append(SignatureName).ToHashSet();
        faults.AddRange(zip.Entries.Where(e => !known.Contains(e.FullName)).Select(e => $"{e.FullName}: không có trong bản kê / not in the manifest"));
        faults.AddRange(zip.Entries.GroupBy(e => e.FullName).Where(g => g.Count() > 1).Select(g => $"{g.Key}: có hai lần / twice"));
        return (manifest, faults);
    }

    private static async Task<byte[]> ReadAsync(ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        await using var stream = entry.Open();
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, cancellationToken);
        return memory.ToArray();
    }
}
