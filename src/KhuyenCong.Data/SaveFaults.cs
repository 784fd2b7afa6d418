using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KhuyenCong.Data;

/// <summary>Why a save failed, told apart alike on both databases.</summary>
public static class SaveFaults
{
    // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE.
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;

    /// <summary>Whether a row with the same key is there already: somebody else was first. Deadlocks, locks and broken references are not that.</summary>
    public static bool IsTwin(this DbUpdateException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.InnerException switch
        {
            PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation,
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqlitePrimaryKey or SqliteUnique,
            _ => fault is InvoiceUsedException,
        };
    }

    /// <summary>Whether the same work, read again, may well be saved: somebody was first, or two stood in each other's way. A broken reference or a broken rule stays broken.</summary>
    public static bool IsWorthAnotherTry(this Exception fault) => fault switch
    {
        // What PostgreSQL's provider calls passing, a deadlock above all, it hands on in a wrapping of its own: of a save, and of a query.
        InvalidOperationException { InnerException: DbUpdateException or PostgresException } => fault.InnerException.IsWorthAnotherTry(),
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure } } => true,
        DbUpdateException update => update.IsTwin(),
        // A statement of its own, such as the one that takes a lock, fails without the wrapping of a save.
        PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure } => true,
        _ => false,
    };

    /// <summary>Whether what was there already is the invoice, not another row of the same save.</summary>
    public static bool IsInvoiceTwin(this DbUpdateException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.InnerException switch
        {
            PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation && postgres.TableName is nameof(KhuyenCongDb.UsedInvoices),
            SqliteException sqlite => fault.IsTwin() && sqlite.Message.Contains($" {nameof(KhuyenCongDb.UsedInvoices)}.", StringComparison.Ordinal),
            _ => fault is InvoiceUsedException,
        };
    }
}
