using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Data.Numbering;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;
using KhuyenCong.Domain.Territories;
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

/// <summary>Any unit or establishment files an obstacle or a proposal tied to a clause, a target or a rule.</summary>
[Allow(Act.FilePetition)]
public sealed class FileModel(KhuyenCongDb db, Viewer viewer, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Series = "PAKN";

    public const string Draft = "kien-nghi-gui";

    [BindProperty(SupportsGet = true, Name = "van-ban")]
    public Guid? DocumentId { get; set; }

    [BindProperty(SupportsGet = true, Name = "chi-tieu")]
    public Guid? TargetId { get; set; }

    [BindProperty(SupportsGet = true, Name = "quy-dinh")]
    public Guid? RuleId { get; set; }

    [BindProperty]
    public FilingForm Form { get; set; } = new();

    public Subjects Subjects { get; private set; } = new([]);

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    /// <summary>A draft belongs to what it is about: an obstacle with one rule is not continued in another.</summary>
    public string DraftSubject => $"{DocumentId ?? TargetId ?? RuleId}" is { Length: > 0 } about ? about : "moi";

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Form.FilerName = viewer.OrganisationName;
        Form.CommuneCode = viewer.CommuneCodes.Count > 0 ? viewer.CommuneCodes[0] : null;
        Form.SubjectId = DocumentId is { } document ? Subjects.Choice(PetitionSubjectKind.Clause, document)
            : TargetId is { } target ? Subjects.Choice(PetitionSubjectKind.Target, target)
            : RuleId is { } rule ? Subjects.Choice(PetitionSubjectKind.Rule, rule)
            : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync();
        var subject = Subjects.Read(Form.SubjectId);
        var text = new PetitionText(
            Form.Kind ?? PetitionKind.Obstacle,
            subject?.Kind ?? PetitionSubjectKind.Rule,
            subject?.Id,
            subject?.Kind is PetitionSubjectKind.Clause ? Form.Clause?.Trim() : null,
            Form.Title ?? "",
            Form.Text ?? "",
            Form.FilerName ?? "",
            Communes.Any(c => c.Value == Form.CommuneCode) ? Form.CommuneCode : null);
        var ruling = Petitioning.File(Uuid.New(clock), "", viewer.ProvinceCode, text, viewer.AsMover(), clock.Today);
        ModelState.AddBreaches(ruling.Breaches, nameof(Form));
        if (ruling.Event is not { } filed || !ModelState.IsValid)
        {
            return Page();
        }

        var code = await db.WithNextNumberAsync(
            Series,
            clock.Today.Year,
            async next =>
            {
                db.Petitions.Add(Petition.From(filed with { Code = next }));
                db.Because("petition.filed");
                await db.SaveChangesAsync(cancellationToken);
                return next;
            },
            cancellationToken);
        await this.EndDraftAsync(drafts, Draft, DraftSubject);
        TempData.Say($"Đã gửi. Mã theo dõi: {code}. Sở Công Thương sẽ tiếp nhận và đặt hạn trả lời.");
        return LocalRedirect($"/kien-nghi/{filed.PetitionId}");
    }

    private async Task LoadAsync()
    {
        Subjects = await Subjects.LoadAsync(db, viewer);
        var names = await db.AdministrativeUnits.AsNoTracking().Where(u => u.ProvinceCode == viewer.ProvinceCode && u.Level == UnitLevel.Commune)
            .Join(db.AdministrativeUnitNames, u => u.UnitCode, n => n.UnitCode, (u, n) => n).ToListAsync();
        var own = viewer.Reach(Act.FilePetition) is Scope.Commune ? viewer.CommuneCodes : null;
        Communes = [.. names.GroupBy(n => n.UnitCode).Where(g => own is null || own.Contains(g.Key))
            .Select(g => g.On(clock.Today) ?? g.MaxBy(n => n.From ?? DateOnly.MinValue)!)
            .OrderBy(n => n.SortKey, StringComparer.Ordinal).Select(n => new SelectListItem(n.FullName, n.UnitCode))];
    }

    /// <summary>The petition as typed.</summary>
    public sealed class FilingForm
    {
        public PetitionKind? Kind { get; set; } = PetitionKind.Obstacle;

        /// <summary>Kind and id of one choice of the list.</summary>
        public string? SubjectId { get; set; }

        [MaxLength(200, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? Clause { get; set; }

        public string? Title { get; set; }

        public string? Text { get; set; }

        [MaxLength(300, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? FilerName { get; set; }

        public string? CommuneCode { get; set; }
    }
}
