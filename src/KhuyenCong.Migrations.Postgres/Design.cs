#if EFDESIGN
using KhuyenCong.Data;
using Microsoft.EntityFrameworkCore.Design;

namespace KhuyenCong.Migrations.Postgres;

public sealed class Design : IDesignTimeDbContextFactory<KhuyenCongDb>
{
    public static void Main()
    {
    }

    public KhuyenCongDb CreateDbContext(string[] args) => DesignTime.Create(options => options.UsePostgres("Host=localhost;Database=design"));
}
#endif
