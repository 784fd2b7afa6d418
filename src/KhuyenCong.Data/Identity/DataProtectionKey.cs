namespace KhuyenCong.Data.Identity;

/// <summary>A key that protects cookies and antiforgery tokens: in the database, so that every node shares it.</summary>
public sealed class DataProtectionKey
{
    public int DataProtectionKeyId { get; init; }

    public required string FriendlyName { get; init; }

    public required string Xml { get; init; }
}
