using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.FollowUps;

/// <summary>One sheet: what was answered, the machines beside the Sở's own check of them, whether the money served its purpose.</summary>
[Allow(Act.AnswerFollowUp)]
public sealed class DetailsModel(KhuyenCongDb db, Viewer viewer, FollowUpBook book, DraftBox drafts, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, string> people = new Dictionary<Guid, string>();
    private ProjectMover mover = null!;

    public FollowUpCase Case { get; private set; } = null!;

    public FollowUp FollowUp => Case.FollowUp;

    /// <summary>What the Sở itself saw of the machines, a year after the acceptance.</summary>
    public IReadOnlyDictionary<Guid, MachineCheckResult> Checks { get; private set; } = new Dictionary<Guid, MachineCheckResult>();

    public IReadOnlyList<FollowUpAction> Offered { get; private set; } = [];

    public FollowUpAction? Chosen { get; private set; }

    public bool MayWrite { get; private set; }

    public bool MayPropose => FollowUp is { IsAnswered: true, Misuse: MisuseState.None or MisuseState.Dismissed } && mover.May(Act.InspectProject, FollowUp, Case.Units) && !mover.IsConcerned(FollowUp);

    public bool MayJudge => FollowUp.Misuse is MisuseState.Proposed && FollowUp.MisuseProposedBy != viewer.UserId && mover.May(Act.InspectProject, FollowUp, Case.Units) && !mover.IsConcerned(FollowUp);

    /// <summary>What is only proposed is the officials' own until it is concluded.</summary>
    public bool SeesMisuse => FollowUp.Misuse is MisuseState.Confirmed || (FollowUp.Misuse is not MisuseState.None && SeesHistory);

    /// <summary>An official whose own establishment it is reads as its owner does.</summary>
    public bool SeesHistory => viewer.SeesHistory() && !mover.IsConcerned(FollowUp);

    public bool SeesConsent => viewer.Can(Act.ViewPersonalData);

    public DateOnly Today => clock.Today;

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public PurposeFinding? Purpose { get; set; }

    [BindProperty]
    public MisuseForm Misuse { get; set; } = new();

    [BindProperty]
    public string? MisuseNote { get; set; }

    /// <summary>Whether the proposal is concluded as misuse.</summary>
    [BindProperty]
    public bool? IsMisuse { get; set; }

    /// <summary>The version that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    public static IEnumerable<SelectListItem> Purposes => new[] { PurposeFinding.Right, PurposeFinding.Unsettled }.Select(p => new SelectListItem(p.Text(), p.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid id, FollowUpAction? viec, CancellationToken cancellationToken) => await LoadAsync(id, viec, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, [Required] FollowUpAction? viec, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, viec, cancellationToken) || viec is not { } action)
        {
            return NotFound();
        }

        return await EndAsync(await book.MoveAsync(Case, BaseVersion, action, Purpose, Note, mover, cancellationToken), $"theo-doi-{action}", $"{action.Done()}: {FollowUp.BeneficiaryName}.", action is FollowUpAction.SendBack or FollowUpAction.CloseUnanswered);
    }

    [Allow(Act.InspectProject)]
    public async Task<IActionResult> OnPostProposeAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        var breaches = await book.ProposeMisuseAsync(Case, BaseVersion, new(Misuse.Reason ?? "", Misuse.Document ?? "", Misuse.DocumentDate, Misuse.DueOn), mover, cancellationToken);
        return await EndAsync([.. breaches.Select(b => b.Field is null ? b : b with { Field = $"{nameof(Misuse)}.{b.Field}" })], "theo-doi-sai-muc-dich", "Đã đề nghị kết luận; người khác của Sở xem xét.", true);
    }

    [Allow(Act.InspectProject)]
    public async Task<IActionResult> OnPostJudgeAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken) || IsMisuse is not { } isMisuse)
        {
            return NotFound();
        }

        return await EndAsync(await book.JudgeMisuseAsync(Case, BaseVersion, isMisuse, MisuseNote, mover, cancellationToken), null, isMisuse ? "Đã kết luận sử dụng kinh phí sai mục đích; kiến nghị kiểm tra đã được lập và ghi vào lịch sử của cơ sở." : "Đã kết luận không có việc sử dụng sai mục đích.", isMisuse);
    }

    public string Who(Guid? userId) => userId is { } id ? people.GetValueOrDefault(id, "—") : "—";

    private async Task<IActionResult> EndAsync(IReadOnlyList<Breach> breaches, string? draft, string done, bool isGrave)
    {
        if (breaches.FirstOrDefault(b => b.Code.EndsWith(".not-allowed", StringComparison.Ordinal)) is { } refusal)
        {
            return this.Refuse(refusal.Code);
        }

        ModelState.AddBreaches(breaches);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (draft is not null)
        {
            await this.EndDraftAsync(drafts, draft, $"{FollowUp.FollowUpId}");
        }

        TempData.Say(done, isGrave ? "warn" : "good");
        return LocalRedirect($"/theo-doi/{FollowUp.FollowUpId}");
    }

    private async Task<bool> LoadAsync(Guid id, FollowUpAction? wanted, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken) is not { } found)
        {
            return false;
        }

        Case = found;
        mover = await viewer.AsProjectMoverAsync(db, cancellationToken);
        MayWrite = Following.WriteFaults(FollowUp, Case.Units, mover, clock.Today).Count == 0;
        Offered = [.. FollowUpStates.Offered(FollowUp, Case.Units, mover, clock.Today).Where(a => a is not FollowUpAction.Send)];
        Chosen = wanted is { } asked && Offered.Contains(asked) ? asked : Offered.Count > 0 && FollowUp.State is FollowUpState.Submitted ? Offered[0] : null;
        var machines = FollowUp.Machines.Select(m => m.MachinePassportId).ToList();
        Checks = (await db.MachinePassports.AsNoTracking().Where(m => machines.Contains(m.MachinePassportId) && m.CheckResult != null).Select(m => new { m.MachinePassportId, m.CheckResult }).ToListAsync(cancellationToken))
            .ToDictionary(m => m.MachinePassportId, m => m.CheckResult!.Value);
        var users = FollowUp.Steps.Select(s => s.By).Concat(FollowUp.Writers).Concat(new[] { FollowUp.MisuseProposedBy, FollowUp.MisuseJudgedBy }.OfType<Guid>()).Distinct().ToList();
        people = await db.NamesAsync(users, cancellationToken);
        return true;
    }
}

/// <summary>A proposal to conclude misuse, as typed.</summary>
public sealed class MisuseForm
{
    public string? Reason { get; set; }

    public string? Document { get; set; }

    public DateOnly? DocumentDate { get; set; }

    public DateOnly? DueOn { get; set; }
}
