using System.Net;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using KhuyenCong.Web.Tests.Results;

namespace KhuyenCong.Web.Tests.Acceptances;

/// <summary>An owner reads what is concluded about them; who executes the project reads it as it goes.</summary>
public sealed class AcceptanceReachTests(App app)
{
    [Fact]
    public async Task ARecordOfTheWholeProject_IsNotTheOwnersOfOnePart()
    {
        var (owner, unit) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var (project, contract) = await app.AContract(owner: unit, other: await app.AnEstablishment());
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var opened = await officer.SubmitAsync($"/hop-dong/{contract.ContractId}/nghiem-thu", new { Form = AcceptanceForm.General });
        await opened.ShouldGoOn();
        var id = Guid.Parse(opened.Headers.Location!.OriginalString.Split('/')[2]);
        (await app.Again(id)).EstablishmentId.ShouldBeNull();
        (await Get(owner, project.Path())).ShouldBe(HttpStatusCode.OK, "their part of the project");
        (await Get(owner, GivenAcceptances.Path(id))).ShouldBe(HttpStatusCode.NotFound);
        (await Get(owner, $"{GivenAcceptances.Path(id)}/in")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TheOwner_ReadsTheRecordOnceConcluded_TheCentreBefore()
    {
        var (owner, unit) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var (centre, _) = await app.AsUnit(Role.CentreOfficer);
        var (project, contract) = await app.AContract(await app.Target(await app.AProgramme(), "T-2"), unit);
        var id = await app.ASubmitted(project, contract);
        (await Get(owner, GivenAcceptances.Path(id))).ShouldBe(HttpStatusCode.NotFound, "not concluded yet");
        (await Get(centre, GivenAcceptances.Path(id))).ShouldBe(HttpStatusCode.OK);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Moves(id, AcceptanceAction.Conclude)).ShouldGoOn();
        (await Get(owner, GivenAcceptances.Path(id))).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> Get(HttpClient client, string url) => (await client.GetAsync(new Uri(url, UriKind.Relative))).StatusCode;
}
