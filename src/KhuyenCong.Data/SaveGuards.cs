using KhuyenCong.Data.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace KhuyenCong.Data;

internal static class SaveGuards
{
    /// <summary>The last wall between provinces: a row of another province is a bug, whatever page asked for it.</summary>
    public static void RefuseForeignWrites(ChangeTracker tracker, DataScope scope)
    {
        if (scope.IsSystem)
        {
            return;
        }

        foreach (var entry in tracker.Entries<IProvincial>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
                && entry.Entity is not AuditEvent and not AuditValue
                && (entry.Entity.ProvinceCode.Length == 0 || entry.Entity.ProvinceCode != scope.ProvinceCode))
            {
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of province '{entry.Entity.ProvinceCode}' was written in the scope of '{scope.ProvinceCode}'.");
            }
        }

        foreach (var entry in tracker.Entries<INational>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && (entry.Entity.ProvinceCode ?? "") != scope.ProvinceCode)
            {
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of '{entry.Entity.ProvinceCode ?? "the nation"}' was written in the scope of '{scope.ProvinceCode}'.");
            }
        }
    }

    public static void CountVersions(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries<IVersioned>())
        {
            if (entry.State is EntityState.Modified)
            {
                var version = entry.Property(nameof(IVersioned.Version));
                version.CurrentValue = (long)version.OriginalValue! + 1;
            }
        }
    }
}
