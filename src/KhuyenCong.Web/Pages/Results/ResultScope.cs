using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Results;

public sealed record ProgrammeChoice(Guid ProgrammeId, string Title, int FromYear, int ToYear);

public sealed record TargetChoice(Guid TargetId, string Code, string Name, string Unit, bool IsRetired, int ResultCount, Dong ResultAmount);

/// <summary>What a list of results is about: the programme it settled on, its targets, and the rows the viewer may see of them.</summary>
public sealed record ResultScope(ResultFilter Filter, IReadOnlyList<ProgrammeChoice> Programmes, ProgrammeChoice? Programme, IReadOnlyList<TargetChoice> Targets, IQueryable<Result> Results, bool SeesAll)
{
    private static readonly Func<KhuyenCongDb, IAsyncEnumerable<ProgrammeChoice>> ProgrammesOf = EF.CompileAsyncQuery((KhuyenCongDb db) =>
        db.Programmes.AsNoTracking().Where(p => p.CurrentVersionNumber > 0)
            .OrderByDescending(p => p.FromYear).ThenBy(p => p.ProgrammeId)
            .Select(p => new ProgrammeChoice(p.ProgrammeId, p.Title, p.FromYear, p.ToYear)));

    private static readonly Func<KhuyenCongDb, Guid, IAsyncEnumerable<TargetChoice>> TargetsOf = EF.CompileAsyncQuery((KhuyenCongDb db, Guid id) =>
        db.Targets.AsNoTracking().Where(t => t.ProgrammeId == id).OrderBy(t => t.Order)
            .Select(t => new TargetChoice(t.TargetId, t.Code, t.Name, t.Unit, t.IsRetired, t.ResultCount, t.ResultAmount)));

    public TargetChoice? Target => Targets.FirstOrDefault(t => t.Code == Filter.TargetCode);

    public IReadOnlyDictionary<Guid, TargetChoice> TargetsById { get; } = Targets.ToDictionary(t => t.TargetId);

    /// <summary>The kept sums, where they are about exactly the rows of the list.</summary>
    public (int Count, Dong Amount)? Sums => !SeesAll || !Filter.IsWhole ? null
        : Filter.TargetCode is null ? (Targets.Sum(t => t.ResultCount), Targets.Select(t => t.ResultAmount).Sum())
        : Target is { } target ? (target.ResultCount, target.ResultAmount) : (0, Dong.Zero);

    public static async Task<ResultScope> OfAsync(KhuyenCongDb db, Viewer viewer, ResultFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(filter);
        var programmes = await ProgrammesOf(db).ToListAsync(cancellationToken);
        var programme = filter.ProgrammeId is { } asked ? programmes.FirstOrDefault(p => p.ProgrammeId == asked) : programmes.FirstOrDefault();
        var id = programme?.ProgrammeId ?? Guid.Empty;
        var targets = await TargetsOf(db, id).ToListAsync(cancellationToken);
        var seesAll = viewer.Reach(Act.ViewResults) is Scope.Province or Scope.Ministry;
        // A code that no target has finds nothing, not everything.
        var target = filter.TargetCode is null ? null : (targets.FirstOrDefault(t => t.Code == filter.TargetCode)?.TargetId ?? Guid.Empty) as Guid?;
        return new(filter, programmes, programme, targets, filter.Apply(db, id, target, seesAll ? null : viewer.CommuneCodes), seesAll);
    }
}
