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
}
