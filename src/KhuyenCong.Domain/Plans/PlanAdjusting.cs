using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Plans;

/// <summary>Điều chỉnh, ngừng sau phê duyệt: by the right decider, never beyond the allocation, each a version.</summary>
public static class PlanAdjusting
{
    /// <param name="batch">With its items.</param>
    /// <param name="item">The one that is adjusted.</param>
    /// <param name="project">Its project, with its steps.</param>
    /// <param name="caps">What the project asked for and what norms leave of it.</param>
    /// <param name="findings">Who judged the project; null where no appraisal is on record.</param>
    /// <param name="allocations">Of the years concerned, read under the lock.</param>
    /// <param name="text">As decided.</param>
    /// <param name="mover">Who records it.</param>
    /// <param name="clock">Of the record.</param>
    /// <param name="checks">What the other rules answer for the dossier as it would be.</param>
    /// <remarks>For kinds that change what is helped, <paramref name="caps"/> are those of the dossier as it would be.</remarks>
    public static Ruling<PlanAdjusted> Adjust(
        ApprovalBatch batch, PlanItem item, Project project, SupportCaps caps, ProjectFindings? findings, IReadOnlyCollection<Allocation> allocations, AdjustmentText text, PlanMover mover, TimeProvider clock, AdjustmentChecks? checks = null)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(caps);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        // Of a project paid by years each share is ended by itself: the last to be decided stops the project, the others follow.
        if (!batch.State.IsDecided() || item.State is not PlanItemState.Approved || (text.Kind.Ends() && project.State is not ProjectState.Stopped && ProjectStates.Find(project, ProjectAction.StopInPlan) is null))
        {
            return new(null, [new("plan.wrong-state")]);
        }

        if (!mover.May(Act.ApprovePlan, batch.Regime, batch.TerritoryCode))
        {
            return new(null, [new("plan.not-allowed")]);
        }

        var wanted = text.Kind.ChangesMoney() ? item.Amounts.Where(a => Allotting.IsDrawn(a.Source) && text.Amounts.ContainsKey(a.Source)).ToDictionary(a => a.Source, a => text.Amounts[a.Source] ?? Dong.Zero) : [];
        var breaches = Faults(batch, item, text, wanted, clock.Today).Concat(BatchMoves.Approver(batch, mover)).Concat(PlanApproval.Involved(batch, item, project, findings, mover)).ToList();
        var effect = AdjustmentEffects.Of(item, project, text, allocations, checks ?? AdjustmentChecks.None, clock.Today);
        breaches.AddRange(effect.Breaches);
        var after = After(item, wanted);
        var balance = CoverBalance.Of(item, project, text, wanted);
        breaches.AddRange(balance.Breaches);
        breaches.AddRange(Listed(text, after, checks));
        breaches.AddRange(Bound(item, text.Kind, wanted, checks));
        if (text.Kind.Ends() && checks?.LaterShareStands == true)
        {
            breaches.Add(new("plan.later-share-stands", null, item.Code ?? item.Title));
        }

