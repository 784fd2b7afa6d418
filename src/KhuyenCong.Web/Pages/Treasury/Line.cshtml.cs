using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Treasury;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Treasury;

/// <summary>One line of a statement: requests it may have paid, whole or in part, what it is matched with, and why it is not.</summary>
[Allow(Act.ViewPlans)]
public sealed class LineModel(KhuyenCongDb db, Viewer viewer, TreasuryBook book) : PageModel
{
    private const int CandidatesShown = 8;
    private const int FoundShown = 20;

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(Name = nameof(Ties))]
    public Dictionary<Guid, TieForm> Ties { get; set; } = [];

    [BindProperty]
    public ExplanationKind? Kind { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public TreasuryStatement Statement { get; private set; } = null!;

    public StatementLine Line { get; private set; } = null!;

    public bool MayWork { get; private set; }

    public bool IsOpen => Line.State is LineState.Unmatched or LineState.PartlyMatched;

    public IReadOnlyList<MatchCandidate> Candidates { get; private set; } = [];

    /// <summary>What the search found beside the candidates.</summary>
    public IReadOnlyList<PaymentFacts> Found { get; private set; } = [];

    public IReadOnlyList<MatchRow> Matches { get; private set; } = [];

    public IReadOnlyList<ExplanationRow> Explanations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await RefusedAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var parts = Ties.Where(t => t.Value is { Chosen: true }).Select(t => (t.Key, t.Value.Amount ?? Dong.Zero)).ToList();
        var confirmed = await book.ConfirmAsync(Statement.TreasuryStatementId, [new(id, parts)], cancellationToken);
        if (confirmed.Lines == 0 || confirmed.Breaches.Count > 0)
        {
            await LoadAsync(id, cancellationToken);
            ModelState.AddBreaches(confirmed.Breaches.Select(b => b with { Field = null }));
            return Page();
        }

        TempData.Say(confirmed.Paid > 0 ? $"Đã khớp và ghi chi {confirmed.Paid} đề nghị." : "Đã khớp. Đề nghị chưa khớp đủ thì chưa ghi chi; đề nghị đã chi thì không ghi lần nữa.");
        return LocalRedirect($"/kho-bac/dong/{id}");
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id, Guid match, CancellationToken cancellationToken)
    {
        if (await RefusedAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        return Matches.All(m => m.StatementMatchId != match) ? NotFound()
            : await DoneAsync(id, await book.UndoAsync(match, Reason, cancellationToken), "Đã bỏ khớp. Đề nghị ghi chi bằng tay từ trước thì vẫn là đã chi.", cancellationToken);
    }

    public async Task<IActionResult> OnPostExplainAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await RefusedAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var (_, breaches) = await book.ExplainAsync(Statement.TreasuryStatementId, [id], Kind ?? (ExplanationKind)(-1), Reason, cancellationToken);
        return await DoneAsync(id, breaches, "Đã giải trình.", cancellationToken);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken cancellationToken) =>
        await RefusedAsync(id, cancellationToken) is { } refusal ? refusal : await DoneAsync(id, await book.TakeBackAsync(id, Reason, cancellationToken), "Đã rút giải trình.", cancellationToken);

    private async Task<IActionResult> DoneAsync(Guid id, IReadOnlyList<Breach> breaches, string done, CancellationToken cancellationToken)
    {
        ModelState.AddBreaches(breaches);
        if (breaches.Count > 0)
        {
            await LoadAsync(id, cancellationToken);
            return Page();
        }

        TempData.Say(done);
        return LocalRedirect($"/kho-bac/dong/{id}");
    }

    private async Task<IActionResult?> RefusedAsync(Guid id, CancellationToken cancellationToken) =>
        !await LoadAsync(id, cancellationToken) ? NotFound() : !viewer.MayReconcile(Statement.CommuneCode) ? this.Refuse("treasury.not-yours") : null;

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var line = await db.StatementLines.AsNoTracking().SingleOrDefaultAsync(l => l.StatementLineId == id, cancellationToken);
        if (line is null || await db.TreasuryStatements.VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(s => s.TreasuryStatementId == line.TreasuryStatementId, cancellationToken) is not { } statement)
        {
            return false;
        }

        (Line, Statement, MayWork) = (line, statement, viewer.MayReconcile(statement.CommuneCode) && !statement.IsWithdrawn);
        if (MayWork && IsOpen)
        {
            var open = await db.OpenFactsAsync(statement, cancellationToken);
            Candidates = new MatchDesk(open).Of(line, CandidatesShown);
            var words = SearchText.Words(Search);
            Found = words.Count == 0 ? [] : [.. open.Where(r => r.Direction == line.Direction && r.Rest > Dong.Zero && Candidates.All(c => c.Request.PaymentRequestId != r.PaymentRequestId) && words.All(w => SearchText.Fold($"{r.Code} {r.Beneficiary} {r.TreasuryNumber}").Contains(w, StringComparison.Ordinal))).Take(FoundShown)];
        }

        await TellAsync(id, cancellationToken);
        return true;
    }

    /// <summary>What was matched and explained, and by whom.</summary>
    private async Task TellAsync(Guid id, CancellationToken cancellationToken)
    {
        var matches = await db.StatementMatches.AsNoTracking().Where(m => m.StatementLineId == id).OrderBy(m => m.At).ThenBy(m => m.StatementMatchId).ToListAsync(cancellationToken);
        var explanations = await db.LineExplanations.AsNoTracking().Where(e => e.StatementLineId == id).OrderBy(e => e.At).ToListAsync(cancellationToken);
        var codes = (await db.FactsOfAsync(matches.Select(m => m.PaidId).Distinct(), cancellationToken)).ToDictionary(f => f.PaymentRequestId);
        var users = matches.Select(m => m.By).Concat(explanations.Select(e => e.By)).Distinct().ToList();
        var people = await db.NamesAsync(users, cancellationToken);
        var undone = matches.Where(m => m.ReversesId is not null).Select(m => m.ReversesId!.Value).ToHashSet();
        Matches = [.. matches.Select(m => new MatchRow(m.StatementMatchId, codes[m.PaidId].Path(), codes[m.PaidId].Code, m.Amount, people.GetValueOrDefault(m.By, "—"), m.At, m.ReversesId is null && !undone.Contains(m.StatementMatchId), m.Reason))];
        Explanations = [.. explanations.Select(e => new ExplanationRow(e.Kind, e.Amount, e.Reason, people.GetValueOrDefault(e.By, "—"), e.At, e.TakenBackAt, e.TakenBackReason))];
    }

    /// <summary>A request's part of the line as typed.</summary>
    public sealed class TieForm
    {
        public bool Chosen { get; set; }

        public Dong? Amount { get; set; }
    }
}

/// <summary>One match or the opposite of one.</summary>
/// <param name="Stands">A match that was not taken back.</param>
public sealed record MatchRow(Guid StatementMatchId, string Path, string Code, Dong Amount, string By, DateTime At, bool Stands, string? Reason);

/// <summary>One explanation, standing or taken back.</summary>
public sealed record ExplanationRow(ExplanationKind Kind, Dong Amount, string Reason, string By, DateTime At, DateTime? TakenBackAt, string? TakenBackReason);

/// <summary>A request that may be ticked, with why it is offered.</summary>
public sealed record OfferRow(PaymentFacts Request, bool MayConfirm, string Why, bool IsChosen, Dong Amount);
