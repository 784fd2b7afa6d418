using System.Net;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Establishments;

public sealed class DismissingPagesTests(App app)
{
    [Fact]
    public async Task APairFoundToBeTwo_IsNotShownAgain_UntilTheConclusionIsTakenBack()
    {
        var name = GivenEstablishments.AName();
        var (one, other) = (await app.AnEstablishment(name), await app.AnEstablishment(name));
        var compare = $"/co-so/hop-nhat?giu={one.EstablishmentId}&bo={other.EstablishmentId}";
        using var client = await app.As(Role.DepartmentOfficer);
        (await Twins(client, one)).ShouldBeTrue();
        (await (await client.SubmitAsync(compare, new { }, compare + "&handler=Dismiss")).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("Hãy ghi lý do");
        (await client.SubmitAsync(compare, new { Reason = "Hai anh em" }, compare + "&handler=Dismiss")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Twins(client, one)).ShouldBeFalse();
        (await Twins(client, other)).ShouldBeFalse();
        (await client.GetPageAsync($"/co-so/{(one.EstablishmentId.CompareTo(other.EstablishmentId) < 0 ? one : other).EstablishmentId}")).QuerySelector("#lich-su")!.TextContent.ShouldContain("Kết luận hai bản ghi không trùng");

        var id = await app.WithDb(App.KhanhHoa, db => db.DuplicateDismissals.Where(d => d.OneId == one.EstablishmentId || d.OtherId == one.EstablishmentId).Select(d => d.DuplicateDismissalId).SingleAsync());
        using var foreign = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await foreign.SubmitAsync("/co-so/khong-trung", new { Reason = "x" }, $"/co-so/khong-trung?ket-luan={id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.SubmitAsync("/co-so/khong-trung", new { Reason = "Cùng một người" }, $"/co-so/khong-trung?ket-luan={id}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Twins(client, one)).ShouldBeTrue();
    }

    [Fact]
    public async Task AReader_MayNotConclude()
    {
        var name = GivenEstablishments.AName();
        var (one, other) = (await app.AnEstablishment(name), await app.AnEstablishment(name));
        using var client = await app.As(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        (await client.GetAsync(new Uri($"/co-so/hop-nhat?giu={one.EstablishmentId}&bo={other.EstablishmentId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync(new Uri("/co-so/khong-trung", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<bool> Twins(HttpClient client, Establishment establishment) =>
        (await client.GetPageAsync($"/co-so/{establishment.EstablishmentId}")).QuerySelector("#nghi-trung") is not null;
}
