namespace KhuyenCong.Domain.Programmes;

/// <summary>Giải trình mâu thuẫn: a signed document says what the figures mean.</summary>
public static class ExplainDiscrepancy
{
    public static Ruling<DiscrepancyExplained> Of(Discrepancy discrepancy, ExplanationEntry entry, DateOnly today, string by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(discrepancy);
        ArgumentNullException.ThrowIfNull(entry);
        return Decide.If(
            () => new DiscrepancyExplained(
                discrepancy.DiscrepancyId,
                entry.Explanation!.Trim().Normalize(),
                string.IsNullOrWhiteSpace(entry.AppliedReading) ? null : entry.AppliedReading.Trim().Normalize(),
                entry.DocumentNumber!.Trim().Normalize(),
                entry.DocumentDate!.Value,
                entry.Signer!.Trim().Normalize(),
                by,
                at),
            (discrepancy.State is not DiscrepancyState.Gone, new("discrepancy.gone")),
            (!string.IsNullOrWhiteSpace(entry.Explanation), new("discrepancy.explanation-missing", nameof(entry.Explanation))),
            (entry.Explanation is null or { Length: <= 4000 }, new("discrepancy.explanation-long", nameof(entry.Explanation), 4000)),
            (!string.IsNullOrWhiteSpace(entry.DocumentNumber), new("discrepancy.document-missing", nameof(entry.DocumentNumber))),
            (entry.DocumentDate is not null, new("discrepancy.date-missing", nameof(entry.DocumentDate))),
            (entry.DocumentDate is null || entry.DocumentDate <= today, new("discrepancy.date-in-future", nameof(entry.DocumentDate))),
            (!string.IsNullOrWhiteSpace(entry.Signer), new("discrepancy.signer-missing", nameof(entry.Signer))));
    }
}

/// <summary>Phiếu giải trình: what was typed.</summary>
public sealed record ExplanationEntry(string? Explanation, string? DocumentNumber, DateOnly? DocumentDate, string? Signer, string? AppliedReading = null);

/// <summary>Đã giải trình: the explanation, the document that carries it and its signer.</summary>
public sealed record DiscrepancyExplained(
    Guid DiscrepancyId,
    string Explanation,
    string? AppliedReading,
    string DocumentNumber,
    DateOnly DocumentDate,
    string Signer,
    string ExplainedBy,
    DateTime ExplainedAt);
