using KhuyenCong.Domain.Clusters;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Resources;

/// <summary>Clusters and relocations in Vietnamese.</summary>
public static class ClusterWords
{
    public static string Text(this ClusterState state) => state switch
    {
        ClusterState.Planned => "Trong phương án phát triển",
        ClusterState.Building => "Đang đầu tư hạ tầng",
        ClusterState.Operating => "Đang hoạt động",
        _ => "Đã bãi bỏ",
    };

    public static Tone Tone(this ClusterState state) => state switch
    {
        ClusterState.Planned => TagHelpers.Tone.Info,
        ClusterState.Building => TagHelpers.Tone.Accent,
        ClusterState.Operating => TagHelpers.Tone.Good,
        _ => TagHelpers.Tone.Neutral,
    };

    public static string Text(this WasteTreatment waste) => waste switch
    {
        WasteTreatment.None => "Không có",
        WasteTreatment.Building => "Đang đầu tư",
        _ => "Đang vận hành",
    };

    public static string Text(this RelocationReason reason) => reason switch
    {
        RelocationReason.Pollution => "Gây ô nhiễm trong khu dân cư",
        RelocationReason.Planning => "Không phù hợp quy hoạch",
        RelocationReason.Expansion => "Cần mở rộng sản xuất",
        _ => "Lý do khác",
    };

    public static string Text(this RelocationState state) => state switch
    {
        RelocationState.Proposed => "Đã đề xuất",
        RelocationState.Agreed => "Đã thống nhất di dời",
        RelocationState.Moving => "Đang di dời",
        RelocationState.Moved => "Đã di dời",
        _ => "Không di dời nữa",
    };

    public static Tone Tone(this RelocationState state) => state switch
    {
        RelocationState.Proposed => TagHelpers.Tone.Warn,
        RelocationState.Agreed or RelocationState.Moving => TagHelpers.Tone.Info,
        RelocationState.Moved => TagHelpers.Tone.Good,
        _ => TagHelpers.Tone.Neutral,
    };

    /// <summary>Stored codes of cluster fields in words, for histories. States share their names with other records' and are told by their own words.</summary>
    public static string? OfCode(string field, string code) => field switch
    {
        "Waste" when Enum.TryParse<WasteTreatment>(code, out var waste) => waste.Text(),
        "Reason" when code is "Pollution" or "Planning" or "Expansion" or "Other" => Enum.Parse<RelocationReason>(code).Text(),
        "State" when code is "Planned" or "Operating" or "Abolished" or "Building" => Enum.Parse<ClusterState>(code).Text(),
        "State" when code is "Proposed" or "Agreed" or "Moving" or "Moved" or "Dropped" => Enum.Parse<RelocationState>(code).Text(),
        _ => null,
    };
}
