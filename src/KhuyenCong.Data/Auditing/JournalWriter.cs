using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace KhuyenCong.Data.Auditing;

/// <summary>Writes the journal of one save: its events and their values, each kind in one command, in the transaction of the save.</summary>
/// <remarks>Three rows of four that a payment adds are the journal's, never read again by whoever writes them; tracked one by one they took more time under the lock than all else.</remarks>
internal static class JournalWriter
{
    /// <summary>Rows of one command: far below the parameters that either database takes.</summary>
    private const int Most = 200;

    private static readonly ConcurrentDictionary<IEntityType, Table> Tables = new();

    public static async Task WriteAsync(KhuyenCongDb db, IReadOnlyList<AuditEvent> told, CancellationToken cancellationToken)
    {
        try
        {
            await InsertAsync(db, typeof(AuditEvent), told, cancellationToken);
            await InsertAsync(db, typeof(AuditValue), [.. told.SelectMany(e => e.Values)], cancellationToken);
        }
        catch (DbException fault)
        {
            throw new DbUpdateException("The journal of a save could not be written.", fault);
        }
    }

    private static async Task InsertAsync(KhuyenCongDb db, Type type, IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        var entity = db.Model.FindEntityType(type)!;
        var table = Tables.GetOrAdd(entity, of => new(of, db.GetService<ISqlGenerationHelper>()));
        var connection = db.Database.GetDbConnection();
        foreach (var part in rows.Chunk(Most))
        {
            await using var command = connection.CreateCommand();
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            table.Fill(command, part);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>How rows of one entity are written, read off the model, so that columns and conversions are said once.</summary>
    private sealed class Table
    {
        private readonly (RelationalTypeMapping Mapping, bool IsNullable, Func<object, object?> Value)[] columns;

        private readonly string head;

        private readonly ConcurrentDictionary<int, string> texts = new();

        public Table(IEntityType entity, ISqlGenerationHelper sql)
        {
            var its = entity.GetProperties().ToList();
            columns = [.. its.Select(p => (p.GetRelationalTypeMapping(), p.IsNullable, (Func<object, object?>)p.GetGetter().GetClrValue))];
            head = $"INSERT INTO {sql.DelimitIdentifier(entity.GetTableName()!)} ({string.Join(", ", its.Select(p => sql.DelimitIdentifier(p.GetColumnName())))}) VALUES ";
        }

        public void Fill(DbCommand command, object[] rows)
        {
#pragma warning disable CA2100 // Made of the model's own names.
            command.CommandText = texts.GetOrAdd(rows.Length, TextOf);
#pragma warning restore CA2100
            for (var row = 0; row < rows.Length; row++)
            {
                for (var column = 0; column < columns.Length; column++)
                {
                    var (mapping, isNullable, value) = columns[column];
                    command.Parameters.Add(mapping.CreateParameter(command, Name((row * columns.Length) + column), value(rows[row]), isNullable));
                }
            }
        }

        private static string Name(int at) => string.Create(CultureInfo.InvariantCulture, $"@p{at}");

        private string TextOf(int rows)
        {
            var text = new StringBuilder(head);
            for (var row = 0; row < rows; row++)
            {
                text.Append(row == 0 ? "(" : ", (").AppendJoin(", ", Enumerable.Range(row * columns.Length, columns.Length).Select(Name)).Append(')');
            }

            return text.ToString();
        }
    }
}
