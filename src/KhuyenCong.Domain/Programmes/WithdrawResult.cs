namespace KhuyenCong.Domain.Programmes;

/// <summary>Rút kết quả: with a reason, once; the row stays.</summary>
public static class WithdrawResult
{
    public const int LongestReason = 1000;

    public static Ruling<ResultWithdrawn> Of(Result result, string? reason)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Decide.If(
            () => new ResultWithdrawn(result.ResultId, result.TargetId, result.Quantity, result.Copies, result.Times, result.TotalAmount, reason!.Trim().Normalize()),
            (result.State is ResultState.Recorded, new("result.already-withdrawn")),
            (!string.IsNullOrWhiteSpace(reason), new("result.reason-missing", nameof(reason))),
            (reason is null || reason.Length <= LongestReason, new("result.text-long", nameof(reason), LongestReason)));
    }
}

/// <summary>Đính kèm minh chứng: the same file may prove another result only with a reason; twice on one result never.</summary>
public static class AttachEvidence
{
    public static Ruling<EvidenceAttached> Of(Result result, EvidenceAttached file, bool provesAnother)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(file);
        return Decide.If(
            () => file,
            (result.State is ResultState.Recorded, new("result.already-withdrawn")),
            (result.Evidence.All(e => e.Sha256 != file.Sha256), new("evidence.twice", nameof(file), file.FileName)),
            (!provesAnother || !string.IsNullOrWhiteSpace(file.SameFileReason), new("evidence.same-file", nameof(file.SameFileReason), file.FileName)));
    }
}

/// <summary>Gỡ minh chứng: with a reason; a result that counts keeps at least one proof, or it is withdrawn.</summary>
public static class RemoveEvidence
{
    public const int LongestReason = 1000;

    public static Ruling<EvidenceRemoved> Of(Result result, Evidence file, string? reason)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(file);
        return Decide.If(
            () => new EvidenceRemoved(file.EvidenceId, file.Sha256, reason!.Trim().Normalize()),
            (result.State is ResultState.Recorded, new("result.already-withdrawn")),
            (result.Evidence.Count > 1, new("evidence.last-proof", null, file.FileName)),
            (!string.IsNullOrWhiteSpace(reason), new("evidence.removal-reason-missing", nameof(reason))),
            (reason is null || reason.Length <= LongestReason, new("result.text-long", nameof(reason), LongestReason)));
    }
}
