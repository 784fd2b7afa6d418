using System.Globalization;
using KhuyenCong.Domain.Ledgers;
using Microsoft.AspNetCore.WebUtilities;

namespace KhuyenCong.Web.Access;

/// <summary>A line of the ledger, up to an entry of it where a number was drawn at a moment.</summary>
/// <param name="Entries">How many entries it had then; null = all that it has.</param>
public readonly record struct LineUntil(Guid AllocationId, int? Entries = null)
{
    public override string ToString() => Entries is { } entries ? string.Create(CultureInfo.InvariantCulture, $"{AllocationId},{entries}") : $"{AllocationId}";

    public static LineUntil? Parse(string? text)
    {
        var parts = (text ?? "").Split(',');
        return parts.Length > 2 || !Guid.TryParse(parts[0], out var id) ? null
            : parts.Length == 1 ? new(id)
            : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var entries) ? new(id, entries) : null;
    }
}

/// <summary>Whose entries are meant, of one and the same line.</summary>
public enum EntryPart
{
    /// <summary>Of contracts.</summary>
    Contracts,

    /// <summary>Of projects, contracted or not.</summary>
    Projects,

    /// <summary>Of management costs.</summary>
    Management,
}

/// <summary>Where the entries of a number are; what is not said does not narrow it.</summary>
public sealed record EntryPlace
{
    public const string Path = "/so-du-toan/but-toan";

    /// <summary>A project that was planned under no content of its programme.</summary>
    public const string NoContent = "-";

    /// <summary>More lines than this make an address that is too long to follow.</summary>
    public const int MostLines = 100;

    public IReadOnlyList<LineUntil> Lines { get; init; } = [];

    public Guid? ProjectId { get; init; }

    public Guid? ContractId { get; init; }

    public Guid? EstimateId { get; init; }

    public Guid? HolderId { get; init; }

    public Guid? ProgrammeId { get; init; }

    /// <summary>Of the programme; <see cref="NoContent"/> = none.</summary>
    public string? Content { get; init; }

    public string? Source { get; init; }

    public int? Year { get; init; }

    public EntryPart? Part { get; init; }

    /// <summary>Only, or without, the book of KCQG money.</summary>
    public bool? IsSeparate { get; init; }

    public static EntryPlace OfLine(Guid allocationId, int? entries = null) => new() { Lines = [new(allocationId, entries)] };

    public static EntryPlace OfLines(IEnumerable<Guid> allocationIds) => new() { Lines = [.. allocationIds.Select(id => new LineUntil(id))] };

    /// <summary>What makes one balance of a project, a contract or an estimate; null where the account is kept for another of them.</summary>
    public static string? OfBalance(LedgerPosition position, LedgerAccount account)
    {
        ArgumentNullException.ThrowIfNull(position);
        return position.ManagementEstimateId is null && account.IsByContract() != (position.ContractId is not null) ? null
            : (OfLine(position.AllocationId) with { ProjectId = position.ProjectId, ContractId = position.ContractId, EstimateId = position.ManagementEstimateId }).With(account.Number());
    }

    /// <summary>The page with these entries and what they come to.</summary>
    public string With(LedgerNumber number) => QueryHelpers.AddQueryString(Path, Pairs().Prepend(new("so", $"{number}")).Where(p => !string.IsNullOrEmpty(p.Value)));

    private IEnumerable<KeyValuePair<string, string?>> Pairs() =>
    [
        .. Lines.Select(l => new KeyValuePair<string, string?>("dong", $"{l}")),
        new("de-an", $"{ProjectId}"),
        new("hop-dong", $"{ContractId}"),
        new("chi-quan-ly", $"{EstimateId}"),
        new("don-vi", $"{HolderId}"),
        new("chuong-trinh", $"{ProgrammeId}"),
        new("noi-dung", Content),
        new("nguon", Source),
        new("nam", Year?.ToString(CultureInfo.InvariantCulture)),
        new("phan", $"{Part}"),
        new("rieng", IsSeparate is { } apart ? (apart ? "true" : "false") : null),
    ];
}
