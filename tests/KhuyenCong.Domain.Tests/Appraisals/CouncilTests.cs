using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Tests.Projects;

namespace KhuyenCong.Domain.Tests.Appraisals;

public sealed class CouncilTests
{
    [Theory]
    [InlineData(5, 2, 3, 4)]
    [InlineData(4, 2, 3, 3)]
    [InlineData(3, 2, 3, 2)]
    [InlineData(6, 1, 2, 3)]
    [InlineData(5, 1, 1, 5)]
    [InlineData(1, 2, 3, 1)]
    [InlineData(0, 2, 3, 0)]
    public void AQuorum_IsCountedUpToWholePeople(int entitled, int part, int whole, int needed) => Quorum.Of(entitled, part, whole).ShouldBe(needed);

    [Fact]
    public void ACouncil_HasOneChair_AndNobodyTwice()
    {
        var chair = Sittings.Member(CouncilRole.Chair);
        Sittings.Establish(Sittings.Text(Sittings.Members())).Breaches.ShouldBeEmpty();
        Sittings.Establish(Sittings.Text(Sittings.Member(CouncilRole.Member), Sittings.Member(CouncilRole.Secretary))).Codes().ShouldBe(["council.one-chair"]);
        Sittings.Establish(Sittings.Text(chair, chair with { Role = CouncilRole.Member })).Codes().ShouldBe(["council.member-twice"]);
        Sittings.Establish(Sittings.Text(chair, Sittings.Member(CouncilRole.Member, true))).Codes().ShouldBe(["council.too-few"]);
        Sittings.Establish(Sittings.Text(chair with { IsSubstitute = true }, Sittings.Member(CouncilRole.Member), Sittings.Member(CouncilRole.Member))).Codes().ShouldBe(["council.one-chair"]);
        Sittings.Establish(Sittings.Text(Sittings.Members()) with { QuorumPart = 4, DecisionNumber = " ", Signer = "", DecisionDate = Given.Today.AddDays(1) }).Codes()
            .ShouldBe(["council.decision-missing", "council.decision-in-future", "council.signer-missing", "appraisal.quorum-share"]);
    }

    [Fact]
    public void ASession_IsNotBeforeItsCouncil_NorOfAnEndedOne()
    {
        var council = Sittings.ACouncil();
        AppraisalSession.Call(Given.Id(), council, council.DecisionDate.AddDays(-1), "", Sittings.Now).Codes().ShouldBe(["session.before-decision", "session.place-missing"]);
        Council.End(council, Given.Today, "hết năm", true, Sittings.Now).Codes().ShouldBe(["council.session-open"]);
        council.Apply(Council.End(council, Given.Today, "hết năm", false, Sittings.Now).Event!);
        AppraisalSession.Call(Given.Id(), council, Given.Today, "Phòng họp", Sittings.Now).Codes().ShouldBe(["council.ended"]);
    }

    [Fact]
    public void WithoutQuorum_ASessionDoesNotEnd_AndTheReasonCounts()
    {
        var project = Sittings.Dossier();
        var council = Sittings.ACouncil();
        var (session, appraisal) = (Sittings.ASession(council), Sittings.InCouncil(project, council));
        appraisal.Entitled.Count.ShouldBe(5);
        foreach (var seat in appraisal.Entitled.Take(3))
        {
            appraisal.Votes(seat, AppraisalVote.Pass, project);
        }

        var refused = session.Closes(appraisal).Breaches.ShouldHaveSingleItem();
        (refused.Code, refused.Arguments[1], refused.Arguments[2], refused.Arguments[3]).ShouldBe(("session.no-quorum", 3, 4, 5));
        appraisal.Votes(appraisal.Entitled[3], AppraisalVote.Pass, project);
        session.Closes(appraisal).Breaches.ShouldBeEmpty();
    }

    [Fact]
    public void WhoeverWithdraws_LeavesTheBaseOfTheQuorum()
    {
        var project = Sittings.Dossier();
        var council = Sittings.ACouncil();
        var (session, appraisal) = (Sittings.ASession(council), Sittings.InCouncil(project, council));
        foreach (var seat in appraisal.Entitled.Take(3).ToList())
        {
            appraisal.Votes(seat, AppraisalVote.Pass, project);
        }

        appraisal.Declares(appraisal.Entitled[4].UserId, interest: true).Breaches.ShouldBeEmpty();
        (appraisal.Entitled.Count, appraisal.VotesNeeded, appraisal.VotesCast).ShouldBe((4, 3, 3));
        session.Closes(appraisal).Breaches.ShouldBeEmpty();
    }

