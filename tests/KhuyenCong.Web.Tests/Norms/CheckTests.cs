using System.Net;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Tests.Norms;

public sealed class CheckTests(App app)
{
    private const string Page = "/dinh-muc/tu-kiem-tra";
    private const string Yes = "&tra-loi[FittingIndustry]=co&tra-loi[OwnCapital]=co&tra-loi[NoOtherSupport]=co";

    [Fact]
    public async Task NationalMachines_AreExplainedStepByStep()
    {
        using var client = await app.As(Role.EstablishmentOwner);
        var answer = (await client.GetPageAsync(Page + "?che-do=National&doi-tuong=HouseholdBusiness&xa=22333&dong[0].Kind=machines&dong[0].Cost=740+triệu" + Yes)).QuerySelector("#ket-qua")!.TextContent;
        answer.ShouldContain("Kết quả: Đủ điều kiện");
        answer.ShouldContain("Tỷ lệ 50\u00a0% × chi phí hợp lệ 740.000.000 đ");
        answer.ShouldContain("300.000.000");
        answer.ShouldContain("Điều 8 Thông tư 28/2018/TT-BTC");
        answer.ShouldContain("chưa kiểm chứng");
    }

    [Theory]
    [InlineData("?che-do=Provincial&xa=22333&dong[0].Kind=technology-line&dong[0].Cost=740+triệu" + Yes, "Chưa có định mức khuyến công địa phương")]
    [InlineData("?che-do=Commune&xa=22333&dong[0].Kind=machines&dong[0].Cost=740+triệu" + Yes, "Chưa có định mức khuyến công cấp xã")]
    [InlineData("?che-do=National&xa=22333&dong[0].Kind=showroom&dong[0].Cost=100+triệu" + Yes, "Con số của định mức chưa chắc chắn")]
    [InlineData("?che-do=National&dong[0].Kind=machines&dong[0].Cost=740+triệu", "Chưa có xã, phường, đặc khu của địa điểm sản xuất")]
    [InlineData("?che-do=National&xa=25993&dong[0].Kind=machines&dong[0].Cost=740+triệu", "Chưa có xã, phường, đặc khu của địa điểm sản xuất")]
    public async Task WhatIsMissing_IsAskedFor(string query, string said)
    {
        using var client = await app.As(Role.CommuneOfficer);
        var answer = (await client.GetPageAsync(Page + query)).QuerySelector("#ket-qua")!.TextContent;
        answer.ShouldContain("Kết quả: Cần bổ sung");
        answer.ShouldContain(said);
    }

    [Fact]
    public async Task ArithmeticBlocks()
    {
        using var client = await app.As(Role.CommuneOfficer);
        var answer = (await client.GetPageAsync(Page + "?che-do=National&xa=22333&dong[0].Kind=machines&dong[0].Cost=100+triệu&dong[0].Requested=100.000.001" + Yes)).QuerySelector("#ket-qua")!.TextContent;
        answer.ShouldContain("Chưa đủ điều kiện vì");
        answer.ShouldContain("vượt chi phí hợp lệ");
    }

    [Fact]
    public async Task AnUnreadableAmount_IsSaidBesideItsField_AndKept()
    {
        using var client = await app.As(Role.CommuneOfficer);
        var page = await client.GetPageAsync(Page + "?dong[0].Kind=machines&dong[0].Cost=nhiều&so-dong=3");
        page.QuerySelector("#ket-qua").ShouldBeNull();
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Số tiền không đọc được");
        page.QuerySelector("input[name='dong[0].Cost']")!.GetAttribute("value").ShouldBe("nhiều");
        page.QuerySelectorAll("fieldset").Length.ShouldBe(3);
    }

    [Fact]
    public async Task TheQuestion_IsNotForWhoMayNotReadLaw()
    {
        using var citizen = await app.As(Role.Citizen);
        (await citizen.GetAsync(new Uri(Page, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await citizen.GetAsync(new Uri("/dinh-muc/giay-to", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task TheListsOfPapers_StandWithTheirDeadlines()
    {
        using var client = await app.As(Role.CommuneOfficer);
        var page = (await client.GetPageAsync("/dinh-muc/giay-to")).QuerySelector("main")!.TextContent;
        page.ShouldContain("trước ngày 20/5");
        page.ShouldContain("trước ngày 20/6");
        page.ShouldContain("Hợp đồng thuê gian hàng ghi rõ vị trí");
        page.ShouldContain("D15");
    }
}
