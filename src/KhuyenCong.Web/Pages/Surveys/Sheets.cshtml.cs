using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Surveys;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Surveys;

/// <summary>The establishments of a round, those without a sheet first: what an officer walks through, on a phone as well.</summary>
[Allow(Act.EditEstablishments)]
public sealed class SheetsModel(KhuyenCongDb db, Viewer viewer, SurveyBook book, TimeProvider clock) : PageModel
{
    private Dictionary<string, string> names = [];

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "xa")]
    public string? CommuneCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "con")]
    public bool OnlyLeft { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public SurveyRound Round { get; private set; } = null!;

    public Paged<Row> List { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    public string Places(IEnumerable<string> codes) => string.Join(", ", codes.Select(c => names.GetValueOrDefault(c, c)));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken) is not { } round)
        {
            return NotFound();
        }

        Round = round;
        var communes = viewer.CommunesOf(round);
        var all = await db.CommunesAsync(viewer.ProvinceCode, clock.Today, cancellationToken);
        names = all.ToDictionary(c => c.Code, c => c.Name);
        Communes = [.. all.Where(c => communes.Contains(c.Code)).Select(c => new SelectListItem(c.Name, c.Code))];
        var asked = book.Asked(CommuneCode is { Length: > 0 } commune ? [.. communes.Where(c => c == commune)] : communes);
        foreach (var word in SearchText.Words(Search))
        {
            asked = asked.Where(e => e.SearchText.Contains(word));
        }

        var sheets = db.SurveySheets.Where(s => s.SurveyRoundId == id);
        var page = await Paged.OfAsync(
            asked.AsNoTracking().Where(e => !OnlyLeft || !sheets.Any(s => s.EstablishmentId == e.EstablishmentId))
                .OrderBy(e => sheets.Any(s => s.EstablishmentId == e.EstablishmentId)).ThenBy(e => e.SortKey).ThenBy(e => e.EstablishmentId).Select(e => e.EstablishmentId),
            Number,
            Size,
            cancellationToken);
        var ids = page.Rows.ToList();
        var rows = await db.Establishments.AsNoTracking().Where(e => ids.Contains(e.EstablishmentId))
            .Select(e => new
            {
                e.EstablishmentId,
                e.Name,
                e.Trade,
                Codes = e.Sites.Select(s => s.CommuneCode).ToList(),
                Sheet = sheets.Where(s => s.EstablishmentId == e.EstablishmentId).Select(s => new { s.Outcome, s.FilledAt }).FirstOrDefault(),
            }).AsSplitQuery().ToDictionaryAsync(e => e.EstablishmentId, cancellationToken);
        List = page.Showing<Row>([.. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(r => new Row(r.EstablishmentId, r.Name, r.Trade, [.. r.Codes.Distinct().Where(communes.Contains)], r.Sheet?.Outcome, r.Sheet?.FilledAt))]);
        return Page();
    }

    /// <summary>One establishment and its sheet.</summary>
    public sealed record Row(Guid EstablishmentId, string Name, string? Trade, IReadOnlyList<string> Communes, SheetOutcome? Outcome, DateTime? FilledAt);
}
