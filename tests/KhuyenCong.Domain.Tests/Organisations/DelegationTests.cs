using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Tests.Organisations;

public sealed class DelegationTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Guid Leader = Guid.Parse("018f0000-0000-7000-8000-000000000001");
    private static readonly Guid Officer = Guid.Parse("018f0000-0000-7000-8000-000000000002");

    [Fact]
    public void Delegation_GivesItsActs_OnItsDays_AndEndsByItself()
    {
        var given = Delegate().Event.ShouldNotBeNull();
        Membership[] held = [Member(Officer, Role.DepartmentOfficer), Membership.Of(given, Member(Leader, Role.DepartmentLeader))];
        held.Reach(Act.AdoptRule, given.From.AddDays(-1)).ShouldBeNull();
        held.Reach(Act.AdoptRule, given.From).ShouldBe(Scope.Province);
        held.Reach(Act.AdoptRule, given.To).ShouldBe(Scope.Province);
        held.Reach(Act.AdoptRule, given.To.AddDays(1)).ShouldBeNull();
        held.Reach(Act.EditOrganisations, given.From).ShouldBeNull();
        held.Reach(Act.EditProgramme, given.To.AddDays(1)).ShouldBe(Scope.Province);
        held.ActiveOn(given.To).Count.ShouldBe(2);
    }

    [Fact]
    public void WhatOneHasNot_OneCannotDelegate() =>
        Codes(Delegate(acts: [Act.ManageUsers, Act.AdoptRule])).ShouldBe(["delegation.acts-not-held"]);

    [Fact]
    public void DelegatedRole_IsNotDelegatedOn()
    {
        var source = Membership.Of(Delegate().Event!, Member(Leader, Role.DepartmentLeader));
        Codes(Delegate(source: source, from: Officer, to: Leader)).ShouldContain("delegation.re-delegation");
        Codes(Delegate(acts: [Act.Delegate])).ShouldBe(["delegation.re-delegation"]);
    }

    [Fact]
    public void RoleWithoutTheRight_DoesNotDelegate() =>
        Codes(Delegate(source: Member(Leader, Role.DepartmentOfficer), acts: [Act.EditProgramme])).ShouldBe(["delegation.role-may-not-delegate"]);

    [Fact]
    public void OutsidersAndOneself_ReceiveNothing()
    {
        Codes(Delegate(receiver: Member(Officer, Role.DepartmentOfficer, province: "75"))).ShouldBe(["delegation.receiver-outside"]);
        Codes(Delegate(to: Leader)).ShouldBe(["delegation.to-oneself", "delegation.receiver-outside"]);
    }

    [Fact]
    public void MoreThanAYear_IsWarned_NotBlocked()
    {
        Delegate(until: Today.AddYears(1)).Event!.Warnings.ShouldBeEmpty();
        Delegate(until: Today.AddYears(1).AddDays(1)).Event!.Warnings.Single().Code.ShouldBe("delegation.longer-than-a-year");
    }

    [Fact]
    public void DelegationDoesNotOutlastTheRole() =>
        Codes(Delegate(source: Member(Leader, Role.DepartmentLeader, to: Today.AddDays(5)), until: Today.AddDays(6))).ShouldBe(["delegation.outlasts-role"]);

    [Fact]
    public void Revocation_CountsFromToday()
    {
        var delegation = Delegation.Of(Delegate().Event!, Member(Leader, Role.DepartmentLeader));
        Delegating.Revoke(delegation, " ", Today).Breaches.Select(b => b.Code).ShouldBe(["delegation.reason-missing"]);
        delegation.Apply(Delegating.Revoke(delegation, "Về sớm", Today).Event!);
        delegation.Covers(Today).ShouldBeFalse();
        Delegating.Revoke(delegation, "x", Today).Breaches.Select(b => b.Code).ShouldBe(["delegation.already-ended"]);
    }

    [Fact]
    public void MinistryRoles_AreForTheMinistry_CommuneRolesForACommune()
    {
        var department = Organisation.From(new(Leader, OrganisationKind.Department, "56", null, null, []));
        IEnumerable<string> Grant(Role role) =>
            Memberships.Grant(new(Leader, Officer, Leader, role, "56", null, Today, null), department, []).Breaches.Select(b => b.Code);
        Grant(Role.MinistryViewer).ShouldBe(["membership.role-needs-ministry"]);
        Grant(Role.TreasuryOfficer).ShouldBe(["membership.role-needs-treasury"]);
        Grant(Role.CommuneOfficer).ShouldBe(["membership.commune-missing"]);
        Grant(Role.DepartmentOfficer).ShouldBeEmpty();
        Memberships.Grant(new(Leader, Officer, Leader, Role.DepartmentOfficer, "56", null, Today, null), department, [Member(Officer, Role.DepartmentOfficer)])
            .Breaches.Select(b => b.Code).ShouldBe(["membership.already-held"]);
    }

    [Fact]
    public void EndingARole_NeedsADayWithinIt_AndADocument()
    {
        IEnumerable<string> End(Membership held, DateOnly? day, string? document = "QĐ 1") => Memberships.End(held, day, document, Today).Breaches.Select(b => b.Code);
        var held = Member(Officer, Role.DepartmentOfficer, to: Today.AddDays(10));
        End(held, null, " ").ShouldBe(["organisation.last-day-missing", "membership.document-missing"]);
        End(held, Today.AddDays(11)).ShouldBe(["organisation.last-day-extends"]);
        End(held, new(2025, 12, 30)).ShouldBe(["organisation.last-day-before-start"]);
        // The day before it begins: a role given by mistake never counts.
        End(held, new(2025, 12, 31)).ShouldBeEmpty();
        End(held, Today.AddDays(10)).ShouldBeEmpty();
        End(Member(Officer, Role.DepartmentOfficer, to: Today.AddDays(-1)), Today.AddDays(-2)).ShouldBe(["membership.already-ended"]);
        End(Membership.Of(Delegate().Event!, Member(Leader, Role.DepartmentLeader)), Today).ShouldBe(["membership.delegated"]);
    }

    private static Ruling<DelegationGiven> Delegate(Membership? source = null, Membership? receiver = null, Guid? from = null, Guid? to = null, Act[]? acts = null, DateOnly? until = null) =>
        Delegating.Delegate(
            new(Leader, Officer, from ?? Leader, to ?? Officer, acts ?? [Act.AdoptRule], Today, until ?? Today.AddDays(30), "15/QĐ-SCT", Today),
            source ?? Member(Leader, Role.DepartmentLeader),
            [receiver ?? Member(Officer, Role.DepartmentOfficer)],
            Today);

    private static Membership Member(Guid user, Role role, string province = "56", DateOnly? to = null) =>
        Membership.Of(new MembershipGranted(user, user, Leader, role, province, null, new(2026, 1, 1), to));

    private static IEnumerable<string> Codes(Ruling<DelegationGiven> ruling) => ruling.Breaches.Select(b => b.Code);
}
