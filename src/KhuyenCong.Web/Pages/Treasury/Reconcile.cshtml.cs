using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Treasury;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Treasury;

/// <summary>Bảng đối chiếu với Kho bạc theo tháng: for each account, what its statements come to and how much of it is matched, explained, unexplained; made for the printer.</summary>
[Allow(Act.ViewPlans)]
public sealed class ReconcileModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    /// <summary>"MM/yyyy"; this month where none is given.</summary>
    [BindProperty(SupportsGet = true, Name = "thang")]
    public string? Month { get; set; }

    public DateOnly First { get; private set; }

    public IReadOnlyList<AccountSums> Accounts { get; private set; } = [];

    /// <summary>Of lines that are not matched in full: what they were explained with, or nothing.</summary>
    public IReadOnlyList<OpenLineRow> Open { get; private set; } = [];

    public DateTime At => clock.UtcNow;

    public string By => viewer.DisplayName;

    public string Unit => viewer.OrganisationName;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today;
        First = new(today.Year, today.Month, 1);
        if (!string.IsNullOrWhiteSpace(Month))
        {
            if (DateOnly.TryParseExact($"01/{Month.Trim()}", ["dd/MM/yyyy", "dd/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1990 and <= 2100)
            {
                First = day;
            }
            else
            {
                ModelState.AddBreaches([new("treasury.month-missing", "thang")]);
            }
        }

        var (from, to) = (First, First.AddMonths(1).AddDays(-1));
        var lines = db.StatementLines.VisibleTo(viewer, db).AsNoTracking().Where(l => l.On >= from && l.On <= to);
        var sums = await lines.SumsAsync(cancellationToken);
        var statements = await db.TreasuryStatements.VisibleTo(viewer).AsNoTracking().Where(s => s.WithdrawnAt == null && s.FromDay <= to && s.ToDay >= from).ToDictionaryAsync(s => s.TreasuryStatementId, cancellationToken);
        var holders = await Holders.ReadAsync(db, today, cancellationToken);
        Accounts =
        [
            .. sums.GroupBy(s => (statements[s.TreasuryStatementId].HolderId, statements[s.TreasuryStatementId].Account))
                .Select(g => new AccountSums(holders.NameOf(g.Key.HolderId), g.Key.Account, statements[g.First().TreasuryStatementId].Keeper, g.Reconciled()))
                .OrderBy(a => SearchText.SortKey(a.Holder), StringComparer.Ordinal).ThenBy(a => a.Account, StringComparer.Ordinal),
        ];
        var explanations = (await db.LineExplanations.AsNoTracking().Where(e => e.TakenBackAt == null && db.StatementLines.Any(l => l.StatementLineId == e.StatementLineId && l.On >= from && l.On <= to)).ToListAsync(cancellationToken)).ToDictionary(e => e.StatementLineId);
        // What is matched in full is told by its sum.
        var open = await lines.Where(l => l.State != LineState.Matched).OrderBy(l => l.On).ThenBy(l => l.Row).ToListAsync(cancellationToken);
        Open = [.. open.Select(l => new OpenLineRow(l, statements[l.TreasuryStatementId].Account, explanations.GetValueOrDefault(l.StatementLineId)))];
    }
}

/// <summary>One account's month.</summary>
public sealed record AccountSums(string Holder, string Account, string Keeper, IReadOnlyList<Reconciliation> Sums);

/// <summary>A line that no request covers in full, with its explanation where it has one.</summary>
public sealed record OpenLineRow(StatementLine Line, string Account, LineExplanation? Explanation);
