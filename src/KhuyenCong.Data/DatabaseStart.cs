using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KhuyenCong.Data;

/// <summary>A database that cannot be used, said in Vietnamese and English to the operator.</summary>
public sealed class DatabaseUnusableException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>"newer", "locked", "read-only" or "unreachable".</summary>
    public string Code { get; } = code;
}

/// <summary>Brings the database to this version at start, or says why it cannot.</summary>
public static class DatabaseStart
{
    public static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(30);

    public static async Task MigrateAsync(this KhuyenCongDb db, TimeProvider clock, TimeSpan? lockPatience = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var patience = lockPatience ?? LockPatience;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(patience);
        try
        {
            PrepareFolder(db);
            var applied = await db.Database.CanConnectAsync(timeout.Token)
                ? (await db.Database.GetAppliedMigrationsAsync(timeout.Token)).ToList()
                : [];
            var known = db.Database.GetMigrations().ToList();
            if (applied.Except(known).Any())
            {
                throw new DatabaseUnusableException("newer",
                    $"Cơ sở dữ liệu mới hơn phần mềm này (có thay đổi {applied.Except(known).Last()}). Hãy dùng phiên bản phần mềm mới hơn; không có gì bị thay đổi.\n" +
                    "The database is newer than this program. Run a newer version; nothing was changed.");
            }

            if (known.Except(applied).Any())
            {
                if (applied.Count > 0)
                {
                    CopyBeforeMigrating(db, clock);
                }

                await db.Database.MigrateAsync(timeout.Token);
            }

            await RefuseReadOnlyAsync(db, timeout.Token);
        }
        catch (OperationCanceledException cancelled) when (!cancellationToken.IsCancellationRequested)
        {
            throw Locked(cancelled, patience);
        }
        catch (SqliteException locked) when (locked.SqliteErrorCode is 5 or 6)
        {
            throw Locked(locked, patience);
        }
        catch (SqliteException readOnly) when (readOnly.SqliteErrorCode is 8)
        {
            throw ReadOnly(readOnly);
        }
        catch (PostgresException readOnly) when (readOnly.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction)
        {
            throw ReadOnly(readOnly);
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled)
        {
            throw Locked(refused, patience);
        }
        catch (Exception unreachable) when (unreachable is DbException or IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException)
        {
            throw new DatabaseUnusableException("unreachable",
                $"Không kết nối được cơ sở dữ liệu ({Where(db)}). Hãy kiểm tra địa chỉ, tài khoản, quyền ghi thư mục và dịch vụ cơ sở dữ liệu. Chi tiết: {unreachable.Message}\n" +
                "The database cannot be reached. Check the address, the account, the folder's permissions and the service.", unreachable);
        }
    }

    /// <summary>Frees a migration lock that a killed process left behind.</summary>
    /// <returns>Whether there was one.</returns>
    public static async Task<bool> UnlockMigrationsAsync(this KhuyenCongDb db, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!db.Database.IsSqlite())
        {
            // PostgreSQL's lock ends with the session that held it.
            return false;
        }

        var exists = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken);
        return exists > 0 && await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", cancellationToken) > 0;
    }

    private static async Task RefuseReadOnlyAsync(KhuyenCongDb db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"DELETE FROM \"DraftFields\" WHERE \"Form\" = 'a form that never is'", cancellationToken);
        await transaction.RollbackAsync(cancellationToken);
    }

    private static void PrepareFolder(KhuyenCongDb db)
    {
        if (SqliteFile(db) is { } file && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }

    private static void CopyBeforeMigrating(KhuyenCongDb db, TimeProvider clock)
    {
        if (SqliteFile(db) is not { } file || !File.Exists(file))
        {
            return;
        }

        // The backup API, not a file copy: what is still in the write-ahead log belongs to it.
        using var from = new SqliteConnection(db.Database.GetConnectionString());
        using var to = new SqliteConnection($"Data Source={file}.bak-{clock.UtcNow:yyyyMMddHHmmss};Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }

    private static string? SqliteFile(KhuyenCongDb db)
    {
        if (!db.Database.IsSqlite())
        {
            return null;
        }

        var source = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        return source.Length == 0 || source.StartsWith(":memory:", StringComparison.Ordinal) ? null : source;
    }

    private static string Where(KhuyenCongDb db) => SqliteFile(db) ?? db.Database.GetDbConnection() switch
    {
        { DataSource: var source, Database: var name } => $"{source}/{name}",
    };

    private static DatabaseUnusableException Locked(Exception inner, TimeSpan patience) => new("locked",
        $"Cơ sở dữ liệu đang bị khóa quá {patience.TotalSeconds:0} giây: có tiến trình khác đang nâng cấp, hoặc tiến trình trước bị dừng giữa chừng. Nếu chắc chắn không có tiến trình nào đang chạy, hãy dùng lệnh unlock-migrations rồi khởi động lại.\n" +
        "The database is locked: another process is migrating it, or one was killed half-way. If none is running, run the verb unlock-migrations and start again.", inner);

    private static DatabaseUnusableException ReadOnly(Exception inner) => new("read-only",
        "Cơ sở dữ liệu chỉ cho phép đọc. Hãy cấp quyền ghi cho tệp và thư mục, hoặc kết nối tới máy chủ chính.\n" +
        "The database is read-only. Make the file and its folder writable, or connect to the primary server.", inner);
}
