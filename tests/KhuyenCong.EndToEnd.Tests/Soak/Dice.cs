namespace KhuyenCong.EndToEnd.Soak;

/// <summary>Chance with a seed (SplitMix64): the same seed makes the same choices, so that a failure can be looked for again; when they meet is up to the machine.</summary>
public sealed class Dice(ulong seed)
{
    private readonly Lock turn = new();
    private ulong state = seed;

    /// <summary>At least 0 and below <paramref name="bound"/>.</summary>
    public int Next(int bound)
    {
        lock (turn)
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)bound);
        }
    }

    public bool Chance(int percent) => Next(100) < percent;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];

    public Task PauseAsync(int longest) => Task.Delay(Next(longest + 1));
}
