namespace KhuyenCong.Data.Drafts;

/// <summary>Lần gửi đã nhận: what a browser sent under a key of its own, kept with the save itself; sent again after a lost answer, it is answered the same and saves nothing. Outside audit, as drafts are.</summary>
public sealed class SentOnce
{
    /// <summary>The part that is the form itself; a file of it is known by its machine and content.</summary>
    public const string Whole = "";

    public required Guid Key { get; init; }

    public required string Part { get; init; }

    /// <summary>Whose key it is; nobody else is answered by it.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The record that was saved.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>The form as it was sent: what was typed on the same page afterwards was typed over this. Blank where nobody can go on from it.</summary>
    public string Text { get; init; } = "";

    public DateTime SavedAt { get; init; }
}
