using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;

namespace KhuyenCong.Domain.Tests.Petitions;

public sealed class AmendmentTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Guid Id = Guid.Parse("018f0000-0000-7000-8000-000000000001");

    // Rows are states, columns actions in the order of AmendmentAction; "p" = only where the programme is amended.
    private const string Expected = """
        Drafting:   Consulting . . . . . .
        Consulting: . Consulting Appraising Submitted/p Drafting . .
        Appraising: . . . Submitted Drafting . .
        Submitted:  . . . . Drafting Issued Rejected
        Issued:     . . . . . . .
        Rejected:   . . . . . . .
        """;

    [Fact]
    public void EveryState_Action_Kind_AndRole_IsAsTheTableSays()
    {
        foreach (var (state, action, text) in Matrix.Of<AmendmentState, AmendmentAction>(Expected))
        {
            var cell = text.Split('/');
            foreach (var (kind, role) in Enum.GetValues<AmendmentKind>().SelectMany(k => Enum.GetValues<Role>().Select(r => (k, r))))
            {
                var open = cell[0] != "." && (cell.Length == 1 || kind is AmendmentKind.Programme);
                var allowed = open && role is Role.DepartmentLeader or Role.DepartmentOfficer;
                var ruling = AmendmentProposal.Move(In(state, kind), Id, Whole(action), Id, a => RoleTable.Allows(role, a) is not null, Today);
                (ruling.Event?.To.ToString()).ShouldBe(allowed ? cell[0] : null, $"{state} {action} {kind} {role}");
                AmendmentStates.Offered(In(state, kind)).Contains(action).ShouldBe(open);
            }
        }
    }

    [Fact]
    public void Issue_RecordsNumberAndDate_Rejection_ItsReason()
    {
        var issued = In(AmendmentState.Issued, AmendmentKind.Regulation);
        (issued.IssuedNumber, issued.IssuedOn).ShouldBe(("99/SCT", Today));
        In(AmendmentState.Rejected, AmendmentKind.Draft).RejectedReason.ShouldBe("Lý do");
    }

    [Fact]
    public void AStepWithoutPapers_TellsEveryFaultAtOnce() =>
        AmendmentProposal.Move(In(AmendmentState.Consulting, AmendmentKind.Draft), Id, new(AmendmentAction.RecordOpinion), Id, _ => true, Today).Breaches.Select(b => b.Code)
            .ShouldBe(["amendment.document-missing", "amendment.document-date-missing", "amendment.opinion-of-missing", "amendment.note-missing"]);

    [Fact]
    public void OnlyReceivedOrAnsweredPetitions_AreGrouped()
    {
        Codes([]).ShouldBe(["amendment.petitions-missing"]);
        Codes([PetitionTests.In(PetitionState.Received), PetitionTests.In(PetitionState.Answered)]).ShouldBeEmpty();
        Codes([PetitionTests.In(PetitionState.Filed)]).ShouldBe(["amendment.petitions-not-groupable"]);
    }

    private static IEnumerable<string> Codes(Petition[] petitions) =>
        AmendmentProposal.Open(new(Id, "DX-1", "56", "Sửa", AmendmentKind.Programme, Today), petitions, _ => true).Breaches.Select(b => b.Code);

    private static AmendmentMove Whole(AmendmentAction action) => new(action, "99/SCT", Today, "Lý do", "Sở Tài chính");

    private static AmendmentProposal In(AmendmentState state, AmendmentKind kind)
    {
        var proposal = AmendmentProposal.From(new(Id, "DX-1", "56", "Sửa", kind, Today));
        AmendmentAction[] submit = kind is AmendmentKind.Programme
            ? [AmendmentAction.Consult, AmendmentAction.Submit]
            : [AmendmentAction.Consult, AmendmentAction.SendToAppraisal, AmendmentAction.Submit];
        AmendmentAction[] way = state switch
        {
            AmendmentState.Consulting => [AmendmentAction.Consult],
            AmendmentState.Appraising => [AmendmentAction.Consult, AmendmentAction.SendToAppraisal],
            AmendmentState.Submitted => submit,
            AmendmentState.Issued => [.. submit, AmendmentAction.Issue],
            AmendmentState.Rejected => [.. submit, AmendmentAction.Reject],
            _ => [],
        };
        foreach (var action in way)
        {
            proposal.Apply(AmendmentProposal.Move(proposal, Id, Whole(action), Id, _ => true, Today).Event!);
        }

        return proposal;
    }
}
