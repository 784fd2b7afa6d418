using System.Net;
using System.Security.Claims;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Appraisals;

/// <summary>Nobody judges their own dossier: not in a second round, not by delegation, not from another workplace, not by a condition.</summary>
public sealed class OwnDossierTests(App app)
{
    [Fact]
    public async Task ASecondRound_AsksAgain()
    {
        var (writer, organiser) = (await app.APerson(Role.DepartmentOfficer), await app.APerson(Role.DepartmentOfficer));
        var first = await app.AProject(state: ProjectState.AwaitingAppraisal, by: writer.UserId);
        var second = await app.AProject(state: ProjectState.InAppraisal, by: writer.UserId);
        foreach (var project in new[] { first, second })
        {
            (await StartAsync(project, writer, organiser)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await app.WithDb(App.KhanhHoa, db => db.Appraisals.AnyAsync(a => a.ProjectId == project.ProjectId))).ShouldBeFalse();
            await (await StartAsync(project, organiser, await app.APerson(Role.FinanceOfficer))).ShouldGoOn();
        }
    }

    [Fact]
    public async Task WhoeverEditedIt_IsNotAppointed_AndDoesNotOrganise()
    {
        var editor = await app.APerson(Role.DepartmentOfficer);
        var project = await app.AProject(state: ProjectState.AwaitingAppraisal);
        await app.WithDb(App.KhanhHoa, async db =>
        {
            var whole = await db.WholeProjects.SingleAsync(p => p.ProjectId == project.ProjectId);
            whole.Apply(new ProjectEdited(project.ProjectId, whole.Text with { Title = "Tên đã sửa" }, editor.UserId, TimeProvider.System.UtcNow));
            db.Because("project.edited", "test");
            return await db.SaveChangesAsync();
        });
        var organiser = await app.APerson(Role.DepartmentOfficer);
        (await (await StartAsync(project, organiser, editor)).Told()).ShouldContain("có liên quan đến hồ sơ này");
        (await StartAsync(project, editor, organiser)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task ACondition_IsNotConfirmedByWhoeverWroteTheDossier()
    {
        var writer = await app.APerson(Role.DepartmentOfficer);
        var project = await app.AProject(state: ProjectState.InAppraisal, by: writer.UserId);
        var sitting = await app.ASitting(project, conditional: true);
        foreach (var person in sitting.People)
        {
            await person.Votes(sitting.Path, AppraisalVote.ConditionalPass);
        }

        await (await sitting.People[2].Closes(sitting)).ShouldGoOn();
        await (await sitting.Chair.Signs(sitting.Path, conditions: "Bổ sung báo giá")).ShouldGoOn();
        await (await sitting.Chair.Concludes(sitting.Path, conditions: "Bổ sung báo giá")).ShouldGoOn();
        var condition = (await app.Again(sitting.Appraisal)).Conditions.ShouldHaveSingleItem().AppraisalConditionId;
        var met = $"{sitting.Path}?handler=Meet&dieuKien={condition}";
        (await writer.Client.SubmitAsync(sitting.Path, new { Proof = "Công văn 12/CV" }, met)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Again(sitting.Appraisal)).Conditions[0].State.ShouldBe(ConditionState.Open);
        await (await sitting.People[2].Client.SubmitAsync(sitting.Path, new { Proof = "Công văn 12/CV" }, met)).ShouldGoOn();
    }

    [Fact]
    public async Task ALeaderWhoOwnsABeneficiaryElsewhere_DoesNotConclude()
    {
        var (_, organisation) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var project = await app.AProject(GivenProjects.Text(await app.AnEstablishment(organisation: organisation)), ProjectState.AwaitingAppraisal);
        var account = await app.GivenAnAccount("leader", Role.DepartmentLeader, App.KhanhHoa);
        await app.WithDb(App.KhanhHoa, async db =>
        {
            db.Memberships.Add(Membership.Of(new MembershipGranted(GivenProjects.Id(), account.Id, organisation, Role.EstablishmentOwner, App.KhanhHoa, null, new(2020, 1, 1), null)));
            db.Because("membership.granted", "test");
            return await db.SaveChangesAsync();
        });
        await RefusedToConcludeAsync(project, account);
    }

    [Fact]
    public async Task AFilerWithADelegation_DoesNotConclude()
    {
        var account = await app.GivenAnAccount("filer", Role.DepartmentOfficer, App.KhanhHoa);
        var project = await app.AProject(state: ProjectState.AwaitingAppraisal, by: account.Id);
        var leader = await app.GivenAnAccount("leader", Role.DepartmentLeader, App.KhanhHoa);
        await app.WithDb(App.KhanhHoa, async db =>
        {
            var source = await db.Memberships.SingleAsync(m => m.UserId == leader.Id);
            var today = TimeProvider.System.Today;
            var given = new DelegationGiven(GivenProjects.Id(), GivenProjects.Id(), leader.Id, account.Id, [Act.ConcludeAppraisal], today, today.AddDays(7), "12/QĐ-SCT", today);
            db.AddRange(Delegation.Of(given, source), Membership.Of(given, source));
            db.Because("delegation.given", "test");
            return await db.SaveChangesAsync();
        });
        await RefusedToConcludeAsync(project, account);
    }

    private async Task RefusedToConcludeAsync(Project project, Account account)
    {
        var (organiser, appraiser, other) = (await app.APerson(Role.DepartmentOfficer), await app.APerson(Role.FinanceOfficer), await app.APerson(Role.DepartmentLeader));
        var started = await StartAsync(project, organiser, appraiser);
        await started.ShouldGoOn();
        var path = started.Headers.Location!.OriginalString;
        await (await appraiser.Declares(path)).ShouldGoOn();
        await (await appraiser.Sends(path, GivenAppraisals.Ballot(provincial: "1"))).ShouldGoOn();
        var concerned = new GivenAppraisals.Person(account.Id, account.DisplayName, app.Client(await app.CookieOf(account, new Claim(Workplace.ClaimType, $"{await app.ADepartment():N}-{App.KhanhHoa}"))));
        var answer = await concerned.Concludes(path, provincial: "1");
        answer.StatusCode.ShouldNotBe(HttpStatusCode.Redirect);
        (await answer.Told()).ShouldContain("là chủ cơ sở thụ hưởng nên không tự");
        (await app.Again(project.ProjectId)).State.ShouldBe(ProjectState.InAppraisal);
        await (await other.Concludes(path, provincial: "1")).ShouldGoOn();
    }

    private async Task<HttpResponseMessage> StartAsync(Project project, GivenAppraisals.Person organiser, GivenAppraisals.Person appraiser)
    {
        var unit = await app.WithDb(App.KhanhHoa, db => db.Memberships.Where(m => m.UserId == appraiser.UserId).Select(m => m.OrganisationId).FirstAsync());
        var path = $"/tham-dinh/bat-dau/{project.ProjectId}";
        return await organiser.Client.SubmitAsync(path, new { Appraiser = $"{appraiser.UserId:N}{unit:N}" }, $"{path}?handler=Staff");
    }
}
