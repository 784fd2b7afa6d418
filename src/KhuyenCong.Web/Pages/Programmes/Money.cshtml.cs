using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>A programme's money: as printed, as computed, as spent, as left.</summary>
[Allow(Act.ViewProgramme)]
public sealed class MoneyModel(KhuyenCongDb db, Viewer viewer, ProgrammeCache cache) : PageModel
{
    /// <summary>Whose records beside the results are listed; with <see cref="Year"/> one year's.</summary>
    [BindProperty(SupportsGet = true, Name = "nguon")]
    public string? Source { get; set; }

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    public ProgrammeHead Head { get; private set; } = null!;

    public ProgrammeText Text { get; private set; } = null!;

    public MoneyTable Money { get; private set; } = null!;

    public MoneyClock Clock { get; private set; } = null!;

    /// <summary>What plans have approved and the ledger has paid and settled, by content, source and year; empty for those who do not see plans.</summary>
    public IReadOnlyList<ContentMoney> Approved { get; private set; } = [];

    /// <summary>What the ledger holds for its projects, by year and source; empty for those who do not see plans.</summary>
    public IReadOnlyList<YearMoney> ByYear { get; private set; } = [];

    /// <summary>Where the numbers of the ledger lead.</summary>
    public EntryLinks Links { get; private set; } = EntryLinks.None;

    /// <summary>Record by record, of the source that was asked for; null for those who do not see plans.</summary>
    public BesideRows? Beside { get; private set; }

    /// <summary>Of a commune's results only its own would be listed: no sum of the whole.</summary>
    private bool SeesAllResults => viewer.Reach(Act.ViewResults) is Scope.Province or Scope.Ministry;

    /// <summary>The results that a number is the sum of.</summary>
    public string? OpensResults(MoneyCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return SeesAllResults && cell.Spent > Dong.Zero ? $"/ket-qua?chuong-trinh={Head.ProgrammeId}&nguon={cell.SourceCode}{(cell.Year is { } year ? $"&nam={year}" : "")}" : null;
    }

    /// <summary>The records that a number beside the results is the sum of.</summary>
    public string? OpensBeside(MoneyCell cell, Dong amount, string part)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return SeesPlans && amount != Dong.Zero ? $"{Head.Href}/kinh-phi?nguon={cell.SourceCode}{(cell.Year is { } year ? $"&nam={year}" : "")}#{part}" : null;
    }

    public bool SeesPlans => viewer.Reach(Act.ViewPlans) is Scope.Province;

    public IReadOnlyList<Discrepancy> Discrepancies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await ProgrammeHead.CurrentAsync(db, id) is not { } head)
        {
            return NotFound();
        }

        var targets = await db.Targets.AsNoTracking().Where(t => t.ProgrammeId == id).ToListAsync();
        var sums = await cache.SumsAsync(db, id, targets);
        (Head, Text) = (head, await cache.TextAsync(db, head));
        var held = await PlanMoney.HeldAsync(db, id);
        var beside = await PlanMoney.BesideResultsAsync(db, id, held);
        (Money, Clock) = (MoneyTable.Of(Text, sums.Spent), MoneyClock.Read(Text, sums.Spent, beside));
        if (SeesPlans)
        {
            Links = await EntryLinks.OfAsync(db, viewer);
            Approved = await PlanMoney.OfProgrammeAsync(db, id, held);
            ByYear = await PlanMoney.ByYearAsync(db, held);
            Beside = FundingSource.Find(Source) is { } source ? await BesideRows.ReadAsync(db, viewer, beside, held, Links, source, Year) : null;
        }

        Discrepancies = await db.Discrepancies.AsNoTracking()
            .Where(d => d.ProgrammeId == id && d.Origin == DiscrepancyOrigin.Rule && d.State != DiscrepancyState.Gone && d.Rule != DiscrepancyRule.LinkedStatements)
            .OrderBy(d => d.Order).ToListAsync();
        return Page();
    }
}
