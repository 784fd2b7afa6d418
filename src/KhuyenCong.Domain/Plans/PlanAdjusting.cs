using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Plans;

/// <summary>Loại điều chỉnh sau phê duyệt (Điều 11 Thông tư 36/2013/TT-BCT).</summary>
public enum AdjustmentKind
{
    /// <summary>Tăng tổng mức hỗ trợ.</summary>
    IncreaseSupport,

    /// <summary>Giảm tổng mức hỗ trợ.</summary>
    DecreaseSupport,

    /// <summary>Đổi nội dung hoạt động khuyến công.</summary>
    ChangeContent,

    /// <summary>Gia hạn sang năm sau.</summary>
    ExtendToNextYear,

    /// <summary>Đổi thời gian trong năm tài chính.</summary>
    ChangeTime,

    /// <summary>Đổi địa điểm.</summary>
    ChangePlace,

    /// <summary>Đổi đơn vị thụ hưởng.</summary>
    ChangeBeneficiary,

    /// <summary>Đổi đơn vị phối hợp.</summary>
    ChangePartner,

    /// <summary>Ngừng.</summary>
    Stop,

    /// <summary>Ngừng do sai phạm hoặc không đáp ứng.</summary>
    StopForViolation,
}

/// <summary>Thẩm quyền điều chỉnh: who decides which kind, as a table; local plans follow their own decider.</summary>
public static class AdjustmentTable
{
    private const string ByMinistry = "kcqg.adjust.ministry";
    private const string ByAgency = "kcqg.adjust.agency";

    public static bool Ends(this AdjustmentKind kind) => kind is AdjustmentKind.Stop or AdjustmentKind.StopForViolation;

    public static bool ChangesMoney(this AdjustmentKind kind) => kind is AdjustmentKind.IncreaseSupport or AdjustmentKind.DecreaseSupport || kind.Ends();

    /// <summary>Who decides, and by which rule of the library (null = the local plan's own decider).</summary>
    public static (IReadOnlyList<PlanDecider> Deciders, string? RuleCode) Of(AdjustmentKind kind, ProjectKind project) => project switch
    {
        ProjectKind.Provincial or ProjectKind.Commune => (PlanDeciders.Of(project.Regime()), null),
        // The Sở decides by itself for a group project: place, partner and beneficiaries (khoản 4 Điều 11).
        ProjectKind.NationalGroup when kind is AdjustmentKind.ChangePlace or AdjustmentKind.ChangePartner or AdjustmentKind.ChangeBeneficiary => ([PlanDecider.Department], ByAgency),
        _ => kind is AdjustmentKind.IncreaseSupport or AdjustmentKind.ChangeContent or AdjustmentKind.ExtendToNextYear or AdjustmentKind.Stop or AdjustmentKind.StopForViolation
            ? ([PlanDecider.Ministry], ByMinistry)
            : ([PlanDecider.Agency], ByAgency),
    };
}

/// <summary>Nội dung điều chỉnh, as decided.</summary>
/// <param name="Amounts">For kinds that change money: the amount that remains approved, by source.</param>
/// <param name="Request">The unit's request: số, ngày văn bản.</param>
/// <param name="Confirmation">For national projects: the Sở's confirmation or proposal.</param>
public sealed record AdjustmentText(
    AdjustmentKind Kind, IReadOnlyDictionary<string, Dong?> Amounts, string? TextBefore, string? TextAfter, string Reason, PlanDecider? Decider, string DocumentNumber, DateOnly? DocumentDate, string? DelegationDocument, string Request, string? Confirmation);

/// <summary>Đã điều chỉnh một đề án trong kế hoạch.</summary>
/// <param name="IsBeyondKnown">Whether an increase goes beyond a norm that only warns.</param>
public sealed record PlanAdjusted(Guid PlanItemId, AdjustmentText Text, IReadOnlyDictionary<string, Dong> Amounts, AllocationsDrawn Allocations, IReadOnlyList<PlanChange> Changes, bool IsBeyondKnown, DateTime At);

