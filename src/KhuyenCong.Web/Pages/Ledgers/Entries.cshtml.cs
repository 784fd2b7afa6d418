using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
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

/// <summary>Các bút toán của một số: wherever a number of the ledger stands, its link leads here, with what makes it and what it comes to.</summary>
[Allow(Act.ViewPlans)]
public sealed class EntriesModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private Holders holders = null!;
    private FoundEntries found = null!;

    [BindProperty(SupportsGet = true, Name = "so")]
    public LedgerNumber? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "loai")]
    public LedgerKind? Kind { get; set; }

    /// <summary>Lines, each up to an entry where the number was drawn at a moment.</summary>
    [BindProperty(SupportsGet = true, Name = "dong")]
    public List<string> LineTexts { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "de-an")]
    public Guid? ProjectId { get; set; }

    [BindProperty(SupportsGet = true, Name = "hop-dong")]
    public Guid? ContractId { get; set; }

    [BindProperty(SupportsGet = true, Name = "chi-quan-ly")]
    public Guid? EstimateId { get; set; }

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public Guid? HolderId { get; set; }

    [BindProperty(SupportsGet = true, Name = "chuong-trinh")]
    public Guid? ProgrammeId { get; set; }

    [BindProperty(SupportsGet = true, Name = "noi-dung")]
    public string? ProgrammeContent { get; set; }

    [BindProperty(SupportsGet = true, Name = "nguon")]
    public string? Source { get; set; }

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "phan")]
    public EntryPart? Part { get; set; }

    [BindProperty(SupportsGet = true, Name = "rieng")]
    public bool? IsSeparate { get; set; }

    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? PageAsked { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public EntryTable Entries { get; private set; } = new([]);

    /// <summary>How many entries there are on all pages.</summary>
    public int Total { get; private set; }

    /// <summary>What they come to, on all pages; null where no number is asked for.</summary>
    public Dong? Sum { get; private set; }

    /// <summary>What the address asks for, in words.</summary>
    public IReadOnlyList<string> Told { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public int ThisYear => clock.Today.Year;

    public int Rows => Size is 25 or 50 or 100 ? Size.Value : 50;

    public int PageNumber => Math.Clamp(PageAsked ?? 1, 1, Math.Max(1, (Total + Rows - 1) / Rows));

    public string? Previous => PageNumber > 1 ? Address.With(HttpContext, ("trang", $"{PageNumber - 1}")) : null;

    public string? Next => PageNumber * Rows < Total ? Address.With(HttpContext, ("trang", $"{PageNumber + 1}")) : null;

    public string Summary => Total <= Rows ? $"{Total} bút toán, mới nhất ở trên" : $"{((PageNumber - 1) * Rows) + 1}–{Math.Min(PageNumber * Rows, Total)} trong {((long)Total).Grouped()} bút toán, mới nhất ở trên";

    public static IEnumerable<SelectListItem> Numbers => Enum.GetValues<LedgerNumber>().Select(n => new SelectListItem(n.Text(), n.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Entries = await TableAsync((PageNumber - 1) * Rows, Rows, cancellationToken);
        Told = Tell(Entries.Rows);
        Units = holders.Choices(o => found.Lines.Values.Any(l => l.HolderId == o.OrganisationId));
        return Page();
    }

    /// <summary>The same entries on one sheet, as many as a workbook holds well, with their sum.</summary>
    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var table = await TableAsync(0, EntryRows.LargestExport, cancellationToken);
        var codes = await EntryCodes.OfAsync(db, [.. table.Rows.Select(r => r.Entry)], cancellationToken);
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Bút toán", new("Đơn vị dự toán", 40), new("Nguồn", 28), new("Năm", 8, CellFormat.Year), new("Số", 8, CellFormat.Number), new("Ngày hạch toán", 14, CellFormat.Date), new("Loại", 32), new("Từ tài khoản", 24), new("Sang tài khoản", 24), new("Số tiền (đồng)", 20, CellFormat.Money), new("Đề án, nhiệm vụ", 44), new("Hợp đồng", 20), new("Căn cứ", 28), new("Lý do, văn bản", 50), new("Người thực hiện", 28), new("Mục lục ngân sách của dòng", 44), new("Mục, tiểu mục", 24));
        sheet.Title(Number is { } number ? $"BÚT TOÁN: {number.Text()}" : "BÚT TOÁN SỔ DỰ TOÁN");
        sheet.Note(Tell(table.Rows) is { Count: > 0 } told ? string.Join("; ", told) : "Tất cả bút toán");
        if (Total > EntryRows.LargestExport)
        {
            sheet.Note($"Chỉ xuất {EntryRows.LargestExport:N0} bút toán mới nhất trong {((long)Total).Grouped()}; hãy lọc theo ngày để xuất phần còn lại.");
        }

        sheet.Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var row in table.Rows)
        {
            var (entry, line) = (row.Entry, found.Lines[row.Entry.AllocationId]);
            sheet.Row(holders.NameOf(line.HolderId), FundingSource.Find(line.Source)?.Name ?? line.Source, (long)line.Year, (long)entry.Sequence, entry.On, row.Kind, entry.FromAccount.Text(), entry.ToAccount.Text(), table.Amount(row), row.Project, row.Contract, entry.CauseKind.Text(), entry.Reason, row.By, codes.OfLine(entry), codes.OfSpending(entry));
        }

        if (Number is not null)
        {
            sheet.Total("Cộng", 9);
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"but-toan-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var lines = LineTexts.Select(LineUntil.Parse).ToList();
        if (lines.Count > EntryPlace.MostLines || lines.Contains(null))
        {
            return false;
        }

        var place = new EntryPlace
        {
            Lines = [.. lines.OfType<LineUntil>().DistinctBy(l => l.AllocationId)],
            ProjectId = ProjectId,
            ContractId = ContractId,
            EstimateId = EstimateId,
            HolderId = HolderId,
            ProgrammeId = ProgrammeId,
            Content = string.IsNullOrEmpty(ProgrammeContent) ? null : ProgrammeContent,
            Source = string.IsNullOrEmpty(Source) ? null : Source,
            Year = Year,
            Part = Part,
            IsSeparate = IsSeparate,
        };
        if (await new EntryQuery(place, Number, Kind, From, To).FindAsync(db, viewer, cancellationToken) is not { } entries)
        {
            return false;
        }

        found = entries;
        holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        var flows = await entries.Entries.FlowsAsync(cancellationToken);
        Total = flows.Sum(f => f.Count);
        Sum = Number?.Sum(flows);
        return true;
    }

    private async Task<EntryTable> TableAsync(int skip, int take, CancellationToken cancellationToken)
    {
        // Of one line the sequence is kept in order; of several the moment says what came first.
        var ordered = found.IsOneLine ? found.Entries.OrderByDescending(e => e.Sequence) : found.Entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).ThenByDescending(e => e.LedgerEntryId);
        var rows = await EntryRows.OfAsync(db, viewer, await ordered.Skip(skip).Take(take).ToListAsync(cancellationToken), cancellationToken);
        return new(rows, Number, found.IsOneLine ? null : found.Lines.ToDictionary(l => l.Key, l => NameOf(l.Value)));
    }

    private string NameOf(EntryLine line) => $"{holders.NameOf(line.HolderId)}; {FundingSource.Find(line.Source)?.ShortName ?? line.Source}, {line.Year}";

    /// <summary>The address may name any project or contract: what it is called is told where there are entries of it.</summary>
    private List<string> Tell(IReadOnlyList<EntryRow> rows)
    {
        var first = rows.Count > 0 ? rows[0] : null;
        string?[] told =
        [
            found.IsOneLine && found.Lines.Values.FirstOrDefault() is { } line ? NameOf(line) : HolderId is { } holder ? holders.NameOf(holder) : null,
            LineTexts.Count > 1 ? $"{found.Lines.Count} dòng dự toán" : null,
            LineTexts.Exists(t => t.Contains(',', StringComparison.Ordinal)) ? "đến lúc lấy số liệu" : null,
            ProjectId is not null ? first?.Project : null,
            ContractId is not null ? $"hợp đồng {first?.Contract}".TrimEnd() : null,
            EstimateId is not null ? "một dự toán chi quản lý" : null,
            ProgrammeId is not null ? "đề án của một chương trình" : null,
            ProgrammeContent switch { null or "" => null, EntryPlace.NoContent => "chưa gắn nội dung", var content => $"nội dung {content}" },
            FundingSource.Find(Source)?.Name,
            Year is { } year ? $"năm {year}" : null,
            Part switch { EntryPart.Contracts => "theo hợp đồng", EntryPart.Projects => "theo đề án", EntryPart.Management => "chi quản lý", _ => null },
            IsSeparate switch { true => LedgerWords.SeparateBook, false => "ngân sách tỉnh, xã", null => null },
            Kind?.Text(),
            From is { } from ? $"từ {from.Text()}" : null,
            To is { } to ? $"đến {to.Text()}" : null,
        ];
        return [.. told.OfType<string>().Where(t => t.Length > 0)];
    }
}
