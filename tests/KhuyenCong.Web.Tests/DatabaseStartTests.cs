using KhuyenCong.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace KhuyenCong.Web.Tests;

/// <summary>What the operator reads when the database cannot be used. Nothing here needs the application.</summary>
public sealed class DatabaseStartTests : IAsyncLifetime
{
    private readonly TestDatabase database = new();

    public async ValueTask InitializeAsync() => await database.CreateAsync();

    public async ValueTask DisposeAsync() => await database.DropAsync();

    [Fact]
    public async Task MigratesAnEmptyDatabase_AndAgain()
    {
        await using var db = Open();
        await db.MigrateAsync(TimeProvider.System);
        await db.MigrateAsync(TimeProvider.System);
        (await db.SeedMarks.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task AnEmbeddedDatabase_IsCopiedBeforeMigrating()
    {
        if (TestDatabase.OnPostgres)
        {
            // A PostgreSQL database is the administrator's to back up: nothing is copied, and the migration still runs.
            await using var server = Open();
            await server.GetService<IMigrator>().MigrateAsync(server.Database.GetMigrations().First());
            await server.MigrateAsync(TimeProvider.System);
            (await server.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
            return;
        }

        await using (var old = Open())
        {
            await old.GetService<IMigrator>().MigrateAsync(old.Database.GetMigrations().First());
            await old.Database.ExecuteSqlAsync($"INSERT INTO \"SeedMarks\" (\"Name\", \"Hash\") VALUES ('before', 'x')");
        }

        await using (var db = Open())
        {
            await db.MigrateAsync(TimeProvider.System);
            (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        }

        var file = new SqliteConnectionStringBuilder(database.Connection).DataSource;
        var copies = Directory.GetFiles(Path.GetDirectoryName(Path.GetFullPath(file))!, Path.GetFileName(file) + ".bak-*");
        var copy = copies.ShouldHaveSingleItem();
        await using (var before = DesignTime.Create(options => options.UseEmbedded($"Data Source={copy};Pooling=False")))
        {
            (await before.Database.GetAppliedMigrationsAsync()).ShouldHaveSingleItem();
            (await before.SeedMarks.AnyAsync(mark => mark.Name == "before")).ShouldBeTrue("the copy holds what was there before");
        }

        File.Delete(copy);
    }

    [Fact]
    public async Task Newer_IsRefused_AndLeftAlone()
    {
        await using var db = Open();
        await db.MigrateAsync(TimeProvider.System);
        await db.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('99990101000000_Later', '10.0.14')");
        var refused = await Should.ThrowAsync<DatabaseUnusableException>(() => db.MigrateAsync(TimeProvider.System));
        refused.Code.ShouldBe("newer");
        refused.Message.ShouldContain("mới hơn");
        refused.Message.ShouldContain("newer");
    }

    [Fact]
    public async Task Unreachable_IsSaid()
    {
        await using var db = DesignTime.Create(options => _ = TestDatabase.OnPostgres
            ? options.UsePostgres("Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=2")
            : options.UseEmbedded("Data Source=/proc/khong-co/kc.db"));
        (await Should.ThrowAsync<DatabaseUnusableException>(() => db.MigrateAsync(TimeProvider.System))).Code.ShouldBe("unreachable");
    }

    [Fact]
    public async Task Locked_IsSaid_AndTheVerbFreesIt()
    {
        if (TestDatabase.OnPostgres)
        {
            await LockedOnPostgres();
            return;
        }

        await using (var db = Open())
        {
            // A process killed while migrating leaves EF's lock row behind.
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlAsync($"CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL CONSTRAINT \"PK___EFMigrationsLock\" PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
            await db.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')");
        }

        await using (var db = Open())
        {
            var refused = await Should.ThrowAsync<DatabaseUnusableException>(() => db.MigrateAsync(TimeProvider.System, TimeSpan.FromSeconds(2)));
            refused.Code.ShouldBe("locked");
            refused.Message.ShouldContain("unlock-migrations");
        }

        await using (var db = Open())
        {
            (await db.UnlockMigrationsAsync()).ShouldBeTrue();
            await db.MigrateAsync(TimeProvider.System);
        }
    }

    [Fact]
    public async Task ReadOnly_IsSaid()
    {
        await using (var db = Open())
        {
            await db.MigrateAsync(TimeProvider.System);
        }

        await using var readOnly = TestDatabase.OnPostgres
            ? DesignTime.Create(options => options.UsePostgres(database.Connection + ";Options=-c default_transaction_read_only=on"))
            : DesignTime.Create(options => options.UseEmbedded(database.Connection + ";Mode=ReadOnly"));
        (await Should.ThrowAsync<DatabaseUnusableException>(() => readOnly.MigrateAsync(TimeProvider.System))).Code.ShouldBe("read-only");
    }

    /// <summary>PostgreSQL would compile the widest questions at every call: half a second for the bell of every page.</summary>
    [Fact]
    public async Task OnPostgres_NoConnectionCompilesItsQuestions()
    {
        if (!TestDatabase.OnPostgres)
        {
            return;
        }

        await using var db = Open();
        (await db.Database.SqlQueryRaw<string>("SELECT current_setting('jit') AS \"Value\"").SingleAsync()).ShouldBe("off");
    }

    private async Task LockedOnPostgres()
    {
        await using (var db = Open())
        {
            await db.MigrateAsync(TimeProvider.System);
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsHistory\"");
        }

        await using var holder = Open();
        await using var held = await holder.Database.BeginTransactionAsync();
        await holder.Database.ExecuteSqlAsync($"LOCK TABLE \"__EFMigrationsHistory\" IN ACCESS EXCLUSIVE MODE");
        await using var late = Open();
        (await Should.ThrowAsync<DatabaseUnusableException>(() => late.MigrateAsync(TimeProvider.System, TimeSpan.FromSeconds(2)))).Code.ShouldBe("locked");
    }

    private KhuyenCongDb Open() => DesignTime.Create(options => _ = TestDatabase.OnPostgres ? options.UsePostgres(database.Connection) : options.UseEmbedded(database.Connection));
}
