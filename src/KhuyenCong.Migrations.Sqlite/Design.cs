#if EFDESIGN
using KhuyenCong.Data;
using Microsoft.EntityFrameworkCore.Design;

namespace KhuyenCong.Migrations.Sqlite;

public sealed class Design : IDesignTimeDbContextFactory<KhuyenCongDb>
{
    public static void Main()
    {
    }

    public KhuyenCongDb CreateDbContext(string[] args) => DesignTime.Create(options => options.UseEmbedded("Data Source=design.db"));
}
#endif
