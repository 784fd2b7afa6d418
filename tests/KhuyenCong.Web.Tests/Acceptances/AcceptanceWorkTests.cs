using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Acceptances;

/// <summary>What awaits a conclusion stands at home with whoever may conclude it.</summary>
public sealed class AcceptanceWorkTests(App app)
{
    /// <summary>Before all that other tests leave behind: the list of work goes only so far.</summary>
    private static readonly DateOnly LongAgo = new(2026, 1, 5);

    [Fact]
    public async Task ASitesRecord_WaitsForWhoConcludes_OfTheSameProvince()
    {
        var (project, contract) = await app.AContract();
        var id = await app.ASubmitted(project, contract);
        await app.WithDb(App.KhanhHoa, db => db.Acceptances.Where(a => a.AcceptanceId == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.StateSince, LongAgo)));
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var commune = await app.ASomebody(Role.CommuneLeader, commune: GivenEstablishments.CamLam);
        using var foreign = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        (await AtHome(leader, GivenAcceptances.Path(id))).ShouldBe("Xem, kết luận");
        (await AtHome(officer, GivenAcceptances.Path(id))).ShouldBeNull();
        (await AtHome(commune, GivenAcceptances.Path(id))).ShouldBeNull("not the commune's own");
        (await AtHome(foreign, GivenAcceptances.Path(id))).ShouldBeNull();
        await (await leader.Moves(id, AcceptanceAction.Return)).ShouldGoOn();
        (await AtHome(leader, GivenAcceptances.Path(id))).ShouldBeNull();
    }

    [Fact]
    public async Task ARecordOfTheWholeProject_WaitsForItsWriter_ThenForAnotherWhoConcludes_AndInItsClock()
    {
        var (project, _) = await app.AContract();
        var (writer, another) = (await app.APerson(Role.DepartmentLeader), await app.APerson(Role.DepartmentLeader));
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var (drafted, sent) = (await ASummary(project, AcceptanceForm.General, writer.UserId, false), await ASummary(project, AcceptanceForm.Agency, writer.UserId, true));
        (await AtHome(officer, drafted)).ShouldBe("Soạn tiếp");
        (await AtHome(another.Client, drafted)).ShouldBeNull("nothing to conclude yet");
        (await AtHome(officer, sent)).ShouldBeNull();
        (await AtHome(another.Client, sent)).ShouldBe("Xem, kết luận");
        (await AtHome(writer.Client, sent)).ShouldBeNull("they wrote it");
        var card = (await officer.GetPageAsync(project.Path())).QuerySelector("#dang-cho")!.TextContent;
        card.ShouldContain("lập xong biên bản nghiệm thu chung");
        card.ShouldContain("kết luận biên bản nghiệm thu chung");
        writer.Client.Dispose();
        another.Client.Dispose();
    }

    /// <summary>Its address.</summary>
    private async Task<string> ASummary(Project project, AcceptanceForm form, Guid by, bool isSent)
    {
        var id = GivenAcceptances.Id();
        await app.WithDb(App.KhanhHoa, async db =>
        {
            var now = TimeProvider.System.UtcNow;
            var summary = AcceptanceSummary.From(new(id, App.KhanhHoa, project.ProjectId, Regime.National, App.KhanhHoa, form, 1, null, null, null, by, LongAgo, now));
            if (isSent)
            {
                summary.Apply(new AcceptanceSummaryMoved(id, new(AcceptanceAction.Submit), AcceptanceState.Submitted, [], by, LongAgo, now, GivenAcceptances.Id));
            }

            db.AcceptanceSummaries.Add(summary);
            db.Because("acceptance-summary.opened", "test");
            return await db.SaveChangesAsync();
        });
        return $"/nghiem-thu/chung/{id}";
    }

    /// <summary>The button of the work; null where it is not in the list.</summary>
    private static async Task<string?> AtHome(HttpClient client, string path) => (await client.GetPageAsync("/")).QuerySelector($"main a.btn[href='{path}']")?.TextContent.Trim();
}
