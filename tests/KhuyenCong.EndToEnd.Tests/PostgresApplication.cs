using System.Data.Common;
using System.Diagnostics;
using Npgsql;

namespace KhuyenCong.EndToEnd;

/// <summary>The application over a PostgreSQL database of its own, which it creates by itself, on the server that the tests were given.</summary>
public class PostgresApplication : Application
{
    private static readonly string Server = Environment.GetEnvironmentVariable("KHUYENCONG_TEST_POSTGRES") ?? throw new InvalidOperationException("KHUYENCONG_TEST_POSTGRES names no server; script/test starts one.");
    private readonly string database = $"kc_e2e_{Environment.ProcessId}_{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}";

    protected override bool StartsEmpty => true;

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)", connection);
        await drop.ExecuteNonQueryAsync();
    }

    internal override DbConnection Beside() => new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Database = database, Pooling = false }.ConnectionString);

    protected override ProcessStartInfo Command(params string[] arguments)
    {
        var command = base.Command(arguments);
        command.Environment["Database__Provider"] = "Postgres";
        command.Environment["Database__Connection"] = new NpgsqlConnectionStringBuilder(Server) { Database = database }.ConnectionString;
        return command;
    }
}
