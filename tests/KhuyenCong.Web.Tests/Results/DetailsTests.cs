using System.Net;
using KhuyenCong.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Web.Tests.Results.GivenResults;

namespace KhuyenCong.Web.Tests.Results;

public sealed class DetailsTests(App app)
{
    [Fact]
    public async Task Evidence_IsADownload_UnderItsName_AndOnlyForItsProvince()
    {
        var client = await app.As(Role.DepartmentOfficer);
        var target = await app.Target(await app.AProgramme(), "T-1");
        var file = APdf("../Biên bản “số 1”.pdf");
        var id = (await client.Send(FormOf(target), Fields("Có minh chứng"), file)).ResultId();
        var url = new Uri((await client.GetPageAsync($"/ket-qua/{id}")).QuerySelector("a[download]")!.GetAttribute("href")!, UriKind.Relative);

        var response = await client.GetAsync(url);

        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(file.Content);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("Biên bản “số 1”.pdf");
        response.Headers.GetValues("X-Content-Type-Options").ShouldContain("nosniff");
        (await (await app.As(Role.DepartmentOfficer, App.DongNai)).GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Role.CommuneOfficer, App.KhanhHoa, "22363")).GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Role.TreasuryOfficer)).GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Anonymous().GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Evidence_IsAddedLater_ButNotTwice()
    {
        var client = await app.As(Role.CentreOfficer);
        var target = await app.Target(await app.AProgramme(), "T-1");
        var id = (await client.Send(FormOf(target), Fields("Bổ sung sau"))).ResultId();
        var file = APdf();

        (await client.Send($"/ket-qua/{id}", [], file)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await client.Send($"/ket-qua/{id}", [], file)).PageAsync()).Faults().ShouldHaveSingleItem().ShouldContain("đã là minh chứng của chính kết quả này");
        (await (await client.Send($"/ket-qua/{id}", [])).PageAsync()).Faults().ShouldHaveSingleItem().ShouldContain("Chưa chọn tệp");
        (await app.WithDb(App.KhanhHoa, db => db.Results.SingleAsync(r => r.ResultId == id))).EvidenceCount.ShouldBe(1);
    }

    [Fact]
    public async Task AWithdrawnResult_StaysWithItsReason_AndCountsNoMore()
    {
        var client = await app.As(Role.DepartmentOfficer);
        var programme = await app.AProgramme();
        var target = await app.Target(programme, "T-1");
        var id = (await client.Send(FormOf(target), Fields("Ghi nhầm"))).ResultId();

        (await (await client.SubmitAsync($"/ket-qua/{id}/rut", new { reason = " " })).PageAsync()).Faults().ShouldHaveSingleItem().ShouldContain("lý do");
        (await client.SubmitAsync($"/ket-qua/{id}/rut", new { reason = "Ghi nhầm chỉ tiêu" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await client.SubmitAsync($"/ket-qua/{id}/rut", new { reason = "Lần nữa" })).PageAsync()).Faults().ShouldHaveSingleItem().ShouldContain("đã được rút");

        (await client.GetPageAsync($"/ket-qua/{id}")).Body!.TextContent.ShouldContain("Ghi nhầm chỉ tiêu");
        (await app.Target(programme, "T-1")).ResultCount.ShouldBe(0);
        // The key is free again.
        (await client.Send(FormOf(target), Fields("Ghi nhầm"))).ResultId();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/rut")]
    public async Task AForeignResult_IsNotFound(string page)
    {
        var client = await app.As(Role.DepartmentOfficer);
        var id = (await client.Send(FormOf(await app.Target(await app.AProgramme(), "T-1")), Fields("Của Khánh Hòa" + page))).ResultId();

        (await (await app.As(Role.DepartmentOfficer, App.DongNai)).GetAsync(new Uri($"/ket-qua/{id}{page}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Role.MinistryViewer)).GetAsync(new Uri($"/ket-qua/{id}{page}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task DistinctEstablishments_CountOnce()
    {
        var client = await app.As(Role.DepartmentOfficer);
        var programme = await app.AProgramme();
        var (one, two) = (await app.Target(programme, "T-1"), await app.Target(programme, "T-4"));
        foreach (var (target, title, identifier) in new[] { (one, "A", "123"), (one, "B", "1-23"), (two, "C", "123"), (two, "D", "456") })
        {
            var fields = Fields(title);
            fields["Form.Beneficiaries[0].Name"] = "Cơ sở " + title;
            fields["Form.Beneficiaries[0].Identifier"] = identifier;
            (await client.Send(FormOf(target), fields)).ResultId();
        }

        await app.WithDb(App.KhanhHoa, async db =>
        {
            (await db.EstablishmentsOfTargetAsync(one.TargetId)).ShouldBe(1);
            (await db.EstablishmentsOfProgrammeAsync(programme.ProgrammeId)).ShouldBe(2);
            var all = await db.EstablishmentsByTargetAsync(programme.ProgrammeId);
            (all[one.TargetId], all[two.TargetId]).ShouldBe((1, 2));
            return 0;
        });
    }
}
