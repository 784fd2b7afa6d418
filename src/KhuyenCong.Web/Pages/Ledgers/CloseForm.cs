using KhuyenCong.Domain.Ledgers;

namespace KhuyenCong.Web.Pages.Ledgers;

/// <summary>Closing a year as typed: what goes on, line by line and balance by balance.</summary>
public sealed class CloseForm
{
    /// <summary>How many entries the lines had when the preview was shown.</summary>
    public long Seen { get; set; }

    /// <summary>Of what is left: line -> amount that goes on.</summary>
    public Dictionary<Guid, Dong?> Available { get; set; } = [];

    /// <summary>"line/project or contract" whose balances go on.</summary>
    public List<string> Carried { get; set; } = [];

    public bool SettlesPaid { get; set; }

    public string? DocumentNumber { get; set; }

    public DateOnly? DocumentDate { get; set; }

    public string? Issuer { get; set; }

    public static string KeyOf(LedgerPosition position)
    {
        ArgumentNullException.ThrowIfNull(position);
        return $"{position.AllocationId:N}/{position.SubjectId:N}";
    }

    /// <summary>What is typed for lines that are not closed here, or that the reader cannot see, counts for nothing.</summary>
    public YearEndChoice Choice(IReadOnlyCollection<Guid> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var carried = new HashSet<(Guid, Guid)>();
        foreach (var parts in Carried.OfType<string>().Select(k => k.Split('/')))
        {
            if (parts is [var line, var subject] && Guid.TryParse(line, out var allocation) && Guid.TryParse(subject, out var of) && lines.Contains(allocation))
            {
                carried.Add((allocation, of));
            }
        }

        return new(Available.Where(a => lines.Contains(a.Key) && a.Value is { } amount && amount != Dong.Zero).ToDictionary(a => a.Key, a => a.Value!.Value), carried, SettlesPaid, DocumentNumber, DocumentDate, Issuer);
    }
}
