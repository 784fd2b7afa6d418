namespace KhuyenCong.Domain.Norms;

/// <summary>Phép tính mức hỗ trợ: min(share × eligible cost, ceiling × units), step by step, never rounded up, over all parts of one project.</summary>
/// <remarks>
/// What is asked for is granted first, then what is left, both in the order of the lines: a line that asks for less leaves the rest to the others.
/// </remarks>
internal sealed class SupportSums
{
    private readonly Dictionary<(Guid Norm, string Unit, string Line), Pool> pools = [];
    private readonly List<Row> rows = [];
    private readonly LineAnswer[][] answers;

    public SupportSums(IReadOnlyList<DossierFacts> parts, NormBook book)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            foreach (var line in parts[i].Lines)
            {
                var (norm, differ) = book.Shared(parts[i], line.KindCode);
                var cap = norm is null ? null : book.NationalCap(parts[i], norm);
                rows.Add(new(i, line, norm, cap, Join(norm, i, line, parts[i].HasPriority), Join(cap, i, line, parts[i].HasPriority)) { NormsDiffer = differ });
            }
        }

        Bind();
        foreach (var row in rows)
        {
            row.Granted = Grant(row);
            row.Use(row.Granted);
        }

        answers = [.. parts.Select((_, i) => rows.Where(r => r.Part == i).Select(Answer).ToArray())];
    }

    public LineAnswer[] LinesOf(int part) => answers[part];

    /// <summary>The ceilings to be told in a part: those of which it has the first line.</summary>
    public IEnumerable<Pool> PoolsOf(int part) => pools.Values.Where(p => p.Part == part);

    /// <summary>Establishments that ask, by sites under different norms of one kind, for more than the greatest ceiling of one: each site has its own, but whether they add up no norm says.</summary>
    public IEnumerable<(Norm Norm, string Line, Dong Requested, Dong Greatest)> AcrossNorms(int part) => rows
        .Where(r => r is { Cap: null, Line.UnitKey: not null, Own.Ceiling: not null } && r.Norm!.Unit.CountsEstablishments())
        .GroupBy(r => (r.Line.UnitKey, r.Norm!.KindCode))
        .Where(g => g.First().Part == part && g.Select(r => r.Norm!.Id).Distinct().Skip(1).Any())
        .Select(g => (g.First().Norm!, g.First().Line.Key, Requested: g.Select(r => r.Line.Requested ?? Dong.Zero).Sum(), Greatest: g.Max(r => r.Own!.Ceiling!.Value)))
        .Where(a => a.Requested > a.Greatest);

    /// <summary>One ceiling and the lines that share it.</summary>
    public sealed class Pool(Norm norm, int part, string line)
    {
        public Norm Norm { get; } = norm;

        public int Part { get; } = part;

        /// <summary>The first line, beside which the shared ceiling is told.</summary>
        public string Line { get; } = line;

        public int Units { get; set; }

        public UnitSource Source { get; set; }

        public Dong Requested { get; set; }

        /// <summary>Null while the number of units is not known: nothing is computed with it.</summary>
        public Dong? Ceiling { get; set; }

        public Dong Left { get; set; }

        /// <summary>The greater ceiling that this one is a part of: all models of an establishment, all establishments of a project.</summary>
        public Pool? Within { get; set; }

        public bool IsForAll { get; init; }

        public bool HasPriority { get; init; }

        /// <summary>Whether more is asked for than it gives and no smaller ceiling already tells it.</summary>
        public bool IsOver => Exceeds && !PartIsOver;

        public bool Exceeds => Requested > Ceiling;

        public bool PartIsOver { get; set; }
    }

    private sealed record Row(int Part, EstimateLine Line, Norm? Norm, Norm? Cap, Pool? Own, Pool? CapOwn)
    {
        public Dong Granted { get; set; }

        public bool NormsDiffer { get; init; }

        public bool IsComputable => Norm is { IsComputable: true } && Cap is null or { IsComputable: true };

        public IEnumerable<Pool> Pools => new[] { Own, Own?.Within, CapOwn, CapOwn?.Within }.OfType<Pool>().Where(p => p.Ceiling is not null);

        public void Use(Dong used)
        {
            foreach (var pool in Pools)
            {
                pool.Left -= used;
            }
        }
    }

    /// <summary>Which ceiling a line comes under: the project's, its establishment's, or that of the models, booths or brands it counts.</summary>
    private Pool? Join(Norm? norm, int part, EstimateLine line, bool hasPriority)
    {
        if (norm is not { IsComputable: true, Ceiling: not null })
        {
            return null;
        }

        var own = Of(norm.Unit is NormUnit.Project ? "" : line.UnitKey ?? "", "");
        if (norm.Unit is NormUnit.Project)
        {
            own.Units = 1;
        }
        else if (norm.Unit.CountsEstablishments() || line.Counted is null)
        {
            own.Units = Math.Max(own.Units, line.Units);
            own.Source = own.Source is UnitSource.Listed ? line.UnitSource : own.Source;
        }
        else if (line.Counted is { Number: > 0 } counted && counted.Unit == norm.Unit)
        {
            own.Requested += line.Requested ?? Dong.Zero;
            own.Units += counted.Number;
            var all = own;
            own = Of(line.UnitKey ?? "", line.Key);
            (own.Units, own.Within) = (counted.Number, all);
        }

        own.Requested += line.Requested ?? Dong.Zero;
        return own;

        Pool Of(string unit, string of) => pools.TryGetValue((norm.Id, unit, of), out var pool)
            ? pool
            : pools[(norm.Id, unit, of)] = new(norm, part, line.Key) { IsForAll = unit.Length == 0, HasPriority = hasPriority };
    }

    /// <summary>Lines for all establishments together and lines of one of them draw on the same ceilings: ten establishments have ten, not twenty.</summary>
    private void Bind()
    {
        foreach (var of in pools.Values.Where(p => p.Norm.Unit.CountsEstablishments()).GroupBy(p => p.Norm.Id).Where(g => g.Any(p => p.IsForAll) && g.Any(p => !p.IsForAll) && g.All(p => p.Source is not UnitSource.Unknown)).ToList())
        {
            var shared = of.Single(p => p.IsForAll);
            var all = pools[(of.Key, "", "*")] = new(shared.Norm, shared.Part, shared.Line)
            {
                HasPriority = shared.HasPriority,
                Units = Math.Max(shared.Units, of.Where(p => !p.IsForAll).Sum(p => p.Units)),
                Requested = of.Select(p => p.Requested).Sum(),
            };
            foreach (var pool in of)
            {
                pool.Within = all;
            }
        }

        foreach (var pool in pools.Values.Where(p => p.Source is not UnitSource.Unknown))
        {
            // Lines that name no unit of their own are for one.
            pool.Units = Math.Max(1, pool.Units);
            pool.Left = pool.Norm.CeilingFor(pool.Units, pool.HasPriority)!.Value;
            pool.Ceiling = pool.Left;
        }

        foreach (var pool in pools.Values.Where(p => p.Exceeds && p.Within is not null))
        {
            pool.Within!.PartIsOver = true;
        }
    }

    private static Dong Grant(Row row)
    {
        if (!row.IsComputable || row.Line.Requested is not { } asked)
        {
            return Dong.Zero;
        }

        var granted = asked.AtMost(Part(row.Norm!, row.Line)).AtMost(row.Line.Approved ?? asked);
        granted = row.Cap is { } cap ? granted.AtMost(Part(cap, row.Line)) : granted;
        return row.Pools.Aggregate(granted, (least, pool) => least.AtMost(pool.Left));
    }

    private static LineAnswer Answer(Row row)
    {
        var (line, norm, cap) = (row.Line, row.Norm, row.Cap);
        if (!row.IsComputable)
        {
            return new(line, norm, cap, null, []) { NormsDiffer = row.NormsDiffer };
        }

        var steps = new List<SupportStep>(5);
        var highest = Limit(norm!, row.Own, row, line.EligibleCost, steps);
        if (cap is not null)
        {
            highest = Limit(cap, row.CapOwn, row, highest, steps);
        }

        if (line.Approved is { } approved)
        {
            steps.Add(new(StepKind.Approved, approved));
            highest = highest.AtMost(approved);
        }

        row.Use(highest - row.Granted);
        steps.Add(new(StepKind.Result, highest));
        return new(line, norm, cap, highest, steps) { NormsDiffer = row.NormsDiffer };
    }

    private static Dong Limit(Norm norm, Pool? own, Row row, Dong soFar, List<SupportStep> steps)
    {
        var part = Part(norm, row.Line);
        steps.Add(norm.Share is { } points ? new(StepKind.Share, part, norm, row.Line.EligibleCost, points) : new(StepKind.WholeCost, part, norm, row.Line.EligibleCost));
        var highest = soFar.AtMost(part);
        Dong? told = null;
        foreach (var pool in new[] { own, own?.Within }.OfType<Pool>())
        {
            var left = pool.Left + row.Granted;
            if (pool.Ceiling is { } ceiling && (told is null || left < told))
            {
                steps.Add(left < ceiling
                    ? new(StepKind.Remaining, left, norm, ceiling, Units: pool.Units)
                    : new(StepKind.Ceiling, ceiling, norm, norm.Ceiling, Units: pool.Units));
                told = left;
                highest = highest.AtMost(left);
            }
        }

        return highest;
    }

    private static Dong Part(Norm norm, EstimateLine line) => norm.Share is { } share ? line.EligibleCost.Share(share) : line.EligibleCost;
}
