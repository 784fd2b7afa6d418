using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Law;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Procedures;

/// <summary>One procedure, to read and to print: steps, the decision, the editions before and after.</summary>
[Allow(Act.ViewLaw)]
public sealed class DetailsModel(KhuyenCongDb db, Viewer viewer, FileStore files, KeptCommunes kept, TimeProvider clock) : PageModel
{
    public Procedure Procedure => Look.Procedure;

    public ProcedureLook Look { get; private set; } = null!;

    public string Place { get; private set; } = "";

    /// <summary>The others for the same dossiers, newest first.</summary>
    public IReadOnlyList<Procedure> Editions { get; private set; } = [];

    /// <summary>What a count of this year's working days has to say; null where all days off are published.</summary>
    public string? Caveat { get; private set; }

    public DateOnly Today => clock.Today;

    public bool MayWrite => viewer.MayFor(Act.EditProcedure, Procedure);

    /// <summary>What is published may be the start of another edition, or of a commune's own procedure.</summary>
    public bool MayCopy => Procedure.IsPublished && viewer.Can(Act.EditProcedure);

    public bool MayPublish => viewer.MayFor(Act.PublishProcedure, Procedure) && !Procedure.IsPublished;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Procedures.AsNoTracking().Include(p => p.Steps).VisibleTo(viewer).SingleOrDefaultAsync(p => p.ProcedureId == id, cancellationToken) is not { } procedure)
        {
            return NotFound();
        }

        Look = await ProcedureLook.OfAsync(db, procedure, cancellationToken);
        var (regime, nature, territory) = (procedure.Regime, procedure.Nature, procedure.TerritoryCode);
        Editions = [.. (await db.Procedures.AsNoTracking().VisibleTo(viewer).Where(p => p.Regime == regime && p.Nature == nature && p.TerritoryCode == territory && p.ProcedureId != id).ToListAsync(cancellationToken))
            .OrderByDescending(p => p.From ?? DateOnly.MaxValue)];
        Caveat = CalendarWords.Caveat((await db.WorkingCalendarAsync(cancellationToken)).UnknownYears(clock.Today, clock.Today));
        Place = procedure.CommuneCode is not { } commune ? procedure.Regime is Regime.Commune ? "Mọi xã, phường, đặc khu" : $"Toàn {(await Territory.ProvincesAsync(db, clock.Today)).Name(procedure.ProvinceCode).InSentence()}"
            : (await kept.OfAsync(db, viewer.ProvinceCode, clock.Today, cancellationToken)).FirstOrDefault(c => c.Code == commune)?.Name ?? commune;
        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancellationToken)
    {
        var procedure = await db.Procedures.AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(p => p.ProcedureId == id, cancellationToken);
        return procedure is not { FileSha: { } sha } || await files.OpenAsync(procedure.ProvinceCode, sha, cancellationToken) is not { } content
            ? NotFound()
            : new FileStreamResult(content, PdfUpload.MediaType) { FileDownloadName = procedure.FileName ?? "quyet-dinh.pdf" };
    }

    [Allow(Act.EditProcedure)]
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Procedures.Include(p => p.Steps).VisibleTo(viewer).SingleOrDefaultAsync(p => p.ProcedureId == id, cancellationToken) is not { } procedure)
        {
            return NotFound();
        }

        if (!viewer.MayFor(Act.EditProcedure, procedure))
        {
            return this.Refuse("procedure.not-yours");
        }

        if (ProcedureWriting.DiscardFaults(procedure) is [var fault, ..])
        {
            return this.Refuse(fault.Code);
        }

        db.Procedures.Remove(procedure);
        db.Because("procedure.draft-discarded", procedure.Title);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say($"Đã bỏ dự thảo “{procedure.Title}”.", "warn");
        return LocalRedirect("/quy-trinh");
    }
}
