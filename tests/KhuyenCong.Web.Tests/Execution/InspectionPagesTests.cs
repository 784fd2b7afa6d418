using System.Net;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Execution;

public sealed class InspectionPagesTests(App app)
{
    [Fact]
    public async Task FromAPlan_ToAClosedFinding_ByAnotherHand()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer);
        var contract = await app.ASignedContract(organisation: unit);
        using var inspector = await app.ASomebody(Role.DepartmentOfficer);
        var inspection = await Plan(inspector, contract);
        var path = $"/kiem-tra/{inspection.InspectionId}";
        (await Send(inspector, path, "Record", Fields(inspection, ("Form.Seen", "Máy đã lắp; dùng tiền hỗ trợ mua xe")))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var project = await app.Again(contract.ProjectId);
        var establishment = project.Beneficiaries[0].EstablishmentId;
        inspection = await Again(inspection);
        Dictionary<string, string> finding = new()
        {
            ["BaseVersion"] = $"{inspection.Version}",
            ["Finding.ProjectId"] = $"{contract.ProjectId}",
            ["Finding.Kind"] = nameof(FindingKind.MoneyMisuse),
            ["Finding.Content"] = "Nộp lại số tiền dùng sai",
            ["Finding.Responsible"] = "Cơ sở minh họa",
            ["Finding.DueOn"] = GivenExecution.Today.AddDays(10).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture),
        };
        (await (await Send(inspector, path, "Find", finding)).Told()).ShouldContain("chọn cơ sở");
        finding["Finding.EstablishmentId"] = $"{establishment}";
        (await Send(inspector, path, "Find", finding)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await inspector.GetPageAsync($"/co-so/{establishment}")).QuerySelector("main")!.TextContent.ShouldContain("sử dụng kinh phí sai mục đích");
        (await centre.GetPageAsync("/")).QuerySelector("main")!.TextContent.ShouldContain(inspection.Title);
        var paper = await inspector.GetPageAsync($"{path}/in");
        paper.ShouldBeHeadedAsAPaper("TRƯỞNG ĐOÀN KIỂM TRA");
        paper.QuerySelector(".print-sheet")!.TextContent.ShouldContain("Máy đã lắp; dùng tiền hỗ trợ mua xe");
        paper.QuerySelector("#kien-nghi")!.TextContent.ShouldContain("Nộp lại số tiền dùng sai");
        (await inspector.GetPageAsync(path)).QuerySelector($"a[href='{path}/in']").ShouldNotBeNull();

        (await Move(centre, inspection, FindingAction.Answer, "Đã nộp lại")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Move(centre, inspection, FindingAction.Close, "Xong")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Move(inspector, inspection, FindingAction.Return, "Chưa có chứng từ")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Move(inspector, inspection, FindingAction.Answer, "Đơn vị gửi giấy nộp tiền")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await Move(inspector, inspection, FindingAction.Close, "Đạt")).Told()).ShouldContain("không tự xem xét");
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await Move(leader, inspection, FindingAction.Close, "Đạt")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Again(inspection)).OpenCount.ShouldBe(0);
        (await inspector.GetPageAsync($"/co-so/{establishment}")).QuerySelector("main")!.TextContent.ShouldContain("sử dụng kinh phí sai mục đích", Case.Sensitive, "it stays");
    }

    /// <summary>Whoever judges the next support is told, and nothing is barred by it.</summary>
    [Fact]
    public async Task MoneyMisused_IsSeenInTheNextDossier_AndItsAppraisal()
    {
        var contract = await app.ASignedContract();
        using var inspector = await app.ASomebody(Role.DepartmentOfficer);
        var inspection = await Plan(inspector, contract);
        var path = $"/kiem-tra/{inspection.InspectionId}";
        (await Send(inspector, path, "Record", Fields(inspection, ("Form.Seen", "Dùng tiền hỗ trợ mua xe")))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var establishment = (await app.Again(contract.ProjectId)).Beneficiaries[0].EstablishmentId;
        (await Send(inspector, path, "Find", new()
        {
            ["BaseVersion"] = $"{(await Again(inspection)).Version}",
            ["Finding.ProjectId"] = $"{contract.ProjectId}",
            ["Finding.EstablishmentId"] = $"{establishment}",
            ["Finding.Kind"] = nameof(FindingKind.MoneyMisuse),
            ["Finding.Content"] = "Nộp lại số tiền dùng sai",
            ["Finding.Responsible"] = "Cơ sở minh họa",
            ["Finding.DueOn"] = GivenExecution.Today.AddDays(10).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture),
        })).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var workshop = await app.WithDb(App.KhanhHoa, db => db.Establishments.AsNoTracking().Include(e => e.Sites).SingleAsync(e => e.EstablishmentId == establishment));
        var next = await app.AProject(GivenProjects.Text(workshop), ProjectState.InAppraisal);
        var sitting = await app.ASitting(next);
        foreach (var page in new[] { await inspector.GetPageAsync(next.Path()), await sitting.Chair.Client.GetPageAsync(sitting.Path) })
        {
            page.QuerySelector($"#sai-muc-dich a[href='{path}']").ShouldNotBeNull();
        }

        (await inspector.GetPageAsync($"/de-an/{contract.ProjectId}")).QuerySelector("#sai-muc-dich").ShouldBeNull("the project itself has its finding elsewhere");
        var stranger = await app.AProject(state: ProjectState.InAppraisal);
        (await inspector.GetPageAsync(stranger.Path())).QuerySelector("#sai-muc-dich").ShouldBeNull();
        using var reader = await app.ASomebody(Role.Auditor);
        (await reader.GetPageAsync(next.Path())).QuerySelector("#sai-muc-dich").ShouldBeNull("for those who receive and judge");
    }

    [Fact]
    public async Task AnOldPage_ChangesNothing()
    {
        var contract = await app.ASignedContract();
        using var inspector = await app.ASomebody(Role.DepartmentOfficer);
        var inspection = await Plan(inspector, contract);
        var path = $"/kiem-tra/{inspection.InspectionId}";
        var fields = Fields(inspection, ("Form.Seen", "Đã xem"));
        fields["BaseVersion"] = $"{inspection.Version + 1}";
        (await (await Send(inspector, path, "Record", fields)).Told()).ShouldContain("vừa được người khác sửa");
        (await Again(inspection)).State.ShouldBe(InspectionState.Scheduled);
    }

    [Fact]
    public async Task WhoMayNot_IsRefused()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer);
        var contract = await app.ASignedContract(organisation: unit);
        using var inspector = await app.ASomebody(Role.DepartmentOfficer);
        var inspection = await Plan(inspector, contract);
        var path = $"/kiem-tra/{inspection.InspectionId}";
        (await Get(centre, path)).ShouldBe(HttpStatusCode.OK, "whose work is inspected reads it");
        (await Get(centre, "/kiem-tra/lap")).ShouldBe(HttpStatusCode.Forbidden);
        (await Send(centre, path, "Cancel", new() { ["BaseVersion"] = $"{inspection.Version}", ["Reason"] = "Không" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var (other, _) = await app.AsUnit(Role.CentreOfficer);
        (await Get(other, path)).ShouldBe(HttpStatusCode.NotFound);
        (await Get(other, $"{path}/in")).ShouldBe(HttpStatusCode.NotFound);
        (await Get(centre, $"{path}/in")).ShouldBe(HttpStatusCode.OK);
        using var foreign = await app.As(Role.DepartmentLeader, App.DongNai);
        (await Get(foreign, path)).ShouldBe(HttpStatusCode.NotFound);
        (await Get(foreign, $"{path}/in")).ShouldBe(HttpStatusCode.NotFound);
        (await Get(inspector, "/kiem-tra?handler=Excel")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task TheSo_DoesNotInspectACommunesOwnProject()
    {
        var contract = await app.ASignedContract(Regime.Commune);
        using var department = await app.ASomebody(Role.DepartmentOfficer);
        (await (await department.SubmitAsync("/kiem-tra/lap", Planned(contract))).Told()).ShouldContain("không thuộc phần việc kiểm tra");
        using var officer = await app.ASomebody(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        (await officer.SubmitAsync("/kiem-tra/lap", Planned(contract))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>Signed minutes of a joint inspection tell of the other projects too: on its page and in a package they are for whoever reads all of them.</summary>
    [Fact]
    public async Task MinutesOfAJointInspection_AreInThePackage_OfWhoeverReadsAllItsProjects()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer);
        var (own, other) = (await app.ASignedContract(organisation: unit), await app.ASignedContract());
        using var inspector = await app.ASomebody(Role.DepartmentOfficer);
        var planned = Planned(own);
        planned.Remove("Form.Projects");
        (planned["Form.Projects[0]"], planned["Form.Projects[1]"]) = ($"{own.ContractId}", $"{other.ContractId}");
        (await inspector.SubmitAsync("/kiem-tra/lap", planned)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var sha = $"{GivenExecution.Id():N}{GivenExecution.Id():N}";
        (await app.WithDb(App.KhanhHoa, db => db.Inspections.Where(i => i.Projects.Any(p => p.ContractId == own.ContractId) && i.Projects.Any(p => p.ContractId == other.ContractId))
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.FileSha, sha).SetProperty(i => i.FileName, "bien-ban.pdf")))).ShouldBe(1);
        var url = $"/de-an/{own.ProjectId}/luu-tru";
        (await inspector.GetPageAsync(url)).QuerySelector("main")!.TextContent.ShouldContain("Biên bản kiểm tra");
        var told = (await centre.GetPageAsync(url)).QuerySelector("main")!.TextContent;
        told.ShouldNotContain("Biên bản kiểm tra");
        told.ShouldContain("cuộc kiểm tra chung với đề án khác");
        centre.Dispose();
    }

    private async Task<Inspection> Plan(HttpClient client, Contract contract)
    {
        (await client.SubmitAsync("/kiem-tra/lap", Planned(contract))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return await app.WithDb(contract.ProvinceCode, db => db.WholeInspections.AsNoTracking().SingleAsync(i => i.Projects.Any(p => p.ContractId == contract.ContractId)));
    }

    private Task<Inspection> Again(Inspection inspection) => app.WithDb(inspection.ProvinceCode, db => db.WholeInspections.AsNoTracking().SingleAsync(i => i.InspectionId == inspection.InspectionId));

    private async Task<HttpResponseMessage> Move(HttpClient client, Inspection inspection, FindingAction action, string note)
    {
        var now = await Again(inspection);
        return await Send(client, $"/kiem-tra/{now.InspectionId}", $"Move&muc={now.Findings[0].InspectionFindingId}", new() { ["BaseVersion"] = $"{now.Version}", ["Move.Action"] = $"{action}", ["Move.Note"] = note });
    }

    private static Dictionary<string, string> Planned(Contract contract) => new()
    {
        ["Form.Kind"] = nameof(InspectionKind.Planned),
        ["Form.Title"] = $"Kiểm tra {contract.Number} (dữ liệu minh họa)",
        ["Form.On"] = GivenExecution.Today.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture),
        ["Form.Members"] = "Nguyễn Minh Họa, Sở Công Thương",
        ["Form.Projects"] = $"{contract.ContractId}",
    };

    private static Dictionary<string, string> Fields(Inspection inspection, params (string Name, string Value)[] more)
    {
        Dictionary<string, string> fields = new()
        {
            ["BaseVersion"] = $"{inspection.Version}",
            ["Form.Title"] = inspection.Title,
            ["Form.On"] = inspection.On.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture),
            ["Form.Members"] = inspection.Members,
        };
        foreach (var (name, value) in more)
        {
            fields[name] = value;
        }

        return fields;
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, string path, string handler, Dictionary<string, string> fields) => client.SubmitAsync(path, fields, $"{path}?handler={handler}");

    private static async Task<HttpStatusCode> Get(HttpClient client, string path) => (await client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode;
}
