using System.Globalization;
using KhuyenCong.Web.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace KhuyenCong.Web.Resources;

/// <summary>The one place where breach codes become Vietnamese sentences.</summary>
public static partial class Messages
{
    private static readonly Dictionary<string, string> Kernel = new()
    {
        ["amount.unreadable"] = "Số tiền không đọc được. Hãy nhập như 400.000.000 hoặc 300 triệu; dấu chấm ngăn cách hàng nghìn, dấu phẩy là phần thập phân.",
        ["amount.negative"] = "Số tiền không được âm.",
        ["amount.fraction"] = "Số tiền phải là số đồng chẵn, không có phần lẻ của một đồng.",
        ["amount.absurd"] = "Số tiền quá lớn (trên một triệu tỷ đồng). Hãy kiểm tra đơn vị tính: đồng hay triệu đồng.",
        ["date.unreadable"] = "Ngày không đọc được. Hãy nhập theo dạng ngày/tháng/năm, ví dụ 09/02/2026.",
        ["edit.conflict"] = "Bản ghi này vừa được người khác sửa. Nội dung của bạn vẫn còn trong biểu mẫu; hãy xem thay đổi mới rồi lưu lại.",
        ["edit.required"] = "Bắt buộc nhập.",
    };

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Joined = new(Join);

    public static IReadOnlyDictionary<string, string> All => Joined.Value;

    private static Dictionary<string, string> Join() =>
        new[] { Kernel, Sheets, Programmes, Law, Norms, Organisations, Petitions, Audit, Results, Establishments, Clusters, Surveys, Projects, Appraisals, Plans, Procedures, Calendars, Ledgers, Payments, Contracts, Acceptances, Summaries, Progress, Treasury, Settlements, YearlySettlements, Reminders, FollowUps, ManagementCosts, Trades }.SelectMany(m => m).ToDictionary(m => m.Key, m => m.Value);

    public static string For(string code, params object[] arguments)
    {
        // What a machine holds for the short form of a Vietnamese day is not always how people write it.
        object[] told = [.. arguments.Select(a => a is DateOnly day ? day.Text() : a)];
        return All.TryGetValue(code, out var template) ? string.Format(CultureInfo.CurrentCulture, template, told) : $"Không thực hiện được ({code}).";
    }

    public static string For(Breach breach)
    {
        ArgumentNullException.ThrowIfNull(breach);
        return For(breach.Code, breach.Arguments);
    }

    /// <summary>Puts every breach beside its field, or at the top where it names none. A field that could not be read is not also called missing.</summary>
    public static void AddBreaches(this ModelStateDictionary state, IEnumerable<Breach> breaches, string? prefix = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        var unreadable = state.Where(s => s.Value?.Errors.Count > 0).Select(s => s.Key).ToHashSet();
        foreach (var breach in breaches)
        {
            var field = breach.Field is null ? "" : prefix is null ? breach.Field : $"{prefix}.{breach.Field}";
            if (field.Length == 0 || !unreadable.Contains(field))
            {
                state.AddModelError(field, For(breach));
            }
        }
    }
}
