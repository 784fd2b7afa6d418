using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Pages.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Contracts;

/// <content>What a contract rests on, read anew for each judgement.</content>
public sealed partial class ContractBook
{
    /// <summary>The ground of a contract that exists, with the parties that a text names.</summary>
    /// <param name="ledger">Under the lock; null where nothing is bound.</param>
    public async Task<ContractGround> GroundOfAsync(Contract contract, ContractText text, Ledger? ledger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(text);
        return await GroundAsync(contract.ProjectId, contract.ParentContractId, contract, text, ledger, cancellationToken)
            ?? throw new InvalidOperationException("A contract's plan item is gone: nothing deletes it.");
    }

    /// <summary>The ground of a contract, or of one that is to be; null where no plan approved the project.</summary>
    public async Task<ContractGround?> GroundAsync(Guid projectId, Guid? parentId, Contract? contract, ContractText? text, Ledger? ledger, CancellationToken cancellationToken)
    {
        var (itemId, year) = (contract?.PlanItemId, clock.Today.Year);

        // A project that is paid for by years stands once for each: a new contract rests on this year's share, else on the next to come.
        if (await db.PlanItems.AsNoTracking().Include(i => i.Amounts).Where(i => itemId == null ? i.LiveProjectId == projectId : i.PlanItemId == itemId)
            .OrderByDescending(i => i.State == PlanItemState.Approved).ThenByDescending(i => i.Year <= year).ThenByDescending(i => i.Year <= year ? i.Year : -i.Year)
            // A share that was carried over stands in the same year as the next one: what no contract rests on comes first, then the older.
            .ThenBy(i => db.Contracts.Any(c => c.PlanItemId == i.PlanItemId && c.ParentContractId == null && c.State != ContractState.Cancelled)).ThenBy(i => i.ShareYear).FirstOrDefaultAsync(cancellationToken) is not { } item)
        {
            return null;
        }

        var batch = await db.ApprovalBatches.AsNoTracking().SingleAsync(b => b.ApprovalBatchId == item.ApprovalBatchId, cancellationToken);
        var project = await db.Projects.AsNoTracking().Include(p => p.Beneficiaries).SingleAsync(p => p.ProjectId == projectId, cancellationToken);
        var others = await db.Contracts.AsNoTracking().Include(c => c.Amounts).Where(c => c.ProjectId == projectId && (c.State == ContractState.Signed || c.State == ContractState.Liquidated)).ToListAsync(cancellationToken);
        var parent = parentId is { } id ? others.Find(c => c.ContractId == id) ?? await db.Contracts.AsNoTracking().Include(c => c.Amounts).SingleOrDefaultAsync(c => c.ContractId == id, cancellationToken) : null;
        var parts = contract is null ? [] : others.FindAll(c => c.ParentContractId == contract.ContractId);
        others.RemoveAll(c => c.ContractId == contract?.ContractId);
        return new(project, item, batch, parent, parent is null ? await RoomAsync(item, others, contract, ledger, cancellationToken) : RoomIn(parent, others))
        {
            PartyA = await PartyAsync(text?.PartyAId, cancellationToken),
            PartyB = await PartyAsync(text?.PartyBOrganisationId, cancellationToken),
            LocalPartyA = await db.ContractSettings.AsNoTracking().Select(s => (OrganisationKind?)s.LocalPartyA).FirstOrDefaultAsync(cancellationToken),
            AssignmentStanding = batch.Regime is Regime.National && await AuthorityRow.OfAsync(db, [AssignmentRule.RuleCode], batch.ProvinceCode, clock.Today, cancellationToken) is [var rule, ..] ? rule.Standing : null,
            Parts = SumsOf(parts),
            Accepted = contract is { State: ContractState.Signed } ? await AcceptedAsync(contract, others, cancellationToken) : new Dictionary<string, Dong>(),
            IsUsed = parts.Count > 0 || (contract is not null && await IsUsedAsync(contract.ContractId, cancellationToken)),
        };
    }

