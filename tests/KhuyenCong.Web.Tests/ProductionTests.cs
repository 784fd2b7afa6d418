using System.Net;
using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Web.Commands;
using KhuyenCong.Web.Hosting;
using KhuyenCong.Web.Seeding;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests;

/// <summary>One host in the Production environment, on an empty database.</summary>
public sealed class ProductionHost : IAsyncLifetime
{
    private readonly TestDatabase database = new();

    public WebApplicationFactory<Program>? Factory { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await database.CreateAsync();
        Factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Production");
            foreach (var (key, value) in database.Settings)
            {
                builder.UseSetting(key, value);
            }

            builder.UseSetting("SignIn:AttemptsPerMinute", "3");
            builder.ConfigureLogging(logging => logging.ClearProviders());
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Factory!.DisposeAsync();
        await database.DropAsync();
    }
}

/// <summary>What Production starts with: facts, and nobody who can sign in.</summary>
public sealed class ProductionTests(ProductionHost host) : IClassFixture<ProductionHost>
{
    private readonly WebApplicationFactory<Program> factory = host.Factory!;

    [Fact]
    public async Task NobodyCanSignIn_UntilAnAdministratorIsMade_AndAttemptsAreLimited()
    {
        using var client = factory.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") });
        var page = await client.GetPageAsync("/dang-nhap");
        page.Body!.TextContent.ShouldNotContain("dùng thử");
        page.Body.TextContent.ShouldNotContain(SampleAccounts.Password);

        await using (var scope = factory.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem();
            var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
            (await db.Users.CountAsync()).ShouldBe(0);

            var weak = new StringWriter();
            (await CreateAdmin.RunAsync(scope.ServiceProvider, ["quan.tri"], new StringReader("12345\n"), weak)).ShouldBe(1);
            weak.ToString().ShouldContain("Mật khẩu phải có ít nhất 12 ký tự");

            var said = new StringWriter();
            (await CreateAdmin.RunAsync(scope.ServiceProvider, ["quan.tri", "--name", "Quản Trị (dữ liệu minh họa)", "--province", "56"], new StringReader("Bien-xanh-nang-vang-9\n"), said)).ShouldBe(0, said.ToString());
            said.ToString().ShouldContain("Khánh Hòa");
            (await db.Users.SingleAsync()).PasswordHash!.ShouldNotContain("Bien");

            var national = new StringWriter();
            (await CreateAdmin.RunAsync(scope.ServiceProvider, ["bo.quan.tri", "--national", "--province", "56"], new StringReader("x\n"), national)).ShouldBe(2);
            (await CreateAdmin.RunAsync(scope.ServiceProvider, ["bo.quan.tri", "--national"], new StringReader("Bien-xanh-nang-vang-9\n"), national)).ShouldBe(0, national.ToString());
            national.ToString().ShouldContain("Bộ Công Thương");
        }

        var signedIn = await client.SubmitAsync("/dang-nhap", new { UserName = "quan.tri", Password = "Bien-xanh-nang-vang-9" });
        signedIn.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        signedIn.Headers.GetValues("Set-Cookie").ShouldContain(c => c.StartsWith("kc-session", StringComparison.Ordinal) && c.Contains("secure", StringComparison.OrdinalIgnoreCase) && c.Contains("httponly", StringComparison.OrdinalIgnoreCase));

        var codes = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            codes.Add((await client.SubmitAsync("/dang-nhap", new { UserName = "ai.do", Password = "sai-mat-khau" })).StatusCode);
        }

        codes.ShouldContain(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task KeysOfSessions_AreInTheDatabase()
    {
        using var client = factory.CreateClient(new() { BaseAddress = new("https://localhost") });
        await client.GetPageAsync("/dang-nhap");
        await using var scope = factory.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<KhuyenCongDb>().DataProtectionKeys.CountAsync()).ShouldBeGreaterThan(0);
        factory.Services.GetRequiredService<Readiness>().Started.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Matkhau12345")]
    [InlineData("KhuyenCong2026")]
    [InlineData("aaaaaaaaaaaaaaA1")]
    public async Task PlainPasswords_AreRefused(string password)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        (await users.CreateAsync(new Account(Uuid.New(TimeProvider.System), "thu-mat-khau", "Thử (dữ liệu minh họa)"), password)).Succeeded.ShouldBeFalse();
    }
}
