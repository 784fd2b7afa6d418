using KhuyenCong.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<Procedure> Procedures => Set<Procedure>();
}
