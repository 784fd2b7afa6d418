using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Projects;

/// <summary>Who has which foot in a dossier, and what that opens.</summary>
public sealed class ReachTests
{
    private static readonly Guid Neighbour = Given.Id();

    // w: edits, files, withdraws and reads all; r: reads all; p: reads the own part. First a provincial project, then a commune's own.
    [Theory]
    [InlineData(Role.EstablishmentOwner, Tie.Writer, "w", "w")]
    [InlineData(Role.EstablishmentOwner, Tie.SoleOwner, "w", "w")]
    [InlineData(Role.EstablishmentOwner, Tie.OwnerOfAll, "w", "w")]
    [InlineData(Role.EstablishmentOwner, Tie.OwnerOfOne, "p", "p")]
    [InlineData(Role.Artisan, Tie.SoleOwner, "w", "w")]
    [InlineData(Role.ClusterInvestor, Tie.OwnerOfOne, "p", "p")]
    [InlineData(Role.Association, Tie.Writer, "w", "w")]
    [InlineData(Role.CentreOfficer, Tie.Writer, "w", "w")]
    [InlineData(Role.CentreLeader, Tie.Writer, "w", "w")]
    [InlineData(Role.CentreBranchOfficer, Tie.Writer, "w", "w")]
    [InlineData(Role.CentreOfficer, Tie.Stranger, "r", "r")]
    [InlineData(Role.CommuneOfficer, Tie.Writer, "w", "w")]
    [InlineData(Role.CommuneOfficer, Tie.WriterElsewhere, "r", "r")]
    [InlineData(Role.CommuneOfficer, Tie.Stranger, "r", "r")]
    [InlineData(Role.CommuneLeader, Tie.Writer, "r", "r")]
    [InlineData(Role.DepartmentOfficer, Tie.Writer, "w", "r")]
    [InlineData(Role.DepartmentOfficer, Tie.Stranger, "r", "r")]
    [InlineData(Role.DepartmentLeader, Tie.Writer, "r", "r")]
    [InlineData(Role.FinanceOfficer, Tie.Writer, "r", "r")]
    public void WhoTouchesWhat(Role role, Tie tie, string provincial, string commune)
    {
        foreach (var (kind, expected) in new[] { (ProjectKind.Provincial, provincial), (ProjectKind.Commune, commune) })
        {
            var text = Given.Text(kind);
            text = tie is Tie.OwnerOfOne or Tie.OwnerOfAll ? text with { Beneficiaries = [.. text.Beneficiaries, Given.Beneficiary(Neighbour)] } : text;
            var mover = Given.Mover(role, tie is Tie.Writer or Tie.WriterElsewhere ? null : Given.Id(), tie is Tie.WriterElsewhere ? Given.Elsewhere : Given.Commune,
                tie switch { Tie.SoleOwner or Tie.OwnerOfOne => [Given.Establishment], Tie.OwnerOfAll => [Given.Establishment, Neighbour], _ => [] });
            var told = $"{role} {tie} {kind}";
            var project = Given.Project(text);
            string[] codes = expected is "w" ? [] : ["project.not-allowed"];
            ProjectWriting.Edit(project, text with { Title = "Tên khác" }, mover, TimeProvider.System).Codes().ShouldBe(codes, told);
            ProjectWriting.PaperFaults(project, mover).Select(b => b.Code).ShouldBe(codes, told);
            Given.Move(project, Given.Whole(ProjectAction.File), mover).Codes().ShouldBe(codes, told);
            Given.Move(project, Given.Whole(ProjectAction.Withdraw), mover).Codes().ShouldBe(codes, told);
            ProjectStates.Offered(project, mover).Contains(ProjectAction.File).ShouldBe(expected is "w", told);
            mover.ReadsWhole(project).ShouldBe(expected is not "p", told);
        }
    }

    [Fact]
    public void TheOwnerOfOne_ReadsTheirPart_NotTheOthers()
    {
        BeneficiaryText mine = Given.Beneficiary(), other = Given.Beneficiary(Neighbour);
        MachineText own = Given.Machine("A") with { BeneficiaryId = mine.BeneficiaryId }, theirs = Given.Machine("B") with { BeneficiaryId = other.BeneficiaryId }, shared = Given.Machine("C");
        var project = Given.Project(Given.Text() with { Beneficiaries = [mine, other], Machines = [own, theirs, shared], Lines = [Given.Line(beneficiary: mine.BeneficiaryId), Given.Line(beneficiary: other.BeneficiaryId), Given.Line()] });
        foreach (var (name, machine) in new[] { ("của tôi", own.MachineId), ("của họ", theirs.MachineId), ("chung", shared.MachineId), ("không rõ", (Guid?)null) })
        {
            project.Apply(new PaperAttached(Given.Id(), null, name, "aa", "tep", 1, "application/pdf", null, machine, "A", Given.Id(), TimeProvider.System.UtcNow));
        }

        var part = new ProjectSight(project, Given.Mover(Role.EstablishmentOwner, Given.Id(), establishments: Given.Establishment));
        (part.IsWhole, part.Beneficiaries.Single().EstablishmentId, part.Lines.Count).ShouldBe((false, Given.Establishment, 2));
        part.Machines.Select(m => m.Model).ShouldBe(["A", "C"]);
        part.Papers.Select(p => p.Name).ShouldBe(["của tôi"]);
        var whole = new ProjectSight(project, Given.Mover(Role.FinanceOfficer, Given.Id()));
        (whole.IsWhole, whole.Beneficiaries.Count, whole.Lines.Count, whole.Machines.Count, whole.Papers.Count).ShouldBe((true, 2, 3, 3, 4));
    }

