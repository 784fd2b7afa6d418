using System.Text;

namespace KhuyenCong.Domain.Kernel;

/// <summary>Ký tự: what of a text can be kept and compared, and where it may be cut.</summary>
public static class Characters
{
    /// <summary>Without what is no character: NUL, which PostgreSQL does not keep, U+FFFE and halves of a character, which cannot be normalised.</summary>
    public static string Sound(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 && text.AsSpan().IndexOfAny('\0', '\ufffe') < 0)
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                kept.Append(text, i++, 2);
            }
            else if (!char.IsSurrogate(text[i]) && text[i] is not ('\0' or '\ufffe'))
            {
                kept.Append(text[i]);
            }
        }

        return kept.ToString();
    }

    /// <summary>The beginning of a text that is too long; no character is cut in two.</summary>
    public static string Cut(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= longest ? text : text[..(longest > 0 && char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }
}
