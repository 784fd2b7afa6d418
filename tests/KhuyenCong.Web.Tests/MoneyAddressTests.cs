using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;

namespace KhuyenCong.Web.Tests;

/// <summary>Whatever stands in an address or a forged form, a page of money answers.</summary>
public sealed class MoneyAddressTests(App app)
{
    [Theory]
    [InlineData("/kiem-tra?nam=0")]
    [InlineData("/kiem-tra?nam=99999")]
    public async Task AYearThatIsNone_IsAnswered(string path)
    {
        using var accountant = await app.As(Role.DepartmentAccountant);
        (await accountant.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Each word is one more condition inside the other: thousands of them would be one question too deep.</summary>
    [Theory]
    [InlineData("/kho-bac/chua-giai-trinh")]
    [InlineData("/kho-bac/ba-ben")]
    public async Task MoreWordsThanAnybodyTypes_AreNotAllSearchedFor(string path)
    {
        using var accountant = await app.As(Role.DepartmentAccountant);
        (await accountant.GetAsync(new Uri($"{path}?tim={string.Join('+', Enumerable.Repeat("a", 2000))}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>NUL is no text of PostgreSQL, U+FFFE cannot be normalised: both are passed over, wherever they stand.</summary>
    [Theory]
    [InlineData("/kho-bac/chua-giai-trinh?tim=a%00b")]
    [InlineData("/kho-bac/chua-giai-trinh?tim=%EF%BF%BE")]
    [InlineData("/so-du-toan/but-toan?nguon=%00")]
    [InlineData("/de-an?tim=%EF%BF%BE&xa=%0%000")]
    [InlineData("/thanh-toan?tim=%ef%bf%be")]
    public async Task WhatIsNoCharacter_IsPassedOver(string path)
    {
        using var accountant = await app.As(Role.DepartmentAccountant);
        (await accountant.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A search is cut where it is too long, inside a character too.</summary>
    [Fact]
    public async Task ASearchThatIsCutInsideACharacter_IsAnswered()
    {
        using var accountant = await app.As(Role.DepartmentAccountant);
        foreach (var (path, longest) in new[] { ("/de-an", 200), ("/thanh-toan", 60) })
        {
            var search = Uri.EscapeDataString($"{new string('a', longest - 1)}😀");
            (await accountant.GetAsync(new Uri($"{path}?tim={search}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task WhatIsNoCharacter_IsNotKept()
    {
        var (contract, line) = await app.ASignedContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var fields = GivenPayments.Fields(line, 1_000_000);
        (fields["Form.Purpose"], fields[$"Form.Lines[{line.AllocationId}].Amount"]) = ("Tạm \ufffeứng\ufffe", "1\ufffe.000.000");
        var answer = await officer.SubmitAsync(contract.NewPath(), fields, contract.NewPath());
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Payment(answer.Headers.Location!.OriginalString)).Purpose.ShouldBe("Tạm ứng");
    }

    [Fact]
    public async Task AYearlyReport_OfAYearThatIsNone_IsNotThere()
    {
        using var accountant = await app.As(Role.DepartmentAccountant);
        (await accountant.GetAsync(new Uri($"/quyet-toan-nam/lap?nam=99999&don-vi={await app.ADepartment()}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task APageNumberBeyondAll_ShowsNoEntries()
    {
        var project = await app.AnAppraised(GivenPlans.AFarYear());
        using var accountant = await app.As(Role.DepartmentAccountant);
        (await accountant.GetAsync(new Uri($"/de-an/{project.ProjectId}/kinh-phi?trang={int.MaxValue}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ALineOfARequestWithoutAnAmount_IsNone()
    {
        var (contract, line) = await app.ASignedContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var fields = new Dictionary<string, string> { [$"Form.Lines[{line.AllocationId}]"] = "x", ["Form.Purpose"] = "Tạm ứng theo hợp đồng" };
        (await officer.SubmitAsync(contract.NewPath(), fields, contract.NewPath())).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>More rows than any page offers are judged by the page, not refused with a fault of the server.</summary>
    [Fact]
    public async Task MoreRowsThanAnybodyTicks_AreAnswered()
    {
        using var administrator = await app.As(Role.Administrator);
        var fields = Enumerable.Range(0, 1_100).ToDictionary(i => $"Chosen[{i}]", _ => $"{GivenPlans.Id()}");
        fields["RequestNumber"] = "14/YC";
        (await administrator.SubmitAsync("/nhat-ky/xoa-tep", fields)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ARowThatNoFieldFills_IsNone()
    {
        var (contract, line) = await app.ASignedContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var fields = new Dictionary<string, string> { [$"Form.Lines[{line.AllocationId}]"] = "x", ["Form.Purpose"] = "Tạm ứng theo hợp đồng", ["Form.Invoices.Index"] = "a" };
        (await officer.SubmitAsync(contract.NewPath(), fields, contract.NewPath())).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
