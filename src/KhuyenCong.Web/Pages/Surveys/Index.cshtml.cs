using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Surveys;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Surveys;

/// <summary>Các đợt khảo sát, newest first.</summary>
[Allow(Act.ViewEstablishments)]
public sealed class IndexModel(SurveyBook book, Viewer viewer, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(SurveyRound Round, int Establishments, int Sheets, int CommunesLeft)> Rounds { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public bool MayOpen => viewer.Can(Act.CurateEstablishments);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rounds = new List<(SurveyRound, int, int, int)>();
        foreach (var round in await book.VisibleAsync(cancellationToken))
        {
            var progress = await book.ProgressAsync(round, cancellationToken);
            rounds.Add((round, progress.Sum(p => p.Establishments), progress.Sum(p => p.Sheets), progress.Count(p => p.Left > 0)));
        }

        Rounds = rounds;
    }
}
