namespace KhuyenCong.Domain.Norms;

/// <summary>Phép tính mức hỗ trợ: min(share × eligible cost, ceiling × units), step by step, never rounded up.</summary>
internal sealed class SupportSums
{
    private readonly DossierFacts facts;
    private readonly (Norm? Norm, Norm? Cap)[] norms;
    private readonly Dictionary<(Guid Norm, string Unit), Pool> pools = [];

    public SupportSums(DossierFacts facts, NormBook book)
    {
        this.facts = facts;
        norms = new (Norm?, Norm?)[facts.Lines.Count];
        for (var i = 0; i < norms.Length; i++)
        {
            var line = facts.Lines[i];
            var norm = book.For(facts, line.KindCode);
            var cap = norm is null ? null : book.NationalCap(facts, norm);
            norms[i] = (norm, cap);
            Join(norm, line);
            Join(cap, line);
        }
    }

    /// <summary>One ceiling and the lines that share it.</summary>
    public sealed class Pool(Norm norm)
    {
        public Norm Norm { get; } = norm;

        public int Units { get; set; }

        public Dong Requested { get; set; }

        /// <summary>The first line, beside which the shared ceiling is told.</summary>
        public string Line { get; init; } = "";

        public Dong Ceiling { get; set; }

        public Dong Left { get; set; }
    }

    public IEnumerable<Pool> Pools => pools.Values;

    public (Norm? Norm, Norm? Cap) NormsOf(int line) => norms[line];

    public LineAnswer Answer(int index)
    {
        var line = facts.Lines[index];
        var (norm, cap) = norms[index];
        if (norm is not { IsComputable: true } || cap is { IsComputable: false })
        {
            return new(line, norm, cap, null, []);
        }

        var steps = new List<SupportStep>(5);
        var highest = Limit(norm, line, line.EligibleCost, steps);
        if (cap is not null)
        {
            highest = Limit(cap, line, highest, steps);
        }

        if (line.Approved is { } approved)
        {
            steps.Add(new(StepKind.Approved, approved));
            highest = highest.AtMost(approved);
        }

        Use(norm, line, highest);
        Use(cap, line, highest);
        steps.Add(new(StepKind.Result, highest));
        return new(line, norm, cap, highest, steps);
    }

    private Dong Limit(Norm norm, EstimateLine line, Dong soFar, List<SupportStep> steps)
    {
        var part = norm.Share is { } share ? line.EligibleCost.Share(share) : line.EligibleCost;
        steps.Add(norm.Share is { } points ? new(StepKind.Share, part, norm, line.EligibleCost, points) : new(StepKind.WholeCost, part, norm, line.EligibleCost));
        var highest = soFar.AtMost(part);
        if (PoolOf(norm, line) is not { } pool)
        {
            return highest;
        }

        steps.Add(pool.Left < pool.Ceiling
            ? new(StepKind.Remaining, pool.Left, norm, pool.Ceiling, Units: pool.Units)
            : new(StepKind.Ceiling, pool.Ceiling, norm, norm.Ceiling, Units: pool.Units));
        return highest.AtMost(pool.Left);
    }

    private void Join(Norm? norm, EstimateLine line)
    {
        if (norm?.Ceiling is null || line.Units < 1)
        {
            return;
        }

        var key = KeyOf(norm, line);
        if (!pools.TryGetValue(key, out var pool))
        {
            pools[key] = pool = new(norm) { Line = line.Key };
        }

        pool.Units = norm.Unit is NormUnit.Project ? 1 : Math.Max(pool.Units, line.Units);
        pool.Requested += line.Requested ?? Dong.Zero;
        pool.Left = pool.Ceiling = norm.CeilingFor(pool.Units, facts.HasPriority)!.Value;
    }

    private void Use(Norm? norm, EstimateLine line, Dong used)
    {
        if (norm is not null && PoolOf(norm, line) is { } pool)
        {
            pool.Left -= used;
        }
    }

    private Pool? PoolOf(Norm norm, EstimateLine line) => pools.GetValueOrDefault(KeyOf(norm, line));

    private static (Guid Norm, string Unit) KeyOf(Norm norm, EstimateLine line) => (norm.Id, norm.Unit is NormUnit.Project ? "" : line.UnitKey ?? "");
}
