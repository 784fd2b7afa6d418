using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;

namespace KhuyenCong.Web.Tests.Payments;

/// <summary>Who reads a payment: whoever sees its contract, and nobody because of a foot elsewhere in the project.</summary>
public sealed class PaymentReachTests(App app)
{
    [Fact]
    public async Task OfAProjectForTwo_EachOwnerReadsTheirOwnPayments_OnceTheyAreAskedFor()
    {
        var (owner, unit) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var (neighbour, other) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var (mine, theirs) = (await app.AnEstablishment(organisation: unit), await app.AnEstablishment(organisation: other));
        var (contract, line) = await app.ASignedContract(await app.AProjectForTwo(mine, theirs), mine.EstablishmentId);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = await officer.Drafted(contract, line, 10_000_000);
        (await Get(owner, path)).ShouldBe(HttpStatusCode.NotFound, "not asked for yet");
        (await officer.Take(path, PaymentAction.Request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await Get(owner, path)).ShouldBe(HttpStatusCode.OK);
        (await Get(neighbour, $"/de-an/{contract.ProjectId}")).ShouldBe(HttpStatusCode.OK, "their part of the project");
        foreach (var url in new[] { path, $"{path}/in" })
        {
            (await Get(neighbour, url)).ShouldBe(HttpStatusCode.NotFound, url);
        }

        (await neighbour.GetPageAsync("/thanh-toan")).QuerySelector("main")!.TextContent.ShouldNotContain((await app.Payment(path)).Number);
    }

    [Fact]
    public async Task OfAProjectForTwoCommunes_EachReadsTheContractsAndPaymentsOfItsOwnBeneficiaries()
    {
        var (here, elsewhere) = (await app.AnEstablishment(), await app.AnEstablishment(commune: GivenEstablishments.NhaTrang));
        var (contract, line) = await app.ASignedContract(await app.AProjectForTwo(here, elsewhere), here.EstablishmentId);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = await officer.Drafted(contract, line, 10_000_000);
        using var home = await app.ASomebody(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        using var other = await app.ASomebody(Role.CommuneOfficer, commune: GivenEstablishments.NhaTrang);
        (await Get(other, $"/de-an/{contract.ProjectId}")).ShouldBe(HttpStatusCode.OK, "it has a beneficiary of the project");
        foreach (var url in new[] { $"/hop-dong/{contract.ContractId}", $"/hop-dong/{contract.ContractId}/in", path, $"{path}/in" })
        {
            (await Get(home, url)).ShouldBe(HttpStatusCode.OK, url);
            (await Get(other, url)).ShouldBe(HttpStatusCode.NotFound, url);
        }
    }

    /// <summary>A member whom a unit lends to a council judges dossiers; what that unit wrote, signed and is paid stays the unit's.</summary>
    [Fact]
    public async Task AMemberOnLoan_DoesNotReadTheContractsOfTheLendingUnit()
    {
        var (member, unit) = await app.AsUnit(Role.AppraisalMember);
        var (owner, establishment) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var mine = await app.AnEstablishment(organisation: establishment);
        var project = await app.AProject(GivenProjects.Text(mine) with { Year = GivenPlans.AYear() }, ProjectState.Appraised, organisation: unit);
        var (contract, line) = await app.ASignedContract(project, mine.EstablishmentId);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = await officer.Drafted(contract, line, 10_000_000);
        (await officer.Take(path, PaymentAction.Request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        foreach (var url in new[] { $"/hop-dong/{contract.ContractId}", path })
        {
            (await Get(owner, url)).ShouldBe(HttpStatusCode.OK, url);
            (await Get(member, url)).ShouldBe(HttpStatusCode.NotFound, url);
        }
    }

    /// <summary>A centre reads the payments of a project that it carries out; the money of the holder's line is not its own to ask for or to send on.</summary>
    [Fact]
    public async Task OfALineOfAnotherHolder_ACentreReadsThePayments_AndMakesNone()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer);
        var (contract, line) = await app.ASignedContract(await app.AnAppraised(GivenPlans.AFarYear(), support: GivenPayments.Bound, organisation: unit));
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = await officer.Drafted(contract, line, 10_000_000);
        (await Get(centre, path)).ShouldBe(HttpStatusCode.OK);
        (await (await centre.SubmitAsync(contract.NewPath(), GivenPayments.Fields(line, 1_000_000), contract.NewPath())).Told()).ShouldContain("giao cho đơn vị khác");
        (await centre.Take(path, PaymentAction.Request)).StatusCode.ShouldNotBe(HttpStatusCode.Redirect);
        (await app.Payment(path)).State.ShouldBe(PaymentState.Drafting);
        centre.Dispose();
    }

    [Fact]
    public async Task ACommunesOfficer_SeesTheLastDigitsOfTheProvincesAccounts()
    {
        var (contract, line) = await app.ASignedContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = await officer.Drafted(contract, line, 10_000_000);
        (await officer.GetPageAsync(path)).QuerySelector("main")!.TextContent.ShouldContain("0000000001");

        // They ask for payments themselves, of their own commune.
        using var commune = await app.ASomebody(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        foreach (var url in new[] { path, $"{path}/in" })
        {
            (await Get(commune, url)).ShouldBe(HttpStatusCode.OK, url);
            (await commune.GetPageAsync(url)).Body!.TextContent.ShouldNotContain("0000000001");
        }
    }

    [Fact]
    public async Task ASeatInTheAppraisal_OpensTheDossier_NotTheMoney()
    {
        var project = await app.AnAppraised(GivenPlans.AYear(), support: GivenPayments.Bound);
        var member = await app.APerson(Role.AppraisalMember);
        var (contract, line) = await app.ASignedContract(project);
        await app.ASitting(project, more: [member]);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = await officer.Drafted(contract, line, 10_000_000);

        (await Get(member.Client, project.Path())).ShouldBe(HttpStatusCode.OK);
        (await member.Client.GetPageAsync(project.Path())).QuerySelector($"a[href='{project.Path()}/kinh-phi']").ShouldBeNull();
        foreach (var url in new[] { path, $"{project.Path()}/kinh-phi", $"/hop-dong/{contract.ContractId}", $"/hop-dong/{contract.ContractId}/bao-cao" })
        {
            (await Get(member.Client, url)).ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
        }
    }

    private static async Task<HttpStatusCode> Get(HttpClient client, string url) => (await client.GetAsync(new Uri(url, UriKind.Relative))).StatusCode;
}
