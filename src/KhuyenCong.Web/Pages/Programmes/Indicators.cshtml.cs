using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>Qualitative aims, and the yearly values of outcome indicators.</summary>
[Allow(Act.ViewProgramme)]
public sealed class IndicatorsModel(KhuyenCongDb db, ProgrammeCache cache, DraftBox drafts, Viewer viewer, TimeProvider clock) : PageModel
{
    private const string DraftForm = "chi-so";

    public ProgrammeHead Head { get; private set; } = null!;

    public ProgrammeText Text { get; private set; } = null!;

    public IReadOnlyList<IndicatorValue> Values { get; private set; } = [];

    [BindProperty]
    public string? AimCode { get; set; }

    [BindProperty]
    public int? Year { get; set; }

    /// <summary>As typed: "8,5".</summary>
    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public bool MayEdit => viewer.MayEdit(Head);

    public int Today { get; } = clock.Today.Year;

    public IEnumerable<AimText> Indicators => Text.Aims.Where(a => a.IndicatorUnit is not null);

    public IEnumerable<AimText> Qualitative => Text.Aims.Where(a => a.IndicatorUnit is null);

    /// <summary>The baseline year before the period, then every year of it.</summary>
    public IEnumerable<int> Years => Enumerable.Range(Text.FromYear - 1, Text.ToYear - Text.FromYear + 2);

    public IndicatorValue? At(string aim, int year) => Values.FirstOrDefault(v => v.AimCode == aim && v.Year == year);

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

    [Allow(Act.EditProgramme)]
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id) || await db.Programmes.SingleOrDefaultAsync(p => p.ProgrammeId == id) is not { } programme || Indicators.FirstOrDefault(a => a.Code == AimCode) is not { } aim)
        {
            return NotFound();
        }

        if (!MayEdit)
        {
            return Refusal.Because(Act.EditProgramme);
        }

        var (value, reference) = (Number(Value, nameof(Value)), Number(Reference, nameof(Reference)));
        var ruling = IndicatorEntered.Of(programme, aim, Year ?? 0, value, reference, Source, Note, clock.Today);
        ModelState.AddBreaches(ruling.Breaches.Where(b => ModelState[b.Field ?? ""]?.Errors.Count is not > 0));
        if (!ModelState.IsValid || ruling.Event is not { } entered)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (await db.IndicatorValues.SingleOrDefaultAsync(v => v.ProgrammeId == id && v.AimCode == entered.AimCode && v.Year == entered.Year) is { } known)
        {
            known.Apply(entered);
        }
        else
        {
            db.IndicatorValues.Add(IndicatorValue.From(entered, Head.ProvinceCode, id, Uuid.New(clock)));
        }

        db.Because("indicator.entered", $"{aim.Code}, {entered.Year}");
        await db.SaveChangesAsync();
        await drafts.FinishAsync(DraftForm, $"{id:N}");
        TempData.DraftDone(DraftForm, $"{id:N}");
        TempData.Say($"Đã ghi giá trị năm {entered.Year} của “{aim.Name}”.");
        return LocalRedirect($"/chuong-trinh/{id}/chi-so#{Uri.EscapeDataString(aim.Code)}");
    }

    private decimal? Number(string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var number = VietnameseNumber.Parse(typed);
        if (number is null)
        {
            ModelState.AddModelError(field, "Số không đọc được. Hãy nhập như 8,5 (dấu phẩy là phần thập phân).");
        }

        return number;
    }

    private async Task<bool> FindAsync(Guid id)
    {
        if (await ProgrammeHead.CurrentAsync(db, id) is not { } head)
        {
            return false;
        }

        (Head, Text) = (head, await cache.TextAsync(db, head));
        Values = await db.IndicatorValues.AsNoTracking().Where(v => v.ProgrammeId == id).ToListAsync();
        return true;
    }
}
