using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Địa bàn ưu tiên: which commune is in which class, by which document, for how long.</summary>
[Allow(Act.ViewPlans)]
public sealed class TerritoriesModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private Dictionary<string, string> communes = [];

    [BindProperty]
    public ListForm Form { get; set; } = new();

    public IReadOnlyList<CommunePriority> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    public static IEnumerable<SelectListItem> Classes => Enum.GetValues<PriorityTerritory>().Select(c => new SelectListItem(c.Text().AtStart(), c.ToString()));

    public bool MayEdit => viewer.Reach(Act.AppraisePlan) is Scope.Province;

    public DateOnly Today => clock.Today;

    public string Commune(string code) => communes.GetValueOrDefault(code, code);

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    [Allow(Act.AppraisePlan)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!MayEdit)
        {
            return this.Refuse("plan.not-allowed");
        }

        ModelState.Require(Form.From, "Form.From", Messages.For("edit.required"));
        var ruling = CommunePriority.List(new(Uuid.New(clock), viewer.ProvinceCode, Form.CommuneCode ?? "", Form.Class, Form.Document ?? "", Form.From ?? clock.Today, Form.To), communes.ContainsKey(Form.CommuneCode ?? ""), Rows);
        ModelState.AddBreaches(ruling.Breaches, nameof(Form));
        if (ruling.Event is not { } listed || !ModelState.IsValid)
        {
            return Page();
        }

        db.CommunePriorities.Add(CommunePriority.Of(listed));
        db.Because("priority.listed", listed.Document);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say($"Đã ghi {Commune(listed.CommuneCode)} vào danh mục.");
        return LocalRedirect("/ke-hoach/dia-ban-uu-tien");
    }

    /// <summary>Yesterday was the last day on which it counted; what was ranked with it stays as it was.</summary>
    [Allow(Act.AppraisePlan)]
    public async Task<IActionResult> OnPostEndAsync(Guid dong, CancellationToken cancellationToken)
    {
        if (await db.CommunePriorities.SingleOrDefaultAsync(p => p.CommunePriorityId == dong, cancellationToken) is not { } row)
        {
            return NotFound();
        }

        if (!MayEdit)
        {
            return this.Refuse("plan.not-allowed");
        }

        row.End(clock.Today.AddDays(-1));
        db.Because("priority.ended");
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Đã chấm dứt từ hôm nay.", "warn");
        return LocalRedirect("/ke-hoach/dia-ban-uu-tien");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var all = await db.CommunesAsync(viewer.ProvinceCode, clock.Today, cancellationToken);
        communes = all.ToDictionary(c => c.Code, c => c.Name);
        Communes = [.. all.Select(c => new SelectListItem(c.Name, c.Code))];
        Rows = [.. (await db.CommunePriorities.AsNoTracking().ToListAsync(cancellationToken)).OrderBy(p => SearchText.SortKey(Commune(p.CommuneCode)), StringComparer.Ordinal).ThenBy(p => p.Class)];
    }

    /// <summary>A row of the list as typed.</summary>
    public sealed class ListForm
    {
        public string? CommuneCode { get; set; }

        public PriorityTerritory Class { get; set; }

        public string? Document { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }
    }
}
