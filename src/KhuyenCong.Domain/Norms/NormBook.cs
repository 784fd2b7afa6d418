using System.Collections.Frozen;
using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Norms;

/// <summary>Sổ định mức: the norms, conditions, deadlines and papers of the law as one province stands to it, indexed once.</summary>
public sealed class NormBook
{
    private readonly FrozenDictionary<string, Norm[]> norms;
    private readonly FrozenDictionary<string, LawRow[]> rules;
    private readonly FrozenDictionary<string, SupportKind> kinds;
    private readonly (LawRow Law, RequiredPaper Paper)[] papers;

    private NormBook(IEnumerable<Norm> norms, IEnumerable<SupportKind> kinds, IEnumerable<LawRow> rules, IEnumerable<RequiredPaper> papers)
    {
        this.norms = norms.GroupBy(n => n.KindCode).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        this.kinds = kinds.ToFrozenDictionary(k => k.Code);
        var rows = rules.ToArray();
        this.rules = rows.GroupBy(r => r.Rule.Code).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        var lists = rows.ToDictionary(r => r.Rule.LegalRuleId);
        this.papers = [.. papers.Where(p => lists.ContainsKey(p.LegalRuleId)).OrderBy(p => p.Order).Select(p => (lists[p.LegalRuleId], p))];
    }

    public static NormBook Of(IEnumerable<Norm> norms, IEnumerable<SupportKind> kinds, IEnumerable<LawRow> rules, IEnumerable<RequiredPaper> papers) =>
        new(norms, kinds, rules, papers);

    /// <summary>The book as it would be with one norm more: for showing what a change touches.</summary>
    public NormBook With(Norm added)
    {
        ArgumentNullException.ThrowIfNull(added);
        return new(Norms.Append(added), kinds.Values, Rules, papers.Select(p => p.Paper));
    }

    /// <summary>The book as it would be with one list of papers more.</summary>
    public NormBook With(LawRow list, IEnumerable<RequiredPaper> added) => new(Norms, kinds.Values, Rules.Append(list), papers.Select(p => p.Paper).Concat(added));

    /// <summary>The book as it would be if one rule were adopted, or no longer.</summary>
    public NormBook Adopting(Guid ruleId, IReadOnlyList<RuleAdoption> adoptions)
    {
        LawRow Of(LawRow row) => row.Rule.LegalRuleId == ruleId ? row with { Adoptions = adoptions } : row;
        return new(Norms.Select(n => n with { Law = Of(n.Law) }), kinds.Values, Rules.Select(Of), papers.Select(p => p.Paper));
    }

    public IEnumerable<Norm> Norms => norms.Values.SelectMany(n => n);

    /// <summary>Every list of papers with the rule that asks for it.</summary>
    public IEnumerable<PaperList> PaperLists => papers.GroupBy(p => p.Law, (law, of) => new PaperList(law, [.. of.Select(p => p.Paper)]));

    /// <summary>Every rule of the library that holds in the province.</summary>
    public IEnumerable<LawRow> Rules => rules.Values.SelectMany(r => r);

    /// <summary>Rules on the order of rules.</summary>
    public IEnumerable<LawRow> Readings => Rules.Where(r => r.Rule.SetsAside is not null);

    public LawRow? Row(Guid ruleId) => Rules.FirstOrDefault(r => r.Rule.LegalRuleId == ruleId);

    public IEnumerable<SupportKind> Kinds => kinds.Values.OrderBy(k => k.Order);

    public SupportKind? Kind(string code) => kinds.GetValueOrDefault(code);

    /// <summary>The norm that applies to one kind of support, or null: chưa có định mức.</summary>
    public Norm? For(DossierFacts facts, string kindCode) => Best(facts, kindCode, nationalOnly: false);

    /// <summary>The norm of a line that several sites share: the one that holds at every site. Where they differ, what holds without regard to the site, and that they differ.</summary>
    public (Norm? Norm, bool Differ) Shared(DossierFacts facts, string kindCode)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.CommuneCode is not null || facts.Communes.Count == 0)
        {
            return (For(facts, kindCode), false);
        }

        var norms = facts.Communes.Select(c => For(facts with { CommuneCode = c }, kindCode)).DistinctBy(n => n?.Id).Take(2).ToList();
        return norms is [var one] ? (one, false) : (For(facts, kindCode), true);
    }

    /// <summary>The national ceiling beside a local norm: it caps KCQG and nothing else.</summary>
    public Norm? NationalCap(DossierFacts facts, Norm chosen)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(chosen);
        return facts.Regime is Regime.National && chosen.Law.Rule.TerritoryProvinceCode is not null ? Best(facts, chosen.KindCode, nationalOnly: true) : null;
    }

    /// <summary>Whether norms of the kind exist that do not apply here and now: another regime, place or day.</summary>
    public bool Knows(string kindCode) => norms.ContainsKey(kindCode);

    /// <summary>The row of a rule in force on a day.</summary>
    public LawRow? Rule(string code, DateOnly day)
    {
        LawRow? found = null;
        foreach (var row in rules.GetValueOrDefault(code, []))
        {
            if (row.Rule.Covers(day) && (found is null || (row.Rule.EffectiveFrom ?? DateOnly.MinValue) > (found.Rule.EffectiveFrom ?? DateOnly.MinValue)))
            {
                found = row;
            }
        }

        return found;
    }

    /// <summary>The papers a dossier must hold at its stage, each with the rule that asks for it.</summary>
    public IEnumerable<(LawRow Law, RequiredPaper Paper)> PapersFor(DossierFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return PapersAt(facts.Stage is CheckStage.Settlement ? CheckStage.Settlement : CheckStage.Filing, facts.Regime, facts.Lines.Select(l => l.KindCode), facts.On);
    }

    /// <summary>The papers that some kinds of support must bring at a stage, as a regime's lists ask on a day.</summary>
    public IEnumerable<(LawRow Law, RequiredPaper Paper)> PapersAt(CheckStage stage, Regime regime, IEnumerable<string> kindCodes, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(kindCodes);
        var asked = kindCodes.Select(Kind).OfType<SupportKind>().Distinct().ToArray();
        return papers.Where(p => p.Paper.Stage == stage
            && (p.Paper.IsForEvery || asked.Any(p.Paper.IsFor))
            && (p.Law.Rule.Regime is not { } own || own == regime)
            && p.Law.Rule.Covers(on));
    }

    /// <summary>What acceptance and settlement will ask for; where the dossier's own regime has no list, the national one to prepare by.</summary>
    public (bool IsOwn, IReadOnlyList<(LawRow Law, RequiredPaper Paper)> Papers) PapersAtSettlement(DossierFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var later = facts with { Stage = CheckStage.Settlement };
        (LawRow, RequiredPaper)[] own = [.. PapersFor(later)];
        return own.Length > 0 || facts.Regime is Regime.National ? (true, own) : (false, [.. PapersFor(later with { Regime = Regime.National })]);
    }


    private Norm? Best(DossierFacts facts, string kindCode, bool nationalOnly)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Norm? best = null;
        var highest = default((bool, int, bool, bool, int, DateOnly));
        foreach (var norm in norms.GetValueOrDefault(kindCode, []))
        {
            if ((nationalOnly && norm.Law.Rule.TerritoryProvinceCode is not null) || !norm.Applies(facts))
            {
                continue;
            }

            var rank = norm.RankFor(facts);
            var order = best is null ? 1 : rank.CompareTo(highest);
            if (order > 0 || (order == 0 && norm.Precedes(best!, facts.On)))
            {
                (best, highest) = (norm, rank);
            }
        }

        return best;
    }
}
