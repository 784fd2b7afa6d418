using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Settlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>Hạn quyết toán, exactly as the library has it: the nation's binds national contracts, the province's own all others, once verified or adopted; anything else is a suggestion.</summary>
public sealed class SettlementClock
{
    public const string FileRule = "kcqg.settlement-file";
    public const string LiquidationRule = "kcqg.liquidation";

    /// <summary>What the library says of a time that ends on a day off.</summary>
    public const string LastDayOff = "time.last-day-off";

    private readonly List<LegalRule> rules;
    private readonly List<RuleAdoption> adoptions;
    private readonly Dictionary<Guid, DateOnly> accepted;
    private readonly ContractSites sites;
    private readonly IReadOnlyDictionary<Guid, int> carried;
    private readonly WorkingCalendar calendar;

    private SettlementClock(List<LegalRule> rules, List<RuleAdoption> adoptions, Dictionary<Guid, DateOnly> accepted, ContractSites sites, IReadOnlyDictionary<Guid, int> carried, WorkingCalendar calendar) =>
        (this.rules, this.adoptions, this.accepted, this.sites, this.carried, this.calendar) = (rules, adoptions, accepted, sites, carried, calendar);

    /// <param name="contractIds">Whose last acceptance is looked up.</param>
    public static Task<SettlementClock> ReadAsync(KhuyenCongDb db, IReadOnlyCollection<Guid> contractIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(contractIds);
        var ids = contractIds.ToList();
        return ReadAsync(db, db.Contracts.Where(c => ids.Contains(c.ContractId)), cancellationToken);
    }

    /// <param name="contracts">Whose last acceptance is looked up.</param>
    public static async Task<SettlementClock> ReadAsync(KhuyenCongDb db, IQueryable<Contract> contracts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(contracts);
        List<string> codes = [FileRule, LiquidationRule, LastDayOff, LocalRegulations.CodeOf(db.ScopeProvince, LocalSubject.Settlement), LocalRegulations.CodeOf(db.ScopeProvince, LocalSubject.CommuneSettlement)];
        var rules = await db.LegalRules.AsNoTracking().Where(r => codes.Contains(r.Code)).ToListAsync(cancellationToken);
        var ruleIds = rules.Select(r => r.LegalRuleId).ToList();
        var adoptions = await db.RuleAdoptions.AsNoTracking().Where(a => ruleIds.Contains(a.LegalRuleId)).ToListAsync(cancellationToken);
        var held = await db.Acceptances.AsNoTracking().Where(a => contracts.Any(c => c.ContractId == a.ContractId) && a.State == AcceptanceState.Concluded && a.HeldOn != null)
            .Select(a => new { a.ContractId, a.HeldOn }).ToListAsync(cancellationToken);
        return new(
            rules,
            adoptions,
            held.GroupBy(a => a.ContractId).ToDictionary(g => g.Key, g => g.Max(a => a.HeldOn!.Value)),
            await ContractSites.ReadAsync(db, contracts, cancellationToken),
            await db.CarriedYearsAsync(contracts, cancellationToken),
            await db.WorkingCalendarAsync(cancellationToken));
    }

    public DateOnly? LastAcceptance(Guid contractId) => accepted.TryGetValue(contractId, out var day) ? day : null;

    /// <summary>What of the sites of a contract is not accepted.</summary>
    public OpenSites SitesOf(Guid contractId) => sites.Of(contractId);

    /// <summary>The same without the sites that nobody waits for: of a stopped project, under force majeure, or where the file says why they are not done.</summary>
    public OpenSites WaitedFor(Guid contractId) => sites.WaitedFor(contractId);

    /// <summary>Deadlines of one contract; that of the file starts with its last acceptance, and none is the last while a site is still waited for.</summary>
    public IReadOnlyList<SettlementDeadline> Of(Guid contractId, Regime regime, int year)
    {
        var found = new List<SettlementDeadline>();
        if (LastAcceptance(contractId) is { } last && WaitedFor(contractId).IsNone && FileRuleOn(regime, last) is { Days: { } days } file)
        {
            found.Add(new(file.Code, file.Title, last.AddDays(days), LocalRegulations.Binds(file, regime, adoptions, last)));
        }

        if (rules.Where(r => r.Code == LiquidationRule).Select(r => (Rule: r, Day: r.LastDayFor(YearOf(contractId, year)))).FirstOrDefault(r => r.Day is { } day && r.Rule.Covers(day)) is { Rule: { } rule, Day: { } due })
        {
            found.Add(new(rule.Code, rule.Title, due, LocalRegulations.Binds(rule, regime, adoptions, due)));
        }

        return found.ConvertAll(d => rules.Find(r => r.Code == LastDayOff && r.Covers(d.LastDay)) is { } off ? d.PastDaysOff(calendar, RuleStanding.Of(off, adoptions, d.LastDay).MayBlock) : d);
    }

    /// <summary>The budget year: what was carried over or extended is settled with the year that its money is in.</summary>
    /// <param name="contractId">One of the contracts that were read.</param>
    /// <param name="year">The year that it was made for.</param>
    public int YearOf(Guid contractId, int year) => carried.GetValueOrDefault(contractId, year);

    private LegalRule? FileRuleOn(Regime regime, DateOnly day) =>
        LocalRegulations.Own(regime, regime is Regime.Commune ? LocalSubject.CommuneSettlement : LocalSubject.Settlement, rules, day) is { Days: not null } own
            ? own
            : rules.Find(r => r.Code == FileRule && r.Covers(day));
}
