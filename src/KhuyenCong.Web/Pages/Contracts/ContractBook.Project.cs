using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Contracts;

/// <content>What a contract's step makes of its project.</content>
public sealed partial class ContractBook
{
    /// <summary>States of the other contracts of a project that bind money.</summary>
    private Task<List<ContractState>> OthersAsync(Contract contract, CancellationToken cancellationToken) =>
        db.Contracts.Where(c => c.ProjectId == contract.ProjectId && c.ContractId != contract.ContractId && c.ParentContractId == null).Select(c => c.State).ToListAsync(cancellationToken);

    /// <summary>A file of a cancelled contract that was not sent can never be finished: it is discarded with it.</summary>
    private async Task DropSettlementAsync(Contract contract, Guid by, CancellationToken cancellationToken)
    {
        if (contract.State is ContractState.Cancelled
            && await db.WholeSettlements.SingleOrDefaultAsync(s => s.ContractId == contract.ContractId, cancellationToken) is { } file
            && SettlementMoves.ByCancellation(file, Uuid.New(clock), "Hợp đồng đã hủy", by, clock) is { } discarded)
        {
            file.Apply(discarded);
        }
    }

    /// <summary>The first contract that binds money starts the work; where the only one is cancelled, the project is approved and nothing more, and where all others were settled, it is over.</summary>
    private async Task StepProjectAsync(Contract contract, bool wasSigned, bool ends, Guid by, CancellationToken cancellationToken)
    {
        if (!contract.CommitsMoney || (contract.State is not ContractState.Signed && !wasSigned && !ends))
        {
            return;
        }

        var project = await db.WholeProjects.SingleAsync(p => p.ProjectId == contract.ProjectId, cancellationToken);
        var starts = contract.State is ContractState.Signed && project.State is ProjectState.Approved;
        var undoes = !ends && contract.State is ContractState.Cancelled && project.State is ProjectState.Underway
            && !(await OthersAsync(contract, cancellationToken)).Exists(s => s is ContractState.Signed or ContractState.Liquidated);
        if (starts || undoes || ends)
        {
            var (action, note) = ends ? (ProjectAction.SettleByContracts, "Đã hủy: ") : (starts ? ProjectAction.StartWork : ProjectAction.UndoStartWork, "");
            project.Apply(ProjectMoves.ByContract(project, Uuid.New(clock), action, $"{note}{contract.Kind.Text()} số {contract.Number ?? "(chưa đánh số)"}", by, clock));
        }
    }
}
