using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Pages.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>Invented projects to try the product with (dữ liệu minh họa), in Development only: one in every state, each with a code of its province's series.</summary>
internal sealed class SeedProjects(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Mark = "sample-projects";
    private const NormConditions Agreed = NormConditions.FittingIndustry | NormConditions.OwnCapital | NormConditions.NoOtherSupport;

    public async Task RunAsync(KhuyenCongDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.SeedMarks.FindAsync([Mark], cancellationToken) is not null)
        {
            return;
        }

        await InProvinceAsync("56", KhanhHoaAsync, cancellationToken);
        await InProvinceAsync("75", DongNaiAsync, cancellationToken);
        db.SeedMarks.Add(new() { Name = Mark, Hash = "1" });
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task KhanhHoaAsync(Desk desk)
    {
        var joiner = await desk.EstablishmentAsync("Cơ sở mộc Bình Minh");
        var sauce = await desk.EstablishmentAsync("Công ty TNHH Nước mắm Sóng Biếc");
        var mango = await desk.EstablishmentAsync("Công ty TNHH Xoài sấy Cam Lâm Xanh");
        if (joiner is null || sauce is null || mango is null)
        {
            return;
        }

        await desk.AddAsync("kh.xa", Machine("Ứng dụng máy CNC chế biến gỗ", joiner, "Máy CNC khắc gỗ", "CNC-1325", 360, 180), ProjectAction.File);
        await desk.AddAsync("kh.coso", Machine("Ứng dụng dây chuyền chiết rót nước mắm", sauce, "Dây chuyền chiết rót tự động", "FL-12", 900, 300), ProjectAction.File, ProjectAction.Receive, ProjectAction.ReturnForMore);
        await desk.AddAsync("kh.trungtam", Machine("Ứng dụng máy sấy lạnh xoài", mango, "Máy sấy lạnh", "HD-500", 640, 300), ProjectAction.File, ProjectAction.Receive);
        await desk.AddAsync("kh.xa", Machine("Hỗ trợ máy bào gỗ cho cơ sở trên địa bàn xã", joiner, "Máy bào bốn mặt", "BX-4", 80, 40, ProjectKind.Commune) with { CommuneCode = joiner.Sites[0].CommuneCode });
        await desk.AddAsync("kh.trungtam", Task("Tập huấn sản xuất sạch hơn cho cơ sở công nghiệp nông thôn", "k2", 60), ProjectAction.File);
        await desk.OutsideAsync(new(
            OutsideSupportKind.OtherProgramme, "Sở Khoa học và Công nghệ (dữ liệu minh họa)", "Chương trình đổi mới công nghệ (dữ liệu minh họa)", "Đổi mới thiết bị chế biến gỗ", joiner.EstablishmentId, joiner.Name, null,
            "machines", "CNC-1325", null, null, Dong.Millions(90), new(clock.Today.Year, 3, 16), null, null), joiner);
    }

    private async Task DongNaiAsync(Desk desk)
    {
        var pottery = await desk.EstablishmentAsync("Công ty TNHH Gốm Biên Thành");
        await desk.AddAsync("dn.trungtam", Machine("Ứng dụng máy móc tiên tiến trong chế biến nông sản (đề án nhóm)", null, "Máy chế biến nông sản", null, 1_200, 600, ProjectKind.NationalGroup), ProjectAction.File, ProjectAction.Receive, ProjectAction.SendToAppraisal);
        if (pottery is not null)
        {
            await desk.AddAsync("dn.trungtam", Machine("Ứng dụng lò nung gas cho gốm mỹ nghệ", pottery, "Lò nung gas con thoi", "LG-6", 700, 300));
        }
    }

    private ProjectText Machine(string title, Establishment? establishment, string machine, string? model, long millions, long support, ProjectKind kind = ProjectKind.Provincial) => new()
    {
        Kind = kind,
        Year = clock.Today.Year + 1,
        Title = $"{title} (dữ liệu minh họa)",
        ContentCode = "k3",
        ImplementingUnit = establishment?.Name ?? "Trung tâm Khuyến công (dữ liệu minh họa)",
        StartsOn = new(clock.Today.Year + 1, 3, 1),
        EndsOn = new(clock.Today.Year + 1, 10, 31),
        Dossier = new() { Necessity = "Thiết bị đang dùng đã cũ, năng suất thấp, tiêu hao nhiều nguyên liệu.", Objectives = "Tăng năng suất, giảm tiêu hao, giữ việc làm tại chỗ.", Scale = "01 máy hoặc dây chuyền đồng bộ, mới 100 %.", Effects = "Có thể nhân rộng cho cơ sở cùng nghề trong tỉnh." },
        WorkPlan = [new("Mua, lắp đặt, chạy thử máy", "tháng 3 đến tháng 6", "cơ sở thụ hưởng"), new("Nghiệm thu, thanh toán", "tháng 7 đến tháng 10", "Sở Công Thương và cơ sở")],
        Beneficiaries = establishment is null ? [] : [new(Uuid.New(clock), establishment.EstablishmentId, establishment.Name, establishment.Sites[0].ProductionSiteId, establishment.Sites[0].CommuneCode, Dong.Millions(support))],
        Lines = [new(Uuid.New(clock), machine, "machines", null, "máy", 1, Dong.Millions(millions), Shares(kind, Dong.Millions(support), Dong.Millions(millions - support)), "Báo giá (dữ liệu minh họa)")],
        Machines = [new(Uuid.New(clock), null, machine, model, "Hãng Minh Họa", null, clock.Today.Year, "Việt Nam", null, true, false, 1, Dong.Millions(millions), "Công ty Minh Họa")],
        Holds = Agreed,
        Consent = establishment is null ? null : new("Chủ cơ sở Minh Họa", clock.Today, ConsentManner.SignedPaper, "Cán bộ Minh Họa"),
    };

    private static FundingSplit Shares(ProjectKind kind, Dong support, Dong rest) => kind switch
    {
        ProjectKind.Commune => new(Commune: support, Counterpart: rest),
        ProjectKind.NationalGroup => new(National: support, Counterpart: rest),
        _ => new(Provincial: support, Counterpart: rest),
    };

    private ProjectText Task(string title, string content, long millions) => new()
    {
        Kind = ProjectKind.Provincial,
        Nature = ProjectNature.AgencyTask,
        Year = clock.Today.Year + 1,
        Title = $"{title} (dữ liệu minh họa)",
        ContentCode = content,
        ImplementingUnit = "Trung tâm (dữ liệu minh họa)",
        StartsOn = new(clock.Today.Year + 1, 4, 1),
        EndsOn = new(clock.Today.Year + 1, 6, 30),
        Lines = [new(Uuid.New(clock), "Tổ chức lớp tập huấn 02 ngày", "conference", null, "lớp", 2, Dong.Millions(millions / 2), new(Provincial: Dong.Millions(millions)))],
    };

    private async Task InProvinceAsync(string province, Func<Desk, Task> seed, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem(province);
        await seed(new(scope.ServiceProvider.GetRequiredService<KhuyenCongDb>(), scope.ServiceProvider.GetRequiredService<ProjectBook>(), clock, province, cancellationToken));
    }

    /// <summary>One province's database and the steps that a project goes.</summary>
    private sealed class Desk(KhuyenCongDb db, ProjectBook book, TimeProvider clock, string province, CancellationToken cancellationToken)
    {
        public Task<Establishment?> EstablishmentAsync(string name) => db.WholeEstablishments.AsNoTracking().FirstOrDefaultAsync(e => e.Name.StartsWith(name), cancellationToken);

        public async Task AddAsync(string userName, ProjectText text, params ProjectAction[] way)
        {
            var (filer, unit) = await PersonAsync(userName);
            var (receiver, _) = await PersonAsync(province == "56" ? "kh.chuyenvien" : "dn.chuyenvien");
            var version = await db.ProgrammeVersions.AsNoTracking().FirstOrDefaultAsync(v => v.State == VersionState.InForce, cancellationToken);
            if (text.ContentCode == "k3" && version is { Text.Contents: [var content, ..] })
            {
                text = text with { ProgrammeId = version.ProgrammeId, ProgrammeContentCode = content.Code };
            }

            var project = Project.From(new(Uuid.New(clock), province, text, filer, unit, clock.Today, clock.UtcNow));
            db.Projects.Add(project);
            db.Because("project.drafted", "dữ liệu minh họa");
            await db.SaveChangesAsync(cancellationToken);
            foreach (var action in way)
            {
                var by = action is ProjectAction.File ? filer : receiver;
                var mover = new ProjectMover(by, unit, act => RoleTable.Allows(Role.DepartmentOfficer, act), [], []);
                var move = action is ProjectAction.ReturnForMore
                    ? new ProjectMove(action, "Đề nghị bổ sung báo giá thứ hai và làm rõ phần vốn đối ứng.", ProjectSections.Papers | ProjectSections.Estimate, clock.Today.AddDays(10))
                    : new ProjectMove(action);
                await book.RecordAsync(project, ProjectMoves.Of(project, Uuid.New(clock), move, mover, [], clock).Event!, "dữ liệu minh họa", cancellationToken);
            }
        }

        public async Task OutsideAsync(OutsideSupportText text, Establishment establishment)
        {
            var support = OutsideSupport.From(OutsideSupport.Record(Uuid.New(clock), province, null, text, clock).Event!);
            db.OutsideSupports.Add(support);
            await db.TraceAsync(SupportSourceKind.OutsideSupport, support.OutsideSupportId, province, support.TracesWith(establishment), cancellationToken);
            db.Because("outside.support-recorded", "dữ liệu minh họa");
            await db.SaveChangesAsync(cancellationToken);
        }

        private async Task<(Guid User, Guid? Unit)> PersonAsync(string userName)
        {
            var user = await db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync(cancellationToken);
            return (user, await db.Memberships.Where(m => m.UserId == user).Select(m => (Guid?)m.OrganisationId).FirstOrDefaultAsync(cancellationToken));
        }
    }
}
