using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Resources;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Tells a field of a record that two people wrote differently as an official reads it.</summary>
public sealed partial class RecordConflicts(Acceptance acceptance, AcceptanceText mine)
{
    private static readonly Dictionary<string, string> Lists = new() { ["members"] = "Người dự", ["lines"] = "Dòng", ["machines"] = "Máy" };

    private static readonly Dictionary<string, string> Labels = new()
    {
        ["heldOn"] = "Ngày nghiệm thu",
        ["number"] = "Số biên bản",
        ["place"] = "Địa điểm",
        ["basis"] = "Căn cứ",
        ["quality"] = "Chất lượng, tình trạng hoạt động",
        [AcceptanceMerge.Conclusion] = "Kết luận, hạn hoàn thiện",
        ["opinion"] = "Ý kiến, phần không đạt, việc phải hoàn thiện",
        ["integrated"] = "Đã chi từ nguồn lồng ghép",
        ["sponsorship"] = "Đã chi từ tài trợ",
        ["other"] = "Đã chi từ nguồn khác",
        ["resultQuantity"] = "Số lượng tính vào chỉ tiêu",
        ["resultCopies"] = "Số bản in, phát hành",
        ["unit"] = "Đơn vị",
        ["role"] = "Chức vụ, vai trò",
        ["side"] = "Tư cách",
        ["acceptedQuantity"] = "Khối lượng nghiệm thu",
        ["invoicedCost"] = "Chi phí theo hóa đơn, chứng từ",
        ["eligibleCost"] = "Chi phí hợp lệ",
        ["invoices"] = "Hóa đơn",
        ["vouchers"] = "Chứng từ khác",
        ["reason"] = "Lý do khác dự toán, hóa đơn",
        ["name"] = "Tên",
        ["projectMachineId"] = "Máy của hồ sơ",
        ["serial"] = "Số máy trên nhãn",
        ["maker"] = "Hãng sản xuất",
        ["model"] = "Kiểu máy",
        ["madeYear"] = "Năm sản xuất",
        ["origin"] = "Xuất xứ",
        [AcceptanceMerge.Invoice] = "Hóa đơn",
        ["cost"] = "Giá trị máy",
        ["seenBy"] = "Người trực tiếp xem máy",
        ["seenOn"] = "Ngày xem",
        ["isAccepted"] = "Kết luận về máy",
        ["otherMachineReason"] = "Căn cứ là máy khác",
    };

    private static readonly HashSet<string> Money = ["integrated", "sponsorship", "other", "invoicedCost", "eligibleCost", "cost"];

    public FieldChange Tell(MergeConflict conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        if (Lists.TryGetValue(conflict.Path, out var ordered))
        {
            return new(conflict.Path, ChangeKind.Changed, "Thứ tự", ordered, "theo thứ tự của bạn", "theo thứ tự đã lưu");
        }

        var (list, key, field) = Row().Match(conflict.Path) is { Success: true } match ? (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value) : ("", "", conflict.Path);
        return new(
            conflict.Path, ChangeKind.Changed, list.Length == 0 ? "Biên bản" : $"{Lists[list]} “{NameOf(list, key)}”", field.Length == 0 ? "" : Labels.GetValueOrDefault(field, field),
            Text(field, conflict.Mine), Text(field, conflict.Theirs));
    }

    private string NameOf(string list, string key) => list switch
    {
        "lines" => acceptance.Lines.FirstOrDefault(l => $"{l.EstimateLineId}" == key)?.Content ?? "",
        "machines" => mine.Machines.Concat(acceptance.Text.Machines).FirstOrDefault(m => $"{m.MachinePassportId}" == key)?.Name ?? "",
        _ => key,
    };

    private static string? Text(string field, JsonNode? node) => node switch
    {
        null => null,
        JsonObject => "giữ dòng này, với nội dung đã ghi",
        JsonValue value when value.TryGetValue<bool>(out var yes) => yes ? "Nghiệm thu" : "Không nghiệm thu",
        JsonValue value when value.TryGetValue<long>(out var number) => Money.Contains(field) ? new Dong(number).ToString() : $"{number}",
        JsonValue value when value.TryGetValue<string>(out var text) => Word(field, text),
        _ => node.ToJsonString(),
    };

    private static string Word(string field, string text) => field switch
    {
        "heldOn" or "seenOn" => Day(text),
        "side" => Enum.Parse<AcceptanceSide>(text).Text(),
        AcceptanceMerge.Conclusion => string.Join(", ", new[]
        {
            Part(text, "verdict") is { } verdict ? Enum.Parse<AcceptanceVerdict>(verdict).Text() : null,
            Part(text, "completeBy") is { } by ? $"hạn {Day(by)}" : null,
        }.OfType<string>()),
        AcceptanceMerge.Invoice => string.Join(", ", new[] { Part(text, "invoiceSeries"), Part(text, "invoiceNumber"), Part(text, "invoiceSeller"), Part(text, "invoiceTaxCode") }.OfType<string>()),
        _ => text,
    };

    private static string Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture).Text();

    private static string? Part(string json, string name) => (string?)JsonNode.Parse(json)?[name];

    [GeneratedRegex(@"^(members|lines|machines)\[(.*)\](?:\.([^\]]*))?$", RegexOptions.Singleline)]
    private static partial Regex Row();
}
