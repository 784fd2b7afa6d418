using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Data.Identity;

/// <summary>Tài khoản: a person who signs in. What the person may do comes from dated memberships, not from here.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Account()
    {
    }

    public Account(Guid accountId, string userName, string displayName)
        : base(userName)
    {
        Id = accountId;
        DisplayName = displayName;
        SecurityStamp = accountId.ToString("N");
        ConcurrencyStamp = accountId.ToString("N");
    }

    public string DisplayName { get; set; } = "";

    /// <summary>Light, dark or as the device says.</summary>
    public string? Theme { get; set; }

    public bool IsSample { get; set; }
}
