using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Tests.Organisations;

public sealed class OrganisingTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateOnly Start = new(2025, 7, 1);

    [Fact]
    public void Opening_TellsEveryFaultAtOnce() =>
        Codes(Organising.OpenOrganisation(new(Guid.Empty, OrganisationKind.CommuneOffice, "75", null, null, []), [], "56", Today).Breaches)
            .ShouldBe(["organisation.other-province", "organisation.name-missing", "organisation.opening-missing", "organisation.commune-missing"]);

    [Theory]
    [InlineData(OrganisationKind.Treasury, "56", false)]
    [InlineData(OrganisationKind.Treasury, null, true)]
    [InlineData(OrganisationKind.Ministry, null, true)]
    [InlineData(OrganisationKind.Agency, "56", false)]
    [InlineData(OrganisationKind.MinistryUnit, null, true)]
    [InlineData(OrganisationKind.MinistryUnit, "56", false)]
    [InlineData(OrganisationKind.Department, null, false)]
    [InlineData(OrganisationKind.Department, "56", true)]
    public void TheNationOpensItsBodies_AProvinceItsOwn(OrganisationKind kind, string? writer, bool allowed) =>
        Codes(Organising.OpenOrganisation(new(Id(1), kind, writer, null, Start, [new(Id(2), "Tên", Start, null)]), [], writer, Today).Breaches).ShouldBe(allowed ? [] : ["organisation.kind-of-other-level"]);

    [Theory]
    [InlineData(OrganisationRelationKind.ServesProvince, "56", false)]
    [InlineData(OrganisationRelationKind.ServesProvince, null, true)]
    [InlineData(OrganisationRelationKind.CoversCommune, "56", true)]
    [InlineData(OrganisationRelationKind.CoversCommune, null, false)]
    public void TheNationServesProvinces_AProvinceCoversCommunes(OrganisationRelationKind kind, string? writer, bool allowed)
    {
        var subject = Organisation.From(new(Id(1), writer is null ? OrganisationKind.Treasury : OrganisationKind.CentreBranch, writer, null, Start, [new(Id(2), "Tên", Start, null)]));
        Codes(Organising.RelateOrganisations(new(Id(3), kind, Id(1), null, "56", Start, null, writer, "QĐ"), subject, null, [], writer).Breaches).ShouldBe(allowed ? [] : ["organisation.relation-other-level"]);
    }

    [Fact]
    public void SameName_SameKind_SameDay_IsRefused() =>
        Codes(Organising.OpenOrganisation(Opened(2, "SỞ CÔNG THƯƠNG"), [Open(1, "Sở Công Thương")], "56", Today).Breaches).ShouldBe(["organisation.same-name"]);

    [Fact]
    public void Renaming_EndsTheOldNameTheDayBefore()
    {
        var organisation = Open(1, "Sở Công Thương");
        organisation.Apply(Organising.RenameOrganisation(organisation, Name("Sở Công nghiệp", new(2026, 5, 1)), "56").Event!);
        organisation.NameOn(new(2026, 4, 30)).ShouldBe("Sở Công Thương");
        organisation.NameOn(new(2026, 5, 1)).ShouldBe("Sở Công nghiệp");
        Codes(Organising.RenameOrganisation(organisation, Name("Sở X", new(2026, 5, 1)), "56").Breaches).ShouldBe(["organisation.name-overlap"]);
    }

    [Fact]
    public void Merger_NeedsALivingHeir_AndNoDutiesLeft()
    {
        var (old, heir) = (Open(1, "Trung tâm A"), Open(2, "Trung tâm B"));
        var duty = DutyAssignment.Of(new(Id(9), "56", Duty.ImplementTasks, Id(1), Start, null, "QĐ 1"));
        Codes(Organising.CloseOrganisation(old, old, Today, null, [duty], "56").Breaches)
            .ShouldBe(["organisation.document-missing", "organisation.merged-into-itself", "organisation.duties-left"]);
        duty.Apply(new DutyEnded(Id(9), Today));
        old.Apply(Organising.CloseOrganisation(old, heir, Today, "QĐ 2", [duty], "56").Event!);
        (old.ExistsOn(Today), old.ExistsOn(Today.AddDays(1)), old.MergedIntoId).ShouldBe((true, false, Id(2)));
    }

    [Fact]
    public void OneParentADay_AndNoCircle()
    {
        var (a, b, c) = (Open(1, "A"), Open(2, "B"), Open(3, "C"));
        var ab = OrganisationRelation.Of(Parent(a, b, Start, new(2026, 1, 1)));
        Codes(Relate(Parent(a, c, new(2026, 1, 1), null), a, c, ab)).ShouldBe(["organisation.two-parents"]);
        Codes(Relate(Parent(a, c, new(2026, 1, 2), null), a, c, ab)).ShouldBeEmpty();
        Codes(Relate(Parent(b, a, new(2026, 1, 1), null), b, a, ab)).ShouldBe(["organisation.relation-circular"]);
        Codes(Relate(Parent(b, a, new(2026, 1, 2), null), b, a, ab)).ShouldBeEmpty();
        var bc = OrganisationRelation.Of(Parent(b, c, Start, null));
        Codes(Relate(Parent(c, a, Start, null), c, a, ab, bc)).ShouldBe(["organisation.relation-circular"]);
        Codes(Relate(Parent(a, a, Start, null), a, a)).ShouldBe(["organisation.relation-to-itself", "organisation.relation-circular"]);
    }

    [Fact]
    public void Circle_IsFound_EvenIfItClosesLater()
    {
        var (a, b) = (Open(1, "A"), Open(2, "B"));
        var later = OrganisationRelation.Of(Parent(a, b, new(2027, 1, 1), null));
        Codes(Relate(Parent(b, a, Start, null), b, a, later)).ShouldBe(["organisation.relation-circular"]);
    }

    [Fact]
    public void ADuty_HasOneHolderADay()
    {
        var first = DutyAssignment.Of(new(Id(9), "56", Duty.DraftAnnualPlan, Id(1), Start, new(2026, 3, 31), "QĐ 1"));
        Codes(Assign(new(2026, 3, 31), first)).ShouldBe(["duty.already-held"]);
        Codes(Assign(new(2026, 4, 1), first)).ShouldBeEmpty();
    }

    [Fact]
    public void EndingADutyOrRelation_NeedsADayWithinIt_ADocument_AndOnesOwnProvince()
    {
        var duty = DutyAssignment.Of(new(Id(9), "56", Duty.DraftAnnualPlan, Id(1), Start, null, "QĐ 1"));
        Codes(Organising.EndDuty(duty, null, " ", "75").Breaches).ShouldBe(["organisation.other-province", "organisation.last-day-missing", "organisation.document-missing"]);
        Codes(Organising.EndDuty(duty, Start.AddDays(-1), "QĐ", "56").Breaches).ShouldBe(["organisation.last-day-before-start"]);
        duty.Apply(Organising.EndDuty(duty, Start, "QĐ", "56").Event!);
        duty.To.ShouldBe(Start);
        Codes(Organising.EndDuty(duty, Start.AddDays(1), "QĐ", "56").Breaches).ShouldBe(["organisation.last-day-extends"]);

        var relation = OrganisationRelation.Of(Parent(Open(1, "A"), Open(2, "B"), Start, null) with { ProvinceCode = "56" });
        Codes(Organising.EndRelation(relation, Today, "QĐ", "75").Breaches).ShouldBe(["organisation.other-province"]);
        relation.Apply(Organising.EndRelation(relation, Today, "QĐ", "56").Event!);
        (relation.Covers(Today), relation.Covers(Today.AddDays(1))).ShouldBe((true, false));
    }

    [Fact]
    public void ATreasury_TakesADuty_OnlyWhereItServes()
    {
        var treasury = Organisation.From(new(Id(7), OrganisationKind.Treasury, null, null, null, []));
        var serves = OrganisationRelation.Of(new(Id(8), OrganisationRelationKind.ServesProvince, Id(7), null, "75", Start, null));
        var tree = new OrganisationTree([serves], Today);
        IEnumerable<string> In(string province) =>
            Codes(Organising.AssignDuty(new(Id(9), province, Duty.ControlPayments, Id(7), Today, null, "QĐ 33"), treasury, tree, []).Breaches);
        In("75").ShouldBeEmpty();
        In("56").ShouldBe(["duty.not-serving"]);
        new OrganisationTree([serves], Start.AddDays(-1)).Serves(Id(7), "75").ShouldBeFalse();
    }

    private static IEnumerable<string> Codes(IEnumerable<Breach> breaches) => breaches.Select(b => b.Code);

    private static IEnumerable<Breach> Assign(DateOnly from, params DutyAssignment[] existing) => Organising.AssignDuty(
        new(Id(10), "56", Duty.DraftAnnualPlan, Id(2), from, null, "QĐ 2"), Open(2, "B"), new([], from), existing).Breaches;

    private static IReadOnlyList<Breach> Relate(OrganisationsRelated wanted, Organisation subject, Organisation other, params OrganisationRelation[] existing) =>
        Organising.RelateOrganisations(wanted, subject, other, existing, "56").Breaches;

    private static OrganisationsRelated Parent(Organisation child, Organisation parent, DateOnly from, DateOnly? to) =>
        new(Guid.Empty, OrganisationRelationKind.Parent, child.OrganisationId, parent.OrganisationId, null, from, to, Document: "QĐ");

    private static Organisation Open(int id, string name) => Organisation.From(Opened(id, name));

    private static OrganisationOpened Opened(int id, string name) => new(Id(id), OrganisationKind.Department, "56", null, Start, [Name(name, Start)]);

    private static NameText Name(string name, DateOnly from) => new(Guid.Parse($"028f0000-0000-7000-8000-{Math.Abs(name.Length):d12}"), name, from, Document: "QĐ");

    private static Guid Id(int number) => Guid.Parse($"018f0000-0000-7000-8000-{number:d12}");
}
