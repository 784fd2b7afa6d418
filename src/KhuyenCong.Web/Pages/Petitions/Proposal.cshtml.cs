using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Petitions;

/// <summary>One proposed amendment, followed from draft to issue; each step carries its document.</summary>
[Allow(Act.FilePetition)]
public sealed class ProposalModel(KhuyenCongDb db, Viewer viewer, DraftBox drafts, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, string> people = new Dictionary<Guid, string>();

    public AmendmentProposal Proposal { get; private set; } = null!;

    /// <summary>Those behind it that the viewer may open.</summary>
    public IReadOnlyList<Petition> Petitions { get; private set; } = [];

    public int PetitionCount { get; private set; }

    /// <summary>Programmes whose amendment version can now be started.</summary>
    public IReadOnlyList<(Guid Id, string Title)> Programmes { get; private set; } = [];

    public IReadOnlyList<AmendmentAction> Offered { get; private set; } = [];

    public AmendmentAction? Chosen { get; private set; }

    [BindProperty]
    public StepForm Move { get; set; } = new();

    /// <summary>The whole way of this kind of proposal, for the picture of progress.</summary>
    public IEnumerable<AmendmentState> Way => Proposal.Kind is AmendmentKind.Programme && Proposal.Steps.All(s => s.ToState is not AmendmentState.Appraising)
        ? [AmendmentState.Drafting, AmendmentState.Consulting, AmendmentState.Submitted, AmendmentState.Issued]
        : [AmendmentState.Drafting, AmendmentState.Consulting, AmendmentState.Appraising, AmendmentState.Submitted, AmendmentState.Issued];

    public bool MayEnterDocument => viewer.Can(Act.EditLaw);

    public string Who(Guid userId) => people.GetValueOrDefault(userId, "—");

    public async Task<IActionResult> OnGetAsync(Guid id, AmendmentAction? viec) => await LoadAsync(id, viec) ? Page() : NotFound();

    [Allow(Act.DraftAmendment)]
    public async Task<IActionResult> OnPostAsync(Guid id, AmendmentAction? viec, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, viec) || viec is not { } action)
        {
            return NotFound();
        }

        var move = new AmendmentMove(action, Move.DocumentNumber, Move.DocumentDate, Move.Note, Move.OpinionOf);
        var ruling = AmendmentProposal.Move(Proposal, Uuid.New(clock), move, viewer.UserId, viewer.Can, clock.Today);
        ModelState.AddBreaches(ruling.Breaches, nameof(Move));
        if (ruling.Event is not { } moved || !ModelState.IsValid)
        {
            return Page();
        }

        Proposal.Apply(moved);
        db.Because("amendment.moved", action.Done());
        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, $"de-xuat-{action}", $"{id}");
        TempData.Say($"{action.Done()}: {Proposal.Code}.");
        return LocalRedirect($"/de-xuat-sua-doi/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, AmendmentAction? wanted)
    {
        if (await db.AmendmentProposals.Include(a => a.Steps).SingleOrDefaultAsync(a => a.AmendmentProposalId == id) is not { } proposal)
        {
            return false;
        }

        Proposal = proposal;
        var ids = proposal.Steps.Select(s => s.By).Distinct().ToList();
        people = await db.NamesAsync(ids);
        var grouped = db.Petitions.AsNoTracking().Where(p => p.AmendmentProposalId == id);
        PetitionCount = await grouped.CountAsync();
        Petitions = await grouped.VisibleTo(viewer).OrderBy(p => p.Code).ToListAsync();
        Offered = viewer.Can(Act.DraftAmendment) ? [.. AmendmentStates.Offered(proposal)] : [];
        Chosen = wanted is { } asked && Offered.Contains(asked) ? asked : Offered.Count > 0 ? Offered[0] : null;
        if (proposal is { State: AmendmentState.Issued, Kind: AmendmentKind.Programme } && viewer.Can(Act.EditProgramme))
        {
            var targets = Petitions.Where(p => p.SubjectKind is PetitionSubjectKind.Target).Select(p => p.SubjectId!.Value).ToList();
            var programmes = await db.Programmes.AsNoTracking().Select(p => new { p.ProgrammeId, p.Title, p.CommuneCode, Concerned = db.Targets.Any(t => t.ProgrammeId == p.ProgrammeId && targets.Contains(t.TargetId)) }).ToListAsync();
            Programmes = [.. programmes.Where(p => viewer.CanIn(Act.EditProgramme, p.CommuneCode) && (p.Concerned || !programmes.Exists(q => q.Concerned))).Select(p => (p.ProgrammeId, p.Title))];
        }

        return true;
    }
}
