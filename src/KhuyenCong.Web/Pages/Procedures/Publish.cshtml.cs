using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Procedures;

/// <summary>Công bố quy trình by a signed decision; the edition in force ends the day before.</summary>
[Allow(Act.PublishProcedure)]
public sealed class PublishModel(KhuyenCongDb db, Viewer viewer, FileStore files, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "cong-bo-quy-trinh";

    private List<Procedure> others = [];

    public ProcedureLook Look { get; private set; } = null!;

    /// <summary>Published for the same dossiers and not over yet.</summary>
    public IEnumerable<Procedure> Current => others.Where(o => o.IsOfSameKind(Look.Procedure) && o.StandingOn(clock.Today) is ProcedureStanding.InForce or ProcedureStanding.Coming);

    [BindProperty]
    public DecisionForm Form { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The draft as it was read: what somebody changed meanwhile is not published unseen.</summary>
    [BindProperty]
    public long BaseVersion { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        (BaseVersion, Form.Issuer) = (Look.Procedure.Version, viewer.OrganisationName);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var procedure = Look.Procedure;
        if (BaseVersion != procedure.Version)
        {
            ModelState.Remove(nameof(BaseVersion));
            BaseVersion = procedure.Version;
            ModelState.AddModelError("", Messages.For("edit.conflict"));
        }

        // A missing day is said once, beside its field; the rule then judges the rest as if it were today.
        ModelState.Require(Form.Date, "Form.Date", Messages.For("procedure.date-missing"));
        ModelState.Require(Form.From, "Form.From", Messages.For("procedure.from-missing"));
        var unfit = await PdfUpload.FaultAsync(Upload, nameof(Upload), cancellationToken);
        var decision = Form.Read(clock.Today);
        var ruling = ProcedureWriting.Publish(procedure, decision, others, viewer.UserId, clock.Today);
        ModelState.AddBreaches(ruling.Breaches, nameof(Form));
        ModelState.AddBreaches(unfit is null ? [] : [unfit]);
        if (ruling.Event is not { } published || !ModelState.IsValid)
        {
            return Page();
        }

        if (Upload is not null)
        {
            var (sha, notKept) = await files.KeepPdfAsync(viewer.ProvinceCode, Upload, nameof(Upload), cancellationToken);
            if (notKept is not null)
            {
                ModelState.AddBreaches([notKept]);
                return Page();
            }

            published = published with { Decision = decision with { FileSha = sha, FileName = FileNames.Clean(Upload.FileName) } };
        }

        procedure.Apply(published);
        foreach (var superseded in published.Supersedes)
        {
            others.Single(o => o.ProcedureId == superseded.ProcedureId).Apply(superseded);
        }

        db.Because("procedure.published", procedure.DecisionText());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException conflict) when (conflict.IsTwin() && db.Procedures.AsNoTracking().Any(p => p.Edition == published.Edition && p.ProcedureId != id && p.Regime == procedure.Regime && p.Nature == procedure.Nature && p.TerritoryCode == procedure.TerritoryCode))
        {
            // Another draft for the same dossiers was published at this moment: this one is judged again beside it.
            throw new DbUpdateConcurrencyException("Another edition was published at the same moment.", conflict);
        }

        await this.EndDraftAsync(drafts, Draft, $"{id}");
        TempData.Say($"Đã công bố quy trình, áp dụng từ {decision.From.Text()}.");
        return LocalRedirect($"/quy-trinh/{id}");
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Procedures.Include(p => p.Steps).VisibleTo(viewer).SingleOrDefaultAsync(p => p.ProcedureId == id, cancellationToken) is not { } procedure)
        {
            return NotFound();
        }

        others = await db.Procedures.Include(p => p.Steps).Where(p => p.ProcedureId != id && p.From != null).ToListAsync(cancellationToken);
        Look = await ProcedureLook.OfAsync(db, procedure, cancellationToken);
        return !viewer.MayFor(Act.PublishProcedure, procedure) ? this.Refuse("procedure.not-yours") : procedure.IsPublished ? this.Refuse("procedure.published") : null;
    }

    /// <summary>The decision as typed.</summary>
    public sealed class DecisionForm
    {
        [MaxLength(ProcedureWriting.LongestNumber, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? Number { get; set; }

        public DateOnly? Date { get; set; }

        [MaxLength(ProcedureWriting.LongestName, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? Issuer { get; set; }

        [MaxLength(ProcedureWriting.LongestShort, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? SignerName { get; set; }

        [MaxLength(ProcedureWriting.LongestShort, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? SignerTitle { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }

        internal PublicationText Read(DateOnly today) => new(
            Number?.Trim() ?? "", Date ?? From ?? today, Issuer?.Trim() ?? "", SignerName?.Trim() ?? "", SignerTitle?.Trim() ?? "", From ?? Date ?? today, To);
    }
}
