using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Petitions;

/// <summary>One petition with its whole way; the state table says which buttons there are and guards what they send.</summary>
[Allow(Act.FilePetition)]
public sealed class PetitionModel(KhuyenCongDb db, Viewer viewer, DraftBox drafts, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, string> people = new Dictionary<Guid, string>();

    public Petition Petition { get; private set; } = null!;

    public SubjectLink? Subject { get; private set; }

    public AmendmentProposal? Proposal { get; private set; }

    public IReadOnlyList<PetitionAction> Offered { get; private set; } = [];

    /// <summary>The step whose form is open: the one asked for, or the next one.</summary>
    public PetitionAction? Chosen { get; private set; }

    public IReadOnlyList<SelectListItem> OpenProposals { get; private set; } = [];

    public string? Commune { get; private set; }

    public bool MaySeeFiler => viewer.MaySeeFiler(Petition);

    public DateOnly Today => clock.Today;

    public WorkingCalendar Calendar { get; private set; } = WorkingCalendar.Unknown;

    [BindProperty]
    public StepForm Move { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, PetitionAction? viec) => await LoadAsync(id, viec) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, [Required] PetitionAction? viec, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, viec) || viec is not { } action)
        {
            return NotFound();
        }

        if (Move.AmendmentProposalId is { } proposal && OpenProposals.All(p => p.Value != $"{proposal}"))
        {
            Move.AmendmentProposalId = null;
        }

        var move = new PetitionMove(action, Move.Note, Move.DocumentNumber, Move.DocumentDate, Move.Deadline, Move.AmendmentProposalId);
        var ruling = Petitioning.Move(Petition, Uuid.New(clock), move, viewer.AsMover(), clock.Today);
        if (ruling.Breaches.Any(b => b.Code == "petition.not-allowed"))
        {
            HttpContext.Items[Errors.IndexModel.ReasonItem] = Messages.For("petition.not-allowed");
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        ModelState.AddBreaches(ruling.Breaches, nameof(Move));
        if (ruling.Event is not { } moved || !ModelState.IsValid)
        {
            return Page();
        }

        Petition.Apply(moved);
        db.Because("petition.moved", action.Done());
        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, $"kien-nghi-{action}", $"{id}");
        TempData.Say($"{action.Done()}: {Petition.Code}.");
        return LocalRedirect($"/kien-nghi/{id}");
    }

    /// <summary>Officials sign with their names; the filer is named only to whoever may know.</summary>
    public string Who(Guid userId) => userId == Petition.FiledBy && !MaySeeFiler ? "Người gửi" : people.GetValueOrDefault(userId, "—");

    private async Task<bool> LoadAsync(Guid id, PetitionAction? wanted)
    {
        if (await db.Petitions.Include(p => p.Steps).VisibleTo(viewer).SingleOrDefaultAsync(p => p.PetitionId == id) is not { } petition)
        {
            return false;
        }

        Petition = petition;
        Calendar = await db.WorkingCalendarAsync();
        Subject = (await Subjects.LoadAsync(db, viewer)).Find(petition.SubjectKind, petition.SubjectId);
        Proposal = petition.AmendmentProposalId is { } group ? await db.AmendmentProposals.AsNoTracking().SingleAsync(a => a.AmendmentProposalId == group) : null;
        var ids = petition.Steps.Select(s => s.By).Append(petition.FiledBy).Distinct().ToList();
        people = await db.NamesAsync(ids);
        Commune = (await db.AdministrativeUnitNames.AsNoTracking().Where(n => n.UnitCode == petition.CommuneCode).ToListAsync()).On(clock.Today)?.FullName;
        // Once in a proposal, there is nothing more to group.
        Offered = [.. PetitionStates.Offered(petition, viewer.AsMover()).Where(a => a is not PetitionAction.Group || petition.AmendmentProposalId is null)];
        Chosen = wanted is { } asked && Offered.Contains(asked) ? asked : Offered.Count > 0 && Offered[0] is not PetitionAction.Withdraw and not PetitionAction.ExtendDeadline ? Offered[0]
            : Offered.Contains(PetitionAction.Answer) ? PetitionAction.Answer : null;
        OpenProposals = Offered.Contains(PetitionAction.Group)
            ? await db.AmendmentProposals.AsNoTracking().Where(a => a.State != AmendmentState.Issued && a.State != AmendmentState.Rejected)
                .OrderByDescending(a => a.Code).Select(a => new SelectListItem(a.Code + ": " + a.Title, a.AmendmentProposalId.ToString())).ToListAsync()
            : [];
        return true;
    }
}
