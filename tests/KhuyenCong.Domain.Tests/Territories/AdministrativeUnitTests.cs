using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Territories;

namespace KhuyenCong.Domain.Tests.Territories;

public sealed class AdministrativeUnitTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Dictionary<string, AdministrativeUnit> Units = Load();
    private static readonly IReadOnlyDictionary<string, string> Names = UnitNaming.DisplayNames(Units.Values, Today);

    [Fact]
    public void TheCountry_Is34ProvincesAnd3321Communes()
    {
        Units.Values.Count(u => u.Level is UnitLevel.Province).ShouldBe(34);
        Units.Values.Count(u => u.Level is UnitLevel.Commune).ShouldBe(3321);
        Units.Values.Count(u => u.Level is UnitLevel.Commune && u.ProvinceCode == "56").ShouldBe(65);
        Units.Values.Count(u => u.Level is UnitLevel.Commune && u.ProvinceCode == "75").ShouldBe(95);
    }

    [Theory]
    [InlineData("75", "2026-04-29", "Tỉnh Đồng Nai")]
    [InlineData("75", "2026-04-30", "Thành phố Đồng Nai")]
    [InlineData("26368", "2026-04-29", "Xã Long Thành")]
    [InlineData("26368", "2026-04-30", "Phường Long Thành")]
    [InlineData("22736", "2026-11-22", "Đặc khu Trường Sa")]
    [InlineData("56", "2026-11-22", "Tỉnh Khánh Hòa")]
    public void Names_FollowTheDay(string code, string day, string name) => UnitNaming.DisplayName(Units[code], DateOnly.Parse(day)).ShouldBe(name);

    [Fact]
    public void BeforeTheFirstKnownName_NothingIsClaimed_ButSomethingIsShown()
    {
        Units["22333"].NameOn(new(2025, 6, 30)).ShouldBeNull();
        UnitNaming.DisplayName(Units["22333"], new(2025, 6, 30)).ShouldBe("Phường Bắc Nha Trang");
        Units["22333"].NameOn(new(2025, 7, 1)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("25318", "Xã Tân Tiến (Đồng Nai)")]
    [InlineData("22516", "Xã Vạn Thắng (Khánh Hòa)")]
    [InlineData("22489", "Xã Vạn Ninh")]
    public void OnlySharedNames_CarryTheirProvince(string code, string name) => Names[code].ShouldBe(name);

    [Fact]
    public void DongNai_Has62XaAnd33PhuongAfterTheChange()
    {
        int Count(UnitType type, DateOnly day) => Units.Values.Count(u => u.ProvinceCode == "75" && u.NameOn(day)?.UnitType == type);
        (Count(UnitType.RuralCommune, new(2026, 4, 29)), Count(UnitType.UrbanCommune, new(2026, 4, 29))).ShouldBe((72, 23));
        (Count(UnitType.RuralCommune, Today), Count(UnitType.UrbanCommune, Today)).ShouldBe((62, 33));
    }

    [Fact]
    public void EarlierName_IsEntered_UpToTheDayBeforeTheKnownOne()
    {
        var unit = Units["22333"];
        Enter(Earlier(unit, new(2025, 6, 30)), unit).ShouldBeEmpty();
        Enter(Earlier(unit, new(2025, 7, 1)), unit).ShouldBe(["unit.dates-overlap"]);
    }

    [Fact]
    public void EarlierName_TellsEveryFaultAtOnce() =>
        Enter(new("22333", UnitType.Province, " ", null, null), Units["22333"], "75").ShouldBe(
            ["unit.other-province", "unit.name-missing", "unit.type-of-other-level", "unit.document-missing", "unit.end-missing", "unit.dates-overlap"]);

    private static UnitNameText Earlier(AdministrativeUnit unit, DateOnly to) => new(unit.UnitCode, UnitType.UrbanCommune, "Vĩnh Hải", null, to, "nghị quyết", Verification.Secondary);

    private static IEnumerable<string> Enter(UnitNameText text, AdministrativeUnit unit, string province = "56") =>
        UnitNaming.EnterEarlierName(Guid.Empty, text, unit, province, Today).Breaches.Select(b => b.Code);

    private static Dictionary<string, AdministrativeUnit> Load()
    {
        var changes = ProgrammeJson.Read<UnitChanges>(Text("administrative-changes.json"));
        return UnitFile.Parse(Text("administrative-units.csv")).ToDictionary(r => r.UnitCode, r =>
        {
            var unit = AdministrativeUnit.From(r);
            foreach (var name in UnitFile.NamesOf(r, changes))
            {
                unit.Apply(new UnitNamed(Guid.Empty, name));
            }

            return unit;
        });
    }

    private static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", name));
}
