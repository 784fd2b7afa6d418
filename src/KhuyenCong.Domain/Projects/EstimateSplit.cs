using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Projects;

/// <summary>Chia một dòng chung cho từng cơ sở: equal quantities at the same price, with sources that still add up to the đồng.</summary>
/// <remarks>Sites under different norms need lines of their own. What is not equal is typed by hand.</remarks>
public static class EstimateSplit
{
    /// <param name="line">For the whole project.</param>
    /// <param name="beneficiaries">Who gets a line each; the first keeps this one.</param>
    /// <param name="newId">Of the other lines.</param>
    public static Ruling<IReadOnlyList<LineText>> Of(LineText line, IReadOnlyList<Guid> beneficiaries, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(beneficiaries);
        ArgumentNullException.ThrowIfNull(newId);
        return Decide.If<IReadOnlyList<LineText>>(
            () => Parts(line, beneficiaries, newId),
            (beneficiaries.Count > 1 && line.BeneficiaryId is null, new("estimate.split-one")),
            (line.Funding.Amounts.All(a => a is null || a >= Dong.Zero), new("amount.negative")),
            (beneficiaries.Count == 0 || (line.Quantity > 0 && line.Quantity % beneficiaries.Count == 0), new("estimate.split-uneven", null, line.Quantity, beneficiaries.Count)));
    }

    private static List<LineText> Parts(LineText line, IReadOnlyList<Guid> beneficiaries, Func<Guid> newId)
    {
        var (count, next) = (beneficiaries.Count, 0);
        var given = beneficiaries.Select(_ => new Dictionary<string, Dong>()).ToList();
        foreach (var source in FundingSource.All)
        {
            if (line.Funding[source] is not { } sum)
            {
                continue;
            }

            var (each, rest) = Math.DivRem(sum.Amount, count);
            given.ForEach(g => g[source.Code] = new(each));

            // Single đồng go round from source to source, so that a line that balances leaves lines that do.
            for (; rest > 0; rest--)
            {
                given[next][source.Code] += new Dong(1);
                next = (next + 1) % count;
            }
        }

        return [.. beneficiaries.Select((beneficiary, i) => line with
        {
            LineId = i == 0 ? line.LineId : newId(),
            BeneficiaryId = beneficiary,
            Quantity = line.Quantity / count,
            Funding = FundingSplit.Of(s => given[i].TryGetValue(s.Code, out var part) ? part : null),
        })];
    }
}
