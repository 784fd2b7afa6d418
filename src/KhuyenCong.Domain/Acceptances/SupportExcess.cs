namespace KhuyenCong.Domain.Acceptances;

/// <summary>Khoản phải thu hồi theo kết luận của Cục (5c): what a contract was given of the national source beyond what is still due of it.</summary>
/// <remarks>It is no record of its own but the difference of those that there are: it ends when the money came back, or when the Cục's record is undone.</remarks>
/// <param name="ContractId">The contract.</param>
/// <param name="Number">Its number.</param>
/// <param name="PartyB">Who has the money.</param>
/// <param name="SettlementId">Its approved settlement, at which it is then ordered back; null = by a request of recovery.</param>
/// <param name="Bound">The Cục's step.</param>
/// <param name="Due">Still due.</param>
/// <param name="Spent">Paid or settled and not returned; what is advanced too, once no site waits for its conclusion.</param>
/// <param name="Ordered">Asked or ordered back already, and not here yet.</param>
public sealed record SupportExcess(Guid ContractId, string? Number, string PartyB, Guid? SettlementId, AgencyBound Bound, Dong Due, Dong Spent, Dong Ordered)
{
    /// <summary>What of it was settled with the final account of a year, before the contract is settled: no request brings that back.</summary>
    public Dong SettledWithYear { get; init; }

    /// <summary>Nothing of it comes back before the contract is settled, at which it is then ordered back.</summary>
    public bool WaitsForSettlement => SettlementId is null && SettledWithYear == Spent;

    /// <summary>Phải thu hồi.</summary>
    public Dong Amount => Above(Spent, Due);

    /// <summary>Chưa có đề nghị, yêu cầu thu hồi.</summary>
    public Dong Uncovered => Above(Amount, Ordered);

    private static Dong Above(Dong one, Dong other) => one > other ? one - other : Dong.Zero;
}
