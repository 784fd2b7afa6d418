using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Audit;

/// <summary>Chains of made-up scopes, so that a test may break its own without breaking anybody else's.</summary>
internal static class Chains
{
    private static int last;

    public static string NewScope()
    {
        var number = Interlocked.Increment(ref last);
        return $"{(char)('a' + number / 10)}{number % 10}";
    }

    public static Task<Guid[]> GivenEvents(this App app, string scope, int count) => app.WithDb(scope, async db =>
    {
        var ids = Enumerable.Range(0, count).Select(_ => Uuid.New(TimeProvider.System)).ToArray();
        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
        {
            db.Tell(new("Result", id), "result.recorded", $"lý do {i}", ("Title", null, $"Máy {i}"), ("Quantity", "1", $"{i + 2}"));
        }

        await db.SaveChangesAsync();
        return ids;
    });

    public static Task<AuditFinding> Seal(this App app, string scope) => app.WithDb(scope, async db =>
    {
        // The application's own sealer may be at work at the same moment and win.
        while (await db.AllAuditEvents().AnyAsync(e => e.ProvinceCode == scope && !db.AuditSeals.Any(s => s.AuditEventId == e.AuditEventId)))
        {
            await new AuditSealer(db, TimeProvider.System).SealAsync();
        }

        return await new AuditVerifier(db).VerifyAsync(scope);
    });

    public static Task<AuditFinding> Verify(this App app, string scope, AuditKey? key = null) => app.WithDb(scope, db => new AuditVerifier(db, key).VerifyAsync(scope));

    public static Task<int> Do(this App app, string scope, Func<KhuyenCongDb, Task<int>> work) => app.WithDb(scope, work);
}
