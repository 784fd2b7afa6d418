using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>One record that a number beside the results is the sum of.</summary>
/// <param name="Href">The contract, for whoever may open it.</param>
/// <param name="Record">The record of acceptance, for whoever may open it.</param>
/// <param name="Entries">The entries of what was settled.</param>
public sealed record BesideRow(string Number, string Title, int Year, Dong Accepted, Dong Settled, string? Href, string? Record, string? Entries)
{
    public Dong Difference => Settled - Accepted;
}

/// <summary>What one source of a programme took beside its results, record by record: the lists behind two numbers of what is left.</summary>
/// <param name="Year">Null = the whole period.</param>
public sealed record BesideRows(FundingSource Source, int? Year, IReadOnlyList<BesideRow> Untold, IReadOnlyList<BesideRow> Differences)
{
    /// <summary>Where the list of work without a target stands.</summary>
    public const string UntoldPart = "khong-gan-chi-tieu";

    /// <summary>Where the list of settled contracts stands.</summary>
    public const string DifferencePart = "chenh-quyet-toan";

    /// <param name="held">What the ledger holds for the programme.</param>
    /// <param name="links">Where the numbers of the ledger lead.</param>
    public static async Task<BesideRows> ReadAsync(KhuyenCongDb db, Viewer viewer, SpendingBeside beside, IReadOnlyList<HeldMoney> held, EntryLinks links, FundingSource source, int? year)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(beside);
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(source);
        var untold = beside.UntoldBy.Where(u => u.SourceCode == source.Code && (year is null || u.Year == year)).ToList();
        var differences = beside.Differences.Where(d => d.SourceCode == source.Code && (year is null || d.Year == year)).ToList();
        var ids = untold.Select(u => u.ContractId).Concat(differences.Select(d => d.ContractId)).Distinct().ToList();
        var acceptances = untold.Select(u => u.AcceptanceId).OfType<Guid>().Distinct().ToList();
        var names = await db.Contracts.AsNoTracking().Where(c => ids.Contains(c.ContractId)).Join(db.Projects, c => c.ProjectId, p => p.ProjectId, (c, p) => new { c.ContractId, c.Number, p.Title }).ToDictionaryAsync(c => c.ContractId);
        var contracts = await db.Contracts.VisibleTo(viewer, db).Where(c => ids.Contains(c.ContractId)).Select(c => c.ContractId).ToHashSetAsync();
        var records = await db.Acceptances.VisibleTo(viewer, db).Where(a => acceptances.Contains(a.AcceptanceId)).Select(a => a.AcceptanceId).ToHashSetAsync();
        return new(
            source,
            year,
            [.. untold.Select(u => Row(u.ContractId, u.Year, u.Amount, Dong.Zero, u.AcceptanceId)).OrderBy(r => r.Year).ThenBy(r => r.Number, StringComparer.Ordinal)],
            [.. differences.Select(d => Row(d.ContractId, d.Year, d.Accepted, d.Settled, null)).OrderBy(r => r.Year).ThenBy(r => r.Number, StringComparer.Ordinal)]);

        BesideRow Row(Guid contract, int of, Dong accepted, Dong settled, Guid? record)
        {
            var lines = held.Where(h => h.IsOfProgramme && h.Position.ContractId == contract && h.Source == source.Code && h.Year == of).Select(h => h.AllocationId).Distinct();
            var name = names.GetValueOrDefault(contract);
            return new(
                name?.Number ?? "Chưa có số",
                name?.Title ?? "—",
                of,
                accepted,
                settled,
                contracts.Contains(contract) ? $"/hop-dong/{contract}" : null,
                record is { } id && records.Contains(id) ? $"/nghiem-thu/{id}" : null,
                settled > Dong.Zero ? links.To(LedgerNumber.Settled, EntryPlace.OfLines(lines) with { ContractId = contract }) : null);
        }
    }
}
