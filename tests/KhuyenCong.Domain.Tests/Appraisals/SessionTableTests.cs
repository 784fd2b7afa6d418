using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Tests.Projects;

namespace KhuyenCong.Domain.Tests.Appraisals;

/// <summary>Every state × action of a council's session, and who of the council keeps it.</summary>
public sealed class SessionTableTests
{
    private enum State
    {
        Called,
        Ended,
        Signed,
    }

    private enum Work
    {
        AddDossier,
        Vote,
        End,
        WriteMinutes,
        KeepSignedCopy,
        EndCouncil,
        CallAnother,
    }

    // Rows are states of the session, columns what is done: + allowed, else the reason.
    private const string Expected = """
        Called: +              +                     +              +              minutes.session-open council.session-open +
        Ended:  session.closed appraisal.vote-closed session.closed +              +                    +                    +
        Signed: session.closed appraisal.vote-closed session.closed minutes.signed minutes.signed       +                    +
        """;

    private static readonly UploadedFile Scan = new("ab", "bien-ban.pdf", 10, "application/pdf");

    [Fact]
    public void EveryState_AndAction_IsAsTheTableSays()
    {
        foreach (var (state, work, cell) in Matrix.Of<State, Work>(Expected))
        {
            var (council, session, appraisal, project) = In(state);
            Do(work, council, session, appraisal, project).ShouldBe(cell is "+" ? [] : [cell], $"{state} {work}");
        }
    }

    // Rows are places in a council, first of its members, then of who may stand in.
    [Theory]
    [InlineData(CouncilRole.Chair, true)]
    [InlineData(CouncilRole.DeputyChair, false)]
    [InlineData(CouncilRole.Secretary, true)]
    [InlineData(CouncilRole.Reviewer, false)]
    [InlineData(CouncilRole.Member, false)]
    [InlineData(CouncilRole.Appraiser, false)]
    public void TheChairAndTheSecretary_KeepTheSessions_NotWhoMayStandIn(CouncilRole role, bool keeps)
    {
        role.KeepsSessions().ShouldBe(keeps);
        if (role is not CouncilRole.Appraiser)
        {
            var council = Sittings.ACouncil([.. Sittings.Members(), Sittings.Member(CouncilRole.Reviewer), Sittings.Member(role, true)]);
            council.IsKeptBy(council.Members.First(m => m.Role == role && !m.IsSubstitute).UserId).ShouldBe(keeps);
            council.IsKeptBy(council.Members.Last(m => m.Role == role && m.IsSubstitute).UserId).ShouldBeFalse();
        }

        Sittings.ACouncil().IsKeptBy(Given.Id()).ShouldBeFalse();
    }

    [Fact]
    public void WithoutAQuorum_NothingIsOpened_AndNoVoteIsLost()
    {
        var (project, council) = (Sittings.Dossier(), Sittings.ACouncil());
        var (session, appraisal) = (Sittings.ASession(council), Sittings.InCouncil(project, council));
        var voter = appraisal.Entitled[0];
        appraisal.Votes(voter, AppraisalVote.Pass, project);
        session.Closes(appraisal).Codes().ShouldBe(["session.no-quorum"]);
        (session.IsOpen, appraisal.State, appraisal.VotesCast, appraisal.IsUnsealed, voter.Vote).ShouldBe((true, AppraisalState.Open, 1, false, null));
        appraisal.OpinionsFor(voter.UserId).ShouldHaveSingleItem().Vote.ShouldBe(AppraisalVote.Pass);
        appraisal.OpinionsFor(Given.Id()).ShouldBeEmpty();
    }

    private static (Council Council, AppraisalSession Session, Appraisal Appraisal, Project Project) In(State state)
    {
        var (project, council) = (Sittings.Dossier(), Sittings.ACouncil());
        var (session, appraisal) = (Sittings.ASession(council), Sittings.InCouncil(project, council));
        foreach (var seat in appraisal.Entitled)
        {
            appraisal.Votes(seat, AppraisalVote.Pass, project);
        }

        if (state is not State.Called)
        {
            session.Apply(session.Closes(appraisal).Event.ShouldNotBeNull());
            appraisal.Opens();
        }

        if (state is State.Signed)
        {
            session.Apply(AppraisalSession.Write(session, "Họp", Scan, Sittings.Now).Event.ShouldNotBeNull());
        }

        return (council, session, appraisal, project);
    }

    private static IEnumerable<string> Do(Work work, Council council, AppraisalSession session, Appraisal appraisal, Project project) => work switch
    {
        Work.AddDossier => Appraising.ByCouncil(
            new(Given.Id(), Given.Province, null, Given.Id(), 1, AppraisalMode.Council, council.CouncilId, session.AppraisalSessionId, 2, 3, false, [], Given.Id(), Given.Today, null, Sittings.Now),
            Sittings.Dossier(), false, council, session).Codes(),
        Work.Vote => appraisal.Sends(appraisal.Seats[0].UserId, Sittings.Opinion(AppraisalVote.Fail), project).Codes(),
        Work.End => session.Closes(appraisal).Codes(),
        Work.WriteMinutes => AppraisalSession.Write(session, "Họp", null, Sittings.Now).Codes(),
        Work.KeepSignedCopy => AppraisalSession.Write(session, "Họp", Scan, Sittings.Now).Codes(),
        Work.EndCouncil => Council.End(council, Given.Today, "hết năm", session.IsOpen, Sittings.Now).Codes(),
        Work.CallAnother => AppraisalSession.Call(Given.Id(), council, Given.Today, "Phòng họp", Sittings.Now).Codes(),
        _ => throw new ArgumentOutOfRangeException(nameof(work), work, "a step that this test does not know"),
    };
}
