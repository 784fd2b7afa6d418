using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Tests;

/// <summary>What holds for every page of the route list, whatever it does.</summary>
public sealed class PageAccessTests(App app)
{
    private List<(string Route, Type Model)> Pages() =>
    [
        .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => (Route: "/" + e.RoutePattern.RawText!.TrimStart('/'), Page: e.Metadata.GetMetadata<PageActionDescriptor>()))
            .Where(e => e.Page is not null)
            .Select(e => (e.Route, app.Services.GetRequiredService<Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure.PageLoader>().LoadAsync(e.Page!, new()).GetAwaiter().GetResult().ModelTypeInfo!.AsType())),
    ];

    [Fact]
    public void EveryPage_SaysWhoMayUseIt() =>
        Pages().Where(p => !Attribute.IsDefined(p.Model, typeof(AllowAttribute)) && !Attribute.IsDefined(p.Model, typeof(SignedInAttribute)) && !Attribute.IsDefined(p.Model, typeof(AllowAnonymousAttribute)))
            .Select(p => p.Route).ShouldBeEmpty();

    [Fact]
    public async Task EveryClosedPage_SendsAnonymousVisitorsToSignIn()
    {
        using var client = app.Anonymous();
        foreach (var (route, _) in Pages().Where(p => !Attribute.IsDefined(p.Model, typeof(AllowAnonymousAttribute))))
        {
            var response = await client.GetAsync(new Uri(Filled(route), UriKind.Relative));
            response.StatusCode.ShouldBe(HttpStatusCode.Redirect, route);
            response.Headers.Location!.OriginalString.ShouldContain("/dang-nhap", Case.Insensitive, route);
        }
    }

    [Fact]
    public async Task AFormSentAfterTheSessionEnded_IsSentToSignIn_NotCalledForged()
    {
        using var client = app.Anonymous();
        foreach (var (route, _) in Pages().Where(p => !Attribute.IsDefined(p.Model, typeof(AllowAnonymousAttribute)) && !p.Route.StartsWith("/ban-nhap", StringComparison.Ordinal)))
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", "of a session that ended")]);
            (await client.PostAsync(new Uri(Filled(route), UriKind.Relative), form)).StatusCode.ShouldBe(HttpStatusCode.Redirect, route);
        }
    }

    [Fact]
    public async Task AForgedForm_IsRefused()
    {
        using var client = await app.As(Role.DepartmentLeader);
        foreach (var (route, model) in Pages().Where(p => p.Model.GetMethods().Any(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal)) && !Attribute.IsDefined(p.Model, typeof(Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute))))
        {
            using var form = new FormUrlEncodedContent([new("anything", "at all")]);
            (await client.PostAsync(new Uri(Filled(route), UriKind.Relative), form)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, route + " " + model.Name);
        }
    }

    [Fact]
    public async Task SigningOut_EndsTheSession()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var response = await client.SubmitAsync("/", new { }, "/dang-xuat");
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.GetValues("Set-Cookie").ShouldContain(c => c.StartsWith("kc-session=;", StringComparison.Ordinal));
        (await client.GetPageAsync("/")).QuerySelectorAll("form[action='/dang-xuat'] input[name=__RequestVerificationToken]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task EveryPage_RefusesARoleThatMayNot_WithTheReason()
    {
        foreach (var (route, model) in Pages())
        {
            if (Attribute.GetCustomAttribute(model, typeof(AllowAttribute)) is not AllowAttribute { Act: var act } || Stranger(act) is not { } role)
            {
                continue;
            }

            using var client = await app.As(role);
            var response = await client.GetAsync(new Uri(Filled(route), UriKind.Relative));
            response.StatusCode.ShouldBe(HttpStatusCode.Forbidden, route);
            (await response.PageAsync()).QuerySelector("main")!.TextContent.Length.ShouldBeGreaterThan(40, route);
        }
    }

    [Fact]
    public async Task EveryPageOfOneRecord_DoesNotKnowAForgedId()
    {
        using var client = await app.As(Role.DepartmentLeader);
        foreach (var (route, model) in Pages().Where(p => p.Route.Contains(":guid", StringComparison.Ordinal)))
        {
            if (Attribute.GetCustomAttribute(model, typeof(AllowAttribute)) is AllowAttribute { Act: var act } && RoleTable.Allows(Role.DepartmentLeader, act) is null)
            {
                continue;
            }

            (await client.GetAsync(new Uri(Filled(route), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, route);
        }
    }

    /// <summary>A role of the province that holds other acts, but not this one.</summary>
    private static Role? Stranger(Act act) =>
        new[] { Role.CouncilViewer, Role.TreasuryOfficer, Role.JudgingMember, Role.Administrator }.Cast<Role?>().FirstOrDefault(r => RoleTable.Allows(r!.Value, act) is null);

    private static string Filled(string route) => System.Text.RegularExpressions.Regex.Replace(route, @"\{[^}]*\}", place =>
        place.Value.Contains(":guid", StringComparison.Ordinal) ? "0199f000-0000-7000-8000-00000000dead"
        : place.Value.Contains(":int", StringComparison.Ordinal) ? "987654" : place.Value.StartsWith("{*", StringComparison.Ordinal) ? "khong-co" : "khong-co");
}
