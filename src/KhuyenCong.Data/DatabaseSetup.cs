using System.Data.Common;
using System.Runtime.CompilerServices;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Calendars;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace KhuyenCong.Data;

/// <summary>The one place that knows about providers: <c>Database:Provider</c> = Sqlite (default) | Postgres.</summary>
public static class DatabaseSetup
{
    // EF Core keeps a thousand questions that it has translated, with their commands not half of those asked here: beyond that it translated the same ones
    // again and again, tens of milliseconds each. Ten times as many; each counts ten.
    private static readonly MemoryCache Translated = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    private const string NoCompiling = "SET jit = off";

    public static IServiceCollection AddKhuyenCongDb(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var connection = configuration["Database:Connection"];
        Action<DbContextOptionsBuilder> provider = configuration["Database:Provider"]?.ToLowerInvariant() switch
        {
            "postgres" => options => options.UsePostgres(connection ?? throw new InvalidOperationException("Database:Connection is missing.")),
            "sqlite" or null or "" => options => options.UseEmbedded(connection ?? "Data Source=var/khuyen-cong.db"),
            var other => throw new InvalidOperationException($"Unknown database '{other}': Sqlite or Postgres."),
        };
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<IdentityOptions>(UsePasskeyTables);
        services.AddSingleton<WriteGate>();
        services.AddSingleton<Kept<ReferenceBook>>();
        services.AddSingleton<Kept<WorkingCalendar>>();
        services.AddScoped<DataScope>();
        services.AddSingleton(given => AuditKey.Open((given.GetService<IConfiguration>() ?? configuration)["Audit:KeyFile"] ?? "var/audit-key.pem"));
        services.AddSingleton(given => new OwnerMark(given.GetRequiredService<AuditKey>().SecretFor("support-owner")));
        services.AddDbContext<KhuyenCongDb>(options => provider(options.UseMemoryCache(Translated)), ServiceLifetime.Scoped, ServiceLifetime.Singleton);
        return services;
    }

    /// <summary>Passkeys need the third shape of the Identity tables: said once, for the application, its migrations and its verbs.</summary>
    public static void UsePasskeyTables(this IdentityOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
    }

    public static DbContextOptionsBuilder UseEmbedded(this DbContextOptionsBuilder options, string connection)
    {
        var settings = new SqliteConnectionStringBuilder(connection) { DefaultTimeout = 30, ForeignKeys = true, Pooling = true };
        return options
            .UseSqlite(settings.ConnectionString, sqlite => sqlite.MigrationsAssembly("KhuyenCong.Migrations.Sqlite"))
            .AddInterceptors(SqlitePragmas.Instance);
    }

    public static DbContextOptionsBuilder UsePostgres(this DbContextOptionsBuilder options, string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        // A connection is rented for each query, and its reset would be seven statements before every one of them. Nothing here leaves anything on a connection:
        // no settings, session locks, listeners or temporary tables; a transaction left open is rolled back when its connection is given back.
        settings.NoResetOnClose = true;
        if (settings.MaxAutoPrepare == 0)
        {
            settings.MaxAutoPrepare = 200;
        }

        // A thousand rows in one command, the default, is a text and a parameter list of megabytes each, which the collector keeps apart and frees late.
        return options.UseNpgsql(settings.ConnectionString, npgsql => npgsql
            .MigrationsAssembly("KhuyenCong.Migrations.Postgres")
            .MaxBatchSize(100)
            .ConfigureDataSource(source => source.UsePhysicalConnectionInitializer(CompileNothing, CompileNothingAsync)));
    }

    // Who may see what is said in wide questions of short answers. PostgreSQL judges them by what they might cost, compiles them anew at every call,
    // half a second for a millisecond's work, and never gains from it: the bell of every page is one.
    private static void CompileNothing(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(NoCompiling, connection);
        command.ExecuteNonQuery();
    }

    private static async Task CompileNothingAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(NoCompiling, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Durable commits and readers that never wait for the writer, on every connection.</summary>
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        public static readonly SqlitePragmas Instance = new();

        private static readonly ConditionalWeakTable<object, object> Given = [];

        private const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private static void Set(DbConnection connection)
        {
            // A connection from the pool is one that has them already.
            if (connection is SqliteConnection { Handle: { } handle } && !Given.TryAdd(handle, handle))
            {
                return;
            }

            // A read-only file refuses the WAL pragma; the start-up check tells the operator in words.
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }
    }
}