    [Fact]
    public void AVoteOfSomebodyFoundConcernedAtTheEnd_MakesNoQuorum_AndDoesNotCount()
    {
        var project = Sittings.Dossier();
        var council = Sittings.ACouncil(Sittings.Members(ordinary: 0, substitutes: 0));
        var (session, appraisal) = (Sittings.ASession(council), Sittings.InCouncil(project, council));
        appraisal.Votes(appraisal.Entitled[0], AppraisalVote.Fail, project);
        appraisal.Votes(appraisal.Entitled[1], AppraisalVote.Pass, project);
        var concerned = appraisal.Entitled[0].AppraisalSeatId;
        ConflictGround Found(AppraisalSeat seat) => seat.AppraisalSeatId == concerned ? ConflictGround.Owner : ConflictGround.None;
        session.Closes(appraisal, Found).Codes().ShouldBe(["session.no-quorum"]);
        appraisal.Votes(appraisal.Entitled[2], AppraisalVote.Pass, project);
        session.Closes(appraisal, Found).Breaches.ShouldBeEmpty();
        appraisal.Opens(Found);
        (appraisal.Result, appraisal.EntitledCount, appraisal.PassCount, appraisal.FailCount).ShouldBe((AppraisalVote.Pass, 2, 2, 0));
        appraisal.OpinionsFor(Given.Id()).Count().ShouldBe(2);
    }

    [Fact]
    public void ASessionWithoutDossiers_OrBeforeItsDay_OrTwice_DoesNotEnd()
    {
        var council = Sittings.ACouncil();
        var session = AppraisalSession.From(AppraisalSession.Call(Given.Id(), council, Given.Today.AddDays(3), "Phòng họp", Sittings.Now).Event!);
        AppraisalSession.Close(session, [], Given.Today, "Thư ký", Sittings.Now).Codes().ShouldBe(["session.not-yet", "session.empty"]);
        var held = Sittings.ASession(council);
        var appraisal = Sittings.Voted(Sittings.Dossier(), AppraisalVote.Pass);
        held.Apply(held.Closes(appraisal).Event!);
        held.Closes(appraisal).Codes().ShouldBe(["session.closed"]);
    }

    /// <summary>A session whose dossiers were all postponed ends once its minutes say what happened.</summary>
    [Theory]
    [InlineData(0, null, "session.empty")]
    [InlineData(0, "Không có hồ sơ", "session.empty")]
    [InlineData(2, null, "session.say-put-off")]
    [InlineData(2, " ", "session.say-put-off")]
    [InlineData(2, "Hoãn cả hai hồ sơ", null)]
    public void ASessionWithNothingLeftToOpen_EndsByItsMinutes(int putOff, string? proceedings, string? fault)
    {
        var session = Sittings.ASession(Sittings.ACouncil());
        session.Apply(AppraisalSession.Write(session, proceedings, null, Sittings.Now).Event!);
        var ruling = AppraisalSession.Close(session, [], Given.Today, "Thư ký", Sittings.Now, putOff);
        ruling.Codes().ShouldBe(fault is null ? [] : [fault]);
        if (ruling.Event is { } closed)
        {
            session.Apply(closed);
            session.IsOpen.ShouldBeFalse();
        }
    }

    [Fact]
    public void MinutesChange_UntilTheSignedCopyIsKept()
    {
        var session = Sittings.ASession(Sittings.ACouncil());
        var scan = new UploadedFile("ab", "bien-ban.pdf", 10, "application/pdf");
        AppraisalSession.Write(session, "Họp", scan, Sittings.Now).Codes().ShouldBe(["minutes.session-open"]);
        session.Apply(new SessionClosed(session.AppraisalSessionId, "Thư ký", Sittings.Now));
        session.Apply(AppraisalSession.Write(session, "Họp", scan, Sittings.Now).Event!);
        (session.Proceedings, session.SignedMinutes).ShouldBe(("Họp", scan));
        AppraisalSession.Write(session, "Sửa", null, Sittings.Now).Codes().ShouldBe(["minutes.signed"]);
    }

    [Fact]
    public void OfACommunesCouncil_OnlyItsOwnProjectsAreJudged()
    {
        var (project, council) = (Sittings.Dossier(), Sittings.ACouncil());
        var started = new AppraisalStarted(Given.Id(), Given.Province, Given.Commune, project.ProjectId, 1, AppraisalMode.Council, council.CouncilId, Given.Id(), 2, 3, false, [], Given.Id(), Given.Today, null, Sittings.Now);
        Appraising.ByCouncil(started, project, true, council, Sittings.ASession(council)).Codes().ShouldBe(["appraisal.already-started", "council.other-procedure"]);
        Appraising.ByCouncil(started with { CommuneCode = null }, Sittings.Dossier(ProjectState.AwaitingAppraisal), false, council, Sittings.ASession(council)).Codes().ShouldBe(["project.wrong-state"]);
    }
}
