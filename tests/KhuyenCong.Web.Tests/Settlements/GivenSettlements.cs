using System.Globalization;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Settlements;

/// <summary>Contracts of 200 triệu of which 150 triệu was done and paid, and their settlements (dữ liệu minh họa).</summary>
internal static class GivenSettlements
{
    public const long Done = 150_000_000;

    public static string Today => TimeProvider.System.Today.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A signed contract of a project under way, paid so far.</summary>
    public static async Task<(Contract Contract, Allocation Line)> APaidContract(this App app, long paid = Done)
    {
        var (contract, line) = await app.ASignedContract();
        var today = TimeProvider.System.Today;
        await app.WithDb(App.KhanhHoa, db => db.WriteLedgerAsync([line.AllocationId], [contract.ProjectId], async ledger =>
        {
            var project = await db.WholeProjects.SingleAsync(p => p.ProjectId == contract.ProjectId);
            if (project.State is ProjectState.Approved)
            {
                project.Apply(ProjectMoves.ByContract(project, GivenPlans.Id(), ProjectAction.StartWork, "test", GivenPlans.Id(), TimeProvider.System));
            }

            var posted = ledger.Judge([new(GivenPlans.Id(), line.AllocationId, LedgerKind.Pay, new(paid), new(LedgerCauseKind.PaymentRequest, GivenPlans.Id()), today, contract.ProjectId, contract.ContractId)], today).Event.ShouldNotBeNull();
            db.Record(ledger, posted, GivenPlans.Id());
            db.Because("contract.moved", "test");
            await db.SaveChangesAsync();
            return true;
        }));
        return (contract, line);
    }

    /// <summary>What settles the work done by force majeure, proven by one voucher.</summary>
    public static Dictionary<string, string> Fields(long vouchers = Done, string invoice = "") => new()
    {
        ["Form.Vouchering"] = nameof(VoucherRegime.WithoutInvoice),
        ["Form.Basis"] = nameof(SettlementBasis.ForceMajeure),
        ["Form.Explanation"] = "Bão (dữ liệu minh họa)",
        ["Form.ConfirmedBy"] = "UBND xã",
        ["Form.ConfirmationNumber"] = "02/BB",
        ["Form.ConfirmationDate"] = Today,
        ["Form.WorkDone[KCDP]"] = $"{Done}",
        ["Form.Vouchers[0].Id"] = $"{GivenPlans.Id()}",
        ["Form.Vouchers[0].Number"] = "UNC 01",
        ["Form.Vouchers[0].IssuedOn"] = Today,
        ["Form.Vouchers[0].Kind"] = nameof(VoucherKind.BankTransfer),
        ["Form.Vouchers[0].Source"] = "KCDP",
        ["Form.Vouchers[0].Amount"] = $"{vouchers}",
        ["Form.Vouchers[0].Content"] = "Mua máy",
        ["Form.Vouchers[0].Invoice"] = invoice,
    };

    /// <summary>Opens the file of a contract and writes it; its address.</summary>
    public static async Task<string> Prepared(this HttpClient officer, Contract contract, Dictionary<string, string>? fields = null)
    {
        var opened = await officer.SubmitAsync($"/hop-dong/{contract.ContractId}/quyet-toan", new { });
        await opened.ShouldGoOn();
        var edit = opened.Headers.Location!.OriginalString;
        await (await officer.SubmitAsync(edit, fields ?? Fields())).ShouldGoOn();
        return edit[..^"/sua".Length];
    }

    public static Task<HttpResponseMessage> Step(this HttpClient client, string path, SettlementAction action, string? seen = null)
    {
        var fields = new Dictionary<string, string> { ["Move.Note"] = "Lý do" };
        if (action is SettlementAction.Approve or SettlementAction.Revoke)
        {
            (fields["Move.DocumentNumber"], fields["Move.DocumentDate"]) = ("05/BBTL", Today);
        }

        if (seen is not null)
        {
            fields["BaseVersion"] = seen;
        }

        return client.SubmitAsync(path, fields, $"{path}?handler={action}");
    }

    /// <summary>A file that waits for its approval.</summary>
    public static async Task<(Contract Contract, Allocation Line, string Path)> ASubmitted(this App app, string invoice = "")
    {
        var (contract, line) = await app.APaidContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = await officer.Prepared(contract, Fields(invoice: invoice));
        await (await officer.Step(path, SettlementAction.Submit)).ShouldGoOn();
        return (contract, line, path);
    }

    /// <summary>A contract that is a part of another, in a state.</summary>
    public static Task<Contract> APart(this App app, Contract of, ContractState state) => app.WithDb(App.KhanhHoa, async db =>
    {
        var today = TimeProvider.System.Today;
        var part = Contract.From(new(
            GivenPlans.Id(), of.ProvinceCode, of.ProjectId, of.PlanItemId, of.ContractId, of.Kind, of.Regime, of.TerritoryCode, of.Year,
            new() { Number = $"{GivenPlans.Id():N}", Content = "Phần việc (dữ liệu minh họa)", PartyAId = of.PartyAId, PartyA = of.PartyA, PartyB = "Đơn vị minh họa", Amounts = [new("KCDP", new(1))] },
            new Dictionary<string, Guid> { ["KCDP"] = GivenPlans.Id() }, GivenPlans.Id(), today, TimeProvider.System.UtcNow));
        part.Apply(new ContractMoved(part.ContractId, GivenPlans.Id(), new(state is ContractState.Signed ? ContractAction.Sign : ContractAction.Propose, null, today), state, GivenPlans.Id(), today, TimeProvider.System.UtcNow));
        db.Contracts.Add(part);
        db.Because("contract.signed", "test");
        await db.SaveChangesAsync();
        return part;
    });

    public static Task<Settlement> Settlement(this App app, string path)
    {
        var id = Guid.Parse(path.AsSpan("/quyet-toan/".Length, 36));
        return app.WithDb(App.KhanhHoa, db => db.WholeSettlements.AsNoTracking().SingleAsync(s => s.SettlementId == id));
    }
}
