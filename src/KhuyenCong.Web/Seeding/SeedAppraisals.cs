using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Pages.Appraisals;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>An invented council (dữ liệu minh họa), in Development only: a session that has ended, where a member had to withdraw and a substitute sat, and one that is called.</summary>
internal sealed class SeedAppraisals(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>The group project whose appraisal has ended, to be taken into a plan.</summary>
    public const string Group = "Ứng dụng máy sấy, đóng gói nông sản (đề án nhóm)";

    private const string Mark = "sample-appraisals";

    private static readonly (string UserName, CouncilRole Role, bool IsSubstitute)[] Members =
    [
        ("kh.lanhdao", CouncilRole.Chair, false), ("kh.chuyenvien", CouncilRole.Secretary, false), ("kh.taichinh", CouncilRole.Reviewer, false),
        ("kh.trungtam", CouncilRole.Member, false), ("kh.xa", CouncilRole.Member, true),
    ];

    public async Task RunAsync(KhuyenCongDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.SeedMarks.FindAsync([Mark], cancellationToken) is not null)
        {
            return;
        }

        await SampleDesk.InProvinceAsync(scopes, "56", KhanhHoaAsync, cancellationToken);
        db.SeedMarks.Add(new() { Name = Mark, Hash = "1" });
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task KhanhHoaAsync(SampleDesk desk)
    {
        var people = new List<SamplePerson>();
        foreach (var (userName, _, _) in Members)
        {
            people.Add(await desk.PersonAsync(userName));
        }

        var council = await CouncilAsync(desk, people);
        ProjectAction[] toAppraisal = [ProjectAction.File, ProjectAction.Receive, ProjectAction.SendToAppraisal];
        var group = await desk.AddAsync("kh.trungtam", desk.Machine(Group, null, "Máy sấy, máy đóng gói nông sản", null, 800, 400, ProjectKind.NationalGroup, clock.Today.Year), toAppraisal);
        await ConcludeAsync(desk, people, council, group);
        if (await desk.EstablishmentAsync("HTX Dệt thổ cẩm Hương Chăm") is { } weavers)
        {
            var looms = await desk.AddAsync("kh.trungtam", desk.Machine("Ứng dụng máy dệt thổ cẩm bán tự động", weavers, "Máy dệt bán tự động", "DT-08", 420, 200), toAppraisal);
            await StartAsync(desk, people, council, await CallAsync(desk, council, clock.Today.AddDays(7)), looms);
        }
    }

    private async Task<Council> CouncilAsync(SampleDesk desk, List<SamplePerson> people)
    {
        var members = people.Zip(Members, (p, m) => new MemberText(p.UserId, p.Name, p.OrganisationId, p.UnitName, m.Role, m.IsSubstitute)).ToList();
        var text = new CouncilText($"Hội đồng thẩm định đề án khuyến công năm {clock.Today.Year} ({SampleDesk.Invented})", $"00/QĐ-SCT ({SampleDesk.Invented})", clock.Today.AddDays(-30), "Giám đốc Minh Họa", 2, 3, members);
        var council = Council.From(Council.Establish(new(desk.NewId(), [.. members.Select(_ => desk.NewId())], "56", null, text, people[1].UserId, clock.UtcNow), clock.Today).Event!);
        desk.Db.Councils.Add(council);
        desk.Db.Because("council.established", SampleDesk.Invented);
        await desk.Db.SaveChangesAsync(desk.CancellationToken);
        return council;
    }

    private async Task<AppraisalSession> CallAsync(SampleDesk desk, Council council, DateOnly heldOn)
    {
        var session = AppraisalSession.From(AppraisalSession.Call(desk.NewId(), council, heldOn, "Phòng họp số 1, Sở Công Thương", clock.UtcNow).Event!);
        desk.Db.AppraisalSessions.Add(session);
        desk.Db.Because("session.called", SampleDesk.Invented);
        await desk.Db.SaveChangesAsync(desk.CancellationToken);
        return session;
    }

    private static async Task<Appraisal> StartAsync(SampleDesk desk, List<SamplePerson> people, Council council, AppraisalSession session, Project project)
    {
        var book = desk.Services.GetRequiredService<AppraisalBook>();
        var started = await book.StartAsync(project, people[1].AsProjectMover(), found => book.SeatsOf(council, found), [.. people.Select(p => p.UserId)], council, session, null, desk.CancellationToken);
        desk.Db.Because("appraisal.started", SampleDesk.Invented);
        await desk.Db.SaveChangesAsync(desk.CancellationToken);
        return await desk.Db.WholeAppraisals.SingleAsync(a => a.AppraisalId == started.Event!.AppraisalId, desk.CancellationToken);
    }

    /// <summary>The member of the writing unit withdraws, the substitute sits, all pass; the chair signs and, as the Sở's leader, concludes.</summary>
    private async Task ConcludeAsync(SampleDesk desk, List<SamplePerson> people, Council council, Project project)
    {
        var (now, chair) = (clock.UtcNow, people[0]);
        var session = await CallAsync(desk, council, clock.Today.AddDays(-10));
        var appraisal = await StartAsync(desk, people, council, session, project);
        var (substitute, absent) = (appraisal.Seats.Single(s => s.IsSubstitute), appraisal.Seats.Single(s => s.IsRecused));
        appraisal.Apply(Appraising.Substitute(appraisal, substitute.AppraisalSeatId, absent.AppraisalSeatId, "Thành viên của đơn vị lập hồ sơ phải rút.", ConflictGround.None, now).Event!);
        var caps = AppraisalBook.CapsOf(project, [], clock.Today);
        var opinion = new OpinionText(AppraisalVote.Pass, [.. AppraisalContent.All.Select(c => new ContentRemark(c.Code, true))], [], "Đề án phù hợp, hiệu quả rõ; đề nghị thông qua.", ProposedSupport.None);
        foreach (var seat in appraisal.Entitled)
        {
            appraisal.Apply(Appraising.Declare(appraisal, seat.UserId, false, null, ConflictGround.None, now).Event!);
            appraisal.Apply(Appraising.Send(appraisal, desk.NewId(), seat.UserId, opinion, AppraisalSetting.Suggested, caps, ConflictGround.None, now).Event!);
        }

        var votes = Concluding.Open(appraisal, _ => ConflictGround.None, now);
        session.Apply(AppraisalSession.Write(session, "Thư ký trình bày hồ sơ; các thành viên thảo luận, bỏ phiếu kín.", null, now).Event!);
        session.Apply(AppraisalSession.Close(session, [(appraisal, project.Code!, votes)], clock.Today, people[1].Name, now).Event!);
        appraisal.Apply(votes);
        const string reason = "Hội đồng thống nhất: đề án đủ điều kiện, mức hỗ trợ hợp lý.";
        appraisal.Apply(Concluding.Sign(appraisal, chair.UserId, reason, new(National: Dong.Millions(400)), [], caps, now).Event!);
        var moved = ProjectMoves.Of(project, desk.NewId(), new(ProjectAction.ConcludePassed, reason), chair.AsProjectMover(), [], clock, appraisal.StandingWith(false, null)).Event!;
        appraisal.Apply(Concluding.Conclude(appraisal, desk.NewId(), true, reason, appraisal.Supported, [], caps, (chair.UserId, chair.Name), desk.NewId, now).Event!);
        project.Apply(moved);
        desk.Db.Because("appraisal.concluded", reason);
        await desk.Db.SaveChangesAsync(desk.CancellationToken);
    }
}
