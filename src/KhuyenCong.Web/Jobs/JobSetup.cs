using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using Quartz;

namespace KhuyenCong.Web.Jobs;

/// <summary>Quartz says when; what is due is read from rows, so that any number of nodes may run the same job.</summary>
public static class JobSetup
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ScheduleJob<SealAudit>(trigger => trigger.WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromSeconds(2)).RepeatForever()));
            quartz.ScheduleJob<ImportEstablishments>(trigger => trigger.WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromSeconds(1)).RepeatForever()));
            quartz.ScheduleJob<SignAuditHeads>(trigger => trigger.WithCronSchedule("0 55 23 * * ?", cron => cron.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"))));
            quartz.ScheduleJob<ForgetOldDrafts>(trigger => trigger.WithCronSchedule("0 20 2 * * ?", cron => cron.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"))));
            quartz.ScheduleJob<ExpireImports>(trigger => trigger.WithCronSchedule("0 30 2 * * ?", cron => cron.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"))));
            quartz.ScheduleJob<SweepFiles>(trigger => trigger.WithCronSchedule("0 40 2 * * ?", cron => cron.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"))));
            quartz.ScheduleJob<OpenFollowUps>(trigger => trigger.WithCronSchedule("0 50 2 * * ?", cron => cron.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"))));
            quartz.ScheduleJob<ProveLedgers>(trigger => trigger.WithCronSchedule("0 10 3 * * ?", cron => cron.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"))));
            // At night, and thrice a day after it: a node that was down catches up, and what has moved on is closed.
            quartz.ScheduleJob<RemindHolders>(trigger => trigger.WithCronSchedule("0 15 1/6 * * ?", cron => cron.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"))));
        });
        services.AddSingleton<LedgerHealth>();
        services.AddHealthChecks().AddCheck<LedgerHealth>("ledger");
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }
}

/// <summary>Chains what was committed since the last turn.</summary>
[DisallowConcurrentExecution]
public sealed class SealAudit(AuditSealer sealer, DataScope scope, Hosting.Readiness readiness) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (readiness.Started)
        {
            scope.ActAsSystem();
            await sealer.SealAsync(cancellationToken);
        }
    }
}

/// <summary>Signs the day's heads.</summary>
[DisallowConcurrentExecution]
public sealed class SignAuditHeads(KhuyenCongDb db, AuditSealer sealer, AuditKey key, DataScope scope, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        scope.ActAsSystem();
        await sealer.SealAsync(cancellationToken);
        await key.SignHeadsAsync(db, clock.Today, cancellationToken);
    }
}
