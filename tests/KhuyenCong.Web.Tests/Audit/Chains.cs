using System.Data.Common;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

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

    /// <summary>Verifies, and lets something happen once, after the links are walked and before the unsealed events are counted.</summary>
    public static async Task<AuditFinding> VerifyWhile(this App app, string scope, Func<Task> happening)
    {
        await using var services = app.Services.CreateAsyncScope();
        var given = services.ServiceProvider;
        given.GetRequiredService<DataScope>().ActAsSystem(scope);
        var options = new DbContextOptionsBuilder<KhuyenCongDb>(given.GetRequiredService<DbContextOptions<KhuyenCongDb>>()).AddInterceptors(new BeforeTheCount(happening)).Options;
        await using var db = ActivatorUtilities.CreateInstance<KhuyenCongDb>(given, options);
        return await new AuditVerifier(db).VerifyAsync(scope);
    }

    public static Task<int> Do(this App app, string scope, Func<KhuyenCongDb, Task<int>> work) => app.WithDb(scope, work);

    private sealed class BeforeTheCount(Func<Task> happening) : DbCommandInterceptor
    {
        private bool happened;

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (!happened && command.CommandText.Contains("COUNT(*)", StringComparison.OrdinalIgnoreCase))
            {
                happened = true;
                await happening();
            }

            return result;
        }
    }
}
