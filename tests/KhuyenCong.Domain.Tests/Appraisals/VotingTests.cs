using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Tests.Projects;

namespace KhuyenCong.Domain.Tests.Appraisals;

public sealed class VotingTests
{
    [Fact]
    public void WhoWroteIt_WhoseUnitWroteIt_WhoOwnsIt_AreKnownByTheRegistry()
    {
        var project = Sittings.Dossier();
        var (someone, unit, owner) = (Given.Id(), Given.Id(), Given.Id());
        ConflictCheck.Of(project, someone, [unit], [owner]).ShouldBe(ConflictGround.None);
        ConflictCheck.Of(project, project.CreatedBy, [unit], [owner]).ShouldBe(ConflictGround.Author);
        ConflictCheck.Of(project, project.Steps[0].By, [unit], [owner]).ShouldBe(ConflictGround.Author);
        ConflictCheck.Of(project, someone, [unit, Given.Unit], [owner]).ShouldBe(ConflictGround.WritingUnit);
        ConflictCheck.Of(project, someone, [owner], [owner]).ShouldBe(ConflictGround.Owner);
        ConflictCheck.Of(project, project.CreatedBy, [Given.Unit, owner], [owner]).ShouldBe(ConflictGround.Author | ConflictGround.WritingUnit | ConflictGround.Owner);
    }

    [Theory]
    [InlineData("Nguyễn Văn Hòa", null, null, new[] { CoincidenceKind.Name })]
    [InlineData("Bà nguyen van hoa (dữ liệu minh họa)", "0912345678", "KHAC@example.vn", new[] { CoincidenceKind.Name })]
    [InlineData("Nguyễn Văn Hoàng", "+84 987 654 321", null, new[] { CoincidenceKind.Phone })]
    [InlineData("Hòa", null, " Hoa@Example.vn", new[] { CoincidenceKind.Email })]
    [InlineData("Hòa", "", "", new CoincidenceKind[0])]
    public void WhoSharesNameTelephoneOrMail_WithAPersonOfTheDossier_IsAskedAboutIt(string name, string? phone, string? email, CoincidenceKind[] kinds) =>
        Coincidence.Between(new(name, [phone], [email]), [new(PartyRole.Contact, "Cơ sở A", "Ông Nguyễn Văn Hòa", "0987654321", "hoa@example.vn"), new(PartyRole.Contact, "Cơ sở B", "Hòa")]).Select(c => c.Kind).ShouldBe(kinds);

    [Fact]
    public void AHouseholdBearsItsOwnersName_AsWholeWords()
    {
        PartyTrace[] parties = [new(PartyRole.Owner, "Hộ kinh doanh Trần Thị An", "Hộ kinh doanh Trần Thị An")];
        Coincidence.Between(new("Trần Thị An", [], []), parties).ShouldBe([new(CoincidenceKind.Name, PartyRole.Owner, "Hộ kinh doanh Trần Thị An")]);
        Coincidence.Between(new("Trần Thị", [], []), [new(PartyRole.Owner, "Hộ Trần Thịnh", "Hộ Trần Thịnh")]).ShouldBeEmpty();
    }

    [Fact]
    public void ACoincidence_IsAnsweredBeforeTheVote_AndNeverRecusesByItself()
    {
        var project = Sittings.Dossier();
        var appraisal = Sittings.InCouncil(project, Sittings.ACouncil());
        var seat = appraisal.Seat(CouncilRole.Member);
        string[] asked = ["trùng tên với người liên hệ của Cơ sở A"];
        Ruling<OpinionSent> Sends(params string[] coincidences) => Appraising.Send(appraisal, Given.Id(), seat.UserId, Sittings.Opinion(AppraisalVote.Pass), AppraisalSetting.Suggested, Sittings.Caps(project), ConflictGround.None, Sittings.Now, coincidences);
        appraisal.Declares(seat.UserId);
        Sends(asked).Codes().ShouldBe(["appraisal.coincidence-unanswered"]);
        seat.IsRecused.ShouldBeFalse();
        appraisal.Apply(Appraising.Declare(appraisal, seat.UserId, false, null, ConflictGround.None, Sittings.Now, asked).Event.ShouldNotBeNull());
        appraisal.Apply(Sends(asked).Event.ShouldNotBeNull());
        Appraising.Doubts(appraisal, _ => asked).ShouldBeEmpty();

        // One that came up after the vote is answered before the votes are opened.
        Appraising.Doubts(appraisal, _ => [.. asked, "trùng số điện thoại với người liên hệ của Cơ sở B"]).Select(b => b.Code).ShouldBe(["session.coincidence-unanswered"]);
        appraisal.Apply(Appraising.Declare(appraisal, seat.UserId, true, "là chủ cơ sở", ConflictGround.None, Sittings.Now, asked).Event.ShouldNotBeNull());
        (seat.IsRecused, Appraising.Doubts(appraisal, _ => ["khác"]).Count).ShouldBe((true, 0));
    }

