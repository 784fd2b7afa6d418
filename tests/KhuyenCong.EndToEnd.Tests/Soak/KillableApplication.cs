using System.Diagnostics;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>An application of its own that is killed and started again over the same SQLite file.</summary>
public sealed class KillableApplication : Application
{
    public string Database => Path.Combine(Folder.FullName, "e2e.db");

    public string Files => Path.Combine(Folder.FullName, "files");

    protected override ProcessStartInfo Command(params string[] arguments)
    {
        var command = base.Command(arguments);
        // A session that was ended is found out by its next request.
        command.Environment["SignIn__RecheckSeconds"] = "0";
        // It never lives long enough to profit from profiles, and starts sooner without them.
        command.Environment["DOTNET_TieredPGO"] = "0";
        return command;
    }
}
