using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>The programmes of the viewer's province.</summary>
[Allow(Act.ViewProgramme)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public VersionState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "sap-xep")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<Line> List { get; private set; } = Paged.Of<Line>([], null, null);

    /// <summary>Every year that some programme covers.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    public bool IsFiltered => Search is not null || State is not null || Year is not null;

    public bool MayEdit => viewer.Can(Act.EditProgramme);

    public async Task OnGetAsync() => List = Paged.Of(await RowsAsync(), Number, Size);

    public async Task<IActionResult> OnGetExcelAsync()
    {
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Chương trình", new("Chương trình", 60), new("Quyết định", 40), new("Giai đoạn", 12), new("Chỉ tiêu", 10), new("Kết quả", 10), new("Mâu thuẫn chờ giải trình", 14), new("Trạng thái", 20));
        sheet.Title("Chương trình khuyến công").Note($"Xuất ngày {clock.Today.Text()}").Blank().Header();
        foreach (var line in await RowsAsync())
        {
            sheet.Row(line.Head.Title, line.Head.Decision, $"{line.Head.FromYear}–{line.Head.ToYear}", (long)line.Targets, (long)line.Results, (long)line.Open, line.Head.State.Tag().Text + (line.HasDraftBeside ? "; có bản nháp" : ""));
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"chuong-trinh-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<List<Line>> RowsAsync()
    {
        var heads = await db.Programmes.Join(db.ProgrammeVersions, p => p.ProgrammeId, v => v.ProgrammeId, ProgrammeHead.Of).ToListAsync();
        var targets = await db.Targets.Where(t => !t.IsRetired).GroupBy(t => t.ProgrammeId).Select(g => new { g.Key, Targets = g.Count(), Results = g.Sum(t => t.ResultCount) }).ToDictionaryAsync(g => g.Key);
        var open = await db.Discrepancies.Where(d => d.Origin == DiscrepancyOrigin.Rule && d.State == DiscrepancyState.Open).GroupBy(d => d.ProgrammeId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var all = heads.GroupBy(h => h.ProgrammeId)
            .Select(g => new Line(
                g.FirstOrDefault(h => h.Number == h.CurrentNumber) ?? g.MaxBy(h => h.Number)!,
                viewer.MayEdit(g.First()) ? g.FirstOrDefault(h => h.State is VersionState.Draft) : null,
                targets.GetValueOrDefault(g.Key)?.Targets ?? 0,
                targets.GetValueOrDefault(g.Key)?.Results ?? 0,
                open.GetValueOrDefault(g.Key)))
            .Where(l => l.Head.CurrentNumber > 0 || viewer.MayEdit(l.Head)).ToList();
        Years = [.. all.SelectMany(l => Enumerable.Range(l.Head.FromYear, l.Head.ToYear - l.Head.FromYear + 1)).Distinct().Order()];
        var wanted = SearchText.Fold(Search);
        var rows = all
            .Where(l => SearchText.Fold($"{l.Head.Title} {l.Head.Decision}").Contains(wanted, StringComparison.Ordinal))
            .Where(l => State is not { } state || l.Head.State == state || l.Draft?.State == state)
            .Where(l => Year is not { } year || (l.Head.FromYear <= year && year <= l.Head.ToYear));
        return [.. Sort switch
        {
            "ten" => rows.OrderBy(l => SearchText.SortKey(l.Head.Title), StringComparer.Ordinal),
            "-ten" => rows.OrderByDescending(l => SearchText.SortKey(l.Head.Title), StringComparer.Ordinal),
            "ket-qua" => rows.OrderBy(l => l.Results),
            "-ket-qua" => rows.OrderByDescending(l => l.Results),
            "mau-thuan" => rows.OrderBy(l => l.Open),
            "-mau-thuan" => rows.OrderByDescending(l => l.Open),
            "giai-doan" => rows.OrderBy(l => l.Head.FromYear).ThenBy(l => l.Head.DecisionDate),
            // The province's own first, then those of its communes.
            _ => rows.OrderByDescending(l => l.Head.FromYear).ThenBy(l => l.Head.CommuneCode is not null).ThenByDescending(l => l.Head.DecisionDate),
        }];
    }

    /// <summary>One programme with its version in force (or its newest draft) and what waits on it.</summary>
    public sealed record Line(ProgrammeHead Head, ProgrammeHead? Draft, int Targets, int Results, int Open)
    {
        /// <summary>An amendment is being written while a version is in force.</summary>
        public bool HasDraftBeside => Draft is not null && Head.CurrentNumber > 0;
    }
}
