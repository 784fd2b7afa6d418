using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Projects;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>Bàn thẩm định một hồ sơ: what the engine says, one's declaration and vote, the opened votes, the signed result, conditions.</summary>
/// <remarks>Every change waits for the appraisal's lock: a vote and the opening of the votes never pass each other unseen.</remarks>
[Allow(Act.GiveOpinion)]
public sealed class DetailsModel(KhuyenCongDb db, Viewer viewer, AppraisalBook book, ProjectBook projects, FileStore files, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "phieu-tham-dinh";

    private Func<Guid, ConflictGround> conflicts = _ => ConflictGround.None;

    private Func<Guid, IReadOnlyList<string>> coincidences = _ => [];

    private ProjectMover mover = null!;

    public Appraisal Appraisal { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    public AppraisalSession? Session { get; private set; }

    public Council? Council { get; private set; }

    public AppraisalSettingText Setting { get; private set; } = AppraisalSetting.Suggested;

    public IReadOnlyList<CheckedPart> Checks { get; private set; } = [];

    public SupportCaps Caps { get; private set; } = null!;

    public bool DoubleSupportBlocks { get; private set; }

    public AppraisalSeat? Mine { get; private set; }

    [BindProperty]
    public DeclarationForm Declaration { get; set; } = new();

    [BindProperty]
    public OpinionForm Opinion { get; set; } = new();

    [BindProperty]
    public EndingForm Ending { get; set; } = new();

    [BindProperty]
    public Guid SubstituteId { get; set; }

    [BindProperty]
    public Guid InsteadOfId { get; set; }

    [BindProperty]
    public string? SubstituteReason { get; set; }

    [BindProperty]
    public string? PostponeReason { get; set; }

    [BindProperty]
    public string? Proof { get; set; }

    [BindProperty]
    public IFormFile? ProofFile { get; set; }

    public DateOnly Today => clock.Today;

    /// <summary>Whoever the registry or their own word ties to the dossier: shown the reason, no ballot.</summary>
    public bool IsRecused => Mine is { } seat && (seat.IsRecused || conflicts(seat.UserId) is not ConflictGround.None);

    /// <summary>What somebody shares with people of the dossier and has not declared about: for themselves and whoever organises or keeps the session.</summary>
    public IReadOnlyList<string> DoubtsOf(AppraisalSeat seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        return ReadsDoubtsOf(seat) && Appraisal.State is AppraisalState.Open ? seat.Unanswered(coincidences(seat.UserId)) : [];
    }

    public bool ReadsDoubtsOf(AppraisalSeat seat) => seat == Mine || AppraisalStates.HandsOf(Appraisal, Project, mover).HasFlag(AppraisalHands.Keeper) || Organises;

    public ConflictGround MyGrounds => Mine is { } seat ? seat.Grounds | conflicts(seat.UserId) : ConflictGround.None;

    /// <summary>What the table lets the viewer do, as they stand to this dossier.</summary>
    public IReadOnlyList<AppraisalAction> Offered { get; private set; } = [];

    public bool MayVote => Offered.Contains(AppraisalAction.SendOpinion) && !IsRecused;

    public bool MaySign => Offered.Contains(AppraisalAction.Sign);

    public bool Organises => AppraisalStates.HandsOf(Appraisal, Project, mover).HasFlag(AppraisalHands.Organiser);

    public bool MayConclude => Offered.Contains(AppraisalAction.Conclude) && Project.State is ProjectState.InAppraisal;

    public bool MayUndo => Offered.Contains(AppraisalAction.UndoConclusion);

    public bool MaySubstitute => Offered.Contains(AppraisalAction.Substitute) && Substitutes.Any();

    public bool ReadsDossier => viewer.Can(Act.ViewProjects);

    public IEnumerable<SelectListItem> Substitutes => Appraisal.Seats.Where(s => s is { IsSubstitute: true, StandsInForId: null, IsRecused: false }).Select(s => new SelectListItem($"{s.Name} – {s.UnitName}", s.AppraisalSeatId.ToString()));

    public IEnumerable<SelectListItem> Replaceable => Appraisal.Seats.Where(s => !s.IsSubstitute && s.SentAt is null && !Appraisal.IsReplaced(s)).Select(s => new SelectListItem($"{s.Name} – {s.Role.Text()}{(s.IsRecused ? ", phải rút" : "")}", s.AppraisalSeatId.ToString()));

    public IEnumerable<SelectListItem> Votes => Enum.GetValues<AppraisalVote>().Where(v => v is not AppraisalVote.ConditionalPass || Appraisal.AllowsConditional).Select(v => new SelectListItem(v.Text(), v.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Mine is { } seat && Appraisal.OpinionOf(seat) is { } sent)
        {
            Opinion = OpinionForm.Of(sent.Text);
        }
        else if (Appraisal.Mode is AppraisalMode.Staff)
        {
            Opinion.Fill(Caps.Binding);
        }

        if (MaySign)
        {
            Ending.Fill(Caps.Binding);
        }

        return Page();
    }

    public Task<IActionResult> OnPostDeclareAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(id, nameof(Declaration), null, async () =>
    {
        var ruling = Appraising.Declare(Appraisal, viewer.UserId, Declaration.HasInterest, Declaration.Interest, conflicts(viewer.UserId), clock.UtcNow, coincidences(viewer.UserId));
        ModelState.AddBreaches(ruling.Breaches, nameof(Declaration));
        if (ruling.Event is not { } declared)
        {
            return Page();
        }

        Appraisal.Apply(declared);
        return await SaveAsync("appraisal.conflict-declared", null, declared.Grounds is ConflictGround.None ? "Đã khai: không có liên quan." : "Đã khai: bạn rút khỏi hồ sơ này, không bỏ phiếu và không tính vào số người họp.", cancellationToken);
    }, cancellationToken);

    public Task<IActionResult> OnPostOpinionAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(id, nameof(Opinion), null, async () =>
    {
        var ruling = Appraising.Send(Appraisal, Uuid.New(clock), viewer.UserId, Opinion.ReadOpinion(), Setting, Caps, conflicts(viewer.UserId), clock.UtcNow, coincidences(viewer.UserId));
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = OpinionForm.FieldOf(b.Field) }));
        if (ruling.Event is not { } sent || !ModelState.IsValid)
        {
            return Page();
        }

        Appraisal.Apply(sent);
        if (Appraisal.Mode is AppraisalMode.Staff)
        {
            // One appraiser: nothing to keep sealed once the opinion is sent.
            Appraisal.Apply(Concluding.Open(Appraisal, s => conflicts(s.UserId), clock.UtcNow));
        }

        var answer = await SaveAsync("appraisal.opinion-sent", null, Appraisal.Mode is AppraisalMode.Staff ? "Đã gửi ý kiến thẩm định." : "Đã gửi phiếu. Phiếu được niêm phong đến khi phiên họp kết thúc; đến lúc đó bạn vẫn gửi lại được.", cancellationToken);
        await this.EndDraftAsync(drafts, Draft, $"{id}");
        return answer;
    }, cancellationToken);

    public Task<IActionResult> OnPostSubstituteAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(id, nameof(SubstituteReason), AppraisalAction.Substitute, async () =>
    {
        var substitute = Appraisal.Seats.FirstOrDefault(s => s.AppraisalSeatId == SubstituteId);
        var ruling = Appraising.Substitute(Appraisal, SubstituteId, InsteadOfId, SubstituteReason, substitute is null ? ConflictGround.None : conflicts(substitute.UserId), clock.UtcNow);
        ModelState.AddBreaches(ruling.Breaches);
        if (ruling.Event is not { } seated)
        {
            return Page();
        }

        Appraisal.Apply(seated);
        return await SaveAsync("appraisal.substitute-seated", seated.Reason, $"{substitute!.Name} thay thành viên hội đồng ở hồ sơ này.", cancellationToken);
    }, cancellationToken);

    public Task<IActionResult> OnPostSignAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(id, nameof(Ending), null, async () =>
    {
        var ruling = Concluding.Sign(Appraisal, viewer.UserId, Ending.Reason, Ending.Read(), Ending.Lines, Caps, clock.UtcNow);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = EndingForm.FieldOf(b.Field) }));
        if (ruling.Event is not { } signed || !ModelState.IsValid)
        {
            return Page();
        }

        Appraisal.Apply(signed);
        return await SaveAsync("appraisal.signed", signed.Reason, "Đã ký kết quả của hội đồng. Hồ sơ chờ lãnh đạo kết luận.", cancellationToken);
    }, cancellationToken);

    public Task<IActionResult> OnPostPostponeAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(id, nameof(PostponeReason), AppraisalAction.Postpone, async () =>
    {
        var ruling = Appraising.Postpone(Appraisal, PostponeReason, clock.UtcNow);
        ModelState.AddBreaches(ruling.Breaches);
        if (ruling.Event is not { } postponed)
        {
            return Page();
        }

        Appraisal.Apply(postponed);
        return await SaveAsync("appraisal.postponed", postponed.Reason, "Đã dừng lần thẩm định này; hồ sơ chờ giao thẩm định lại.", cancellationToken);
    }, cancellationToken);

    public async Task<IActionResult> OnPostMeetAsync(Guid id, Guid dieuKien, CancellationToken cancellationToken)
    {
        var (file, fault) = await files.KeepAsync(viewer.ProvinceCode, ProofFile, nameof(ProofFile), cancellationToken);
        return await ChangeAsync(id, nameof(Proof), AppraisalAction.MeetCondition, async () =>
        {
            ModelState.AddBreaches(fault is null ? [] : [fault]);
            var ruling = Concluding.Meet(Appraisal, dieuKien, Proof, file, clock.Today, viewer.DisplayName, clock.UtcNow);
            ModelState.AddBreaches(ruling.Breaches);
            if (ruling.Event is not { } met || !ModelState.IsValid)
            {
                return Page();
            }

            if (file is not null)
            {
                await files.MustReferAsync(Appraisal.ProvinceCode, file.Sha256, cancellationToken);
            }

            Appraisal.Apply(met);
            return await SaveAsync("appraisal.condition-met", met.Proof, "Đã xác nhận điều kiện đã đáp ứng.", cancellationToken);
        }, cancellationToken);
    }

    private async Task<IActionResult> SaveAsync(string kind, string? reason, string told, CancellationToken cancellationToken)
    {
        db.Because(kind, reason);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say(told);
        return LocalRedirect($"/tham-dinh/{Appraisal.AppraisalId}");
    }

    private Task<IActionResult> ChangeAsync(Guid id, string form, AppraisalAction? asks, Func<Task<IActionResult>> change, CancellationToken cancellationToken) => db.WriteAppraisalAsync(
        id,
        async () =>
        {
            if (!await LoadAsync(id, cancellationToken))
            {
                return NotFound();
            }

            // Several small forms stand on the page; only the one that was sent is judged.
            foreach (var key in ModelState.Keys.Where(k => !k.StartsWith(form, StringComparison.Ordinal)).ToList())
            {
                ModelState.Remove(key);
            }

            return asks is { } action && AppraisalStates.Refusal(Appraisal, Project, mover, action) is { } refused ? this.Refuse(refused.Code) : await change();
        },
        cancellationToken);

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeAppraisals.VisibleTo(viewer).SingleOrDefaultAsync(a => a.AppraisalId == id, cancellationToken) is not { } appraisal)
        {
            return false;
        }

        Appraisal = appraisal;
        Project = await db.WholeProjects.AsNoTracking().SingleAsync(p => p.ProjectId == appraisal.ProjectId, cancellationToken);
        Session = await db.AppraisalSessions.AsNoTracking().FirstOrDefaultAsync(s => s.AppraisalSessionId == appraisal.AppraisalSessionId, cancellationToken);
        Council = await db.Councils.AsNoTracking().FirstOrDefaultAsync(c => c.CouncilId == appraisal.CouncilId, cancellationToken);
        Setting = await db.AppraisalSettingAsync(cancellationToken);
        Checks = await projects.CheckAsync(Project, cancellationToken);
        Caps = AppraisalBook.CapsOf(Project, Checks, clock.Today);
        DoubleSupportBlocks = await book.DoubleSupportBlocksAsync(Project, cancellationToken);
        conflicts = await book.ConflictsAsync(Project, appraisal.Seats.Select(s => s.UserId), cancellationToken);
        coincidences = appraisal.State is AppraisalState.Open ? await book.CoincidencesAsync(Project, appraisal.Seats.Select(s => s.UserId), cancellationToken) : coincidences;
        Mine = appraisal.SeatOf(viewer.UserId);
        mover = await viewer.AsProjectMoverAsync(db, cancellationToken);
        Offered = AppraisalStates.Offered(appraisal, Project, mover);
        return true;
    }
}
