namespace KhuyenCong.Domain.Tests.Norms;

/// <summary>The same numbers on every run.</summary>
internal sealed class Lcg(ulong seed)
{
    private ulong state = seed;

    public int Next(int from, int below)
    {
        state = (state * 6364136223846793005) + 1442695040888963407;
        return from + (int)((state >> 33) % (ulong)(below - from));
    }
}
