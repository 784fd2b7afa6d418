using System.Data.Common;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

[assembly: AssemblyFixture(typeof(KhuyenCong.EndToEnd.Application))]

namespace KhuyenCong.EndToEnd;

/// <summary>The real application in its own process, on a free port, over a SQLite file as it comes: one for all journeys that leave the others' counts alone.</summary>
public partial class Application : IAsyncLifetime
{
    private readonly StringBuilder log = new();
    private readonly TaskCompletionSource<int> port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? process;

    /// <summary>All that the application keeps: its database, uploaded files and key.</summary>
    internal DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("khuyencong-e2e-");

    /// <summary>By the name localhost, because passkeys are refused for an address.</summary>
    public Uri Url { get; private set; } = new("http://localhost");

    /// <summary>Whether it starts over an empty folder, and not over a copy of what such a start made.</summary>
    protected virtual bool StartsEmpty => false;

    public async ValueTask InitializeAsync()
    {
        if (!StartsEmpty)
        {
            Prepared.CopyTo(Folder, await Prepared.Folder.Value);
        }

        process = Start(0);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));

        try
        {
            Url = new($"http://localhost:{await port.Task.WaitAsync(patience.Token)}");
            await BecomesReadyAsync(patience.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException)
        {
            throw new InvalidOperationException($"The application did not become ready.\n{Log()}", e);
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);

        await KillAsync();
        Directory.CreateDirectory(Places.Results);
        await File.WriteAllTextAsync(Path.Combine(Places.Results, $"e2e-{GetType().Name}.log"), Log());
        Folder.Delete(recursive: true);
    }

    /// <summary>Without a warning: the process is gone in the middle of whatever it was doing.</summary>
    internal async Task KillAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
            process = null;
        }
    }

    /// <summary>At the same address and over what the process before left behind.</summary>
    internal async Task StartAgainAsync()
    {
        process = Start(Url.Port);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await BecomesReadyAsync(patience.Token);
    }

    /// <summary>What a verb such as `verify-ledger` said, where it did not end with 0.</summary>
    internal async Task<string?> FaultsOfAsync(string verb)
    {
        using var running = Process.Start(Command(verb))!;
        var (told, complained) = (running.StandardOutput.ReadToEndAsync(), running.StandardError.ReadToEndAsync());
        await running.WaitForExitAsync();
        return running.ExitCode == 0 ? null : $"{verb} ended with {running.ExitCode}: {await told} {await complained}";
    }

    /// <summary>A look into its database from beside it.</summary>
    internal virtual DbConnection Beside() => new SqliteConnection($"Data Source={Path.Combine(Folder.FullName, "e2e.db")};Pooling=False");

    /// <summary>The executable with these arguments, as this application is configured.</summary>
    protected virtual ProcessStartInfo Command(params string[] arguments) => new("dotnet", [Places.WebAssembly, .. arguments])
    {
        WorkingDirectory = Places.Web,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment =
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Database__Provider"] = "Sqlite",
            ["Database__Connection"] = $"Data Source={Path.Combine(Folder.FullName, "e2e.db")}",
            ["Files__Folder"] = Path.Combine(Folder.FullName, "files"),
            ["Audit__KeyFile"] = Path.Combine(Folder.FullName, "audit-key.pem"),
            // Scripts and styles may be kept, as delivered: asked for again on each page, and read again, they cost as much as the page.
            ["EnableStaticAssetsDevelopmentCaching"] = "true",
            ["ReloadStaticAssetsAtRuntime"] = "false",
            // Every journey signs in from the same address.
            ["SignIn__AttemptsPerMinute"] = "10000",
            ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
        },
    };

    private Process Start(int at)
    {
        var start = Command();
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{at}";
        var started = new Process { StartInfo = start, EnableRaisingEvents = true };
        started.OutputDataReceived += (_, line) => Hear(line.Data);
        started.ErrorDataReceived += (_, line) => Hear(line.Data);
        started.Exited += (_, _) => port.TrySetException(new InvalidOperationException("It ended early."));
        started.Start();
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private void Hear(string? line)
    {
        lock (log)
        {
            log.AppendLine(line);
        }

        if (ListeningOn().Match(line ?? "") is { Success: true } heard)
        {
            port.TrySetResult(int.Parse(heard.Groups[1].Value));
        }
    }

    private string Log()
    {
        lock (log)
        {
            return log.ToString();
        }
    }

    private async Task BecomesReadyAsync(CancellationToken patience)
    {
        using var http = new HttpClient { BaseAddress = Url };

        while (!await AnswersAsync(http, patience))
        {
            if (process!.HasExited)
            {
                throw new InvalidOperationException("It ended early.");
            }

            await Task.Delay(100, patience);
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient http, CancellationToken patience)
    {
        try
        {
            using var response = await http.GetAsync("/healthz/ready", patience);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"Now listening on: http://127\.0\.0\.1:(\d+)")]
    private static partial Regex ListeningOn();
}
