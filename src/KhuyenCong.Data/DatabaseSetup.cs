using System.Data.Common;
using System.Runtime.CompilerServices;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Calendars;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KhuyenCong.Data;

/// <summary>The one place that knows about providers: <c>Database:Provider</c> = Sqlite (default) | Postgres.</summary>
public static class DatabaseSetup
{
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
        services.AddDbContext<KhuyenCongDb>(provider);
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
        var settings = new Npgsql.NpgsqlConnectionStringBuilder(connection);
        // A connection is rented for each query, and its reset would be seven statements before every one of them. Nothing here leaves anything on a connection:
        // no settings, session locks, listeners or temporary tables; a transaction left open is rolled back when its connection is given back.
        settings.NoResetOnClose = true;
        if (settings.MaxAutoPrepare == 0)
        {
            settings.MaxAutoPrepare = 200;
        }

        // A thousand rows in one command, the default, is a text and a parameter list of megabytes each, which the collector keeps apart and frees late.
        return options.UseNpgsql(settings.ConnectionString, npgsql => npgsql.MigrationsAssembly("KhuyenCong.Migrations.Postgres").MaxBatchSize(100));
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