        var (increases, beyond) = Increase(item, after, caps, findings);
        breaches.AddRange(beyond);
        breaches.AddRange(text.Kind.ChangesWhatIsHelped() ? Above(item, caps) : []);
        var draw = Allotting.Draw(allocations, [.. item.Amounts.Where(a => a.AllocationId is not null && wanted.ContainsKey(a.Source)).Select(a => new AllocationDrawn(a.AllocationId!.Value, wanted[a.Source] - (a.Approved ?? Dong.Zero), item.ProjectId)), .. effect.Draws]);
        breaches.AddRange(draw.Breaches);
        return Decide.Unless<PlanAdjusted>(
            breaches,
            () => new(item.PlanItemId, text, balance.Amounts, draw.Event!, [.. Changes(item, text, balance.Amounts), .. balance.Changes, .. effect.Changes], (increases || text.Kind.ChangesWhatIsHelped()) && caps.ExceedsKnown(after), clock.UtcNow)
            {
                Project = effect.After,
                NewRows = item.RowsFor(text.Cover, clock),
                Cuts = balance.Cuts,
                MovedTo = effect.MovedTo,
                Staying = effect.Staying,
                MoneyYear = effect.MoneyYear,
            });
    }

    /// <summary>What a confirmed list promised to its beneficiaries is not taken from them by another decision: a new list comes first.</summary>
    private static IEnumerable<Breach> Listed(AdjustmentText text, ProposedSupport after, AdjustmentChecks? checks) =>
        text.Kind.ChangesMoney() && !text.Kind.Ends() && checks?.Listed is { } listed && listed > (after.Total ?? Dong.Zero)
            ? [new("plan.adjust-below-list", nameof(AdjustmentText.Amounts), listed, after.Total ?? Dong.Zero)]
            : [];

    /// <summary>What a contract has bound or paid is not given back by a decision: it stays until the contract is cancelled or settled. What none has bound does not outlive a stop: the ledger releases it, and the plan says the same.</summary>
    private static IEnumerable<Breach> Bound(PlanItem item, AdjustmentKind kind, Dictionary<string, Dong> wanted, AdjustmentChecks? checks)
    {
        if (checks?.Free is not { } free)
        {
            yield break;
        }

        foreach (var amount in item.Amounts.Where(a => a.AllocationId is not null && (kind.Ends() || wanted.ContainsKey(a.Source))))
        {
            var (approved, loose) = (amount.Approved ?? Dong.Zero, free.GetValueOrDefault(amount.Source) ?? Dong.Zero);
            var to = wanted.TryGetValue(amount.Source, out var typed) ? typed : approved;
            if (kind.Ends() && to > approved - loose && to <= approved)
            {
                yield return new("plan.stop-keeps-unbound", nameof(AdjustmentText.Amounts), FundingSource.Find(amount.Source)!.Name, to, approved - loose, loose);
            }

            if (to >= amount.KeptSum + amount.Returned && to < approved - loose)
            {
                yield return new("plan.adjust-below-bound", nameof(AdjustmentText.Amounts), FundingSource.Find(amount.Source)!.Name, to, approved - loose, loose);
            }
        }
    }

    /// <summary>The norms of the dossier as it would be leave room for what is approved.</summary>
    private static List<Breach> Above(PlanItem item, SupportCaps caps)
    {
        var approved = item.Held;
        List<Breach> above =
        [
            .. new (FundingSource Source, Dong? Cap)[] { (FundingSource.National, caps.Binding.National), (FundingSource.Provincial, caps.Binding.Provincial), (FundingSource.Commune, caps.Binding.Commune) }
                .Where(s => approved[s.Source] > (s.Cap ?? Dong.Zero)).Select(s => new Breach("plan.adjust-above-cap", null, s.Source.Name, approved[s.Source]!.Value, s.Cap ?? Dong.Zero)),
        ];
        return above.Count > 0 || approved.Support <= caps.BindingTotal ? above : [new("plan.adjust-above-cap-together", null, approved.Support, caps.BindingTotal)];
    }

    /// <summary>What would stand approved of every source that is drawn on an allocation.</summary>
    private static ProposedSupport After(PlanItem item, Dictionary<string, Dong> wanted)
    {
        Dong? Of(FundingSource source) => wanted.TryGetValue(source.Code, out var to) ? to : item.Approved[source];
        return new(Of(FundingSource.National), Of(FundingSource.Provincial), Of(FundingSource.Commune));
    }

    /// <summary>An increase stays within what the project asked for, what its appraisal concluded and the norms that bind; what was approved before a norm bound is not taken back here.</summary>
    private static (bool Increases, IReadOnlyList<Breach> Beyond) Increase(PlanItem item, ProposedSupport after, SupportCaps caps, ProjectFindings? findings)
    {
        var increased = new (FundingSource Source, Dong? To, Dong? Cap)[] { (FundingSource.National, after.National, caps.Binding.National), (FundingSource.Provincial, after.Provincial, caps.Binding.Provincial), (FundingSource.Commune, after.Commune, caps.Binding.Commune) }
            .Where(s => s.To > (item.Approved[s.Source] ?? Dong.Zero)).Select(s => (s.Source, To: s.To!.Value, Asked: item.Proposed[s.Source] ?? Dong.Zero, Concluded: findings?.Supported is { } supported ? supported[s.Source] ?? Dong.Zero : (Dong?)null, Cap: s.Cap ?? Dong.Zero)).ToList();
        List<Breach> beyond =
        [
            .. increased.Where(s => s.To > s.Asked).Select(s => new Breach("plan.adjust-above-asked", nameof(AdjustmentText.Amounts), s.Source.Name, s.To, s.Asked)),
            .. increased.Where(s => s.To <= s.Asked && s.To > s.Concluded).Select(s => new Breach("plan.adjust-above-concluded", nameof(AdjustmentText.Amounts), s.Source.Name, s.To, s.Concluded!.Value)),
            .. increased.Where(s => s.To <= s.Asked && !(s.To > s.Concluded) && s.To > s.Cap).Select(s => new Breach("plan.adjust-above-cap", nameof(AdjustmentText.Amounts), s.Source.Name, s.To, s.Cap)),
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
            (item.Amounts.All(a => !wanted.TryGetValue(a.Source, out var to) || to >= a.KeptSum + a.Returned), new("plan.adjust-below-kept", nameof(text.Amounts), item.Amounts.Select(a => a.KeptSum + a.Returned).Sum())),
            // An approved source without an allocation cannot start to draw on one by an adjustment.
            (item.Amounts.All(a => !Allotting.IsDrawn(a.Source) || a.AllocationId is not null || wanted.GetValueOrDefault(a.Source) == Dong.Zero), new("plan.adjust-new-source", nameof(text.Amounts))),
            // Another level's decision lowers what a commune pays, and never raises it.
            (batch.Regime is Law.Regime.Commune || !(wanted.GetValueOrDefault(FundingSource.Commune.Code) > (item.Approved.Commune ?? Dong.Zero)), new("plan.adjust-commune-money", nameof(text.Amounts))),
            (text.Kind is not AdjustmentKind.IncreaseSupport || after > before, new("plan.adjust-no-increase", nameof(text.Amounts), before, after)),
            (text.Kind is not AdjustmentKind.DecreaseSupport || after < before, new("plan.adjust-no-decrease", nameof(text.Amounts), before, after)),
            (!text.Kind.Ends() || after <= before, new("plan.adjust-no-decrease", nameof(text.Amounts), before, after)),
            (!string.IsNullOrWhiteSpace(text.Reason), new("project.reason-missing", nameof(text.Reason))),
            (text.Decider is { } decider && AdjustmentTable.Of(text.Kind, item.Kind).Deciders.Contains(decider), new("plan.decider-wrong", nameof(text.Decider))),
            (text.Decider is not PlanDecider.Department || item.Kind is ProjectKind.NationalGroup || !string.IsNullOrWhiteSpace(text.DelegationDocument), new("plan.delegation-missing", nameof(text.DelegationDocument))),
            (!string.IsNullOrWhiteSpace(text.DocumentNumber), new("plan.document-missing", nameof(text.DocumentNumber))),
            (text.DocumentDate is not null, new("plan.document-date-missing", nameof(text.DocumentDate))),
            (text.DocumentDate is not { } date || date <= today, new("allocation.document-in-future", nameof(text.DocumentDate))),
            (!string.IsNullOrWhiteSpace(text.Request) || text.Kind is AdjustmentKind.StopForViolation, new("plan.request-missing", nameof(text.Request))),
            (item.Kind.Regime() is not Law.Regime.National || text.Decider is PlanDecider.Department || !string.IsNullOrWhiteSpace(text.Confirmation), new("plan.confirmation-missing", nameof(text.Confirmation))),
        ];
        return rules.Unmet();
    }

    private static IEnumerable<PlanChange> Changes(PlanItem item, AdjustmentText text, IReadOnlyDictionary<string, Dong> wanted)
    {
        foreach (var source in FundingSource.All.Where(s => wanted.TryGetValue(s.Code, out var to) && to != item.Approved[s]))
        {
            yield return new(item.ProjectId, item.Code, item.Title, text.Kind.ToString(), source.Code, item.Approved[source], wanted[source.Code]);
        }

        if (text.Kind.Ends())
        {
            yield return new(item.ProjectId, item.Code, item.Title, text.Kind.ToString(), TextBefore: text.TextBefore?.Trim(), TextAfter: text.TextAfter?.Trim());
        }
    }
}
