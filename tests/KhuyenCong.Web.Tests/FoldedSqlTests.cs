using KhuyenCong.Data;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests;

public sealed class FoldedSqlTests(App app)
{
    [Theory]
    [InlineData("Quy trình thẩm định ĐỀ ÁN khuyến công")]
    [InlineData("MÁY ÉP DẦU SỐ 12/QĐ-UBND; Ỷ Ỹ Ỵ ỳ ỵ ỷ ỹ")]
    [InlineData("aăâ đ êô ơư zZ ẮẰẲẴẶ ấầẩẫậ")]
    public async Task ADatabaseFoldsAndOrders_AsTheProductDoes(string text)
    {
        var key = SearchText.SortKey(text);
        var (folded, sorted) = await app.WithDb(App.KhanhHoa, async db =>
        {
            await db.Database.OpenConnectionAsync();
            foreach (var sql in (string[])["CREATE TEMPORARY TABLE \"FoldedRows\" (\"Name\" text, \"Folded\" text, \"Sorted\" text)", $"INSERT INTO \"FoldedRows\" (\"Name\") VALUES ('{text}')", .. FoldedSql.Fold("FoldedRows", "Folded", "\"Name\""), .. FoldedSql.SortKey("FoldedRows", "Sorted", "\"Name\"")])
            {
                await db.Database.ExecuteSqlRawAsync(sql);
            }

            var read = (await db.Database.SqlQueryRaw<string>("SELECT \"Folded\" AS \"Value\" FROM \"FoldedRows\"").SingleAsync(), await db.Database.SqlQueryRaw<string>("SELECT \"Sorted\" AS \"Value\" FROM \"FoldedRows\"").SingleAsync());
            await db.Database.ExecuteSqlRawAsync("DROP TABLE \"FoldedRows\"");
            return read;
        });
        folded.ShouldBe(SearchText.Fold(text));
        sorted.ShouldBe(key[..(key.IndexOf('\u0001', StringComparison.Ordinal) + 1)]);
    }

    /// <summary>A procedure of before is found by the names of its steps, as one that was written since.</summary>
    [Fact]
    public async Task WhatThePartsOfARowSay_IsFoldedWithIt_AndOfARowWithoutParts_TheRestAlone()
    {
        var read = await app.WithDb(App.KhanhHoa, async db =>
        {
            var aggregate = db.Database.ProviderName!.Contains("Npgsql", StringComparison.Ordinal) ? "string_agg" : "group_concat";
            await db.Database.OpenConnectionAsync();
            foreach (var sql in (string[])
            [
                "CREATE TEMPORARY TABLE \"FoldedWholes\" (\"Id\" integer, \"Title\" text, \"Folded\" text)",
                "CREATE TEMPORARY TABLE \"FoldedParts\" (\"Id\" integer, \"Name\" text)",
                "INSERT INTO \"FoldedWholes\" (\"Id\", \"Title\") VALUES (1, 'Quy trình'), (2, 'Đề án')",
                "INSERT INTO \"FoldedParts\" (\"Id\", \"Name\") VALUES (1, 'Thẩm định')",
                .. FoldedSql.Fold("FoldedWholes", "Folded", "\"Title\" || ' ' || " + FoldedSql.Joined("FoldedParts", "Name", "FoldedWholes", "Id", aggregate)),
            ])
            {
                await db.Database.ExecuteSqlRawAsync(sql);
            }

            var folded = await db.Database.SqlQueryRaw<string>("SELECT \"Folded\" AS \"Value\" FROM \"FoldedWholes\" ORDER BY \"Id\"").ToListAsync();
            await db.Database.ExecuteSqlRawAsync("DROP TABLE \"FoldedWholes\"");
            await db.Database.ExecuteSqlRawAsync("DROP TABLE \"FoldedParts\"");
            return folded;
        });
        read.ShouldBe(["quy trinh tham dinh", "de an "]);
    }
}
