using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Treasury;

/// <summary>Nhập sao kê: which lines of a file are new, and whether they may come in.</summary>
public static class StatementImport
{
    public const int MostLines = 20_000;
    public const int LongestNumber = 60;
    public const int LongestName = 300;
    public const int LongestContent = 1000;
    public const int LongestReason = 2000;
    public const int LongestAccount = 30;
    private const int ShortestAccount = 4;

    /// <summary>Every row with its print, equal rows counted.</summary>
    public static IReadOnlyList<(StatementRow Row, string Fingerprint)> Printed(string account, IReadOnlyList<StatementRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var counted = new Dictionary<string, int>();
        var printed = new List<(StatementRow, string)>(rows.Count);
        foreach (var row in rows)
        {
            var key = StatementText.Key(account, row);
            counted[key] = counted.GetValueOrDefault(key) + 1;
            printed.Add((row, StatementText.Fingerprint(account, row, counted[key])));
        }

        return printed;
    }

    /// <summary>"0123 4567.890" is 01234567890.</summary>
    public static string AccountKey(string? account) => new([.. (account ?? "").Where(c => !char.IsWhiteSpace(c) && c is not '.' and not '-')]);

    /// <param name="id">Of the new statement.</param>
    /// <param name="provinceCode">Whose.</param>
    /// <param name="head">As given; the account already as its key.</param>
    /// <param name="rows">Read without fault.</param>
    /// <param name="known">Prints of lines that stand.</param>
    /// <param name="isKnownFile">The same content came in before.</param>
    /// <param name="isAnothers">The account is known as another holder's.</param>
    /// <param name="mover">Who imports.</param>
    /// <param name="clock">For days and ids.</param>
    public static Ruling<StatementImported> Import(
        Guid id, string provinceCode, StatementHead head, IReadOnlyList<StatementRow> rows, IReadOnlySet<string> known, bool isKnownFile, bool isAnothers, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(mover);
        if (isKnownFile)
        {
            return new(null, [new("treasury.file-known")]);
        }

        var printed = Printed(head.Account, rows);
        var (from, to) = (head.FromDay ?? rows.Select(r => (DateOnly?)r.On).Min() ?? clock.Today, head.ToDay ?? rows.Select(r => (DateOnly?)r.On).Max() ?? clock.Today);
        var outside = rows.Where(r => r.On < from || r.On > to).Select(r => r.Number).ToList();
        var fresh = printed.Where(p => !known.Contains(p.Fingerprint)).ToList();
        return Decide.If<StatementImported>(
            () => new(id, provinceCode, head, from, to, [.. fresh.Select(p => new NewLine(Uuid.New(clock), p.Row, p.Fingerprint))], [.. printed.Where(p => known.Contains(p.Fingerprint)).Select(p => p.Row.Number)], mover.UserId, clock.UtcNow),
            (mover.May(Organisations.Act.RecordTreasury, head.CommuneCode), new("treasury.not-yours", nameof(head.HolderId))),
            (HolderDuty.Against(mover, [head.HolderId]) is null, new("plan.other-holder", nameof(head.HolderId))),
            (head.Account.Length is >= ShortestAccount and <= LongestAccount && head.Account.All(char.IsAsciiLetterOrDigit), new("treasury.account-shape", nameof(head.Account), ShortestAccount, LongestAccount)),
            (!isAnothers, new("treasury.account-of-another", nameof(head.Account), head.Account)),
            (!string.IsNullOrWhiteSpace(head.Keeper) && head.Keeper.Length <= LongestName, new("treasury.keeper-missing", nameof(head.Keeper))),
            (from <= to, new("treasury.days-turned", nameof(head.ToDay))),
            (to <= clock.Today, new("treasury.in-future", nameof(head.ToDay))),
            (rows.Count > 0, new("treasury.no-lines")),
            (rows.Count <= MostLines, new("treasury.too-many-lines", null, MostLines)),
            (from > to || outside.Count == 0, new("treasury.line-outside", null, from, to, string.Join(", ", outside.Take(10)), outside.Count)),
            (rows.Count == 0 || fresh.Count > 0, new("treasury.all-known", null, rows.Count)));
    }

    /// <param name="statement">To be withdrawn: it was imported by mistake.</param>
    /// <param name="matchedLines">Lines of it that are matched or explained.</param>
    /// <param name="leansOn">A later statement left lines out because this one has them.</param>
    /// <param name="reason">Why.</param>
    /// <param name="mover">Who.</param>
    /// <param name="clock">Now.</param>
    public static Ruling<StatementWithdrawn> Withdraw(TreasuryStatement statement, int matchedLines, bool leansOn, string? reason, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(mover);
        return Decide.If<StatementWithdrawn>(
            () => new(reason!.Trim(), clock.UtcNow),
            (mover.May(Organisations.Act.RecordTreasury, statement.CommuneCode), new("treasury.not-yours")),
            (HolderDuty.Against(mover, [statement.HolderId]) is null, new("plan.other-holder")),
            (!statement.IsWithdrawn, new("treasury.withdrawn")),
            (matchedLines == 0, new("treasury.has-matches", null, matchedLines)),
            (!leansOn, new("treasury.later-leans")),
            (!string.IsNullOrWhiteSpace(reason) && reason.Length <= LongestReason, new("treasury.reason-missing", "Reason")));
    }
}
