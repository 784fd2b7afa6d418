using System.Diagnostics;
using KhuyenCong.Data;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhuyenCong.BenchData;

/// <summary>How long one dossier takes to be compared with all others: its establishments read, its traces drawn, the candidates found.</summary>
internal static class DoubleSupportTimes
{
    private const int WarmUp = 50;
    private const int Measured = 400;

    public static async Task<string> RunAsync(IServiceProvider services, string province)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem(province);
        var ids = await scope.ServiceProvider.GetRequiredService<KhuyenCongDb>().Projects.Where(p => p.Code != null).OrderBy(p => p.SortKey).Take(WarmUp + Measured).Select(p => p.ProjectId).ToListAsync();
        var (times, candidates) = (new List<double>(), 0);
        foreach (var (number, id) in ids.Index())
        {
            // Each as in a request of its own, with the project already read.
            await using var request = services.CreateAsyncScope();
            request.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem(province);
            var db = request.ServiceProvider.GetRequiredService<KhuyenCongDb>();
            var project = await db.WholeProjects.AsNoTracking().SingleAsync(p => p.ProjectId == id);
            var owners = project.Beneficiaries.Select(b => b.EstablishmentId).ToList();
            var began = Stopwatch.GetTimestamp();
            var establishments = await db.Establishments.AsNoTracking().Include(e => e.Sites).Include(e => e.Identifiers).Include(e => e.Contacts).AsSingleQuery().Where(e => owners.Contains(e.EstablishmentId)).ToListAsync();
            var found = await db.SupportCandidatesAsync(ProjectTraces.Of(project, establishments), project.ProjectId);
            if (number >= WarmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                candidates += found.Count;
            }
        }

        times.Sort();
        return FormattableString.Invariant($$"""{"checks":{{times.Count}},"candidates":{{candidates}},"p50":{{times[times.Count / 2]:0.00}},"p99":{{times[times.Count * 99 / 100]:0.00}},"most":{{times[^1]:0.00}}}""");
    }
}
