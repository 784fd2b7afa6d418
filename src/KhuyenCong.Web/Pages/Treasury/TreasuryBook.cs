using KhuyenCong.Data;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Treasury;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.ManagementCosts;
using KhuyenCong.Web.Pages.Payments;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Treasury;

/// <summary>A line and the requests that it is to be matched with.</summary>
public sealed record WantedMatch(Guid LineId, IReadOnlyList<(Guid RequestId, Dong Amount)> Parts);

/// <summary>What confirming came to: lines matched, requests paid, and what was refused.</summary>
public sealed record Confirmed(int Lines, int Paid, IReadOnlyList<Breach> Breaches);

/// <summary>The use cases of statements: import, match and pay, take back, explain. A match is saved before its request is paid, so that a line never pays two; what a crash leaves between the two is paid by <see cref="ResumeAsync"/>.</summary>
public sealed partial class TreasuryBook(KhuyenCongDb db, PaymentBook payments, ManagementBook vouchers, Viewer viewer, TimeProvider clock)
{
    /// <summary>Matches that one click confirms at most: each is paid in a transaction of its own, and somebody waits for the answer.</summary>
    public const int MostAtOnce = 1_000;

    /// <summary>Takes a statement's new lines in, all or none.</summary>
    public async Task<Ruling<StatementImported>> ImportAsync(StatementHead head, IReadOnlyList<StatementRow> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(rows);
        try
        {
            // Whose account it is, is asked under the lock that it is taken under: two holders at once are one.
            return await db.WriteAsync(writer => writer.LockAccountAsync(head.Account, cancellationToken), () => TakeInAsync(head, rows, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException fault) when (fault.IsTwin())
        {
            // The same file or some of its lines came in at the same moment: theirs stand.
            db.ChangeTracker.Clear();
            return new(null, [new("treasury.imported-meanwhile")]);
        }
    }

    private async Task<Ruling<StatementImported>> TakeInAsync(StatementHead head, IReadOnlyList<StatementRow> rows, CancellationToken cancellationToken)
    {
        var isKnown = await db.TreasuryStatements.AnyAsync(s => s.Checksum == head.FileSha, cancellationToken);
        var isAnothers = await db.TreasuryStatements.AnyAsync(s => s.Account == head.Account && s.WithdrawnAt == null && s.HolderId != head.HolderId, cancellationToken);
        var known = await KnownAsync(head.Account, rows, cancellationToken);
        var ruling = StatementImport.Import(Uuid.New(clock), viewer.ProvinceCode, head, rows, known, isKnown, isAnothers, viewer.AsPlanMover(), clock);
        if (ruling.Event is not { } imported)
        {
            return ruling;
        }

        db.TreasuryStatements.Add(TreasuryStatement.From(imported));
        db.StatementLines.AddRange(imported.Lines.Select(l => StatementLine.From(imported, l)));
        db.Because("treasury.imported", $"{head.FileName}: {imported.Lines.Count} dòng mới, {imported.KnownCount} dòng đã có");
        await db.SaveChangesAsync(cancellationToken);
        return ruling;
    }

    /// <summary>Withdraws a statement that was imported by mistake: its file and its lines may come in again.</summary>
    public async Task<IReadOnlyList<Breach>> WithdrawAsync(Guid statementId, string? reason, CancellationToken cancellationToken)
    {
        var ids = await db.StatementLines.Where(l => l.TreasuryStatementId == statementId).Select(l => l.StatementLineId).ToListAsync(cancellationToken);
        return await db.WriteTreasuryAsync(ids, [], async () =>
        {
            var statement = await db.TreasuryStatements.SingleAsync(s => s.TreasuryStatementId == statementId, cancellationToken);
            // A statement that comes in at this moment and takes lines of this one for known is waited for, and seen.
            await db.LockAccountAsync(statement.Account, cancellationToken);
            var lines = await db.StatementLines.Where(l => l.TreasuryStatementId == statementId).ToListAsync(cancellationToken);
            var leansOn = await db.TreasuryStatements.AnyAsync(s => s.Account == statement.Account && s.WithdrawnAt == null && s.KnownCount > 0 && s.EnteredAt > statement.EnteredAt && s.FromDay <= statement.ToDay && s.ToDay >= statement.FromDay, cancellationToken);
            var ruling = StatementImport.Withdraw(statement, lines.Count(l => l.State is not LineState.Unmatched), leansOn, reason, viewer.AsPlanMover(), clock);
            if (ruling.Event is { } withdrawn)
            {
                statement.Apply(withdrawn);
                lines.ForEach(l => l.Apply(withdrawn));
                db.Because("treasury.withdrawn", withdrawn.Reason);
                await db.SaveChangesAsync(cancellationToken);
            }

            return ruling.Breaches;
        }, cancellationToken);
    }

    /// <summary>Explains what is left of lines; each that may not be explained is told, the others stand.</summary>
    public async Task<(int Done, IReadOnlyList<Breach> Breaches)> ExplainAsync(Guid statementId, IReadOnlyCollection<Guid> lineIds, ExplanationKind kind, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lineIds);
        var ids = lineIds.Distinct().ToList();
        return await db.WriteTreasuryAsync<(int, IReadOnlyList<Breach>)>(ids, [], async () =>
        {
            var statement = await db.TreasuryStatements.SingleAsync(s => s.TreasuryStatementId == statementId, cancellationToken);
            var (done, breaches) = (0, new List<Breach>());
            foreach (var line in await db.StatementLines.Where(l => l.TreasuryStatementId == statementId && ids.Contains(l.StatementLineId)).ToListAsync(cancellationToken))
            {
                var ruling = Reconciling.Explain(statement, line, kind, reason, viewer.AsPlanMover(), clock);
                breaches.AddRange(ruling.Breaches);
                if (ruling.Event is { } explained)
                {
                    db.LineExplanations.Add(LineExplanation.Of(line, explained));
                    line.Apply(explained);
                    done++;
                }
            }

            if (done > 0)
            {
                db.Because("treasury.explained", reason?.Trim());
                await db.SaveChangesAsync(cancellationToken);
            }

            return (done, [.. breaches.DistinctBy(b => b.Code)]);
        }, cancellationToken);
    }

    public async Task<IReadOnlyList<Breach>> TakeBackAsync(Guid lineId, string? reason, CancellationToken cancellationToken) => await db.WriteTreasuryAsync([lineId], [], async () =>
    {
        var (statement, line) = await LineAsync(lineId, cancellationToken);
        var ruling = Reconciling.TakeBack(statement, line, reason, viewer.AsPlanMover(), clock);
        if (ruling.Event is { } takenBack)
        {
            var standing = await db.LineExplanations.SingleAsync(e => e.StatementLineId == lineId && e.TakenBackAt == null, cancellationToken);
            standing.Apply(takenBack);
            line.Apply(takenBack);
            db.Because("treasury.explanation-taken-back", takenBack.Reason);
            await db.SaveChangesAsync(cancellationToken);
        }

        return ruling.Breaches;
    }, cancellationToken);

    /// <summary>Takes a match back by its opposite. What a line paid stays tied to it until the payment itself is taken back; of what was paid by hand only the tie goes.</summary>
    public async Task<IReadOnlyList<Breach>> UndoAsync(Guid matchId, string? reason, CancellationToken cancellationToken)
    {
        var of = await db.StatementMatches.Where(m => m.StatementMatchId == matchId).Select(m => new { m.StatementLineId, m.PaymentRequestId, m.ManagementVoucherId }).SingleAsync(cancellationToken);
        return await db.WriteTreasuryAsync([of.StatementLineId], [(of.PaymentRequestId ?? of.ManagementVoucherId)!.Value], async () =>
        {
            var (statement, line) = await LineAsync(of.StatementLineId, cancellationToken);
            var match = await db.StatementMatches.SingleAsync(m => m.StatementMatchId == matchId, cancellationToken);
            var isTakenBack = await db.StatementMatches.AnyAsync(m => m.ReversesId == matchId, cancellationToken);
            var isPaid = await db.PaymentRequests.AnyAsync(r => r.PaymentRequestId == of.PaymentRequestId && r.State == PaymentState.Paid, cancellationToken)
                || await db.ManagementVouchers.AnyAsync(v => v.ManagementVoucherId == of.ManagementVoucherId && v.State == ManagementVoucherState.Paid, cancellationToken);
            var ruling = Reconciling.Undo(statement, line, match, isTakenBack, isPaid, reason, viewer.AsPlanMover(), clock);
            if (ruling.Event is { } undone)
            {
                var opposite = StatementMatch.Opposite(match, undone);
                db.StatementMatches.Add(opposite);
                line.Apply(opposite);
                db.Because("treasury.match-undone", undone.Reason);
                await db.SaveChangesAsync(cancellationToken);
            }

            return ruling.Breaches;
        }, cancellationToken);
    }

    private async Task<(TreasuryStatement Statement, StatementLine Line)> LineAsync(Guid lineId, CancellationToken cancellationToken)
    {
        var line = await db.StatementLines.SingleAsync(l => l.StatementLineId == lineId, cancellationToken);
        return (await db.TreasuryStatements.SingleAsync(s => s.TreasuryStatementId == line.TreasuryStatementId, cancellationToken), line);
    }

    /// <summary>Prints of the account's lines in the days of the file.</summary>
    private async Task<HashSet<string>> KnownAsync(string account, IReadOnlyList<StatementRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var (from, to) = (rows.Min(r => r.On), rows.Max(r => r.On));
        var of = db.TreasuryStatements.Where(s => s.Account == account && s.WithdrawnAt == null);
        return [.. await db.StatementLines.Where(l => l.On >= from && l.On <= to && l.Fingerprint != null && of.Any(s => s.TreasuryStatementId == l.TreasuryStatementId)).Select(l => l.Fingerprint!).ToListAsync(cancellationToken)];
    }
}
