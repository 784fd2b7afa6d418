using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Projects and outside support of one establishment, as lines of its support history.</summary>
public static class SupportHistory
{
    private const int Most = 100;

    public static async Task<IEnumerable<SupportLine>> OfAsync(KhuyenCongDb db, Viewer viewer, Guid establishmentId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        var projects = await db.Projects.VisibleTo(viewer, db).AsNoTracking().Where(p => p.Beneficiaries.Any(b => b.EstablishmentId == establishmentId))
            .OrderByDescending(p => p.ChangedAt).ThenByDescending(p => p.ProjectId).Take(Most)
            .Select(p => new { p.ProjectId, p.Code, p.Title, p.State, p.FiledOn, p.CreatedOn }).ToListAsync(cancellationToken);
        var outside = viewer.Can(Act.ViewEstablishments) && viewer.Reach(Act.ViewEstablishments) is not Scope.Own
            ? await db.OutsideSupports.AsNoTracking().Where(s => s.EstablishmentId == establishmentId && s.WithdrawnReason == null).OrderByDescending(s => s.GivenOn).ThenBy(s => s.OutsideSupportId).Take(Most).ToListAsync(cancellationToken)
            : [];
        // Money that was not used for its purpose stays in the record, also once the finding is closed.
        var projectIds = projects.Select(p => p.ProjectId).ToList();
        var misuses = await db.InspectionFindings.AsNoTracking().Where(f => f.EstablishmentId == establishmentId && f.Kind == FindingKind.MoneyMisuse && projectIds.Contains(f.ProjectId))
            .OrderByDescending(f => f.FoundOn).ThenBy(f => f.InspectionFindingId).Take(Most).ToListAsync(cancellationToken);
        // So does that it was, that it is still to be cleared up, and that nobody answered: what became of the sheets after the support.
        var sheets = await db.FollowUps.AsNoTracking()
            .Where(f => f.EstablishmentId == establishmentId && projectIds.Contains(f.ProjectId)
                && (f.State == FollowUpState.NoAnswer || (f.State == FollowUpState.Confirmed && (f.MoneyUse == PurposeFinding.Right || f.MoneyUse == PurposeFinding.Unsettled))))
            .OrderByDescending(f => f.DueOn).ThenBy(f => f.FollowUpId).Take(Most)
            .Select(f => new { f.FollowUpId, f.ProjectId, f.Round, f.State, f.MoneyUse, f.ConfirmedOn, f.DueOn }).ToListAsync(cancellationToken);
        var readable = await db.FollowUps.AsNoTracking().VisibleTo(viewer, db).Where(f => f.EstablishmentId == establishmentId).Select(f => f.FollowUpId).ToListAsync(cancellationToken);
        var seesOutside = viewer.Reach(Act.RecordOutsideSupport) is Scope.Province;
        string? CodeOf(Guid projectId) => projects.Find(p => p.ProjectId == projectId)?.Code;
        var checks = await ChecksAsync(db, viewer, establishmentId, projectIds, CodeOf, cancellationToken);
        var money = await MoneyAsync(db, viewer, establishmentId, projectIds, CodeOf, cancellationToken);
        return projects.Select(p => new SupportLine(p.FiledOn ?? p.CreatedOn, $"{p.Title} – {p.State.Text().ToLowerInvariant()}", $"/de-an/{p.ProjectId}", p.Code))
            .Concat(misuses.Select(f => new SupportLine(f.FoundOn, $"Kiểm tra: sử dụng kinh phí sai mục đích – {f.State.Text().ToLowerInvariant()}", $"/kiem-tra/{f.InspectionId}", CodeOf(f.ProjectId))))
            .Concat(sheets.Select(f => new SupportLine(f.ConfirmedOn ?? f.DueOn, $"Theo dõi sau hỗ trợ lần {f.Round}: {Outcome(f.State, f.MoneyUse)}", readable.Contains(f.FollowUpId) ? $"/theo-doi/{f.FollowUpId}" : null, CodeOf(f.ProjectId))))
            .Concat(checks)
            .Concat(money)
            .Concat(outside.Select(s => new SupportLine(s.GivenOn, $"{s.ProgrammeName} – {s.GivenBy}: {s.Amount?.ToString() ?? "không nêu số tiền"}", seesOutside ? $"/de-an/ho-tro-khac?dong={s.OutsideSupportId}" : null, null)));
    }

    private static string Outcome(FollowUpState state, PurposeFinding? use) =>
        state is FollowUpState.NoAnswer ? "cơ sở không trả lời"
        : use is PurposeFinding.Unsettled ? "việc sử dụng kinh phí còn phải làm rõ"
        : "sử dụng kinh phí đúng mục đích";

