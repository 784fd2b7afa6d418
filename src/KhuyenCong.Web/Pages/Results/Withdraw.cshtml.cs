using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Results;

/// <summary>Rút một kết quả.</summary>
[Allow(Act.RecordResult)]
public sealed class WithdrawModel(KhuyenCongDb db, Viewer viewer, ResultBook book) : PageModel
{
    public Result Result { get; private set; } = null!;

    public Target Target { get; private set; } = null!;

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.AddBreaches(await book.WithdrawAsync(id, Reason, cancellationToken));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData.Say($"Đã rút kết quả. Chỉ tiêu {Target.Code} đã được tính lại.");
        return LocalRedirect($"/ket-qua/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Results.AsNoTracking().SingleOrDefaultAsync(r => r.ResultId == id, cancellationToken) is not { } result || !viewer.CanIn(Act.ViewResults, result.CommuneCode))
        {
            return false;
        }

        Result = result;
        Target = await db.Targets.AsNoTracking().SingleAsync(t => t.TargetId == result.TargetId, cancellationToken);
        return true;
    }
}
