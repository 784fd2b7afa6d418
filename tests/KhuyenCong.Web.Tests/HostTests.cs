using System.Net;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Tests;

public sealed class HostTests(App app)
{
    [Theory]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/ready")]
    [InlineData("/metrics")]
    public async Task Answers(string path)
    {
        using var client = app.Anonymous();
        (await client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task EveryAnswer_CarriesTheSecurityHeaders()
    {
        using var client = app.Anonymous();
        var response = await client.GetAsync(new Uri("/healthz/live", UriKind.Relative));
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'; style-src 'self'");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    [Fact]
    public async Task WhatIsMadeForOnePerson_IsKeptByNoMachine()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        foreach (var path in new[] { "/", "/theo-doi?handler=Excel", "/quyet-toan-nam?handler=Excel" })
        {
            var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            response.Headers.CacheControl!.NoStore.ShouldBeTrue(path);
        }
    }
}
