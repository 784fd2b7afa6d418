using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Surveys;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Surveys;

/// <summary>Mở đợt khảo sát: year, deadline, questions, communes; all communes where none is singled out.</summary>
[Allow(Act.CurateEstablishments)]
public sealed class OpenModel(KhuyenCongDb db, Viewer viewer, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "dot-khao-sat";

    /// <summary>The round's id from the first showing of the form on: sent twice, opened once.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public RoundForm Form { get; set; } = new();

    public IReadOnlyList<Commune> Communes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Id = Uuid.New(clock);
        Form = new() { Year = clock.Today.Year - 1, Questions = [.. SurveyQuestions.All.Each()], Everywhere = true };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Id = Id == Guid.Empty ? Uuid.New(clock) : Id;
        if (await db.SurveyRounds.AnyAsync(r => r.SurveyRoundId == Id, cancellationToken))
        {
            return LocalRedirect($"/khao-sat/{Id}");
        }

        ModelState.Require(Form.Year, "Form.Year", Messages.For("survey.year-missing"));
        ModelState.Require(Form.Deadline, "Form.Deadline", Messages.For("survey.deadline-missing"));
        var facts = await db.RegistryFactsAsync(viewer.ProvinceCode, clock, cancellationToken);
        var wanted = new SurveyOpened(
            Id, viewer.ProvinceCode, Form.Title ?? "", Form.Year ?? 0, Form.Deadline ?? clock.Today, Form.Questions.Aggregate(SurveyQuestions.None, (all, one) => all | one),
            Form.Everywhere ? [.. Communes.Select(c => c.Code)] : Form.Communes, clock.Today);
        var ruling = SurveyRules.Open(wanted, facts.IsCommune);
        ModelState.AddBreaches(ruling.Breaches.Where(b => b.Field != nameof(Form.Year) || Form.Year is not null), nameof(Form));
        if (ruling.Event is not { } opened || !ModelState.IsValid)
        {
            return Page();
        }

        db.SurveyRounds.Add(SurveyRound.From(opened));
        db.Because("survey.opened");
        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, Draft, "moi");
        TempData.Say("Đã mở đợt khảo sát; công chức các địa bàn được chọn thấy việc này ở “Việc của tôi”.");
        return LocalRedirect($"/khao-sat/{Id}");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => Communes = await db.CommunesAsync(viewer.ProvinceCode, clock.Today, cancellationToken);

    /// <summary>A round as typed.</summary>
    public sealed class RoundForm
    {
        public string? Title { get; set; }

        public int? Year { get; set; }

        public DateOnly? Deadline { get; set; }

        public List<SurveyQuestions> Questions { get; set; } = [];

        public bool Everywhere { get; set; }

        public List<string> Communes { get; set; } = [];
    }
}
