[assembly: AssemblyFixture(typeof(KhuyenCong.EndToEnd.Prepared))]

namespace KhuyenCong.EndToEnd;

/// <summary>What the application makes of an empty folder: migrations, programmes, people. Made once, because it costs more than many a journey.</summary>
public sealed class Prepared : IAsyncDisposable
{
    /// <summary>Left behind by an application that was ready and then killed, which loses nothing: see the kill loops.</summary>
    internal static Lazy<Task<DirectoryInfo>> Folder { get; } = new(PrepareAsync);

    public async ValueTask DisposeAsync()
    {
        if (Folder.IsValueCreated)
        {
            (await Folder.Value).Delete(recursive: true);
        }
    }

    internal static void CopyTo(DirectoryInfo target, DirectoryInfo source)
    {
        foreach (var file in source.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var copy = new FileInfo(Path.Combine(target.FullName, Path.GetRelativePath(source.FullName, file.FullName)));
            copy.Directory!.Create();
            file.CopyTo(copy.FullName);
        }
    }

    private static async Task<DirectoryInfo> PrepareAsync()
    {
        var first = new FirstApplication();
        await first.InitializeAsync();
        await first.KillAsync();
        return first.Folder;
    }

    private sealed class FirstApplication : Application
    {
        protected override bool StartsEmpty => true;

        public new Task KillAsync() => base.KillAsync();
    }
}
