using KhuyenCong.Data;
using KhuyenCong.Domain.Clusters;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Clusters;

/// <summary>The figures of a cluster on a day: a new row, or a mistaken one put right.</summary>
[Allow(Act.CurateEstablishments)]
public sealed class FiguresModel(KhuyenCongDb db, ClusterDesk desk, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "so-lieu-cum";

    [BindProperty(SupportsGet = true, Name = "dong")]
    public Guid? FigureId { get; set; }

    /// <summary>The id of a row to be added, from the first showing on: sent twice, added once.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty(Name = nameof(Form))]
    public Dictionary<string, string?> Form { get; set; } = [];

    public IndustrialCluster Cluster { get; private set; } = null!;

    public ClusterFigure? Figure { get; private set; }

    public string DraftSubject => FigureId?.ToString("N") ?? $"{Cluster.IndustrialClusterId:N}-moi";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        NewId = Uuid.New(clock);
        Form = Figure is { } figure ? ClusterForm.WriteFigure(figure.Entry) : new() { ["On"] = clock.Today.Text() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        NewId = NewId == Guid.Empty ? Uuid.New(clock) : NewId;
        if (Figure is null && Cluster.Figures.Any(f => f.ClusterFigureId == NewId))
        {
            return LocalRedirect($"/cum-cong-nghiep/{id}");
        }

        var entry = ClusterForm.ReadFigure(new EntryText(Form, nameof(Form), ModelState));
        var recorded = Figure is null ? ClusterRules.Record(Cluster, NewId, entry, clock.Today) : null;
        var corrected = Figure is { } figure ? ClusterRules.Correct(Cluster, figure.ClusterFigureId, entry, clock.Today) : null;
        ModelState.AddBreaches((recorded?.Breaches ?? corrected!.Breaches).Select(b => b with { Field = $"Form[{b.Field}]" }));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (recorded?.Event is { } added)
        {
            Cluster.Apply(added);
            db.Because("cluster.figure-recorded");
        }
        else if (corrected?.Event is { } change)
        {
            Cluster.Apply(change);
            db.Because("cluster.figure-corrected");
        }

        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, Draft, DraftSubject);
        TempData.Say("Đã lưu số liệu của cụm.");
        return LocalRedirect($"/cum-cong-nghiep/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        await desk.LoadAsync(cancellationToken);
        if (desk.Find(id) is not { } cluster)
        {
            return false;
        }

        Cluster = cluster;
        Figure = FigureId is { } wanted ? cluster.Figures.FirstOrDefault(f => f.ClusterFigureId == wanted) : null;
        return FigureId is null || Figure is not null;
    }
}
