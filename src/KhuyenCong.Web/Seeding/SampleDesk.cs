using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Pages.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>A sample account as those who seed need it: the person, the unit, what the role allows.</summary>
internal sealed record SamplePerson(Guid UserId, string Name, Guid? OrganisationId, string UnitName, Role Role)
{
    public ProjectMover AsProjectMover() => new(UserId, OrganisationId, act => RoleTable.Allows(Role, act), [], []);

    public PlanMover AsPlanMover() => new(UserId, act => RoleTable.Allows(Role, act), []);
}

/// <summary>One province's database and the steps that invented dossiers go (dữ liệu minh họa).</summary>
internal sealed class SampleDesk(IServiceProvider services, string province, TimeProvider clock, CancellationToken cancellationToken)
{
    public const string Invented = "dữ liệu minh họa";

    private const NormConditions Agreed = NormConditions.FittingIndustry | NormConditions.OwnCapital | NormConditions.NoOtherSupport;

    private readonly ProjectBook book = services.GetRequiredService<ProjectBook>();

    public KhuyenCongDb Db { get; } = services.GetRequiredService<KhuyenCongDb>();

    public IServiceProvider Services { get; } = services;

    public CancellationToken CancellationToken => cancellationToken;

    public static async Task InProvinceAsync(IServiceScopeFactory scopes, string province, Func<SampleDesk, Task> seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem(province);
        await seed(new(scope.ServiceProvider, province, scope.ServiceProvider.GetRequiredService<TimeProvider>(), cancellationToken));
    }

