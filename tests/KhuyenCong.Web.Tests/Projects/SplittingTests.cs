using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Establishments;

namespace KhuyenCong.Web.Tests.Projects;

public sealed class SplittingTests(App app)
{
    [Fact]
    public async Task ALineForAll_BecomesALineForEach_BeforeItIsSaved()
    {
        var (one, two) = (await app.AnEstablishment(commune: GivenEstablishments.CamLam), await app.AnEstablishment(commune: GivenEstablishments.NhaTrang));
        using var officer = await app.As(Role.DepartmentOfficer);
        var (fields, second) = (GivenProjects.Fields(one), GivenEstablishments.Id().ToString());
        fields["Form.Beneficiaries[1].Id"] = second;
        fields["Form.Beneficiaries[1].EstablishmentId"] = two.EstablishmentId.ToString();
        fields["Form.Beneficiaries[1].ProductionSiteId"] = two.Sites[0].ProductionSiteId.ToString();
        fields["chia"] = "1";
        var page = await (await officer.SubmitAsync("/de-an/lap", fields, "/de-an/lap?handler=Rows")).PageAsync();
        foreach (var line in new[] { 1, 2 })
        {
            page.QuerySelector($"input[name='Form.Lines[{line}].Quantity']")!.GetAttribute("value").ShouldBe("1");
            page.QuerySelector($"input[name='Form.Lines[{line}].Amounts[KCDP]']")!.GetAttribute("value").ShouldBe("100.000.000");
        }

        page.QuerySelector("select[name='Form.Lines[2].BeneficiaryId'] option[selected]")!.GetAttribute("value").ShouldBe(second);
        fields["Form.Lines[1].Quantity"] = "3";
        page = await (await officer.SubmitAsync("/de-an/lap", fields, "/de-an/lap?handler=Rows")).PageAsync();
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("không chia đều");
        page.QuerySelector("input[name='Form.Lines[1].Quantity']")!.GetAttribute("value").ShouldBe("3");
    }
}
