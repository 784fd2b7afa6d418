using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Accounts;

/// <summary>Ủy quyền có thời hạn: one's own acts given to another for some days, by a document.</summary>
[Allow(Act.Delegate)]
public sealed class DelegationsModel(KhuyenCongDb db, UserManager<Account> users, Viewer viewer, TimeProvider clock) : PageModel
{
    private List<Membership> held = [];
    private Dictionary<Guid, string> names = [];

    public IReadOnlyList<Delegation> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public DateOnly Today => clock.Today;

    [BindProperty]
    public Guid? ToUserId { get; set; }

    [BindProperty]
    public List<Act> Acts { get; set; } = [];

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public string? DocumentNumber { get; set; }

    [BindProperty]
    public DateOnly? DocumentDate { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public bool MayGive => Source is not null;

    public IEnumerable<Act> MyActs => Source is { } own ? Enum.GetValues<Act>().Where(a => a is not Act.Delegate && own.Allows(a) is not null) : [];

    /// <summary>One's own role (not a delegated one) in the present workplace that may be delegated from.</summary>
    private Membership? Source => held.Find(m => m.UserId == viewer.UserId && m.OrganisationId == viewer.OrganisationId && m.DelegationId is null && m.Allows(Act.Delegate) is not null && m.Covers(Today));

    public string NameOf(Guid user) => names.GetValueOrDefault(user, "");

    public async Task<IActionResult> OnGetAsync()
    {
        From = Today;
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostGiveAsync()
    {
        await LoadAsync();
        if (Source is not { } source)
        {
            return NotFound();
        }

        Require(From is not null, "organisation.from-missing", nameof(From));
        Require(To is not null, "delegation.end-missing", nameof(To));
        Require(DocumentDate is not null, "delegation.document-date-missing", nameof(DocumentDate));
        var from = From ?? Today;
        var wanted = new DelegationGiven(Uuid.New(clock), Uuid.New(clock), viewer.UserId, ToUserId ?? Guid.Empty, Acts, from, To ?? from, DocumentNumber?.Trim() ?? "", DocumentDate ?? from);
        var decided = Delegating.Delegate(wanted, source, held, Today);
        ModelState.AddBreaches(decided.Breaches);
        if (!ModelState.IsValid || decided.Event is not { } given)
        {
            return await ShowAsync();
        }

        db.Delegations.Add(Delegation.Of(given, source));
        db.Memberships.Add(Membership.Of(given, source));
        db.Because("delegation.given", $"{given.DocumentNumber} ngày {given.DocumentDate:dd/MM/yyyy}");
        await db.SaveChangesAsync();
        await RefreshAsync(given.ToUserId);
        TempData.Say($"Đã ủy quyền cho {NameOf(given.ToUserId)} đến hết ngày {given.To:dd/MM/yyyy}.");
        foreach (var warning in given.Warnings)
        {
            TempData.Say(Messages.For(warning), "warn");
        }

        return LocalRedirect("/uy-quyen");
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid delegationId)
    {
        if (await db.Delegations.SingleOrDefaultAsync(d => d.DelegationId == delegationId && d.FromUserId == viewer.UserId) is not { } delegation)
        {
            return NotFound();
        }

        var decided = Delegating.Revoke(delegation, Reason, Today);
        if (decided.Event is not { } revoked)
        {
            ModelState.AddBreaches(decided.Breaches);
            return await ShowAsync();
        }

        delegation.Apply(revoked);
        foreach (var membership in await db.Memberships.Where(m => m.DelegationId == delegationId).ToListAsync())
        {
            membership.Apply(new MembershipEnded(membership.MembershipId, revoked.LastDay));
        }

        db.Because("delegation.revoked", revoked.Reason);
        await db.SaveChangesAsync();
        await RefreshAsync(delegation.ToUserId);
        TempData.Say("Đã rút ủy quyền.");
        return LocalRedirect("/uy-quyen");
    }

    private async Task RefreshAsync(Guid userId)
    {
        if (await users.FindByIdAsync(userId.ToString()) is { } account)
        {
            await users.UpdateSecurityStampAsync(account);
        }
    }

    private void Require(bool holds, string breach, string field)
    {
        if (!holds)
        {
            ModelState.AddBreaches([new(breach, field)]);
        }
    }

    private async Task LoadAsync()
    {
        held = await db.Memberships.AsNoTracking().Where(m => m.ProvinceCode == viewer.ProvinceCode).ToListAsync();
        var ids = held.Select(m => m.UserId).Distinct().ToList();
        names = await db.NamesAsync(ids);
    }

    private async Task<IActionResult> ShowAsync()
    {
        await LoadAsync();
        Rows = await db.Delegations.AsNoTracking().Where(d => d.FromUserId == viewer.UserId).OrderByDescending(d => d.From).ToListAsync();
        People = [.. held.Where(m => m.UserId != viewer.UserId && m.Covers(Today)).GroupBy(m => m.UserId)
            .Select(g => new SelectListItem($"{NameOf(g.Key)} – {string.Join(", ", g.Select(m => m.Role.Text()).Distinct())}", g.Key.ToString()))
            .OrderBy(i => SearchText.SortKey(i.Text), StringComparer.Ordinal)];
        return Page();
    }
}
