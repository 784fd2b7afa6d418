using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>One target: every statement of it, the arithmetic of its standing, its latest results.</summary>
[Allow(Act.ViewProgramme)]
public sealed class TargetModel(KhuyenCongDb db, ProgrammeCache cache, Viewer viewer, TimeProvider clock) : PageModel
{
    private const int LatestCount = 20;

    public ProgrammeHead Head { get; private set; } = null!;

    public ProgrammeText Text { get; private set; } = null!;

    public TargetRow Row { get; private set; } = null!;

    public Target Target => Row.Target;

    public IReadOnlyList<TargetStatement> Statements { get; private set; } = [];

    public IReadOnlyList<LatestResult> Latest { get; private set; } = [];

    public IReadOnlyList<Target> RoundTargets { get; private set; } = [];

    public Target? Rounds { get; private set; }

    [BindProperty]
    public string? RoundsTargetCode { get; set; }

    [BindProperty]
    public NaturalKeyKind? KeyKind { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public static IEnumerable<SelectListItem> KeyKinds => Enum.GetValues<NaturalKeyKind>().Select(k => new SelectListItem(k.Words(), k.ToString()));

    public bool MayEdit => viewer.MayEdit(Head);

    public bool MayRecord => viewer.MayRecordFor(Head) && !Target.IsRetired;

    public bool MaySeeResults => viewer.Can(Act.ViewResults);

    public async Task<IActionResult> OnGetAsync(Guid id, string code) => await FindAsync(id, code) ? Page() : NotFound();

    [Allow(Act.EditProgramme)]
    public async Task<IActionResult> OnPostRoundsAsync(Guid id, string code)
    {
        var targets = await db.Targets.Where(t => t.ProgrammeId == id).ToListAsync();
        if (targets.SingleOrDefault(t => t.Code == code) is not { } target)
        {
            return NotFound();
        }

        if (await RefusedAsync(id) is { } refused)
        {
            return refused;
        }

        var ruling = TargetPlan.LinkRounds(target, string.IsNullOrEmpty(RoundsTargetCode) ? null : targets.SingleOrDefault(t => t.Code == RoundsTargetCode) ?? target);
        if (ruling.Event is not { } linked)
        {
            ModelState.AddBreaches(ruling.Breaches);
            return await FindAsync(id, code) ? Page() : NotFound();
        }

        target.Apply(linked);
        db.Because("target.rounds-linked", linked.RoundsTargetCode);
        await db.SaveChangesAsync();
        TempData.Say(linked.RoundsTargetCode is null ? "Đã bỏ gắn số đợt." : $"Đã gắn số đợt theo chỉ tiêu {linked.RoundsTargetCode}.");
        return LocalRedirect(TargetRow.HrefOf(id, code));
    }

    [Allow(Act.EditProgramme)]
    public async Task<IActionResult> OnPostKeyKindAsync(Guid id, string code, [FromServices] TargetKeys keys)
    {
        if (await db.Targets.Where(t => t.ProgrammeId == id && t.Code == code).Select(t => (Guid?)t.TargetId).SingleOrDefaultAsync() is not { } targetId)
        {
            return NotFound();
        }

        if (await RefusedAsync(id) is { } refused)
        {
            return refused;
        }

        var breaches = KeyKind is { } wanted ? await keys.ChangeAsync(targetId, wanted, Reason) : [new("target.key-kind-same", nameof(KeyKind))];
        if (breaches.Count > 0)
        {
            ModelState.AddBreaches(breaches.Select(b => b.Field == "reason" ? b with { Field = nameof(Reason) } : b));
            return await FindAsync(id, code) ? Page() : NotFound();
        }

        TempData.Say("Đã đổi cách nhận biết kết quả trùng.");
        return LocalRedirect(TargetRow.HrefOf(id, code));
    }

    /// <summary>Whoever enters the programme of a commune only looks at the others.</summary>
    private async Task<IActionResult?> RefusedAsync(Guid id) => await viewer.MayEditAsync(db, id) ? null : Refusal.Because(Act.EditProgramme);

    private async Task<bool> FindAsync(Guid id, string code)
    {
        if (await ProgrammeHead.CurrentAsync(db, id) is not { } head)
        {
            return false;
        }

        var targets = await db.Targets.AsNoTracking().Where(t => t.ProgrammeId == id).ToListAsync();
        if (targets.SingleOrDefault(t => t.Code == code) is not { } target)
        {
            return false;
        }

        (Head, Text) = (head, await cache.TextAsync(db, head));
        Row = TargetRow.Of(Text, targets, await cache.SumsAsync(db, id, targets), clock.Today).Single(r => r.Target == target);
        Statements = [.. Text.Statements.Where(s => s.TargetCode == code)];
        RoundTargets = [.. targets.Where(t => t != target && !t.IsRetired && DiscrepancyRules.SameUnit(t.Unit, "đợt")).OrderBy(t => t.Order)];
        Rounds = targets.SingleOrDefault(t => t.Code == target.RoundsTargetCode);
        RoundsTargetCode ??= target.RoundsTargetCode;
        KeyKind ??= target.KeyKind;
        if (MaySeeResults)
        {
            Latest = await db.Results.Where(r => r.TargetId == target.TargetId && r.State == ResultState.Recorded)
                .OrderByDescending(r => r.AchievedOn).ThenByDescending(r => r.ResultId)
                .Select(r => new LatestResult(r.ResultId, r.Title, r.AchievedOn, r.Place, r.Quantity, r.Copies, r.TotalAmount, r.EvidenceCount))
                .Take(LatestCount).ToListAsync();
        }

        return true;
    }

    /// <summary>One line of the latest results.</summary>
    public sealed record LatestResult(Guid ResultId, string Title, DateOnly AchievedOn, string? Place, long Quantity, long? Copies, Dong Amount, int Evidence);
}
