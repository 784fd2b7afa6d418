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

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        List = await Paged.OfAsync(Sorted(Found()), Number, Size, cancellationToken);
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        var found = Found();
        var total = await found.CountAsync(cancellationToken);
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Phản ánh, kiến nghị", new("Mã", 18), new("Tiêu đề", 50), new("Loại", 14), new("Liên quan", 50), new("Người gửi", 30), new("Ngày gửi", 12), new("Hạn trả lời", 12), new("Ngày trả lời", 12), new("Trạng thái", 22), new("Thời hạn", 20));
        sheet.Title("Phản ánh, kiến nghị");
        if (Paged.ExportLimit(total, "phản ánh, kiến nghị") is { } limit)
        {
            sheet.Note(limit);
        }

        sheet.Note($"Xuất ngày {Today.Text()}; {Reach}{(Caveat is { } caveat ? $"; {caveat}" : "")}").Blank().Header();
        foreach (var p in await Sorted(found).Take(Paged.LargestExport).ToListAsync(cancellationToken))
        {
            sheet.Row(p.Code, p.Title, p.Kind.Word(), Subjects.Find(p.SubjectKind, p.SubjectId)?.Text, Filer(p), p.FiledOn, p.Deadline, p.AnsweredOn, p.State.Word(), p.Lateness(Today, Calendar)?.Word);
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"kien-nghi-{Today:yyyyMMdd}.xlsx");
    }

    private async Task ReadAsync(CancellationToken cancellationToken) =>
        (Subjects, Calendar) = (await Subjects.LoadAsync(db, viewer), await db.WorkingCalendarAsync(cancellationToken));

    private IQueryable<Petition> Found()
    {
        var today = Today;
        var query = SearchText.Words(Search).Aggregate(db.Petitions.AsNoTracking().VisibleTo(viewer), (all, word) => all.Having(viewer, word));
        query = State is { } state ? query.Where(p => p.State == state) : query;
        query = Kind is { } kind ? query.Where(p => p.Kind == kind) : query;
        query = SubjectKind is { } about ? query.Where(p => p.SubjectKind == about) : query;
        return OnlyLate ? query.Where(p => p.State == PetitionState.Received && p.Deadline != null && p.Deadline < today) : query;
    }

    private IQueryable<Petition> Sorted(IQueryable<Petition> found)
    {
        var today = Today;
        return Sort switch
        {
            "ngay" => found.OrderBy(p => p.FiledOn).ThenBy(p => p.Code),
            "-ngay" => found.OrderByDescending(p => p.FiledOn).ThenByDescending(p => p.Code),
            "han" => found.OrderBy(p => p.Deadline == null).ThenBy(p => p.Deadline).ThenBy(p => p.Code),
            "-han" => found.OrderBy(p => p.Deadline == null).ThenByDescending(p => p.Deadline).ThenByDescending(p => p.Code),
            _ => found.OrderByDescending(p => p.State == PetitionState.Received && p.Deadline != null && p.Deadline < today)
                .ThenBy(p => p.State == PetitionState.Closed || p.State == PetitionState.Withdrawn || p.State == PetitionState.Answered)
                .ThenBy(p => p.Deadline == null).ThenBy(p => p.Deadline).ThenByDescending(p => p.Code),
        };
    }
}
