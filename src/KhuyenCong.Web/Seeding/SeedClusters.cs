using KhuyenCong.Data;
using KhuyenCong.Domain.Clusters;
using KhuyenCong.Domain.Establishments;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>Invented clusters to try the product with (dữ liệu minh họa), in Development only: once, so that what a tester changes stays so.</summary>
internal sealed class SeedClusters(KhuyenCongDb db, TimeProvider clock)
{
    private const string Mark = "sample-clusters";

    private static readonly (string Province, ClusterText Text, string? Investor, FigureEntry? Figure)[] Clusters =
    [
        ("56", new("Cụm công nghiệp Diên Minh Họa (dữ liệu minh họa)", ["22660"], ClusterState.Operating, "Quyết định minh họa 01", new(2019, 5, 6)), "Công ty CP Hạ tầng CCN Diên Minh Họa",
            new(new(2026, 6, 30), 5020, 3850, 2890, 21, 1_140, WasteTreatment.Operating, 800, "Báo cáo của chủ đầu tư (dữ liệu minh họa)")),
        ("56", new("Cụm công nghiệp Cam Minh Họa (dữ liệu minh họa)", ["22453", "22435"], ClusterState.Building, "Quyết định minh họa 02", new(2023, 9, 12)), null,
            new(new(2026, 6, 30), 3500, 2600, null, null, null, WasteTreatment.Building, null, "Biên bản kiểm tra (dữ liệu minh họa)")),
        ("56", new("Cụm công nghiệp Thuận Minh Họa (dữ liệu minh họa)", ["22852"], ClusterState.Planned), null, null),
        ("75", new("Cụm công nghiệp Phú Minh Họa (dữ liệu minh họa)", ["26221"], ClusterState.Operating, "Quyết định minh họa 03", new(2018, 3, 9)), "Công ty CP Hạ tầng CCN Phú Minh Họa",
            new(new(2026, 6, 30), 7150, 5040, 4800, 36, 2_870, WasteTreatment.Operating, 1_500, "Báo cáo của chủ đầu tư (dữ liệu minh họa)")),
        ("75", new("Cụm công nghiệp Bù Minh Họa (dữ liệu minh họa)", ["25396"], ClusterState.Building, "Quyết định minh họa 04", new(2024, 1, 15)), null, null),
    ];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await db.SeedMarks.FindAsync([Mark], cancellationToken) is not null)
        {
            return;
        }

        var all = await db.EveryProvince<Establishment>().Include(e => e.Sites).ToListAsync(cancellationToken);
        foreach (var (province, text, investor, figure) in Clusters)
        {
            var owner = investor is null ? null : all.Find(e => e.ProvinceCode == province && e.Name.StartsWith(investor, StringComparison.Ordinal));
            var cluster = IndustrialCluster.From(new(Uuid.New(clock), province, text with { InvestorEstablishmentId = owner?.EstablishmentId }));
            if (figure is not null)
            {
                cluster.Apply(new ClusterFigureRecorded(cluster.IndustrialClusterId, Uuid.New(clock), figure));
            }

            db.IndustrialClusters.Add(cluster);
        }

        if (all.Find(e => e.Name.StartsWith("Cơ sở mộc Bình Minh", StringComparison.Ordinal)) is { Sites: [var site, ..] } joiner)
        {
            db.RelocationCandidates.Add(RelocationCandidate.From(new(
                Uuid.New(clock), joiner.ProvinceCode, joiner.EstablishmentId, site.ProductionSiteId, site.CommuneCode, RelocationReason.Pollution, "Bụi gỗ, tiếng ồn trong khu dân cư (dữ liệu minh họa).", null, clock.Today)));
        }

        db.SeedMarks.Add(new() { Name = Mark, Hash = "1" });
        db.Because("cluster.registered", "dữ liệu minh họa");
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