    [Fact]
    public void AnAppraiserWhoIsTheOwner_IsNotAppointed()
    {
        var project = Sittings.Dossier();
        AppraisalStarted Wanted(ConflictGround found) => new(
            Given.Id(), Given.Province, null, project.ProjectId, 1, AppraisalMode.Staff, null, null, 1, 1, false,
            [new(Given.Id(), new(Given.Id(), "Chủ cơ sở Minh Họa", null, "", CouncilRole.Appraiser, false), found)], Given.Id(), Given.Today, null, Sittings.Now);
        Appraising.ByStaff(Wanted(ConflictGround.Owner), project, false).Codes().ShouldBe(["appraisal.appraiser-concerned"]);
        Appraising.ByStaff(Wanted(ConflictGround.WritingUnit), project, false).Codes().ShouldBe(["appraisal.appraiser-concerned"]);
        Appraising.ByStaff(Wanted(ConflictGround.None), project, false).Breaches.ShouldBeEmpty();
        Appraising.ByStaff(Wanted(ConflictGround.None) with { Seats = [], DueOn = Given.Today.AddDays(-1) }, project, false).Codes().ShouldBe(["project.deadline-past", "appraisal.appraiser-missing"]);
    }

    [Fact]
    public void OneDeclaresFirst_AndAnInterestIsNotTakenBack()
    {
        var project = Sittings.Dossier();
        var appraisal = Sittings.InCouncil(project, Sittings.ACouncil());
        var member = appraisal.Seat(CouncilRole.Member);
        appraisal.Sends(member.UserId, Sittings.Opinion(AppraisalVote.Pass), project).Codes().ShouldBe(["appraisal.declare-first"]);
        appraisal.Votes(member, AppraisalVote.Pass, project);
        appraisal.VotesCast.ShouldBe(1);
        Appraising.Declare(appraisal, member.UserId, true, " ", ConflictGround.None, Sittings.Now).Codes().ShouldBe(["appraisal.interest-missing"]);
        appraisal.Declares(member.UserId, interest: true).Breaches.ShouldBeEmpty();
        (member.IsRecused, appraisal.VotesCast, appraisal.Opinions.Count).ShouldBe((true, 0, 0));
        appraisal.Declares(member.UserId).Codes().ShouldBe(["appraisal.declared-already"]);
        appraisal.Sends(member.UserId, Sittings.Opinion(AppraisalVote.Pass), project).Codes().ShouldBe(["appraisal.recused"]);
        appraisal.Declares(Given.Id()).Codes().ShouldBe(["appraisal.no-seat"]);
    }

    [Fact]
    public void OpinionsAreSealed_UntilTheVoteIsOpen()
    {
        var project = Sittings.Dossier();
        var appraisal = Sittings.InCouncil(project, Sittings.ACouncil());
        var (first, second) = (appraisal.Entitled[0], appraisal.Entitled[1]);
        appraisal.Votes(first, AppraisalVote.Pass, project);
        appraisal.Votes(second, AppraisalVote.Fail, project);
        appraisal.OpinionsFor(first.UserId).ShouldHaveSingleItem().Vote.ShouldBe(AppraisalVote.Pass);
        appraisal.OpinionsFor(Given.Id()).ShouldBeEmpty();
        (first.Vote, appraisal.Result, appraisal.PassCount).ShouldBe((null, null, null));
        appraisal.Sends(first.UserId, Sittings.Opinion(AppraisalVote.Fail), project).Breaches.ShouldBeEmpty();
        appraisal.OpinionsFor(first.UserId).ShouldHaveSingleItem().Vote.ShouldBe(AppraisalVote.Fail);
        appraisal.Opens();
        appraisal.OpinionsFor(Given.Id()).Count().ShouldBe(2);
        (first.Vote, appraisal.Result).ShouldBe((AppraisalVote.Fail, AppraisalVote.Fail));
        appraisal.Sends(first.UserId, Sittings.Opinion(AppraisalVote.Pass), project).Codes().ShouldBe(["appraisal.vote-closed"]);
    }

