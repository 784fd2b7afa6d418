using System.Security.Cryptography;
using System.Text.Json;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.DataProtection;

namespace KhuyenCong.Web.Storage;

/// <summary>An upload whose content is kept while its form is not yet accepted.</summary>
public sealed record StagedFile(string Sha256, string FileName, long Size, string MediaType)
{
    /// <summary>As the device told it; see <see cref="TakenTimes"/>.</summary>
    public DateTime? TakenAt { get; init; }
}

/// <summary>Carries staged files through a refused form, so that they need not be chosen again: sealed for the person who uploaded them.</summary>
public sealed class StagedTokens(IDataProtectionProvider protection, Viewer viewer)
{
    private readonly IDataProtector protector = protection.CreateProtector("staged-file", viewer.UserId.ToString("N"), viewer.ProvinceCode);

    public string TokenOf(StagedFile file) => protector.Protect(JsonSerializer.Serialize(file));

    /// <summary>Null for a token that is damaged or somebody else's.</summary>
    public StagedFile? Open(string token)
    {
        try
        {
            return JsonSerializer.Deserialize<StagedFile>(protector.Unprotect(token));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }
}
