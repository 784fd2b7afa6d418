using KhuyenCong.Data;
using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Petitions;

/// <summary>The petitions a viewer may see: what is late first.</summary>
[Allow(Act.FilePetition)]
public sealed class PetitionsModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public PetitionState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "loai")]
    public PetitionKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "doi-tuong")]
    public PetitionSubjectKind? SubjectKind { get; set; }

    [BindProperty(SupportsGet = true, Name = "qua-han")]
    public bool OnlyLate { get; set; }

    [BindProperty(SupportsGet = true, Name = "sap-xep")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<Petition> List { get; private set; } = Paged.Of<Petition>([], null, null);

    public Subjects Subjects { get; private set; } = new([]);

    public DateOnly Today => clock.Today;

    public WorkingCalendar Calendar { get; private set; } = WorkingCalendar.Unknown;

    /// <summary>Said below the list and in the export where days late or left are counted.</summary>
    public string? Caveat => CalendarWords.Caveat(Calendar.UnknownYears(Today, Today));

    public bool MayGroup => viewer.Can(Act.DraftAmendment);

    public bool IsFiltered => Search is not null || State is not null || Kind is not null || SubjectKind is not null || OnlyLate;

    public string Reach => viewer.Can(Act.AnswerPetition) || viewer.Reach(Act.FilePetition) is Scope.Province ? "của cả tỉnh, thành phố"
        : viewer.Reach(Act.FilePetition) is Scope.Commune ? "của địa bàn và của đơn vị mình" : "do mình gửi";

    public string Filer(Petition petition) => viewer.MaySeeFiler(petition) ? petition.FilerName : "không hiển thị";

    public async Task OnGetAsync() => List = Paged.Of(await RowsAsync(), Number, Size);

    public async Task<IActionResult> OnGetExcelAsync()
    {
        var rows = await RowsAsync();
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Phản ánh, kiến nghị", new("Mã", 18), new("Tiêu đề", 50), new("Loại", 14), new("Liên quan", 50), new("Người gửi", 30), new("Ngày gửi", 12), new("Hạn trả lời", 12), new("Ngày trả lời", 12), new("Trạng thái", 22), new("Thời hạn", 20));
        sheet.Title("Phản ánh, kiến nghị").Note($"Xuất ngày {Today.Text()}; {Reach}{(Caveat is { } caveat ? $"; {caveat}" : "")}").Blank().Header();
        foreach (var p in rows)
        {
            sheet.Row(p.Code, p.Title, p.Kind.Word(), Subjects.Find(p.SubjectKind, p.SubjectId)?.Text, Filer(p), p.FiledOn, p.Deadline, p.AnsweredOn, p.State.Word(), p.Lateness(Today, Calendar)?.Word);
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"kien-nghi-{Today:yyyyMMdd}.xlsx");
    }

    private async Task<List<Petition>> RowsAsync()
    {
        Subjects = await Subjects.LoadAsync(db, viewer);
        Calendar = await db.WorkingCalendarAsync();
        var sought = SearchText.Fold(Search);
        var query = db.Petitions.AsNoTracking().VisibleTo(viewer);
        query = sought.Length == 0 ? query : query.Where(p => p.SearchText.Contains(sought));
        query = State is { } state ? query.Where(p => p.State == state) : query;
        query = Kind is { } kind ? query.Where(p => p.Kind == kind) : query;
        query = SubjectKind is { } about ? query.Where(p => p.SubjectKind == about) : query;
        var rows = (await query.ToListAsync())
            // The stored search text holds the filer's name: whoever may not see it may not find by it either.
            .Where(p => viewer.MaySeeFiler(p) || SearchText.Fold($"{p.Code} {p.Title}").Contains(sought, StringComparison.Ordinal))
            .Where(p => !OnlyLate || p.IsOverdue(Today));
        return [.. Sort switch
        {
            "ngay" => rows.OrderBy(p => p.FiledOn).ThenBy(p => p.Code, StringComparer.Ordinal),
            "-ngay" => rows.OrderByDescending(p => p.FiledOn).ThenByDescending(p => p.Code, StringComparer.Ordinal),
            "han" => rows.OrderBy(p => p.Deadline ?? DateOnly.MaxValue),
            "-han" => rows.OrderByDescending(p => p.Deadline ?? DateOnly.MinValue),
            _ => rows.OrderByDescending(p => p.IsOverdue(Today)).ThenBy(p => p.State is PetitionState.Closed or PetitionState.Withdrawn or PetitionState.Answered)
                .ThenBy(p => p.Deadline ?? DateOnly.MaxValue).ThenByDescending(p => p.Code, StringComparer.Ordinal),
        }];
    }
}
