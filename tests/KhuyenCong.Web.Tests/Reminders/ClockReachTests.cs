using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;

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

    private static async Task<string> CardOf(HttpClient client, Guid projectId) => (await client.GetPageAsync($"/de-an/{projectId}")).QuerySelector("#dang-cho")?.TextContent ?? "";
}
