using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>Lập hội đồng: the decision that establishes it, its members, its quorum.</summary>
[Allow(Act.AppraiseProject)]
public sealed class NewCouncilModel(KhuyenCongDb db, Viewer viewer, AppraisalBook book, FileStore files, TimeProvider clock) : PageModel
{
    private const int FirstRows = 7;
    private const int MostRows = 30;

    private IReadOnlyList<Appointable> people = [];

    [BindProperty]
    public CouncilForm Form { get; set; } = new();

    [BindProperty]
    public IFormFile? DecisionFile { get; set; }

    public IEnumerable<SelectListItem> People => people.Select(p => new SelectListItem($"{p.Name} – {p.UnitName}", KeyOf(p)));

    public static IEnumerable<SelectListItem> Roles => Enum.GetValues<CouncilRole>().Where(r => r is not CouncilRole.Appraiser).Select(r => new SelectListItem(r.Text(), r.ToString()));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        people = await book.PeopleAsync(cancellationToken);
        var setting = await db.AppraisalSettingAsync(cancellationToken);
        (Form.QuorumPart, Form.QuorumWhole) = (setting.QuorumPart, setting.QuorumWhole);
        CouncilRole[] usual = [CouncilRole.Chair, CouncilRole.DeputyChair, CouncilRole.Secretary, CouncilRole.Reviewer];
        Form.Members = [.. Enumerable.Range(0, FirstRows).Select(i => new MemberInput { Role = i < usual.Length ? usual[i] : CouncilRole.Member })];
    }

    public async Task<IActionResult> OnPostRowsAsync(CancellationToken cancellationToken)
    {
        people = await book.PeopleAsync(cancellationToken);
        ModelState.Clear();
        Form.Members.AddRange(Enumerable.Range(0, Math.Min(3, MostRows - Form.Members.Count)).Select(_ => new MemberInput()));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        people = await book.PeopleAsync(cancellationToken);
        ModelState.Require(Form.DecisionDate, "Form.DecisionDate", Messages.For("council.decision-date-missing"));
        var (file, fault) = await files.KeepAsync(viewer.ProvinceCode, DecisionFile, nameof(DecisionFile), cancellationToken);
        ModelState.AddBreaches(fault is null ? [] : [fault]);
        var chosen = Form.Members.Select(m => (m.Role, m.IsSubstitute, Person: people.FirstOrDefault(p => KeyOf(p) == m.Person))).Where(m => m.Person is not null).Take(MostRows).ToList();
        var text = new CouncilText(
            Form.Name ?? "", Form.DecisionNumber ?? "", Form.DecisionDate ?? clock.Today, Form.Signer ?? "", Form.QuorumPart ?? 0, Form.QuorumWhole ?? 0,
            [.. chosen.Select(m => new MemberText(m.Person!.UserId, m.Person.Name, m.Person.OrganisationId, m.Person.UnitName, m.Role, m.IsSubstitute))], file);
        var commune = viewer.Reach(Act.AppraiseProject) is Scope.Commune ? (viewer.CommuneCodes is [var first, ..] ? first : null) : null;
        var ruling = Council.Establish(new(Uuid.New(clock), [.. chosen.Select(_ => Uuid.New(clock))], viewer.ProvinceCode, commune, text, viewer.UserId, clock.UtcNow), clock.Today);
        ModelState.AddBreaches(ruling.Breaches, nameof(Form));
        if (ruling.Event is not { } established || !ModelState.IsValid)
        {
            return Page();
        }

        if (file is not null)
        {
            await files.MustReferAsync(viewer.ProvinceCode, file.Sha256, cancellationToken);
        }

        db.Councils.Add(Council.From(established));
        db.Because("council.established", text.DecisionNumber);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say($"Đã lập {text.Name}.");
        return LocalRedirect($"/tham-dinh/hoi-dong/{established.CouncilId}");
    }

    private static string KeyOf(Appointable person) => $"{person.UserId:N}{person.OrganisationId:N}";

    /// <summary>The decision as typed.</summary>
    public sealed class CouncilForm
    {
        public string? Name { get; set; }

        public string? DecisionNumber { get; set; }

        public DateOnly? DecisionDate { get; set; }

        public string? Signer { get; set; }

        public int? QuorumPart { get; set; }

        public int? QuorumWhole { get; set; }

        public List<MemberInput> Members { get; set; } = [];
    }

    /// <summary>One member as typed.</summary>
    public sealed class MemberInput
    {
        public string? Person { get; set; }

        public CouncilRole Role { get; set; } = CouncilRole.Member;

        public bool IsSubstitute { get; set; }
    }
}
