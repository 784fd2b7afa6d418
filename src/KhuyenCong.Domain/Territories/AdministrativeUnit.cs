namespace KhuyenCong.Domain.Territories;

/// <summary>Đơn vị hành chính: a province-level or commune-level unit; its code is its key, its names are dated.</summary>
/// <remarks>A commune keeps its code when it becomes a phường, and 245 full names are used by more than one commune: never key by name.</remarks>
public sealed class AdministrativeUnit
{
    private AdministrativeUnit()
    {
    }

    public string UnitCode { get; private set; } = "";

    public UnitLevel Level { get; private set; }

    /// <summary>A province's own code is here too.</summary>
    public string ProvinceCode { get; private set; } = "";

    public double? Longitude { get; private set; }

    public double? Latitude { get; private set; }

    public double? AreaKm2 { get; private set; }

    public IReadOnlyList<AdministrativeUnitName> Names => names;

    private readonly List<AdministrativeUnitName> names = [];

    public static AdministrativeUnit From(UnitRow row) => new()
    {
        UnitCode = row.UnitCode,
        Level = row.Level,
        ProvinceCode = row.ProvinceCode,
        Longitude = row.Longitude,
        Latitude = row.Latitude,
        AreaKm2 = row.AreaKm2,
    };

    public void Apply(UnitNamed named) => names.Add(AdministrativeUnitName.Of(named));

    /// <summary>The name in force on a day, or null where it is not known ("chưa có số liệu").</summary>
    public AdministrativeUnitName? NameOn(DateOnly day) => names.On(day);

    /// <summary>A name to show on a day: the nearest later one where that day's own is not known.</summary>
    public AdministrativeUnitName? NearestName(DateOnly day) =>
        NameOn(day)
        ?? names.Where(n => n.From > day).MinBy(n => n.From)
        ?? names.MaxBy(n => n.From ?? DateOnly.MinValue);
}

/// <summary>Cấp đơn vị hành chính.</summary>
public enum UnitLevel
{
    Province,
    Commune,
}

/// <summary>Loại đơn vị hành chính.</summary>
public enum UnitType
{
    /// <summary>Tỉnh.</summary>
    Province,

    /// <summary>Thành phố trực thuộc trung ương.</summary>
    CentralCity,

    /// <summary>Xã.</summary>
    RuralCommune,

    /// <summary>Phường.</summary>
    UrbanCommune,

    /// <summary>Đặc khu.</summary>
    SpecialZone,
}
