using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Tests.Norms;

namespace KhuyenCong.Domain.Tests.Projects;

/// <summary>The beneficiaries of a group project, named after its approval.</summary>
public sealed class BeneficiaryListTests
{
    private static readonly Dong Approved = Dong.Millions(600);

    [Fact]
    public void AListIsProposed_Confirmed_AndReplaced_StepByStep()
    {
        var project = Group();
        var since = project.StateSince;
        var (one, two) = (Row(), Row(Given.Elsewhere));
        var first = Proposed(project, [one, two]);
        project.Beneficiaries.ShouldBeEmpty("only a confirmed list counts");
        project.Apply(Confirm(project, first).Event.ShouldNotBeNull());
        project.Beneficiaries.Select(b => (b.EstablishmentId, b.CommuneCode, b.SupportAsked)).ShouldBe([(one.EstablishmentId, one.CommuneCode, one.Support), (two.EstablishmentId, two.CommuneCode, two.Support)]);
        project.Machines.Select(m => m.BeneficiaryId).ShouldBe([one.BeneficiaryId, two.BeneficiaryId]);
        (project.State, project.StateSince, project.Total).ShouldBe((ProjectState.Approved, since, Group().Total));

        var second = Proposed(project, [two with { Support = Dong.Millions(250) }], 1);
        project.Apply(Confirm(project, second).Event.ShouldNotBeNull());
        project.Beneficiaries.ShouldHaveSingleItem().SupportAsked.ShouldBe(Dong.Millions(250));
        project.Machines.ShouldHaveSingleItem().BeneficiaryId.ShouldBe(two.BeneficiaryId);
        project.Steps.OrderBy(s => s.Sequence).TakeLast(4).Select(s => (s.Action, s.ToState)).ShouldBe(
        [
            (ProjectAction.ProposeBeneficiaries, ProjectState.Approved), (ProjectAction.ConfirmBeneficiaries, ProjectState.Approved),
            (ProjectAction.ProposeBeneficiaries, ProjectState.Approved), (ProjectAction.ConfirmBeneficiaries, ProjectState.Approved),
        ]);
        (second.Sequence, second.Total).ShouldBe((2, Dong.Millions(250)));
    }

    [Theory]
    [InlineData(600, null)]
    [InlineData(601, "beneficiaries.over-approved")]
    public void TheSum_StaysWithinWhatWasApproved(long millions, string? code)
    {
        var rows = new[] { Row() with { Support = Dong.Millions(300) }, Row() with { Support = Dong.Millions(millions - 300) } };
        Propose(Group(), rows).Codes().ShouldBe(code is null ? [] : [code]);
        // A plan that was cut after the proposal holds the confirmation up.
        var project = Group();
        var list = BeneficiaryList.From(Propose(project, rows, Dong.Millions(700)).Event.ShouldNotBeNull(), Given.Province);
        Confirm(project, list).Codes().ShouldBe(code is null ? [] : [code]);
        Propose(Group(), rows, null).Codes().ShouldBe(["beneficiaries.not-approved"]);
    }

    [Fact]
    public void AListIsWhole()
    {
        var row = Row();
        string[] Codes(params ListedBeneficiary[] rows) => [.. Propose(Group(), rows).Codes()];
        Codes().ShouldBe(["beneficiaries.none"]);
        Codes(row, row with { BeneficiaryId = Given.Id() }).ShouldBe(["project.beneficiary-twice"]);
        Codes(row with { ProductionSiteId = null, KindCode = " ", Support = null }).ShouldBe(["beneficiaries.site-missing", "beneficiaries.kind-missing", "beneficiaries.support-missing"]);
        Codes(row with { Support = Dong.Zero }).ShouldBe(["beneficiaries.support-missing"]);
        Codes(row with { Cost = row.Support }).ShouldBeEmpty();
        Codes(row with { Cost = new(row.Support!.Value.Amount - 1) }).ShouldBe(["beneficiaries.cost-short"]);
        Codes(row with { Cost = null }).ShouldBe(["beneficiaries.cost-short"]);
        Codes(row with { Machines = [Given.Machine() with { Name = "" }] }).ShouldBe(["machine.name-missing"]);
        Codes(row with { Machines = [Given.Machine(serial: "S1")] }, Row() with { Machines = [Given.Machine(serial: "s 1")] }).ShouldBe(["machine.serial-twice"]);
    }

