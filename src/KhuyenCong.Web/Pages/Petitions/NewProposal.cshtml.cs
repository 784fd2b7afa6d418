using KhuyenCong.Data;
using KhuyenCong.Data.Numbering;
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

/// <summary>Petitions become one proposed amendment.</summary>
[Allow(Act.DraftAmendment)]
public sealed class NewProposalModel(KhuyenCongDb db, Viewer viewer, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Series = "DXSD";

    public const string Draft = "de-xuat-sua-doi-lap";

    [BindProperty(SupportsGet = true, Name = "kien-nghi")]
    public List<Guid> Preselected { get; set; } = [];

    [BindProperty]
    public ProposalForm Form { get; set; } = new();

    /// <summary>Petitions that may still be grouped.</summary>
    public IReadOnlyList<Petition> Petitions { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Form.Petitions = Preselected;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync();
        var chosen = await db.Petitions.Include(p => p.Steps).Where(p => Form.Petitions.Contains(p.PetitionId)).ToListAsync(cancellationToken);
        var wanted = new AmendmentOpened(Uuid.New(clock), "", viewer.ProvinceCode, Form.Title ?? "", Form.Kind ?? AmendmentKind.Programme, clock.Today);
        var opening = AmendmentProposal.Open(wanted, chosen, viewer.Can);
        var moves = chosen.ConvertAll(p => (Petition: p, Ruling: Petitioning.Move(p, Uuid.New(clock), new(PetitionAction.Group, AmendmentProposalId: wanted.AmendmentProposalId), viewer.AsMover(), clock.Today)));
        ModelState.AddBreaches(opening.Breaches, nameof(Form));
        if (opening.Event is not { } opened || !ModelState.IsValid || moves.Exists(m => m.Ruling.Event is null))
        {
            return Page();
        }

        await db.WithNextNumberAsync(
            Series,
            clock.Today.Year,
            async next =>
            {
                db.AmendmentProposals.Add(AmendmentProposal.From(opened with { Code = next }));
                foreach (var (petition, ruling) in moves)
                {
                    petition.Apply(ruling.Event!);
                }

                db.Because("amendment.opened", $"Từ {moves.Count} phản ánh, kiến nghị");
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        await this.EndDraftAsync(drafts, Draft, "moi");
        TempData.Say($"Đã lập đề xuất sửa đổi từ {moves.Count} phản ánh, kiến nghị.");
        return LocalRedirect($"/de-xuat-sua-doi/{opened.AmendmentProposalId}");
    }

    private async Task LoadAsync()
    {
        var groupable = PetitionStates.Table.Where(t => t.Action is PetitionAction.Group).Select(t => t.From).ToList();
        Petitions = await db.Petitions.AsNoTracking().Where(p => p.AmendmentProposalId == null && groupable.Contains(p.State)).OrderByDescending(p => p.Code).ToListAsync();
    }

    /// <summary>The proposal as typed.</summary>
    public sealed class ProposalForm
    {
        public AmendmentKind? Kind { get; set; } = AmendmentKind.Programme;

        [System.ComponentModel.DataAnnotations.MaxLength(300, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? Title { get; set; }

        public List<Guid> Petitions { get; set; } = [];
    }
}
