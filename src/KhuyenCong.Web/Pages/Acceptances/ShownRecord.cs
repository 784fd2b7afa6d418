using System.Security.Cryptography;
using System.Text.Json;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.DataProtection;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Carries a record as a form first showed it through the browser and back, over days without network: what a later save is merged over, sealed for its reader.</summary>
public sealed class ShownRecord(IDataProtectionProvider protection, Viewer viewer)
{
    private readonly IDataProtector protector = protection.CreateProtector("shown-acceptance", viewer.UserId.ToString("N"), viewer.ProvinceCode);

    public string Seal(Guid acceptanceId, AcceptanceText text) => For(acceptanceId).Protect(ProgrammeJson.Write(text));

    /// <summary>Null for a token that is missing, damaged, of another record or somebody else's.</summary>
    public AcceptanceText? Open(Guid acceptanceId, string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : ProgrammeJson.Read<AcceptanceText>(For(acceptanceId).Unprotect(token));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector For(Guid acceptanceId) => protector.CreateProtector(acceptanceId.ToString("N"));
}
