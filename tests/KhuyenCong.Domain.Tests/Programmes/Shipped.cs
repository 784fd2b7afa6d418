using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Tests.Programmes;

/// <summary>The two decisions as shipped.</summary>
internal static class Shipped
{
    public static readonly ShippedProgramme KhanhHoa = Read("khanh-hoa");
    public static readonly ShippedProgramme DongNai = Read("dong-nai");

    public static string Json(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "programmes", name + "-2026-2030.json"));

    private static ShippedProgramme Read(string name) => ProgrammeJson.Read<ShippedProgramme>(Json(name));
}
