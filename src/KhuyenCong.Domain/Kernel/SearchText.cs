using System.Globalization;
using System.Text;

namespace KhuyenCong.Domain.Kernel;

/// <summary>Khóa tìm kiếm và sắp xếp: folds Vietnamese text so that "mo hinh" finds "Mô hình".</summary>
public static class SearchText
{
    // Base letters in Vietnamese order; a letter with its own place (ă, â, đ, ê, ô, ơ, ư) sorts after its base.
    private const string Alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

    // Tone order of Vietnamese dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng.
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";

    /// <summary>Words of one search that count; those after them are passed over.</summary>
    public const int MostWords = 8;

    /// <summary>Lower-case, without marks, đ as d, white space folded.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var folded = new StringBuilder(text.Length);
        var pendingSpace = false;
        foreach (var c in Characters.Sound(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                pendingSpace = folded.Length > 0;
                continue;
            }

            if (pendingSpace)
            {
                folded.Append(' ');
                pendingSpace = false;
            }

            folded.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    /// <summary>The words of a search, folded: no more of them than <see cref="MostWords"/>, since each is a condition inside the one before.</summary>
    public static IReadOnlyList<string> Words(string? search) => [.. Fold(search).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];

    /// <summary>A key that sorts byte-wise in Vietnamese order on any database: letters first, then tones.</summary>
    public static string SortKey(string? text)
    {
        var letters = new StringBuilder();
        var tones = new StringBuilder();
        foreach (var c in Characters.Sound(text ?? "").Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            var decomposed = c.ToString().Normalize(NormalizationForm.FormD);
            var tone = decomposed.FirstOrDefault(d => Tones.Contains(d));
            var letter = tone == default ? c.ToString() : decomposed.Replace(tone.ToString(), "").Normalize(NormalizationForm.FormC);
            var place = letter.Length == 1 ? Alphabet.IndexOf(letter[0]) : -1;
            letters.Append(place >= 0 ? (char)('A' + place) : letter[0] < 'A' ? letter[0] : '~');
            tones.Append((char)('0' + Tones.IndexOf(tone) + 1));
        }

        return letters.Append('\u0001').Append(tones).ToString();
    }
}
