using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Home;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>Settlements that wait for the viewer, as the state table says; what one prepared oneself waits for somebody else to approve it.</summary>
public static class SettlementWork
{
    private const int Most = 50;

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
        return rows
            .Where(r => SettlementStates.Offered(r.Settlement, mover).Any() && (r.Settlement.IsEditable || !r.Settlement.Hands.HasWritten(viewer.UserId)))
            .Select(r => new WorkItem("Quyết toán hợp đồng", r.Number ?? "Hợp đồng chưa có số", $"{r.PartyB}; {r.Settlement.State.Text().InSentence()}", r.Settlement.StateSince, null, r.Settlement.IsEditable ? "Soạn tiếp" : "Xem, phê duyệt", $"/quyet-toan/{r.Settlement.SettlementId}"));
    }
}
