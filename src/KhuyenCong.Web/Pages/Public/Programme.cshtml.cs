using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Programmes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Public;

/// <summary>A published programme for everybody: figures and counts, no person, no file.</summary>
[AllowAnonymous]
public sealed class ProgrammeModel(PublicProgrammes programmes, ProgrammeCache cache, Viewer viewer, TimeProvider clock) : PageModel
{
    public PublicProgramme Programme { get; private set; } = null!;

    public ProgrammeText Text { get; private set; } = null!;

    public IReadOnlyList<TargetRow> Rows { get; private set; } = [];

    public MoneyTable Money { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today;

    public Dong Spent => Rows.Select(r => r.Target.ResultAmount).Sum();

    public IEnumerable<(string Heading, IReadOnlyList<TargetRow> Rows)> Groups => Rows
        .GroupBy(r => Text.Contents.FirstOrDefault(c => c.Code == r.Target.ContentCode))
        .Select(g => (g.Key is { } content ? $"{content.Code}. {content.Name}" : "Chỉ tiêu khác", (IReadOnlyList<TargetRow>)[.. g]));

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await programmes.FindAsync(id, Today) is not { } programme)
        {
            return NotFound();
        }

        Programme = programme;
        Text = await cache.TextAsync(programmes.Versions, programme.Head.VersionId, programme.Head.Stamp);
        Rows = TargetRow.Of(Text, await programmes.TargetsAsync(programme), ResultSums.None, Today);
        Money = MoneyTable.Of(Text, []);
        if (!viewer.IsSignedIn)
        {
            // The same for everybody: a cache in front may answer for five minutes.
            Response.Headers.CacheControl = "public, max-age=300";
        }

        return Page();
    }
}
