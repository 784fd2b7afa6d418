using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace KhuyenCong.Reference;

/// <summary>Connections of one kind, pooled, with the settings the application uses for reading.</summary>
internal sealed class Database(Func<DbConnection> connect, string? onOpen)
{
    public static Database Of(string? provider, string connection)
    {
        if (string.Equals(provider, "Postgres", StringComparison.OrdinalIgnoreCase))
        {
            var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 200 });
            return new(source.CreateConnection, null);
        }

        SQLitePCL.Batteries_V2.Init();
        var settings = new SqliteConnectionStringBuilder(connection) { DefaultTimeout = 30, ForeignKeys = true, Pooling = true }.ConnectionString;
        return new(() => new SqliteConnection(settings), "PRAGMA cache_size = -16000;");
    }

    public async Task<DbConnection> OpenAsync()
    {
        var connection = connect();
        await connection.OpenAsync();
        if (onOpen is not null)
        {
            await using var pragma = connection.CreateCommand();
            pragma.CommandText = onOpen;
            await pragma.ExecuteNonQueryAsync();
        }

        return connection;
    }
}

internal static class Reading
{
    /// <summary>Every row of a query, each through <paramref name="read"/>. Parameters are $1, $2, … on both databases.</summary>
    public static async Task<List<T>> QueryAsync<T>(this DbConnection connection, string sql, Func<DbDataReader, T> read, params object[] parameters)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this program.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = command.CreateParameter();
            // Npgsql takes positions where parameters have no name; SQLite takes "$1" as a name.
            parameter.ParameterName = connection is SqliteConnection ? $"${i + 1}" : "";
            parameter.Value = parameters[i];
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public static string? Text(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    public static long? Number(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt64(at);

    public static DateOnly? Day(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetFieldValue<DateOnly>(at);
}