    /// <summary>What was found of its machines after their acceptance, every look at them.</summary>
    private static async Task<IEnumerable<SupportLine>> ChecksAsync(KhuyenCongDb db, Viewer viewer, Guid establishmentId, List<Guid> projectIds, Func<Guid, string?> codeOf, CancellationToken cancellationToken)
    {
        var checks = await db.MachineChecks.AsNoTracking()
            .Join(db.MachinePassports, c => c.MachinePassportId, m => m.MachinePassportId, (c, m) => new { c.MachineCheckId, c.CheckedOn, c.CheckResult, m.MachinePassportId, m.AcceptanceId, m.ProjectId, m.Name, m.Serial })
            .Where(c => projectIds.Contains(c.ProjectId) && db.Acceptances.Any(a => a.AcceptanceId == c.AcceptanceId && a.EstablishmentId == establishmentId))
            .OrderByDescending(c => c.CheckedOn).ThenBy(c => c.MachineCheckId).Take(Most).ToListAsync(cancellationToken);
        var ids = checks.Select(c => c.MachinePassportId).Distinct().ToList();
        var readable = await db.MachinePassports.AsNoTracking().VisibleTo(viewer, db).Where(m => ids.Contains(m.MachinePassportId)).Select(m => m.MachinePassportId).ToListAsync(cancellationToken);
        return checks.Select(c => new SupportLine(
            c.CheckedOn, $"Kiểm tra máy {c.Name}{(c.Serial is { } serial ? $" (số máy {serial})" : "")}: {c.CheckResult.Text().InSentence()}", readable.Contains(c.MachinePassportId) ? $"/may-moc/{c.MachinePassportId}" : null, codeOf(c.ProjectId)));
    }

    /// <summary>Support that was settled with it, less what was paid back since; what it got under a unit's contract is known by its acceptance.</summary>
    private static async Task<IEnumerable<SupportLine>> MoneyAsync(KhuyenCongDb db, Viewer viewer, Guid establishmentId, List<Guid> projectIds, Func<Guid, string?> codeOf, CancellationToken cancellationToken)
    {
        var settled = await db.Settlements.VisibleTo(viewer, db).AsNoTracking().Include(s => s.Amounts).Include(s => s.Recoveries).AsSplitQuery()
            .Where(s => s.State == SettlementState.Approved && projectIds.Contains(s.ProjectId)
                && db.Contracts.Any(c => c.ContractId == s.ContractId && c.ParentContractId == null && c.PartyBEstablishmentId == establishmentId))
            .OrderByDescending(s => s.ApprovedOn).ThenBy(s => s.SettlementId).Take(Most).ToListAsync(cancellationToken);
        var accepted = await db.Acceptances.VisibleTo(viewer, db).AsNoTracking().Include(a => a.Amounts)
            .Where(a => a.EstablishmentId == establishmentId && a.State == AcceptanceState.Concluded && projectIds.Contains(a.ProjectId)
                && db.Contracts.Any(c => c.ContractId == a.ContractId && c.PartyBOrganisationId != null)
                && db.Settlements.Any(s => s.ContractId == a.ContractId && s.State == SettlementState.Approved))
            .OrderByDescending(a => a.ConcludedOn).ThenBy(a => a.AcceptanceId).Take(Most).ToListAsync(cancellationToken);
        return settled.Select(s => new SupportLine(s.ApprovedOn ?? s.StateSince, Settled(s), $"/quyet-toan/{s.SettlementId}", codeOf(s.ProjectId)))
            .Concat(accepted.Where(a => a.GivesSupport).Select(a => new SupportLine(
                a.ConcludedOn ?? a.StateSince, $"Mức hỗ trợ theo nghiệm thu, hợp đồng của đơn vị thực hiện đã quyết toán: {Drawn(a)}", $"/nghiem-thu/{a.AcceptanceId}", codeOf(a.ProjectId))));
    }

    private static string Settled(Settlement settlement)
    {
        // As paid: what a year had settled beyond what the Cục left due was given too, and is among what came back.
        var sum = settlement.Amounts.Where(a => a.AllocationId is not null).Select(a => a.Paid).Sum();
        var back = settlement.Recoveries.Where(r => r.PaidBackOn is not null).Select(r => r.Amount).Sum();
        return $"Hỗ trợ đã quyết toán: {sum}{(back > Dong.Zero ? $", sau đó đã thu hồi {back}" : "")}";
    }

    private static Dong Drawn(Acceptance acceptance) => acceptance.Amounts.Where(a => Allotting.IsDrawn(a.Source)).Select(a => a.Amount).Sum();
}
