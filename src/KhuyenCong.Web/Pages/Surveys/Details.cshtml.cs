using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Surveys;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Surveys;

/// <summary>One round: how far each commune is, which are late; extended or closed by whoever keeps the registry.</summary>
[Allow(Act.ViewEstablishments)]
public sealed class DetailsModel(KhuyenCongDb db, Viewer viewer, SurveyBook book, TimeProvider clock) : PageModel
{
    [BindProperty]
    public DateOnly? Deadline { get; set; }

    /// <summary>Only communes that are not done.</summary>
    [BindProperty(SupportsGet = true, Name = "con")]
    public bool OnlyLeft { get; set; }

    public SurveyRound Round { get; private set; } = null!;

    public IReadOnlyList<CommuneProgress> All { get; private set; } = [];

    /// <summary>What is not done stands first.</summary>
    public IReadOnlyList<CommuneProgress> Rows => [.. All.Where(p => !OnlyLeft || p.Left > 0).OrderBy(p => p.Left == 0)];

    public DateOnly Today => clock.Today;

    public bool MayKeep => viewer.Can(Act.CurateEstablishments);

    public bool MayFill => viewer.Can(Act.EditEstablishments);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnGetExcelAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var workbook = new WorkbookWriter();
        var sheet = workbook.AddSheet("Tiến độ", new("Mã", 8, CellFormat.Text), new("Xã, phường, đặc khu", 30, CellFormat.Text), new("Số cơ sở", 10), new("Đã có phiếu", 12), new("Còn lại", 10));
        sheet.Title("TIẾN ĐỘ KHẢO SÁT CƠ SỞ CÔNG NGHIỆP NÔNG THÔN").Note($"{Round.Title}; số liệu năm {Round.Year}; hạn {Round.Deadline.Text()}").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var row in Rows)
        {
            sheet.Row(row.Code, row.Name, (long)row.Establishments, (long)row.Sheets, (long)row.Left);
        }

        sheet.Total("Cộng", 3, 4, 5);
        return File(workbook.ToBytes(), WorkbookType.Xlsx, $"tien-do-khao-sat-{clock.Today:yyyyMMdd}.xlsx");
    }

    [Allow(Act.CurateEstablishments)]
    public async Task<IActionResult> OnPostExtendAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Require(Deadline, nameof(Deadline), Messages.For("survey.deadline-missing"));
        if (Deadline is not { } deadline || !ModelState.IsValid)
        {
            return Page();
        }

        var ruling = SurveyRules.Extend(Round, deadline, clock.Today);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b.Field is null ? b : b with { Field = nameof(Deadline) }));
        if (ruling.Event is not { } extended)
        {
            return Page();
        }

        Round.Apply(extended);
        db.Because("survey.extended");
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say($"Hạn mới: {deadline.Text()}.");
        return LocalRedirect($"/khao-sat/{id}");
    }

    [Allow(Act.CurateEstablishments)]
    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var ruling = SurveyRules.Close(Round, clock.Today);
        ModelState.AddBreaches(ruling.Breaches);
        if (ruling.Event is not { } closed)
        {
            return Page();
        }

        Round.Apply(closed);
        db.Because("survey.closed");
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Đã kết thúc đợt khảo sát; không nhận thêm phiếu.");
        return LocalRedirect($"/khao-sat/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken) is not { } round)
        {
            return false;
        }

        Round = round;
        All = await book.ProgressAsync(round, cancellationToken);
        return true;
    }
}
