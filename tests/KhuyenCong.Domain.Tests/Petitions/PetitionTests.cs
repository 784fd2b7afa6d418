using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;

namespace KhuyenCong.Domain.Tests.Petitions;

public sealed class PetitionTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Guid Filer = Guid.Parse("018f0000-0000-7000-8000-000000000001");
    private static readonly Guid Someone = Guid.Parse("018f0000-0000-7000-8000-000000000002");
    private static readonly Guid Proposal = Guid.Parse("018f0000-0000-7000-8000-000000000003");

    // Rows are states, columns actions in the order of PetitionAction: the state reached, and who (s = Sở, o = the filer); '.' refused.
    private const string Expected = """
        Filed:               Received/s . . . . . . Withdrawn/o
        Received:            . Received/s AwaitingInformation/s . Answered/s Received/s . Withdrawn/o
        AwaitingInformation: . . . Received/o Answered/s . . Withdrawn/o
        Answered:            . . . . . Answered/s Closed/s .
        Closed:              . . . . . . . .
        Withdrawn:           . . . . . . . .
        """;

    private static readonly Role[] Department = [Role.DepartmentLeader, Role.DepartmentOfficer];

    [Fact]
    public void EveryState_Action_Role_AndOwner_IsAsTheTableSays()
    {
        foreach (var (state, action, text) in Matrix.Of<PetitionState, PetitionAction>(Expected))
        {
            var cell = text.Split('/');
            foreach (var (role, user) in Enum.GetValues<Role>().SelectMany(r => new[] { (r, Filer), (r, Someone) }))
            {
                var allowed = cell switch
                {
                    [_, "s"] => Department.Contains(role),
                    [_, "o"] => user == Filer && RoleTable.Allows(role, Act.FilePetition) is not null,
                    _ => false,
                };
                var ruling = Move(In(state), Whole(action), Mover(role, user));
                (ruling.Event?.To.ToString()).ShouldBe(allowed ? cell[0] : null, $"{state} {action} {role} {user == Filer}");
                PetitionStates.Offered(In(state), Mover(role, user)).Contains(action).ShouldBe(allowed);
            }
        }
    }

    [Fact]
    public void Filing_TellsEveryFaultAtOnce() =>
        Codes(Petitioning.File(Filer, "x", "56", new(PetitionKind.Obstacle, PetitionSubjectKind.Clause, null, null, "", " ", ""), Mover(Role.CouncilViewer, Filer), Today)).ShouldBe(
            ["petition.not-allowed", "petition.title-missing", "petition.text-missing", "petition.filer-missing", "petition.subject-missing", "petition.clause-missing"]);

    [Fact]
    public void ColleaguesOfTheUnit_OwnItsPetition()
    {
        var petition = In(PetitionState.Filed);
        var colleague = new PetitionMover(Someone, Filer, a => a is Act.FilePetition);
        Codes(Move(petition, new(PetitionAction.Withdraw), colleague)).ShouldBeEmpty();
        Codes(Move(petition, new(PetitionAction.Withdraw), colleague with { OrganisationId = null })).ShouldBe(["petition.not-allowed"]);
    }

    [Fact]
    public void Overdue_StartsTheDayAfterTheDeadline_AndNotWhileTheFilerIsAsked()
    {
        var petition = In(PetitionState.Received);
        petition.IsOverdue(Today.AddDays(10)).ShouldBeFalse();
        petition.IsOverdue(Today.AddDays(11)).ShouldBeTrue();
        Run(petition, Whole(PetitionAction.AskInformation));
        petition.IsOverdue(Today.AddDays(11)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(PetitionAction.Receive, -1, "petition.deadline-past")]
    [InlineData(PetitionAction.Receive, 0, null)]
    [InlineData(PetitionAction.Receive, null, "petition.deadline-missing")]
    [InlineData(PetitionAction.ExtendDeadline, 10, "petition.deadline-not-later")]
    [InlineData(PetitionAction.ExtendDeadline, 11, null)]
    [InlineData(PetitionAction.Answer, 11, "petition.deadline-not-here")]
    public void Deadlines(PetitionAction action, int? days, string? breach)
    {
        var petition = In(action is PetitionAction.Receive ? PetitionState.Filed : PetitionState.Received);
        var move = Whole(action) with { Deadline = days is { } n ? Today.AddDays(n) : null };
        Codes(Move(petition, move, Mover(Role.DepartmentOfficer, Someone))).ShouldBe(breach is null ? [] : [breach]);
    }

    [Fact]
    public void AnAnswer_NeedsText_AndAWholeDocument() =>
        Codes(Move(In(PetitionState.Received), new(PetitionAction.Answer, DocumentDate: Today.AddDays(1)), Mover(Role.DepartmentOfficer, Someone)))
            .ShouldBe(["petition.note-missing", "petition.document-in-future", "petition.document-incomplete"]);

    [Fact]
    public void History_KeepsEveryStep()
    {
        var petition = In(PetitionState.Closed);
        petition.Steps.Select(s => (s.Sequence, s.Action, s.FromState, s.ToState)).ShouldBe(
        [
            (1, PetitionAction.Receive, PetitionState.Filed, PetitionState.Received),
            (2, PetitionAction.Answer, PetitionState.Received, PetitionState.Answered),
            (3, PetitionAction.Close, PetitionState.Answered, PetitionState.Closed),
        ]);
    }

    internal static Petition In(PetitionState state)
    {
        var petition = Petition.From(Petitioning.File(
            Filer, "PAKN-2026-0001", "56", new(PetitionKind.Obstacle, PetitionSubjectKind.Target, Filer, null, "Thiếu định mức", "Nội dung", "Cơ sở A (dữ liệu minh họa)"), new(Filer, Filer, _ => true), Today).Event!);
        PetitionAction[] way = state switch
        {
            PetitionState.Received => [PetitionAction.Receive],
            PetitionState.AwaitingInformation => [PetitionAction.Receive, PetitionAction.AskInformation],
            PetitionState.Answered => [PetitionAction.Receive, PetitionAction.Answer],
            PetitionState.Closed => [PetitionAction.Receive, PetitionAction.Answer, PetitionAction.Close],
            PetitionState.Withdrawn => [PetitionAction.Withdraw],
            _ => [],
        };
        foreach (var action in way)
        {
            Run(petition, Whole(action));
        }

        return petition;
    }

    private static void Run(Petition petition, PetitionMove move) => petition.Apply(Move(petition, move, new(Filer, null, _ => true)).Event!);

    private static PetitionMove Whole(PetitionAction action) => new(
        action,
        "Nội dung",
        Deadline: action is PetitionAction.Receive ? Today.AddDays(10) : action is PetitionAction.ExtendDeadline ? Today.AddDays(20) : null,
        AmendmentProposalId: action is PetitionAction.Group ? Proposal : null);

    private static PetitionMover Mover(Role role, Guid user) => new(user, null, act => RoleTable.Allows(role, act) is not null);

    private static Ruling<PetitionMoved> Move(Petition petition, PetitionMove move, PetitionMover mover) => Petitioning.Move(petition, Someone, move, mover, Today);

    private static IEnumerable<string> Codes<T>(Ruling<T> ruling)
        where T : class => ruling.Breaches.Select(b => b.Code);
}
