using System.Globalization;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Contracts;

/// <summary>So sánh hai phiên bản hợp đồng: what an amendment changes, before and after, as people read it.</summary>
public static class ContractDifferences
{
    /// <summary>"Amount:KCQG": a source's value.</summary>
    public const string AmountField = "Amount";

    public static IReadOnlyList<ContractChange> Of(ContractText before, ContractText after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ContractChange[] plain =
        [
            .. FundingSource.All.Select(s => new ContractChange($"{AmountField}:{s.Code}", Money(before.Of(s.Code)), Money(after.Of(s.Code)))),
            new(nameof(before.Content), before.Content, after.Content),
            new(nameof(before.StartsOn), Day(before.StartsOn), Day(after.StartsOn)),
            new(nameof(before.EndsOn), Day(before.EndsOn), Day(after.EndsOn)),
            new(nameof(before.PartyA), before.PartyA, after.PartyA),
            new(nameof(before.PartyASigner), before.PartyASigner, after.PartyASigner),
            new(nameof(before.PartyB), before.PartyB, after.PartyB),
            new(nameof(before.PartyBTaxCode), before.PartyBTaxCode, after.PartyBTaxCode),
            new(nameof(before.PartyBSigner), before.PartyBSigner, after.PartyBSigner),
            new(nameof(before.Selection), before.Selection?.ToString(), after.Selection?.ToString()),
            new(nameof(before.SelectionBasis), before.SelectionBasis, after.SelectionBasis),
            new(nameof(before.PaymentTerms), before.PaymentTerms, after.PaymentTerms),
        ];
        return [.. plain.Concat(Milestones(before, after)).Where(c => c.Before != c.After)];
    }

    private static IEnumerable<ContractChange> Milestones(ContractText before, ContractText after)
    {
        foreach (var id in before.Milestones.Concat(after.Milestones).Select(m => m.MilestoneId).Distinct())
        {
            var (was, becomes) = (before.Milestones.FirstOrDefault(m => m.MilestoneId == id), after.Milestones.FirstOrDefault(m => m.MilestoneId == id));
            yield return new(nameof(before.Milestones), Line(was), Line(becomes));
        }
    }

    private static string? Line(MilestoneText? milestone) =>
        milestone is null ? null : string.Join(", ", new[] { milestone.Content, Day(milestone.DueOn), milestone.Amount?.ToString() }.Where(t => t is not null));

    private static string? Money(Dong amount) => amount == Dong.Zero ? null : amount.ToString();

    private static string? Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
