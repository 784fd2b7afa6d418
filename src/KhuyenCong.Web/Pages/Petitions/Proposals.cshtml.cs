using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Petitions;

/// <summary>Proposed amendments that petitions were grouped into.</summary>
[Allow(Act.FilePetition)]
public sealed class ProposalsModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public AmendmentState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "loai")]
    public AmendmentKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "sap-xep")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<ProposalRow> List { get; private set; } = Paged.Of<ProposalRow>([], null, null);

    public bool MayDraft => viewer.Can(Act.DraftAmendment);

    public async Task OnGetAsync() => List = Paged.Of(await RowsAsync(), Number, Size);

    public async Task<IActionResult> OnGetExcelAsync()
    {
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Đề xuất sửa đổi", new("Mã", 18), new("Tên", 60), new("Loại", 34), new("Số kiến nghị", 12), new("Ngày lập", 12), new("Trạng thái", 24), new("Văn bản ban hành", 22), new("Ngày ban hành", 12));
        sheet.Title("Đề xuất sửa đổi").Blank().Header();
        foreach (var (proposal, petitions) in await RowsAsync())
        {
            sheet.Row(proposal.Code, proposal.Title, proposal.Kind.Word(), (long)petitions, proposal.OpenedOn, proposal.State.Word(), proposal.IssuedNumber, proposal.IssuedOn);
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"de-xuat-sua-doi-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<List<ProposalRow>> RowsAsync()
    {
        var sought = SearchText.Fold(Search);
        var query = db.AmendmentProposals.AsNoTracking();
        query = sought.Length == 0 ? query : query.Where(a => a.SearchText.Contains(sought));
        query = State is { } state ? query.Where(a => a.State == state) : query;
        query = Kind is { } kind ? query.Where(a => a.Kind == kind) : query;
        var found = await query.ToListAsync();
        var counts = await db.Petitions.Where(p => p.AmendmentProposalId != null).GroupBy(p => p.AmendmentProposalId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var rows = found.Select(a => new ProposalRow(a, counts.GetValueOrDefault(a.AmendmentProposalId)));
        return [.. Sort switch
        {
            "ten" => rows.OrderBy(r => SearchText.SortKey(r.Proposal.Title), StringComparer.Ordinal),
            "-ten" => rows.OrderByDescending(r => SearchText.SortKey(r.Proposal.Title), StringComparer.Ordinal),
            "kien-nghi" => rows.OrderBy(r => r.Petitions),
            "-kien-nghi" => rows.OrderByDescending(r => r.Petitions),
            "ngay" => rows.OrderBy(r => r.Proposal.OpenedOn).ThenBy(r => r.Proposal.Code, StringComparer.Ordinal),
            _ => rows.OrderByDescending(r => r.Proposal.OpenedOn).ThenByDescending(r => r.Proposal.Code, StringComparer.Ordinal),
        }];
    }
}

/// <summary>A proposal of the list and how many petitions stand behind it.</summary>
public sealed record ProposalRow(AmendmentProposal Proposal, int Petitions);
