using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>Thiết lập thẩm định của tỉnh: the province's own choice, set by its leader.</summary>
[Allow(Act.ConcludeAppraisal)]
public sealed class SettingsModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private const int MostCriteria = 12;

    public AppraisalSetting? Stored { get; private set; }

    [BindProperty]
    public SettingForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Form = SettingForm.Of(Stored?.Text ?? AppraisalSetting.Suggested, MostCriteria);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var ruling = AppraisalSetting.Set(Form.Read(), viewer.DisplayName, clock.UtcNow);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = b.Field is "Criteria" ? "Form.UsesRanking" : $"Form.{b.Field}" }));
        if (ruling.Event is not { } set || !ModelState.IsValid)
        {
            return Page();
        }

        if (Stored is null)
        {
            db.AppraisalSettings.Add(AppraisalSetting.Of(Uuid.New(clock), viewer.ProvinceCode, set));
        }
        else
        {
            Stored.Apply(set);
        }

        db.Because("appraisal.set");
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Đã lưu thiết lập. Các lần thẩm định đã bắt đầu giữ thiết lập cũ.");
        return LocalRedirect("/tham-dinh/thiet-lap");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (viewer.Reach(Act.ConcludeAppraisal) is not Scope.Province)
        {
            return this.Refuse("project.not-allowed");
        }

        Stored = await db.AppraisalSettings.FirstOrDefaultAsync(cancellationToken);
        return null;
    }

    /// <summary>The setting as typed.</summary>
    public sealed class SettingForm
    {
        public AppraisalMode Mode { get; set; }

        public bool AllowsConditional { get; set; }

        public int? QuorumPart { get; set; }

        public int? QuorumWhole { get; set; }

        public int? Days { get; set; }

        public bool UsesRanking { get; set; }

        public List<CriterionInput> Criteria { get; set; } = [];

        public static SettingForm Of(AppraisalSettingText text, int rows)
        {
            ArgumentNullException.ThrowIfNull(text);
            var form = new SettingForm { Mode = text.Mode, AllowsConditional = text.AllowsConditional, QuorumPart = text.QuorumPart, QuorumWhole = text.QuorumWhole, Days = text.Days, UsesRanking = text.UsesRanking };
            form.Criteria.AddRange(text.Criteria.Select(c => new CriterionInput { Code = c.Code, Name = c.Name, Most = c.Most }));
            while (form.Criteria.Count < Math.Min(rows, text.Criteria.Count + 2))
            {
                form.Criteria.Add(new());
            }

            return form;
        }

        public AppraisalSettingText Read() => new(
            Mode, AllowsConditional, QuorumPart ?? 0, QuorumWhole ?? 0, Days, UsesRanking,
            [.. Criteria.Where(c => !string.IsNullOrWhiteSpace(c.Name)).Select((c, i) => new RankingCriterion(string.IsNullOrWhiteSpace(c.Code) ? $"tieu-chi-{i + 1}" : c.Code, c.Name!.Trim(), c.Most ?? 0))]);
    }

    /// <summary>One criterion as typed.</summary>
    public sealed class CriterionInput
    {
        public string? Code { get; set; }

        public string? Name { get; set; }

        public int? Most { get; set; }
    }
}
