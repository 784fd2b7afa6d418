namespace KhuyenCong.Domain.Plans;

/// <summary>Phương án thử: which projects a batch would take, source by source, and why each is in or out. Nothing is saved by it.</summary>
public sealed record WhatIf(IReadOnlyList<WhatIfRow> Rows, IReadOnlyList<WhatIfTotal> Totals)
{
    public bool IsWithinRoom => Totals.All(t => !t.IsExceeded);

    /// <param name="candidates">Every project that could be taken.</param>
    /// <param name="purses">What is left of each allocation; blank where none has been given.</param>
    /// <param name="chosen">The projects taken.</param>
    public static WhatIf Of(IEnumerable<WhatIfCandidate> candidates, IReadOnlyList<WhatIfPurse> purses, IReadOnlyCollection<Guid> chosen)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(purses);
        ArgumentNullException.ThrowIfNull(chosen);
        var ordered = Ordered(candidates);
        var totals = purses.Select(p => new WhatIfTotal(p, ordered.Where(c => chosen.Contains(c.ProjectId)).SelectMany(c => c.Asked).Where(a => a.Purse == p.Key).Select(a => a.Amount).Sum())).ToList();
        var room = purses.ToDictionary(p => p.Key, p => p.Available);
        var rows = new List<WhatIfRow>();
        var rank = 0;
        foreach (var candidate in ordered)
        {
            var isIn = chosen.Contains(candidate.ProjectId);
            int? place = candidate.Place.IsApart ? null : ++rank;
            rows.Add(isIn ? In(candidate, place, room) : Out(candidate, place, totals));
        }

        return new(rows, totals);
    }

    /// <summary>Takes projects in their order of priority while there is room. Those apart from the order are left to people.</summary>
    public static IReadOnlyList<Guid> Suggest(IEnumerable<WhatIfCandidate> candidates, IReadOnlyList<WhatIfPurse> purses)
    {
        var room = purses.ToDictionary(p => p.Key, p => p.Available ?? Dong.Zero);
        var taken = new List<Guid>();
        foreach (var candidate in Ordered(candidates).Where(c => !c.Place.IsApart && c.Asked.All(a => a.Amount <= room[a.Purse])))
        {
            if (candidate.Asked.All(a => a.Amount <= room[a.Purse]))
            {
                taken.Add(candidate.ProjectId);
                foreach (var asked in candidate.Asked)
                {
                    room[asked.Purse] -= asked.Amount;
                }
            }
        }

        return taken;
    }

    private static List<WhatIfCandidate> Ordered(IEnumerable<WhatIfCandidate> candidates) => [.. candidates.OrderBy(c => c.Place).ThenBy(c => c.Code ?? "", StringComparer.Ordinal).ThenBy(c => c.ProjectId)];

    private static WhatIfRow In(WhatIfCandidate candidate, int? rank, Dictionary<string, Dong?> room)
    {
        WhatIfRow? row = null;
        foreach (var asked in candidate.Asked)
        {
            var left = room[asked.Purse];
            row ??= left is null ? new(candidate.ProjectId, rank, true, WhatIfReason.InWithoutAllocation, asked.Purse, null)
                : asked.Amount > left ? new(candidate.ProjectId, rank, true, WhatIfReason.InBeyondRoom, asked.Purse, left)
                : null;
            room[asked.Purse] = left - asked.Amount;
        }

        return row ?? new(candidate.ProjectId, rank, true, candidate.Place.IsApart ? WhatIfReason.InApart : WhatIfReason.InWithinRoom, null, null);
    }

    private static WhatIfRow Out(WhatIfCandidate candidate, int? rank, List<WhatIfTotal> totals)
    {
        foreach (var asked in candidate.Asked)
        {
            var total = totals.Find(t => t.Purse.Key == asked.Purse)!;
            if (total.Left is null)
            {
                return new(candidate.ProjectId, rank, false, WhatIfReason.OutWithoutAllocation, asked.Purse, null);
            }

            if (asked.Amount > total.Left)
            {
                return new(candidate.ProjectId, rank, false, WhatIfReason.OutForWantOfRoom, asked.Purse, total.Left);
            }
        }

        return new(candidate.ProjectId, rank, false, candidate.Place.IsApart ? WhatIfReason.OutApart : WhatIfReason.OutThoughRoom, null, null);
    }
}

/// <summary>Một đề án có thể chọn: its place in the order, and what it asks of which allocation.</summary>
public sealed record WhatIfCandidate(Guid ProjectId, string? Code, PriorityPlace Place, IReadOnlyList<(string Purse, Dong Amount)> Asked);

/// <summary>Phần dự toán còn lại của một nguồn, năm; blank = chưa được giao.</summary>
public sealed record WhatIfPurse(string Key, string Source, string Name, Dong? Available);

/// <summary>Tổng của phương án trong một nguồn, năm.</summary>
public sealed record WhatIfTotal(WhatIfPurse Purse, Dong Chosen)
{
    public Dong? Left => Purse.Available - Chosen;

    public bool IsExceeded => Chosen > (Purse.Available ?? Dong.Zero);
}

/// <summary>Một đề án của phương án, trong hay ngoài và vì sao.</summary>
/// <param name="Rank">Its number in the order; null = apart from it.</param>
/// <param name="Purse">The source that decided, where one did.</param>
/// <param name="Room">What was left of it.</param>
public sealed record WhatIfRow(Guid ProjectId, int? Rank, bool IsIn, WhatIfReason Reason, string? Purse, Dong? Room);

/// <summary>Lý do trong, ngoài.</summary>
public enum WhatIfReason
{
    InWithinRoom,
    InApart,
    InBeyondRoom,
    InWithoutAllocation,
    OutForWantOfRoom,
    OutThoughRoom,
    OutApart,
    OutWithoutAllocation,
}
