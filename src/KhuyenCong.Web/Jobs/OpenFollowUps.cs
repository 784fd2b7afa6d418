using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.FollowUps;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace KhuyenCong.Web.Jobs;

/// <summary>Once a night: every accepted support has its two sheets. Run twice or on two nodes it opens nothing twice.</summary>
[DisallowConcurrentExecution]
public sealed class OpenFollowUps(IServiceScopeFactory scopes, KhuyenCongDb db, DataScope scope, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        scope.ActAsSystem();
        var provinces = await db.EveryProvince<Acceptance>().Where(a => a.State == AcceptanceState.Concluded).Select(a => a.ProvinceCode).Distinct().OrderBy(c => c).ToListAsync(cancellationToken);
        foreach (var province in provinces)
        {
            await using var one = scopes.CreateAsyncScope();
            one.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem(province);
            await OpenAsync(one.ServiceProvider.GetRequiredService<KhuyenCongDb>(), clock, null, cancellationToken);
        }
    }

    /// <summary>Opens what is missing in the scope's province, and bases what nobody has answered on the last conclusion.</summary>
    /// <param name="db">In the scope of one province.</param>
    /// <param name="clock">Of the opening.</param>
    /// <param name="contractId">Only this contract's; null = all.</param>
    /// <param name="cancellationToken">Stops between two contracts.</param>
    /// <returns>How many sheets were opened.</returns>
    public static async Task<int> OpenAsync(KhuyenCongDb db, TimeProvider clock, Guid? contractId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(clock);
        var terms = await db.FollowUpTerms.AsNoTracking().ToListAsync(cancellationToken);
        var known = (await db.FollowUps.AsNoTracking().Where(f => contractId == null || f.ContractId == contractId)
            .Select(f => new { f.FollowUpId, f.ContractId, f.BeneficiaryId, f.Round, f.AcceptanceId, f.DueOn, f.State }).ToListAsync(cancellationToken))
            .ToDictionary(f => (f.ContractId, f.BeneficiaryId, f.Round));
        var opened = 0;
        foreach (var contract in (await SupportsAsync(db, contractId, cancellationToken)).GroupBy(s => s.ContractId))
        {
            var (added, isChanged) = (0, false);
            foreach (var support in contract)
            {
                foreach (var due in FollowUpDue.Of(support.AcceptedOn, terms))
                {
                    if (!known.TryGetValue((support.ContractId, support.BeneficiaryId, due.Round), out var found))
                    {
                        db.FollowUps.Add(FollowUp.From(new(Uuid.New(clock), support, due, clock.Today, clock.UtcNow)));
                        added++;
                    }
                    else if (found.AcceptanceId != support.AcceptanceId || (found.State is FollowUpState.AwaitingAnswer && found.DueOn != due.DueOn))
                    {
                        (await db.FollowUps.SingleAsync(f => f.FollowUpId == found.FollowUpId, cancellationToken)).Apply(new FollowUpRebased(support, due, clock.UtcNow));
                        isChanged = true;
                    }
                }
            }

            if (added > 0 || isChanged)
            {
                opened += await SaveAsync(db, added, cancellationToken);
            }
        }

        return opened;
    }

    private static async Task<int> SaveAsync(KhuyenCongDb db, int added, CancellationToken cancellationToken)
    {
        db.Because("followup.opened");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return added;
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.IsTwin())
        {
            // Another node opened the same, or somebody writes one of them right now: the next night looks again.
            return 0;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Every beneficiary at every site of every contract whose acceptance is concluded, with the last conclusion.</summary>
    private static async Task<IEnumerable<FollowedSupport>> SupportsAsync(KhuyenCongDb db, Guid? contractId, CancellationToken cancellationToken)
    {
        var records = await db.Acceptances.AsNoTracking()
            .Where(a => a.State == AcceptanceState.Concluded && (a.Verdict == AcceptanceVerdict.Accepted || a.Verdict == AcceptanceVerdict.PartlyAccepted) && (contractId == null || a.ContractId == contractId))
            .Join(db.Contracts, a => a.ContractId, c => c.ContractId, (a, c) => new { a.ProvinceCode, a.AcceptanceId, a.ContractId, a.ProjectId, a.Regime, a.TerritoryCode, a.BeneficiaryId, a.ConcludedOn, a.HeldOn, c.PartyBEstablishmentId })
            .ToListAsync(cancellationToken);
        var projects = records.Select(r => r.ProjectId).Distinct().ToList();
        var rows = (await db.Projects.AsNoTracking().Where(p => projects.Contains(p.ProjectId)).SelectMany(p => p.Beneficiaries).ToListAsync(cancellationToken)).ToLookup(b => b.ProjectId);
        return records
            .SelectMany(r => rows[r.ProjectId]
                // A record of the whole project is about all it supports; a contract with one of several is about that one.
                .Where(b => r.BeneficiaryId is { } one ? b.ProjectBeneficiaryId == one : r.PartyBEstablishmentId is not { } party || b.EstablishmentId == party)
                .Select(b => new FollowedSupport(
                    r.ProvinceCode, r.AcceptanceId, r.ContractId, r.ProjectId, r.Regime, r.TerritoryCode, b.ProjectBeneficiaryId, b.EstablishmentId, b.Name, b.ProductionSiteId, b.CommuneCode, r.ConcludedOn ?? r.HeldOn ?? DateOnly.MinValue)))
            .Where(s => s.AcceptedOn > DateOnly.MinValue)
            .GroupBy(s => (s.ContractId, s.BeneficiaryId))
            .Select(g => g.OrderByDescending(s => s.AcceptedOn).ThenByDescending(s => s.AcceptanceId).First());
    }
}
