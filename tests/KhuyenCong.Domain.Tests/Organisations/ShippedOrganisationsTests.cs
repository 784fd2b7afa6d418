using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Tests.Organisations;

public sealed class ShippedOrganisationsTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Dictionary<string, Guid> Ids = [];
    private static readonly OrganisationFile[] Files = [.. new[] { "national", "khanh-hoa", "dong-nai" }.Select(Read)];
    private static readonly Dictionary<Guid, Organisation> Organisations = [];
    private static readonly List<OrganisationsRelated> Related = [];
    private static readonly List<DutyAssigned> Duties = [];

    static ShippedOrganisationsTests()
    {
        var last = 0;
        foreach (var file in Files)
        {
            var (opened, related, duties) = file.Events(Ids, () => Guid.Parse($"018f0000-0000-7000-8000-{++last:d12}"));
            opened.ToList().ForEach(o => Organisations.Add(o.OrganisationId, Organisation.From(o)));
            Related.AddRange(related);
            Duties.AddRange(duties);
        }
    }

    private static OrganisationTree Tree => new(Related.Select(OrganisationRelation.Of), Today);

    [Fact]
    public void KhanhHoasCentre_IsNotUnderTheDepartment_DongNaisIsDirectedByIt()
    {
        Tree.ParentOf(Ids["kh-ttxt"]).ShouldBeNull();
        Tree.DirectedBy(Ids["kh-sct"]).ShouldBeEmpty();
        Tree.DirectedBy(Ids["dn-sct"]).ShouldBe([Ids["dn-ttkc"]]);
    }

    [Fact]
    public void TheTreasury_ServesDongNaiOnly_TheMinistryTheCountry()
    {
        Tree.ProvincesServedBy(Ids["kbnn-17"]).ShouldBe(["75"]);
        (Tree.Serves(Ids["bct"], "56"), Tree.Serves(Ids["cuc-kc"], "75")).ShouldBe((true, true));
        Organisations.Values.Where(o => o.Kind is OrganisationKind.Treasury).Select(o => o.Code).ShouldBe(["kbnn-17"]);
        Files[1].Gaps.ShouldContain(g => g.StartsWith("Kho bạc", StringComparison.Ordinal) && g.Contains("chưa có số liệu"));
    }

    [Fact]
    public void EveryDuty_HasOneHolder_AndPassesTheRule()
    {
        Duties.GroupBy(d => (d.ProvinceCode, d.Duty)).ShouldAllBe(g => g.Count() == 1);
        Duties.ShouldAllBe(d => Organising.AssignDuty(d, Organisations[d.OrganisationId], new OrganisationTree(Related.Select(OrganisationRelation.Of), d.From), new List<DutyAssignment>()).Breaches.Count == 0);
        Duties.Where(d => d.Duty == Duty.DraftAnnualPlan).Select(d => Organisations[d.OrganisationId].Code).ShouldBe(["kh-ttxt", "dn-sct"]);
    }

    [Fact]
    public void NamesOfDongNaisBodies_StayTheDecisions_AndSaySo()
    {
        var names = Organisations.Values.Where(o => o.ProvinceCode == "75" && o.Code != "dn-bao").SelectMany(o => o.Names).ToArray();
        names.ShouldAllBe(n => n.Name.Contains("tỉnh Đồng Nai") && n.Note == "chưa xác nhận tên sau 30/4/2026");
    }

    private static OrganisationFile Read(string name) =>
        ProgrammeJson.Read<OrganisationFile>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "organisations", name + ".json")));
}
