using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Tests.Projects;

namespace KhuyenCong.Domain.Tests.Appraisals;

/// <summary>Every state × action × person of an appraisal: whoever they are by role, by seat, and by what they have to do with the dossier.</summary>
public sealed class AppraisalTableTests
{
    // Rows are states, columns actions in the order of AppraisalAction: the state reached / whose hands; '-' nobody's, only with the session; '.' refused.
    // o organises, l concludes as leader, s has a seat, v may vote, k chair or secretary who may vote, p presides.
    private const string ByCouncil = """
        Open:      Open/s Open/ok Open/v Closed/- . . . . Postponed/o
        Closed:    . . . . SignedOff/p . . . Postponed/l
        SignedOff: . . . . . Concluded/l . . Postponed/l
        Concluded: . . . . . . SignedOff/l Concluded/o .
        Returned:  . . . . . . . . .
        Postponed: . . . . . . . . .
        """;

    private const string ByStaff = """
        Open:      Open/s . Closed/v . . . . . Postponed/o
        Closed:    . . . . . Concluded/l . . Postponed/l
        SignedOff: . . . . . . . . .
        Concluded: . . . . . . Closed/l Concluded/o .
        Returned:  . . . . . . . . .
        Postponed: . . . . . . . . .
        """;

    // A commune appraises its own projects, the Sở all others.
    private static readonly Dictionary<Role, (bool Commune, string Hands)> Roles = new()
    {
        [Role.DepartmentLeader] = (false, "ol"),
        [Role.DepartmentOfficer] = (false, "o"),
        [Role.CommuneLeader] = (true, "ol"),
        [Role.CommuneOfficer] = (true, "o"),
    };

    // The places of the council below, and what each of them may.
    private static readonly (CouncilRole Role, bool IsSubstitute, bool Withdraws, string Hands)[] Places =
    [
        (CouncilRole.Chair, false, false, "svkp"),
        (CouncilRole.DeputyChair, false, false, "sv"),
        (CouncilRole.Secretary, false, false, "svk"),
        (CouncilRole.Secretary, false, true, "s"),
        (CouncilRole.Reviewer, false, false, "sv"),
        (CouncilRole.Member, false, false, "sv"),
        (CouncilRole.Member, false, true, "s"),
        (CouncilRole.Member, true, false, "s"),
        (CouncilRole.Secretary, true, false, "s"),
    ];

    private const AppraisalHands Judging = AppraisalHands.Seated | AppraisalHands.Voter;

    private static readonly Guid Appraiser = Given.Id();

    public static TheoryData<AppraisalMode, ProjectKind> Procedures => new(
        from mode in Enum.GetValues<AppraisalMode>() from kind in new[] { ProjectKind.Provincial, ProjectKind.Commune } select (mode, kind));

