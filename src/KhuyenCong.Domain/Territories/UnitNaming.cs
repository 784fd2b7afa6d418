namespace KhuyenCong.Domain.Territories;

/// <summary>Cách gọi đơn vị hành chính: names on a day, told apart where two provinces use one name.</summary>
public static class UnitNaming
{
    public static string Word(this UnitType type) => type switch
    {
        UnitType.Province => "Tỉnh",
        UnitType.CentralCity => "Thành phố",
        UnitType.RuralCommune => "Xã",
        UnitType.UrbanCommune => "Phường",
        _ => "Đặc khu",
    };

    /// <summary>Reads "Xã", "Phường" …; null for any other word.</summary>
    public static UnitType? TypeOf(string word) =>
        Enum.GetValues<UnitType>().Where(t => Kernel.SearchText.Fold(t.Word()) == Kernel.SearchText.Fold(word)).Cast<UnitType?>().FirstOrDefault();

    /// <summary>"Xã Tân Tiến", or "Xã Tân Tiến (Đồng Nai)" where a province is given.</summary>
    /// <remarks>A day before the first known name shows that name: ask <see cref="AdministrativeUnit.NameOn"/> whether it was already borne.</remarks>
    public static string DisplayName(AdministrativeUnit unit, DateOnly day, AdministrativeUnit? province = null)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var name = unit.NearestName(day)?.FullName ?? unit.UnitCode;
        return province?.NearestName(day) is { } within ? $"{name} ({within.Name})" : name;
    }

    /// <summary>Display names of many units by code; only those that share a name carry their province.</summary>
    public static IReadOnlyDictionary<string, string> DisplayNames(IEnumerable<AdministrativeUnit> units, DateOnly day)
    {
        var all = units.ToArray();
        var provinces = all.Where(u => u.Level is UnitLevel.Province).ToDictionary(u => u.UnitCode);
        var shared = all.GroupBy(u => Kernel.SearchText.Fold(DisplayName(u, day))).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return all.ToDictionary(
            u => u.UnitCode,
            u => DisplayName(u, day, shared.Contains(Kernel.SearchText.Fold(DisplayName(u, day))) ? provinces.GetValueOrDefault(u.ProvinceCode) : null));
    }

    /// <summary>A name borne before the first known one; names of one unit never overlap.</summary>
    public static Ruling<UnitNamed> EnterEarlierName(Guid nameId, UnitNameText text, AdministrativeUnit unit, string writerProvince, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(unit);
        var overlapped = unit.Names.FirstOrDefault(n => Overlaps(n, text));
        return Decide.If(
            () => new UnitNamed(nameId, text with { Name = text.Name.Trim() }),
            (unit.ProvinceCode == writerProvince, new("unit.other-province")),
            (!string.IsNullOrWhiteSpace(text.Name), new("unit.name-missing", nameof(text.Name))),
            (Fits(text.UnitType, unit.Level), new("unit.type-of-other-level", nameof(text.UnitType))),
            (!string.IsNullOrWhiteSpace(text.Document), new("unit.document-missing", nameof(text.Document))),
            (text.To is not null, new("unit.end-missing", nameof(text.To))),
            (text.To is not { } end || end < today, new("unit.end-in-future", nameof(text.To))),
            (text.From is not { } from || text.To is not { } to || from <= to, new("unit.dates-reversed", nameof(text.To))),
            (overlapped is null, new("unit.dates-overlap", nameof(text.From), overlapped?.FullName ?? "")));
    }

    private static bool Overlaps(AdministrativeUnitName name, UnitNameText text) =>
        (name.From is not { } from || text.To is not { } end || from <= end) && (name.To is not { } to || text.From is not { } start || start <= to);

    private static bool Fits(UnitType type, UnitLevel level) =>
        (type is UnitType.Province or UnitType.CentralCity) == (level is UnitLevel.Province);
}
