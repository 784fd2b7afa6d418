using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Results;

/// <summary>Rút nhiều kết quả: a reason for all or one for each; every row says what became of it.</summary>
[Allow(Act.RecordResult)]
public sealed class WithdrawManyModel(KhuyenCongDb db, Viewer viewer, ResultBook book) : PageModel
{
    private const int MostRows = 100;

    [BindProperty(Name = "chon")]
    public List<Guid> Chosen { get; set; } = [];

    /// <summary>The list to go back to, as its query string.</summary>
    [BindProperty(Name = "ve")]
    public string? Back { get; set; }

    [BindProperty(Name = "ly-do-chung")]
    public string? CommonReason { get; set; }

    [BindProperty(Name = "ly-do")]
    public Dictionary<Guid, string?> Reasons { get; set; } = [];

    public IReadOnlyList<ResultRow> Rows { get; private set; } = [];

    /// <summary>After the deed: why a row was refused, or null where it was done.</summary>
    public IReadOnlyDictionary<Guid, string?>? Outcomes { get; private set; }

    public string BackUrl => Back is { Length: > 1 and < 2000 } query && query.StartsWith('?') ? "/ket-qua" + query : "/ket-qua";

    public IActionResult OnGet() => LocalRedirect("/ket-qua");

    public async Task<IActionResult> OnPostChooseAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Rows.Count == 0 ? LocalRedirect(BackUrl) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        foreach (var row in Rows.Where(r => string.IsNullOrWhiteSpace(ReasonOf(r.ResultId))))
        {
            ModelState.AddModelError($"ly-do[{row.ResultId}]", $"“{row.Title}”: {Messages.For("result.reason-missing")}");
        }

        if (!ModelState.IsValid || Rows.Count == 0)
        {
            return Rows.Count == 0 ? LocalRedirect(BackUrl) : Page();
        }

        // Each row by itself: what one is refused does not hold back the others.
        var outcomes = new Dictionary<Guid, string?>();
        foreach (var row in Rows)
        {
            var breaches = await book.WithdrawAsync(row.ResultId, ReasonOf(row.ResultId), cancellationToken);
            outcomes[row.ResultId] = breaches.Count == 0 ? null : string.Join(' ', breaches.Select(Messages.For));
        }

        Outcomes = outcomes;
        return Page();
    }

    public string? ReasonOf(Guid id) => Reasons.GetValueOrDefault(id) is { } own && !string.IsNullOrWhiteSpace(own) ? own : CommonReason;

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var chosen = Chosen.Distinct().Take(MostRows).ToList();
        var found = await ResultList.Rows(db.Results.Where(r => chosen.Contains(r.ResultId))).ToListAsync(cancellationToken);
        Rows = [.. found.Where(r => viewer.CanIn(Act.ViewResults, r.CommuneCode)).OrderBy(r => chosen.IndexOf(r.ResultId))];
    }
}
