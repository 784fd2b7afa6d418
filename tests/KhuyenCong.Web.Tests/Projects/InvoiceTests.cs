using System.Net;
using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Establishments;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Projects;

public sealed class InvoiceTests(App app)
{
    [Theory]
    [InlineData("MST 0100000001", "mã số thuế 0100000001", true)]
    [InlineData("Cơ khí Minh Họa", "Công ty TNHH CƠ KHÍ MINH HOẠ", true)]
    [InlineData("MST 0100000001", "MST 0100000002", false)]
    public async Task OneSellersInvoice_IsFoundWhoeverHasIt_AnotherSellersIsNot(string seller, string other, bool found)
    {
        var number = Number();
        using var client = await app.As(Role.DepartmentOfficer);
        var (first, second) = (await WithInvoice($"1C26TAA 0{number}, {seller}"), await WithInvoice($"ký hiệu 1C26TAA, số {number}, {other}"));
        (await client.Move(first, ProjectAction.File)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.Move(second, ProjectAction.File)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var suspects = (await client.GetPageAsync(second.Path())).QuerySelector("#nghi-trung")!;
        (suspects.QuerySelector($"a[href='{first.Path()}']") is not null).ShouldBe(found, suspects.TextContent);
        suspects.TextContent.Contains("cùng một hóa đơn", StringComparison.Ordinal).ShouldBe(found);
    }

    [Fact]
    public async Task ATraceKeptAsTheWholeText_IsReadAgainAtTheStart()
    {
        var number = Number();
        using var client = await app.As(Role.DepartmentOfficer);
        var workshop = await app.AnEstablishment();
        var (first, second) = (await WithInvoice($"1C26TAA 0{number}", workshop), await WithInvoice($"1C26TAA/{number}", workshop));
        (await client.Move(first, ProjectAction.File)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await app.WithDb(App.KhanhHoa, async db =>
        {
            (await Kept(db, first)).Mark(new SupportTrace(SupportKeyKind.InvoiceNumber, $"1c26taa0{number}", "machines|x200"));
            await db.SaveChangesAsync();
            await db.MarkInvoicesAsync();
            return true;
        });
        (await app.WithDb(App.KhanhHoa, db => Kept(db, first))).Trace.ShouldBe(new(SupportKeyKind.InvoiceNumber, $"{InvoiceMark.Prefix}{number}", "machines|x200||c26taa||"));
        (await client.Move(second, ProjectAction.File)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync(second.Path())).QuerySelector("#nghi-trung")!.TextContent.ShouldContain("cùng số hóa đơn nhưng chưa rõ người bán");
    }

    private static string Number() => "1" + string.Concat(GivenProjects.Id().ToByteArray().TakeLast(6).Select(b => b % 10));

    private static Task<SupportKey> Kept(KhuyenCongDb db, Project project) => db.SupportKeys.SingleAsync(k => k.SourceId == project.ProjectId && k.Kind == SupportKeyKind.InvoiceNumber);

    private async Task<Project> WithInvoice(string invoice, Domain.Establishments.Establishment? of = null)
    {
        var project = await app.AProject(GivenProjects.Text(of ?? await app.AnEstablishment()));
        return await app.WithDb(App.KhanhHoa, async db =>
        {
            var it = await db.WholeProjects.SingleAsync(p => p.ProjectId == project.ProjectId);
            it.Apply(new PaperAttached(GivenProjects.Id(), null, "Hóa đơn", new('a', 64), "tep.pdf", 1, "application/pdf", invoice, null, "Cán bộ", GivenProjects.Id(), TimeProvider.System.UtcNow));
            db.Because("project.paper-attached", "test");
            await db.SaveChangesAsync();
            return it;
        });
    }
}
