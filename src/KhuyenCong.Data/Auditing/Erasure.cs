using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data.Auditing;

/// <summary>Xóa giá trị theo yêu cầu: the values go, the proof and the record of the erasure stay.</summary>
public static class Erasure
{
    public const string Kind = "audit.values-erased";

    /// <summary>The field of an erasure's event that names one erased value.</summary>
    private const string ErasedField = "Erased";

    /// <summary>Erases the values of one event by a request; the erasure is itself an event of the same chain. Saved by the caller.</summary>
    public static void Erase(this KhuyenCongDb db, AuditEvent from, IReadOnlyCollection<AuditValue> values, string request)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values)
        {
            value.Erase(request);
        }

        db.Tell(new(nameof(AuditEvent), from.AuditEventId), Kind, request, [.. values.Select(v => (ErasedField, (string?)null, (string?)Mark(v, request)))]);
    }

    /// <summary>What names one erasure: an erased value that no event names was not erased by this application.</summary>
    internal static string Mark(AuditValue value, string request) => $"{value.AuditEventId:N} {value.Position} {value.Field} {request}";

    internal static async Task<HashSet<string>> OnRecordAsync(IQueryable<AuditEvent> events, CancellationToken cancellationToken) =>
        [.. await events.Where(e => e.Kind == Kind).SelectMany(e => e.Values).Where(v => v.Field == ErasedField && v.New != null).Select(v => v.New!).ToListAsync(cancellationToken)];
}
