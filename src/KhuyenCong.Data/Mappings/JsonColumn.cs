using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal static class JsonColumn
{
    /// <summary>Keeps an immutable value as one text column in the product's one JSON form; equal text is no change.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) => property.HasConversion(
        value => ProgrammeJson.Write(value),
        json => ProgrammeJson.Read<T>(json),
        new ValueComparer<T>(
            (left, right) => ReferenceEquals(left, right) || ProgrammeJson.Write(left) == ProgrammeJson.Write(right),
            value => ProgrammeJson.Write(value).GetHashCode(StringComparison.Ordinal),
            value => value));
}
