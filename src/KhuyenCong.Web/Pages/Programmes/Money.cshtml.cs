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
        (Money, Clock) = (MoneyTable.Of(Text, sums.Spent), MoneyClock.Read(Text, sums.Spent, await PlanMoney.BesideResultsAsync(db, id, held)));
        if (SeesPlans)
        {
            Links = await EntryLinks.OfAsync(db, viewer);
            Approved = await PlanMoney.OfProgrammeAsync(db, id, held);
            ByYear = await PlanMoney.ByYearAsync(db, held);
        }

        Discrepancies = await db.Discrepancies.AsNoTracking()
            .Where(d => d.ProgrammeId == id && d.Origin == DiscrepancyOrigin.Rule && d.State != DiscrepancyState.Gone && d.Rule != DiscrepancyRule.LinkedStatements)
            .OrderBy(d => d.Order).ToListAsync();
        return Page();
    }
}
