using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
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
        var project = await desk.AddAsync("dn.trungtam", TextOf(desk, staff.Centre, cashew, cocoa), ProjectAction.File, ProjectAction.Receive, ProjectAction.SendToAppraisal);
        var approval = new SampleApproval(desk, staff, clock);
        await approval.AppraiseAsync(project, new(National: Dong.Millions(450)));
        await approval.PlanAsync([project], Dong.Millions(1_000), PlanDecider.Ministry, clock.Today.AddDays(-45));
    }

    /// <summary>One machine for each workshop, half of it supported.</summary>
    private ProjectText TextOf(SampleDesk desk, SamplePerson centre, Establishment cashew, Establishment cocoa)
    {
        var group = desk.Machine(Title, null, "Máy chế biến", null, 900, 450, ProjectKind.NationalGroup, clock.Today.Year);
        (Establishment Workshop, Guid Id, string Machine, long Millions)[] sites = [(cashew, desk.NewId(), "Máy tách vỏ hạt điều", 500), (cocoa, desk.NewId(), "Máy sấy ca cao", 400)];
        return group with
        {
            ImplementingUnit = centre.UnitName,
            Beneficiaries = [.. sites.Select(s => new BeneficiaryText(s.Id, s.Workshop.EstablishmentId, s.Workshop.Name, s.Workshop.Sites[0].ProductionSiteId, s.Workshop.Sites[0].CommuneCode, Dong.Millions(s.Millions / 2)))],
            Lines = [.. sites.Select(s => group.Lines[0] with { LineId = desk.NewId(), Content = s.Machine, BeneficiaryId = s.Id, UnitPrice = Dong.Millions(s.Millions), Funding = new(National: Dong.Millions(s.Millions / 2), Counterpart: Dong.Millions(s.Millions / 2)) })],
            Machines = [.. sites.Select(s => group.Machines[0] with { MachineId = desk.NewId(), BeneficiaryId = s.Id, Name = s.Machine, UnitPrice = Dong.Millions(s.Millions) })],
            Consent = new("Chủ nhiệm Minh Họa", clock.Today, ConsentManner.SignedPaper, centre.Name),
        };
    }
}
