using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>A national group project of Đồng Nai for two workshops (dữ liệu minh họa), in Development only: approved by the Ministry, no contract signed yet.</summary>
/// <remarks>Of this year, as the other samples: next year's is left to whoever tries the product.</remarks>
internal sealed class SeedNational(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Mark = "sample-national";
    private const string Title = "Ứng dụng máy móc tiên tiến trong chế biến hạt điều, ca cao (đề án nhóm)";

    public async Task RunAsync(KhuyenCongDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.SeedMarks.FindAsync([Mark], cancellationToken) is not null)
        {
            return;
        }

        await SampleDesk.InProvinceAsync(scopes, "75", DongNaiAsync, cancellationToken);
        db.SeedMarks.Add(new() { Name = Mark, Hash = "1" });
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task DongNaiAsync(SampleDesk desk)
    {
        var year = clock.Today.Year;
        if (await desk.EstablishmentAsync("HTX Điều hữu cơ Bù Xanh") is not { } cashew || await desk.EstablishmentAsync("HTX Ca cao Trảng Nắng") is not { } cocoa
            || await desk.Db.AnnualPlans.AnyAsync(p => p.Regime == Regime.National && p.Year == year, desk.CancellationToken))
        {
            return;
        }

        var staff = new SampleStaff(await desk.PersonAsync("dn.trungtam"), await desk.PersonAsync("dn.chuyenvien"), await desk.PersonAsync("dn.lanhdao"), await desk.PersonAsync("dn.ubnd"));
        var project = await desk.AddAsync("dn.trungtam", SampleGroup.Of(desk, staff.Centre, Title, year, clock.Today, (cashew, "Máy tách vỏ hạt điều", 500), (cocoa, "Máy sấy ca cao", 400)), ProjectAction.File, ProjectAction.Receive, ProjectAction.SendToAppraisal);
        var approval = new SampleApproval(desk, staff, clock);
        await approval.AppraiseAsync(project, new(National: Dong.Millions(450)));
        await approval.PlanAsync([project], Dong.Millions(1_000), PlanDecider.Ministry, clock.Today.AddDays(-45));
    }
}
