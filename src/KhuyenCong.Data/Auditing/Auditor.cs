using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace KhuyenCong.Data.Auditing;

/// <summary>Turns the changes of one save into audit events: one per subject, old → new for every field.</summary>
internal static class Auditor
{
    private const int LongestValue = 2000;

    // Derived or technical: told by other fields, or by the event itself.
    private static readonly HashSet<string> Untold = ["ProvinceCode", "Version", "SearchText", "MatterText", "SortKey", "ChangedAt", "Hands", "Editors", "AmendedText", "PriorText", "Writers", "Answerers"];

    private static readonly JsonSerializerOptions Whole = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <returns>What the save has to tell; the caller writes it with the save.</returns>
    public static IReadOnlyList<AuditEvent> Record(KhuyenCongDb db, DataScope scope, TimeProvider clock)
    {
        var changed = db.ChangeTracker.Entries<IAudited>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        if (changed.Count == 0)
        {
            return [];
        }

        var intent = db.Intent ?? throw new InvalidOperationException(
            $"{changed[0].Metadata.ClrType.Name} is audited: say why with Because(…) before saving.");

        var all = new List<AuditEvent>();
        foreach (var subject in changed.GroupBy(e => (e.Entity.AuditSubject, Province: (e.Entity as IProvincial)?.ProvinceCode ?? (e.Entity as INational)?.ProvinceCode ?? AuditEvent.National)))
        {
            var told = Event(scope, clock, subject.Key.Province, subject.Key.AuditSubject, intent.Kind, intent.Reason);
            AddValues(told, clock, subject.SelectMany(Changes).Concat(Typed(intent)));
            all.Add(told);
        }

        return all;
    }

    public static void Tell(KhuyenCongDb db, DataScope scope, TimeProvider clock, AuditSubject subject, string kind, string? reason, IEnumerable<(string Field, string? Old, string? New)> values)
    {
        var told = Event(scope, clock, scope.ProvinceCode.Length > 0 ? scope.ProvinceCode : AuditEvent.National, subject, kind, reason);
        AddValues(told, clock, values);
        db.Add(told);
    }

    private static AuditEvent Event(DataScope scope, TimeProvider clock, string province, AuditSubject subject, string kind, string? reason) => new()
    {
        AuditEventId = Uuid.New(clock),
        ProvinceCode = province,
        At = Milliseconds(clock.UtcNow),
        UserId = scope.UserId,
        ActorName = scope.ActorName,
        OrganisationId = scope.OrganisationId,
        SubjectKind = subject.Kind,
        SubjectId = subject.Id,
        Kind = kind,
        Reason = reason,
    };

    private static void AddValues(AuditEvent told, TimeProvider clock, IEnumerable<(string Field, string? Old, string? New)> values)
    {
        foreach (var (field, old, now) in values)
        {
            told.Values.Add(AuditValue.Of(told, Uuid.New(clock), told.Values.Count, field, old, now, RandomNumberGenerator.GetBytes(16)));
        }
    }

    private static IEnumerable<(string Field, string? Old, string? New)> Typed(AuditIntent intent) =>
        intent.Typed is { } typed ? [(AuditIntent.TypedField, null, Characters.Cut(typed, LongestValue))] : [];

    private static IEnumerable<(string Field, string? Old, string? New)> Changes(EntityEntry entry) =>
        entry is { State: EntityState.Added, Entity: IWrittenOnce } ? WrittenOnce(entry) : Differences(entry);

    /// <summary>What never changes is told as one value with all its fields, what it belongs to among them. Texts that somebody typed stay values of their own, so that one can be erased and the rest be read.</summary>
    private static IEnumerable<(string Field, string? Old, string? New)> WrittenOnce(EntityEntry entry)
    {
        var name = entry.Metadata.ClrType.Name;
        var told = entry.Properties.Where(p => !Untold.Contains(p.Metadata.Name)).Select(p => (p.Metadata.Name, IsText: p.Metadata.ClrType == typeof(string), Value: Text(p.CurrentValue, p))).Where(p => p.Value is not null).ToList();
        yield return (name, null, JsonSerializer.Serialize(told.Where(p => !p.IsText).ToDictionary(p => p.Name, p => p.Value), Whole));
        foreach (var text in told.Where(p => p.IsText))
        {
            yield return ($"{name}.{text.Name}", null, text.Value);
        }
    }

    private static IEnumerable<(string Field, string? Old, string? New)> Differences(EntityEntry entry)
    {
        var isRoot = entry.Metadata.FindPrimaryKey()!.Properties.Any(p => p.PropertyInfo?.GetValue(entry.Entity) is Guid id && id == ((IAudited)entry.Entity).AuditSubject.Id);
        var prefix = isRoot ? "" : entry.Metadata.ClrType.Name + ".";
        foreach (var property in entry.Properties.Where(p => !p.Metadata.IsPrimaryKey() && !p.Metadata.IsForeignKey() && !Untold.Contains(p.Metadata.Name)))
        {
            var old = entry.State is EntityState.Added ? null : Text(property.OriginalValue, property);
            var now = entry.State is EntityState.Deleted ? null : Text(property.CurrentValue, property);
            if (entry.State is EntityState.Modified ? property.IsModified && old != now : (old ?? now) is not null)
            {
                yield return (prefix + property.Metadata.Name, old, now);
            }
        }
    }

    private static string? Text(object? value, PropertyEntry property)
    {
        var stored = property.Metadata.GetTypeMapping().Converter is { } converter && value is not null ? converter.ConvertToProvider(value) : value;
        var text = stored switch
        {
            null => null,
            DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            byte[] bytes => Convert.ToHexString(bytes),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => stored.ToString(),
        };
        return text is { Length: > LongestValue } ? Characters.Cut(text, 200) + $"… (sha256 {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]})" : text;
    }

    private static DateTime Milliseconds(DateTime instant) => new(instant.Ticks / 10_000 * 10_000, DateTimeKind.Utc);
}
