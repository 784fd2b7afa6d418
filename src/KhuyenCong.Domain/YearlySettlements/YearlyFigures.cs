using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.YearlySettlements;

/// <summary>Phát sinh cộng dồn theo loại bút toán: what the entries of one line come to, by kind, project and contract.</summary>
/// <param name="TakesBack">Entries that take others back.</param>
public sealed record YearlyTurnover(LedgerKind Kind, bool TakesBack, Guid? ProjectId, Guid? ContractId, Dong Amount);

/// <summary>Một dòng dự toán trong báo cáo quyết toán năm: every figure is a sum of the line's entries.</summary>
/// <param name="CarriedIn">Dự toán năm trước chuyển sang.</param>
/// <param name="AdvancesIn">Số dư tạm ứng năm trước chuyển sang.</param>
/// <param name="Given">Giao, bổ sung trong năm.</param>
/// <param name="Withdrawn">Thu lại, giảm trong năm.</param>
/// <param name="Entries">How many entries the line had: the ledger's moment.</param>
public sealed record YearlyLine(
    Guid AllocationId, string Source, Dong CarriedIn, Dong AdvancesIn, Dong Given, Dong Withdrawn, Dong Reserved, Dong Committed, Dong Advanced, Dong Paid, Dong Settled, Dong Returned, Dong Cancelled, Dong CarriedOver, Dong Available, Dong Recovered, int Entries, DateOnly? ClosedOn)
{
    /// <summary>Tổng dự toán được sử dụng trong năm.</summary>
    public Dong Total => CarriedIn + AdvancesIn + Given - Withdrawn;

    /// <summary>Every đồng of the estimate is somewhere.</summary>
    public bool IsBalanced => Total == Reserved + Committed + Advanced + Paid + Settled + Returned + Cancelled + CarriedOver + Available;

    /// <summary>Chỉ tiêu của dòng, in the order of the report.</summary>
    public Dong this[YearlyItem item] => item switch
    {
        YearlyItem.CarriedIn => CarriedIn,
        YearlyItem.AdvancesIn => AdvancesIn,
        YearlyItem.Given => Given,
        YearlyItem.Withdrawn => Withdrawn,
        YearlyItem.Total => Total,
        YearlyItem.Reserved => Reserved,
        YearlyItem.Committed => Committed,
        YearlyItem.Advanced => Advanced,
        YearlyItem.Paid => Paid,
        YearlyItem.Settled => Settled,
        YearlyItem.Returned => Returned,
        YearlyItem.Cancelled => Cancelled,
        YearlyItem.CarriedOver => CarriedOver,
        YearlyItem.Available => Available,
        YearlyItem.Recovered => Recovered,
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, null),
    };

    /// <summary>Adds a line up from what its entries come to.</summary>
    public static YearlyLine Of(Allocation line, IReadOnlyCollection<YearlyTurnover> turnovers)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(turnovers);
        Dong Kinds(params LedgerKind[] kinds) => turnovers.Where(t => kinds.Contains(t.Kind)).Select(t => t.TakesBack ? -t.Amount : t.Amount).Sum();
        Dong Account(LedgerAccount account) => YearlyAccounts.Balance(turnovers, account);
        return new(
            line.AllocationId, line.Source, Kinds(LedgerKind.CarryIn), Kinds(LedgerKind.CarryInAdvance), Kinds(LedgerKind.Allot), Kinds(LedgerKind.Withdraw),
            Account(LedgerAccount.Reserved), Account(LedgerAccount.Committed), Account(LedgerAccount.Advanced), Account(LedgerAccount.Paid), Account(LedgerAccount.Settled), Account(LedgerAccount.Returned), Account(LedgerAccount.Cancelled), Account(LedgerAccount.CarriedOver), Account(LedgerAccount.Available),
            Kinds(LedgerKind.RecoverAdvance, LedgerKind.RecoverPaid, LedgerKind.RecoverSettled), line.PostingCount, line.ClosedOn);
    }

    /// <summary>Whether the balances that the ledger keeps are what the entries come to.</summary>
    public bool Agrees(Allocation line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return IsBalanced && Total == line.Allotted && Reserved == line.Reserved && Committed == line.Committed && Advanced == line.Advanced && Paid == line.Paid
            && Settled == line.Settled && Returned == line.Returned && Cancelled == line.Cancelled && CarriedOver == line.CarriedOver && Available == line.Available;
    }
}

/// <summary>Một đề án trong báo cáo quyết toán năm: what one line holds for it.</summary>
public sealed record YearlyProject(Guid AllocationId, Guid ProjectId, string? Code, string Title, int Contracts, Dong Reserved, Dong Committed, Dong Advanced, Dong Paid, Dong Settled, Dong Returned)
{
    /// <summary>One of <see cref="YearlyDifferences.OfProject"/>.</summary>
    public Dong this[YearlyItem item] => item switch
    {
        YearlyItem.Reserved => Reserved,
        YearlyItem.Committed => Committed,
        YearlyItem.Advanced => Advanced,
        YearlyItem.Paid => Paid,
        YearlyItem.Settled => Settled,
        YearlyItem.Returned => Returned,
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "Kept for the whole line only."),
    };
}

