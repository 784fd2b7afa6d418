using KhuyenCong.Data;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Execution;

/// <summary>Kiểm tra, giám sát: inspections, those with findings past their day first.</summary>
[Allow(Act.ViewProjects)]
public sealed class InspectionsModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "loai")]
    public InspectionKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public InspectionState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "con-kien-nghi")]
    public bool OnlyOpen { get; set; }

    [BindProperty(SupportsGet = true, Name = "sap-xep")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<InspectionRow> List { get; private set; } = Paged.Of<InspectionRow>([], null, null);

    public DateOnly Today => clock.Today;

    public bool MayPlan => viewer.Can(Act.InspectProject);

    public bool IsFiltered => Year is not null || Kind is not null || State is not null || OnlyOpen;

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<InspectionKind>().Select(k => new SelectListItem(k.Text(), k.ToString()));

    public IEnumerable<SelectListItem> States => Enum.GetValues<InspectionState>().Select(s => new SelectListItem(s.Text(), s.ToString()));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await Paged.OfAsync(Sorted(Found()), Number, Size, cancellationToken);
        List = page.Showing(await RowsAsync(page.Rows, cancellationToken));
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var found = Found();
        var total = await found.CountAsync(cancellationToken);
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Kiểm tra", new("Ngày", 12, CellFormat.Date), new("Cuộc kiểm tra", 50), new("Loại", 16), new("Số đề án", 10, CellFormat.Number), new("Trạng thái", 18), new("Số kiến nghị", 12, CellFormat.Number), new("Chưa đóng", 12, CellFormat.Number), new("Quá hạn", 12, CellFormat.Number));
        sheet.Title("KIỂM TRA, GIÁM SÁT").NoteLimit(total, "cuộc kiểm tra").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var part in (await Sorted(found).Take(Paged.LargestExport).ToListAsync(cancellationToken)).Chunk(Paged.ExportPart))
        {
            foreach (var row in await RowsAsync(part, cancellationToken))
            {
                sheet.Row(row.On, row.Title, row.Kind.Text(), (long)row.Projects, row.State.Text(), (long)row.Findings, (long)row.Open, (long)row.Overdue);
            }
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"kiem-tra-{Today:yyyyMMdd}.xlsx");
    }

    private IQueryable<Inspection> Found()
    {
        var query = db.Inspections.AsNoTracking().VisibleTo(viewer, db);
        query = Kind is { } kind ? query.Where(i => i.Kind == kind) : query;
        query = State is { } state ? query.Where(i => i.State == state) : query;
        if (Year is { } year and >= 1990 and <= 2100)
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            query = query.Where(i => i.On >= from && i.On <= to);
        }

        var open = Open();
        return OnlyOpen ? query.Where(i => open.Any(f => f.InspectionId == i.InspectionId)) : query;
    }

    /// <summary>What nobody has closed, of what the viewer reads.</summary>
    private IQueryable<InspectionFinding> Open() => db.InspectionFindings.VisibleTo(viewer, db).Where(f => f.State != FindingState.Closed);

    private IQueryable<Guid> Sorted(IQueryable<Inspection> found)
    {
        var (open, today) = (Open(), Today);
        var sorted = Sort switch
        {
            "ngay" => found.OrderBy(i => i.On),
            "-ngay" => found.OrderByDescending(i => i.On),
            _ => found.OrderByDescending(i => open.Any(f => f.InspectionId == i.InspectionId && f.State == FindingState.Pending && f.DueOn < today))
                .ThenByDescending(i => open.Any(f => f.InspectionId == i.InspectionId)).ThenByDescending(i => i.On),
        };
        return sorted.ThenByDescending(i => i.InspectionId).Select(i => i.InspectionId);
    }

    private async Task<IReadOnlyList<InspectionRow>> RowsAsync(IReadOnlyList<Guid> inspections, CancellationToken cancellationToken)
    {
        var ids = inspections.ToList();
        var mover = await viewer.AsProjectMoverAsync(db, cancellationToken);
        var found = await db.WholeInspections.VisibleTo(viewer, db).AsNoTracking().Where(i => ids.Contains(i.InspectionId)).ToDictionaryAsync(i => i.InspectionId, cancellationToken);
        var seen = await InspectionSight.ProjectsAsync(db, viewer, [.. found.Values.SelectMany(i => i.Projects).Select(p => p.ProjectId).Distinct()], cancellationToken);
        // Findings about others are not even counted for whoever sees one project of several.
        return [.. ids.Where(found.ContainsKey).Select(id => (Inspection: found[id], Sight: new InspectionSight(found[id], seen, mover)))
            .Select(i => new InspectionRow(i.Inspection.InspectionId, i.Inspection.On, i.Inspection.Title, i.Inspection.Kind, i.Inspection.State, i.Sight.Projects.Count, i.Sight.Findings.Count, i.Sight.Findings.Count(f => f.State is not FindingState.Closed), i.Sight.Findings.Count(f => f.IsOverdue(Today))))];
    }
}

/// <summary>One inspection as the list shows it.</summary>
public sealed record InspectionRow(Guid InspectionId, DateOnly On, string Title, InspectionKind Kind, InspectionState State, int Projects, int Findings, int Open, int Overdue);