    [Theory]
    [MemberData(nameof(Procedures))]
    public void EveryState_Action_Role_Seat_AndTie_IsAsTheTableSays(AppraisalMode mode, ProjectKind kind)
    {
        var project = Given.In(ProjectState.InAppraisal, Given.Text(kind));
        foreach (var row in Cells(mode).GroupBy(c => c.Row))
        {
            var appraisal = In(row.Key, mode, project);
            IEnumerable<(Guid User, string Hands, bool Withdrew)> seats = mode is AppraisalMode.Council ? Places.Select((p, i) => (appraisal.Seats[i].UserId, p.Hands, p.Withdraws)) : [(Appraiser, "sv", false)];
            foreach (var (user, hands, withdrew) in seats.Append((Given.Id(), "", false)))
            {
                foreach (var (role, isTheirs) in Enum.GetValues<Role>().SelectMany(r => new[] { (r, false), (r, true) }))
                {
                    var mover = Given.Mover(role, establishments: isTheirs ? [Given.Establishment] : []) with { UserId = user };
                    var all = hands + (!isTheirs && !withdrew && Roles.TryGetValue(role, out var known) && known.Commune == kind is ProjectKind.Commune ? known.Hands : "");
                    all = mode is AppraisalMode.Staff && hands.Length > 0 ? all.Replace("l", "") : all;
                    var offered = AppraisalStates.Offered(appraisal, project, mover);
                    foreach (var (_, action, cell) in row)
                    {
                        var allowed = cell.Contains('/') && cell.Split('/')[1].Any(h => all.Contains(h));
                        offered.Contains(action).ShouldBe(allowed, $"{mode} {kind} {row.Key} {action} {role} {hands} {isTheirs}");
                        (AppraisalStates.Refusal(appraisal, project, mover, action)?.Code).ShouldBe(
                            allowed ? null : cell is "." ? Closed(action) : isTheirs ? "appraisal.own-dossier" : withdrew ? "appraisal.withdrew" : "project.not-allowed", $"{mode} {kind} {row.Key} {action} {role} {hands} {isTheirs}");
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(AppraisalMode.Council)]
    [InlineData(AppraisalMode.Staff)]
    public void EveryStep_LeadsWhereTheTableSays_OrIsRefusedWithTheReason_AndLosesNothing(AppraisalMode mode)
    {
        foreach (var (state, action, cell) in Cells(mode))
        {
            var project = Sittings.Dossier();
            var appraisal = In(state, mode, project);
            var before = Seen(appraisal);
            var codes = Take(appraisal, project, action);
            if (cell is ".")
            {
                codes.ShouldContain(action is AppraisalAction.MeetCondition ? "appraisal.condition-closed" : Closed(action), $"{mode} {state} {action}");
                Seen(appraisal).ShouldBe(before, $"{mode} {state} {action}");
            }
            else
            {
                codes.ShouldBeEmpty($"{mode} {state} {action}");
                $"{appraisal.State}".ShouldBe(cell.Split('/')[0], $"{mode} {state} {action}");
            }
        }
    }

    [Fact]
    public void WhoeverWithdrew_NeitherPresides_NorChoosesWhoStandsIn()
    {
        var project = Sittings.Dossier();
        var appraisal = In(AppraisalState.Open, AppraisalMode.Council, project);
        var chair = appraisal.Seat(CouncilRole.Chair);
        var mover = Given.Mover(Role.ProvincialLeader) with { UserId = chair.UserId };
        AppraisalStates.HandsOf(appraisal, project, mover).ShouldBe(Judging | AppraisalHands.Keeper | AppraisalHands.Presiding);
        appraisal.Declares(chair.UserId, interest: true);
        AppraisalStates.HandsOf(appraisal, project, mover).ShouldBe(AppraisalHands.Seated);
        AppraisalStates.Refusal(appraisal, project, mover, AppraisalAction.Substitute)!.Code.ShouldBe("appraisal.withdrew");
        var deputy = appraisal.Seat(CouncilRole.DeputyChair);
        AppraisalStates.HandsOf(appraisal, project, mover with { UserId = deputy.UserId }).ShouldBe(Judging | AppraisalHands.Presiding);
    }

    // Of the unit that wrote it: no vote, but the unit's leader may still conclude, or nobody could. Concerned in person: nothing.
    [Theory]
    [InlineData(ConflictGround.WritingUnit, true)]
    [InlineData(ConflictGround.Author, false)]
    [InlineData(ConflictGround.Owner, false)]
    [InlineData(ConflictGround.Declared, false)]
    [InlineData(ConflictGround.WritingUnit | ConflictGround.Declared, false)]
    public void ALeaderWhoWithdrew_ConcludesOnlyWhereTheirUnitAloneIsConcerned(ConflictGround ground, bool concludes)
    {
        var project = Sittings.Dossier();
        var appraisal = Sittings.InCouncil(project, Sittings.ACouncil(), found: m => m.Role is CouncilRole.Member && !m.IsSubstitute ? ground : ConflictGround.None);
        foreach (var seat in appraisal.Entitled)
        {
            appraisal.Votes(seat, AppraisalVote.Pass, project);
        }

        appraisal.Opens();
        appraisal.Apply(Concluding.Sign(appraisal, appraisal.Seat(CouncilRole.Chair).UserId, "Hội đồng thống nhất", new(Provincial: new Dong(200_000_000)), [], Sittings.Caps(project), Sittings.Now).Event.ShouldNotBeNull());
        var leader = Given.Mover(Role.DepartmentLeader) with { UserId = appraisal.Seat(CouncilRole.Member).UserId };
        AppraisalStates.Offered(appraisal, project, leader).Contains(AppraisalAction.Conclude).ShouldBe(concludes);
        Given.Move(project, Given.Whole(ProjectAction.ConcludePassed), leader, appraisal.StandingWith(false, null)).Codes().ShouldBe(concludes ? [] : ["appraisal.withdrew"]);
    }

    [Fact]
    public void ASingleAppraiser_NeitherConcludes_NorUndoesAConclusion()
    {
        var project = Sittings.Dossier();
        var leader = Given.Mover(Role.DepartmentLeader) with { UserId = Appraiser };
        var open = In(AppraisalState.Closed, AppraisalMode.Staff, project);
        Given.Move(project, Given.Whole(ProjectAction.ConcludePassed), leader, open.StandingWith(false, null)).Codes().ShouldBe(["appraisal.appraiser-concludes"]);
        var concluded = In(AppraisalState.Concluded, AppraisalMode.Staff, project);
        project.Apply(Given.Move(project, Given.Whole(ProjectAction.ConcludePassed), Given.Mover(Role.DepartmentLeader)).Event.ShouldNotBeNull());
        Given.Move(project, Given.Whole(ProjectAction.UndoConclusion), leader, concluded.StandingWith(false, null)).Codes().ShouldBe(["appraisal.appraiser-concludes"]);
    }

    [Theory]
    [InlineData(AppraisalMode.Council, AppraisalState.Closed)]
    [InlineData(AppraisalMode.Council, AppraisalState.SignedOff)]
    [InlineData(AppraisalMode.Staff, AppraisalState.Closed)]
    public void VotesThatWereOpened_StayReadable_HoweverTheRoundEnded(AppraisalMode mode, AppraisalState state)
    {
        var appraisal = In(state, mode, Sittings.Dossier());
        var read = appraisal.OpinionsFor(Given.Id()).ToList();
        read.ShouldNotBeEmpty();
        appraisal.Apply(Appraising.Postpone(appraisal, "giao lại", Sittings.Now).Event!);
        appraisal.OpinionsFor(Given.Id()).ShouldBe(read);
    }

    private static string Closed(AppraisalAction action) =>
        action is AppraisalAction.Declare or AppraisalAction.Substitute or AppraisalAction.SendOpinion ? "appraisal.vote-closed" : "appraisal.wrong-state";

    private static IEnumerable<(AppraisalState Row, AppraisalAction Column, string Cell)> Cells(AppraisalMode mode) =>
        Matrix.Of<AppraisalState, AppraisalAction>(mode is AppraisalMode.Council ? ByCouncil : ByStaff).Where(c => mode is AppraisalMode.Council || c.Row is not AppraisalState.SignedOff);

    private static (AppraisalState, int, int, int, string) Seen(Appraisal a) =>
        (a.State, a.Opinions.Count, a.Conclusions.Count(c => c.UndoneAt is null), a.Conditions.Count(c => c.State is ConditionState.Open), string.Join(' ', a.Seats.Select(s => $"{s.Grounds} {s.SentAt is null} {s.StandsInForId} {s.Vote}")));

    /// <summary>An appraisal moved to a state along the table; its result is đạt có điều kiện.</summary>
    private static Appraisal In(AppraisalState state, AppraisalMode mode, Project project)
    {
        var appraisal = mode is AppraisalMode.Staff ? Sittings.ByStaff(project, Appraiser, conditional: true)
            : Sittings.InCouncil(project, Sittings.ACouncil([.. Places.Select(p => Sittings.Member(p.Role, p.IsSubstitute))]), conditional: true);
        foreach (var seat in appraisal.Seats.Where(s => mode is AppraisalMode.Council && Places[s.Order].Withdraws))
        {
            appraisal.Declares(seat.UserId, interest: true).Breaches.ShouldBeEmpty();
        }

        if (state is AppraisalState.Open)
        {
            return appraisal;
        }

        foreach (var seat in appraisal.Entitled)
        {
            appraisal.Declares(seat.UserId).Breaches.ShouldBeEmpty();
            appraisal.Sends(seat.UserId, Sittings.Opinion(AppraisalVote.ConditionalPass, 200_000_000), project).Breaches.ShouldBeEmpty();
        }

        appraisal.Opens();
        if (state is AppraisalState.SignedOff or AppraisalState.Concluded && mode is AppraisalMode.Council)
        {
            Take(appraisal, project, AppraisalAction.Sign).ShouldBeEmpty();
        }

        if (state is AppraisalState.Concluded)
        {
            Take(appraisal, project, AppraisalAction.Conclude).ShouldBeEmpty();
        }
        else if (state is AppraisalState.Postponed)
        {
            Take(appraisal, project, AppraisalAction.Postpone).ShouldBeEmpty();
        }
        else if (state is AppraisalState.Returned)
        {
            appraisal.Apply(new AppraisalBrokenOff(appraisal.AppraisalId, AppraisalState.Returned, "thiếu giấy tờ", Sittings.Now));
        }

        appraisal.State.ShouldBe(state);
        return appraisal;
    }

    /// <summary>The step by whoever is the right person for it, applied where the rules allow it; their breaches.</summary>
    private static IReadOnlyList<string> Take(Appraisal appraisal, Project project, AppraisalAction action)
    {
        var (first, last) = (appraisal.Seats[0], appraisal.Seats[^1]);
        return action switch
        {
            AppraisalAction.Declare => [.. appraisal.Declares(first.UserId).Codes()],
            AppraisalAction.Substitute => Done(Appraising.Substitute(appraisal, last.AppraisalSeatId, first.AppraisalSeatId, "vắng", ConflictGround.None, Sittings.Now), appraisal.Apply),
            AppraisalAction.SendOpinion => Sent(appraisal, project),
            AppraisalAction.OpenVotes => Opened(appraisal),
            AppraisalAction.Sign => Done(Concluding.Sign(appraisal, first.UserId, "Hội đồng thống nhất", new(Provincial: new Dong(200_000_000)), ["Bổ sung báo giá"], Sittings.Caps(project), Sittings.Now), appraisal.Apply),
            AppraisalAction.Conclude => Done(appraisal.Concludes(project, conditions: ["Bổ sung báo giá"]), appraisal.Apply),
            AppraisalAction.UndoConclusion => Done(Concluding.Undo(appraisal, "Lãnh đạo", "Phát hiện sai sót trong hồ sơ", Sittings.Now), appraisal.Apply),
            AppraisalAction.MeetCondition => Done(Concluding.Meet(appraisal, appraisal.Conditions is [var met, ..] ? met.AppraisalConditionId : Guid.Empty, "Công văn 12/CV", null, Given.Today, "Cán bộ", Sittings.Now), appraisal.Apply),
            AppraisalAction.Postpone => Done(Appraising.Postpone(appraisal, "thiếu người", Sittings.Now), appraisal.Apply),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "a step that this test does not know"),
        };
    }

    /// <summary>A single appraiser's opinion has nothing to wait for: it is opened as it is sent.</summary>
    private static string[] Sent(Appraisal appraisal, Project project)
    {
        if (appraisal.State is AppraisalState.Open)
        {
            appraisal.Declares(appraisal.Seats[0].UserId);
        }

        string[] codes = [.. appraisal.Sends(appraisal.Seats[0].UserId, Sittings.Opinion(AppraisalVote.ConditionalPass, 200_000_000), project).Codes()];
        if (codes.Length == 0 && appraisal.Mode is AppraisalMode.Staff)
        {
            appraisal.Opens();
        }

        return codes;
    }

    /// <summary>Votes are opened by the end of their session, of which only those still open are a part.</summary>
    private static IReadOnlyList<string> Opened(Appraisal appraisal)
    {
        if (AppraisalStates.Find(appraisal, AppraisalAction.OpenVotes) is null)
        {
            return [Closed(AppraisalAction.OpenVotes)];
        }

        appraisal.Opens();
        return [];
    }

    private static IReadOnlyList<string> Done<TEvent>(Ruling<TEvent> ruling, Action<TEvent> apply)
        where TEvent : class
    {
        if (ruling.Event is { } happened)
        {
            apply(happened);
        }

        return [.. ruling.Codes()];
    }
}
