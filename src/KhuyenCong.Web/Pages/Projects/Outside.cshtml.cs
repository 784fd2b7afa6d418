using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Appraisals;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Hỗ trợ ngoài khuyến công: what other departments, sponsors and partners gave; another department sees and enters its own rows.</summary>
[Allow(Act.RecordOutsideSupport)]
public sealed class OutsideModel(KhuyenCongDb db, Viewer viewer, DraftBox drafts, FileStore files, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    private const string Draft = "ho-tro-khac";

    private Dictionary<string, string> kinds = [];

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Typed { get; set; }

    [BindProperty(SupportsGet = true, Name = "dong")]
    public Guid? RowId { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int PageNumber { get; set; } = 1;

    [BindProperty]
    public EntryForm Form { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public Guid? WithdrawingId { get; private set; }

    public IReadOnlyList<OutsideSupport> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public bool HasNext => Number * PageSize < Count;

    public int Number => Math.Max(1, PageNumber);

    public string Search => (Typed ?? "").Trim();

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public string KindName(string code) => kinds.GetValueOrDefault(code, code);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Form.Id = Uuid.New(clock);
        Form.GivenBy ??= viewer.Reach(Act.RecordOutsideSupport) is Scope.Own ? viewer.OrganisationName : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        ModelState.Remove(nameof(Reason));
        var id = Form.Id == Guid.Empty ? Uuid.New(clock) : Form.Id;
        if (await db.OutsideSupports.AnyAsync(s => s.OutsideSupportId == id, cancellationToken))
        {
            return LocalRedirect("/de-an/ho-tro-khac");
        }

        var (file, fault) = await files.KeepAsync(viewer.ProvinceCode, Form.File, "Form.File", cancellationToken);
        ModelState.AddBreaches(fault is null ? [] : [fault]);
        var establishment = await EstablishmentAsync(cancellationToken);
        var ruling = OutsideSupport.Record(id, viewer.ProvinceCode, viewer.OrganisationId, Read(establishment?.EstablishmentId, file), clock);
        ModelState.AddBreaches(ruling.Breaches, nameof(Form));
        if (ruling.Event is not { } recorded || !ModelState.IsValid)
        {
            return Page();
        }

        var support = OutsideSupport.From(recorded);
        await db.WriteAsync(
            _ => Task.CompletedTask,
            async () =>
            {
                if (file is not null)
                {
                    await files.MustReferAsync(viewer.ProvinceCode, file.Sha256, cancellationToken);
                }

                db.OutsideSupports.Add(support);
                await db.TraceAsync(SupportSourceKind.OutsideSupport, id, viewer.ProvinceCode, support.TracesWith(establishment, Form.Identifier), cancellationToken);
                db.Because("outside.support-recorded");
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
        await this.EndDraftAsync(drafts, Draft, "moi");
        TempData.Say($"Đã ghi khoản hỗ trợ{(support.EstablishmentId is null ? "; chưa gắn được với cơ sở đã ghi nhận" : "")}.");
        return LocalRedirect("/de-an/ho-tro-khac");
    }

    /// <summary>The signed paper, always as a download.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid khoan, CancellationToken cancellationToken)
    {
        var file = await Visible().Where(s => s.OutsideSupportId == khoan).Select(s => s.File).FirstOrDefaultAsync(cancellationToken);
        return file is null || await files.OpenAsync(viewer.ProvinceCode, file.Sha256, cancellationToken) is not { } content
            ? NotFound()
            : new FileStreamResult(content, file.MediaType) { FileDownloadName = file.FileName, EnableRangeProcessing = true };
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid khoan, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith("Form", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }

        if (await Visible().AsTracking().SingleOrDefaultAsync(s => s.OutsideSupportId == khoan, cancellationToken) is not { } support)
        {
            return NotFound();
        }

        var ruling = OutsideSupport.Withdraw(support, Reason, clock.UtcNow);
        if (ruling.Event is not { } withdrawn)
        {
            WithdrawingId = khoan;
            ModelState.AddBreaches(ruling.Breaches);
            return Page();
        }

        support.Apply(withdrawn);
        await db.TraceAsync(SupportSourceKind.OutsideSupport, khoan, support.ProvinceCode, [], cancellationToken);
        db.Because("outside.support-withdrawn", withdrawn.Reason);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Đã bỏ dòng ghi nhầm.");
        return LocalRedirect("/de-an/ho-tro-khac");
    }

    private IQueryable<OutsideSupport> Visible()
    {
        var own = viewer.OrganisationId;
        return viewer.Reach(Act.RecordOutsideSupport) is Scope.Province ? db.OutsideSupports : db.OutsideSupports.Where(s => own != null && s.OrganisationId == own);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var support = await db.SupportKinds.AsNoTracking().OrderBy(k => k.Order).ToListAsync(cancellationToken);
        kinds = support.ToDictionary(k => k.Code, k => k.Name);
        Kinds = [.. support.Where(k => !k.ByAgency).Select(k => new SelectListItem(k.Name, k.Code))];
        var rows = RowId is { } only ? Visible().Where(s => s.OutsideSupportId == only) : Visible();
        foreach (var word in SearchText.Words(Search))
        {
            rows = rows.Where(s => s.SearchText.Contains(word));
        }

        Count = await rows.CountAsync(cancellationToken);
        Rows = await rows.AsNoTracking().OrderByDescending(s => s.ChangedAt).ThenByDescending(s => s.OutsideSupportId).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
    }

    /// <summary>The establishment is looked up by its number, a person's as well, and where no one has it by its whole name.</summary>
    private async Task<Establishment?> EstablishmentAsync(CancellationToken cancellationToken)
    {
        var (number, name) = (IdentifierText.Key(Form.Identifier), SearchText.SortKey(Form.BeneficiaryName?.Trim()));
        var open = db.WholeEstablishments.AsNoTracking().Where(e => e.State != EstablishmentState.Merged);
        return (number.Length > 0 ? await OnlyAsync(open.Where(e => e.Identifiers.Any(i => i.SearchText == number)), cancellationToken) : null)
            ?? await OnlyAsync(open.Where(e => e.SortKey == name), cancellationToken);
    }

    private static async Task<Establishment?> OnlyAsync(IQueryable<Establishment> rows, CancellationToken cancellationToken) =>
        await rows.OrderBy(e => e.EstablishmentId).Take(2).ToListAsync(cancellationToken) is [var one] ? one : null;

    private OutsideSupportText Read(Guid? establishmentId, UploadedFile? file) => new(
        Form.Kind ?? OutsideSupportKind.OtherProgramme, Form.GivenBy?.Trim() ?? "", Form.ProgrammeName?.Trim() ?? "", Form.ProjectName?.Trim() ?? "", establishmentId,
        Form.BeneficiaryName?.Trim() ?? "", Blank(Form.Identifier), kinds.ContainsKey(Form.SupportKindCode ?? "") ? Form.SupportKindCode : null, Blank(Form.Machine), Blank(Form.MachineSerial),
        Blank(Form.InvoiceNumber), Form.Amount, Form.GivenOn, Blank(Form.DocumentNumber), Blank(Form.Note), Blank(Form.Parties), Form.StartsOn, Form.EndsOn, file);

    /// <summary>One row as typed.</summary>
    public sealed class EntryForm
    {
        public Guid Id { get; set; }

        public OutsideSupportKind? Kind { get; set; }

        public string? GivenBy { get; set; }

        public string? ProgrammeName { get; set; }

        public string? ProjectName { get; set; }

        public string? BeneficiaryName { get; set; }

        public string? Identifier { get; set; }

        public string? SupportKindCode { get; set; }

        public string? Machine { get; set; }

        public string? MachineSerial { get; set; }

        public string? InvoiceNumber { get; set; }

        public Dong? Amount { get; set; }

        public DateOnly? GivenOn { get; set; }

        public string? DocumentNumber { get; set; }

        public string? Parties { get; set; }

        public DateOnly? StartsOn { get; set; }

        public DateOnly? EndsOn { get; set; }

        public IFormFile? File { get; set; }

        public string? Note { get; set; }
    }
}