    [Fact]
    public void APostponedVote_StaysSealed()
    {
        var project = Sittings.Dossier();
        var appraisal = Sittings.InCouncil(project, Sittings.ACouncil());
        appraisal.Votes(appraisal.Entitled[0], AppraisalVote.Pass, project);
        Appraising.Postpone(appraisal, " ", Sittings.Now).Codes().ShouldBe(["project.reason-missing"]);
        appraisal.Apply(Appraising.Postpone(appraisal, "thiếu người", Sittings.Now).Event!);
        (appraisal.IsLive, appraisal.OpinionsFor(Given.Id()).Any()).ShouldBe((false, false));
    }

    [Fact]
    public void ASubstitute_VotesOnlyInsteadOfSomebody_AndThatOneNoLonger()
    {
        var project = Sittings.Dossier();
        var appraisal = Sittings.InCouncil(project, Sittings.ACouncil());
        var (substitute, member) = (appraisal.Seat(CouncilRole.Member, true), appraisal.Seat(CouncilRole.Member));
        appraisal.Declares(substitute.UserId);
        appraisal.Sends(substitute.UserId, Sittings.Opinion(AppraisalVote.Pass), project).Codes().ShouldBe(["appraisal.not-called"]);
        appraisal.Votes(member, AppraisalVote.Fail, project);
        Appraising.Substitute(appraisal, substitute.AppraisalSeatId, member.AppraisalSeatId, "vắng", ConflictGround.Owner, Sittings.Now).Codes().ShouldBe(["appraisal.substitute-concerned"]);
        Appraising.Substitute(appraisal, member.AppraisalSeatId, substitute.AppraisalSeatId, null, ConflictGround.None, Sittings.Now).Codes().ShouldBe(["appraisal.no-substitute", "appraisal.seat-taken", "project.reason-missing"]);
        appraisal.Apply(Appraising.Substitute(appraisal, substitute.AppraisalSeatId, member.AppraisalSeatId, "vắng", ConflictGround.None, Sittings.Now).Event!);
        (appraisal.Entitled.Count, appraisal.VotesCast, appraisal.Opinions.Count).ShouldBe((5, 0, 0));
        appraisal.Sends(substitute.UserId, Sittings.Opinion(AppraisalVote.Pass), project).Breaches.ShouldBeEmpty();
        appraisal.Sends(member.UserId, Sittings.Opinion(AppraisalVote.Pass), project).Codes().ShouldBe(["appraisal.not-called"]);
        appraisal.VotesCast.ShouldBe(1);
    }

    [Theory]
    [InlineData(3, 0, 2, AppraisalVote.Pass)]
    [InlineData(2, 0, 2, AppraisalVote.Fail)]
    [InlineData(1, 2, 2, AppraisalVote.ConditionalPass)]
    [InlineData(3, 1, 1, AppraisalVote.Pass)]
    [InlineData(2, 1, 2, AppraisalVote.ConditionalPass)]
    [InlineData(1, 1, 2, AppraisalVote.Fail)]
    [InlineData(0, 0, 0, AppraisalVote.Fail)]
    public void MoreThanHalf_Decides_AndATieDoesNotPass(int pass, int conditional, int fail, AppraisalVote result) => new Tally(pass, conditional, fail).Result.ShouldBe(result);