/// <summary>Điều chỉnh, ngừng sau phê duyệt: by the right decider, never beyond the allocation, each a version.</summary>
public static class PlanAdjusting
{
    /// <param name="batch">With its items.</param>
    /// <param name="item">The one that is adjusted.</param>
    /// <param name="project">Its project, with its steps.</param>
    /// <param name="caps">What the project asked for and what norms leave of it.</param>
    /// <param name="findings">Who judged the project; null where no appraisal is on record.</param>
    /// <param name="allocations">Of the plan's year, read under the lock.</param>
    /// <param name="text">As decided.</param>
    /// <param name="mover">Who records it.</param>
    /// <param name="clock">Of the record.</param>
    public static Ruling<PlanAdjusted> Adjust(
        ApprovalBatch batch, PlanItem item, Project project, SupportCaps caps, ProjectFindings? findings, IReadOnlyCollection<Allocation> allocations, AdjustmentText text, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(caps);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (!batch.State.IsDecided() || item.State is not PlanItemState.Approved)
        {
            return new(null, [new("plan.wrong-state")]);
        }

        if (!mover.May(Act.ApprovePlan, batch.Regime, batch.TerritoryCode))
        {
            return new(null, [new("plan.not-allowed")]);
        }

        var wanted = text.Kind.ChangesMoney() ? item.Amounts.Where(a => text.Amounts.ContainsKey(a.Source)).ToDictionary(a => a.Source, a => text.Amounts[a.Source] ?? Dong.Zero) : [];
        var breaches = Faults(batch, item, text, wanted, clock.Today).Concat(BatchMoves.Approver(batch, mover)).Concat(PlanApproval.Involved(batch, item, project, findings, mover)).ToList();
        var after = After(item, wanted);
        var (increases, beyond) = Increase(item, after, caps);
        breaches.AddRange(beyond);
        var draw = Allotting.Draw(allocations, item.Amounts.Where(a => a.AllocationId is not null && wanted.ContainsKey(a.Source)).Select(a => new AllocationDrawn(a.AllocationId!.Value, wanted[a.Source] - (a.Approved ?? Dong.Zero))));
        breaches.AddRange(draw.Breaches);
        return Decide.Unless<PlanAdjusted>(breaches, () => new(item.PlanItemId, text, wanted, draw.Event!, [.. Changes(item, text, wanted)], increases && caps.ExceedsKnown(after), clock.UtcNow));
    }

    /// <summary>What would stand approved of every source that is drawn on an allocation.</summary>
    private static ProposedSupport After(PlanItem item, Dictionary<string, Dong> wanted)
    {
        Dong? Of(FundingSource source) => wanted.TryGetValue(source.Code, out var to) ? to : item.Approved[source];
        return new(Of(FundingSource.National), Of(FundingSource.Provincial), Of(FundingSource.Commune));
    }

    /// <summary>An increase stays within what the project asked for and within the norms that bind; what was approved before a norm bound is not taken back here.</summary>
    private static (bool Increases, IReadOnlyList<Breach> Beyond) Increase(PlanItem item, ProposedSupport after, SupportCaps caps)
    {
        var increased = new (FundingSource Source, Dong? To, Dong? Cap)[] { (FundingSource.National, after.National, caps.Binding.National), (FundingSource.Provincial, after.Provincial, caps.Binding.Provincial), (FundingSource.Commune, after.Commune, caps.Binding.Commune) }
            .Where(s => s.To > (item.Approved[s.Source] ?? Dong.Zero)).Select(s => (s.Source, To: s.To!.Value, Asked: item.Proposed[s.Source] ?? Dong.Zero, Cap: s.Cap ?? Dong.Zero)).ToList();
        List<Breach> beyond =
        [
            .. increased.Where(s => s.To > s.Asked).Select(s => new Breach("plan.adjust-above-asked", nameof(AdjustmentText.Amounts), s.Source.Name, s.To, s.Asked)),
            .. increased.Where(s => s.To <= s.Asked && s.To > s.Cap).Select(s => new Breach("plan.adjust-above-cap", nameof(AdjustmentText.Amounts), s.Source.Name, s.To, s.Cap)),
        ];
        if (beyond.Count == 0 && after.Total is { } total && total > item.Approved.Support && total > caps.BindingTotal)
        {
            beyond.Add(new("plan.adjust-above-cap-together", nameof(AdjustmentText.Amounts), total, caps.BindingTotal));
        }

        return (increased.Count > 0, beyond);
    }

