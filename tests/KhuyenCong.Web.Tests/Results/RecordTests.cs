using System.Net;
using KhuyenCong.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Web.Tests.Results.GivenResults;

namespace KhuyenCong.Web.Tests.Results;

public sealed class RecordTests(App app)
{
    [Fact]
    public async Task WithoutATarget_OffersThemInGroups()
    {
        var client = await app.As(Role.DepartmentOfficer);

        var page = await client.GetPageAsync("/ket-qua/ghi-nhan");

        page.QuerySelectorAll("select[name=chi-tieu] optgroup option").Length.ShouldBeGreaterThanOrEqualTo(25);
    }

    [Fact]
    public async Task AResult_WithMoneyBeneficiariesAndProof_MovesTheTarget()
    {
        var client = await app.As(Role.DepartmentOfficer);
        var target = await app.Target(await app.AProgramme(), "T-1");
        var fields = Fields("Mô hình sấy cá Cam Lâm");
        fields["Form.Amounts[KCDP]"] = "300 triệu";
        fields["Form.Amounts[DOIUNG]"] = "400.000.000";
        fields["Form.Beneficiaries[0].Name"] = "HTX Bãi Dài (dữ liệu minh họa)";
        fields["Form.Beneficiaries[0].Identifier"] = "4200-123456";

        var id = (await client.Send(FormOf(target), fields, APdf())).ResultId();

        var after = await app.WithDb(App.KhanhHoa, db => db.Targets.AsNoTracking().SingleAsync(t => t.TargetId == target.TargetId));
        (after.ResultCount, after.ResultQuantity, after.ResultAmount).ShouldBe((1, 1, new Dong(700_000_000)));
        var page = await client.GetPageAsync($"/ket-qua/{id}");
        page.Body!.TextContent.ShouldContain("HTX Bãi Dài (dữ liệu minh họa) – mã số 4200-123456");
        page.Body!.TextContent.ShouldContain("700.000.000");
        page.QuerySelector("a[download]")!.TextContent.ShouldBe("biên bản nghiệm thu.pdf");
        var blob = await app.WithDb(App.KhanhHoa, db => db.Evidence.Where(e => e.ResultId == id).Join(db.Blobs, e => e.Sha256, b => b.Sha256, (e, b) => b).SingleAsync());
        blob.References.ShouldBe(1);
    }

    [Fact]
    public async Task Faults_AreToldAllAtOnce_AndNothingTypedIsLost()
    {
        var client = await app.As(Role.DepartmentOfficer);
        var target = await app.Target(await app.AProgramme(), "T-2");
        var fields = Fields(" ");
        fields["Form.AchievedOn"] = "31/13/2026";
        fields["Form.Quantity"] = "nhiều";
        fields["Form.Times"] = "-5";
        fields["Form.CommuneCode"] = "00004";
        fields["Form.Amounts[KCDP]"] = "ba trăm";
        fields["Form.Amounts[KCQG]"] = "-1";
        fields["Form.Beneficiaries[0].Identifier"] = "123";
        fields["Form.Note"] = "<script>alert(1)</script>";

        var response = await client.Send(FormOf(target), fields, ("rong.pdf", []), ("gia-mao.pdf", "MZ..............."u8.ToArray()), APdf("đúng.pdf"));

        var page = await response.PageAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var faults = string.Join('\n', page.Faults());
        foreach (var part in new[] { "Ngày không đọc được", "“nhiều” không phải số nguyên", "Số lượt phải", "không thuộc tỉnh", "Số tiền không đọc được", "không được âm", "Chưa nhập tên cơ sở", "Chưa nhập tên kết quả", "cần số máy", "“rong.pdf” không có nội dung", "“gia-mao.pdf” không phải loại" })
        {
            faults.ShouldContain(part);
        }

        faults.ShouldNotContain("giai đoạn của chương trình");
        page.QuerySelector("[name='Form.Quantity']")!.GetAttribute("value").ShouldBe("nhiều");
        page.QuerySelector("[name='Form.Amounts[KCDP]']")!.GetAttribute("value").ShouldBe("ba trăm");
        page.QuerySelector("[name='Form.Note']")!.TextContent.ShouldBe("<script>alert(1)</script>");
        page.QuerySelectorAll("input[name=giu]").ShouldHaveSingleItem();

        var right = Fields("Máy ép");
        right["Form.Serial"] = Id().ToString();
        right["giu"] = page.QuerySelector("input[name=giu]")!.GetAttribute("value")!;
        var id = (await client.Send(FormOf(target), right)).ResultId();
        (await app.WithDb(App.KhanhHoa, db => db.Evidence.SingleAsync(e => e.ResultId == id))).FileName.ShouldBe("đúng.pdf");
    }

