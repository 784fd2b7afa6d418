namespace KhuyenCong.Data.Storage;

/// <summary>Tệp: content kept once per province and SHA-256. The name belongs to whoever refers to it.</summary>
public sealed class Blob : IProvincial
{
    public required string ProvinceCode { get; init; }

    /// <summary>Lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required long Size { get; init; }

    public required string MediaType { get; init; }

    public required DateTime StoredAt { get; init; }

    /// <summary>How many records refer to it: the last one to go takes the content along.</summary>
    public int References { get; set; }
}
