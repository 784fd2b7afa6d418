using System.Security.Cryptography;
using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Treasury;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.Treasury;

/// <summary>Nhập sao kê: reads a file of Kho bạc or a bank; it comes in whole, without fault, once.</summary>
[Allow(Act.RecordTreasury)]
public sealed class ImportModel(KhuyenCongDb db, Viewer viewer, TreasuryBook book, FileStore files, TimeProvider clock) : PageModel
{
    private const int FaultsShown = 30;

    private Holders holders = null!;
    private string? kept;

    [BindProperty]
    public ImportForm Form { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<SelectListItem> Units => holders.Choices(MayHold);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Form = new() { HolderId = holders.Find(viewer.OrganisationId) is { } own && MayHold(own) ? own.OrganisationId : null };
    }

    public IActionResult OnGetTemplate() => File(StatementLayout.Template(), WorkbookType.Xlsx, StatementLayout.FileName);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var holder = holders.Find(Form.HolderId) is { } found && MayHold(found) ? found : null;
        if (holder is null)
        {
            ModelState.AddBreaches([new("treasury.holder-missing", "Form.HolderId")]);
        }

        var bytes = await BytesAsync(cancellationToken);
        if (holder is null || bytes is null || !ModelState.IsValid)
        {
            return Page();
        }

        var sha = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var head = new StatementHead(
            holder.OrganisationId, holder.Kind is OrganisationKind.CommuneOffice ? holder.CommuneCode : null, StatementImport.AccountKey(Form.Account), (Form.Keeper ?? "").Trim(), Form.FromDay, Form.ToDay, FileNames.Clean(Upload!.FileName), sha);
        var read = StatementReader.Read(bytes, Form.Chosen());
        if (read.Breaches.Count > 0 || read.Faults.Count > 0)
        {
            Tell(read);
            return Page();
        }

        // The content is kept first; where nothing comes in, the sweep takes it away.
        var notKept = await KeepAsync(bytes, cancellationToken);
        if (notKept is not null)
        {
            ModelState.AddBreaches([notKept]);
            return Page();
        }

        var ruling = await book.ImportAsync(head, read.Rows, cancellationToken);
        if (ruling.Event is not { } imported)
        {
            if (kept is not null)
            {
                await files.ReleaseAsync(viewer.ProvinceCode, kept, cancellationToken);
            }

            ModelState.AddBreaches(ruling.Breaches, nameof(Form));
            return Page();
        }

        var known = imported.KnownCount == 0 ? "" : $" {imported.KnownCount} dòng đã có trong sao kê trước nên không nhập lại (dòng {string.Join(", ", imported.KnownRows.Take(20))}{(imported.KnownCount > 20 ? ", …" : "")}).";
        TempData.Say($"Đã nhập {imported.Lines.Count} dòng.{known}{(read.LeftOut == 0 ? "" : $" Bỏ qua {read.LeftOut} dòng cộng, số dư, chú thích.")}", imported.KnownCount == 0 ? "good" : "warn");
        return LocalRedirect($"/kho-bac/{imported.TreasuryStatementId}");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);

    /// <summary>A commune's accountant takes in what its own office has, a province's what any other body has.</summary>
    private bool MayHold(Organisation holder) => viewer.MayReconcile(holder.Kind is OrganisationKind.CommuneOffice ? holder.CommuneCode ?? "" : null);

    private async Task<byte[]?> BytesAsync(CancellationToken cancellationToken)
    {
        if (Upload is null)
        {
            ModelState.AddBreaches([new("treasury.no-file", nameof(Upload))]);
            return null;
        }

        if (Upload.Length > FileStore.LargestFile)
        {
            ModelState.AddBreaches([new("file.too-large", nameof(Upload), FileNames.Clean(Upload.FileName), FileNames.SizeText(Upload.Length), FileNames.SizeText(FileStore.LargestFile))]);
            return null;
        }

        using var memory = new MemoryStream();
        await Upload.CopyToAsync(memory, cancellationToken);
        return memory.ToArray();
    }

    private async Task<Breach?> KeepAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(bytes, writable: false);
        try
        {
            kept = await files.AddAsync(viewer.ProvinceCode, content, CsvFile.LooksLike(bytes) ? "text/csv" : WorkbookType.Xlsx, cancellationToken);
            return null;
        }
        catch (StoreDownException)
        {
            return new(FileStore.Down, nameof(Upload), FileNames.Clean(Upload!.FileName));
        }
    }

    /// <summary>Every fault with its cell, as far as a page holds.</summary>
    private void Tell(StatementRead read)
    {
        ModelState.AddBreaches(read.Breaches.Select(b => b with { Field = nameof(Upload) }));
        foreach (var fault in read.Faults.Take(FaultsShown))
        {
            ModelState.AddModelError("", $"{(fault.Cell.All(char.IsAsciiDigit) ? "Dòng" : "Ô")} {fault.Cell}: {Messages.For(fault.Code, fault.Args)}");
        }

        if (read.Faults.Count > FaultsShown)
        {
            ModelState.AddBreaches([new("treasury.faults-more", null, read.Faults.Count - FaultsShown)]);
        }
    }

    /// <summary>A statement's head as typed, and the columns where they are not found by their headings.</summary>
    public sealed class ImportForm
    {
        public Guid? HolderId { get; set; }

        public string? Account { get; set; }

        public string? Keeper { get; set; }

        public DateOnly? FromDay { get; set; }

        public DateOnly? ToDay { get; set; }

        public int? HeaderRow { get; set; }

        public ColumnsForm Columns { get; set; } = new();

        public ChosenColumns Chosen() => new(HeaderRow, Enum.GetValues<StatementColumn>().Where(c => !string.IsNullOrWhiteSpace(Columns.Of(c))).ToDictionary(c => c, c => Columns.Of(c)!));
    }

    /// <summary>Letters of columns.</summary>
    public sealed class ColumnsForm
    {
        public string? Day { get; set; }

        public string? Number { get; set; }

        public string? Beneficiary { get; set; }

        public string? Content { get; set; }

        public string? Out { get; set; }

        public string? In { get; set; }

        public string? Of(StatementColumn column) => column switch
        {
            StatementColumn.Day => Day,
            StatementColumn.Number => Number,
            StatementColumn.Beneficiary => Beneficiary,
            StatementColumn.Content => Content,
            StatementColumn.Out => Out,
            _ => In,
        };
    }
}
