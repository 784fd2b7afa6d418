using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Execution;

/// <summary>Một kỳ báo cáo của một hợp đồng, as lists show it.</summary>
/// <param name="MayReport">Whether the viewer is the one who owes it.</param>
/// <param name="Value">The report of it, where there is one.</param>
public sealed record MonthRow(Guid ContractId, string? Number, Guid ProjectId, string? Code, string Title, string? CommuneCode, string Unit, Regime Regime, string TerritoryCode, ExpectedReport Month, ReportFigures? Value, bool MayReport)
{
    public int Period => (Month.Year * 12) + Month.Month;
}

/// <summary>Số liệu của một báo cáo, as lists show them.</summary>
public sealed record ReportFigures(int WorkShare, Dong Spent, bool IsWrittenByViewer);

/// <summary>Which months of which contracts have a report, lack one or wait for somebody: read once for lists, the work list and the project page.</summary>
public static class MonthBook
{
    /// <summary>The contracts of which somebody still has to do something: those that run, and those with a report that waits.</summary>
    public static IQueryable<Contract> Open(KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Contracts.Where(c => c.State == ContractState.Signed || db.ProgressReports.Any(r => r.ContractId == c.ContractId && r.State == ProgressReportState.Submitted));
    }

    /// <summary>Those that still ran on a day or later, with those of which somebody still has to do something.</summary>
    public static IQueryable<Contract> Since(KhuyenCongDb db, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Contracts.Where(c => c.State == ContractState.Signed || c.StateSince >= day || db.ProgressReports.Any(r => r.ContractId == c.ContractId && r.State == ProgressReportState.Submitted));
    }

    /// <summary>Those that a month of a year may be owed of, or has a report of.</summary>
    public static IQueryable<Contract> InYear(KhuyenCongDb db, int year)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (first, last) = year is > 1900 and < 9999 ? (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)) : (DateOnly.MaxValue, DateOnly.MinValue);
        return db.Contracts.Where(c => (c.SignedOn <= last && (c.State == ContractState.Signed || c.StateSince >= first)) || db.ProgressReports.Any(r => r.ContractId == c.ContractId && r.Year == year));
    }

    /// <param name="db">Of the province.</param>
    /// <param name="viewer">Who sees the projects.</param>
    /// <param name="of">The contracts asked for: what ended long ago is read only where it is asked for.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellationToken">The request's.</param>
    public static async Task<IReadOnlyList<MonthRow>> RowsAsync(KhuyenCongDb db, Viewer viewer, IQueryable<Contract> of, DateOnly today, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(of);
        var seen = db.Projects.VisibleTo(viewer, db, seated: false).Select(p => p.ProjectId);
        // A part of another contract is told by that one's reports.
        var signed = of.AsNoTracking()
            .Where(c => c.ParentContractId == null && c.SignedOn != null && (c.State == ContractState.Signed || c.State == ContractState.Liquidated) && seen.Contains(c.ProjectId));
        var contracts = await signed.ToListAsync(cancellationToken);
        if (contracts.Count == 0)
        {
            return [];
        }

        var projects = await db.Projects.AsNoTracking().Include(p => p.Beneficiaries).Where(p => signed.Any(c => c.ProjectId == p.ProjectId)).ToDictionaryAsync(p => p.ProjectId, cancellationToken);
        // Which months are owed follows from the library and no database computes it: of reports no more is read than that and the list are made of.
        var reports = await db.ProgressReports.AsNoTracking().Where(r => signed.Any(c => c.ContractId == r.ContractId))
            .Select(r => new { r.ContractId, r.ProgressReportId, r.Year, r.Month, r.State, r.FirstSubmittedOn, r.WorkShare, r.Spent, r.Writers }).ToListAsync(cancellationToken);
        var rules = await Rules(db).ToListAsync(cancellationToken);
        var ruleIds = rules.Select(r => r.LegalRuleId).ToList();
        var adoptions = await db.RuleAdoptions.AsNoTracking().Where(a => ruleIds.Contains(a.LegalRuleId)).ToListAsync(cancellationToken);
        var mover = await viewer.AsProjectMoverAsync(db, cancellationToken);
        var byContract = reports.ToLookup(r => r.ContractId);
        // Only a commune reports for those who have nobody to sign in.
        var without = mover.Reach(Act.ReportProgress) is Scope.Commune
            ? await ExecutionBook.WithoutAccountAsync(db, [.. contracts.Select(c => c.PartyBEstablishmentId).OfType<Guid>().Distinct()], cancellationToken)
            : [];
        List<MonthRow> rows = [];
        foreach (var contract in contracts)
        {
            if (!projects.TryGetValue(contract.ProjectId, out var project))
            {
                continue;
            }

            var reported = ExecutionBook.Of(contract, project) with { IsOwnerWithoutAccount = contract.PartyBEstablishmentId is { } owner && without.Contains(owner) };
            if (!mover.ReadsReports(reported))
            {
                continue;
            }

            var mayReport = reported.IsRunning && mover.May(Act.ReportProgress, reported);
            var given = byContract[contract.ContractId].ToDictionary(r => r.ProgressReportId);
            rows.AddRange(MonthsOf(contract, [.. given.Values.Select(r => new ReportMark(r.ProgressReportId, r.Year, r.Month, r.State, r.FirstSubmittedOn, r.WorkShare))], rules, adoptions, today).Select(month => new MonthRow(
                contract.ContractId, contract.Number, project.ProjectId, project.Code, project.Title, project.Communes.FirstOrDefault(), contract.PartyB, contract.Regime, contract.TerritoryCode, month,
                month.ReportId is { } id && given.TryGetValue(id, out var report) && (report.State is not ProgressReportState.Drafting || mayReport) ? new(report.WorkShare, report.Spent, report.Writers.Contains(viewer.UserId)) : null, mayReport)));
        }

        return rows;
    }

    /// <summary>Every version of the nation's rule on reports and of the province's own.</summary>
    public static IQueryable<LegalRule> Rules(KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        var own = LocalRegulations.CodeOf(db.ScopeProvince, LocalSubject.ProgressReport);
        return db.LegalRules.AsNoTracking().Where(r => r.Code == ExpectedReports.RuleCode || r.Code == own);
    }

    /// <summary>Months that a rule asks for, and reports that came without being asked for.</summary>
    public static IReadOnlyList<ExpectedReport> Months(Contract contract, IEnumerable<ProgressReport> reports, IReadOnlyCollection<LegalRule> rules, IReadOnlyCollection<RuleAdoption> adoptions, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return MonthsOf(contract, [.. reports.Select(r => new ReportMark(r.ProgressReportId, r.Year, r.Month, r.State, r.FirstSubmittedOn, r.WorkShare))], rules, adoptions, today);
    }

    private static IReadOnlyList<ExpectedReport> MonthsOf(Contract contract, IReadOnlyCollection<ReportMark> marks, IReadOnlyCollection<LegalRule> rules, IReadOnlyCollection<RuleAdoption> adoptions, DateOnly today)
    {
        var ended = contract.State is ContractState.Liquidated or ContractState.Cancelled ? contract.StateSince : (DateOnly?)null;
        var expected = contract.SignedOn is { } signed ? ExpectedReports.Of(signed, ended, contract.Regime, rules, adoptions, marks, today) : [];
        var asked = expected.Select(e => (e.Year, e.Month)).ToHashSet();
        return [.. expected, .. marks.Where(m => !asked.Contains((m.Year, m.Month))).Select(m => ExpectedReports.Unasked(m))];
    }
}
