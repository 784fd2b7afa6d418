using KhuyenCong.Data;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Web.Seeding;

/// <summary>Invented projects to try the product with (dữ liệu minh họa), in Development only: one in every state, each with a code of its province's series.</summary>
internal sealed class SeedProjects(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Mark = "sample-projects";

    public async Task RunAsync(KhuyenCongDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.SeedMarks.FindAsync([Mark], cancellationToken) is not null)
        {
            return;
        }

        await SampleDesk.InProvinceAsync(scopes, "56", KhanhHoaAsync, cancellationToken);
        await SampleDesk.InProvinceAsync(scopes, "75", DongNaiAsync, cancellationToken);
        db.SeedMarks.Add(new() { Name = Mark, Hash = "1" });
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task KhanhHoaAsync(SampleDesk desk)
    {
        var joiner = await desk.EstablishmentAsync("Cơ sở mộc Bình Minh");
        var sauce = await desk.EstablishmentAsync("Công ty TNHH Nước mắm Sóng Biếc");
        var mango = await desk.EstablishmentAsync("Công ty TNHH Xoài sấy Cam Lâm Xanh");
        if (joiner is null || sauce is null || mango is null)
        {
            return;
        }

        await desk.AddAsync("kh.xa", desk.Machine("Ứng dụng máy CNC chế biến gỗ", joiner, "Máy CNC khắc gỗ", "CNC-1325", 360, 180), ProjectAction.File);
        await desk.AddAsync("kh.coso", desk.Machine("Ứng dụng dây chuyền chiết rót nước mắm", sauce, "Dây chuyền chiết rót tự động", "FL-12", 900, 300), ProjectAction.File, ProjectAction.Receive, ProjectAction.ReturnForMore);
        await desk.AddAsync("kh.trungtam", desk.Machine("Ứng dụng máy sấy lạnh xoài", mango, "Máy sấy lạnh", "HD-500", 640, 300), ProjectAction.File, ProjectAction.Receive);
        await desk.AddAsync("kh.xa", desk.Machine("Hỗ trợ máy bào gỗ cho cơ sở trên địa bàn xã", joiner, "Máy bào bốn mặt", "BX-4", 80, 40, ProjectKind.Commune) with { CommuneCode = joiner.Sites[0].CommuneCode });
        await desk.AddAsync("kh.trungtam", Task("Tập huấn sản xuất sạch hơn cho cơ sở công nghiệp nông thôn", "k2", 60), ProjectAction.File);
        await desk.OutsideAsync(new(
            OutsideSupportKind.OtherProgramme, "Sở Khoa học và Công nghệ (dữ liệu minh họa)", "Chương trình đổi mới công nghệ (dữ liệu minh họa)", "Đổi mới thiết bị chế biến gỗ", joiner.EstablishmentId, joiner.Name, null,
            "machines", "CNC-1325", null, null, Dong.Millions(90), new(clock.Today.Year, 3, 16), null, null), joiner);
    }

    private async Task DongNaiAsync(SampleDesk desk)
    {
        var pottery = await desk.EstablishmentAsync("Công ty TNHH Gốm Biên Thành");
        if (await desk.EstablishmentAsync("HTX Hồ tiêu Đỏ Lửa") is { } pepper && await desk.EstablishmentAsync("Hộ kinh doanh Bưởi sấy Tân Lộc") is { } pomelo)
        {
            var group = SampleGroup.Of(
                desk, await desk.PersonAsync("dn.trungtam"), "Ứng dụng máy móc tiên tiến trong chế biến nông sản (đề án nhóm)", clock.Today.Year + 1, clock.Today, (pepper, "Máy phân loại hạt tiêu", 500), (pomelo, "Máy sấy lạnh bưởi", 400));
            await desk.AddAsync("dn.trungtam", group, ProjectAction.File, ProjectAction.Receive, ProjectAction.SendToAppraisal);
        }

        if (pottery is not null)
        {
            await desk.AddAsync("dn.trungtam", desk.Machine("Ứng dụng lò nung gas cho gốm mỹ nghệ", pottery, "Lò nung gas con thoi", "LG-6", 700, 300));
        }
    }

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
}
