using KhuyenCong.Data;
using KhuyenCong.Domain.Clusters;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Projects;
using KhuyenCong.Web.Pages.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>One line of what an establishment was given, from whatever source.</summary>
public sealed record SupportLine(DateOnly On, string What, string? Href, string? ProjectCode);

/// <summary>One establishment: sites, numbers, years, products, people, support, history.</summary>
[Allow(Act.ViewEstablishments)]
public sealed class DetailsModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private Dictionary<string, string> names = [];

    public Establishment Establishment { get; private set; } = null!;

    public bool MayEdit { get; private set; }

    public bool MaySeePersonalData { get; private set; }

    public SizeRule Size { get; private set; } = SizeRule.None;

    public IReadOnlyList<SupportLine> Support { get; private set; } = [];

    public bool MayCurate => viewer.Can(Act.CurateEstablishments);

    /// <summary>Records that may be the same one, for whoever may merge them.</summary>
    public IReadOnlyList<Twin> Twins { get; private set; } = [];

    public bool MayPropose => viewer.Can(Act.EditProject) && Establishment.State is EstablishmentState.Active;

    /// <summary>Whether one of its sites is to move into a cluster.</summary>
    public IReadOnlyList<(Guid Id, RelocationState State, DateOnly Since)> Relocations { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public string Commune(string? code) => code is null ? "—" : names.GetValueOrDefault(code, code);

    public string Number(EstablishmentIdentifier identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        return identifier.Shown(Establishment.LegalForm, MaySeePersonalData) ?? (MaySeePersonalData ? "đã xóa theo yêu cầu" : IdentifierText.Masked(null));
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeEstablishments.AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(e => e.EstablishmentId == id, cancellationToken) is not { } establishment)
        {
            return NotFound();
        }

        Establishment = establishment;
        MaySeePersonalData = viewer.MaySeePersonalData(establishment);
        MayEdit = establishment.State is not EstablishmentState.Merged && viewer.MayEdit(establishment, clock.Today);
        Size = await db.SizeRuleAsync(clock.Today, cancellationToken);
        names = (await db.CommunesAsync(establishment.ProvinceCode, clock.Today, cancellationToken)).ToDictionary(c => c.Code, c => c.Name);
        if (MayCurate && establishment.State is not EstablishmentState.Merged)
        {
            var dismissals = await db.DuplicateDismissals.AsNoTracking().Where(d => d.UndoneAt == null && (d.OneId == id || d.OtherId == id)).ToListAsync(cancellationToken);
            Twins = [.. (await db.TwinsOfAsync(EstablishmentSketch.Of(establishment), viewer, cancellationToken)).Where(t => !dismissals.Exists(d => d.Covers(id, t.EstablishmentId, t.Reasons)))];
        }

        Relocations = [.. (await db.RelocationCandidates.Where(r => r.EstablishmentId == id).OrderByDescending(r => r.StateSince).Select(r => new { r.RelocationCandidateId, r.State, r.StateSince }).ToListAsync(cancellationToken))
            .Select(r => (r.RelocationCandidateId, r.State, r.StateSince))];
        if (viewer.Can(Act.ViewResults))
        {
            await ReadSupportAsync(cancellationToken);
        }

        Support = [.. Support.Concat(await SupportHistory.OfAsync(db, viewer, id, cancellationToken)).OrderByDescending(s => s.On)];

        return Page();
    }

    /// <summary>What was recorded for one of its numbers as a result of a programme.</summary>
    private async Task ReadSupportAsync(CancellationToken cancellationToken)
    {
        var numbers = Establishment.Identifiers.SelectMany(i => new[] { i.SearchText, i.Value, i.PersonalValue }).OfType<string>().Where(n => n.Length > 0).Distinct().ToList();
        Support = [.. (await db.Results.AsNoTracking()
            .Where(r => r.State == ResultState.Recorded && db.ResultBeneficiaries.Any(b => b.ResultId == r.ResultId && b.Identifier != null && numbers.Contains(b.Identifier)))
            .OrderByDescending(r => r.AchievedOn).Take(100)
            .Select(r => new { r.AchievedOn, r.Title, r.ResultId, r.ProjectCode }).ToListAsync(cancellationToken))
            .Select(r => new SupportLine(r.AchievedOn, r.Title, $"/ket-qua/{r.ResultId}", r.ProjectCode))];
    }
}
