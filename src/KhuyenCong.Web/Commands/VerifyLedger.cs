using KhuyenCong.Data;

namespace KhuyenCong.Web.Commands;

/// <summary>verify-ledger: every balance against the sum of its entries; each difference is one line of output.</summary>
public static class VerifyLedger
{
    /// <returns>0 where all agree, 1 where something does not.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(output);
        var findings = await services.GetRequiredService<LedgerVerifier>().VerifyAsync();
        foreach (var finding in findings)
        {
            await output.WriteLineAsync($"{finding.ProvinceCode}: {finding.Lines} dòng dự toán / lines, {finding.Entries} bút toán / entries, {finding.Faults.Count + finding.Gaps.Count} sai lệch / faults");
            foreach (var fault in finding.Faults)
            {
                await output.WriteLineAsync($"  ! {fault.AllocationId} {fault.Account}{(fault.SubjectId is { } subject ? $" {subject}" : "")}: số dư / kept {fault.Kept}, theo bút toán / proven {fault.Proven}");
            }

            foreach (var gap in finding.Gaps)
            {
                await output.WriteLineAsync($"  ! {gap.AllocationId}: đứt số thứ tự bút toán / sequence broken: sổ ghi / kept {gap.Kept}, đếm được / counted {gap.Counted}, cuối cùng / last {gap.Last}");
            }
        }

        return findings.All(f => f.IsSound) ? 0 : 1;
    }
}