    [Fact]
    public void ABallot_AnswersAllFiveContents_AndGivesReasonsAgainst()
    {
        var project = Sittings.Dossier();
        var appraisal = Sittings.InCouncil(project, Sittings.ACouncil());
        var member = appraisal.Entitled[0];
        appraisal.Declares(member.UserId);
        appraisal.Sends(member.UserId, new(null, [], [], null, ProposedSupport.None), project).Codes().ShouldBe(["appraisal.vote-missing", .. AppraisalContent.All.Select(_ => "appraisal.content-missing")]);
        appraisal.Sends(member.UserId, Sittings.Opinion(AppraisalVote.Fail, note: null), project).Codes().ShouldBe(["appraisal.note-missing"]);
        appraisal.Sends(member.UserId, Sittings.Opinion(AppraisalVote.ConditionalPass), project).Codes().ShouldBe(["appraisal.no-conditional"]);
        var scored = Sittings.Opinion(AppraisalVote.Pass) with { Scores = [new("dia-ban", 15)] };
        appraisal.Sends(member.UserId, scored, project).Codes().ShouldBe(["appraisal.score-outside"]);
        var ranking = AppraisalSetting.Suggested with { UsesRanking = true };
        Appraising.Send(appraisal, Given.Id(), member.UserId, scored, ranking, Sittings.Caps(project), ConflictGround.None, Sittings.Now).Breaches.ShouldBeEmpty();
        Appraising.Send(appraisal, Given.Id(), member.UserId, scored with { Scores = [new("dia-ban", 16)] }, ranking, Sittings.Caps(project), ConflictGround.None, Sittings.Now).Codes().ShouldBe(["appraisal.score-outside"]);
    }

    /// <summary>Whatever order people declare, vote, stand in and are found out in: a concerned member's vote never enters.</summary>
    [Fact]
    public void NoPath_LetsAConcernedVoteIn()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var state = (uint)(seed * 2_654_435_761L) | 1;
            int Next(int below) => (int)((state = (state * 1_664_525) + 1_013_904_223) >> 8) % below;
            var project = Sittings.Dossier();
            var council = Sittings.ACouncil(Sittings.Members(ordinary: 3, substitutes: 2));
            var known = council.Members.Where(_ => Next(4) == 0).Select(m => m.UserId).ToHashSet();
            ConflictGround Found(Guid user) => known.Contains(user) ? ConflictGround.WritingUnit : ConflictGround.None;
            var appraisal = Sittings.InCouncil(project, council, found: m => Next(2) == 0 ? Found(m.UserId) : ConflictGround.None);
            var declared = new HashSet<Guid>();
            for (var step = 0; step < 40; step++)
            {
                var seat = appraisal.Seats[Next(appraisal.Seats.Count)];
                switch (Next(4))
                {
                    case 0 when Next(4) == 0:
                        if (appraisal.Declares(seat.UserId, true, Found(seat.UserId)).Event is not null)
                        {
                            declared.Add(seat.UserId);
                        }

                        break;
                    case 0:
                        appraisal.Declares(seat.UserId, false, Found(seat.UserId));
                        break;
                    case 1:
                        var other = appraisal.Seats[Next(appraisal.Seats.Count)];
                        if (Appraising.Substitute(appraisal, seat.AppraisalSeatId, other.AppraisalSeatId, "vắng", Found(seat.UserId), Sittings.Now).Event is { } seated)
                        {
                            appraisal.Apply(seated);
                        }

                        break;
                    default:
                        // The registry may learn of a tie only after the vote.
                        appraisal.Sends(seat.UserId, Sittings.Opinion(AppraisalVote.Pass), project, Next(2) == 0 ? Found(seat.UserId) : ConflictGround.None);
                        break;
                }

                appraisal.Entitled.ShouldAllBe(s => !s.IsRecused && (!s.IsSubstitute || s.StandsInForId != null));
                appraisal.VotesCast.ShouldBeLessThanOrEqualTo(appraisal.Entitled.Count);
            }

            appraisal.Opens(s => Found(s.UserId));
            var counted = appraisal.Seats.Where(s => s.Vote is not null).ToList();
            counted.ShouldAllBe(s => !known.Contains(s.UserId) && !declared.Contains(s.UserId));
            counted.Count.ShouldBe((appraisal.PassCount + appraisal.ConditionalCount + appraisal.FailCount)!.Value);
            appraisal.OpinionsFor(Given.Id()).ShouldAllBe(o => counted.Any(s => s.AppraisalSeatId == o.AppraisalSeatId));
        }
    }
}
