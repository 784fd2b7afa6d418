using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Home;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Contracts;

/// <summary>Contracts that wait for the viewer: approved projects whose contract nobody has begun, drafts of their own, contracts, amendments and accounts that another person put before the signer.</summary>
public static class ContractWork
{
    private const int Most = 50;

    public static async Task<IEnumerable<WorkItem>> OfAsync(KhuyenCongDb db, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        if (!viewer.Can(Act.EditContract) && !viewer.Can(Act.SignContract))
        {
            return [];
        }

        var (user, mover) = (viewer.UserId, viewer.AsPlanMover());
        var (ofProvince, communes) = (viewer.Reach(Act.EditContract) is Scope.Province || viewer.Reach(Act.SignContract) is Scope.Province, viewer.CommuneCodes.ToList());
        var rows = await db.Contracts.AsNoTracking().Include(c => c.Amendments).Include(c => c.BankChanges).AsSplitQuery()
            .Where(c => ofProvince ? c.Regime != Regime.Commune : c.Regime == Regime.Commune && communes.Contains(c.TerritoryCode))
            .Where(c => (c.State == ContractState.Drafting && c.DraftedBy == user) || c.State == ContractState.Proposed
                || (c.State == ContractState.Signed && (c.Amendments.Any(a => a.State == ContractAmendmentState.Proposed) || c.BankChanges.Any(b => b.State == BankChangeState.Asked))))
            .OrderBy(c => c.StateSince).ThenBy(c => c.ContractId).Take(Most).ToListAsync();
        return [.. await NotBegunAsync(db, viewer, mover, ofProvince), .. rows.SelectMany(c => Items(c, mover.May(Act.SignContract, c.Regime, c.TerritoryCode), user))];
    }

    /// <summary>The first step after the plan: nothing but the project itself says that it waits.</summary>
    private static async Task<IEnumerable<WorkItem>> NotBegunAsync(KhuyenCongDb db, Viewer viewer, PlanMover mover, bool ofProvince)
    {
        if (!viewer.Can(Act.EditContract))
        {
            return [];
        }

        var rows = await db.Projects.VisibleTo(viewer, db, seated: false).AsNoTracking()
            .Where(p => (p.State == ProjectState.Approved || p.State == ProjectState.Underway) && (p.Kind != ProjectKind.Commune) == ofProvince
                && !db.Contracts.Any(c => c.ProjectId == p.ProjectId && c.State != ContractState.Cancelled))
            .OrderBy(p => p.StateSince).ThenBy(p => p.ProjectId).Take(Most)
            .Select(p => new { p.ProjectId, p.Title, p.Code, p.Kind, p.CommuneCode, p.StateSince }).ToListAsync();
        return rows.Where(p => mover.May(Act.EditContract, p.Kind.Regime(), p.CommuneCode ?? ""))
            .Select(p => new WorkItem("Đề án chờ lập hợp đồng", p.Title, $"{p.Code ?? "chưa có mã"}, {p.Kind.Text().InSentence()}; đã phê duyệt, chưa có hợp đồng", p.StateSince, null, "Lập hợp đồng", $"/de-an/{p.ProjectId}/lap-hop-dong"));
    }

    private static IEnumerable<WorkItem> Items(Contract contract, bool maySign, Guid user)
    {
        var (title, detail, path) = ($"{contract.Kind.Text()} {contract.Number}".TrimEnd(), $"{contract.PartyB}, {contract.Total}", $"/hop-dong/{contract.ContractId}");
        if (contract.State is ContractState.Drafting)
        {
            yield return new("Bản soạn hợp đồng", title, detail, contract.StateSince, null, "Soạn tiếp", path);
        }

        if (!maySign)
        {
            yield break;
        }

        if (contract.State is ContractState.Proposed && !contract.Hands.HasWritten(user))
        {
            yield return new("Hợp đồng chờ ký", title, detail, contract.StateSince, null, "Xử lý", path);
        }

        if (contract.OpenAmendment is { } amendment && !contract.Hands.HasWritten(user))
        {
            yield return new("Phụ lục chờ ký", title, amendment.Reason, DateOnly.FromDateTime(amendment.ProposedAt.ToVietnam()), null, "Xử lý", $"{path}#phu-luc");
        }

        if (contract.OpenBankChange is { } change && change.AskedBy != user)
        {
            yield return new("Đổi tài khoản chờ xác nhận", title, detail, DateOnly.FromDateTime(change.AskedAt.ToVietnam()), null, "Kiểm tra", $"{path}#tai-khoan");
        }
    }
}
