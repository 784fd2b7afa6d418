using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhuyenCong.BenchData;

/// <summary>Invented establishments, each with one project (dữ liệu minh họa), by the events of the domain: codes, traces, sums and audit are as the application leaves them.</summary>
internal sealed class FillingProjects(IServiceProvider services, string province)
{
    /// <summary>One project in five is of the year that a load lists.</summary>
    public const int FirstYear = 2026;

    private const int Batch = 250;
    private const int Years = 5;

    private static readonly DateTime At = new(2026, 11, 1, 2, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Machines = ["Máy sấy lạnh", "Máy tiện CNC", "Máy chiết rót", "Máy cắt laser", "Lò nung gas", "Máy ép đùn", "Máy đóng gói"];

    private int ids;

    /// <returns>A filed project whose page a load opens.</returns>
    public async Task<Guid> RunAsync(int count)
    {
        var last = Guid.Empty;
        for (var first = 0; first < count; first += Batch)
        {
            last = await FillAsync(first, Math.Min(Batch, count - first));
        }

        return last;
    }

    private async Task<Guid> FillAsync(int first, int count)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem(province);
        var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
        // Only two provinces come with a programme; the projects of the others stand without one.
        var programme = await db.Programmes.Where(p => p.Level == ProgrammeLevel.Province).Select(p => (Guid?)p.ProgrammeId).SingleOrDefaultAsync();
        var by = await db.Users.Where(u => u.UserName == "kh.xa").Select(u => u.Id).SingleAsync();
        var unit = await db.Memberships.Where(m => m.UserId == by).Select(m => (Guid?)m.OrganisationId).FirstOrDefaultAsync();
        var communes = await db.AdministrativeUnits.Where(u => u.ProvinceCode == province && u.Level == UnitLevel.Commune).OrderBy(u => u.UnitCode).Select(u => u.UnitCode).ToListAsync();
        var filed = Guid.Empty;

        foreach (var number in Enumerable.Range(first + 1, count))
        {
            var establishment = EstablishmentOf(number, communes[number % communes.Count]);
            var project = Project.From(new(NextId(), province, TextOf(number, programme, establishment), by, unit, DateOnly.FromDateTime(At), At.AddSeconds(number)));
            db.Establishments.Add(establishment);
            db.Projects.Add(project);
            foreach (var (action, to) in WayOf(number))
            {
                project.Apply(new ProjectMoved(project.ProjectId, NextId(), new(action), to, by, DateOnly.FromDateTime(At), At.AddSeconds(number), CodeOf(number, project)));
            }

            if (project.State is not ProjectState.Draft)
            {
                filed = project.ProjectId;
                await db.TraceAsync(SupportSourceKind.Project, project.ProjectId, province, ProjectTraces.Of(project, [establishment]));
            }
        }

        db.Because("project.moved", "dữ liệu minh họa");
        await db.SaveChangesAsync();
        return filed;
    }

    private static string CodeOf(int number, Project project) => ProjectCode.Of($"KCDP-{project.Year}-{(100_000 + number).ToString(CultureInfo.InvariantCulture)}", project.Kind, project.Year, project.ProvinceCode, null);

    private static IEnumerable<(ProjectAction Action, ProjectState To)> WayOf(int number)
    {
        var steps = Invented.Chance(number, 40, 8);
        return new[] { (ProjectAction.File, ProjectState.Filed), (ProjectAction.Receive, ProjectState.Received), (ProjectAction.SendToAppraisal, ProjectState.AwaitingAppraisal) }.Take(steps switch { 0 => 0, 1 or 2 => 1, 3 or 4 or 5 => 2, _ => 3 });
    }

    // One telephone in fifty is another's too, as with people who own two workshops.
    private Establishment EstablishmentOf(int number, string commune) => Establishment.From(new(
        NextId(), province, new(LegalForm.HouseholdBusiness, $"Cơ sở sản xuất số {number} (dữ liệu minh họa)", null, "10799", "VSIC 2025", "Chế biến nông sản"),
        [
            (NextId(), new SiteEntry(commune, $"Số {number} đường Minh Họa", 11 + (Invented.Chance(number, 41, 100_000) / 100_000d), 108 + (Invented.Chance(number, 42, 100_000) / 100_000d))),
            (NextId(), new IdentifierEntry(IdentifierKind.PersonalNumber, $"0560{number:00000000}")),
            (NextId(), new ContactEntry($"Người {number}", null, $"0000{(number % 50 == 0 ? number - 1 : number):000000}")),
        ],
        At));

    private ProjectText TextOf(int number, Guid? programme, Establishment establishment)
    {
        var year = FirstYear + (number % Years);
        var machine = Machines[Invented.Chance(number, 43, Machines.Length)];
        var price = 100 + Invented.Chance(number, 44, 900);
        var share = price * (20 + Invented.Chance(number, 45, 30)) / 100;
        return new()
        {
            Kind = ProjectKind.Provincial,
            Year = year,
            Title = $"Ứng dụng {machine.ToLowerInvariant()} thứ {number} (dữ liệu minh họa)",
            ContentCode = "k3",
            ProgrammeId = programme,
            ProgrammeContentCode = programme is null ? null : "1",
            ImplementingUnit = establishment.Name,
            StartsOn = new(year, 3, 1),
            EndsOn = new(year, 10, 31),
            Dossier = new() { Necessity = "Thiết bị đang dùng đã cũ, năng suất thấp, tiêu hao nhiều nguyên liệu.", Objectives = "Tăng năng suất, giữ việc làm tại chỗ.", Scale = "01 máy đồng bộ.", Effects = "Có thể nhân rộng." },
            WorkPlan = [new("Mua, lắp đặt, chạy thử", "tháng 3 đến tháng 6", "cơ sở"), new("Nghiệm thu, thanh toán", "tháng 7 đến tháng 10", "Sở Công Thương và cơ sở")],
            Beneficiaries = [new(NextId(), establishment.EstablishmentId, establishment.Name, establishment.Sites[0].ProductionSiteId, establishment.Sites[0].CommuneCode, Dong.Millions(share))],
            Lines =
            [
                new(NextId(), machine, "machines", null, "máy", 1, Dong.Millions(price), new(Provincial: Dong.Millions(share), Counterpart: Dong.Millions(price - share)), "Báo giá (dữ liệu minh họa)"),
                new(NextId(), "Lắp đặt, chạy thử", null, null, "lần", 1, Dong.Millions(10), new(Counterpart: Dong.Millions(10))),
                new(NextId(), "Đào tạo vận hành", null, null, "lớp", 1, Dong.Millions(5), new(Counterpart: Dong.Millions(5))),
            ],
            Machines = [new(NextId(), null, machine, $"M-{number}", "Hãng Minh Họa", $"SN{number:000000}", year, "Việt Nam", null, true, false, 1, Dong.Millions(price), "Công ty Minh Họa")],
            Holds = NormConditions.FittingIndustry | NormConditions.OwnCapital | NormConditions.NoOtherSupport,
            Consent = new("Chủ cơ sở Minh Họa", DateOnly.FromDateTime(At), ConsentManner.SignedPaper, "Cán bộ Minh Họa"),
        };
    }

    /// <summary>In the shape and order of version 7, apart from those of the results and of other provinces.</summary>
    private Guid NextId()
    {
        var milliseconds = new DateTimeOffset(At).ToUnixTimeMilliseconds() + (++ids / 1000);
        return Guid.Parse($"{milliseconds:x12}7{ids % 1000:x3}9{province.PadLeft(3, '0')}{ids:x12}");
    }
}
