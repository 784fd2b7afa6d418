using System.Globalization;

namespace KhuyenCong.Domain.Acceptances;

/// <summary>Vị trí nơi nghiệm thu theo thiết bị, which nobody has verified; nothing is refused for being far.</summary>
/// <remarks>Degrees of WGS 84 with six decimals, about a decimetre: what is read back is what was written.</remarks>
/// <param name="Latitude">Vĩ độ.</param>
/// <param name="Longitude">Kinh độ.</param>
/// <param name="Accuracy">Sai số, in metres, as the device tells it.</param>
/// <param name="ReadAt">When the device read it.</param>
public sealed record AcceptanceSpot(double Latitude, double Longitude, int? Accuracy, DateTime? ReadAt)
{
    /// <summary>Farther than this from the registered site it is worth a look: the size of an industrial cluster.</summary>
    public const int NearMetres = 1000;

    private const int Decimals = 6;
    private const double EarthRadius = 6_371_000;
    private const int LargestAccuracy = 100_000;

    /// <summary>As one text: latitude, longitude, accuracy, milliseconds since 1970; the last two may be blank.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.######},{Longitude:0.######},{Accuracy},{(ReadAt is { } at ? new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeMilliseconds() : null)}");

    /// <summary>Reads <see cref="Code"/>; null where it is none. A time that cannot be is left out, as a photograph's is.</summary>
    public static AcceptanceSpot? Read(string? code, DateTime now)
    {
        var parts = code?.Split(',') ?? [];
        return parts.Length == 4 && Degrees(parts[0]) is { } latitude && Degrees(parts[1]) is { } longitude && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180
            ? new(latitude, longitude, int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var metres) ? Math.Min(metres, LargestAccuracy) : null, DeviceTime.Read(parts[3], now))
            : null;
    }

    /// <summary>Khoảng cách đến một tọa độ, in metres along the great circle.</summary>
    public int MetresTo(double latitude, double longitude)
    {
        static double Radians(double degrees) => degrees * Math.PI / 180;
        var (half, across) = (Math.Sin(Radians(latitude - Latitude) / 2), Math.Sin(Radians(longitude - Longitude) / 2));
        var chord = (half * half) + (Math.Cos(Radians(Latitude)) * Math.Cos(Radians(latitude)) * across * across);
        return (int)Math.Round(2 * EarthRadius * Math.Asin(Math.Sqrt(Math.Min(1, chord))));
    }

    /// <summary>Whether it is farther from the registered place than the device's own error explains.</summary>
    public bool IsFarFrom(double latitude, double longitude) => MetresTo(latitude, longitude) - (Accuracy ?? 0) > NearMetres;

    private static double? Degrees(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var degrees) ? Math.Round(degrees, Decimals) : null;
}
