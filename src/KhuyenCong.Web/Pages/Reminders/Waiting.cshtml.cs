using KhuyenCong.Data;
using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Reminders;

/// <summary>Đang chờ ai: projects with who has to act next, the late ones first.</summary>
[Allow(Act.ViewProjects)]
public sealed class WaitingModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    /// <summary>More projects than this are narrowed down by year first.</summary>
    public const int Most = 2000;

    [BindProperty(SupportsGet = true, Name = "cho")]
    public WaitingParty? Holder { get; set; }

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    /// <summary>Dossiers on their way to approval, too.</summary>
    [BindProperty(SupportsGet = true, Name = "ca-ho-so")]
    public bool WithDossiers { get; set; }

    [BindProperty(SupportsGet = true, Name = "tre")]
    public bool OnlyLate { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<WaitingRow> List { get; private set; } = Paged.Of<WaitingRow>([], null, null);

    public bool IsCut { get; private set; }

    /// <summary>What is of no single project.</summary>
    public IReadOnlyList<OfficeRow> Offices { get; private set; } = [];

    /// <summary>Only those who read plans or yearly reports have such work to look at.</summary>
    public bool SeesOffices => viewer.Can(Act.ViewPlans) || viewer.Can(Act.ViewYearlySettlements);

    public OfficeList OfficeList => new(Offices, viewer, Today, Calendar);

    public WorkingCalendar Calendar { get; private set; } = WorkingCalendar.Unknown;

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        List = Paged.Of(await RowsAsync(cancellationToken), Number, Size);
        Offices = await OfficesAsync(cancellationToken);
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(cancellationToken);
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Đang chờ ai", new("Mã", 16), new("Đề án", 50), new("Đang chờ", 24), new("Bước tiếp theo", 40), new("Từ ngày", 14), new("Hạn", 14), new("Hạn do đâu", 40), new("Tình trạng", 30));
        sheet.Title("Đề án đang chờ ai").Note($"Tính đến ngày {clock.Today.Text()}").Blank().Header();
        foreach (var (_, code, title, state, nature, item, _) in rows)
        {
            sheet.Row(code ?? "", title, item.Holder.Text(), item.Next(state, nature), item.Since, item.Due?.LastDay, item.Due?.SourceText() ?? "chưa có thời hạn quy định", item.Due is null ? item.WaitedText(clock.Today, Calendar) : item.StandingText(clock.Today, Calendar));
        }

        if (SeesOffices)
        {
            var offices = book.AddSheet("Việc của cơ quan", new("Loại", 28), new("Việc", 50), new("Đơn vị", 40), new("Đang chờ", 24), new("Bước tiếp theo", 40), new("Từ ngày", 14), new("Hạn", 14), new("Hạn do đâu", 40));
            offices.Title("Việc không thuộc riêng đề án nào").Note($"Tính đến ngày {clock.Today.Text()}").Blank().Header();
            foreach (var (item, title, unit, next) in await OfficesAsync(cancellationToken))
            {
                offices.Row(item.Kind.Group(), title, unit, item.Holder.Text(), next, item.Since, item.Due?.LastDay, item.Due?.SourceText() ?? "chưa có thời hạn quy định");
            }
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"dang-cho-ai-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<IReadOnlyList<OfficeRow>> OfficesAsync(CancellationToken cancellationToken)
    {
        if (!SeesOffices)
        {
            return [];
        }

        var today = clock.Today;
        return [.. (await OfficeBook.OfAsync(db, viewer, Year, today, cancellationToken)).Where(r => (Holder is null || r.Item.Holder == Holder) && (!OnlyLate || r.Item.IsLate(today)))];
    }

    private async Task<List<WaitingRow>> RowsAsync(CancellationToken cancellationToken)
    {
        var projects = db.Projects.AsNoTracking().VisibleTo(viewer, db, seated: false).Where(p => Year == null || p.Year == Year);
        if (viewer.Reach(Act.ViewProjects) is Scope.Own && !viewer.Executes())
        {
            // Of a project for several, each owner reads their own part on its page.
            var written = db.Projects.WrittenBy(viewer, db).Select(p => p.ProjectId);
            projects = projects.Where(p => written.Contains(p.ProjectId));
        }

        List<ProjectState> states = WithDossiers ? [.. Enum.GetValues<ProjectState>().Where(s => s is not (ProjectState.Draft or ProjectState.Withdrawn or ProjectState.NotPassed))] : [.. ProjectStates.FromApprovalOn];
        var found = await projects.Where(p => states.Contains(p.State)).OrderBy(p => p.StateSince).ThenBy(p => p.ProjectId).Take(Most + 1)
            .Select(p => new { p.ProjectId, p.Code, p.Title, p.State, p.Nature }).ToListAsync(cancellationToken);
        IsCut = found.Count > Most;
        var ids = found.ConvertAll(p => p.ProjectId);
        var waiting = await ClockBook.OfAsync(db, ids, clock.Today, cancellationToken);
        var reads = await viewer.CommuneClocksAsync(db, ids, cancellationToken);
        Calendar = await db.WorkingCalendarAsync(cancellationToken);
        var today = clock.Today;
        return
        [
            .. found.Take(Most).SelectMany(p => (waiting.GetValueOrDefault(p.ProjectId) ?? []).Where(i => (Holder is null || i.Holder == Holder) && (!OnlyLate || i.IsLate(today)) && reads(p.ProjectId, i)).Take(1)
                    .Select(i => new WaitingRow(p.ProjectId, p.Code, p.Title, p.State, p.Nature, i, viewer.StepOf(i, p.ProjectId))))
                .OrderByDescending(r => r.Item.IsLate(today)).ThenBy(r => r.Item.Due?.LastDay ?? DateOnly.MaxValue).ThenBy(r => r.Item.Since).ThenBy(r => r.ProjectId),
        ];
    }
}

/// <summary>One project with what it waits for first, of what was asked for.</summary>
/// <param name="Place">Where the step is taken; null for whoever may not take it.</param>
public sealed record WaitingRow(Guid ProjectId, string? Code, string Title, ProjectState State, ProjectNature Nature, WaitingItem Item, string? Place);
