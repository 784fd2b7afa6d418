using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.ProgrammeEntry;

/// <summary>Starts an amendment from the version in force, or goes on with the one draft there is.</summary>
[Allow(Act.EditProgramme)]
public sealed class AmendModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public Programme Programme { get; private set; } = null!;

    public ProgrammeVersion? Current { get; private set; }

    public ProgrammeVersion? Draft { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        db.ChangeTracker.Clear();
        var number = await db.WriteAsync(_ => DraftDesk.LockAsync(db, id), () => OpenAsync(id));
        return number is null ? NotFound() : LocalRedirect($"/chuong-trinh/{id}/ban-thao/{number}");
    }

    /// <summary>Gives a draft up: typed text is gone afterwards, so the page asks for it twice.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, int number)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (Draft is not { } draft || draft.Number != number)
        {
            TempData.Say("Bản thảo này không còn nữa.", "info");
            return LocalRedirect(Current is null ? "/chuong-trinh" : $"/chuong-trinh/{id}/sua");
        }

        db.ProgrammeVersions.Remove(draft);
        if (Current is null)
        {
            db.Programmes.Remove(await db.Programmes.SingleAsync(p => p.ProgrammeId == id));
        }

        db.Because("programme.draft-discarded");
        await db.SaveChangesAsync();
        await DraftDesk.ForgetBasesAsync(db, draft);
        TempData.Say($"Đã bỏ bản thảo phiên bản {number}.");
        return LocalRedirect(Current is null ? "/chuong-trinh" : $"/chuong-trinh/{id}/sua");
    }

    private async Task<int?> OpenAsync(Guid id)
    {
        var numbers = await db.ProgrammeVersions.Where(v => v.ProgrammeId == id).Select(v => new { v.Number, v.State }).ToListAsync();
        if (numbers.Find(v => v.State is VersionState.Draft) is { } open)
        {
            return open.Number;
        }

        if (await db.ProgrammeVersions.AsNoTracking().SingleOrDefaultAsync(v => v.ProgrammeId == id && v.State == VersionState.InForce) is not { } current)
        {
            return null;
        }

        var number = PublishVersion.NextNumber(numbers.Select(v => v.Number));
        DraftDesk.Open(db, new(Uuid.New(clock), viewer.ProvinceCode, id, number, current.Text, VersionSource.Form, viewer.DisplayName, clock.UtcNow));
        db.Because("programme.amendment-opened");
        await db.SaveChangesAsync();
        return number;
    }

    private async Task<bool> FindAsync(Guid id)
    {
        if (await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.ProgrammeId == id) is not { } programme || !viewer.CanIn(Act.EditProgramme, programme.CommuneCode))
        {
            return false;
        }

        Programme = programme;
        var live = await db.ProgrammeVersions.Where(v => v.ProgrammeId == id && v.State != VersionState.Superseded).ToListAsync();
        (Current, Draft) = (live.Find(v => v.State is VersionState.InForce), live.Find(v => v.State is VersionState.Draft));
        return true;
    }
}
