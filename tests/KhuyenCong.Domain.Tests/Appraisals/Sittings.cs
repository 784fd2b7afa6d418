using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Tests.Projects;

namespace KhuyenCong.Domain.Tests.Appraisals;

/// <summary>Councils and appraisals the tests start from (dữ liệu minh họa).</summary>
internal static class Sittings
{
    public static readonly DateTime Now = TimeProvider.System.UtcNow;

    /// <summary>A project that asks for 200 million of the province.</summary>
    public static Project Dossier(ProjectState state = ProjectState.InAppraisal) => Given.In(state);

    public static MemberText Member(CouncilRole role, bool substitute = false) => new(Given.Id(), $"{role} Minh Họa", Given.Id(), "Sở Minh Họa", role, substitute);

    public static MemberText[] Members(int ordinary = 2, int substitutes = 1) =>
    [
        Member(CouncilRole.Chair), Member(CouncilRole.DeputyChair), Member(CouncilRole.Secretary), .. Enumerable.Range(0, ordinary).Select(_ => Member(CouncilRole.Member)),
        .. Enumerable.Range(0, substitutes).Select(_ => Member(CouncilRole.Member, true)),
    ];

    public static CouncilText Text(params MemberText[] members) => new("Hội đồng minh họa", "01/QĐ-SCT", Given.Today.AddDays(-30), "Giám đốc Minh Họa", 2, 3, members);

    public static Ruling<CouncilEstablished> Establish(CouncilText text) =>
        Council.Establish(new(Given.Id(), [.. text.Members.Select(_ => Given.Id())], Given.Province, null, text, Given.Id(), Now), Given.Today);

    public static Council ACouncil(params MemberText[] members) => Council.From(Establish(Text(members.Length > 0 ? members : Members())).Event.ShouldNotBeNull());

    public static AppraisalSession ASession(Council council) => AppraisalSession.From(AppraisalSession.Call(Given.Id(), council, Given.Today, "Phòng họp số 1", Now).Event.ShouldNotBeNull());

    public static Appraisal InCouncil(Project project, Council council, bool conditional = false, Func<MemberText, ConflictGround>? found = null) => Appraisal.From(new(
        Given.Id(), Given.Province, null, project.ProjectId, 1, AppraisalMode.Council, council.CouncilId, Given.Id(), council.QuorumPart, council.QuorumWhole, conditional,
        [.. council.Members.Select(m => new SeatText(Given.Id(), m.Text, found?.Invoke(m.Text) ?? ConflictGround.None))], Given.Id(), Given.Today, null, Now));

    public static Appraisal ByStaff(Project project, Guid appraiser, bool conditional = false) => Appraisal.From(new(
        Given.Id(), Given.Province, null, project.ProjectId, 1, AppraisalMode.Staff, null, null, 1, 1, conditional,
        [new(Given.Id(), new(appraiser, "Người thẩm định Minh Họa", Given.Id(), "Sở Minh Họa", CouncilRole.Appraiser, false), ConflictGround.None)], Given.Id(), Given.Today, null, Now));

    public static SupportCaps Caps(Project project) => SupportCaps.Of(project, [], Given.Today);

    public static OpinionText Opinion(AppraisalVote? vote, long? provincial = null, string? note = "Ý kiến đầy đủ") =>
        new(vote, [.. AppraisalContent.All.Select(c => new ContentRemark(c.Code, true))], [], note, new(Provincial: provincial is { } amount ? new Dong(amount) : null));

    public static Ruling<ConflictDeclared> Declares(this Appraisal appraisal, Guid user, bool interest = false, ConflictGround found = ConflictGround.None)
    {
        var ruling = Appraising.Declare(appraisal, user, interest, interest ? "anh ruột của chủ cơ sở" : null, found, Now);
        if (ruling.Event is { } declared)
        {
            appraisal.Apply(declared);
        }

        return ruling;
    }

    public static Ruling<OpinionSent> Sends(this Appraisal appraisal, Guid user, OpinionText text, Project project, ConflictGround found = ConflictGround.None)
    {
        var ruling = Appraising.Send(appraisal, Given.Id(), user, text, AppraisalSetting.Suggested, Caps(project), found, Now);
        if (ruling.Event is { } sent)
        {
            appraisal.Apply(sent);
        }

        return ruling;
    }

    /// <summary>Declares that nothing is in the way, and votes.</summary>
    public static void Votes(this Appraisal appraisal, AppraisalSeat seat, AppraisalVote vote, Project project)
    {
        appraisal.Declares(seat.UserId).Breaches.ShouldBeEmpty();
        appraisal.Sends(seat.UserId, Opinion(vote), project).Breaches.ShouldBeEmpty();
    }

    public static void Opens(this Appraisal appraisal, Func<AppraisalSeat, ConflictGround>? found = null) => appraisal.Apply(Concluding.Open(appraisal, found ?? (_ => ConflictGround.None), Now));

    public static AppraisalSeat Seat(this Appraisal appraisal, CouncilRole role, bool substitute = false) => appraisal.Seats.First(s => s.Role == role && s.IsSubstitute == substitute);

    /// <summary>A council's appraisal whose vote is open.</summary>
    public static Appraisal Voted(Project project, AppraisalVote vote, bool conditional = false)
    {
        var appraisal = InCouncil(project, ACouncil(), conditional);
        foreach (var seat in appraisal.Entitled)
        {
            appraisal.Votes(seat, vote, project);
        }

        appraisal.Opens();
        return appraisal;
    }

    public static Ruling<SessionClosed> Closes(this AppraisalSession session, Appraisal appraisal, Func<AppraisalSeat, ConflictGround>? found = null) =>
        AppraisalSession.Close(session, [(appraisal, "KCDP-2027-56-0001", Concluding.Open(appraisal, found ?? (_ => ConflictGround.None), Now))], Given.Today, "Thư ký Minh Họa", Now);

    public static Ruling<AppraisalConcluded> Concludes(this Appraisal appraisal, Project project, bool passes = true, string? reason = "Đủ điều kiện theo kết quả thẩm định", long? provincial = 200_000_000, params string[] conditions) =>
        Concluding.Conclude(appraisal, Given.Id(), passes, reason, new(Provincial: provincial is { } amount ? new Dong(amount) : null), conditions, Caps(project), (Given.Id(), "Lãnh đạo Minh Họa"), Given.Id, Now);
}
