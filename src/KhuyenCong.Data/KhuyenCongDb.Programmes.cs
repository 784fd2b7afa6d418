using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<ProgrammeVersion> ProgrammeVersions => Set<ProgrammeVersion>();

    public DbSet<Target> Targets => Set<Target>();

    public DbSet<Discrepancy> Discrepancies => Set<Discrepancy>();

    public DbSet<Result> Results => Set<Result>();

    public DbSet<ResultAmount> ResultAmounts => Set<ResultAmount>();

    public DbSet<ResultBeneficiary> ResultBeneficiaries => Set<ResultBeneficiary>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<IndicatorValue> IndicatorValues => Set<IndicatorValue>();
}
