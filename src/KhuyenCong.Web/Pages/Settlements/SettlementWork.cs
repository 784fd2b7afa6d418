using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Home;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>Settlements that wait for the viewer, as the state table says, contracts whose file nobody has opened, and what was ordered back; what one prepared oneself waits for somebody else.</summary>
public static class SettlementWork
{
    private const int Most = 50;

    /// <summary>More contracts than this are not asked whether all their sites are accepted.</summary>
    private const int Looked = 200;

    public static async Task<IEnumerable<WorkItem>> OfAsync(KhuyenCongDb db, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        List<SettlementState> waiting = [.. SettlementStates.Table.Where(t => t.Action is not (SettlementAction.Revoke or SettlementAction.Resume) && viewer.Can(t.Who)).Select(t => t.From).Distinct()];
        if (waiting.Count == 0)
        {
            return [];
        }

        // A province's roles settle every project but a commune's own; a commune's roles only these.
        var ofCommunes = viewer.Reach(Act.PrepareSettlement) is not Scope.Province && viewer.Reach(Act.ApproveSettlement) is not Scope.Province;
        var mover = viewer.AsPlanMover();
        var rows = await db.Settlements.VisibleTo(viewer, db).AsNoTracking().Where(s => waiting.Contains(s.State) && (s.Regime == Regime.Commune) == ofCommunes)
            .Join(db.Contracts.Where(c => c.State == ContractState.Signed), s => s.ContractId, c => c.ContractId, (s, c) => new { Settlement = s, c.Number, c.PartyB })
            .OrderBy(r => r.Settlement.StateSince).ThenBy(r => r.Settlement.SettlementId).Take(Most).ToListAsync();
        var files = rows
            .Where(r => SettlementStates.Offered(r.Settlement, mover).Any() && (r.Settlement.IsEditable || !r.Settlement.Hands.HasWritten(viewer.UserId)))
            .Select(r => new WorkItem("Quyết toán hợp đồng", r.Number ?? "Hợp đồng chưa có số", $"{r.PartyB}; {r.Settlement.State.Text().InSentence()}", r.Settlement.StateSince, null, r.Settlement.IsEditable ? "Soạn tiếp" : "Xem, phê duyệt", $"/quyet-toan/{r.Settlement.SettlementId}"));
        return [.. files, .. await NotOpenedAsync(db, viewer, mover, ofCommunes), .. await OrderedBackAsync(db, viewer, mover, ofCommunes)];
    }

    /// <summary>Contracts whose last site is accepted, and those of a stopped project: as their clock has it, a day that only suggests makes nobody late.</summary>
    private static async Task<IEnumerable<WorkItem>> NotOpenedAsync(KhuyenCongDb db, Viewer viewer, PlanMover mover, bool ofCommunes)
    {
        if (!viewer.Can(Act.PrepareSettlement))
        {
            return [];
        }

        var contracts = (await db.Contracts.VisibleTo(viewer, db).AsNoTracking()
            .Where(c => c.State == ContractState.Signed && c.ParentContractId == null && (c.Regime == Regime.Commune) == ofCommunes)
            .Where(c => !db.Settlements.Any(s => s.ContractId == c.ContractId && s.State != SettlementState.Discarded))
            .Where(c => db.Acceptances.Any(a => a.ContractId == c.ContractId && a.State == AcceptanceState.Concluded) || db.Projects.Any(p => p.ProjectId == c.ProjectId && p.State == ProjectState.Stopped))
            .OrderBy(c => c.SignedOn).ThenBy(c => c.ContractId).Take(Looked).ToListAsync())
            .FindAll(c => mover.May(Act.PrepareSettlement, c.Regime, c.TerritoryCode));
        if (contracts.Count == 0)
        {
            return [];
        }

        var clock = await SettlementClock.ReadAsync(db, contracts.ConvertAll(c => c.ContractId), CancellationToken.None);
        return contracts.Where(c => clock.WaitedFor(c.ContractId).IsNone).Take(Most).Select(c =>
        {
            var (last, due) = (clock.LastAcceptance(c.ContractId), ProjectClock.DueOf(clock.Of(c.ContractId, c.Regime, c.Year), fileToo: true));
            var done = last is { } day ? $"nghiệm thu xong ngày {day:dd/MM/yyyy}" : "đề án đã ngừng: quyết toán hoặc hủy hợp đồng";
            return new WorkItem(
                "Hợp đồng chờ quyết toán", c.Number ?? "Hợp đồng chưa có số", $"{c.PartyB}; {done}{(due is { Counts: false } ? $"; hạn {due.LastDay:dd/MM/yyyy} là {ExecutionWords.OnlySuggested}" : "")}",
                last ?? c.StateSince, due is { Counts: true } ? due.LastDay : null, "Lập hồ sơ", $"/hop-dong/{c.ContractId}/quyet-toan");
        });
    }

    /// <summary>Orders of inspectors and auditors whose money is waited for: whoever may say that it came.</summary>
    private static async Task<IEnumerable<WorkItem>> OrderedBackAsync(KhuyenCongDb db, Viewer viewer, PlanMover mover, bool ofCommunes)
    {
        if (!viewer.Can(Act.ConfirmRecovery))
        {
            return [];
        }

        var rows = await db.Settlements.VisibleTo(viewer, db).AsNoTracking().Include(s => s.Recoveries)
            .Where(s => (s.Regime == Regime.Commune) == ofCommunes && s.Recoveries.Any(r => r.PaidBackOn == null && r.WithdrawnOn == null))
            .OrderBy(s => s.StateSince).ThenBy(s => s.SettlementId).Take(Most).ToListAsync();
        return rows.SelectMany(s => s.Recoveries.Where(r => RecoveryFollowing.MayFollow(s, r.SettledRecoveryId, mover))
            .Select(r => new WorkItem("Thu hồi chờ xác nhận", $"Văn bản {r.DocumentNumber}: {r.Amount}", $"{r.Issuer}; xác nhận khi tiền về Kho bạc", r.DocumentDate, null, "Xem, xác nhận", $"/quyet-toan/{s.SettlementId}#cho-{r.SettledRecoveryId:N}")));
    }
}
