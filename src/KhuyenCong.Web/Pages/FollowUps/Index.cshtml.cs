using KhuyenCong.Data;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.FollowUps;

/// <summary>Theo dõi sau hỗ trợ: every sheet of the province, the commune, the contracts or the establishment; what waits stands first.</summary>
[Allow(Act.AnswerFollowUp)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, KeptCommunes kept, TimeProvider clock) : PageModel
{
    private Dictionary<string, string> communes = [];

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    /// <summary>The year in which it is due.</summary>
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "lan")]
    public int? Round { get; set; }

    [BindProperty(SupportsGet = true, Name = "tinh-trang")]
    public FollowUpStanding? Standing { get; set; }

    [BindProperty(SupportsGet = true, Name = "xa")]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<FollowUpRow> List { get; private set; } = Paged.Of<FollowUpRow>([], null, null);

    public int DueCount { get; private set; }

    public int OverdueCount { get; private set; }

    public DateOnly Today => clock.Today;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Year is not null || Round is not null || Standing is not null || !string.IsNullOrEmpty(Place);

    public bool SeesSums => viewer.Can(Act.ConfirmFollowUp);

    public bool SeesTerms => viewer.SetsFollowUpTerms();

    public static IEnumerable<SelectListItem> Rounds => Enumerable.Range(1, FollowUpDue.Rounds).Select(r => new SelectListItem($"Lần {r}", $"{r}"));

    public static IEnumerable<SelectListItem> Standings => Enum.GetValues<FollowUpStanding>().Select(s => new SelectListItem(s.Text(), s.ToString()));

    public IEnumerable<SelectListItem> Places => communes.Where(c => viewer.Reach(Act.AnswerFollowUp) is not Scope.Commune || viewer.CommuneCodes.Contains(c.Key)).Select(c => new SelectListItem(c.Value, c.Key));

    public string Commune(string? code) => code is null ? "—" : communes.GetValueOrDefault(code, code);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await FoundAsync(cancellationToken);
        DueCount = await In(found, FollowUpStanding.Due).CountAsync(cancellationToken);
        OverdueCount = await In(found, FollowUpStanding.Overdue).CountAsync(cancellationToken) + await In(found, FollowUpStanding.SentBack).CountAsync(cancellationToken);
        List = await Paged.OfAsync(Sorted(In(found, Standing)), Number, Size, cancellationToken);
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var found = In(await FoundAsync(cancellationToken), Standing);
        var total = await found.CountAsync(cancellationToken);
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Theo dõi", new("Cơ sở", 40, CellFormat.Text), new("Mã đề án", 18, CellFormat.Text), new("Đề án", 50, CellFormat.Text), new("Xã, phường, đặc khu", 24, CellFormat.Text), new("Lần", 8), new("Hạn trả lời", 14, CellFormat.Date), new("Tình trạng", 26, CellFormat.Text), new("Ngày trả lời", 14, CellFormat.Date), new("Kinh phí", 36, CellFormat.Text));
        sheet.Title("THEO DÕI SAU HỖ TRỢ KHUYẾN CÔNG").Note(FollowUpWords.OwnDefault).NoteLimit(total, "phiếu").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var row in await Sorted(found).Take(Paged.LargestExport).ToListAsync(cancellationToken))
        {
            sheet.Row(row.Name, row.ProjectCode, row.ProjectTitle, Commune(row.CommuneCode), (long)row.Round, row.DueOn, row.StandingOn(Today).Text(), row.AnsweredOn, row.MoneyUse?.Text());
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"theo-doi-sau-ho-tro-{clock.Today:yyyyMMdd}.xlsx");
    }

    /// <summary>All that the filter finds, whatever its standing.</summary>
    private async Task<IQueryable<FollowUp>> FoundAsync(CancellationToken cancellationToken)
    {
        communes = (await kept.OfAsync(db, viewer.ProvinceCode, clock.Today, cancellationToken)).ToDictionary(c => c.Code, c => c.Name);
        var query = db.FollowUps.AsNoTracking().VisibleTo(viewer, db);
        if (Year is { } year and >= 2000 and <= 2200)
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            query = query.Where(f => f.DueOn >= from && f.DueOn <= to);
        }

        query = Round is { } round ? query.Where(f => f.Round == round) : query;
        query = string.IsNullOrEmpty(Place) ? query : query.Where(f => f.CommuneCode == Place);
        foreach (var word in SearchText.Words(Search))
        {
            query = query.Where(f => f.SearchText.Contains(word) || db.Projects.Any(p => p.ProjectId == f.ProjectId && p.SearchText.Contains(word)));
        }

        return query;
    }

    /// <summary><see cref="FollowUp.StandingOf"/> as a query: the day that it turns on is reckoned here, the database compares what is stored.</summary>
    private IQueryable<FollowUp> In(IQueryable<FollowUp> found, FollowUpStanding? standing)
    {
        var (today, opened) = (Today, Today.AddDays(FollowUp.EarlyDays));
        return standing switch
        {
            null => found,
            FollowUpStanding.Answered => found.Where(f => f.State == FollowUpState.Submitted),
            FollowUpStanding.Confirmed => found.Where(f => f.State == FollowUpState.Confirmed),
            FollowUpStanding.SentBack => found.Where(f => f.State == FollowUpState.SentBack),
            FollowUpStanding.NoAnswer => found.Where(f => f.State == FollowUpState.NoAnswer),
            FollowUpStanding.Overdue => found.Where(f => f.State == FollowUpState.AwaitingAnswer && f.DueOn < today),
            FollowUpStanding.Due => found.Where(f => f.State == FollowUpState.AwaitingAnswer && f.DueOn >= today && f.DueOn <= opened),
            FollowUpStanding.NotDue => found.Where(f => f.State == FollowUpState.AwaitingAnswer && f.DueOn > opened),
            _ => found.Where(_ => false),
        };
    }

    /// <summary>What waits for somebody stands first, the longest waiting before the others; of those that are only waited for, the order of their days is that of overdue, due and not due.</summary>
    private IQueryable<FollowUpRow> Sorted(IQueryable<FollowUp> found)
    {
        var today = Today;
        return found.Join(db.Projects, f => f.ProjectId, p => p.ProjectId, (f, p) => new { f, p.Code, p.Title })
            .OrderByDescending(x => x.f.State == FollowUpState.Submitted)
            .ThenByDescending(x => x.f.State == FollowUpState.AwaitingAnswer && x.f.DueOn < today)
            .ThenByDescending(x => x.f.State == FollowUpState.SentBack)
            .ThenByDescending(x => x.f.State == FollowUpState.AwaitingAnswer)
            .ThenBy(x => x.f.DueOn).ThenBy(x => x.f.FollowUpId)
            .Select(x => new FollowUpRow(x.f.FollowUpId, x.f.BeneficiaryName, x.Code, x.Title, x.f.CommuneCode, x.f.Round, x.f.Months, x.f.DueOn, x.f.State, x.f.AnsweredOn, x.f.MoneyUse, x.f.HasMissingMachine));
    }
}

/// <summary>One sheet in a list: nothing of what it answers.</summary>
public sealed record FollowUpRow(Guid FollowUpId, string Name, string? ProjectCode, string ProjectTitle, string? CommuneCode, int Round, int Months, DateOnly DueOn, FollowUpState State, DateOnly? AnsweredOn, PurposeFinding? MoneyUse, bool HasMissingMachine)
{
    public FollowUpStanding StandingOn(DateOnly day) => FollowUp.StandingOf(State, DueOn, day);
}