    private static IEnumerable<Breach> Faults(ApprovalBatch batch, PlanItem item, AdjustmentText text, Dictionary<string, Dong> wanted, DateOnly today)
    {
        var before = item.Amounts.Where(a => Allotting.IsDrawn(a.Source)).Select(a => a.Approved).SumKnown() ?? Dong.Zero;
        var after = item.Amounts.Where(a => Allotting.IsDrawn(a.Source)).Select(a => (Dong?)(wanted.TryGetValue(a.Source, out var to) ? to : a.Approved ?? Dong.Zero)).SumKnown() ?? Dong.Zero;
        (bool Holds, Breach Otherwise)[] rules =
        [
            (wanted.Values.All(a => a >= Dong.Zero), new("amount.negative", nameof(text.Amounts))),
            // An approved source without an allocation cannot start to draw on one by an adjustment.
            (item.Amounts.All(a => !Allotting.IsDrawn(a.Source) || a.AllocationId is not null || wanted.GetValueOrDefault(a.Source) == Dong.Zero), new("plan.adjust-new-source", nameof(text.Amounts))),
            (text.Kind is not AdjustmentKind.IncreaseSupport || after > before, new("plan.adjust-no-increase", nameof(text.Amounts), before, after)),
            (text.Kind is not AdjustmentKind.DecreaseSupport || after < before, new("plan.adjust-no-decrease", nameof(text.Amounts), before, after)),
            (!text.Kind.Ends() || after <= before, new("plan.adjust-no-decrease", nameof(text.Amounts), before, after)),
            (text.Kind.ChangesMoney() || !string.IsNullOrWhiteSpace(text.TextAfter), new("plan.adjust-what", nameof(text.TextAfter))),
            (!string.IsNullOrWhiteSpace(text.Reason), new("project.reason-missing", nameof(text.Reason))),
            (text.Decider is { } decider && AdjustmentTable.Of(text.Kind, item.Kind).Deciders.Contains(decider), new("plan.decider-wrong", nameof(text.Decider))),
            (text.Decider is not PlanDecider.Department || item.Kind is ProjectKind.NationalGroup || !string.IsNullOrWhiteSpace(text.DelegationDocument), new("plan.delegation-missing", nameof(text.DelegationDocument))),
            (!string.IsNullOrWhiteSpace(text.DocumentNumber), new("plan.document-missing", nameof(text.DocumentNumber))),
            (text.DocumentDate is not null, new("plan.document-date-missing", nameof(text.DocumentDate))),
            (text.DocumentDate is not { } date || date <= today, new("allocation.document-in-future", nameof(text.DocumentDate))),
            (!string.IsNullOrWhiteSpace(text.Request) || text.Kind is AdjustmentKind.StopForViolation, new("plan.request-missing", nameof(text.Request))),
            (item.Kind.Regime() is not Law.Regime.National || text.Decider is PlanDecider.Department || !string.IsNullOrWhiteSpace(text.Confirmation), new("plan.confirmation-missing", nameof(text.Confirmation))),
        ];
        return rules.Where(r => !r.Holds).Select(r => r.Otherwise);
    }

    private static IEnumerable<PlanChange> Changes(PlanItem item, AdjustmentText text, Dictionary<string, Dong> wanted)
    {
        foreach (var amount in item.Amounts.Where(a => wanted.TryGetValue(a.Source, out var to) && to != a.Approved))
        {
            yield return new(item.ProjectId, item.Code, item.Title, text.Kind.ToString(), amount.Source, amount.Approved, wanted[amount.Source]);
        }

        if (!text.Kind.ChangesMoney() || text.Kind.Ends())
        {
            yield return new(item.ProjectId, item.Code, item.Title, text.Kind.ToString(), TextBefore: text.TextBefore?.Trim(), TextAfter: text.TextAfter?.Trim());
        }
    }
}
