using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Jobs;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Execution;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.FollowUps;

/// <summary>Sheets of contracts of their own, opened by the nightly job and come due yesterday.</summary>
internal static class GivenFollowUps
{
    public static readonly DateOnly Today = TimeProvider.System.Today;

    public static Guid Id() => GivenEstablishments.Id();

    /// <summary>A contract whose one machine is accepted.</summary>
    public static async Task<Contract> AnAccepted(this App app, Guid? unit = null, string province = App.KhanhHoa)
    {
        var contract = await app.ASignedContract(organisation: unit, province: province);
        return await app.WithDb(province, async db =>
        {
            var project = await db.WholeProjects.AsNoTracking().SingleAsync(p => p.ProjectId == contract.ProjectId);
            var of = project.Beneficiaries[0];
            var now = TimeProvider.System.UtcNow;
            var acceptance = Acceptance.From(new(
                Id(), province, contract.ContractId, project.ProjectId, contract.Regime, contract.TerritoryCode, AcceptanceForm.PerSite, 1, null,
                of.ProjectBeneficiaryId, of.EstablishmentId, of.Name, of.ProductionSiteId, of.CommuneCode, Id(), Today, now));
            var text = new AcceptanceText
            {
                HeldOn = Today,
                Place = "Xưởng minh họa",
                Machines = [new(Id()) { Name = "Máy ép dầu", Maker = "Hãng Minh Họa", Serial = $"SN{Id():N}", SeenBy = "Người Minh Họa", SeenOn = Today }],
                Verdict = AcceptanceVerdict.Accepted,
            };
            acceptance.Apply(new AcceptanceWritten(text, new Dictionary<Guid, (string Content, string? Unit, long Quantity, Dong Total)>(), Id, Id(), now));
            acceptance.Apply(new AcceptanceMoved(acceptance.AcceptanceId, new(AcceptanceAction.Conclude), AcceptanceState.Concluded, null, Id(), Today, now, Id));
            db.Acceptances.Add(acceptance);
            db.Because("acceptance.concluded", "test");
            await db.SaveChangesAsync();
            return contract;
        });
    }

    public static Task<int> Opens(this App app, Contract contract) =>
        app.WithDb(contract.ProvinceCode, db => OpenFollowUps.OpenAsync(db, TimeProvider.System, contract.ContractId, CancellationToken.None));

    /// <summary>The first sheet of an accepted contract, due yesterday.</summary>
    public static async Task<FollowUp> ASheet(this App app, string province = App.KhanhHoa)
    {
        var contract = await app.AnAccepted(province: province);
        await app.Opens(contract);
        return await app.WithDb(province, async db =>
        {
            var (due, accepted) = (Today.AddDays(-1), Today.AddMonths(-13));
            await db.FollowUps.Where(f => f.ContractId == contract.ContractId && f.Round == 1).ExecuteUpdateAsync(s => s.SetProperty(f => f.DueOn, due).SetProperty(f => f.AcceptedOn, accepted));
            return await db.WholeFollowUps.AsNoTracking().SingleAsync(f => f.ContractId == contract.ContractId && f.Round == 1);
        });
    }

    public static Task<FollowUp> Again(this App app, FollowUp sheet) => app.WithDb(sheet.ProvinceCode, db => db.WholeFollowUps.AsNoTracking().SingleAsync(f => f.FollowUpId == sheet.FollowUpId));

    /// <summary>The owner of the sheet's establishment, with an account.</summary>
    public static async Task<HttpClient> ItsOwner(this App app, FollowUp sheet)
    {
        var (client, unit) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        await app.WithDb(sheet.ProvinceCode, db => db.Establishments.Where(e => e.EstablishmentId == sheet.EstablishmentId).ExecuteUpdateAsync(s => s.SetProperty(e => e.OrganisationId, (Guid?)unit)));
        return client;
    }

    public static string Path(this FollowUp sheet) => $"/theo-doi/{sheet.FollowUpId}";

    /// <summary>The form as a telephone sends it, from the page that it was shown on.</summary>
    public static async Task<HttpResponseMessage> Answers(this HttpClient client, FollowUp sheet, MachineUse use = MachineUse.InUse, string reason = "", string workers = "12", string? consent = null, string? seen = null)
    {
        var path = $"{sheet.Path()}/tra-loi";
        var page = await client.GetPageAsync(path);
        string Hidden(string name) => page.QuerySelector($"input[name='{name}']")?.GetAttribute("value") ?? "";
        return await client.SubmitAsync(
            path,
            new Dictionary<string, string>
            {
                ["Form.BaseVersion"] = seen ?? Hidden("Form.BaseVersion"),
                ["Form.Workers"] = workers,
                ["Form.WorkersBefore"] = "9",
                ["Form.Revenue"] = "900 triệu",
                ["Form.RevenueBefore"] = "600 triệu",
                ["Form.Machines[0].Id"] = Hidden("Form.Machines[0].Id"),
                ["Form.Machines[0].Use"] = $"{use}",
                ["Form.Machines[0].Reason"] = reason,
                ["Form.NoPhotoReason"] = "Điện thoại hỏng",
                ["Form.ConsentGivenBy"] = consent ?? "",
                ["Form.ConsentGivenOn"] = consent is null ? "" : Today.Text(),
                ["Form.ConsentManner"] = consent is null ? "" : "SignedPaper",
            },
            $"{path}?handler=Send");
    }

    public static async Task<HttpResponseMessage> Takes(this HttpClient client, App app, FollowUp sheet, FollowUpAction action, PurposeFinding? purpose = null, string note = "Ghi chú") => await client.SubmitAsync(
        sheet.Path(), new Dictionary<string, string> { ["BaseVersion"] = $"{(await app.Again(sheet)).Version}", ["Note"] = note, ["Purpose"] = $"{purpose}" }, $"{sheet.Path()}?viec={action}");
}
