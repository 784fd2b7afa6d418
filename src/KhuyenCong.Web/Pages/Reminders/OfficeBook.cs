using KhuyenCong.Data;
using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Domain.YearlySettlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Reminders;

/// <summary>What waits in offices and is of no single project: of each book what the viewer sees there, those that wait longest first.</summary>
public static class OfficeBook
{
    /// <summary>Of one book more than this nobody reads through.</summary>
    public const int Most = 200;

    /// <summary>The day by which the Sở sends what it registers for a national plan.</summary>
    public const string RegistrationRule = "kcqg.department-to-agency";

    private static readonly List<BatchState> Batches = [BatchState.Drafting, BatchState.Submitted, BatchState.Appraised, BatchState.SentToAgency, BatchState.Approved];
    private static readonly List<ManagementState> Estimates = [ManagementState.Drafting, ManagementState.Submitted, ManagementState.Settling];
    private static readonly List<ManagementVoucherState> Vouchers = [ManagementVoucherState.Drafting, ManagementVoucherState.Requested, ManagementVoucherState.Approved];

    public static async Task<IReadOnlyList<OfficeRow>> OfAsync(KhuyenCongDb db, Viewer viewer, int? year, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        List<Found> found =
        [
            .. await BatchesAsync(db, viewer, year, cancellationToken),
            .. await BudgetsAsync(db, viewer, year, cancellationToken),
            .. await ManagementAsync(db, viewer, year, cancellationToken),
            .. await YearEndsAsync(db, viewer, year, cancellationToken),
            .. await YearlyAsync(db, viewer, year, cancellationToken),
        ];
        if (found.Count == 0)
        {
            return [];
        }

        List<Guid> ids = [.. found.Select(f => f.UnitId).OfType<Guid>().Distinct()];
        var units = await db.Organisations.AsNoTracking().Include(o => o.Names).Where(o => ids.Contains(o.OrganisationId)).ToDictionaryAsync(o => o.OrganisationId, cancellationToken);
        List<OfficeRow> rows = [];
        foreach (var one in found)
        {
            var unit = one.UnitId is { } id ? units.GetValueOrDefault(id) : null;
            if (one.Item(OfficeClock.UnitOf(unit?.Kind, one.CommuneCode)) is { } item)
            {
                rows.Add(new(item, one.Title, unit?.NameOn(today) ?? "", one.Next) { UnitId = one.UnitId });
            }
        }

        return [.. rows.OrderBy(r => r.Item.Kind).ThenByDescending(r => r.Item.IsLate(today)).ThenBy(r => r.Item.Since).ThenBy(r => r.Item.ItemId)];
    }

    private static async Task<IEnumerable<Found>> BatchesAsync(KhuyenCongDb db, Viewer viewer, int? year, CancellationToken cancellationToken)
    {
        var ofProvince = viewer.Reach(Act.ViewPlans) is Scope.Province;
        var batches = await db.ApprovalBatches.VisibleTo(viewer).AsNoTracking().Where(b => (year == null || b.Year == year) && Batches.Contains(b.State))
            .Where(b => !ofProvince || b.Regime != Regime.Commune || b.State != BatchState.Drafting)
            .OrderBy(b => b.StateSince).ThenBy(b => b.ApprovalBatchId).Take(Most).Select(b => new { b.ApprovalBatchId, b.Regime, b.TerritoryCode, b.Year, b.Number, b.State, b.StateSince }).ToListAsync(cancellationToken);
        var isAsked = batches.Exists(b => b.Regime is Regime.National);
        var rules = isAsked ? await db.LegalRules.AsNoTracking().Where(r => r.Code == RegistrationRule).ToListAsync(cancellationToken) : [];
        var ruleIds = rules.ConvertAll(r => r.LegalRuleId);
        var adoptions = isAsked ? await db.RuleAdoptions.AsNoTracking().Where(a => ruleIds.Contains(a.LegalRuleId)).ToListAsync(cancellationToken) : [];
        return batches.ConvertAll(b =>
        {
            var due = b.Regime is Regime.National && b.State is BatchState.Drafting or BatchState.Submitted or BatchState.Appraised ? Registration(rules, adoptions, b.Year) : null;
            var commune = b.Regime is Regime.Commune ? b.TerritoryCode : null;
            return new Found(null, commune, $"Đợt {b.Number}, kế hoạch năm {b.Year}, {b.Regime.PlanText().InSentence()}", b.State.Next(b.Regime), _ => OfficeClock.Item(WaitingKind.PlanBatch, b.ApprovalBatchId, OfficeClock.Of(b.State, b.Regime), b.StateSince, commune, due));
        });
    }

