namespace KhuyenCong.Domain.YearlySettlements;

/// <summary>Thiết lập quyết toán năm của tỉnh: which way a commune's report goes. What the province laid down, not the law; without it both ways are open.</summary>
public sealed class YearlySetting : IProvincial, IVersioned, IAudited
{
    public const int LongestDocument = 500;

    /// <summary>Ways between which a province chooses.</summary>
    public static readonly IReadOnlyList<YearlyRoute> Ways = [YearlyRoute.ThroughDepartment, YearlyRoute.WithinCommune];

    private YearlySetting()
    {
    }

    public Guid YearlySettingId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    /// <summary>Null = chưa quy định.</summary>
    public YearlyRoute? CommuneRoute { get; private set; }

    /// <summary>By which document of the province.</summary>
    public string? Document { get; private set; }

    public string SetBy { get; private set; } = "";

    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(YearlySetting), YearlySettingId);

    public static YearlySetting Of(Guid id, string provinceCode, YearlyRouteSet set)
    {
        var setting = new YearlySetting { YearlySettingId = id, ProvinceCode = provinceCode };
        setting.Apply(set);
        return setting;
    }

    public void Apply(YearlyRouteSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        (CommuneRoute, Document, SetBy, ChangedAt) = (set.Route, set.Document, set.By, set.At);
    }

    /// <param name="route">Null where the province has laid nothing down any more; otherwise its document is cited.</param>
    public static Ruling<YearlyRouteSet> Set(YearlyRoute? route, string? document, string by, DateTime at) => Decide.If<YearlyRouteSet>(
        () => new(route, string.IsNullOrWhiteSpace(document) ? null : document.Trim(), by, at),
        (route is not { } way || Ways.Contains(way), new("yearly.setting-way", nameof(CommuneRoute))),
        (route is null || !string.IsNullOrWhiteSpace(document), new("yearly.setting-document", nameof(Document))),
        (document is not { Length: > LongestDocument }, new("project.too-long", nameof(Document), LongestDocument)));
}

/// <summary>Đã đặt đường đi của báo cáo quyết toán năm cấp xã.</summary>
public sealed record YearlyRouteSet(YearlyRoute? Route, string? Document, string By, DateTime At);
