namespace KhuyenCong.Domain.Kernel;

/// <summary>Bản đã xem: whoever acts on what somebody has changed since is told so, and nothing is written.</summary>
public static class Seen
{
    public static Breach Meanwhile => new("edit.conflict");

    /// <summary>The ruling, unless another version was looked at; an act that is refused whatever stands there is told that instead.</summary>
    /// <param name="version">As it stands.</param>
    /// <param name="seen">As the page showed it; null where nobody looked.</param>
    /// <param name="ruling">On what stands.</param>
    public static Ruling<T> AsSeen<T>(long version, long? seen, Ruling<T> ruling)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(ruling);
        return seen is not { } known || known == version || IsRefusedAnyway(ruling.Breaches) ? ruling : new(null, [Meanwhile]);
    }

    private static bool IsRefusedAnyway(IReadOnlyList<Breach> breaches) =>
        breaches is [{ Code: var code }] && (code.EndsWith(".wrong-state", StringComparison.Ordinal) || code.EndsWith(".not-allowed", StringComparison.Ordinal));
}
