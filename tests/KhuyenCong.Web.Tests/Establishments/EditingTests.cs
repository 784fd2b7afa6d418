using System.Net;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Establishments;

public sealed class EditingTests(App app)
{
    [Fact]
    public async Task TwoOfficers_OnDifferentFields_BothCount()
    {
        var establishment = await app.AnEstablishment();
        using var client = await app.As(Role.DepartmentOfficer);
        var path = $"/co-so/{establishment.EstablishmentId}/sua";
        var form = await Form(client, path);
        (await client.SubmitAsync(path, new Dictionary<string, string>(form) { ["Form[HeadOffice]"] = "Số 1" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.SubmitAsync(path, new Dictionary<string, string>(form) { ["Form[Trade]"] = "Bánh đa" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var now = await app.Again(establishment);
        (now.HeadOffice, now.Trade).ShouldBe(("Số 1", "Bánh đa"));
    }

    [Fact]
    public async Task TwoOfficers_OnOneField_AreAskedWhichCounts()
    {
        var establishment = await app.AnEstablishment();
        using var client = await app.As(Role.DepartmentOfficer);
        var path = $"/co-so/{establishment.EstablishmentId}/sua";
        var form = await Form(client, path);
        (await client.SubmitAsync(path, new Dictionary<string, string>(form) { ["Form[Trade]"] = "Bánh đa" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await (await client.SubmitAsync(path, new Dictionary<string, string>(form) { ["Form[Trade]"] = "Bánh phở" })).PageAsync();
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("họ đã lưu “Bánh đa”");
        page.QuerySelector("input[name='Form[Trade]']")!.GetAttribute("value").ShouldBe("Bánh phở");
        (await client.SubmitAsync(path, Values(page))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Again(establishment)).Trade.ShouldBe("Bánh phở");
    }

    [Fact]
    public async Task RowsOfEveryKind_AreAdded_Edited_AndRemovedWithAReason()
    {
        var establishment = await app.AnEstablishment();
        using var client = await app.As(Role.DepartmentOfficer);
        var path = $"/co-so/{establishment.EstablishmentId}/dong/";
        foreach (var (kind, fields) in new (string, Dictionary<string, string>)[]
        {
            ("dia-diem", new() { ["Form[CommuneCode]"] = GivenEstablishments.NhaTrang, ["Form[From]"] = "01/02/2026" }),
            ("ma-so", new() { ["Form[Kind]"] = "TaxCode", ["Form[Number]"] = "0100233488" }),
            ("lien-he", new() { ["Form[Phone]"] = "0900 000 009" }),
            ("so-lieu-nam", new() { ["Form[Year]"] = "2025", ["Form[Labour]"] = "9", ["Form[Revenue]"] = "2 tỷ", ["Form[LocalMaterialBasisPoints]"] = "50,5" }),
            ("san-pham", new() { ["Form[Name]"] = "Bánh tráng mè" }),
            ("chung-nhan", new() { ["Form[Kind]"] = "Ocop", ["Form[Number]"] = "4 sao" }),
            ("lien-ket", new() { ["Form[Kind]"] = "RawMaterialArea", ["Form[Partner]"] = "Vùng lúa" }),
            ("ten-cu", new() { ["Form[Name]"] = "Lò bánh cũ" }),
            ("dong-y", new() { ["Form[NoticeVersion]"] = "TB-1", ["Form[GivenOn]"] = "01/03/2026", ["Form[Manner]"] = "SignedPaper", ["Form[RecordedBy]"] = "A" }),
        })
        {
            fields["NewId"] = GivenEstablishments.Id().ToString();
            var response = await client.SubmitAsync(path + kind, fields);
            response.StatusCode.ShouldBe(HttpStatusCode.Redirect, kind + await response.Content.ReadAsStringAsync());
            (await client.SubmitAsync(path + kind, fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect, "sent twice, added once");
        }

        var now = await app.Again(establishment);
        now.Parts.Count().ShouldBe(10);
        (now.Years[0].LocalMaterialBasisPoints, now.Years[0].SuggestedSize, now.Size).ShouldBe((5050, SizeClass.Micro, SizeClass.Micro));
        var details = (await client.GetPageAsync($"/co-so/{establishment.EstablishmentId}")).Body!.TextContent;
        details.ShouldContain("gợi ý: Siêu nhỏ");
        details.ShouldContain("Ngưỡng này chưa kiểm chứng");
        details.ShouldContain("Lò bánh cũ");

        var year = $"{path}so-lieu-nam?dong={now.Years[0].PartId}";
        (await client.SubmitAsync(year, new Dictionary<string, string>(await Form(client, year)) { ["Form[ConfirmedSize]"] = "Small" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Again(establishment)).SizeIsConfirmed.ShouldBeTrue();
        var removal = year.Replace("?dong", "?handler=Remove&dong", StringComparison.Ordinal);
        (await (await client.SubmitAsync(year, new { Reason = "" }, removal)).PageAsync()).QuerySelector(".error-summary").ShouldNotBeNull();
        (await client.SubmitAsync(year, new { Reason = "nhập nhầm cơ sở" }, removal)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Again(establishment)).Years.ShouldBeEmpty();
    }

    [Fact]
    public async Task AnUnreadableField_StaysAsTyped()
    {
        var establishment = await app.AnEstablishment();
        using var client = await app.As(Role.DepartmentOfficer);
        var page = await (await client.SubmitAsync($"/co-so/{establishment.EstablishmentId}/dong/so-lieu-nam", new Dictionary<string, string> { ["Form[Year]"] = "2025", ["Form[Labour]"] = "chín", ["Form[Revenue]"] = "nhiều", ["Form[Export]"] = "-5" })).PageAsync();
        page.QuerySelectorAll(".error-summary li").Length.ShouldBe(3);
        page.QuerySelector("input[name='Form[Labour]']")!.GetAttribute("value").ShouldBe("chín");
    }

    [Fact]
    public async Task Merged_BothHistoriesStand_AndItCanBeUndone()
    {
        var name = GivenEstablishments.AName();
        var (kept, other) = (await app.AnEstablishment(name), await app.AnEstablishment(name, parts: new IdentifierEntry(IdentifierKind.BusinessRegistration, GivenEstablishments.Id().ToString("N")[..12])));
        using var client = await app.As(Role.DepartmentOfficer);
        (await client.GetPageAsync("/co-so/nghi-trung?co=100")).Body!.TextContent.ShouldContain(name);
        var path = $"/co-so/hop-nhat?giu={kept.EstablishmentId}&bo={other.EstablishmentId}";
        (await (await client.SubmitAsync(path, new { Reason = "" })).PageAsync()).QuerySelector(".error-summary").ShouldNotBeNull();
        (await client.SubmitAsync(path, new { Reason = "cùng một cơ sở" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Again(kept)).Identifiers.Count.ShouldBe(1);
        (await client.GetPageAsync($"/co-so?tim={Uri.EscapeDataString(name)}")).QuerySelectorAll("#co-so tbody tr").Length.ShouldBe(1);
        foreach (var id in new[] { kept.EstablishmentId, other.EstablishmentId })
        {
            (await client.GetPageAsync($"/co-so/{id}")).QuerySelector("#lich-su")!.TextContent.ShouldContain("Hợp nhất bản ghi trùng");
        }

        (await client.GetAsync(new Uri($"/co-so/{other.EstablishmentId}/sua", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.SubmitAsync($"/co-so/{other.EstablishmentId}/hoan-tac-hop-nhat", new { Reason = "nhầm" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Again(kept)).Identifiers.ShouldBeEmpty();
        (await app.Again(other)).State.ShouldBe(EstablishmentState.Active);
        using var foreign = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await foreign.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Role.CommuneOfficer, commune: GivenEstablishments.CamLam)).GetAsync(new Uri("/co-so/nghi-trung", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Merged_TheOwnerKeepsSightOfTheRecord_UntilItIsUndone()
    {
        var (owner, organisation) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var name = GivenEstablishments.AName();
        var (kept, other) = (await app.AnEstablishment(name), await app.AnEstablishment(name, organisation: organisation));
        var path = new Uri($"/co-so/{kept.EstablishmentId}", UriKind.Relative);
        (await owner.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var client = await app.As(Role.DepartmentOfficer);
        (await client.SubmitAsync($"/co-so/hop-nhat?giu={kept.EstablishmentId}&bo={other.EstablishmentId}", new { Reason = "cùng một cơ sở" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Again(kept)).OrganisationId.ShouldBe(organisation);
        (await owner.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.SubmitAsync($"/co-so/{other.EstablishmentId}/hoan-tac-hop-nhat", new { Reason = "nhầm" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        ((await app.Again(kept)).OrganisationId, (await app.Again(other)).OrganisationId).ShouldBe((null, organisation));
    }

    [Fact]
    public async Task AHouseholdsTwelveDigits_AreHidden_WhateverTheirLabel()
    {
        const string number = "056099123456";
        var household = await app.AnEstablishment(parts: new IdentifierEntry(IdentifierKind.BusinessRegistration, number));
        using var reader = await app.As(Role.OtherDepartmentOfficer);
        (await reader.GetPageAsync($"/co-so/{household.EstablishmentId}")).Body!.TextContent.ShouldNotContain(number);
        (await reader.GetPageAsync($"/co-so?tim={number}")).QuerySelectorAll("#co-so tbody tr").Length.ShouldBe(0);
    }

    [Fact]
    public async Task AnErasure_TakesThePersonFromRecordAndHistory_AndTheChainHolds()
    {
        const string who = "Phạm Minh Họa Riêng";
        var establishment = await app.AnEstablishment(parts: [new ContactEntry(who, null, "0900000088"), new IdentifierEntry(IdentifierKind.PersonalNumber, "056000000088")]);
        using var commune = await app.As(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        (await commune.SubmitAsync($"/co-so/{establishment.EstablishmentId}/yeu-cau-du-lieu", new Dictionary<string, string>
        {
            ["Form[Kind]"] = "Erase",
            ["Form[RequestedBy]"] = who,
            ["Form[Text]"] = "Xóa giúp",
            ["Form[ReceivedOn]"] = "01/03/2026",
            ["Form[DueOn]"] = "10/03/2026",
        })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var request = await app.WithDb(App.KhanhHoa, db => db.DataRequests.SingleAsync(r => r.EstablishmentId == establishment.EstablishmentId));
        using var officer = await app.As(Role.DepartmentOfficer);
        (await officer.GetPageAsync($"/co-so/{establishment.EstablishmentId}")).QuerySelector("#lich-su")!.TextContent.ShouldContain(who);
        (await officer.GetPageAsync("/yeu-cau-du-lieu")).Body!.TextContent.ShouldContain(request.Number);
        (await officer.SubmitAsync($"/yeu-cau-du-lieu/{request.DataRequestId}", new { Answer = "Đã xóa.", Granted = "true" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = (await officer.GetPageAsync($"/co-so/{establishment.EstablishmentId}")).Body!.TextContent;
        page.ShouldNotContain(who);
        page.ShouldNotContain("056000000088");
        page.ShouldContain($"đã xóa theo yêu cầu số {request.Number}");
        var now = await app.Again(establishment);
        (now.Contacts.Count, now.Identifiers.Count).ShouldBe((0, 0));
        (await commune.GetAsync(new Uri($"/yeu-cau-du-lieu/{request.DataRequestId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var foreign = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await foreign.GetAsync(new Uri($"/yeu-cau-du-lieu/{request.DataRequestId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AnErasure_ReachesEveryRecordOfTheMerge()
    {
        const string who = "Lê Minh Họa Trùng";
        var name = GivenEstablishments.AName();
        var (kept, other) = (await app.AnEstablishment(name), await app.AnEstablishment(name, parts: [new ContactEntry(who, null, "0900000077"), new IdentifierEntry(IdentifierKind.PersonalNumber, "056000000077")]));
        using var officer = await app.As(Role.DepartmentOfficer);
        (await officer.SubmitAsync($"/co-so/hop-nhat?giu={kept.EstablishmentId}&bo={other.EstablishmentId}", new { Reason = "cùng một cơ sở" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.SubmitAsync($"/co-so/{kept.EstablishmentId}/yeu-cau-du-lieu", new Dictionary<string, string>
        {
            ["Form[Kind]"] = "Erase",
            ["Form[RequestedBy]"] = who,
            ["Form[Text]"] = "Xóa giúp",
            ["Form[ReceivedOn]"] = "01/03/2026",
            ["Form[DueOn]"] = "10/03/2026",
        })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var request = await app.WithDb(App.KhanhHoa, db => db.DataRequests.SingleAsync(r => r.EstablishmentId == kept.EstablishmentId));
        (await officer.SubmitAsync($"/yeu-cau-du-lieu/{request.DataRequestId}", new { Answer = "Đã xóa.", Granted = "true" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        foreach (var record in new[] { kept, other })
        {
            var now = await app.Again(record);
            (now.Contacts.Count, now.Identifiers.Count).ShouldBe((0, 0));
            (await officer.GetPageAsync($"/co-so/{record.EstablishmentId}")).Body!.TextContent.ShouldNotContain(who);
        }
    }

    [Fact]
    public async Task OfAMergedRecord_NoAccountIsMade()
    {
        var name = GivenEstablishments.AName();
        var (kept, other) = (await app.AnEstablishment(name), await app.AnEstablishment(name));
        using var officer = await app.As(Role.DepartmentOfficer);
        (await officer.SubmitAsync($"/co-so/hop-nhat?giu={kept.EstablishmentId}&bo={other.EstablishmentId}", new { Reason = "cùng một cơ sở" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.SubmitAsync($"/co-so/{other.EstablishmentId}/tai-khoan", new { })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Again(other)).OrganisationId.ShouldBeNull();
    }

    [Fact]
    public async Task AnEstablishment_BecomesAnOrganisation_ThatAccountsCanBelongTo()
    {
        var establishment = await app.AnEstablishment();
        using var client = await app.As(Role.DepartmentOfficer);
        (await client.SubmitAsync($"/co-so/{establishment.EstablishmentId}/tai-khoan", new { })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var organisation = (await app.Again(establishment)).OrganisationId!.Value;
        (await client.GetPageAsync($"/to-chuc/{organisation}")).Body!.TextContent.ShouldContain(establishment.Name);
    }

    private static async Task<Dictionary<string, string>> Form(HttpClient client, string path) => Values(await client.GetPageAsync(path));

    private static Dictionary<string, string> Values(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelectorAll("form[data-draft] input[name], form[data-draft] select[name], form[data-draft] textarea[name]")
            .Where(f => f.GetAttribute("type") is not "checkbox" && f.GetAttribute("name") is not "__RequestVerificationToken")
            .ToDictionary(f => f.GetAttribute("name")!, f => f switch
            {
                AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value ?? "",
                AngleSharp.Html.Dom.IHtmlTextAreaElement area => area.Value,
                _ => f.GetAttribute("value") ?? "",
            });
}
