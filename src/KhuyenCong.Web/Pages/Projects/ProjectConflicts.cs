using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Tells a field of a dossier that two people changed differently as an official reads it.</summary>
public sealed partial class ProjectConflicts(ProjectDesk desk, ProjectText mine, ProjectText theirs)
{
    private static readonly Dictionary<string, string> Labels = new()
    {
        ["title"] = "Tên đề án, nhiệm vụ",
        ["kind"] = "Loại",
        ["nature"] = "Bản chất",
        ["year"] = "Năm kế hoạch",
        ["contentCode"] = "Nội dung khuyến công",
        ["programme"] = "Nội dung của chương trình",
        ["targetId"] = "Chỉ tiêu phục vụ",
        ["communeCode"] = "Xã, phường, đặc khu",
        ["implementingUnit"] = "Đơn vị thực hiện",
        ["partnerUnits"] = "Đơn vị phối hợp",
        ["startsOn"] = "Bắt đầu",
        ["endsOn"] = "Kết thúc",
        ["necessity"] = "Sự cần thiết và căn cứ",
        ["objectives"] = "Mục tiêu cụ thể cần đạt",
        ["scale"] = "Quy mô",
        ["superiority"] = "Đặc điểm vượt trội",
        ["contents"] = "Nội dung thực hiện",
        ["organisation"] = "Phương án tổ chức thực hiện",
        ["effects"] = "Hiệu quả, tính bền vững, nhân rộng",
        ["consent"] = "Sự đồng ý của chủ cơ sở",
        ["place"] = "Địa điểm sản xuất",
        ["supportAsked"] = "Hỗ trợ đề nghị",
        ["content"] = "Nội dung chi",
        ["kindCode"] = "Loại hỗ trợ",
        ["beneficiaryId"] = "Của cơ sở",
        ["unit"] = "Đơn vị tính",
        ["quantity"] = "Số lượng",
        ["unitPrice"] = "Đơn giá",
        ["basis"] = "Căn cứ đơn giá",
        ["name"] = "Tên máy",
        ["model"] = "Model",
        ["maker"] = "Hãng",
        ["serial"] = "Số máy",
        ["madeYear"] = "Năm sản xuất",
        ["origin"] = "Nước sản xuất",
        ["capacity"] = "Công suất",
        ["isNew"] = "Mới 100 %",
        ["isSelfMade"] = "Tự chế tạo",
        ["quotation"] = "Báo giá",
        ["when"] = "Thời gian",
        ["by"] = "Người, đơn vị thực hiện",
    };

    private static readonly Dictionary<string, FundingSource> Sources = new()
    {
        ["national"] = FundingSource.National,
        ["provincial"] = FundingSource.Provincial,
        ["commune"] = FundingSource.Commune,
        ["counterpart"] = FundingSource.Counterpart,
        ["integrated"] = FundingSource.Integrated,
        ["sponsorship"] = FundingSource.Sponsorship,
        ["other"] = FundingSource.Other,
    };

    private static readonly Dictionary<string, string> Lists = new() { ["lines"] = "Dòng dự toán", ["machines"] = "Máy", ["beneficiaries"] = "Đơn vị thụ hưởng", ["workPlan"] = "Việc", ["dossier.schedule"] = "Phân kỳ hỗ trợ năm" };

    public FieldChange Tell(MergeConflict conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        var (list, key, field) = Row().Match(conflict.Path) is { Success: true } match ? (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value) : ("", "", conflict.Path);
        var isOrder = Lists.TryGetValue(field, out var ordered);
        var group = list.Length > 0 ? $"{Lists[list]} “{NameOf(list, key)}”" : isOrder ? $"Thứ tự: {ordered!.ToLowerInvariant()}" : LabelOf(field);
        return new(
            conflict.Path, ChangeKind.Changed, group, list.Length > 0 && field.Length > 0 ? LabelOf(field) : "",
            isOrder ? "theo thứ tự của bạn" : Text(list, field, conflict.Mine), isOrder ? "theo thứ tự đã lưu" : Text(list, field, conflict.Theirs));
    }

    private static string LabelOf(string field) => field.Split('.') switch
    {
        ["answers", var condition] => $"Điều kiện: {Enum.Parse<NormConditions>(condition).Word()}",
        ["funding", var source] => Sources[source].ShortName,
        [var source] when Sources.TryGetValue(source, out var funding) => funding.ShortName,
        [.., var last] => Labels.GetValueOrDefault(last, last),
        _ => field,
    };

    private string NameOf(string list, string key) => (list switch
    {
        "lines" => mine.Lines.Concat(theirs.Lines).FirstOrDefault(l => $"{l.LineId}" == key)?.Content,
        "machines" => mine.Machines.Concat(theirs.Machines).FirstOrDefault(m => $"{m.MachineId}" == key)?.Name,
        "beneficiaries" => NameOfBeneficiary(key),
        _ => key,
    }) ?? "";

    private string? NameOfBeneficiary(string id) => mine.Beneficiaries.Concat(theirs.Beneficiaries).FirstOrDefault(b => $"{b.BeneficiaryId}" == id)?.Name;

    private string? Text(string list, string field, JsonNode? node) => node switch
    {
        null => null,
        JsonObject => "giữ dòng này, với nội dung đã sửa",
        JsonValue value when value.TryGetValue<bool>(out var yes) => yes ? "Có" : "Không",
        JsonValue value when value.TryGetValue<long>(out var number) => field is "unitPrice" or "supportAsked" || Sources.ContainsKey(field) || field.StartsWith("funding.", StringComparison.Ordinal) ? new Dong(number).ToString() : $"{number}",
        JsonValue value when value.TryGetValue<string>(out var text) => Word(list, field, text),
        _ => node.ToJsonString(),
    };

    private string Word(string list, string field, string text) => (list, field) switch
    {
        (_, "startsOn" or "endsOn") => DateOnly.Parse(text, CultureInfo.InvariantCulture).Text(),
        (_, "kind") => Enum.Parse<ProjectKind>(text).Text(),
        (_, "nature") => Enum.Parse<ProjectNature>(text).Text(),
        (_, "contentCode") => ProjectWords.ContentText(text),
        (_, "communeCode") => desk.Commune(text),
        (_, "targetId") => Chosen(desk.Targets, text),
        (_, "kindCode") => Chosen(desk.SupportKinds, text),
        (_, "beneficiaryId") => NameOfBeneficiary(text) ?? text,
        (_, "programme") => Chosen(desk.ProgrammeContents, $"{Part(text, "programmeId")}|{Part(text, "programmeContentCode")}"),
        (_, "consent") => $"{Part(text, "givenBy")}, {(Part(text, "givenOn") is { Length: > 0 } on ? DateOnly.Parse(on, CultureInfo.InvariantCulture).Text() : "")}",
        ("beneficiaries", "place") => $"{Part(text, "name")}, {desk.Commune(Part(text, "communeCode"))}",
        _ when field.StartsWith("answers.", StringComparison.Ordinal) => text is "co" ? "Có" : "Không",
        _ => text,
    };

    private static string Part(string json, string name) => (string?)JsonNode.Parse(json)?[name] ?? "";

    private static string Chosen(IEnumerable<SelectListItem> choices, string value) => choices.FirstOrDefault(c => c.Value == value)?.Text ?? value;

    [GeneratedRegex(@"^(lines|machines|beneficiaries|workPlan|dossier\.schedule)\[(.*)\](?:\.([^\]]*))?$", RegexOptions.Singleline)]
    private static partial Regex Row();
}
