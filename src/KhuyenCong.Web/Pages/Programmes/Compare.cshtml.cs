using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>Provinces side by side with one set of sources. What a decision does not publish is "không công bố", never 0; unlike things are not added up.</summary>
[Allow(Act.CompareProvinces, National = true)]
public sealed class CompareModel(NationalReads reads, ProgrammeCache cache, Viewer viewer, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Column> Columns { get; private set; } = [];

    /// <summary>Every source that one of the programmes names.</summary>
    public IReadOnlyList<FundingSource> Sources { get; private set; } = [];

    public string WorkplaceKey => viewer.Workplace?.Key ?? "";

    public async Task OnGetAsync()
    {
        Columns = [.. (await reads.ProgrammesAsync(cache, clock.Today)).Select(p => new Column(p, MoneyTable.Of(p.Text, []), TargetRow.Of(p.Text, p.Targets, ResultSums.None, clock.Today)))];
        Sources = [.. FundingSource.All.Where(s => Columns.Any(c => c.Money.Sources.Any(m => m.Source == s.Code)))];
    }

    /// <summary>One province.</summary>
    public sealed record Column(NationalProgramme Programme, MoneyTable Money, IReadOnlyList<TargetRow> Rows)
    {
        public int Count(params TargetStatus[] statuses) => Rows.Count(r => statuses.Contains(r.Reading.Status));

        public MoneyRow? Of(FundingSource source) => Money.Sources.FirstOrDefault(m => m.Source == source.Code);

        public Dong Spent => Rows.Select(r => r.Target.ResultAmount).Sum();
    }
}