    [Fact]
    public void TheSo_ConfirmsWithADocument_ClearOfSuspicion_AndNotItsOwn()
    {
        var project = Group();
        var list = Proposed(project, [Row()]);
        Confirm(project, list, " ", null).Codes().ShouldBe(["beneficiaries.document-missing", "beneficiaries.document-date"]);
        Confirm(project, list, "12/SCT-QLCN", Given.Today.AddDays(1)).Codes().ShouldBe(["beneficiaries.document-date"]);
        Confirm(project, list, suspected: true).Codes().ShouldBe(["appraisal.double-support"]);
        var leader = Given.Mover(Role.DepartmentLeader, Given.Id());
        Confirm(project, list, leader with { UserId = list.ProposedBy }).Codes().ShouldBe(["appraisal.own-dossier"]);
        Confirm(project, list, leader with { OtherEstablishments = [list.Rows[0].EstablishmentId] }).Codes().ShouldBe(["appraisal.own-dossier"]);
        Confirm(project, list, Given.Mover(Role.DepartmentOfficer, Given.Id())).Codes().ShouldBe(["project.not-allowed"]);

        BeneficiaryListing.Return(project, list, " ", Given.Id(), leader, TimeProvider.System).Codes().ShouldBe(["project.reason-missing"]);
        list.Apply(BeneficiaryListing.Return(project, list, "Thiếu báo giá", Given.Id(), leader, TimeProvider.System).Event.ShouldNotBeNull());
        (list.State, list.Reason).ShouldBe((BeneficiaryListState.Returned, "Thiếu báo giá"));
        Confirm(project, list).Codes().ShouldBe(["beneficiaries.decided"]);
    }

    private enum Decision
    {
        Confirm,
        Return,
    }

    // Rows are states of a list, columns what is decided on it: + the Sở's leader, '.' it is decided already.
    private const string Decisions = """
        Proposed:  + +
        Returned:  . .
        Confirmed: . .
        Replaced:  . .
        """;

    [Fact]
    public void EveryState_Decision_AndRole_IsAsTheTableSays()
    {
        foreach (var ((state, decision, cell), role) in from c in Matrix.Of<BeneficiaryListState, Decision>(Decisions) from r in Enum.GetValues<Role>() select (c, r))
        {
            var project = Group();
            var list = In(state, project);
            var mover = Given.Mover(role, Given.Id());
            var codes = decision is Decision.Confirm ? Confirm(project, list, mover).Codes() : BeneficiaryListing.Return(project, list, "Thiếu báo giá", Given.Id(), mover, TimeProvider.System).Codes();
            codes.ShouldBe(role is not Role.DepartmentLeader ? ["project.not-allowed"] : cell is "+" ? [] : ["beneficiaries.decided"], $"{state} {decision} {role}");
            list.State.ShouldBe(state);
        }
    }

    [Fact]
    public void TheOnlyBeneficiary_DoesNotRewriteTheGroupsList()
    {
        var project = Group();
        var list = Proposed(project, [Row()]);
        project.Apply(Confirm(project, list).Event.ShouldNotBeNull());
        var owner = Given.Mover(Role.EstablishmentOwner, Given.Id(), establishments: list.Rows[0].EstablishmentId);
        BeneficiaryListing.Propose(project, [.. list.Rows], 1, Approved, [], Given.Id(), Given.Id(), null, owner, TimeProvider.System).Codes().ShouldBe(["project.not-allowed"]);
        owner.ReadsWhole(project).ShouldBeFalse();
    }

