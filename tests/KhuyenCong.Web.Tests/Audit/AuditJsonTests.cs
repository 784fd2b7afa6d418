using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Audit;

/// <summary>What is kept as JSON is told in words, never as JSON.</summary>
public sealed class AuditJsonTests(App app)
{
    private static readonly Guid Workshop = Uuid.New(TimeProvider.System);

    private static ListedBeneficiary Row(Guid id, string name, long millions, params string[] machines) =>
        new(id, Workshop, name, Workshop, "22453", null, Dong.Millions(2 * millions), Dong.Millions(millions), [.. machines.Select(m => new MachineText(Uuid.New(TimeProvider.System), id, m, null, null, null, null, null, null, true, false, 1, null, null))]);

    private static string Json(params ListedBeneficiary[] rows) => ProgrammeJson.Write<IReadOnlyList<ListedBeneficiary>>(rows);

    [Fact]
    public void RowsThatDiffer_AreToldByName_OldAndNew()
    {
        var (kept, gone, come) = (Uuid.New(TimeProvider.System), Uuid.New(TimeProvider.System), Uuid.New(TimeProvider.System));
        var parts = AuditJson.Between("BeneficiaryList.Rows", Json(Row(kept, "Cơ sở một", 200), Row(gone, "Cơ sở hai", 100)), Json(Row(kept, "Cơ sở một", 150, "Máy ép"), Row(come, "Cơ sở ba", 90))).ShouldNotBeNull();
        parts.Select(p => p.Label).ShouldBe(["Sửa: Cơ sở một", "Bỏ: Cơ sở hai", "Thêm: Cơ sở ba"]);
        parts[0].Parts.Select(p => (p.Label, p.Old, p.New)).ShouldContain(("Mức hỗ trợ", "200.000.000 đ", "150.000.000 đ"));
        parts[0].Parts.Single(p => p.Label == "Máy móc").Flat.ShouldContain("Mới 100 %: Có");
        parts[1].Parts.ShouldAllBe(p => p.New == null);
        parts.SelectMany(p => p.Parts).ShouldAllBe(p => !p.Flat.Contains(Workshop.ToString()));
    }

    [Fact]
    public void AllOfOneValue_IsOneLine_AndNoMoreThanTheJournalKept()
    {
        AuditFieldWords.Text("Appraisal.ResultConditions", """["Nộp báo giá","Ký cam kết"]""").ShouldBe("Dòng 1: Nộp báo giá; Dòng 2: Ký cam kết");
        AuditFieldWords.Text("WorkPlan", """[{"what":"Mua máy","when":"tháng 3","by":"cơ sở"}]""").ShouldBe("Mua máy (Thời gian: tháng 3; Người, đơn vị thực hiện: cơ sở)");
        AuditFieldWords.Text("ResultConditions", "[]").ShouldBe("không có");
        AuditFieldWords.Text("BeneficiaryList.Rows", """[{"beneficiaryId":"0… (sha256 0123456789ABCDEF)""").ShouldBe("nội dung dài, nhật ký chỉ giữ dấu kiểm tra 0123456789ABCDEF");
        AuditJson.Between("Rows", "[{… (sha256 0123456789ABCDEF)", "[]").ShouldBeNull();
        AuditFieldWords.Text("Note", "[1]").ShouldBe("[1]");
        AuditFieldWords.Text("Rows", "không phải JSON").ShouldBe("không phải JSON");
    }

    [Fact]
    public void WhoWasAtAnAcceptance_AndWhereItWas_IsToldInItsWords()
    {
        AuditFieldWords.Text("Members", """[{"name":"Người Minh Họa","unit":"Sở Công Thương","role":"Tổ trưởng","side":"Member"}]""").ShouldBe("Người Minh Họa (Đơn vị: Sở Công Thương; Vai trò: Tổ trưởng; Tư cách: Hội đồng, tổ nghiệm thu)");
        AuditFieldWords.Text("Spot", """{"latitude":12.2388,"longitude":109.1967,"accuracy":12,"readAt":"2026-11-23T04:05:06.789Z"}""").ShouldBe("Vĩ độ: 12.2388; Kinh độ: 109.1967; Sai số (m): 12; Lúc thiết bị đọc vị trí: 23/11/2026 11:05");
        AuditFieldWords.Label("AcceptancePhoto.SignedBy").ShouldBe("Chữ ký có mặt của");
    }

    [Fact]
    public void WhatIsWrittenOnce_IsToldByItsFields()
    {
        const string entry = """{"Sequence":"3","Kind":"Advance","Amount":"180000","CauseId":"0199","On":"2026-03-02"}""";
        AuditFieldWords.Label("LedgerEntry").ShouldBe("Bút toán");
        AuditFieldWords.Label("PlanItemAmount.Returned").ShouldBe("Mức theo nguồn: Đã trả về nguồn");
        AuditFieldWords.Label("Allocation.Returned").ShouldEndWith("Đã thu hồi nộp ngân sách");
        AuditFieldWords.Label("LedgerEntry.Reason").ShouldStartWith("Bút toán: ");
        var told = AuditFieldWords.Text("LedgerEntry", entry).ShouldNotBeNull();
        told.ShouldContain("Số tiền: 180.000");
        told.ShouldContain("02/03/2026");
        told.ShouldNotContain("0199");
    }

    [Fact]
    public async Task EveryAuditedJsonColumn_HasWords()
    {
        string[] files = ["File", "SignedMinutes", "ProofFile"];
        string[] untold = ["Hands", "Editors", "AmendedText", "PriorText", "Answerers", "Writers"];
        var columns = await app.WithDb(App.KhanhHoa, db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(t => typeof(IAudited).IsAssignableFrom(t.ClrType))
            .SelectMany(t => t.GetProperties().Where(p => p.GetTypeMapping().Converter is { } converter && converter.ProviderClrType == typeof(string) && !(Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType).IsEnum).Select(p => $"{t.ClrType.Name}.{p.Name}"))
            .ToList()));
        columns.ShouldContain("BeneficiaryList.Rows");
        columns.ShouldContain("ProgrammeVersion.Text");
        columns.Where(c => !AuditJson.Contains(c) && !files.Concat(untold).Contains(c.Split('.')[1])).ShouldBeEmpty();
    }

    [Fact]
    public async Task TheHistoryOfADossier_ShowsNoJson()
    {
        var project = await AProject();
        using var officer = await app.As(Role.DepartmentOfficer);
        var history = (await officer.GetPageAsync(project.Path())).GetElementById("lich-su").ShouldNotBeNull();
        history.QuerySelectorAll(".changes .changes dt").Select(d => d.TextContent).ShouldContain("Sự cần thiết và căn cứ");
        history.TextContent.ShouldNotContain("{\"");
        history.TextContent.ShouldNotContain("[{");
    }

    [Fact]
    public async Task TheJournalsExport_HasOneLineForIt()
    {
        var project = await AProject();
        await app.WithDb(App.KhanhHoa, async db =>
        {
            var told = await History.OfAsync(db, nameof(Project), project.ProjectId);
            told.Events.SelectMany(e => e.Values).Where(v => v.Label == "Thuyết minh").ShouldAllBe(v => v.New!.StartsWith("Sự cần thiết và căn cứ: ", StringComparison.Ordinal) && v.Parts!.Count > 1);
            return 0;
        });
    }

    private async Task<Project> AProject() => await app.AProject(GivenProjects.Text(await app.AnEstablishment()) with
    {
        Dossier = new() { Necessity = "Máy cũ", Objectives = "Tăng năng suất" },
        WorkPlan = [new("Mua máy", "tháng 3", "cơ sở")],
    });
}
