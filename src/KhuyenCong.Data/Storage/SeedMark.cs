namespace KhuyenCong.Data.Storage;

/// <summary>Which shipped facts are already in this database, by the hash of their file: a start with nothing new reads one row and goes on.</summary>
public sealed class SeedMark
{
    public required string Name { get; init; }

    public required string Hash { get; set; }
}
