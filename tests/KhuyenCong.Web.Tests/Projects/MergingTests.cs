using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.ProgrammeEntry;
using KhuyenCong.Web.Tests.Results;

namespace KhuyenCong.Web.Tests.Projects;

/// <summary>Two people have one dossier open: neither loses anything.</summary>
public sealed class MergingTests(App app)
{
    [Fact]
    public async Task WhatOnlyOneChanged_IsKept_OfBoth()
    {
        var (project, first, second) = await OpenTwice();
        (await first.Set("Form.Necessity", "Căn cứ của người thứ nhất").SendAsync()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await second.Set("Form.Effects", "Hiệu quả của người thứ hai").Set("Form.Lines[0].Unit", "bộ").SendAsync()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var after = await app.Again(project.ProjectId);
        (after.Dossier.Necessity, after.Dossier.Effects, after.Lines.Single().Unit).ShouldBe(("Căn cứ của người thứ nhất", "Hiệu quả của người thứ hai", "bộ"));
        (after.Title, after.ConsentGivenBy, after.Machines.Count).ShouldBe((project.Title, project.ConsentGivenBy, 1));
    }

    [Theory]
    [InlineData("mine", "Tên của người thứ hai")]
    [InlineData("theirs", "Tên của người thứ nhất")]
    public async Task WhatBothChanged_IsChosenSideBySide(string choice, string title)
    {
        var (project, first, second) = await OpenTwice();
        (await first.Set("Form.Title", "Tên của người thứ nhất").Set("Form.Necessity", "Căn cứ của người thứ nhất").SendAsync()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var response = await second.Set("Form.Title", "Tên của người thứ hai").Set("Form.Effects", "Hiệu quả của người thứ hai").SendAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await response.PageAsync();
        page.Faults().ShouldHaveSingleItem().ShouldContain("chọn giá trị đúng");
        var row = page.QuerySelectorAll(".conflict-table tbody tr").ShouldHaveSingleItem().TextContent;
        row.ShouldSatisfyAllConditions(r => r.ShouldContain("Tên đề án"), r => r.ShouldContain("Tên của người thứ nhất"), r => r.ShouldContain("Tên của người thứ hai"));
        (await app.Again(project.ProjectId)).Title.ShouldBe("Tên của người thứ nhất");

        var again = second.On(page, "form[data-draft]");
        (await again.SendAsync()).StatusCode.ShouldBe(HttpStatusCode.OK, "nothing is chosen yet");
        (await again.Set("__choice0", choice).SendAsync()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var after = await app.Again(project.ProjectId);
        (after.Title, after.Dossier.Necessity, after.Dossier.Effects).ShouldBe((title, "Căn cứ của người thứ nhất", "Hiệu quả của người thứ hai"));
    }

    [Fact]
    public async Task TwoSoundChanges_ThatDoNotFitTogether_AreShownMerged()
    {
        var (project, first, second) = await OpenTwice();
        (await first.Set("Form.StartsOn", "01/08/2027").SendAsync()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var response = await second.Set("Form.EndsOn", "01/06/2027").SendAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await response.PageAsync();
        page.Faults().ShouldNotBeEmpty();
        var merged = second.On(page, "form[data-draft]");
        (merged["Form.StartsOn"], merged["Form.EndsOn"]).ShouldBe(("01/08/2027", "01/06/2027"));
        (await merged.Set("Form.EndsOn", "01/10/2027").SendAsync()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var after = await app.Again(project.ProjectId);
        (after.StartsOn, after.EndsOn, after.Machines.Count).ShouldBe((new DateOnly(2027, 8, 1), new DateOnly(2027, 10, 1), 1));
    }

    [Fact]
    public async Task WhatTheFormHadShown_IsTheReadersOwn()
    {
        var (project, first, second) = await OpenTwice();
        var stranger = first["Form.Base"];
        (await first.Set("Form.Title", "Tên của người thứ nhất").SendAsync()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await (await second.Set("Form.Base", stranger).Set("Form.Title", "Tên của người thứ hai").SendAsync()).PageAsync();
        page.Faults().ShouldHaveSingleItem().ShouldContain("vừa được người khác sửa");
        page.QuerySelector("input[name='Form.Title']")!.GetAttribute("value").ShouldBe("Tên của người thứ hai");
        (await app.Again(project.ProjectId)).Title.ShouldBe("Tên của người thứ nhất");
    }

    private async Task<(Project Project, FilledForm First, FilledForm Second)> OpenTwice()
    {
        var project = await app.AProject();
        var (one, other) = (await app.APerson(Role.DepartmentOfficer), await app.APerson(Role.DepartmentOfficer));
        return (project, await one.Client.OpenAsync(project.Path() + "/sua"), await other.Client.OpenAsync(project.Path() + "/sua"));
    }
}
