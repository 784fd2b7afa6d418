using KhuyenCong.Data;
using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Domain.Treasury;
using KhuyenCong.Domain.YearlySettlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Settlements;
using KhuyenCong.Web.Pages.YearlySettlements;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Reminders;

/// <summary>What waits in offices and is of no single project, read from its own books. Whether somebody may see it is the caller's question.</summary>
public static class OfficeBook
{
    /// <summary>Of one book more than this nobody reads through.</summary>
    public const int Most = 200;

    /// <summary>The day by which the Sở sends what it registers for a national plan.</summary>
    public const string RegistrationRule = "kcqg.department-to-agency";

    /// <summary>Of each book what the viewer sees there, those that wait longest first.</summary>
    public static Task<IReadOnlyList<OfficeRow>> OfAsync(KhuyenCongDb db, Viewer viewer, int? year, DateOnly today, CancellationToken cancellationToken) =>
        OfAsync(db, OfficeRecords.Of(db, today).VisibleTo(viewer, db).Listed(viewer, db, year, Most), today, cancellationToken);

    public static async Task<IReadOnlyList<OfficeRow>> OfAsync(KhuyenCongDb db, OfficeRecords records, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(records);
        List<Found> found =
        [
            .. await BatchesAsync(db, records.Batches, cancellationToken),
            .. await BudgetsAsync(db, records.Budgets, cancellationToken),
            .. await EstimatesAsync(records.Estimates, cancellationToken),
            .. await VouchersAsync(db, records.Vouchers, cancellationToken),
            .. await YearEndsAsync(records.YearEnds, cancellationToken),
            .. await ReportsAsync(records.Reports, cancellationToken),
            .. await StatementsAsync(records.Statements, cancellationToken),
            .. await UnreportedAsync(db, records.Unreported, today.Year - 1, cancellationToken),
            .. await PetitionsAsync(records.Petitions, cancellationToken),
        ];
        if (found.Count == 0)
        {
            return [];
        }

        List<Guid> ids = [.. found.Select(f => f.Record.UnitId).OfType<Guid>().Distinct()];
        var units = await db.Organisations.AsNoTracking().Include(o => o.Names).Where(o => ids.Contains(o.OrganisationId)).ToDictionaryAsync(o => o.OrganisationId, cancellationToken);
        List<OfficeRow> rows = [];
        foreach (var (record, title, next, station, due) in found)
        {
            var unit = record.UnitId is { } id ? units.GetValueOrDefault(id) : null;
            if (OfficeClock.Item(record, station(OfficeClock.UnitOf(unit?.Kind, record.CommuneCode)), due) is { } item)
            {
                rows.Add(new(item, title, unit?.NameOn(today) ?? "", next));
            }
        }

        return [.. rows.OrderBy(r => r.Item.Kind).ThenByDescending(r => r.Item.IsLate(today)).ThenBy(r => r.Item.Since).ThenBy(r => r.Item.ItemId)];
    }

    private static async Task<IEnumerable<Found>> BatchesAsync(KhuyenCongDb db, IQueryable<ApprovalBatch>? asked, CancellationToken cancellationToken)
    {
        if (asked is null)
        {
            return [];
        }

        var batches = await asked.Select(b => new { b.ApprovalBatchId, b.Regime, b.TerritoryCode, b.Year, b.Number, b.State, b.StateSince }).ToListAsync(cancellationToken);
        var isAsked = batches.Exists(b => b.Regime is Regime.National);
        var rules = isAsked ? await db.LegalRules.AsNoTracking().Where(r => r.Code == RegistrationRule).ToListAsync(cancellationToken) : [];
        var ruleIds = rules.ConvertAll(r => r.LegalRuleId);
        var adoptions = isAsked ? await db.RuleAdoptions.AsNoTracking().Where(a => ruleIds.Contains(a.LegalRuleId)).ToListAsync(cancellationToken) : [];
        return batches.ConvertAll(b => new Found(
            new(WaitingKind.PlanBatch, b.ApprovalBatchId, b.StateSince, b.Regime is Regime.Commune ? b.TerritoryCode : null) { Step = b.State.ToString(), IsDraft = b.State is BatchState.Drafting },
            $"Đợt {b.Number}, kế hoạch năm {b.Year}, {b.Regime.PlanText().InSentence()}",
            b.State.Next(b.Regime),
            _ => OfficeClock.Of(b.State, b.Regime),
            b.Regime is Regime.National && b.State is BatchState.Drafting or BatchState.Submitted or BatchState.Appraised ? Registration(rules, adoptions, b.Year) : null));
    }