    public static TheoryData<ProjectState, ProjectAction> Judgements => new()
    {
        { ProjectState.AwaitingAppraisal, ProjectAction.StartAppraisal },
        { ProjectState.InAppraisal, ProjectAction.ConcludePassed },
        { ProjectState.InAppraisal, ProjectAction.ConcludeNotPassed },
        { ProjectState.Appraised, ProjectAction.UndoConclusion },
        { ProjectState.NotPassed, ProjectAction.UndoConclusion },
    };

    /// <summary>One rule for every judgement: whoever made, changed or filed it, or owns in it anywhere, is not its judge, by whatever role or delegation.</summary>
    [Theory]
    [MemberData(nameof(Judgements))]
    public void NobodyJudgesTheirOwn(ProjectState state, ProjectAction action)
    {
        var draft = Given.Project();
        Guid editor = Given.Id(), attacher = Given.Id(), remover = Given.Id(), receiver = Given.Id(), paper = Given.Id();
        var filer = Given.Mover(Role.CentreOfficer);
        draft.Apply(ProjectWriting.Edit(draft, draft.Text with { Title = "Tên khác" }, filer with { UserId = editor }, TimeProvider.System).Event!);
        draft.Apply(new PaperAttached(paper, null, "Tệp", "aa", "tep", 1, "application/pdf", null, null, "A", attacher, TimeProvider.System.UtcNow));
        draft.Apply(new PaperRemoved(paper, remover, TimeProvider.System.UtcNow));
        draft.Apply(Given.Move(draft, Given.Whole(ProjectAction.File), filer).Event!);
        draft.Apply(Given.Move(draft, Given.Whole(ProjectAction.Receive), Given.Mover(Role.DepartmentOfficer) with { UserId = receiver }).Event!);
        draft.Apply(Given.Move(draft, Given.Whole(ProjectAction.SendToAppraisal), Given.Mover(Role.DepartmentOfficer) with { UserId = receiver }).Event!);
        foreach (var (next, role) in Way(state))
        {
            draft.Apply(Given.Move(draft, Given.Whole(next), Given.Mover(role)).Event!);
        }

        // A member of the Centre who acts under the leader's delegation, in the leader's unit.
        var delegated = new ProjectMover(Given.Id(), Given.Id(), act => RoleTable.Allows(Role.DepartmentLeader, act), [], []);
        (string Who, ProjectMover Mover, bool May)[] people =
        [
            ("stranger", delegated, true),
            ("receiver", delegated with { UserId = receiver }, true),
            ("owner of another", delegated with { OwnEstablishments = [Given.Id()], OtherEstablishments = [Given.Id()] }, true),
            ("writer", delegated with { UserId = draft.CreatedBy }, false),
            ("editor", delegated with { UserId = editor }, false),
            ("attacher", delegated with { UserId = attacher }, false),
            ("remover", delegated with { UserId = remover }, false),
            ("filer by delegation", delegated with { UserId = filer.UserId }, false),
            ("owner here", delegated with { OwnEstablishments = [Given.Establishment] }, false),
            ("owner at another workplace", delegated with { OtherEstablishments = [Given.Establishment] }, false),
        ];
        foreach (var (who, mover, may) in people)
        {
            Given.Move(draft, Given.Whole(action), mover).Codes().ShouldBe(may ? [] : ["appraisal.own-dossier"], who);
            var found = ConflictCheck.Of(draft, mover.UserId, [], []);
            found.ShouldBe(draft.HasHand(mover.UserId) ? ConflictGround.Author : ConflictGround.None, who);
        }
    }

    private static (ProjectAction Action, Role Role)[] Way(ProjectState state) => state switch
    {
        ProjectState.AwaitingAppraisal => [],
        ProjectState.InAppraisal => [(ProjectAction.StartAppraisal, Role.DepartmentOfficer)],
        ProjectState.Appraised => [(ProjectAction.StartAppraisal, Role.DepartmentOfficer), (ProjectAction.ConcludePassed, Role.DepartmentLeader)],
        _ => [(ProjectAction.StartAppraisal, Role.DepartmentOfficer), (ProjectAction.ConcludeNotPassed, Role.DepartmentLeader)],
    };
}

/// <summary>How somebody stands to a dossier.</summary>
public enum Tie
{
    /// <summary>Their unit wrote it.</summary>
    Writer,

    /// <summary>Their unit wrote it, but works in another commune.</summary>
    WriterElsewhere,

    /// <summary>Its only beneficiary is theirs; another unit wrote it.</summary>
    SoleOwner,

    /// <summary>All its beneficiaries are theirs.</summary>
    OwnerOfAll,

    /// <summary>One of its beneficiaries is theirs.</summary>
    OwnerOfOne,

    /// <summary>It is produced in their commune, or lies in their province.</summary>
    Stranger,
}