    /// <summary>The rule in force when the day falls: next year's registration follows next year's law.</summary>
    private static WaitingDue? Registration(List<LegalRule> rules, List<RuleAdoption> adoptions, int year)
    {
        var on = new DateOnly(year - 1, 6, 30);
        return rules.Find(r => r.Covers(on)) is { } rule && rule.LastDayFor(year) is { } last ? new(last, DueSource.Law, rule.Code, RuleStanding.Of(rule, adoptions, on).MayBlock) : null;
    }

    private static async Task<IEnumerable<Found>> BudgetsAsync(KhuyenCongDb db, Viewer viewer, int? year, CancellationToken cancellationToken)
    {
        var ofProvince = viewer.Reach(Act.ViewPlans) is Scope.Province;
        var estimates = await db.BudgetEstimates.VisibleTo(viewer, db).AsNoTracking().Where(e => (year == null || e.Year == year) && e.State != BudgetEstimateState.Allotted && e.State != BudgetEstimateState.Discarded)
            .Where(e => !ofProvince || e.State != BudgetEstimateState.Drafting || !db.Organisations.Any(o => o.OrganisationId == e.HolderId && o.Kind == OrganisationKind.CommuneOffice))
            .OrderBy(e => e.StateSince).ThenBy(e => e.BudgetEstimateId).Take(Most).Select(e => new { e.BudgetEstimateId, e.HolderId, e.Title, e.Year, e.State, e.StateSince }).ToListAsync(cancellationToken);
        var communes = await db.CommunesOfAsync([.. estimates.Select(e => e.HolderId).Distinct()], cancellationToken);
        return estimates.ConvertAll(e =>
        {
            var commune = communes.GetValueOrDefault(e.HolderId);
            return new Found(e.HolderId, commune, $"{e.Title}, năm {e.Year}", e.State.NextStep(commune is not null), unit => OfficeClock.Item(WaitingKind.BudgetEstimate, e.BudgetEstimateId, OfficeClock.Of(e.State, unit), e.StateSince, commune));
        });
    }

    private static async Task<IEnumerable<Found>> ManagementAsync(KhuyenCongDb db, Viewer viewer, int? year, CancellationToken cancellationToken)
    {
        var ofProvince = viewer.Reach(Act.ViewPlans) is Scope.Province;
        var estimates = await db.ManagementEstimates.VisibleTo(viewer, db).AsNoTracking().Where(e => (year == null || e.Year == year) && Estimates.Contains(e.State))
            .Where(e => !ofProvince || e.CommuneCode == null || e.State != ManagementState.Drafting)
            .OrderBy(e => e.StateSince).ThenBy(e => e.ManagementEstimateId).Take(Most).Select(e => new { e.ManagementEstimateId, e.HolderId, e.CommuneCode, e.Year, e.State, e.StateSince }).ToListAsync(cancellationToken);
        var vouchers = await db.ManagementVouchers.VisibleTo(viewer, db).AsNoTracking().Where(v => (year == null || v.Year == year) && Vouchers.Contains(v.State))
            .Where(v => !ofProvince || v.CommuneCode == null || v.State != ManagementVoucherState.Drafting)
            .OrderBy(v => v.StateSince).ThenBy(v => v.ManagementVoucherId).Take(Most).Select(v => new { v.ManagementVoucherId, v.ManagementEstimateId, v.CommuneCode, v.Number, v.Year, v.State, v.StateSince }).ToListAsync(cancellationToken);
        List<Guid> ids = [.. vouchers.Select(v => v.ManagementEstimateId).Distinct()];
        var holders = await db.ManagementEstimates.AsNoTracking().Where(e => ids.Contains(e.ManagementEstimateId)).ToDictionaryAsync(e => e.ManagementEstimateId, e => e.HolderId, cancellationToken);
        return
        [
            .. estimates.Select(e => new Found(e.HolderId, e.CommuneCode, $"Dự toán chi quản lý năm {e.Year}", e.State.NextStep(),
                unit => OfficeClock.Item(WaitingKind.ManagementEstimate, e.ManagementEstimateId, OfficeClock.Of(e.State, unit), e.StateSince, e.CommuneCode))),
            .. vouchers.Select(v => new Found(holders.TryGetValue(v.ManagementEstimateId, out var holder) ? holder : null, v.CommuneCode, $"Chứng từ {v.Number}, năm {v.Year}", v.State.NextStep(),
                unit => OfficeClock.Item(WaitingKind.ManagementVoucher, v.ManagementVoucherId, OfficeClock.Of(v.State, unit), v.StateSince, v.CommuneCode))),
        ];
    }

