namespace KhuyenCong.Domain.Establishments;

/// <summary>Tọa độ, in degrees of WGS 84.</summary>
public static class Coordinates
{
    /// <summary>The mainland and both archipelagos; a pair outside is swapped or mistyped.</summary>
    public static bool AreInCountry(double? latitude, double? longitude) => latitude is not (< 6 or > 24) && longitude is not (< 102 or > 118);
}
