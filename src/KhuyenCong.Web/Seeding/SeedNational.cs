using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>A national group project of Đồng Nai for two workshops (dữ liệu minh họa), in Development only: approved by the Ministry, no contract signed yet.</summary>
/// <remarks>Of this year, as the other samples: next year's is left to whoever tries the product.</remarks>
internal sealed class SeedNational(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Mark = "sample-national";
    private const string UnitMark = "sample-ministry-unit";
    private const string Title = "Ứng dụng máy móc tiên tiến trong chế biến hạt điều, ca cao (đề án nhóm)";

    public async Task RunAsync(KhuyenCongDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await AddMinistryUnitAsync(db, cancellationToken);
        if (await db.SeedMarks.FindAsync([Mark], cancellationToken) is not null)
        {
            return;
        }

        await SampleDesk.InProvinceAsync(scopes, "75", DongNaiAsync, cancellationToken);
        db.SeedMarks.Add(new() { Name = Mark, Hash = "1" });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>To whom the Cục assigns what others have a contract for.</summary>
    private async Task AddMinistryUnitAsync(KhuyenCongDb db, CancellationToken cancellationToken)
    {
        if (await db.SeedMarks.FindAsync([UnitMark], cancellationToken) is not null)
        {
            return;
        }

        db.Organisations.Add(Organisation.From(new(Uuid.New(clock), OrganisationKind.MinistryUnit, null, null, new(2026, 1, 1), [new(Uuid.New(clock), "Trung tâm Minh Họa thuộc Bộ (dữ liệu minh họa)", new(2026, 1, 1), null)])));
        db.SeedMarks.Add(new() { Name = UnitMark, Hash = "1" });
        db.Because("organisation.opened", "dữ liệu minh họa");
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