    /// <summary>What concluded acceptances found due under a contract; under a part, what its establishment was found due less what its other parts cover.</summary>
    private async Task<IReadOnlyDictionary<string, Dong>> AcceptedAsync(Contract contract, List<Contract> others, CancellationToken cancellationToken)
    {
        if (contract.ParentContractId is not { } parentId)
        {
            return await db.SupportDueAsync(contract.ContractId, cancellationToken);
        }

        if (contract.Kind is not ContractKind.Support || contract.PartyBEstablishmentId is not { } establishmentId)
        {
            return new Dictionary<string, Dong>();
        }

        // What the Cục did not accept of the contract above needs no cover below it.
        var due = await db.SupportDueAsync(parentId, cancellationToken);
        var found = await db.Acceptances.AsNoTracking().Where(a => a.ContractId == parentId && a.EstablishmentId == establishmentId && a.State == AcceptanceState.Concluded)
            .SelectMany(a => a.Amounts).Select(a => new { a.Source, a.Amount }).ToListAsync(cancellationToken);
        var covered = SumsOf(others.FindAll(c => c.Kind is ContractKind.Support && c.ParentContractId == parentId && c.PartyBEstablishmentId == establishmentId));
        return found.GroupBy(a => a.Source).ToDictionary(g => g.Key, g => g.Select(a => a.Amount).Sum().AtMost(due.GetValueOrDefault(g.Key)) - covered.GetValueOrDefault(g.Key));
    }

    /// <summary>Whether money went out, on whatever line and in whatever year, or is asked for, or what was paid waits to be settled; or whether work was accepted, whose results the programme counts.</summary>
    private async Task<bool> IsUsedAsync(Guid contractId, CancellationToken cancellationToken) =>
        await db.LedgerPositions.AnyAsync(p => p.ContractId == contractId && ((long)(object)p.Advanced > 0 || (long)(object)p.Paid > 0 || (long)(object)p.Settled > 0 || (long)(object)p.Returned > 0), cancellationToken)
        || await db.PaymentRequests.AnyAsync(r => r.ContractId == contractId && (r.State == PaymentState.Requested || r.State == PaymentState.Approved || r.State == PaymentState.Sent), cancellationToken)
        || await db.Settlements.AnyAsync(s => s.ContractId == contractId && s.State == SettlementState.Submitted, cancellationToken)
        || await db.Acceptances.AnyAsync(a => a.ContractId == contractId && a.State == AcceptanceState.Concluded && (a.Verdict == AcceptanceVerdict.Accepted || a.Verdict == AcceptanceVerdict.PartlyAccepted), cancellationToken);

    /// <summary>The lines that a contract's money may lie on, with all that hold money of its project, and the project.</summary>
    private async Task<(Guid ProjectId, IReadOnlyCollection<Guid> Lines)> LinesAsync(Guid contractId, CancellationToken cancellationToken)
    {
        var contract = await db.Contracts.AsNoTracking().Include(c => c.Amounts).SingleAsync(c => c.ContractId == contractId, cancellationToken);
        var lines = await db.PlanItemAmounts.AsNoTracking().Where(a => a.PlanItemId == contract.PlanItemId && a.AllocationId != null).Select(a => a.AllocationId!.Value).ToListAsync(cancellationToken);
        var held = await db.LedgerPositions.AsNoTracking().Where(p => p.ProjectId == contract.ProjectId).Select(p => p.AllocationId).ToListAsync(cancellationToken);
        return (contract.ProjectId, [.. lines.Concat(held).Concat(contract.Amounts.Select(a => a.AllocationId).OfType<Guid>()).Distinct()]);
    }

    /// <summary>Whether the money went to another line between the reading of its lines and their lock: a year was closed, or an adjustment moved it.</summary>
    private async Task<bool> MovedAwayAsync(Guid contractId, Ledger ledger, CancellationToken cancellationToken) =>
        !ledger.HoldsAll((await LinesAsync(contractId, cancellationToken)).Lines);