    [Fact]
    public async Task TheSameMachine_IsRefusedWithALinkToTheFirst()
    {
        var client = await app.As(Role.DepartmentOfficer);
        var target = await app.Target(await app.AProgramme(), "T-2");
        var serial = Id().ToString("N");
        var first = (await client.Send(FormOf(target), new Dictionary<string, string>(Fields("Máy thứ nhất")) { ["Form.Serial"] = serial })).ResultId();

        var page = await (await client.Send(FormOf(target), new Dictionary<string, string>(Fields("Máy thứ hai")) { ["Form.Serial"] = serial.ToUpperInvariant().Insert(4, " -") })).PageAsync();

        page.Faults().ShouldHaveSingleItem().ShouldContain("Máy thứ nhất");
        page.QuerySelector($".notice-bad a[href='/ket-qua/{first}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task SentTwice_RecordsOnce()
    {
        var client = await app.As(Role.DepartmentOfficer);
        var target = await app.Target(await app.AProgramme(), "T-1");
        var fields = Fields("Một lần");

        var first = (await client.Send(FormOf(target), fields)).ResultId();
        var second = (await client.Send(FormOf(target), fields)).ResultId();

        second.ShouldBe(first);
        (await app.Target(await app.WithDb(App.KhanhHoa, db => db.Programmes.SingleAsync(p => p.ProgrammeId == target.ProgrammeId)), "T-1")).ResultCount.ShouldBe(1);
    }

    [Fact]
    public async Task TheSameFile_OnAnotherResult_AsksWhy_ThenIsTaken()
    {
        var client = await app.As(Role.DepartmentOfficer);
        var target = await app.Target(await app.AProgramme(), "T-1");
        var file = APdf("quyết định.pdf");
        var first = (await client.Send(FormOf(target), Fields("Đề án A"), file)).ResultId();

        var page = await (await client.Send(FormOf(target), Fields("Đề án B"), file)).PageAsync();
        page.Faults().ShouldHaveSingleItem().ShouldContain("đang là minh chứng của kết quả khác");
        page.QuerySelector($"a[href='/ket-qua/{first}']").ShouldNotBeNull();

        var again = Fields("Đề án B");
        again["giu"] = page.QuerySelector("input[name=giu]")!.GetAttribute("value")!;
        again["Form.SameFileReason"] = "Một quyết định cho hai đề án";
        var second = (await client.Send(FormOf(target), again)).ResultId();
        var evidence = await app.WithDb(App.KhanhHoa, db => db.Evidence.SingleAsync(e => e.ResultId == second));
        evidence.SameFileReason.ShouldBe("Một quyết định cho hai đề án");
        (await app.WithDb(App.KhanhHoa, db => db.Blobs.SingleAsync(b => b.Sha256 == evidence.Sha256))).References.ShouldBe(2);
    }

    [Fact]
    public async Task SixtyMegabytes_AreRefusedInWords()
    {
        var client = await app.As(Role.DepartmentOfficer);
        var target = await app.Target(await app.AProgramme(), "T-1");

        var response = await client.Send(FormOf(target), Fields("Tệp lớn"), ("lon.pdf", new byte[60 * 1024 * 1024]));

        (await response.PageAsync()).Faults().ShouldHaveSingleItem().ShouldContain("vượt mức 20 MB");
    }

    [Fact]
    public async Task ACommuneOfficer_RecordsOnlyAtHome()
    {
        var client = await app.As(Role.CommuneOfficer, App.KhanhHoa, CamLam);
        var target = await app.Target(await app.AProgramme(), "T-1");
        var elsewhere = await app.WithDb(App.KhanhHoa, db => db.AdministrativeUnits.Where(u => u.ProvinceCode == App.KhanhHoa && u.UnitCode != CamLam && u.UnitCode.Length == 5).Select(u => u.UnitCode).FirstAsync());

        (await client.GetPageAsync(FormOf(target))).QuerySelectorAll("select[name='Form.CommuneCode'] option[value]:not([value=''])").ShouldHaveSingleItem();
        (await (await client.Send(FormOf(target), Fields("Nơi khác", elsewhere))).PageAsync()).Faults().ShouldHaveSingleItem().ShouldContain("địa bàn mình phụ trách");
        (await (await client.Send(FormOf(target), Fields("Không ghi nơi", ""))).PageAsync()).Faults().ShouldHaveSingleItem().ShouldContain("Hãy chọn xã");
        (await client.Send(FormOf(target), Fields("Ở nhà"))).ResultId();
    }

    [Fact]
    public async Task DecomposedText_IsOneKey()
    {
        var client = await app.As(Role.DepartmentOfficer);
        var target = await app.Target(await app.AProgramme(), "T-4");
        var name = $"Lớp khởi sự {Id():N}";
        (await client.Send(FormOf(target), Fields(name))).ResultId();

        (await (await client.Send(FormOf(target), Fields(name.Normalize(System.Text.NormalizationForm.FormD)))).PageAsync()).Faults().ShouldHaveSingleItem().ShouldContain("đã được ghi nhận");
    }

    [Fact]
    public async Task OthersAreRefused_AndAForeignTargetIsNotFound()
    {
        var target = await app.Target(await app.AProgramme(), "T-1");
        var url = new Uri(FormOf(target), UriKind.Relative);
        (await (await app.As(Role.FinanceOfficer)).GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.As(Role.DepartmentOfficer, App.DongNai)).GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Anonymous().GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
