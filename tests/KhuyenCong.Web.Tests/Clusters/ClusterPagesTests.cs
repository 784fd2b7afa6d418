using System.Net;
using KhuyenCong.Domain.Clusters;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Spreadsheets;

namespace KhuyenCong.Web.Tests.Clusters;

public sealed class ClusterPagesTests(App app)
{
    private static string AName() => $"Cụm {GivenEstablishments.Id():N} (dữ liệu minh họa)";

    private async Task<IndustrialCluster> ACluster(string commune = GivenEstablishments.CamLam, string province = App.KhanhHoa, Guid? investor = null, FigureEntry? figure = null) => await app.WithDb(province, async db =>
    {
        var cluster = IndustrialCluster.From(new(GivenEstablishments.Id(), province, new(AName(), [commune], ClusterState.Operating, InvestorEstablishmentId: investor)));
        if (figure is not null)
        {
            cluster.Apply(new ClusterFigureRecorded(cluster.IndustrialClusterId, GivenEstablishments.Id(), figure));
        }

        db.IndustrialClusters.Add(cluster);
        db.Because("cluster.registered", "test");
        await db.SaveChangesAsync();
        return cluster;
    });

    private static Uri At(IndustrialCluster cluster, string page = "") => new($"/cum-cong-nghiep/{cluster.IndustrialClusterId}{page}", UriKind.Relative);

