using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.FollowUps;

/// <summary>Bản in phiếu theo dõi: with what is answered, or blank for those who answer on paper.</summary>
[Allow(Act.AnswerFollowUp)]
public sealed class PrintModel(Viewer viewer, FollowUpBook book, TimeProvider clock) : PageModel
{
    public FollowUpCase Case { get; private set; } = null!;

    public IReadOnlyList<FollowedMachine> Machines { get; private set; } = [];

    public DateTime At => clock.UtcNow;

    public string By => viewer.DisplayName;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Case = found;
        Machines = await book.MachinesAsync(found.FollowUp, cancellationToken);
        return Page();
    }
}
