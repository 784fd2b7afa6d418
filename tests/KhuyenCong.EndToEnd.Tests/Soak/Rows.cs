using System.Data.Common;
using System.Globalization;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>What a database answers to a question of these tests.</summary>
internal static class Rows
{
    /// <summary>The first column of every row.</summary>
    public static List<string> Column(DbConnection database, string question) => Read(database, question, reader => reader.GetString(0));

    /// <summary>Rows of two texts and a number.</summary>
    public static List<(string Sort, string Key, long Count)> Counts(DbConnection database, string question) =>
        Read(database, question, reader => (reader.GetString(0), reader.GetString(1), Convert.ToInt64(reader.GetValue(2), CultureInfo.InvariantCulture)));

    private static List<T> Read<T>(DbConnection database, string question, Func<DbDataReader, T> row)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // Constant texts of these tests.
        command.CommandText = question;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }
}
