using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
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

namespace KhuyenCong.Web.Pages.Audit;

/// <summary>Nhật ký of the province, or of what all share: who did what, when, why; what is already sealed.</summary>
[Allow(Act.ViewAudit, National = true)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private const int LargestExport = 20_000;

    [BindProperty(SupportsGet = true, Name = "nguoi")]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true, Name = "viec")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "loai")]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "doi-tuong")]
    public Guid? SubjectId { get; set; }

    [BindProperty(SupportsGet = true, Name = "su-kien")]
    public Guid? EventId { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int Size { get; set; } = 50;

    [BindProperty(SupportsGet = true, Name = "sau")]
    public Guid? After { get; set; }

    public IReadOnlyList<HistoryEvent> Events { get; private set; } = [];

    public string? Next { get; private set; }

    public long Sealed { get; private set; }

    public int Unsealed { get; private set; }

    public AuditHead? Head { get; private set; }

    public bool MayErase => viewer.Can(Act.EraseValues);

    /// <summary>The journal is the whole province's: so must the reader's reach over personal data be.</summary>
    private bool MaySeePersonalData => viewer.Reach(Act.ViewPersonalData) is Scope.Province;

    public IEnumerable<SelectListItem> People { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => AuditWords.All.OrderBy(k => SearchText.SortKey(k.Value), StringComparer.Ordinal).Select(k => new SelectListItem(k.Value, k.Key));

    public IEnumerable<SelectListItem> Subjects => AuditWords.AllSubjects.OrderBy(s => SearchText.SortKey(s.Name), StringComparer.Ordinal).Select(s => new SelectListItem(s.Name, s.Kind));

    private AuditFilter Filter => new(Who, Kind, Subject, From, To, SubjectId, EventId);

    public async Task<IActionResult> OnGetAsync()
    {
        Size = Size is 25 or 100 ? Size : 50;
        var events = Filter.Apply(db);
        if (After is { } after)
        {
            events = events.Where(e => e.AuditEventId.CompareTo(after) < 0);
        }

        var rows = await events.OrderByDescending(e => e.AuditEventId).Take(Size + 1).Include(e => e.Values).AsNoTracking().ToListAsync();
        Events = await History.TellAsync(db, [.. rows.Take(Size)], MaySeePersonalData);
        Next = rows.Count > Size ? TagHelpers.Address.With(HttpContext, ("sau", rows[Size - 1].AuditEventId.ToString())) : null;
        await ReadSealsAsync();
        return Page();
    }

    public async Task<IActionResult> OnGetExcelAsync()
    {
        var rows = await Filter.Apply(db).OrderByDescending(e => e.AuditEventId).Take(LargestExport).Include(e => e.Values).AsNoTracking().ToListAsync();
        var told = await History.TellAsync(db, rows, MaySeePersonalData);
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Nhật ký", new("Thời điểm", 17), new("Người thực hiện", 24), new("Đơn vị", 34), new("Việc", 34), new("Đối tượng", 20), new("Lý do, căn cứ", 30), new("Trường thông tin", 26), new("Trước", 30), new("Sau", 30), new("Số niêm phong", 12));
        sheet.Title("NHẬT KÝ").Note($"Xuất lúc {clock.UtcNow.LocalText()}. {(rows.Count == LargestExport ? $"Chỉ gồm {LargestExport:N0} sự kiện mới nhất theo bộ lọc." : "Gồm mọi sự kiện theo bộ lọc.")}").Header();
        foreach (var e in told)
        {
            foreach (var value in e.Values.DefaultIfEmpty(new("", null, null, null)))
            {
                var gone = value.Erased is { } request ? $"đã xóa theo yêu cầu số {request}" : null;
                sheet.Row(e.When, e.Who, e.Unit, e.What, e.Subject, e.Reason, value.Label, gone ?? value.Old, gone ?? value.New, e.Sealed);
            }
        }

        return File(book.ToBytes(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"nhat-ky-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task ReadSealsAsync()
    {
        var chain = viewer.Territory ?? AuditEvent.National;
        var events = db.VisibleAuditEvents().Where(e => e.ProvinceCode == chain);
        Sealed = await db.AuditSeals.Where(s => s.ProvinceCode == chain).MaxAsync(s => (long?)s.Sequence) ?? 0;
        Unsealed = await events.CountAsync(e => !db.AuditSeals.Any(s => s.AuditEventId == e.AuditEventId));
        Head = await db.AuditHeads.AsNoTracking().Where(h => h.ProvinceCode == chain).OrderByDescending(h => h.Day).FirstOrDefaultAsync();
        People = [.. (await events.Select(e => e.ActorName).Distinct().OrderBy(n => n).Take(500).ToListAsync()).OrderBy(SearchText.SortKey, StringComparer.Ordinal).Select(n => new SelectListItem(n, n))];
    }
}