    private static async Task<IEnumerable<Found>> YearEndsAsync(KhuyenCongDb db, Viewer viewer, int? year, CancellationToken cancellationToken)
    {
        var communes = viewer.CommuneCodes.ToList();
        var proposals = db.YearEndProposals.AsNoTracking().Where(p => (year == null || p.Year == year) && p.State == YearEndProposalState.Proposed);
        proposals = viewer.Reach(Act.ViewPlans) switch
        {
            Scope.Province => proposals,
            Scope.Commune => proposals.Where(p => p.CommuneCode != null && communes.Contains(p.CommuneCode)),
            _ => proposals.Where(_ => false),
        };
        return (await proposals.OrderBy(p => p.At).ThenBy(p => p.YearEndProposalId).Take(Most).Select(p => new { p.YearEndProposalId, p.HolderId, p.CommuneCode, p.Year, p.At }).ToListAsync(cancellationToken))
            .ConvertAll(p => new Found(p.HolderId, p.CommuneCode, $"Khóa sổ năm {p.Year}", WaitingKind.YearEndProposal.Next(),
                unit => OfficeClock.Item(WaitingKind.YearEndProposal, p.YearEndProposalId, OfficeClock.YearEnd(unit), DateOnly.FromDateTime(p.At.ToVietnam()), p.CommuneCode)));
    }

    private static async Task<IEnumerable<Found>> YearlyAsync(KhuyenCongDb db, Viewer viewer, int? year, CancellationToken cancellationToken)
    {
        var ofProvince = viewer.Reach(Act.ViewYearlySettlements) is Scope.Province;
        return (await db.YearlySettlements.VisibleTo(viewer, db).AsNoTracking().Where(r => (year == null || r.Year == year) && r.State != YearlyState.Finished)
            .Where(r => !ofProvince || r.CommuneCode == null || r.State != YearlyState.Drafting)
            .OrderBy(r => r.StateSince).ThenBy(r => r.YearlySettlementId).Take(Most).Select(r => new { r.YearlySettlementId, r.HolderId, r.CommuneCode, r.Year, r.Route, r.State, r.StateSince }).ToListAsync(cancellationToken))
            .ConvertAll(r => new Found(r.HolderId, r.CommuneCode, $"Báo cáo quyết toán năm {r.Year}", r.State.NextStep(),
                unit => OfficeClock.Item(WaitingKind.YearlySettlement, r.YearlySettlementId, OfficeClock.Of(r.State, unit, r.Route), r.StateSince, r.CommuneCode)));
    }

    /// <summary>A record before its unit is known.</summary>
    private sealed record Found(Guid? UnitId, string? CommuneCode, string Title, string Next, Func<WaitingParty, WaitingItem?> Item);
}

/// <summary>One thing that waits in an office.</summary>
/// <param name="Unit">Whose money or report; empty for a plan.</param>
public sealed record OfficeRow(WaitingItem Item, string Title, string Unit, string Next)
{
    /// <summary>Null for a plan.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Whether the viewer's office has it, and a centre's only of its own money.</summary>
    public bool IsWith(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return OfficeClock.IsWith(Item, viewer.Roles, viewer.Reach, viewer.CommuneCodes) && (viewer.Bodies is not { } bodies || UnitId is not { } unit || bodies.Contains(unit));
    }
}

/// <summary>What the page shows of them.</summary>
public sealed record OfficeList(IReadOnlyList<OfficeRow> Rows, DateOnly Today, WorkingCalendar Calendar);
