using System.Security.Claims;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Web.Tests;

/// <summary>What a session knows of a person, as of a day.</summary>
public sealed class ViewerTests(App app)
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public async Task ABranchOfficer_ReachesTheCommunesTheBranchCoversToday()
    {
        var viewer = Load(await Principal(OrganisationKind.CentreBranch, Role.CentreBranchOfficer, App.DongNai, App.DongNai,
            (OrganisationRelationKind.CoversCommune, "26041", null, null),
            (OrganisationRelationKind.CoversCommune, "26050", null, Today.AddDays(-1)),
            (OrganisationRelationKind.CoversCommune, "26068", Today.AddDays(1), null)));
        viewer.CanIn(Act.RecordResult, "26041").ShouldBeTrue();
        viewer.CanIn(Act.RecordResult, "26050").ShouldBeFalse("no longer covered");
        viewer.CanIn(Act.RecordResult, "26068").ShouldBeFalse("not yet covered");
    }

    [Fact]
    public async Task ATreasuryOfficer_WorksInTheProvincesServedToday()
    {
        var viewer = Load(await Principal(OrganisationKind.Treasury, Role.TreasuryOfficer, null, "",
            (OrganisationRelationKind.ServesProvince, App.DongNai, null, null),
            (OrganisationRelationKind.ServesProvince, App.KhanhHoa, null, Today.AddDays(-1))));
        viewer.Workplaces.Select(w => w.ProvinceCode).ShouldBe([App.DongNai]);
        viewer.Can(Act.ViewResults).ShouldBeFalse();
    }

    [Theory]
    [InlineData(-10, -1, false)]
    [InlineData(-10, 0, true)]
    [InlineData(0, 5, true)]
    [InlineData(1, 5, false)]
    public void ARole_HoldsFromItsFirstToItsLastDay(int from, int to, bool holds)
    {
        var organisation = Id();
        var viewer = Load(new ClaimsPrincipal(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, Id().ToString()),
            new(Workplace.NameClaimType, $"{organisation:N}|Sở (dữ liệu minh họa)"),
            new(MembershipClaim.ClaimType, new MembershipClaim(Role.DepartmentLeader, organisation, App.KhanhHoa, null, Today.AddDays(from), Today.AddDays(to)).ToString()),
        ], "test")));
        viewer.Can(Act.EditProgramme).ShouldBe(holds);
        viewer.ProvinceCode.ShouldBe(holds ? App.KhanhHoa : "");
    }

    [Fact]
    public void ADelegatedRole_GivesOnlyTheDelegatedActs() =>
        MembershipClaim.Parse(new MembershipClaim(Role.DepartmentLeader, Guid.Empty, App.KhanhHoa, null, null, null, "AnswerPetition").ToString())
            .ShouldNotBeNull().ShouldSatisfyAllConditions(
                m => m.Allows(Act.AnswerPetition).ShouldBe(Scope.Province),
                m => m.Allows(Act.AdoptRule).ShouldBeNull());

    /// <summary>A centre's people carry with them on whose lines they work; those of a department are not bound.</summary>
    [Fact]
    public async Task ACentresPeople_WorkOnTheirOwnLines()
    {
        var centre = Load(await Principal(OrganisationKind.PromotionCentre, Role.CentreAccountant, App.KhanhHoa, App.KhanhHoa));
        centre.Bodies.ShouldNotBeNull().SetEquals([centre.OrganisationId!.Value]).ShouldBeTrue();
        Load(await Principal(OrganisationKind.OtherDepartment, Role.DepartmentAccountant, App.KhanhHoa, App.KhanhHoa)).Bodies.ShouldBeNull();
    }

    private static Viewer Load(ClaimsPrincipal principal)
    {
        var viewer = new Viewer();
        viewer.Load(principal, Today);
        return viewer;
    }

    private async Task<ClaimsPrincipal> Principal(
        OrganisationKind kind, Role role, string? province, string scope, params (OrganisationRelationKind Kind, string Unit, DateOnly? From, DateOnly? To)[] relations)
    {
        var account = await app.WithDb(scope, async db =>
        {
            var account = new Account(Id(), $"thu-{Id():N}", "Thử (dữ liệu minh họa)");
            var organisation = Organisation.From(new OrganisationOpened(Id(), kind, province, null, null, [new NameText(Id(), $"Đơn vị thử {Id()} (dữ liệu minh họa)", null)]));
            db.Users.Add(account);
            db.Organisations.Add(organisation);
            db.OrganisationRelations.AddRange(relations.Select(r => OrganisationRelation.Of(new OrganisationsRelated(Id(), r.Kind, organisation.OrganisationId, null, r.Unit, r.From, r.To, province))));
            db.Memberships.Add(Membership.Of(new MembershipGranted(Id(), account.Id, organisation.OrganisationId, role, province, null, new(2020, 1, 1), null)));
            db.Because("test");
            await db.SaveChangesAsync();
            return account;
        });
        await using var services = app.Services.CreateAsyncScope();
        return await services.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
    }

    private static Guid Id() => Uuid.New(TimeProvider.System);
}
