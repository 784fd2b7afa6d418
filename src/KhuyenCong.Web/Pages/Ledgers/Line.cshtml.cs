using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.YearlySettlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using KhuyenCong.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Ledgers;

/// <summary>One line: what every account holds, and the entries that each number comes from, newest first.</summary>
[Allow(Act.ViewPlans)]
public sealed class LineModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "loai")]
    public LedgerKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "tai-khoan")]
    public LedgerAccount? Account { get; set; }

    [BindProperty(SupportsGet = true, Name = "de-an")]
    public Guid? ProjectId { get; set; }

    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    /// <summary>The number of the last entry already shown.</summary>
    [BindProperty(SupportsGet = true, Name = "sau")]
    public int? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Allocation Line { get; private set; } = null!;

    public string Holder { get; private set; } = "";

    public string? ProjectTitle { get; private set; }

    public IReadOnlyList<EntryRow> Entries { get; private set; } = [];

    /// <summary>What the entries come to in the account that is looked at, those of other pages too.</summary>
    public Dong? Sum { get; private set; }

    public string? Next { get; private set; }

    public int Rows => Size is 25 or 50 or 100 ? Size.Value : 50;

    public EntryFilter Filter => new(Kind, Account, ProjectId, From, To);

    /// <summary>Entries after the figures that the year was finally settled with; nothing while it is not.</summary>
    public int EntriesSinceSettlement { get; private set; }

    /// <summary>The report that the year was settled with, where the viewer reads it.</summary>
    public Guid? SettledBy { get; private set; }

    public bool MayClose => Line.ClosedOn is null && viewer.AsPlanMover() is var mover && mover.May(Act.CloseYear, Line.CommuneCode) && HolderDuty.Against(mover, [Line.HolderId]) is null;

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<LedgerKind>().Select(k => new SelectListItem(k.Text(), k.ToString()));

    public static IEnumerable<SelectListItem> Accounts => LedgerWords.Accounts.Select(a => new SelectListItem(a.Text(), a.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var entries = Filter.Apply(Own());
        entries = After is { } last ? entries.Where(e => e.Sequence < last) : entries;
        var found = await entries.OrderByDescending(e => e.Sequence).Take(Rows + 1).ToListAsync(cancellationToken);
        Entries = await EntryRows.OfAsync(db, viewer, [.. found.Take(Rows)], cancellationToken);
        Sum = Account is { } account ? account.Number().Sum(await Filter.Apply(Own()).FlowsAsync(cancellationToken)) : null;
        Next = found.Count > Rows ? Address.With(HttpContext, ("sau", $"{found[Rows - 1].Sequence}")) : null;
        return Page();
    }

    /// <summary>The entries that the filter leaves, newest first, as many as a workbook holds well.</summary>
    public async Task<IActionResult> OnGetExcelAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var found = await Filter.Apply(Own()).OrderByDescending(e => e.Sequence).Take(EntryRows.LargestExport + 1).ToListAsync(cancellationToken);
        var rows = await EntryRows.OfAsync(db, viewer, [.. found.Take(EntryRows.LargestExport)], cancellationToken);
        var codes = await EntryCodes.OfAsync(db, found, cancellationToken);
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Bút toán", new("Số", 8, CellFormat.Number), new("Ngày hạch toán", 14, CellFormat.Date), new("Loại", 32), new("Từ tài khoản", 24), new("Sang tài khoản", 24), new("Số tiền (đồng)", 20, CellFormat.Money), new("Đề án, nhiệm vụ", 44), new("Hợp đồng", 20), new("Căn cứ", 28), new("Lý do, văn bản", 50), new("Người thực hiện", 28), new("Mục lục ngân sách của dòng", 44), new("Mục, tiểu mục", 24));
        sheet.Title($"BÚT TOÁN SỔ DỰ TOÁN NĂM {Line.Year}");
        sheet.Note($"{Holder}; {FundingSource.Find(Line.Source)?.Name}{(LedgerWords.IsSeparate(Line.Source) ? $" ({LedgerWords.SeparateBook.InSentence()})" : "")}");
        sheet.Note(Filter.IsEmpty ? "Tất cả bút toán" : "Lọc: " + string.Join("; ", new[] { Kind?.Text(), Account?.Text(), ProjectTitle, From is { } from ? $"từ {from.Text()}" : null, To is { } to ? $"đến {to.Text()}" : null }.Where(p => p is not null)));
        if (found.Count > EntryRows.LargestExport)
        {
            sheet.Note($"Chỉ xuất {EntryRows.LargestExport:N0} bút toán mới nhất; hãy lọc theo ngày để xuất phần còn lại.");
        }

        sheet.Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var row in rows)
        {
            sheet.Row((long)row.Entry.Sequence, row.Entry.On, row.Kind, row.Entry.FromAccount.Text(), row.Entry.ToAccount.Text(), row.Entry.Amount, row.Project, row.Contract, row.Entry.CauseKind.Text(), row.Entry.Reason, row.By, codes.OfLine(row.Entry), codes.OfSpending(row.Entry));
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"but-toan-{Line.Year}-{clock.Today:yyyyMMdd}.xlsx");
    }

    private IQueryable<LedgerEntry> Own() => db.LedgerEntries.AsNoTracking().Where(e => e.AllocationId == Line.AllocationId);

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Allocations.VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(a => a.AllocationId == id, cancellationToken) is not { } line)
        {
            return false;
        }

        Line = line;
        Holder = (await Holders.ReadAsync(db, clock.Today, cancellationToken)).NameOf(line.HolderId);
        var settled = await db.YearlySettlements.AsNoTracking().Include(s => s.Versions).SingleOrDefaultAsync(s => s.HolderId == line.HolderId && s.Year == line.Year && s.State == YearlyState.Finished, cancellationToken);
        EntriesSinceSettlement = settled?.Current.Figures.EntriesSince(line.AllocationId, line.PostingCount) ?? 0;
        SettledBy = settled is not null && viewer.Can(Act.ViewYearlySettlements) ? settled.YearlySettlementId : null;
        // The address may name any project: its title is told where this line has entries of it.
        ProjectTitle = ProjectId is { } project && await Own().AnyAsync(e => e.ProjectId == project, cancellationToken) ? await db.Projects.Where(p => p.ProjectId == project).Select(p => p.Title).SingleOrDefaultAsync(cancellationToken) : null;
        return true;
    }
}
