using System.Net;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Establishments;

public sealed class ReachTests(App app)
{
    private static readonly PartEntry[] Personal =
    [
        new IdentifierEntry(IdentifierKind.PersonalNumber, GivenEstablishments.PersonalNumber),
        new ContactEntry("Nguyễn Minh Họa", "Chủ hộ", GivenEstablishments.Phone, "minh-hoa@example.invalid"),
    ];

    [Theory]
    [InlineData("")]
    [InlineData("/sua")]
    [InlineData("/dong/dia-diem")]
    public async Task AnotherProvince_SeesNothing(string page)
    {
        var foreign = await app.AnEstablishment(commune: "26068", province: App.DongNai);
        using var client = await app.As(Role.DepartmentLeader);
        (await client.GetAsync(new Uri($"/co-so/{foreign.EstablishmentId}{page}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ACommune_SeesWhatIsProducedThere_NotElsewhere()
    {
        var (here, there) = (await app.AnEstablishment(), await app.AnEstablishment(commune: GivenEstablishments.NhaTrang));
        using var client = await app.As(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        (await client.GetAsync(new Uri($"/co-so/{here.EstablishmentId}/sua", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync(new Uri($"/co-so/{there.EstablishmentId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetPageAsync($"/co-so?tim={Uri.EscapeDataString(there.Name)}")).QuerySelectorAll("#co-so tbody tr").Length.ShouldBe(0);
    }

    [Fact]
    public async Task WhatHasMovedAway_IsSeen_ButNoLongerEdited()
    {
        var moved = await app.AnEstablishment(commune: GivenEstablishments.NhaTrang, parts: new SiteEntry(GivenEstablishments.CamLam, null, null, null, new(2020, 1, 1), new(2021, 1, 1)));
        using var client = await app.As(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        (await client.GetAsync(new Uri($"/co-so/{moved.EstablishmentId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync(new Uri($"/co-so/{moved.EstablishmentId}/sua", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AnOwner_SeesHisOwnOnly_WithHisOwnData()
    {
        var account = await app.GivenAnAccount("chu", Role.EstablishmentOwner, App.KhanhHoa);
        var organisation = await app.WithDb(App.KhanhHoa, db => Task.FromResult(db.Memberships.Single(m => m.UserId == account.Id).OrganisationId));
        var own = await app.AnEstablishment(organisation: organisation, parts: Personal);
        var other = await app.AnEstablishment();
        using var client = app.Client(await app.CookieOf(account));
        (await client.GetPageAsync($"/co-so/{own.EstablishmentId}")).Body!.TextContent.ShouldContain(GivenEstablishments.PersonalNumber);
        (await client.GetAsync(new Uri($"/co-so/{other.EstablishmentId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync(new Uri($"/co-so/{own.EstablishmentId}/sua", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(Role.DepartmentOfficer, true)]
    [InlineData(Role.CentreOfficer, true)]
    [InlineData(Role.FinanceOfficer, false)]
    [InlineData(Role.CouncilViewer, false)]
    [InlineData(Role.ProvincialLeader, false)]
    public async Task PersonalData_IsShownByRole_InDetailsHistoryListAndExport(Role role, bool sees)
    {
        var establishment = await app.AnEstablishment(parts: Personal);
        using var client = await app.As(role);
        var details = await client.GetPageAsync($"/co-so/{establishment.EstablishmentId}");
        foreach (var secret in new[] { GivenEstablishments.PersonalNumber, GivenEstablishments.Phone, "Nguyễn Minh Họa", "minh-hoa@example.invalid" })
        {
            details.Body!.TextContent.Contains(secret, StringComparison.Ordinal).ShouldBe(sees, secret);
            details.QuerySelector("#lich-su")!.TextContent.Contains(secret, StringComparison.Ordinal).ShouldBe(sees, secret + " in the history");
        }

        var query = $"?tim={Uri.EscapeDataString(establishment.Name)}";
        (await client.GetPageAsync("/co-so" + query)).QuerySelector("#co-so")!.TextContent.Contains(GivenEstablishments.PersonalNumber, StringComparison.Ordinal).ShouldBe(sees);
        var sheet = await client.GetByteArrayAsync(new Uri("/co-so/xuat-excel" + query, UriKind.Relative));
        Packages.TextOf(sheet).Contains(GivenEstablishments.PersonalNumber, StringComparison.Ordinal).ShouldBe(sees);
        Packages.TextOf(sheet).ShouldContain(establishment.Name);
    }

    [Theory]
    [InlineData(Role.DepartmentOfficer, 1)]
    [InlineData(Role.FinanceOfficer, 0)]
    public async Task APersonsNumber_FindsOnlyForThoseWhoMaySeeIt(Role role, int found)
    {
        var number = "0560" + string.Concat(GivenEstablishments.Id().ToByteArray().TakeLast(8).Select(b => b % 10));
        await app.AnEstablishment(parts: new IdentifierEntry(IdentifierKind.PersonalNumber, number));
        using var client = await app.As(role);
        (await client.GetPageAsync($"/co-so?tim={number}")).QuerySelectorAll("#co-so tbody tr").Length.ShouldBe(found);
    }

    [Theory]
    [InlineData(Role.DepartmentOfficer, true)]
    [InlineData(Role.FinanceOfficer, false)]
    [InlineData(Role.CouncilViewer, false)]
    public async Task ARegistrationKeptBeforeTheRule_IsHiddenWhereverItIsRead(Role role, bool sees)
    {
        var number = "0560" + string.Concat(GivenEstablishments.Id().ToByteArray().TakeLast(8).Select(b => b % 10));
        var establishment = await AnOldOne(number);
        using var client = await app.As(role);
        var details = await client.GetPageAsync($"/co-so/{establishment.EstablishmentId}");
        details.QuerySelector("#lich-su")!.TextContent.Contains(number, StringComparison.Ordinal).ShouldBe(sees, "history");
        details.Body!.TextContent.Contains(number, StringComparison.Ordinal).ShouldBe(sees, "details");
        var query = $"?tim={Uri.EscapeDataString(establishment.Name)}";
        (await client.GetPageAsync("/co-so" + query)).QuerySelector("#co-so")!.TextContent.Contains(number, StringComparison.Ordinal).ShouldBe(sees, "list");
        Packages.TextOf(await client.GetByteArrayAsync(new Uri("/co-so/xuat-excel" + query, UriKind.Relative))).Contains(number, StringComparison.Ordinal).ShouldBe(sees, "export");
        foreach (var search in (string[])[number, $"{number} co so", $"{number[..9]} co so"])
        {
            (await client.GetPageAsync($"/co-so?tim={Uri.EscapeDataString(search)}")).QuerySelectorAll("#co-so tbody tr").Length.ShouldBe(sees ? 1 : 0, search);
        }
    }

    [Fact]
    public async Task ARegistrationKeptBeforeTheRule_LeavesTheSearchTextAtTheNextStart()
    {
        var number = "0560" + string.Concat(GivenEstablishments.Id().ToByteArray().TakeLast(8).Select(b => b % 10));
        var establishment = await AnOldOne(number);
        (await app.Again(establishment)).SearchText.ShouldContain(number);
        await app.WithDb(App.KhanhHoa, async db =>
        {
            await db.HideRegistrationsAsync();
            return true;
        });
        var now = await app.Again(establishment);
        (now.Identifiers[0].Value, now.Identifiers[0].PersonalValue, now.SearchText.Contains(number, StringComparison.Ordinal)).ShouldBe((null, number, false));
        using var reader = await app.As(Role.Auditor);
        var journal = (await reader.GetPageAsync($"/nhat-ky?doi-tuong={establishment.EstablishmentId}")).Body!.TextContent;
        journal.ShouldContain("Chuyển số đăng ký là số định danh cá nhân");
        journal.ShouldNotContain(number);
    }

    /// <summary>A household whose registration a version before the rule stored as public.</summary>
    private async Task<Establishment> AnOldOne(string number)
    {
        var establishment = await app.AnEstablishment();
        await app.WithDb(App.KhanhHoa, async db =>
        {
            var kept = await db.WholeEstablishments.SingleAsync(e => e.EstablishmentId == establishment.EstablishmentId);
            kept.Apply(new PartAdded(kept.EstablishmentId, GivenEstablishments.Id(), new IdentifierEntry(IdentifierKind.BusinessRegistration, number), TimeProvider.System.UtcNow));
            var row = db.Entry(kept.Identifiers[0]);
            row.State = EntityState.Added;
            (row.Property(i => i.Value).CurrentValue, row.Property(i => i.PersonalValue).CurrentValue) = (number, null);
            db.Entry(kept).Property(e => e.SearchText).CurrentValue = SearchText.Fold($"{kept.Name} {number}");
            db.Because("establishment.part-added", "test");
            await db.SaveChangesAsync();
            return true;
        });
        return establishment;
    }

    [Fact]
    public async Task TheJournal_HidesPersonalData_FromThoseWhoKeepIt()
    {
        var establishment = await app.AnEstablishment(parts: Personal);
        using var client = await app.As(Role.Auditor);
        var journal = await client.GetPageAsync($"/nhat-ky?doi-tuong={establishment.EstablishmentId}");
        journal.Body!.TextContent.ShouldContain("Ghi nhận cơ sở");
        journal.Body.TextContent.ShouldNotContain(GivenEstablishments.PersonalNumber);
    }
}
