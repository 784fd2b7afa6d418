using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Treasury;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Treasury;

/// <summary>Statements the tests start from (dữ liệu minh họa).</summary>
internal static class Given
{
    public const string Account = "9527400000001";
    public static readonly DateOnly Day = TimeProvider.System.Today.AddDays(-30);

    public static Guid Id() => ProjectGiven.Id();

    public static PlanMover Mover(Role role = Role.DepartmentAccountant, string commune = ProjectGiven.Commune) => new(Id(), act => RoleTable.Allows(role, act), [commune]);

    public static StatementHead Head(string? commune = null) => new(Id(), commune, Account, "Kho bạc Nhà nước (dữ liệu minh họa)", null, null, "sao-ke.csv", new('a', 64));

    public static StatementRow Row(long amount = 1_000_000, string number = "UNC01", string beneficiary = "Cơ sở Nguyễn Văn Mẫu", string content = "Thanh toán", int row = 2, LineDirection direction = LineDirection.Out, DateOnly? on = null) =>
        new(row, on ?? Day, direction, new(amount), number, beneficiary, content);

    public static Ruling<StatementImported> Import(IReadOnlyList<StatementRow> rows, StatementHead? head = null, IReadOnlySet<string>? known = null, PlanMover? mover = null, bool isKnownFile = false, bool isAnothers = false) =>
        StatementImport.Import(Id(), ProjectGiven.Province, head ?? Head(), rows, known ?? new HashSet<string>(), isKnownFile, isAnothers, mover ?? Mover(), TimeProvider.System);

    public static (TreasuryStatement Statement, List<StatementLine> Lines) Statement(params StatementRow[] rows)
    {
        var imported = Import(rows).Event.ShouldNotBeNull();
        return (TreasuryStatement.From(imported), [.. imported.Lines.Select(l => StatementLine.From(imported, l))]);
    }

    public static (TreasuryStatement Statement, StatementLine Line) OneLine(long amount = 1_000_000, LineDirection direction = LineDirection.Out)
    {
        var (statement, lines) = Statement(Row(amount, direction: direction));
        return (statement, lines[0]);
    }

    public static PaymentFacts Request(long amount = 1_000_000, string beneficiary = "Cơ sở Nguyễn Văn Mẫu", string? number = null, bool isPaid = false, bool mayBePaid = true, long tied = 0, LineDirection direction = LineDirection.Out, string? commune = null, string code = "DNTT-2026-0001", DateOnly? on = null, string? account = null) =>
        new(Id(), code, direction, isPaid, mayBePaid && !isPaid, new(amount), new(tied), number, on ?? Day.AddDays(-2), isPaid ? on ?? Day.AddDays(-2) : null, beneficiary, account, commune);

    /// <summary>Confirms and applies.</summary>
    public static IReadOnlyList<StatementMatch> Confirmed(TreasuryStatement statement, StatementLine line, params (PaymentFacts Request, Dong Amount)[] parts)
    {
        var confirmed = Reconciling.Confirm(statement, line, parts, Mover(), Id).Event.ShouldNotBeNull();
        return [.. confirmed.Ties.Select(t =>
        {
            var match = StatementMatch.Of(line, t, Id(), DateTime.UnixEpoch);
            line.Apply(match);
            return match;
        })];
    }
}