    /// <summary>Every beneficiary has its own norms: what one may get does not lend room to another.</summary>
    [Fact]
    public void Norms_AreAskedBeneficiaryByBeneficiary()
    {
        var rows = new[] { Row(), Row() with { Support = Dong.Millions(201) } };
        var preview = Group().Preview(rows);
        var forms = rows.ToDictionary(r => r.EstablishmentId, _ => LegalForm.HouseholdBusiness);
        var checks = ProjectCheck.Of(preview, forms, Books.Of(Books.Norm(5000, 200_000_000, regime: Regime.National, verification: Verification.VerifiedVerbatim)), Given.Today);
        checks.Select(c => (c.Beneficiary!.EstablishmentId, c.Answer.Verdict is Verdict.NotEligible)).ShouldBe([(rows[0].EstablishmentId, false), (rows[1].EstablishmentId, true)]);
        BeneficiaryListing.Propose(Group(), rows, 0, Approved, [.. checks.Select(c => c.Answer)], Given.Id(), Given.Id(), null, Writer, TimeProvider.System).Codes().ShouldBe(["project.check-blocks"]);
    }

    private static BeneficiaryList In(BeneficiaryListState state, Project project)
    {
        var list = Proposed(project, [Row()]);
        switch (state)
        {
            case BeneficiaryListState.Returned:
                list.Apply(BeneficiaryListing.Return(project, list, "Thiếu báo giá", Given.Id(), Given.Mover(Role.DepartmentLeader, Given.Id()), TimeProvider.System).Event.ShouldNotBeNull());
                break;
            case BeneficiaryListState.Confirmed or BeneficiaryListState.Replaced:
                list.Apply(Confirm(project, list).Event.ShouldNotBeNull());
                break;
        }

        if (state is BeneficiaryListState.Replaced)
        {
            list.Replace();
        }

        return list;
    }

    private static ProjectMover Writer => Given.Mover(Role.CentreOfficer);

    private static Project Group() => Given.In(ProjectState.Approved, Given.Text(ProjectKind.NationalGroup) with { Beneficiaries = [], Consent = null, Holds = NormConditions.FittingIndustry | NormConditions.OwnCapital | NormConditions.NoOtherSupport });

    private static ListedBeneficiary Row(string commune = Given.Commune) => new(
        Given.Id(), Given.Id(), "Hộ kinh doanh Minh Họa", Given.Id(), commune, "machines", Dong.Millions(500), Dong.Millions(200), [Given.Machine()]);

    private static Ruling<BeneficiariesProposed> Propose(Project project, ListedBeneficiary[] rows, int before = 0) => Propose(project, rows, Approved, before);

    private static Ruling<BeneficiariesProposed> Propose(Project project, ListedBeneficiary[] rows, Dong? approved, int before = 0) =>
        BeneficiaryListing.Propose(project, rows, before, approved, [], Given.Id(), Given.Id(), "Danh sách", Writer, TimeProvider.System);

    private static BeneficiaryList Proposed(Project project, ListedBeneficiary[] rows, int before = 0)
    {
        var proposed = Propose(project, rows, before).Event.ShouldNotBeNull();
        project.Apply(proposed.Step);
        return BeneficiaryList.From(proposed, Given.Province);
    }

    private static Ruling<BeneficiariesConfirmed> Confirm(Project project, BeneficiaryList list, ProjectMover? by = null, bool suspected = false) => Confirm(project, list, "12/SCT-QLCN", Given.Today, by, suspected);

    private static Ruling<BeneficiariesConfirmed> Confirm(Project project, BeneficiaryList list, string number, DateOnly? date, ProjectMover? by = null, bool suspected = false) =>
        BeneficiaryListing.Confirm(project, list, Approved, [], suspected, number, date, Given.Id(), "Xác nhận", by ?? Given.Mover(Role.DepartmentLeader, Given.Id()), TimeProvider.System);
}
