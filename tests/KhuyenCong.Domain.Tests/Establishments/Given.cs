using KhuyenCong.Domain.Establishments;

namespace KhuyenCong.Domain.Tests.Establishments;

internal static class Given
{
    public const string CamLam = "22453";
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static readonly SizeRule Size = new(
        [
            new(SizeClass.Micro, 10, Dong.Millions(3_000), Dong.Millions(3_000)),
            new(SizeClass.Small, 100, Dong.Millions(50_000), Dong.Millions(20_000)),
            new(SizeClass.Medium, 200, Dong.Millions(200_000), Dong.Millions(100_000)),
        ],
        false);

    public static RegistryFacts Facts => new(code => code is CamLam or "22414", Size, Today, new(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc));

    public static EstablishmentText Text => new(LegalForm.SmallOrMediumEnterprise, "Công ty TNHH Gốm An Phú (dữ liệu minh họa)", null, "23930", "VSIC 2025", "Gốm sứ");

    public static EstablishmentRegistered Wanted(params PartEntry[] parts) =>
        new(Id(), "56", Text, [.. parts.Prepend(new SiteEntry(CamLam, "Thôn 1")).Select(p => (Id(), p))], Facts.At);

    public static Establishment Establishment(params PartEntry[] parts) => Domain.Establishments.Establishment.From(Registering.Register(Wanted(parts), Facts).Event!);

    public static Guid Id() => Uuid.New(TimeProvider.System);
}