    /// <summary>The rule in force when the day falls: next year's registration follows next year's law.</summary>
    private static WaitingDue? Registration(List<LegalRule> rules, List<RuleAdoption> adoptions, int year)
    {
        var on = new DateOnly(year - 1, 6, 30);
        return rules.Find(r => r.Covers(on)) is { } rule && rule.LastDayFor(year) is { } last ? new(last, DueSource.Law, rule.Code, RuleStanding.Of(rule, adoptions, on).MayBlock) : null;
    }

    private static async Task<IEnumerable<Found>> BudgetsAsync(KhuyenCongDb db, IQueryable<BudgetEstimate>? asked, CancellationToken cancellationToken)
    {
        if (asked is null)
        {
            return [];
        }

        var estimates = await asked.Select(e => new { e.BudgetEstimateId, e.HolderId, e.Title, e.Year, e.State, e.StateSince }).ToListAsync(cancellationToken);
        var communes = await db.CommunesOfAsync([.. estimates.Select(e => e.HolderId).Distinct()], cancellationToken);
        return estimates.ConvertAll(e =>
        {
            var commune = communes.GetValueOrDefault(e.HolderId);
            return new Found(
                new(WaitingKind.BudgetEstimate, e.BudgetEstimateId, e.StateSince, commune) { UnitId = e.HolderId, Step = e.State.ToString(), IsDraft = e.State is BudgetEstimateState.Drafting },
                $"{e.Title}, năm {e.Year}",
                e.State.NextStep(commune is not null),
                unit => OfficeClock.Of(e.State, unit));
        });
    }

    private static async Task<IEnumerable<Found>> EstimatesAsync(IQueryable<ManagementEstimate>? asked, CancellationToken cancellationToken) => asked is null ? []
        : (await asked.Select(e => new { e.ManagementEstimateId, e.HolderId, e.CommuneCode, e.Year, e.State, e.StateSince }).ToListAsync(cancellationToken))
            .ConvertAll(e => new Found(
                new(WaitingKind.ManagementEstimate, e.ManagementEstimateId, e.StateSince, e.CommuneCode) { UnitId = e.HolderId, Step = e.State.ToString(), IsDraft = e.State is ManagementState.Drafting },
                $"Dự toán chi quản lý năm {e.Year}",
                e.State.NextStep(),
                unit => OfficeClock.Of(e.State, unit)));

    private static async Task<IEnumerable<Found>> VouchersAsync(KhuyenCongDb db, IQueryable<ManagementVoucher>? asked, CancellationToken cancellationToken)
    {
        if (asked is null)
        {
            return [];
        }

        var vouchers = await asked.Select(v => new { v.ManagementVoucherId, v.ManagementEstimateId, v.CommuneCode, v.Number, v.Year, v.State, v.StateSince }).ToListAsync(cancellationToken);
        List<Guid> ids = [.. vouchers.Select(v => v.ManagementEstimateId).Distinct()];
        var holders = await db.ManagementEstimates.AsNoTracking().Where(e => ids.Contains(e.ManagementEstimateId)).ToDictionaryAsync(e => e.ManagementEstimateId, e => e.HolderId, cancellationToken);
        return vouchers.ConvertAll(v => new Found(
            new(WaitingKind.ManagementVoucher, v.ManagementVoucherId, v.StateSince, v.CommuneCode) { UnitId = holders.TryGetValue(v.ManagementEstimateId, out var holder) ? holder : null, Step = v.State.ToString(), IsDraft = v.State is ManagementVoucherState.Drafting },
            $"Chứng từ {v.Number}, năm {v.Year}",
            v.State.NextStep(),
            unit => OfficeClock.Of(v.State, unit)));
    }

    private static async Task<IEnumerable<Found>> YearEndsAsync(IQueryable<YearEndProposal>? asked, CancellationToken cancellationToken) => asked is null ? []
        : (await asked.Select(p => new { p.YearEndProposalId, p.HolderId, p.CommuneCode, p.Year, p.At }).ToListAsync(cancellationToken))
            .ConvertAll(p => new Found(
                new(WaitingKind.YearEndProposal, p.YearEndProposalId, DateOnly.FromDateTime(p.At.ToVietnam()), p.CommuneCode) { UnitId = p.HolderId },
                $"Khóa sổ năm {p.Year}",
                WaitingKind.YearEndProposal.Next(),
                OfficeClock.YearEnd));

    private static async Task<IEnumerable<Found>> ReportsAsync(IQueryable<YearlySettlement>? asked, CancellationToken cancellationToken) => asked is null ? []
        : (await asked.Select(r => new { r.YearlySettlementId, r.HolderId, r.CommuneCode, r.Year, r.Route, r.State, r.StateSince }).ToListAsync(cancellationToken))
            .ConvertAll(r => new Found(
                new(WaitingKind.YearlySettlement, r.YearlySettlementId, r.StateSince, r.CommuneCode) { UnitId = r.HolderId, Step = r.State.ToString(), IsDraft = r.State is YearlyState.Drafting },
                $"Báo cáo quyết toán năm {r.Year}",
                r.State.NextStep(),
                unit => OfficeClock.Of(r.State, unit, r.Route)));