/// <summary>Số liệu của báo cáo quyết toán năm, as the ledger had them at one moment; never changed afterwards.</summary>
public sealed record YearlyFigures(IReadOnlyList<YearlyLine> Lines, IReadOnlyList<YearlyProject> Projects)
{
    public static readonly YearlyFigures None = new([], []);

    public int ProjectCount => Projects.Select(p => p.ProjectId).Distinct().Count();

    public Dong Sum(YearlyItem item) => Lines.Select(l => l[item]).Sum();

    /// <summary>Bút toán sau khi lấy số liệu: how many entries a line got since; all of them where it was not reported.</summary>
    /// <param name="allocationId">Which line.</param>
    /// <param name="entries">How many it has now.</param>
    public int EntriesSince(Guid allocationId, int entries) => Math.Max(0, entries - (Lines.FirstOrDefault(l => l.AllocationId == allocationId)?.Entries ?? 0));

    /// <summary>Chi quản lý: what of a line no project holds, so that the rows come to the line.</summary>
    /// <param name="item">One of <see cref="YearlyDifferences.OfProject"/>.</param>
    public Dong Managing(YearlyLine line, YearlyItem item)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line[item] - Projects.Where(p => p.AllocationId == line.AllocationId).Select(p => p[item]).Sum();
    }

    /// <summary>Lines that pay management costs.</summary>
    public IEnumerable<YearlyLine> Managed() => Lines.Where(l => YearlyDifferences.OfProject.Any(i => Managing(l, i) != Dong.Zero));

    /// <summary>Adds up the lines of one unit and year.</summary>
    /// <param name="lines">With their kept balances.</param>
    /// <param name="turnovers">Of their entries.</param>
    /// <param name="titles">Of the projects they name.</param>
    public static YearlyFigures Of(IReadOnlyCollection<Allocation> lines, ILookup<Guid, YearlyTurnover> turnovers, IReadOnlyDictionary<Guid, (string? Code, string Title)> titles)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(turnovers);
        ArgumentNullException.ThrowIfNull(titles);
        var ordered = lines.OrderBy(l => l.Source, StringComparer.Ordinal).ToList();
        return new(
            [.. ordered.Select(l => YearlyLine.Of(l, [.. turnovers[l.AllocationId]]))],
            [.. ordered.SelectMany(l => turnovers[l.AllocationId].Where(t => t.ProjectId is not null).GroupBy(t => t.ProjectId!.Value).Select(g => Project(l.AllocationId, g, titles))).Where(p => p.Contracts > 0 || p.Reserved > Dong.Zero).OrderBy(p => p.Code, StringComparer.Ordinal).ThenBy(p => p.Title, StringComparer.Ordinal)]);
    }

    private static YearlyProject Project(Guid allocationId, IGrouping<Guid, YearlyTurnover> moved, IReadOnlyDictionary<Guid, (string? Code, string Title)> titles)
    {
        var (code, title) = titles.GetValueOrDefault(moved.Key, (null, "—"));
        Dong Account(LedgerAccount account) => YearlyAccounts.Balance(moved, account);
        return new(allocationId, moved.Key, code, title, moved.Select(t => t.ContractId).OfType<Guid>().Distinct().Count(),
            Account(LedgerAccount.Reserved), Account(LedgerAccount.Committed), Account(LedgerAccount.Advanced), Account(LedgerAccount.Paid), Account(LedgerAccount.Settled), Account(LedgerAccount.Returned));
    }
}

/// <summary>Chỉ tiêu của báo cáo quyết toán năm.</summary>
public enum YearlyItem
{
    /// <summary>Dự toán năm trước chuyển sang.</summary>
    CarriedIn,

    /// <summary>Số dư tạm ứng năm trước chuyển sang.</summary>
    AdvancesIn,

    /// <summary>Dự toán giao, bổ sung trong năm.</summary>
    Given,

    /// <summary>Dự toán thu lại, giảm trong năm.</summary>
    Withdrawn,

    /// <summary>Tổng dự toán được sử dụng.</summary>
    Total,

    /// <summary>Dành dự toán.</summary>
    Reserved,

    /// <summary>Cam kết chi.</summary>
    Committed,

    /// <summary>Đang tạm ứng.</summary>
    Advanced,

    /// <summary>Đã thanh toán, chưa quyết toán.</summary>
    Paid,

    /// <summary>Đề nghị quyết toán.</summary>
    Settled,

    /// <summary>Đã thu hồi nộp ngân sách.</summary>
    Returned,

    /// <summary>Hủy dự toán.</summary>
    Cancelled,

    /// <summary>Chuyển nguồn sang năm sau.</summary>
    CarriedOver,

    /// <summary>Dự toán còn lại.</summary>
    Available,

    /// <summary>Thu hồi trong năm (phát sinh).</summary>
    Recovered,
}

/// <summary>Số dư của một tài khoản theo phát sinh.</summary>
internal static class YearlyAccounts
{
    public static Dong Balance(IEnumerable<YearlyTurnover> turnovers, LedgerAccount account) => turnovers.Select(t =>
    {
        var (from, to) = t.Kind.Way(t.TakesBack);
        return to == account ? t.Amount : from == account ? -t.Amount : Dong.Zero;
    }).Sum();
}
