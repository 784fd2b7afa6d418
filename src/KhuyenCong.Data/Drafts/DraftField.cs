namespace KhuyenCong.Data.Drafts;

/// <summary>Bản nháp: one field somebody is typing, saved as it changes. Outside audit: nothing has happened yet.</summary>
public sealed class DraftField
{
    public required Guid UserId { get; init; }

    public required string Form { get; init; }

    public required string Subject { get; init; }

    public required string Field { get; init; }

    public string Value { get; set; } = "";

    /// <summary>The version of the record that the typing started from.</summary>
    public long BaseVersion { get; set; }

    /// <summary>Counts up in the browser: a late, older save never overwrites a newer one.</summary>
    public long Sequence { get; set; }

    public DateTime SavedAt { get; set; }
}

/// <summary>Bộ lọc đã lưu: a named query string of one list.</summary>
public sealed class SavedView
{
    public required Guid SavedViewId { get; init; }

    public required Guid UserId { get; init; }

    public required string Page { get; init; }

    public required string Name { get; set; }

    public required string Query { get; set; }
}
