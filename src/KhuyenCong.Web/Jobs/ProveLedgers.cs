using KhuyenCong.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace KhuyenCong.Web.Jobs;

/// <summary>Once a night: every balance against its entries. What does not agree is logged and keeps the node's health degraded until a night finds it mended.</summary>
[DisallowConcurrentExecution]
public sealed class ProveLedgers(LedgerVerifier verifier, LedgerHealth health, ILogger<ProveLedgers> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var findings = await verifier.VerifyAsync(cancellationToken);
        health.Faults = findings.Sum(f => f.Faults.Count + f.Gaps.Count);
        foreach (var finding in findings.Where(f => !f.IsSound))
        {
            if (logger.IsEnabled(LogLevel.Error))
            {
                logger.LogError("The ledger of {Province} does not agree with its entries: {Faults} balances, {Gaps} gaps. Run verify-ledger", finding.ProvinceCode, finding.Faults.Count, finding.Gaps.Count);
            }
        }
    }
}

/// <summary>What the last night found. Pages go on: stopping them would hide the fault from those who must mend it.</summary>
public sealed class LedgerHealth : IHealthCheck
{
    public int Faults { get; set; }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Faults == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"Sổ dự toán có {Faults} chỗ số dư không khớp bút toán; chạy lệnh verify-ledger / the ledger does not agree with its entries"));
}
