using Microsoft.Data.Sqlite;
using Npgsql;

namespace KhuyenCong.Web.Tests;

/// <summary>One empty database of the kind this run is about, gone afterwards.</summary>
public sealed class TestDatabase
{
    private static readonly string Server = Environment.GetEnvironmentVariable("KHUYENCONG_TEST_POSTGRES") ?? "";
    private readonly string name = $"kc_test_{Environment.ProcessId}_{Path.GetRandomFileName().Replace(".", "")}";
    private readonly string folder;

    public TestDatabase() => folder = Path.Combine(Path.GetTempPath(), name);

    public static bool OnPostgres { get; } = Environment.GetEnvironmentVariable("KHUYENCONG_TEST_DATABASE") == "postgres";

    public string Connection => OnPostgres
        ? new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 30 }.ConnectionString
        : $"Data Source={Path.Combine(folder, "test.db")}";

    public string Folder => folder;

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Database:Provider"] = OnPostgres ? "Postgres" : "Sqlite",
        ["Database:Connection"] = Connection,
        ["Files:Folder"] = Path.Combine(folder, "files"),
        ["Audit:KeyFile"] = Path.Combine(folder, "audit-key.pem"),
    };

    public async Task CreateAsync()
    {
        Directory.CreateDirectory(folder);
        if (OnPostgres)
        {
            await AdministerAsync($"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8'");
        }
    }

    public async Task DropAsync()
    {
        if (OnPostgres)
        {
            NpgsqlConnection.ClearAllPools();
            await AdministerAsync($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");
        }
        else
        {
            SqliteConnection.ClearAllPools();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task AdministerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
