namespace KhuyenCong.EndToEnd.Soak;

/// <summary>One thing that somebody does with a form, and how they see after a break whether it is still to do.</summary>
/// <param name="Sort">What it is, as the facts name it; empty where others may do it as well and nobody counts.</param>
/// <param name="Key">Of which record.</param>
/// <param name="IsUndone">Opens the page again, as a person would.</param>
/// <param name="DoAsync">Fills the form in and sends it.</param>
public sealed record Step(string Sort, string Key, Func<Task<bool>> IsUndone, Func<Task<(string? Redirect, string Answer)>> DoAsync)
{
    /// <summary>Somebody reads what the next steps need, and sends nothing.</summary>
    public static Step Look(string key, Func<Task> reads) => new(
        "",
        key,
        async () =>
        {
            await reads();
            return false;
        },
        () => throw new InvalidOperationException("There is nothing to do."))
    {
        LooksFirst = true,
    };

    /// <summary>Whether somebody looks first even where no answer was lost.</summary>
    public bool LooksFirst { get; init; }

    /// <summary>Another step, of the same record or not, that it brings about as well.</summary>
    public (string Sort, string Key)? Besides { get; init; }
}
