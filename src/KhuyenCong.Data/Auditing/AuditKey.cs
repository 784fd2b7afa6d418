using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data.Auditing;

/// <summary>The key that signs daily heads. It lives in a file outside the database, so that who can rewrite the database cannot re-sign it.</summary>
public sealed class AuditKey : IDisposable
{
    private readonly ECDsa key;

    private AuditKey(ECDsa key)
    {
        this.key = key;
        KeyId = Convert.ToHexString(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
    }

    public string KeyId { get; }

    public string PublicKeyPem => key.ExportSubjectPublicKeyInfoPem();

    /// <summary>Opens the key file, or makes one that only its owner can read.</summary>
    public static AuditKey Open(string path)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(path))
        {
            key.ImportFromPem(File.ReadAllText(path));
            return new(key);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(path, Encoding.ASCII, options);
        file.Write(key.ExportPkcs8PrivateKeyPem());
        return new(key);
    }

    /// <summary>A secret of its own for another purpose, from the same guarded file: the same file always gives the same one.</summary>
    public byte[] SecretFor(string purpose)
    {
        var parameters = key.ExportParameters(includePrivateParameters: true);
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, parameters.D!, 32, info: Encoding.UTF8.GetBytes(purpose));
    }

    public byte[] Sign(string provinceCode, DateOnly day, long sequence, byte[] hash) => key.SignData(Message(provinceCode, day, sequence, hash), HashAlgorithmName.SHA256);

    public bool Verify(AuditHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return key.VerifyData(Message(head.ProvinceCode, head.Day, head.Sequence, head.Hash), head.Signature, HashAlgorithmName.SHA256);
    }

    /// <summary>Signs the manifest of an archive; what precedes it keeps it apart from a head.</summary>
    public byte[] SignManifest(byte[] manifest) => key.SignData(Manifest(manifest), HashAlgorithmName.SHA256);

    public bool VerifyManifest(byte[] manifest, byte[] signature) => key.VerifyData(Manifest(manifest), signature, HashAlgorithmName.SHA256);

    /// <summary>Signs the current head of every chain for <paramref name="day"/>, once.</summary>
    public async Task SignHeadsAsync(KhuyenCongDb db, DateOnly day, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        foreach (var scope in await db.AuditSeals.Select(s => s.ProvinceCode).Distinct().ToListAsync(cancellationToken))
        {
            if (await db.AuditHeads.AnyAsync(h => h.ProvinceCode == scope && h.Day == day, cancellationToken))
            {
                continue;
            }

            var last = await db.AuditSeals.AsNoTracking().Where(s => s.ProvinceCode == scope).OrderByDescending(s => s.Sequence).FirstAsync(cancellationToken);
            db.AuditHeads.Add(new()
            {
                ProvinceCode = scope,
                Day = day,
                Sequence = last.Sequence,
                Hash = last.Hash,
                Signature = Sign(scope, day, last.Sequence, last.Hash),
                KeyId = KeyId,
            });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public void Dispose() => key.Dispose();

    private static byte[] Manifest(byte[] manifest) => [.. "khuyencong-archive|"u8, .. manifest];

    private static byte[] Message(string provinceCode, DateOnly day, long sequence, byte[] hash) =>
        Encoding.UTF8.GetBytes($"{provinceCode}|{day:yyyy-MM-dd}|{sequence}|{Convert.ToHexString(hash)}");
}
