using KhuyenCong.Domain.Norms;

namespace KhuyenCong.Domain.Projects;

/// <summary>Lập, xác nhận, trả lại danh sách đơn vị thụ hưởng của đề án nhóm: the state table says who and when, here what the list must be.</summary>
public static class BeneficiaryListing
{
    public const int LongestNumber = 60;

    /// <param name="project">With all its rows.</param>
    /// <param name="rows">The list.</param>
    /// <param name="before">How many lists there were.</param>
    /// <param name="approved">The support that the plan approved; null where no plan did.</param>
    /// <param name="checks">The norms' answers for the list, beneficiary by beneficiary.</param>
    /// <param name="listId">Of the list.</param>
    /// <param name="stepId">Of the step.</param>
    /// <param name="note">What the step says.</param>
    /// <param name="mover">By whom.</param>
    /// <param name="clock">Of the step.</param>
    public static Ruling<BeneficiariesProposed> Propose(
        Project project, IReadOnlyList<ListedBeneficiary> rows, int before, Dong? approved, IReadOnlyList<EligibilityAnswer> checks, Guid listId, Guid stepId, string? note, ProjectMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(rows);
        var moved = ProjectMoves.Of(project, stepId, new(ProjectAction.ProposeBeneficiaries, note), mover, checks, clock);
        return moved.Event is not { } step ? new(null, moved.Breaches) : Decide.Unless<BeneficiariesProposed>([.. Faults(project, rows, approved)], () => new(listId, before + 1, rows, step));
    }

    /// <summary>The Sở decides on a proposed list; what was approved, known or suspected may have changed since it was proposed.</summary>
    public static Ruling<BeneficiariesConfirmed> Confirm(
        Project project, BeneficiaryList list, Dong? approved, IReadOnlyList<EligibilityAnswer> checks, bool doubleSupportBlocks, string? number, DateOnly? date, Guid stepId, string? note, ProjectMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        var moved = ProjectMoves.Of(project, stepId, new(ProjectAction.ConfirmBeneficiaries, note), mover, checks, clock, AppraisalStanding.None with { DoubleSupportBlocks = doubleSupportBlocks });
        if (moved.Event is not { } step)
        {
            return new(null, moved.Breaches);
        }

        var breaches = Open(list).Concat(Faults(project, list.Rows, approved)).ToList();
        if (mover.HasInterest(project.Preview(list.Rows)))
        {
            breaches.Add(new("appraisal.own-dossier"));
        }

        if (string.IsNullOrWhiteSpace(number) || number.Length > LongestNumber)
        {
            breaches.Add(new("beneficiaries.document-missing", "DocumentNumber"));
        }

        if (date is not { } day || day > clock.Today)
        {
            breaches.Add(new("beneficiaries.document-date", "DocumentDate"));
        }

        return Decide.Unless<BeneficiariesConfirmed>(breaches, () => new(list.Rows, number!.Trim(), date!.Value, step));
    }

    public static Ruling<BeneficiariesReturned> Return(Project project, BeneficiaryList list, string? reason, Guid stepId, ProjectMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(list);
        var moved = ProjectMoves.Of(project, stepId, new(ProjectAction.ReturnBeneficiaries, reason), mover, [], clock);
        return moved.Event is not { } step ? new(null, moved.Breaches) : Decide.Unless<BeneficiariesReturned>([.. Open(list)], () => new(step));
    }

    public static Dong Sum(IEnumerable<ListedBeneficiary> rows) => rows.Select(r => r.Support).SumKnown() ?? Dong.Zero;

    /// <summary>What no list may be: empty, without a place, without figures, or more than the plan approved.</summary>
    public static IEnumerable<Breach> Faults(Project project, IReadOnlyList<ListedBeneficiary> rows, Dong? approved)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0)
        {
            yield return new("beneficiaries.none");
        }

        if (rows.Count > ProjectWriting.MostRows || rows.Any(r => r.Machines.Count > ProjectWriting.MostRows))
        {
            yield return new("project.too-many-rows", null, ProjectWriting.MostRows);
        }

        if (rows.DistinctBy(r => (r.EstablishmentId, r.ProductionSiteId)).Count() < rows.Count)
        {
            yield return new("project.beneficiary-twice");
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.ProductionSiteId is null)
            {
                yield return new("beneficiaries.site-missing", $"Rows[{i}].ProductionSiteId", row.Name);
            }

            if (string.IsNullOrWhiteSpace(row.KindCode))
            {
                yield return new("beneficiaries.kind-missing", $"Rows[{i}].KindCode", row.Name);
            }

            if (!(row.Support > Dong.Zero))
            {
                yield return new("beneficiaries.support-missing", $"Rows[{i}].Support", row.Name);
            }
            else if (!(row.Cost >= row.Support))
            {
                yield return new("beneficiaries.cost-short", $"Rows[{i}].Cost", row.Name);
            }
        }

        foreach (var breach in ProjectWriting.MachineFaults([.. rows.SelectMany(r => r.Machines)], project.Year))
        {
            yield return breach with { Field = null };
        }

        if (approved is not { } most)
        {
            yield return new("beneficiaries.not-approved");
        }
        else if (Sum(rows) > most)
        {
            yield return new("beneficiaries.over-approved", null, Sum(rows), most);
        }
    }

    private static IEnumerable<Breach> Open(BeneficiaryList list) => list.State is BeneficiaryListState.Proposed ? [] : [new Breach("beneficiaries.decided")];
}
