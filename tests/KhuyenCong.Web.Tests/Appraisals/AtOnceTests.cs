using System.Net;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Appraisals;

/// <summary>What happens when people act at the same moment.</summary>
public sealed class AtOnceTests(App app)
{
    [Fact]
    public async Task MembersWhoVoteAtOnce_AllCount()
    {
        var sitting = await app.ASitting(more: [await app.APerson(Role.FinanceOfficer), await app.APerson(Role.CentreOfficer)]);
        foreach (var person in sitting.People)
        {
            await (await person.Declares(sitting.Path)).ShouldGoOn();
        }

        var sent = await Task.WhenAll(sitting.People.Select(p => p.Sends(sitting.Path)));
        sent.ShouldAllBe(r => r.StatusCode == HttpStatusCode.Redirect);
        var after = await app.Again(sitting.Appraisal);
        (after.VotesCast, after.Opinions.Count).ShouldBe((5, 5));
    }

    [Fact]
    public async Task AVoteThatRacesTheEndOfTheSession_IsCounted_OrRefused_NeverLost()
    {
        for (var round = 0; round < 4; round++)
        {
            var sitting = await app.ASitting();
            await sitting.Chair.Votes(sitting.Path);
            await sitting.People[1].Votes(sitting.Path);
            await (await sitting.People[2].Declares(sitting.Path)).ShouldGoOn();
            var (late, close) = (sitting.People[2].Sends(sitting.Path, GivenAppraisals.Ballot(AppraisalVote.Fail)), sitting.Chair.Closes(sitting));
            await Task.WhenAll(late, close);
            await (await close).ShouldGoOn();
            var after = await app.Again(sitting.Appraisal);
            var accepted = (await late).StatusCode == HttpStatusCode.Redirect;
            (after.State, after.PassCount, after.FailCount).ShouldBe((AppraisalState.Closed, 2, accepted ? 1 : 0));
            after.Opinions.Count.ShouldBe(accepted ? 3 : 2);
            if (!accepted)
            {
                (await (await late).Told()).ShouldContain("đã mở");
            }
        }
    }

    [Fact]
    public async Task OneDossier_IsNotStartedTwice()
    {
        var project = await app.AProject(state: ProjectState.AwaitingAppraisal);
        GivenAppraisals.Person[] people = [await app.APerson(Role.DepartmentOfficer), await app.APerson(Role.DepartmentOfficer), await app.APerson(Role.DepartmentLeader)];
        var appraiser = people[2];
        var unit = await app.WithDb(App.KhanhHoa, db => db.Memberships.Where(m => m.UserId == appraiser.UserId).Select(m => m.OrganisationId).SingleAsync());
        var path = $"/tham-dinh/bat-dau/{project.ProjectId}";
        var answers = await Task.WhenAll(people.Take(2).Select(p => p.Client.SubmitAsync(path, new { Appraiser = $"{appraiser.UserId:N}{unit:N}" }, $"{path}?handler=Staff")));
        answers.Count(r => r.StatusCode == HttpStatusCode.Redirect && r.Headers.Location!.OriginalString.StartsWith("/tham-dinh/", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        (await app.WithDb(App.KhanhHoa, db => db.Appraisals.CountAsync(a => a.ProjectId == project.ProjectId))).ShouldBe(1);
    }
}