    /// <summary>A sample that a rule refuses is a fault of ours, and is not passed over in silence.</summary>
    public static T Must<T>(Ruling<T> ruling)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(ruling);
        return ruling.Event ?? throw Refused(ruling.Breaches);
    }

    public static void Must(IReadOnlyList<Breach> breaches)
    {
        ArgumentNullException.ThrowIfNull(breaches);
        if (breaches.Count > 0)
        {
            throw Refused(breaches);
        }
    }

    public static string Document(string number) => $"{number} ({Invented})";

    public Guid NewId() => Uuid.New(clock);

    public DateOnly Today => clock.Today;

    public DateTime UtcNow => clock.UtcNow;

    public Task<Establishment?> EstablishmentAsync(string name) => Db.WholeEstablishments.AsNoTracking().FirstOrDefaultAsync(e => e.Name.StartsWith(name), cancellationToken);

    public ProjectText Machine(string title, Establishment? establishment, string machine, string? model, long millions, long support, ProjectKind kind = ProjectKind.Provincial, int? inYear = null)
    {
        var year = inYear ?? clock.Today.Year + 1;
        return new()
        {
            Kind = kind,
            Year = year,
            Title = $"{title} ({Invented})",
            ContentCode = "k3",
            ImplementingUnit = establishment?.Name ?? $"Trung tâm Khuyến công ({Invented})",
            StartsOn = new(year, 3, 1),
            EndsOn = new(year, 10, 31),
            Dossier = new() { Necessity = "Thiết bị đang dùng đã cũ, năng suất thấp, tiêu hao nhiều nguyên liệu.", Objectives = "Tăng năng suất, giảm tiêu hao, giữ việc làm tại chỗ.", Scale = "01 máy hoặc dây chuyền đồng bộ, mới 100 %.", Effects = "Có thể nhân rộng cho cơ sở cùng nghề trong tỉnh." },
            WorkPlan = [new("Mua, lắp đặt, chạy thử máy", "tháng 3 đến tháng 6", "cơ sở thụ hưởng"), new("Nghiệm thu, thanh toán", "tháng 7 đến tháng 10", "Sở Công Thương và cơ sở")],
            Beneficiaries = establishment is null ? [] : [new(NewId(), establishment.EstablishmentId, establishment.Name, establishment.Sites[0].ProductionSiteId, establishment.Sites[0].CommuneCode, Dong.Millions(support))],
            Lines = [new(NewId(), machine, "machines", null, "máy", 1, Dong.Millions(millions), Shares(kind, Dong.Millions(support), Dong.Millions(millions - support)), $"Báo giá ({Invented})")],
            Machines = [new(NewId(), null, machine, model, "Hãng Minh Họa", null, clock.Today.Year, "Việt Nam", null, true, false, 1, Dong.Millions(millions), "Công ty Minh Họa")],
            Holds = Agreed,
            Consent = establishment is null ? null : new("Chủ cơ sở Minh Họa", clock.Today, ConsentManner.SignedPaper, "Cán bộ Minh Họa"),
        };
    }

    public async Task<Project> AddAsync(string userName, ProjectText text, params ProjectAction[] way)
    {
        var filer = await PersonAsync(userName);
        var receiver = await PersonAsync(province == "56" ? "kh.chuyenvien" : "dn.chuyenvien");
        var version = await Db.ProgrammeVersions.AsNoTracking().FirstOrDefaultAsync(v => v.State == VersionState.InForce, cancellationToken);
        if (text.ContentCode == "k3" && version is { Text.Contents: [var content, ..] } && text.Year >= version.Text.FromYear && text.Year <= version.Text.ToYear)
        {
            text = text with { ProgrammeId = version.ProgrammeId, ProgrammeContentCode = content.Code };
        }

        var project = Project.From(new(NewId(), province, text, filer.UserId, filer.OrganisationId, clock.Today, clock.UtcNow));
        Db.Projects.Add(project);
        Db.Because("project.drafted", Invented);
        await Db.SaveChangesAsync(cancellationToken);
        foreach (var action in way)
        {
            var by = action is ProjectAction.File ? filer.UserId : receiver.UserId;
            var mover = new ProjectMover(by, filer.OrganisationId, act => RoleTable.Allows(Role.DepartmentOfficer, act), [], []);
            var move = action is ProjectAction.ReturnForMore
                ? new ProjectMove(action, "Đề nghị bổ sung báo giá thứ hai và làm rõ phần vốn đối ứng.", ProjectSections.Papers | ProjectSections.Estimate, clock.Today.AddDays(10))
                : new ProjectMove(action);
            await book.RecordAsync(project, ProjectMoves.Of(project, NewId(), move, mover, [], clock).Event!, Invented, cancellationToken);
        }

        return project;
    }

    public async Task OutsideAsync(OutsideSupportText text, Establishment establishment)
    {
        var support = OutsideSupport.From(OutsideSupport.Record(NewId(), province, null, text, clock).Event!);
        Db.OutsideSupports.Add(support);
        await Db.TraceAsync(SupportSourceKind.OutsideSupport, support.OutsideSupportId, province, support.TracesWith(establishment), cancellationToken);
        Db.Because("outside.support-recorded", Invented);
        await Db.SaveChangesAsync(cancellationToken);
    }

    public async Task<SamplePerson> PersonAsync(string userName)
    {
        var user = await Db.Users.Where(u => u.UserName == userName).Select(u => new { u.Id, u.DisplayName }).SingleAsync(cancellationToken);
        var membership = await Db.Memberships.AsNoTracking().FirstAsync(m => m.UserId == user.Id, cancellationToken);
        var unit = await Db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.OrganisationId == membership.OrganisationId, cancellationToken);
        return new(user.Id, user.DisplayName, membership.OrganisationId, unit?.NameOn(clock.Today) ?? "", membership.Role);
    }

    private static InvalidOperationException Refused(IEnumerable<Breach> breaches) => new($"A sample was refused: {string.Join(", ", breaches.Select(b => b.Code))}.");

    private static FundingSplit Shares(ProjectKind kind, Dong support, Dong rest) => kind switch
    {
        ProjectKind.Commune => new(Commune: support, Counterpart: rest),
        ProjectKind.NationalGroup => new(National: support, Counterpart: rest),
        _ => new(Provincial: support, Counterpart: rest),
    };
}
