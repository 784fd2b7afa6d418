namespace KhuyenCong.Domain.Plans;

/// <summary>Mức đề nghị, thẩm định, phê duyệt của một nguồn: kept side by side, blank is not zero.</summary>
public sealed class PlanItemAmount : IProvincial, IAudited
{
    private PlanItemAmount()
    {
    }

    internal PlanItemAmount(PlanItem item, Guid id, string source) =>
        (PlanItemAmountId, ProvinceCode, PlanItemId, AnnualPlanId, Source) = (id, item.ProvinceCode, item.PlanItemId, item.AnnualPlanId, source);

    public Guid PlanItemAmountId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid PlanItemId { get; private set; }

    public Guid AnnualPlanId { get; private set; }

    public string Source { get; private set; } = "";

    public Dong Proposed { get; private set; }

    public Dong? Appraised { get; private set; }

    /// <summary>As decided, adjustments included: what a settlement or a cancelled contract gives back to its source does not change it.</summary>
    public Dong? Approved { get; private set; }

    /// <summary>Đã trả về nguồn: what of the approved amount is drawn no longer.</summary>
    public Dong Returned { get; private set; }

    /// <summary>In force now: what counts against the allocation.</summary>
    public Dong? InForce => Approved - Returned;

    /// <summary>Null for sources that are not drawn on an allocation.</summary>
    public Guid? AllocationId { get; private set; }

    /// <summary>What stays on allotments of earlier years since the rest went on into a later one; null where all of it is on <see cref="AllocationId"/>.</summary>
    public IReadOnlyList<KeptPart>? Kept { get; private set; }

    public Dong KeptSum => (Kept ?? []).Select(k => k.Amount).Sum();

    /// <summary>What of it is on <see cref="AllocationId"/>.</summary>
    public Dong Drawn => AllocationId is null || InForce is not { } held ? Dong.Zero : held - KeptSum;

    /// <summary>Every allotment that pays a part of it, with that part.</summary>
    public IEnumerable<(Guid AllocationId, Dong Amount)> OnLines =>
        AllocationId is { } line && Approved is not null ? (Kept ?? []).Select(k => (k.AllocationId, k.Amount)).Append((line, Drawn)) : [];

    /// <summary>The part that one allotment pays.</summary>
    public Dong DrawnOn(Guid allocationId) => OnLines.Where(l => l.AllocationId == allocationId).Select(l => l.Amount).Sum();

    /// <summary>What of it no contract has bound on one line. Shares of two years may lie on one line: what is reserved there for the other is not this one's.</summary>
    /// <param name="allocationId">The line.</param>
    /// <param name="reserved">Of the whole project there.</param>
    /// <param name="bound">What contracts of this row bound there, wherever it is by now.</param>
    public Dong FreeOn(Guid allocationId, Dong reserved, Dong bound) => DrawnOn(allocationId) is var drawn && bound < drawn ? reserved.AtMost(drawn - bound) : Dong.Zero;

    public AuditSubject AuditSubject => new(nameof(AnnualPlan), AnnualPlanId);

    internal void Propose(Dong amount) => Proposed = amount;

    internal void Appraise(Dong? amount) => Appraised = amount;

    internal void Approve(Dong? amount, Guid? allocationId) => (Approved, AllocationId) = (amount, allocationId);

    internal void Set(Dong? amount) => (Approved, Returned, Kept) = (amount, amount is null ? Dong.Zero : Returned, amount is null ? null : Kept);

    /// <summary>What is on the present line goes on to another, but for what stays.</summary>
    internal void Move(Guid allocationId, KeptPart? stays) => (AllocationId, Kept) = (allocationId, stays is null ? Kept : [.. Kept ?? [], stays]);

    /// <summary>Where its parts are once a year's end took money of one line to the line of the next year; null where nothing of it went. A part that had stayed behind joins the rest again where it comes to the same line.</summary>
    /// <param name="from">The line that was closed.</param>
    /// <param name="to">The line that takes over.</param>
    /// <param name="toYear">Of that line.</param>
    /// <param name="going">The most that goes.</param>
    public (Guid AllocationId, IReadOnlyList<KeptPart>? Kept, Dong Moved)? Followed(Guid from, Guid to, int toYear, Dong going)
    {
        if (AllocationId is not { } line || Approved is null)
        {
            return null;
        }

        var moved = going.AtMost(OnLines.Where(l => l.AllocationId == from).Select(l => l.Amount).Sum());
        if (moved <= Dong.Zero)
        {
            return null;
        }

        var parts = OnLines.GroupBy(l => l.AllocationId).ToDictionary(g => g.Key, g => g.Select(l => l.Amount).Sum());
        parts[from] -= moved;
        parts[to] = parts.GetValueOrDefault(to) + moved;
        var years = (Kept ?? []).GroupBy(k => k.AllocationId).ToDictionary(g => g.Key, g => g.First().Year);
        (years[from], years[to]) = (toYear - 1, toYear);
        var now = line == from ? to : line;
        List<KeptPart> kept = [.. parts.Where(p => p.Key != now && p.Value > Dong.Zero).Select(p => new KeptPart(years[p.Key], p.Key, p.Value)).OrderBy(k => k.Year)];
        return (now, kept.Count > 0 ? kept : null, moved);
    }

    internal void GiveBack(Guid allocationId, Dong sum)
    {
        if (sum > OnLines.Where(l => l.AllocationId == allocationId).Select(l => l.Amount).Sum())
        {
            throw new InvalidOperationException("More is given back than was approved: a caller's mistake.");
        }

        Kept = Kept?.Select(k => k.AllocationId == allocationId ? k with { Amount = k.Amount - sum } : k).Where(k => k.Amount > Dong.Zero).ToList();
        Returned += sum;
    }

    /// <summary>What went back to a line is drawn on it again.</summary>
    /// <param name="year">Of the line.</param>
    internal void TakeAgain(Guid allocationId, int year, Dong sum)
    {
        if (sum > Returned)
        {
            throw new InvalidOperationException("More is taken again than was given back: a caller's mistake.");
        }

        if (allocationId != AllocationId)
        {
            var before = (Kept ?? []).Where(k => k.AllocationId == allocationId).Select(k => k.Amount).Sum();
            Kept = [.. (Kept ?? []).Where(k => k.AllocationId != allocationId).Append(new(year, allocationId, before + sum)).OrderBy(k => k.Year)];
        }

        Returned -= sum;
    }
}

/// <summary>Phần kinh phí ở lại năm trước: what of an approved amount an earlier year's allotment still pays.</summary>
public sealed record KeptPart(int Year, Guid AllocationId, Dong Amount);
