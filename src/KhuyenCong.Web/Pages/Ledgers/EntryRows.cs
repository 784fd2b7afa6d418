using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Ledgers;

/// <summary>One entry as a table shows it.</summary>
/// <param name="Project">Its title; null where no project is concerned.</param>
/// <param name="MayOpenProject">Whether the reader may open its dossier.</param>
/// <param name="Contract">Number of the contract.</param>
/// <param name="By">Who caused it.</param>
/// <param name="MayOpenBook">Whether the reader may open the line that it is in.</param>
public sealed record EntryRow(LedgerEntry Entry, string? Project, bool MayOpenProject, string? Contract, string By, bool MayOpenBook)
{
    public bool TakesBack => Entry.ReversesId is not null;

    public string Kind => TakesBack ? $"Ghi ngược: {Entry.Kind.Text().InSentence()}" : Entry.Kind.Text();

    /// <summary>Contracts, payments and settlements are read with the project, all else with the line.</summary>
    public bool MayOpenCause => Entry.CauseKind is LedgerCauseKind.Contract or LedgerCauseKind.PaymentRequest or LedgerCauseKind.Settlement ? MayOpenProject : MayOpenBook;

    public string CausePath => LedgerWords.PathOf(Entry.CauseKind, Entry.CauseId, Entry.AllocationId);
}

/// <summary>Entries as a table, newest first.</summary>
/// <param name="Number">The number that they make: then each shows what it gives to it.</param>
/// <param name="Lines">Names of their lines, where they are of more than one.</param>
public sealed record EntryTable(IReadOnlyList<EntryRow> Rows, LedgerNumber? Number = null, IReadOnlyDictionary<Guid, string>? Lines = null)
{
    public Dong Amount(EntryRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Number is { } number ? number.Part(row.Entry) : row.Entry.Amount;
    }
}

/// <summary>Which entries are asked for, as the address says it.</summary>
public sealed record EntryFilter(LedgerKind? Kind, LedgerAccount? Account, Guid? ProjectId, DateOnly? From, DateOnly? To)
{
    public bool IsEmpty => this == new EntryFilter(null, null, null, null, null);

    public IQueryable<LedgerEntry> Apply(IQueryable<LedgerEntry> entries)
    {
        entries = Kind is { } kind ? entries.Where(e => e.Kind == kind) : entries;
        entries = Account is { } account ? entries.Where(e => e.FromAccount == account || e.ToAccount == account) : entries;
        entries = ProjectId is { } project ? entries.Where(e => e.ProjectId == project) : entries;
        entries = From is { } from ? entries.Where(e => e.On >= from) : entries;
        return To is { } to ? entries.Where(e => e.On <= to) : entries;
    }
}

/// <summary>Reads what entries name: projects, contracts, people.</summary>
public static class EntryRows
{
    public const int LargestExport = 20_000;

    /// <summary>Entries of lines that the reader has open.</summary>
    public static async Task<IReadOnlyList<EntryRow>> OfAsync(KhuyenCongDb db, Viewer viewer, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(entries);
        var projects = entries.Select(e => e.ProjectId).OfType<Guid>().Distinct().ToList();
        var contracts = entries.Select(e => e.ContractId).OfType<Guid>().Distinct().ToList();
        var titles = projects.Count == 0 ? [] : await db.Projects.Where(p => projects.Contains(p.ProjectId)).Select(p => new { p.ProjectId, p.Title }).ToDictionaryAsync(p => p.ProjectId, p => p.Title, cancellationToken);
        var open = projects.Count == 0 ? [] : await db.Projects.VisibleTo(viewer, db, seated: false).Where(p => projects.Contains(p.ProjectId)).Select(p => p.ProjectId).ToHashSetAsync(cancellationToken);
        var numbers = contracts.Count == 0 ? [] : await db.Contracts.Where(c => contracts.Contains(c.ContractId)).Select(c => new { c.ContractId, c.Number }).ToDictionaryAsync(c => c.ContractId, c => c.Number, cancellationToken);
        var names = await NamesAsync(db, entries, cancellationToken);
        return [.. entries.Select(e => new EntryRow(
            e,
            e.ProjectId is { } project ? titles.GetValueOrDefault(project) : null,
            e.ProjectId is { } seen && open.Contains(seen),
            e.ContractId is { } contract ? numbers.GetValueOrDefault(contract) : null,
            names.GetValueOrDefault(e.By, "hệ thống"),
            true))];
    }

    /// <summary>The entries of one project that the reader has open already: only people are still looked up.</summary>
    /// <param name="title">Of the project.</param>
    /// <param name="numbers">Of its contracts.</param>
    /// <param name="openLines">Lines that the reader may open.</param>
    public static async Task<IReadOnlyList<EntryRow>> OfOpenProjectAsync(KhuyenCongDb db, IReadOnlyList<LedgerEntry> entries, string title, IReadOnlyDictionary<Guid, string?> numbers, IReadOnlySet<Guid> openLines, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(openLines);
        var names = await NamesAsync(db, entries, cancellationToken);
        return [.. entries.Select(e => new EntryRow(e, title, true, e.ContractId is { } contract ? numbers.GetValueOrDefault(contract) : null, names.GetValueOrDefault(e.By, "hệ thống"), openLines.Contains(e.AllocationId)))];
    }

    private static async Task<Dictionary<Guid, string>> NamesAsync(KhuyenCongDb db, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        // What the system posts is nobody's.
        var people = entries.Select(e => e.By).Where(by => by != Guid.Empty).Distinct().ToList();
        return people.Count == 0 ? [] : await db.NamesAsync(people, cancellationToken);
    }
}
