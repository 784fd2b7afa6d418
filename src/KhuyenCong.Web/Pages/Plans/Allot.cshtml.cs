using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Ghi dự toán được giao: the first allotment opens the holder's line, later ones add to it or take from it.</summary>
[Allow(Act.RecordAllocation)]
public sealed class AllotModel(KhuyenCongDb db, Viewer viewer, PlanBook book, FileStore files, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "giao-du-toan";

    private Holders holders = null!;
    private bool hasTable;

    [BindProperty]
    public AllotForm Form { get; set; } = new();

    /// <summary>Codes of the line that the first allotment opens; afterwards they are written on the line's own page.</summary>
    [BindProperty]
    public BudgetCodesForm Codes { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The line that is added to, where the address names one.</summary>
    public Allocation? Line { get; private set; }

    /// <summary>Earlier entries that what was typed may be again: an estimate that was allotted has entered its own.</summary>
    public IReadOnlyList<AllocationEntry> Alike { get; private set; } = [];

    public string Holder => Line is { } line ? holders.NameOf(line.HolderId) : "";

    public IReadOnlyList<SelectListItem> Units => holders.Recordable(viewer);

    public IEnumerable<SelectListItem> Sources => Allotting.Sources.Where(s => (viewer.Reach(Act.RecordAllocation) is Scope.Province) == (s != FundingSource.Commune)).Select(s => new SelectListItem(s.Name, s.Code));

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<AllotmentKind>().Where(k => (k is AllotmentKind.Initial) == IsFirst).Select(k => new SelectListItem(k.Text(), k.ToString()));

    /// <summary>A line that only carried money over from the year before was not allotted yet.</summary>
    public bool IsFirst => Line is not { EntryCount: > 0 };

    public BudgetCodesView CodesView => new(Codes, hasTable);

    public string Subject => Line is { } line ? $"{line.AllocationId}" : "moi";

    public async Task<IActionResult> OnGetAsync(Guid? dong, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(dong, cancellationToken))
        {
            return NotFound();
        }

        Form = Line is null ? new() { Year = clock.Today.Year + 1, Source = viewer.Reach(Act.RecordAllocation) is Scope.Province ? FundingSource.Provincial.Code : FundingSource.Commune.Code } : new() { Kind = IsFirst ? AllotmentKind.Initial : AllotmentKind.Addition };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? dong, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(dong, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Require(Form.Amount, "Form.Amount", Messages.For("edit.required"));
        ModelState.Require(Form.DocumentDate, "Form.DocumentDate", Messages.For("plan.document-date-missing"));
        var amount = Form.Amount ?? new Dong(1);
        var text = new AllotmentText(Form.Kind, Form is { TakesBack: true, Kind: AllotmentKind.Adjustment or AllotmentKind.Correction } ? -amount : amount, Form.DocumentNumber ?? "", Form.DocumentDate ?? clock.Today, Form.Issuer ?? "", Form.Note);
        var opening = await OpeningAsync(cancellationToken);
        ModelState.AddBreaches(opening.Breaches.Where(b => !IsOfCodes(b)), nameof(Form));
        ModelState.AddBreaches(opening.Breaches.Where(IsOfCodes), nameof(Codes));
        var unfit = await PdfUpload.FaultAsync(Upload, nameof(Upload), cancellationToken);
        ModelState.AddBreaches(unfit is null ? [] : [unfit]);
        // A line that may not be opened is judged all the same: whoever typed hears of every fault at once.
        var judged = Line ?? Allocation.From(opening.Event ?? Wanted());
        ModelState.AddBreaches(Allotting.Enter(Guid.Empty, judged, text, viewer.DisplayName, clock).Breaches, nameof(Form));
        Alike = Line is null ? [] : Allotting.Alike(Line, text);
        ModelState.AddBreaches(Alike.Count > 0 && !Form.Confirmed ? [new("allocation.alike", "Form.Confirmed")] : []);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (sha, notKept) = await files.KeepPdfAsync(viewer.ProvinceCode, Upload, nameof(Upload), cancellationToken);
        if (notKept is not null)
        {
            ModelState.AddBreaches([notKept]);
            return Page();
        }

        var ruling = await book.AllotAsync(judged.AllocationId, opening.Event, text, sha, Upload is null ? null : FileNames.Clean(Upload.FileName), cancellationToken);
        ModelState.AddBreaches(ruling.Breaches, nameof(Form));
        if (ruling.Event is null)
        {
            return Page();
        }

        await this.EndDraftAsync(drafts, Draft, Subject);
        TempData.Say($"Đã ghi {Form.Kind.Text().InSentence()}: {text.Amount}.");
        return LocalRedirect($"/du-toan/{judged.AllocationId}");
    }

    private async Task<bool> LoadAsync(Guid? id, CancellationToken cancellationToken)
    {
        holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        hasTable = BudgetCoding.IsKnown(Form.Year ?? clock.Today.Year + 1, await db.BudgetCodeTableAsync(cancellationToken));
        if (id is null)
        {
            return true;
        }

        Line = await db.Allocations.VisibleTo(viewer).AsNoTracking().Include(a => a.Entries).SingleOrDefaultAsync(a => a.AllocationId == id, cancellationToken);
        return Line is { } line && holders.Find(line.HolderId) is { } holder && viewer.MayRecord(holder);
    }

    private static bool IsOfCodes(Breach breach) => breach.Code.StartsWith("budget-code.", StringComparison.Ordinal);

    /// <summary>The holder's line: opened by the first allotment, never twice.</summary>
    private async Task<Ruling<AllocationOpened>> OpeningAsync(CancellationToken cancellationToken)
    {
        if (Line is not null)
        {
            return new(null, []);
        }

        var holder = holders.Find(Form.HolderId);
        var (year, source) = (Form.Year ?? 0, Form.Source ?? "");
        var isKnown = holder is not null && viewer.MayRecord(holder);
        if (isKnown && await db.Allocations.AnyAsync(a => a.HolderId == holder!.OrganisationId && a.Source == source && a.Year == year, cancellationToken))
        {
            return new(null, [new("allocation.open-already", nameof(Form.HolderId))]);
        }

        return Allotting.Open(Wanted(), isKnown, holder?.Kind is OrganisationKind.CommuneOffice ? holder.CommuneCode : null);
    }

    private AllocationOpened Wanted() =>
        new(Uuid.New(clock), viewer.ProvinceCode, holders.Find(Form.HolderId)?.OrganisationId ?? Guid.Empty, null, Form.Source ?? "", Form.Year ?? 0, Codes.Read());

    /// <summary>An allotment as typed.</summary>
    public sealed class AllotForm
    {
        public Guid? HolderId { get; set; }

        public string? Source { get; set; }

        public int? Year { get; set; }

        public AllotmentKind Kind { get; set; }

        public Dong? Amount { get; set; }

        /// <summary>An adjustment or a correction that takes money back.</summary>
        public bool TakesBack { get; set; }

        [MaxLength(60, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? DocumentNumber { get; set; }

        public DateOnly? DocumentDate { get; set; }

        public string? Issuer { get; set; }

        /// <summary>That it is another allotment than the one it looks like.</summary>
        public bool Confirmed { get; set; }

        public string? Note { get; set; }
    }
}