    /// <summary>What may still be bound of each source: of a line, what it reserves for the project; of others, what was approved less what other contracts say. What the contract itself binds counts as free.</summary>
    private async Task<Dictionary<string, Dong>> RoomAsync(PlanItem item, List<Contract> others, Contract? contract, Ledger? ledger, CancellationToken cancellationToken)
    {
        var binding = others.FindAll(c => c.CommitsMoney);
        var room = new Dictionary<string, Dong>();
        foreach (var amount in item.Amounts)
        {
            var own = contract is { IsInForce: true } ? contract.Amounts.FirstOrDefault(a => a.Source == amount.Source) : null;
            if ((own?.AllocationId ?? amount.AllocationId) is { } line)
            {
                var reserved = ledger is not null ? ledger.Balance(line, LedgerAccount.Reserved, item.ProjectId)
                    : (await db.LedgerPositions.AsNoTracking().SingleOrDefaultAsync(p => p.AllocationId == line && p.SubjectId == item.ProjectId, cancellationToken))?.Reserved ?? Dong.Zero;
                room[amount.Source] = await OfShareAsync(item, amount, line, reserved, cancellationToken) + (own?.Amount ?? Dong.Zero);
            }
            else
            {
                var free = (amount.Approved ?? Dong.Zero) - binding.SelectMany(c => c.Amounts).Where(a => a.Source == amount.Source).Select(a => a.Amount).Sum();
                room[amount.Source] = free > Dong.Zero ? free : Dong.Zero;
            }
        }

        return room;
    }

    /// <summary>What a line reserves for a project is all its contract's, unless a share of another year lies there too.</summary>
    private async Task<Dong> OfShareAsync(PlanItem item, PlanItemAmount amount, Guid line, Dong reserved, CancellationToken cancellationToken)
    {
        if (!await db.PlanItems.AnyAsync(i => i.ProjectId == item.ProjectId && i.PlanItemId != item.PlanItemId && i.Amounts.Any(a => a.AllocationId == line && a.Approved != null), cancellationToken))
        {
            return reserved;
        }

        var own = await db.Contracts.Where(c => c.PlanItemId == item.PlanItemId).Select(c => c.ContractId).ToListAsync(cancellationToken);
        var held = await db.LedgerPositions.AsNoTracking().Where(p => p.AllocationId == line && p.ContractId != null && own.Contains(p.ContractId.Value)).ToListAsync(cancellationToken);
        return amount.FreeOn(line, reserved, held.Select(p => p.Bound).Sum());
    }

    private static Dictionary<string, Dong> RoomIn(Contract parent, List<Contract> others)
    {
        var given = SumsOf(others.FindAll(c => c.ParentContractId == parent.ContractId));
        return parent.Amounts.ToDictionary(a => a.Source, a => a.Amount - given.GetValueOrDefault(a.Source));
    }

    private static Dictionary<string, Dong> SumsOf(List<Contract> contracts) =>
        contracts.SelectMany(c => c.Amounts).GroupBy(a => a.Source).ToDictionary(g => g.Key, g => g.Select(a => a.Amount).Sum());

    private async Task<ContractParty?> PartyAsync(Guid? id, CancellationToken cancellationToken) =>
        id is { } known && await db.Organisations.AsNoTracking().Include(o => o.Names).SingleOrDefaultAsync(o => o.OrganisationId == known, cancellationToken) is { } found && found.ExistsOn(clock.Today)
            ? new(found.OrganisationId, found.NameOn(clock.Today), found.Kind, found.CommuneCode)
            : null;

    /// <summary>Parties under the names that they have today; a beneficiary's as the project has it.</summary>
    private static ContractText Named(ContractText text, ContractGround ground) => text with
    {
        PartyAId = ground.PartyA?.OrganisationId,
        PartyA = ground.PartyA?.Name ?? "",
        PartyBOrganisationId = ground.PartyB?.OrganisationId,
        PartyB = ground.PartyB?.Name ?? (text.PartyBEstablishmentId is { } party ? ground.Project.Beneficiaries.FirstOrDefault(b => b.EstablishmentId == party)?.Name : null) ?? text.PartyB,
    };

    private async Task<Ruling<T>> SavedAsync<T>(Ruling<T> ruling, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return ruling;
        }
        catch (DbUpdateException fault) when (fault.IsTwin())
        {
            // The body gave the number to another contract, perhaps in this moment.
            db.ChangeTracker.Clear();
            return new(null, [new("contract.number-taken", nameof(ContractText.Number))]);
        }
    }
}
