using System.Net;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Pages.Accounts;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Results;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Acceptances;

/// <summary>What is stuck on a machine leads to its page, and tells nothing of a person.</summary>
public sealed class MachineLabelTests(App app)
{
    [Fact]
    public async Task AnAcceptedMachine_HasALabel_ThatLeadsToItsPage()
    {
        var (project, contract) = await app.AContract(await app.Target(await app.AProgramme(), "T-1"));
        var serial = GivenAcceptances.ASerial();
        var id = await app.ASubmitted(project, contract, serial);
        var machine = $"/may-moc/{(await app.Again(id)).Machines[0].MachinePassportId}";
        using var leader = await app.ASomebody(Role.DepartmentLeader);

        // Nobody has paid for it yet.
        foreach (var (page, label) in new[] { (machine, $"{machine}/tem"), (GivenAcceptances.Path(id), $"{GivenAcceptances.Path(id)}/tem") })
        {
            (await leader.GetPageAsync(page)).QuerySelector($"a[href='{label}']").ShouldBeNull();
            (await leader.GetPageAsync(label)).QuerySelector(".machine-label").ShouldBeNull();
        }

        await (await leader.Moves(id, AcceptanceAction.Conclude)).ShouldGoOn();
        var address = new Uri(leader.BaseAddress!, machine).AbsoluteUri;
        var (code, programme) = await app.WithDb(App.KhanhHoa, async db =>
        {
            var of = await db.Projects.AsNoTracking().SingleAsync(p => p.ProjectId == project.ProjectId);
            return (of.Code, await db.Programmes.Where(p => p.ProgrammeId == of.ProgrammeId).Select(p => p.Title).SingleAsync());
        });
        foreach (var (page, label) in new[] { (machine, $"{machine}/tem"), (GivenAcceptances.Path(id), $"{GivenAcceptances.Path(id)}/tem") })
        {
            (await leader.GetPageAsync(page)).QuerySelector($"a[href='{label}']").ShouldNotBeNull();
            var shown = (await leader.GetPageAsync(label)).QuerySelectorAll(".machine-label").ShouldHaveSingleItem();
            shown.TextContent.ShouldSatisfyAllConditions(
                t => t.ShouldContain("Máy được hỗ trợ từ kinh phí khuyến công"), t => t.ShouldContain(serial), t => t.ShouldContain(code!), t => t.ShouldContain(programme), t => t.ShouldContain(address),
                t => t.ShouldNotContain(project.Beneficiaries[0].Name), t => t.ShouldNotContain("Người Minh Họa"));
            $"{QrPicture.Svg(address, "")}".ShouldContain($"\"{shown.QuerySelector("svg.qr path")!.GetAttribute("d")}\"");
        }
    }

    [Fact]
    public async Task WhoeverDoesNotReadTheRecord_PrintsNoLabel()
    {
        var (project, contract) = await app.AContract(await app.Target(await app.AProgramme(), "T-1"));
        var id = await app.ASubmitted(project, contract);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Moves(id, AcceptanceAction.Conclude)).ShouldGoOn();
        using var party = await app.AParty(contract);
        using var foreign = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        using var owner = await app.ASomebody(Role.EstablishmentOwner);
        using var administrator = await app.As(Role.Administrator);
        foreach (var label in new[] { $"/may-moc/{(await app.Again(id)).Machines[0].MachinePassportId}/tem", $"{GivenAcceptances.Path(id)}/tem" })
        {
            var url = new Uri(label, UriKind.Relative);
            (await party.GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.OK, label);
            (await owner.GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound, label);
            (await foreign.GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound, label);
            (await administrator.GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, label);
        }
    }

    /// <summary>Whoever scans it before signing in comes to the machine afterwards.</summary>
    [Fact]
    public async Task AScan_LeadsThroughTheSignIn_ToTheMachine()
    {
        var path = $"/may-moc/{GivenAcceptances.Id()}";
        using var nobody = app.Anonymous();
        var response = await nobody.GetAsync(new Uri(path, UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldSatisfyAllConditions(a => a.ShouldContain("/dang-nhap"), a => a.ShouldContain($"ve={Uri.EscapeDataString(path)}"));
    }
}
