using System.Diagnostics;
using System.Globalization;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>How long a kill loop goes on, by which seed, and what it tells: some seconds in script/test, as many kills as wished in script/soak.</summary>
public sealed class Run
{
    private const double ShortSeconds = 6;

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly string log;
    private readonly double seconds;
    private readonly int most;

    public Run(string name)
    {
        most = (int?)Number("KHUYENCONG_SOAK_KILLS") ?? int.MaxValue;
        seconds = Number("KHUYENCONG_SOAK_SECONDS") ?? (most == int.MaxValue ? ShortSeconds : double.MaxValue);
        Seed = (ulong?)Number("KHUYENCONG_SOAK_SEED") ?? (ulong)TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        Directory.CreateDirectory(Places.Results);
        log = Path.Combine(Places.Results, $"soak-{name}.log");
        File.WriteAllText(log, $"seed {Seed}\n");
    }

    public ulong Seed { get; }

    public int Kills { get; private set; }

    /// <summary>Whether kills are counted and not seconds: then there is time to wait for what takes long.</summary>
    public bool IsLong => most < int.MaxValue;

    public bool GoesOn => Kills < most && watch.Elapsed.TotalSeconds < seconds;

    public void Killed(string what)
    {
        Kills++;
        Tell($"{Kills}: {what}");
    }

    /// <summary>The last line is the loop's verdict.</summary>
    public void Tell(string line) =>
        File.AppendAllText(log, string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,7:0.0}s {line}\n"));

    private static double? Number(string variable) =>
        double.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
