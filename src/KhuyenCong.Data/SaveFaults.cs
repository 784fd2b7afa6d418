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
            _ => false,
        };
    }
}
