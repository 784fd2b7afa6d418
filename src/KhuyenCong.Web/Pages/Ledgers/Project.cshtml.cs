using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using KhuyenCong.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Ledgers;

/// <summary>Kinh phí của một đề án: source by source, stage beside stage, then contract by contract, with the entries that the numbers come from.</summary>
[Allow(Act.ViewProjects)]
public sealed class ProjectModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    /// <summary>No project has so many entries: a number typed above it is none.</summary>
    private const int LastPage = 10_000;

    private static readonly string[] Heads = ["Đề nghị", "Thẩm định", "Phê duyệt", "Trong đó đã trả về nguồn", "Hợp đồng"];

    private IReadOnlyDictionary<Guid, string> holders = new Dictionary<Guid, string>();

    private ContractFlows flows = ContractFlows.None;

    [BindProperty(SupportsGet = true, Name = "tai-khoan")]
    public LedgerAccount? Account { get; set; }

    [BindProperty(SupportsGet = true, Name = "nguon")]
    public string? Source { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Guid ProjectId { get; private set; }

    public string ProjectTitle { get; private set; } = "";

    public string? Code { get; private set; }

    public int Year { get; private set; }

    public ProjectMoney Money { get; private set; } = new([], []);

    /// <summary>Sources that are on no line: committed beside proven.</summary>
    public IReadOnlyList<ProvenMoney> Proven { get; private set; } = [];

    public IReadOnlyList<EntryRow> Entries { get; private set; } = [];

    public bool HasNext { get; private set; }

    /// <summary>What the entries come to in the account that is looked at, those of other pages too.</summary>
    public Dong? Sum { get; private set; }

    /// <summary>Lines that the reader may open.</summary>
    public IReadOnlySet<Guid> OpenLines { get; private set; } = new HashSet<Guid>();

    public int Rows => Size is 25 or 50 or 100 ? Size.Value : 50;

    public int PageNumber => Math.Clamp(Number ?? 1, 1, LastPage);

    public bool IsFiltered => Account is not null || !string.IsNullOrEmpty(Source);

    public string? Previous => PageNumber > 1 ? Address.With(HttpContext, ("trang", $"{PageNumber - 1}")) : null;

    public string? Next => HasNext ? Address.With(HttpContext, ("trang", $"{PageNumber + 1}")) : null;

    public string HolderOf(Allocation line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return holders.GetValueOrDefault(line.HolderId, "—");
    }

    /// <summary>Where the entries of one balance are: of the contract, or of the project itself where nothing is bound yet.</summary>
    public string? Opens(LedgerPosition position, LedgerAccount account)
    {
        ArgumentNullException.ThrowIfNull(position);
        return OpenLines.Contains(position.AllocationId) ? EntryPlace.OfBalance(position, account) : null;
    }

    /// <summary>The entries that reserved it; where they come to something else, the batch that says it, for whoever reads every plan.</summary>
    public string? OpensApproved(ProjectMoneyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Opens(LedgerNumber.InUse, row.Source.Code, row.Approved) ?? OpensBatch(row);
    }

    /// <summary>The entries of settlements that gave it back.</summary>
    public string? OpensReturned(ProjectMoneyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Returned > Dong.Zero ? Opens(LedgerNumber.ReturnedToSource, row.Source.Code, row.Returned) ?? OpensBatch(row) : null;
    }

    /// <summary>The batch with what it appraised and approved of the project.</summary>
    public string? OpensBatch(ProjectMoneyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Batches is [var batch] && viewer.Reach(Act.ViewPlans) is Scope.Province ? $"/ke-hoach/dot/{batch}#Row-{ProjectId:N}" : null;
    }

    /// <summary>The entries that bound it; where they come to something else, the contract that says it.</summary>
    public string? OpensContracted(ProjectMoneyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Opens(LedgerNumber.Contracted, row.Source.Code, row.Contracted)
            ?? (row.Contracts is [var contract] ? $"/hop-dong/{contract}#gia-tri" : Money.Held.Any(h => h.Position.ContractId is not null) ? "#theo-hop-dong" : null);
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var found = await Own().OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).Skip((PageNumber - 1) * Rows).Take(Rows + 1).ToListAsync(cancellationToken);
        HasNext = found.Count > Rows;
        Proven = await ProvenMoney.OfAsync(db, id, Money, cancellationToken);
        flows = Money.Held.Count == 0 ? ContractFlows.None : await ContractFlows.OfProjectAsync(db, id, cancellationToken);
        Sum = Account is { } account ? account.Number().Sum(await Own().FlowsAsync(cancellationToken)) : null;
        Entries = await EntryRows.OfOpenProjectAsync(db, [.. found.Take(Rows)], ProjectTitle, Money.ContractNumbers, OpenLines, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnGetExcelAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var book = new WorkbookWriter();
        SheetColumn[] columns = [new("Nguồn", 40), .. Heads.Concat(ProjectMoney.Accounts.Select(a => a.Text())).Select(h => new SheetColumn(h, 20, CellFormat.Money))];
        var sheet = book.AddSheet("Kinh phí", columns);
        sheet.Title("KINH PHÍ CỦA ĐỀ ÁN, NHIỆM VỤ").Note($"{Code ?? "chưa có mã"}. {ProjectTitle}").Note($"Đơn vị: đồng; ô trống là chưa có số liệu. Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var row in Money.Rows)
        {
            sheet.Row([row.Source.Name, row.Asked, row.Appraised, row.Approved, row.Returned, row.Contracted, .. ProjectMoney.Accounts.Select(a => (SheetValue)row[a])]);
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"kinh-phi-de-an-{clock.Today:yyyyMMdd}.xlsx");
    }

    /// <summary>The project's entries of a source, where they come to the amount and the reader reads all of them.</summary>
    private string? Opens(LedgerNumber number, string source, Dong? amount)
    {
        List<Guid> lines = [.. Money.Held.Where(h => h.Line.Source == source).Select(h => h.Line.AllocationId).Distinct()];
        return lines.Count > 0 && lines.TrueForAll(OpenLines.Contains) && flows.OfLines(number, lines) == amount
            ? new EntryPlace { ProjectId = ProjectId, Source = source }.With(number) : null;
    }

    private IQueryable<LedgerEntry> Own()
    {
        var entries = db.LedgerEntries.AsNoTracking().Where(e => e.ProjectId == ProjectId);
        entries = Account is { } account ? entries.Where(e => e.FromAccount == account || e.ToAccount == account) : entries;
        var lines = Source is { Length: > 0 } source ? Money.Held.Where(h => h.Line.Source == source).Select(h => h.Line.AllocationId).Distinct().ToList() : null;
        return lines is null ? entries : entries.Where(e => lines.Contains(e.AllocationId));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        // Who has a part in a project only does not read the whole project's money.
        if (viewer.Reach(Act.ViewProjects) is not Scope.Province
            && (await viewer.ReadProjectAsync(db, id, cancellationToken, seated: false) is not { } whole || !new ProjectSight(whole, await viewer.AsProjectMoverAsync(db, cancellationToken)).IsWhole))
        {
            return false;
        }

        var project = await db.Projects.VisibleTo(viewer, db, seated: false).AsNoTracking().Where(p => p.ProjectId == id)
            .Select(p => new { p.Title, p.Code, p.Year, p.NationalAmount, p.ProvincialAmount, p.CommuneAmount, p.CounterpartAmount, p.IntegratedAmount, p.SponsorshipAmount, p.OtherAmount }).SingleOrDefaultAsync(cancellationToken);
        if (project is null)
        {
            return false;
        }

        (ProjectId, ProjectTitle, Code, Year) = (id, project.Title, project.Code, project.Year);
        var asked = new FundingSplit(project.NationalAmount, project.ProvincialAmount, project.CommuneAmount, project.CounterpartAmount, project.IntegratedAmount, project.SponsorshipAmount, project.OtherAmount);
        Money = await ProjectMoney.OfAsync(db, id, asked, cancellationToken);
        var lines = Money.Held.Select(h => h.Line.AllocationId).Distinct().ToList();
        // Whoever reads the province's plans reads all its lines: then there is nothing to ask.
        OpenLines = lines.Count == 0 ? new HashSet<Guid>()
            : viewer.Reach(Act.ViewPlans) is Scope.Province ? lines.ToHashSet()
            : await db.Allocations.VisibleTo(viewer).Where(a => lines.Contains(a.AllocationId)).Select(a => a.AllocationId).ToHashSetAsync(cancellationToken);
        holders = await Holders.NamesAsync(db, [.. Money.Held.Select(h => h.Line.HolderId)], clock.Today, cancellationToken);
        return true;
    }
}
