using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Ledgers;

/// <summary>Khóa sổ do hai người: who proposes it does not approve it; a line waits in one proposal at a time.</summary>
public static class YearEndProposing
{
    /// <summary>Keeps a choice that could be carried out now.</summary>
    /// <param name="proposalId">Of the proposal.</param>
    /// <param name="closing">The lines of one holder and year, at least one.</param>
    /// <param name="waiting">Proposals of the holder that nobody decided yet.</param>
    /// <param name="choice">What goes on.</param>
    /// <param name="scan">The signed decision.</param>
    /// <param name="by">Who proposes.</param>
    /// <param name="at">When.</param>
    public static Ruling<YearEndProposed> Propose(Guid proposalId, IReadOnlyList<Allocation> closing, IReadOnlyList<YearEndProposal> waiting, YearEndChoice choice, YearEndScan? scan, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(closing);
        ArgumentNullException.ThrowIfNull(waiting);
        ArgumentNullException.ThrowIfNull(choice);
        var taken = waiting.Where(p => p.State is YearEndProposalState.Proposed).SelectMany(p => p.ProposedLines).Select(l => l.AllocationId).ToHashSet();
        if (closing.Any(l => taken.Contains(l.AllocationId)))
        {
            return new(null, [new("year.proposed-already")]);
        }

        var first = closing[0];
        List<YearEndProposedLine> lines =
        [
            .. closing.Select(l => new YearEndProposedLine(
                l.AllocationId,
                l.PostingCount,
                choice.CarriedAvailable.TryGetValue(l.AllocationId, out var carried) ? carried : Dong.Zero,
                [.. choice.Carried.Where(c => c.AllocationId == l.AllocationId).Select(c => c.SubjectId).Order()])),
        ];
        return new(new(proposalId, first.ProvinceCode, first.HolderId, first.CommuneCode, first.Year, lines, choice, scan, by, at), []);
    }

    /// <summary>Whether somebody may approve it; the closing itself is judged by <see cref="YearEndRules"/>.</summary>
    public static Ruling<YearEndDecided> Approve(YearEndProposal proposal, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var breaches = new List<Breach>();
        if (proposal.State is not YearEndProposalState.Proposed)
        {
            breaches.Add(new("year.proposal-decided"));
        }

        if (proposal.By == by)
        {
            breaches.Add(new("year.own-proposal"));
        }

        return Decide.Unless<YearEndDecided>(breaches, () => new(YearEndProposalState.Approved, by, at));
    }

    /// <summary>Takes it back: by whoever proposed it, or by whoever could have approved it.</summary>
    public static Ruling<YearEndDecided> Withdraw(YearEndProposal proposal, Guid by, bool mayApprove, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var breaches = new List<Breach>();
        if (proposal.State is not YearEndProposalState.Proposed)
        {
            breaches.Add(new("year.proposal-decided"));
        }

        if (proposal.By != by && !mayApprove)
        {
            breaches.Add(new("year.not-own-proposal"));
        }

        return Decide.Unless<YearEndDecided>(breaches, () => new(YearEndProposalState.Withdrawn, by, at));
    }
}
