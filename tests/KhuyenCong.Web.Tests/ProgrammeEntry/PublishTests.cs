using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Tests.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.ProgrammeEntry;

public sealed class PublishTests(App app)
{
    private const string PublishForm = "form[method=post]:has([name=SeenVersion])";

    [Fact]
    public async Task Published_BringsTargetsAndContradictions_WithItsReason()
    {
        var id = await app.GivenAProgrammeAsync();
        var (programme, targets, discrepancies, kinds) = await app.WithDb(App.KhanhHoa, async db => (
            await db.Programmes.SingleAsync(p => p.ProgrammeId == id),
            await db.Targets.CountAsync(t => t.ProgrammeId == id),
            await db.Discrepancies.CountAsync(d => d.ProgrammeId == id),
            await db.AuditEvents.Where(e => e.SubjectId == id).Select(e => e.Kind).ToListAsync()));
        (programme.CurrentVersionNumber, programme.IsPublished, targets).ShouldBe((1, true, 2));
        discrepancies.ShouldBeGreaterThan(0);
        kinds.ShouldContain("programme.published");
    }

    [Fact]
    public async Task SentTwice_ItIsPublishedOnce()
    {
        var (id, url) = await app.GivenADraftAsync();
        using var officer = await app.As(Role.DepartmentOfficer);
        var form = await officer.OpenAsync(url + "/ban-hanh", PublishForm);
        var answers = await Task.WhenAll(form.SendAsync(), form.SendAsync(), form.SendAsync());
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Redirect && a.Headers.Location!.OriginalString == $"/chuong-trinh/{id}");
        var published = await app.WithDb(App.KhanhHoa, db => db.AuditEvents.CountAsync(e => e.SubjectId == id && e.Kind == "programme.published"));
        published.ShouldBe(1);
    }

    [Fact]
    public async Task WithFaults_OrChangedMeanwhile_ItIsNotPublished()
    {
        var (id, url) = await app.GivenADraftAsync(SampleProgramme.Rich with { Title = "" });
        using var officer = await app.As(Role.DepartmentOfficer);
        var page = await officer.GetPageAsync(url + "/ban-hanh");
        page.QuerySelector(".error-summary a")!.TextContent.ShouldBe("Tên chương trình: Chưa nhập mục này.");
        var form = FilledForm.Of(officer, page, url + "/ban-hanh", PublishForm);
        (await form.SendAsync()).StatusCode.ShouldBe(HttpStatusCode.OK);

        await (await officer.OpenAsync(url)).Set("title", "Có tên").SendAsync();
        (await (await form.SendAsync()).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("vừa được người khác sửa");
        page = await (await (await officer.OpenAsync(url + "/ban-hanh", PublishForm)).Set("InForceFrom", "01/01/2026").SendAsync()).PageAsync();
        page.QuerySelector(".field-faults")!.TextContent.ShouldContain("không được trước ngày ký");
        (await app.VersionAsync(id)).State.ShouldBe(VersionState.Draft);
    }

    [Fact]
    public async Task AnAmendment_StartsFromTheVersionInForce_Once_AndShowsItsDifference()
    {
        var id = await app.GivenAProgrammeAsync();
        using var officer = await app.As(Role.DepartmentOfficer);
        using var leader = await app.As(Role.DepartmentLeader);
        var amend = $"/chuong-trinh/{id}/sua";
        var (a, b) = (await officer.OpenAsync(amend, "main form[method=post]"), await leader.OpenAsync(amend, "main form[method=post]"));
        foreach (var answer in await Task.WhenAll(a.SendAsync(), b.SendAsync()))
        {
            answer.Headers.Location!.OriginalString.ShouldBe($"/chuong-trinh/{id}/ban-thao/2");
        }

        var draft = $"/chuong-trinh/{id}/ban-thao/2";
        await (await officer.OpenAsync(draft)).Set("statements[MH-1].quantity", "5").Set("decision.number", "02/QĐ-UBND").SendAsync();
        var page = await officer.GetPageAsync(draft + "/ban-hanh");
        page.QuerySelectorAll("section[aria-labelledby=thay-doi] tbody tr").Length.ShouldBe(2);
        (await FilledForm.Of(officer, page, draft + "/ban-hanh", PublishForm).SendAsync()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.VersionAsync(id, 1)).State.ShouldBe(VersionState.Superseded);
        (await app.VersionAsync(id, 2)).State.ShouldBe(VersionState.InForce);

        // A page of the old draft, still open somewhere, loses nothing and changes nothing.
        var late = await (await officer.OpenAsync(amend, "main form[method=post]")).SendAsync();
        late.Headers.Location!.OriginalString.ShouldEndWith("/ban-thao/3");
    }

    [Fact]
    public async Task TypedAfterItWasPublished_IsShownAgain_NotLost()
    {
        var (id, url) = await app.GivenADraftAsync();
        using var officer = await app.As(Role.DepartmentOfficer);
        var late = (await officer.OpenAsync(url)).Set("title", "Gõ muộn");
        await (await officer.OpenAsync(url + "/ban-hanh", PublishForm)).SendAsync();
        var response = await late.SendAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await response.PageAsync()).QuerySelector("[name=title]")!.GetAttribute("value").ShouldBe("Gõ muộn");
        (await app.VersionAsync(id)).Text.Title.ShouldNotBe("Gõ muộn");
    }

    [Fact]
    public async Task ADraft_MayBeDiscarded_AndANewProgrammeGoesWithIt()
    {
        var (id, _) = await app.GivenADraftAsync();
        using var officer = await app.As(Role.DepartmentOfficer);
        var form = await officer.OpenAsync($"/chuong-trinh/{id}/sua", "form:has([name=number])");
        (await form.SendAsync()).Headers.Location!.OriginalString.ShouldBe("/chuong-trinh");
        (await app.WithDb(App.KhanhHoa, db => db.Programmes.AnyAsync(p => p.ProgrammeId == id))).ShouldBeFalse();
    }
}
