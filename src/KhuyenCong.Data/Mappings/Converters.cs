using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KhuyenCong.Data.Mappings;

internal sealed class DongConverter() : ValueConverter<Dong, long>(dong => dong.Amount, amount => new Dong(amount));

internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    instant => instant.Kind == DateTimeKind.Utc ? instant : instant.ToUniversalTime(),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