    private static async Task<IEnumerable<Found>> StatementsAsync(IQueryable<TreasuryStatement>? asked, CancellationToken cancellationToken) => asked is null ? []
        : (await asked.Select(s => new { s.TreasuryStatementId, s.HolderId, s.CommuneCode, s.Account, s.FromDay, s.ToDay, s.EnteredAt }).ToListAsync(cancellationToken))
            .ConvertAll(s => new Found(
                new(WaitingKind.StatementUnmatched, s.TreasuryStatementId, DateOnly.FromDateTime(s.EnteredAt.ToVietnam()), s.CommuneCode) { UnitId = s.HolderId },
                $"Sao kê tài khoản {s.Account}, {s.FromDay.Text()}–{s.ToDay.Text()}",
                WaitingKind.StatementUnmatched.Next(),
                OfficeClock.Statement));

    /// <summary>A day of the law only of units with national money, as the report itself says it: for others the library has none.</summary>
    private static async Task<IEnumerable<Found>> UnreportedAsync(KhuyenCongDb db, IQueryable<Organisation>? asked, int year, CancellationToken cancellationToken)
    {
        if (asked is null)
        {
            return [];
        }

        var national = FundingSource.National.Code;
        var units = await asked.Select(o => new { o.OrganisationId, o.Kind, o.CommuneCode, IsNational = db.Allocations.Any(a => a.HolderId == o.OrganisationId && a.Year == year && a.Source == national) }).ToListAsync(cancellationToken);
        var due = units.Exists(u => u.IsNational) && await YearlyConcerns.DeadlineAsync(db, year, cancellationToken) is { } day ? new WaitingDue(day.LastDay, DueSource.Law, SettlementClock.LiquidationRule, day.Binds) : null;
        return units.ConvertAll(u => new Found(
            new(WaitingKind.YearlySettlementMissing, u.OrganisationId, new(year, 12, 31), u.Kind is OrganisationKind.CommuneOffice ? u.CommuneCode : null) { UnitId = u.OrganisationId, Step = $"{year}" },
            $"Báo cáo quyết toán năm {year}, chưa lập",
            WaitingKind.YearlySettlementMissing.Next(),
            OfficeClock.Unreported,
            u.IsNational ? due : null));
    }

    /// <summary>Late by the day that the Sở set when it received it; one not received yet has none.</summary>
    private static async Task<IEnumerable<Found>> PetitionsAsync(IQueryable<Petition>? asked, CancellationToken cancellationToken) => asked is null ? []
        : (await asked.Select(p => new { p.PetitionId, p.Code, p.Title, p.State, p.FiledOn, p.ReceivedOn, p.Deadline }).ToListAsync(cancellationToken))
            .ConvertAll(p => new Found(
                new(WaitingKind.Petition, p.PetitionId, p.ReceivedOn ?? p.FiledOn, null) { Step = p.State.ToString() },
                $"{p.Code}: {p.Title}",
                p.State.NextStep(),
                _ => OfficeClock.Of(p.State),
                p.State is PetitionState.Received && p.Deadline is { } last ? new(last, DueSource.Receipt) : null));

    /// <summary>A record before its unit is known.</summary>
    private sealed record Found(OfficeRecord Record, string Title, string Next, Func<WaitingParty, OfficeStation?> Station, WaitingDue? Due = null);
}

/// <summary>One thing that waits in an office.</summary>
/// <param name="Unit">Whose money or report; empty for a plan or a petition.</param>
public sealed record OfficeRow(WaitingItem Item, string Title, string Unit, string Next)
{
    /// <summary>Where the viewer reads it, or takes its next step.</summary>
    public string Place(Viewer viewer) => IsWith(viewer) ? Item.StepHref(Guid.Empty) : Item.Href(Guid.Empty);

    /// <summary>Whether the viewer's office has it, and a centre's only of its own money.</summary>
    public bool IsWith(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return OfficeClock.IsWith(Item, viewer.Roles, viewer.Reach, viewer.CommuneCodes) && (viewer.Bodies is not { } bodies || Item.UnitId is not { } unit || bodies.Contains(unit));
    }
}

/// <summary>What the page shows of them.</summary>
public sealed record OfficeList(IReadOnlyList<OfficeRow> Rows, Viewer Viewer, DateOnly Today, WorkingCalendar Calendar);