    [Fact]
    public async Task ACluster_IsRegistered_ItsFiguresDated_TheListAndTheSheetShowThem()
    {
        var name = AName();
        using var client = await app.As(Role.DepartmentOfficer);
        var saved = await client.SubmitAsync("/cum-cong-nghiep/them", new Dictionary<string, string> { ["Form[Name]"] = name, ["Form[State]"] = "Operating", ["Form[Communes]"] = "22453", ["Form[Communes2]"] = "22366", ["Form[Decision]"] = "QĐ 1" });
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = saved.Headers.Location!.OriginalString;
        (await client.GetPageAsync(path)).Body!.TextContent.ShouldContain("chưa có số liệu");
        (await client.SubmitAsync(path + "/so-lieu", new Dictionary<string, string> { ["Form[On]"] = "30/06/2026", ["Form[Area]"] = "50,2", ["Form[IndustrialArea]"] = "38,5", ["Form[LeasedArea]"] = "28,9", ["Form[Waste]"] = "Operating" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await client.SubmitAsync(path + "/so-lieu", new Dictionary<string, string> { ["Form[On]"] = "30/06/2026", ["Form[Area]"] = "51" })).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("Đã có số liệu của ngày này");
        var page = await client.GetPageAsync(path);
        page.Body!.TextContent.ShouldContain("75,06 %");
        page.QuerySelector("#lich-su")!.TextContent.ShouldContain("Ghi số liệu của cụm công nghiệp");
        var query = $"?tim={Uri.EscapeDataString(name)}&xa=22366&nuoc-thai=Operating";
        (await client.GetPageAsync("/cum-cong-nghiep" + query)).QuerySelectorAll("#cum-cong-nghiep tbody tr").Length.ShouldBe(1);
        (await client.GetPageAsync($"/cum-cong-nghiep?tim={Uri.EscapeDataString(name)}&nuoc-thai=None")).QuerySelectorAll("#cum-cong-nghiep tbody tr").Length.ShouldBe(0);
        Packages.TextOf(await client.GetByteArrayAsync(new Uri($"/cum-cong-nghiep{query}&handler=Excel", UriKind.Relative))).ShouldContain(name);

        (await (await client.SubmitAsync("/cum-cong-nghiep/them", new Dictionary<string, string> { ["Form[Name]"] = name, ["Investor"] = "co-so:x" })).PageAsync()).QuerySelectorAll(".error-summary li").Length.ShouldBe(3);
    }

    [Fact]
    public async Task AnEarlierForm_DoesNotOverwrite()
    {
        var cluster = await ACluster();
        using var client = await app.As(Role.DepartmentOfficer);
        var stale = new Dictionary<string, string> { ["Form[Name]"] = cluster.Name, ["Form[Communes]"] = "22453", ["Form[State]"] = "Operating", ["Form[Note]"] = "một", ["BaseVersion"] = "99" };
        (await (await client.SubmitAsync(At(cluster, "/sua").OriginalString, stale)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("vừa được người khác sửa");
        stale["BaseVersion"] = $"{cluster.Version}";
        (await client.SubmitAsync(At(cluster, "/sua").OriginalString, stale)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData(Role.FinanceOfficer)]
    [InlineData(Role.CentreOfficer)]
    public async Task AReader_SeesButDoesNotWrite(Role role)
    {
        var cluster = await ACluster();
        using var client = await app.As(role);
        (await client.GetAsync(At(cluster))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync(At(cluster, "/sua"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync(At(cluster, "/so-lieu"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync(new Uri("/cum-cong-nghiep/them", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AnotherProvince_AnotherCommune_SeesNothing()
    {
        var foreign = await ACluster("26068", App.DongNai);
        var elsewhere = await ACluster(GivenEstablishments.NhaTrang);
        using var leader = await app.As(Role.DepartmentLeader);
        (await leader.GetAsync(At(foreign))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await leader.GetAsync(At(foreign, "/sua"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await leader.GetAsync(At(foreign, "/so-lieu"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var commune = await app.As(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        (await commune.GetAsync(At(await ACluster()))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await commune.GetAsync(At(elsewhere))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AnInvestor_SeesItsOwn_AndNoOther()
    {
        var account = await app.GivenAnAccount("chu-dau-tu", Role.ClusterInvestor, App.KhanhHoa);
        var organisation = await app.WithDb(App.KhanhHoa, db => Task.FromResult(db.Memberships.Single(m => m.UserId == account.Id).OrganisationId));
        var (own, other) = (await ACluster(investor: (await app.AnEstablishment(organisation: organisation)).EstablishmentId), await ACluster());
        using var client = app.Client(await app.CookieOf(account));
        (await client.GetAsync(At(own))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync(At(other))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var list = (await client.GetPageAsync("/cum-cong-nghiep")).Body!.TextContent;
        list.ShouldContain(own.Name);
        list.ShouldNotContain(other.Name);
        (await client.GetAsync(At(own, "/sua"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task ARelocation_IsProposedByTheCommune_FollowedByTheDepartment()
    {
        var (establishment, cluster) = (await app.AnEstablishment(), await ACluster(GivenEstablishments.NhaTrang));
        using var commune = await app.As(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        var proposal = new Dictionary<string, string> { ["Form.SiteId"] = $"{establishment.Sites[0].ProductionSiteId}", ["Form.Reason"] = "Pollution", ["Form.ReasonText"] = "Ồn", ["Form.ClusterId"] = $"{cluster.IndustrialClusterId}" };
        var proposed = await commune.SubmitAsync($"/co-so/{establishment.EstablishmentId}/di-doi", proposal);
        proposed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = proposed.Headers.Location!.OriginalString;
        (await (await commune.SubmitAsync($"/co-so/{establishment.EstablishmentId}/di-doi", proposal)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("đang được theo dõi di dời");
        (await commune.SubmitAsync(path, new Dictionary<string, string> { ["Form.To"] = "Agreed", ["Form.On"] = TimeProvider.System.Today.ToString("dd/MM/yyyy") })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using var officer = await app.As(Role.DepartmentOfficer);
        (await officer.SubmitAsync(path, new Dictionary<string, string> { ["Form.To"] = "Moved", ["Form.On"] = TimeProvider.System.Today.ToString("dd/MM/yyyy") })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await officer.SubmitAsync(path, new Dictionary<string, string> { ["Form.To"] = "Agreed", ["Form.On"] = TimeProvider.System.Today.ToString("dd/MM/yyyy"), ["Form.ClusterId"] = $"{cluster.IndustrialClusterId}" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await commune.GetPageAsync(path)).QuerySelector("main")!.TextContent.ShouldContain("Đã thống nhất di dời");
        (await commune.GetPageAsync($"/co-so/{establishment.EstablishmentId}")).QuerySelector("main")!.TextContent.ShouldContain("Đã thống nhất di dời");
        (await officer.GetPageAsync(At(cluster).OriginalString)).QuerySelector("#di-doi")!.TextContent.ShouldContain(establishment.Name);
        Packages.TextOf(await officer.GetByteArrayAsync(new Uri($"/cum-cong-nghiep/di-doi?cum={cluster.IndustrialClusterId}&handler=Excel", UriKind.Relative))).ShouldContain(establishment.Name);

        using var foreign = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await foreign.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var neighbour = await app.As(Role.CommuneOfficer, commune: GivenEstablishments.NhaTrang);
        (await neighbour.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.GetAsync(new Uri($"/co-so/{establishment.EstablishmentId}/di-doi", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
