using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Reminders;

/// <summary>What the applicant sees of the clock: the unit and the step, no persons, and nothing of other beneficiaries.</summary>
public sealed class ClockReachTests(App app)
{
    [Fact]
    public async Task OfAProjectForTwo_EachOwnerSeesTheirOwnClock_InPlainWords()
    {
        var (owner, unit) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var (neighbour, other) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var (mine, theirs) = (await app.AnEstablishment(organisation: unit), await app.AnEstablishment(organisation: other));
        var (contract, line) = await app.ASignedContract(await app.AProjectForTwo(mine, theirs), mine.EstablishmentId);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = await officer.Drafted(contract, line, 10_000_000);
        (await CardOf(officer, contract.ProjectId)).ShouldContain("Người làm");
        (await officer.Take(path, PaymentAction.Request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var card = await CardOf(owner, contract.ProjectId);
        card.ShouldContain("Đang chờ Sở Công Thương");
        card.ShouldContain("duyệt đề nghị tạm ứng, thanh toán");
        card.ShouldContain("chưa có thời hạn quy định");
        card.ShouldNotContain("Người làm");
        (await CardOf(neighbour, contract.ProjectId)).ShouldBe("", "the contract is another's");
        owner.Dispose();
        neighbour.Dispose();
    }

    [Fact]
    public async Task OfAProjectForTwoCommunes_EachReadsTheClocksOfItsOwnBeneficiaries()
    {
        var (here, elsewhere) = (await app.AnEstablishment(), await app.AnEstablishment(commune: GivenEstablishments.NhaTrang));
        var (contract, line) = await app.ASignedContract(await app.AProjectForTwo(here, elsewhere), here.EstablishmentId);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = await officer.Drafted(contract, line, 10_000_000);
        (await officer.Take(path, PaymentAction.Request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var home = await app.ASomebody(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        using var other = await app.ASomebody(Role.CommuneOfficer, commune: GivenEstablishments.NhaTrang);
        (await CardOf(home, contract.ProjectId)).ShouldContain("duyệt đề nghị tạm ứng, thanh toán");
        (await CardOf(other, contract.ProjectId)).ShouldNotContain("thanh toán");
    }

    /// <summary>Lent by the very unit whose establishment is the party: they judge the dossier, and what comes after it is not theirs to read.</summary>
    [Fact]
    public async Task AMemberOnLoan_SeesNothingOfTheContractsAndPayments_OfTheDossierTheyJudge()
    {
        var (member, unit) = await app.AsUnit(Role.AppraisalMember, OrganisationKind.Establishment);
        var user = await app.WithDb(App.KhanhHoa, db => db.Memberships.Where(m => m.OrganisationId == unit).Select(m => m.UserId).SingleAsync());
        var mine = await app.AnEstablishment(organisation: unit);
        var project = await app.AProject(GivenProjects.Text(mine) with { Year = GivenPlans.AYear() }, ProjectState.Appraised);
        var (contract, line) = await app.ASignedContract(project, mine.EstablishmentId);
        await app.ASitting(project, more: [new(user, "Ủy viên (dữ liệu minh họa)", member)]);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = await officer.Drafted(contract, line, 10_000_000);
        (await officer.Take(path, PaymentAction.Request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await CardOf(officer, contract.ProjectId)).ShouldContain("duyệt đề nghị tạm ứng, thanh toán");
        (await member.GetAsync(new Uri($"/de-an/{contract.ProjectId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await CardOf(member, contract.ProjectId)).ShouldBe("");
        member.Dispose();
    }

    private static async Task<string> CardOf(HttpClient client, Guid projectId) => (await client.GetPageAsync($"/de-an/{projectId}")).QuerySelector("#dang-cho")?.TextContent ?? "";
}
