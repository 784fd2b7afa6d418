using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>One programme at a glance. A few small queries; the text and what results add up to come from content-keyed memory.</summary>
[Allow(Act.ViewProgramme)]
public sealed class DashboardModel(KhuyenCongDb db, ProgrammeCache cache, Viewer viewer, TimeProvider clock) : PageModel
{
    private static readonly Func<KhuyenCongDb, Guid, IAsyncEnumerable<Target>> TargetsOf = EF.CompileAsyncQuery((KhuyenCongDb db, Guid id) =>
        db.Targets.AsNoTracking().Where(t => t.ProgrammeId == id));

    private static readonly Func<KhuyenCongDb, Guid, IAsyncEnumerable<OpenDiscrepancy>> OpenOf = EF.CompileAsyncQuery((KhuyenCongDb db, Guid id) =>
        db.Discrepancies.Where(d => d.ProgrammeId == id && d.Origin == DiscrepancyOrigin.Rule && d.State == DiscrepancyState.Open)
            .OrderBy(d => d.Order).Select(d => new OpenDiscrepancy(d.DiscrepancyId, d.Title)));

    public ProgrammeHead Head { get; private set; } = null!;

    public ProgrammeText Text { get; private set; } = null!;

    public IReadOnlyList<TargetRow> Rows { get; private set; } = [];

    public IReadOnlyList<OpenDiscrepancy> Open { get; private set; } = [];

    public MoneyTable Money { get; private set; } = null!;

    public ResultSums Sums { get; private set; } = ResultSums.None;

    /// <summary>As the ledger has it, book by book; null for those who do not see plans.</summary>
    public (Dong Local, Dong Separate)? Settled { get; private set; }

    /// <summary>The entries of what is settled in a book; whoever is shown it reads every line.</summary>
    public string OpensSettled(bool isSeparate) => new EntryPlace { ProgrammeId = Head.ProgrammeId, IsSeparate = isSeparate }.With(LedgerNumber.Settled);

    public CommuneMap Map { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today;

    /// <summary>Names everything the figures depend on: equal keys, equal pictures.</summary>
    public string PictureKey { get; private set; } = "";

    public bool MayEdit => viewer.MayEdit(Head);

    public bool MayRecord => viewer.MayRecordFor(Head);

    public bool MaySeeResults => viewer.Can(Act.ViewResults);

    /// <summary>The results that the money spent is the sum of; by source for whoever would see some of them only.</summary>
    public string OpensSpent => viewer.Reach(Act.ViewResults) is Scope.Province or Scope.Ministry ? $"/ket-qua?chuong-trinh={Head.ProgrammeId}" : $"{Head.Href}/kinh-phi#con-lai";

    public IEnumerable<TargetRow> Living => Rows.Where(r => !r.Target.IsRetired);

    public int Count(params TargetStatus[] statuses) => Living.Count(r => statuses.Contains(r.Reading.Status));

    public IEnumerable<(ContentText? Content, IReadOnlyList<TargetRow> Rows)> Groups => Text.Contents
        .Select(c => ((ContentText?)c, (IReadOnlyList<TargetRow>)[.. Living.Where(r => r.Target.ContentCode == c.Code)]))
        .Append((null, [.. Living.Where(r => Text.Contents.All(c => c.Code != r.Target.ContentCode))]))
        .Where(g => g.Item2.Count > 0);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await ProgrammeHead.CurrentAsync(db, id) is not { } head)
        {
            // A programme that has only drafts so far is looked at through its versions.
            return await db.Programmes.AnyAsync(p => p.ProgrammeId == id) ? LocalRedirect($"/chuong-trinh/{id}/phien-ban") : NotFound();
        }

        Head = head;
        Text = await cache.TextAsync(db, head);
        var targets = new List<Target>();
        await foreach (var target in TargetsOf(db, id))
        {
            targets.Add(target);
        }

        var open = new List<OpenDiscrepancy>();
        await foreach (var discrepancy in OpenOf(db, id))
        {
            open.Add(discrepancy);
        }

        Open = open;
        Sums = await cache.SumsAsync(db, id, targets);
        Rows = TargetRow.Of(Text, targets, Sums, Today);
        Money = MoneyTable.Of(Text, Sums.Spent);
        Settled = viewer.Reach(Act.ViewPlans) is Scope.Province ? await PlanMoney.SettledAsync(db, id) : null;
        PictureKey = $"{head.VersionId}-{head.Stamp}-{ProgrammeCache.StampOf(targets)}-{Today:yyyyMMdd}-{MaySeeResults}";
        Map = new(db, head, Sums, Today, MaySeeResults);
        return Page();
    }
}

/// <summary>An unexplained contradiction, as the notice names it.</summary>
public sealed record OpenDiscrepancy(Guid DiscrepancyId, string Title);
