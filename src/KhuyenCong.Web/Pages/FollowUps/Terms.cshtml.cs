using KhuyenCong.Data;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.FollowUps;

/// <summary>Mốc theo dõi của tỉnh: after how many months is asked, from which day on, and why.</summary>
[Allow(Act.ConfirmFollowUp)]
public sealed class TermsModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public IReadOnlyList<FollowUpTerm> Terms { get; private set; } = [];

    public bool MaySet => viewer.SetsFollowUpTerms();

    [BindProperty]
    public TermForm Form { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Form = new() { From = clock.Today, FirstMonths = FollowUpTerm.DefaultFirst, SecondMonths = FollowUpTerm.DefaultSecond };
    }

    [Allow(Act.ConcludeAcceptance)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!MaySet)
        {
            return this.Refuse("followup.not-allowed");
        }

        ModelState.Require(Form.From, "Form.From", Messages.For("edit.required"));
        ModelState.Require(Form.FirstMonths, "Form.FirstMonths", Messages.For("edit.required"));
        ModelState.Require(Form.SecondMonths, "Form.SecondMonths", Messages.For("edit.required"));
        if (!ModelState.IsValid || Form is not { From: { } from, FirstMonths: { } first, SecondMonths: { } second })
        {
            return Page();
        }

        var ruling = FollowUpTerm.Set(new(Uuid.New(clock), viewer.ProvinceCode, from, first, second, Form.Reason ?? "", Form.Document, viewer.UserId, clock.UtcNow), Terms, MaySet, clock.Today);
        ModelState.AddBreaches(ruling.Breaches, nameof(Form));
        if (ruling.Event is not { } set)
        {
            return Page();
        }

        db.FollowUpTerms.Add(FollowUpTerm.Of(set));
        db.Because("followup.term-set", set.Reason);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (fault.IsTwin())
        {
            // Somebody set the same day in the same moment: theirs stands.
            db.ChangeTracker.Clear();
            ModelState.AddBreaches([new("followup.term-twice", "Form.From")]);
            return Page();
        }

        TempData.Say($"Đã đặt mốc {first} và {second} tháng cho nghiệm thu kết luận từ ngày {from.Text()}.");
        return LocalRedirect("/theo-doi/moc");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Terms = await db.FollowUpTerms.AsNoTracking().OrderByDescending(t => t.From).ToListAsync(cancellationToken);
}

/// <summary>The months as typed.</summary>
public sealed class TermForm
{
    public DateOnly? From { get; set; }

    public int? FirstMonths { get; set; }

    public int? SecondMonths { get; set; }

    public string? Reason { get; set; }

    public string? Document { get; set; }
}
