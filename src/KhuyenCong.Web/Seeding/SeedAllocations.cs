using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Pages.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>Invented allotments of next year (dữ liệu minh họa), in Development only: no decision at hand allots anything for it.</summary>
internal sealed class SeedAllocations(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Mark = "sample-allocations";

    private static readonly (string Province, string Source, long Millions)[] Rows =
    [
        ("56", FundingSource.Provincial.Code, 3_000),
        ("75", FundingSource.Provincial.Code, 3_000),
        ("75", FundingSource.National.Code, 1_500),
    ];

    public async Task RunAsync(KhuyenCongDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.SeedMarks.FindAsync([Mark], cancellationToken) is not null)
        {
            return;
        }

        foreach (var (province, source, millions) in Rows)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem(province);
            var here = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
            var holder = await here.Organisations.Where(o => o.ProvinceCode == province && o.Kind == OrganisationKind.Department).Select(o => o.OrganisationId).FirstAsync(cancellationToken);
            var opened = new AllocationOpened(Uuid.New(clock), province, holder, null, source, clock.Today.Year + 1);
            var text = new AllotmentText(AllotmentKind.Initial, Dong.Millions(millions), "00/QĐ-MH (dữ liệu minh họa)", clock.Today, "Cơ quan minh họa", "Số liệu minh họa để dùng thử; chưa có quyết định giao dự toán nào.");
            await scope.ServiceProvider.GetRequiredService<PlanBook>().AllotAsync(opened.AllocationId, opened, text, "hệ thống", null, null, cancellationToken);
        }

        db.SeedMarks.Add(new() { Name = Mark, Hash = "1" });
        await db.SaveChangesAsync(cancellationToken);
    }
}
