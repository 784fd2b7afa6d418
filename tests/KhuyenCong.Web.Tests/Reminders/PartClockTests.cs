using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Acceptances;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Contracts;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using KhuyenCong.Web.Tests.Results;

namespace KhuyenCong.Web.Tests.Reminders;

/// <summary>Beneficiaries of a group project read nothing but the contract with themselves, and see all the same who has their matter.</summary>
public sealed class PartClockTests(App app)
{
    private const string Work = "thực hiện công việc của hợp đồng";
    private const string Upper = "thanh toán, quyết toán hợp đồng cấp trên";

    [Fact]
    public async Task EachBeneficiary_SeesTheirOwnClock_FromSigningUntilTheContractAboveIsSettled()
    {
        var (owner, unit) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var (neighbour, other) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var theirs = await app.AnEstablishment(organisation: other);
        var (project, contract) = await app.AContract(await app.Target(await app.AProgramme(), "T-2"), unit, theirs);
        (await CardOf(owner, project)).ShouldBe("", "nothing is signed with them");
        await app.APart(contract, project.Beneficiaries[0].EstablishmentId);
        await app.APart(contract, theirs.EstablishmentId);
        var waiting = await CardOf(owner, project);
        waiting.ShouldContain(Work);
        waiting.ShouldContain("đơn vị thực hiện");

        var record = await app.ASubmitted(project, contract);
        var submitted = await CardOf(owner, project);
        submitted.ShouldContain("kết luận nghiệm thu");
        submitted.ShouldNotContain(Work);
        var next = await CardOf(neighbour, project);
        next.ShouldContain(Work);
        next.ShouldNotContain("kết luận nghiệm thu", Case.Sensitive, "another's site");

        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Moves(record, AcceptanceAction.Conclude)).ShouldGoOn();
        var accepted = await CardOf(owner, project);
        accepted.ShouldContain("Đang chờ Sở Công Thương");
        accepted.ShouldContain(Upper);
        accepted.ShouldNotContain("000.000", Case.Sensitive, "the money is the upper contract's");
        (await CardOf(neighbour, project)).ShouldContain(Work);
        (await CardOf(leader, project)).ShouldNotContain(Upper, Case.Sensitive, "whoever reads the upper contract reads it there");
        owner.Dispose();
        neighbour.Dispose();
    }

    private static async Task<string> CardOf(HttpClient client, Project project) => (await client.GetPageAsync(project.Path())).QuerySelector("#dang-cho")?.TextContent ?? "";
}
