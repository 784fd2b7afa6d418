namespace KhuyenCong.Domain.Programmes;

/// <summary>Chương trình có sẵn: one decision the product ships with, and what readers noted about it.</summary>
public sealed record ShippedProgramme(string ProvinceCode, ProgrammeText Text, IReadOnlyList<ReaderNote> ReaderNotes);

/// <summary>Mâu thuẫn do người đọc phát hiện: noted by a person, never counted as found by a rule.</summary>
public sealed record ReaderNote(
    string Code,
    ReaderNoteKind Kind,
    string Title,
    IReadOnlyList<ClauseQuote> Quotes,
    string Analysis,
    string? Expectation = null);

/// <summary>Loại ghi chú của người đọc: how sure the note is and what it compares with.</summary>
public enum ReaderNoteKind
{
    /// <summary>Chắc chắn (số học, câu chữ).</summary>
    Certain,

    /// <summary>Lệch câu chữ.</summary>
    Wording,

    /// <summary>Thiếu hoặc không kiểm chứng được.</summary>
    Missing,

    /// <summary>Mâu thuẫn với thực tế ngoài văn bản.</summary>
    OutsideFacts,

    /// <summary>Khác nhau giữa hai chương trình.</summary>
    BetweenProgrammes,

    /// <summary>So với văn bản cấp trên.</summary>
    HigherLaw,
}

/// <summary>Trích dẫn: the exact words of a decision and where they stand.</summary>
public sealed record ClauseQuote(string Quote, string Clause);
