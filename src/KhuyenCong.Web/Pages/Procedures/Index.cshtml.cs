using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Law;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Procedures;

/// <summary>Quy trình nội bộ by kind of dossier: in force, coming, past, and drafts for those who write them.</summary>
[Allow(Act.ViewLaw, National = true)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, KeptCommunes kept, TimeProvider clock) : PageModel
{
    private Dictionary<string, string> communes = [];
    private IReadOnlyDictionary<string, string> provinces = new Dictionary<string, string>();

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "che-do")]
    public Regime? Regime { get; set; }

    [BindProperty(SupportsGet = true, Name = "ban-chat")]
    public ProjectNature? Nature { get; set; }

    [BindProperty(SupportsGet = true, Name = "tinh-trang")]
    public ProcedureStanding? Standing { get; set; }

    [BindProperty(SupportsGet = true, Name = "ngay")]
    public DateOnly? On { get; set; }

    [BindProperty(SupportsGet = true, Name = "sap-xep")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<Procedure> List { get; private set; } = Paged.Of<Procedure>([], null, null);

    public DateOnly Day => On ?? clock.Today;

    public bool MayWrite => viewer.Can(Act.EditProcedure);

    /// <summary>Whether they write for a commune only.</summary>
    public bool IsCommune => viewer.Reach(Act.EditProcedure) is Scope.Commune;

    public bool IsFiltered => Search is not null || Regime is not null || Nature is not null || Standing is not null || On is not null;

    public IEnumerable<SelectListItem> Standings => Enum.GetValues<ProcedureStanding>().Where(s => MayWrite || s is not ProcedureStanding.Draft).Select(s => new SelectListItem(s.Text(), s.ToString()));

    public string Place(Procedure procedure)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        return procedure.CommuneCode is { } commune ? communes.GetValueOrDefault(commune, commune) : procedure.Regime is Domain.Law.Regime.Commune ? "Mọi xã, phường, đặc khu" : $"Toàn {provinces.Name(procedure.ProvinceCode).InSentence()}";
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadPlacesAsync(cancellationToken);
        List = await Paged.OfAsync(Sorted(Found()), Number, Size, cancellationToken);
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        await ReadPlacesAsync(cancellationToken);
        var found = Found();
        var total = await found.CountAsync(cancellationToken);
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Quy trình", new("Quy trình", 50), new("Chế độ", 24), new("Hồ sơ", 24), new("Địa bàn", 26), new("Lần ban hành", 10), new("Số bước", 10), new("Thời hạn", 22), new("Áp dụng từ", 14), new("Đến hết", 14), new("Quyết định", 36), new("Cơ quan ban hành", 30), new("Tình trạng", 24));
        sheet.Title("Quy trình nội bộ");
        if (Paged.ExportLimit(total, "quy trình") is { } limit)
        {
            sheet.Note(limit);
        }

        sheet.Note($"Tình trạng vào ngày {Day.Text()}; xuất ngày {clock.Today.Text()}").Blank().Header();
        var steps = book.AddSheet("Các bước", new("Quy trình", 50), new("Bước", 8), new("Tên bước", 44), new("Người, đơn vị thực hiện", 30), new("Trạng thái hồ sơ", 20), new("Nội dung công việc", 50), new("Giấy tờ", 50), new("Số ngày", 10), new("Cách tính ngày", 18));
        steps.Title("Các bước của quy trình").Note("Số ngày để trống: chưa có số liệu.").Blank().Header();
        foreach (var procedure in await Sorted(found).Take(Paged.LargestExport).ToListAsync(cancellationToken))
        {
            sheet.Row(procedure.Title, ((Regime?)procedure.Regime).Word(), procedure.Nature.Text(), Place(procedure), procedure.Edition, procedure.Steps.Count, procedure.TotalTime(), procedure.From, procedure.To, procedure.DecisionText(), procedure.Issuer, procedure.StandingOn(Day).Text());
            foreach (var step in procedure.InOrder)
            {
                steps.Row(procedure.Title, step.Number, step.Name, step.Performer, step.State?.Text(), step.Work, string.Join('\n', new[] { step.Papers, step.PapersOf?.Text() }.OfType<string>()), step.Days, step.Days is null ? null : step.DayKind.Text());
            }
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"quy-trinh-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task ReadPlacesAsync(CancellationToken cancellationToken)
    {
        communes = (await kept.OfAsync(db, viewer.ProvinceCode, clock.Today, cancellationToken)).ToDictionary(c => c.Code, c => c.Name);
        provinces = await Territory.ProvincesAsync(db, Day);
    }

    private IQueryable<Procedure> Found()
    {
        var day = Day;
        var query = db.Procedures.AsNoTracking().VisibleTo(viewer);
        query = Regime is { } regime ? query.Where(p => p.Regime == regime) : query;
        query = Nature is { } nature ? query.Where(p => p.Nature == nature) : query;
        foreach (var word in SearchText.Words(Search))
        {
            query = query.Where(p => p.SearchText.Contains(word));
        }

        return Standing switch
        {
            ProcedureStanding.Draft => query.Where(p => p.From == null),
            ProcedureStanding.Coming => query.Where(p => p.From > day),
            ProcedureStanding.Past => query.Where(p => p.From <= day && p.To < day),
            ProcedureStanding.InForce => query.Where(p => p.From <= day && (p.To == null || p.To >= day)),
            _ => query,
        };
    }

    /// <summary>Drafts stand with what comes last.</summary>
    private IQueryable<Procedure> Sorted(IQueryable<Procedure> found)
    {
        var sorted = Sort switch
        {
            "ten" => found.OrderBy(p => p.SortKey),
            "-ten" => found.OrderByDescending(p => p.SortKey),
            "hieu-luc" => found.OrderBy(p => p.From == null).ThenBy(p => p.From),
            "-hieu-luc" => found.OrderByDescending(p => p.From == null).ThenByDescending(p => p.From),
            _ => found.OrderBy(p => p.Regime == Domain.Law.Regime.National ? 0 : p.Regime == Domain.Law.Regime.Provincial ? 1 : 2).ThenBy(p => p.Nature == ProjectNature.Grant ? 0 : 1)
                .ThenBy(p => p.TerritoryCode != p.ProvinceCode).ThenBy(p => p.TerritoryCode).ThenByDescending(p => p.From == null).ThenByDescending(p => p.From),
        };
        return sorted.ThenBy(p => p.ProcedureId).Include(p => p.Steps).AsSplitQuery();
    }
}
