using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Acceptances;

/// <summary>Kết quả từ nghiệm thu: what a conclusion records on the programme's target, in the one form in which results are recorded.</summary>
public static class AcceptedWork
{
    /// <summary>One result for each accepted machine where the target counts machines by serial, otherwise one for the record. Money is told once.</summary>
    /// <param name="acceptance">With all its rows.</param>
    /// <param name="due">What it entitles to.</param>
    /// <param name="project">Whose work it is.</param>
    /// <param name="target">That it counts toward.</param>
    /// <param name="identifier">The establishment's tax code, where it has one.</param>
    /// <param name="earlier">Records of the site before it that achieved nothing of the target yet: their money is told here.</param>
    public static IReadOnlyList<ResultEntry> Of(Acceptance acceptance, DueAnswer due, Project project, Target target, string? identifier, IReadOnlyList<Acceptance> earlier)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        ArgumentNullException.ThrowIfNull(due);
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(earlier);
        var countsMachines = target.KeyKind is NaturalKeyKind.MachineSerial;
        if (!acceptance.GivesSupport || (acceptance.ResultQuantity == 0 && !countsMachines))
        {
            return [];
        }

        var money = Together(earlier.Where(_ => !countsMachines).Select(MoneyOf).Append(MoneyOf(acceptance, due)));
        var entry = new ResultEntry
        {
            Quantity = Math.Max(1, acceptance.ResultQuantity),
            Copies = acceptance.ResultCopies,
            AchievedOn = acceptance.HeldOn ?? default,
            CommuneCode = acceptance.CommuneCode ?? project.CommuneCode,
            Place = acceptance.Place,
            Title = Characters.Cut(TitleOf(acceptance, project), RecordResult.LongestTitle),
            Note = $"Ghi tự động theo kết luận nghiệm thu lần {acceptance.Round}.",
            ProjectCode = project.Code,
            KeyKind = target.KeyKind,
            Issue = $"Lần {acceptance.Round}",
            Amounts = money,
            Beneficiaries = acceptance.BeneficiaryName is { } named ? [new(named, identifier)] : [],
        };
        if (!countsMachines)
        {
            return [entry];
        }

        var machines = acceptance.Machines.Where(m => m.IsAccepted).OrderBy(m => m.Order).ToList();
        var shares = Shared(money, [.. machines.Select(m => m.Cost ?? Dong.Zero)]);
        return [.. machines.Select((m, i) => entry with { Quantity = 1, Copies = null, Title = Characters.Cut($"{m.Name} – {acceptance.BeneficiaryName ?? project.Title}", RecordResult.LongestTitle), KeyKind = NaturalKeyKind.MachineSerial, Serial = m.Serial, Amounts = shares[i] })];
    }

    /// <summary>Support due by source, what others proved, and the rest of the eligible cost as the counterpart's own.</summary>
    public static IReadOnlyList<SourceAmount> MoneyOf(Acceptance acceptance, DueAnswer due)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        ArgumentNullException.ThrowIfNull(due);
        return MoneyOf(acceptance, due.BySource.Select(d => new SourceAmount(d.Key, d.Value)));
    }

    /// <summary>The same of a record that is concluded.</summary>
    public static IReadOnlyList<SourceAmount> MoneyOf(Acceptance concluded)
    {
        ArgumentNullException.ThrowIfNull(concluded);
        return MoneyOf(concluded, concluded.Amounts.Select(a => new SourceAmount(a.Source, a.Amount)));
    }

    private static IReadOnlyList<SourceAmount> MoneyOf(Acceptance acceptance, IEnumerable<SourceAmount> support)
    {
        var money = support.ToList();
        money.Add(new(FundingSource.Integrated.Code, acceptance.IntegratedAmount ?? Dong.Zero));
        money.Add(new(FundingSource.Sponsorship.Code, acceptance.SponsorshipAmount ?? Dong.Zero));
        money.Add(new(FundingSource.Other.Code, acceptance.OtherAmount ?? Dong.Zero));
        var own = acceptance.EligibleCost - money.Select(m => m.Amount).Sum();
        money.Add(new(FundingSource.Counterpart.Code, own > Dong.Zero ? own : Dong.Zero));
        return [.. money.Where(m => m.Amount > Dong.Zero)];
    }

    /// <summary>Each source by the weights, rounded down; the last takes what is left, so that the sums stay.</summary>
    public static IReadOnlyList<IReadOnlyList<SourceAmount>> Shared(IReadOnlyList<SourceAmount> money, IReadOnlyList<Dong> weights)
    {
        ArgumentNullException.ThrowIfNull(money);
        ArgumentNullException.ThrowIfNull(weights);
        var whole = weights.Sum();
        var parts = weights.Select(_ => new List<SourceAmount>()).ToArray();
        foreach (var (source, amount) in money)
        {
            var left = amount;
            for (var i = 0; i < parts.Length; i++)
            {
                var part = i == parts.Length - 1 ? left : whole == Dong.Zero ? new(amount.Amount / parts.Length) : SupportDue.PartOf(amount, weights[i], whole);
                left -= part;
                parts[i].Add(new(source, part));
            }
        }

        return parts;
    }

    private static IReadOnlyList<SourceAmount> Together(IEnumerable<IReadOnlyList<SourceAmount>> money) =>
        [.. money.SelectMany(m => m).GroupBy(m => m.SourceCode).Select(g => new SourceAmount(g.Key, g.Select(m => m.Amount).Sum()))];

    /// <summary>Two sites of one establishment are two results: the place tells them apart.</summary>
    private static string TitleOf(Acceptance acceptance, Project project) =>
        acceptance.BeneficiaryName is not { } name ? project.Title
        : project.Beneficiaries.Count(b => b.EstablishmentId == acceptance.EstablishmentId) > 1 ? $"{project.Title} – {name}, {acceptance.Place}"
        : $"{project.Title} – {name}";
}
