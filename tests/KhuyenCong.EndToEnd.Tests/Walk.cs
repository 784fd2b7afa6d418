namespace KhuyenCong.EndToEnd;

/// <summary>One person's way through many pages: a page that leads on to several stops is opened once, and where each leads is read there and then.</summary>
/// <param name="page">Of the person who walks.</param>
/// <param name="stops">All of them: an address, then after each ">" the first link to follow from there.</param>
internal sealed class Walk(IPage page, IEnumerable<string> stops)
{
    private const string Then = " > ";

    private readonly string[][] ways = [.. stops.Select(stop => stop.Split(Then))];
    private readonly Dictionary<string, string> addresses = [];

    /// <summary>Opens a stop from the last page on its way whose address is known; false when a link is missing on the way.</summary>
    public async Task<bool> ReachesAsync(string stop)
    {
        var way = stop.Split(Then);
        var at = way.Length;
        while (at > 1 && !addresses.ContainsKey(Key(way, at)))
        {
            at--;
        }

        for (; at <= way.Length; at++)
        {
            if (at > 1 && !addresses.ContainsKey(Key(way, at)))
            {
                return false;
            }

            await page.GotoAsync(at == 1 ? way[0] : addresses[Key(way, at)]);
            await LearnAsync(Key(way, at), at);
        }

        return true;
    }

    /// <summary>Where the links of the page that is open lead, of those that any stop needs.</summary>
    private async Task LearnAsync(string here, int steps)
    {
        foreach (var link in ways.Where(way => way.Length > steps && Key(way, steps) == here).Select(way => way[steps]).Distinct())
        {
            if (!addresses.ContainsKey(here + Then + link) && await page.Locator(link).CountAsync() > 0)
            {
                addresses[here + Then + link] = await page.HrefAsync(link);
            }
        }
    }

    private static string Key(string[] way, int steps) => string.Join(Then, way[..steps]);
}
