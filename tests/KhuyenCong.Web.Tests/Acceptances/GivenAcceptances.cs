using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Acceptances;

/// <summary>Signed contracts of their own, and records written through the pages as an officer does at a site.</summary>
internal static class GivenAcceptances
{
    public const long Support = 200_000_000;

    private static readonly byte[] PngHead = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static Guid Id() => GivenEstablishments.Id();

    /// <summary>A serial that no other test uses.</summary>
    public static string ASerial() => $"SN{Id():N}";

    public static (string Name, byte[] Content) APicture(string name = "anh.png") => (name, [.. PngHead, .. Id().ToByteArray()]);

    /// <summary>An approved project of one machine with its signed contract.</summary>
    /// <param name="owner">Whose the establishment is; null = nobody's of the tests.</param>
    /// <param name="other">A second beneficiary.</param>
    public static async Task<(Project Project, Contract Contract)> AContract(this App app, Target? target = null, Guid? owner = null, Establishment? other = null)
    {
        var year = GivenPlans.AFarYear();
        var text = GivenProjects.Text(await app.AnEstablishment(organisation: owner)) with { Year = year, ProgrammeId = target?.ProgrammeId, TargetId = target?.TargetId };
        if (other is not null)
        {
            text = text with { Beneficiaries = [.. text.Beneficiaries, new(Id(), other.EstablishmentId, other.Name, other.Sites[0].ProductionSiteId, other.Sites[0].CommuneCode, null)] };
        }

        var project = await app.AProject(text, ProjectState.Appraised);
        var line = await app.AnAllocation(year, 5 * Support);
        var batch = await app.ABatch(await app.APlan(year), BatchState.Appraised, project);
        using var leader = await app.ASomebody(Role.ProvincialLeader);
        await (await leader.Take(batch, BatchAction.Approve)).ShouldGoOn();
        var department = await app.ADepartment();
        return (project, await app.WithDb(App.KhanhHoa, async db =>
        {
            var item = await db.PlanItems.AsNoTracking().SingleAsync(i => i.ProjectId == project.ProjectId);
            var id = Id();
            var contract = Contract.From(new(
                id, App.KhanhHoa, project.ProjectId, item.PlanItemId, null, ContractKind.Support, Regime.Provincial, batch.TerritoryCode, year,
                new() { Number = $"HD-{id.ToString("N")[16..]}", Content = "Hỗ trợ máy móc (dữ liệu minh họa)", PartyAId = department, PartyA = "Sở Công Thương", PartyB = "Cơ sở minh họa", Amounts = [new(FundingSource.Provincial.Code, new(Support))] },
                new Dictionary<string, Guid> { [FundingSource.Provincial.Code] = Id() }, Id(), new(2026, 1, 10), TimeProvider.System.UtcNow));
            contract.Apply(new ContractMoved(id, Id(), new(ContractAction.Sign, SignedOn: new(2026, 1, 15)), ContractState.Signed, Id(), new(2026, 1, 15), TimeProvider.System.UtcNow)
            {
                Draws = new Dictionary<string, Guid> { [FundingSource.Provincial.Code] = line.AllocationId },
            });
            db.Contracts.Add(contract);
            db.Because("contract.drafted", "test");
            await db.SaveChangesAsync();
            return contract;
        }));
    }

    public static string Path(Guid id) => $"/nghiem-thu/{id}";

    /// <summary>Opens a record for the project's beneficiary.</summary>
    public static async Task<Guid> Opens(this HttpClient officer, Project project, Contract contract)
    {
        var response = await officer.SubmitAsync($"/hop-dong/{contract.ContractId}/nghiem-thu", new { Form = AcceptanceForm.PerSite, BeneficiaryId = project.Beneficiaries[0].ProjectBeneficiaryId });
        await response.ShouldGoOn();
        return Guid.Parse(response.Headers.Location!.OriginalString.Split('/')[2]);
    }

    /// <summary>Fills the whole form, pictures included.</summary>
    public static async Task<HttpResponseMessage> Fills(this HttpClient officer, Guid id, string serial, string invoice, string eligible = "400.000.000", AcceptanceVerdict verdict = AcceptanceVerdict.Accepted, string maker = "Hãng Minh Họa")
    {
        var url = $"{Path(id)}/sua";
        var page = await officer.GetPageAsync(url);
        string Hidden(string name) => page.QuerySelector($"input[name='{name}']")!.GetAttribute("value")!;
        var today = TimeProvider.System.Today.Text();
        var machine = Guid.Parse(Hidden("Form.Machines[0].Id"));
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Hidden("__RequestVerificationToken"),
            ["Form.BaseVersion"] = Hidden("Form.BaseVersion"),
            ["Form.HeldOn"] = today,
            ["Form.Place"] = "Xưởng minh họa",
            ["Form.Members[0].Name"] = "Người Minh Họa",
            ["Form.Members[0].Unit"] = "Sở Công Thương",
            ["Form.Members[0].Side"] = "Member",
            ["Form.Lines[0].EstimateLineId"] = Hidden("Form.Lines[0].EstimateLineId"),
            ["Form.Lines[0].AcceptedQuantity"] = "1",
            ["Form.Lines[0].InvoicedCost"] = eligible,
            ["Form.Lines[0].EligibleCost"] = eligible,
            ["Form.Lines[0].Invoices"] = invoice,
            ["Form.Machines[0].Id"] = machine.ToString(),
            ["Form.Machines[0].Name"] = "Máy ép dầu",
            ["Form.Machines[0].Serial"] = serial,
            ["Form.Machines[0].Maker"] = maker,
            ["Form.Machines[0].SeenBy"] = "Người Minh Họa",
            ["Form.Machines[0].SeenOn"] = today,
            ["Form.Verdict"] = verdict.ToString(),
            ["Form.Opinion"] = "Ý kiến minh họa",
            ["Form.CompleteBy"] = today,
            ["Form.ResultQuantity"] = "1",
        };
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        var (scene, plate) = (APicture("hien-truong.png"), APicture("nhan-may.png"));
        content.Add(new ByteArrayContent(scene.Content), "Scene", scene.Name);
        content.Add(new ByteArrayContent(plate.Content), $"Plate-{machine:N}", plate.Name);
        return await officer.PostAsync(new Uri(url, UriKind.Relative), content);
    }

    /// <summary>An invoice that no other test uses.</summary>
    public static string AnInvoice() => $"1C26TAA {Id().ToString("N")[24..]}1, MST 0000000001";

    /// <summary>A record that waits for its conclusion.</summary>
    public static async Task<Guid> ASubmitted(this App app, Project project, Contract contract, string? serial = null, string? invoice = null, AcceptanceVerdict verdict = AcceptanceVerdict.Accepted)
    {
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var id = await officer.Opens(project, contract);
        await (await officer.Fills(id, serial ?? ASerial(), invoice ?? AnInvoice(), verdict: verdict)).ShouldGoOn();
        await (await officer.Moves(id, AcceptanceAction.Submit)).ShouldGoOn();
        return id;
    }

    public static Task<HttpResponseMessage> Moves(this HttpClient client, Guid id, AcceptanceAction action, string note = "Lý do minh họa") =>
        client.SubmitAsync(Path(id), new { Note = note }, $"{Path(id)}?viec={action}");

    public static Task<Acceptance> Again(this App app, Guid id) => app.WithDb(App.KhanhHoa, db => db.WholeAcceptances.AsNoTracking().SingleAsync(a => a.AcceptanceId == id));
}
