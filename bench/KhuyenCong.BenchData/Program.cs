using System.Diagnostics;
using KhuyenCong.BenchData;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// Fills a database that the application has migrated and seeded; it finds it by the application's own settings
// (Database__Provider, Database__Connection). Prints one line of JSON: what a load needs to know to ask for it.
var count = args is [var text, ..] ? int.Parse(text) : 20_000;
var province = args is [_, var code, ..] ? code : "56";

var services = new ServiceCollection();
services.AddKhuyenCongDb(new ConfigurationBuilder().AddEnvironmentVariables().Build());
services.AddScoped<AuditSealer>();
await using var provider = services.BuildServiceProvider();

var watch = Stopwatch.StartNew();
var filled = await new Filling(provider, province).RunAsync(count);
await using (var scope = provider.CreateAsyncScope())
{
    scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem();
    await scope.ServiceProvider.GetRequiredService<AuditSealer>().SealAsync();
    var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
    // Statistics for both planners: a reference that was slow only for a blind plan would be no floor.
    await (db.Database.IsNpgsql() ? db.Database.ExecuteSqlAsync($"VACUUM ANALYZE") : db.Database.ExecuteSqlAsync($"ANALYZE"));
}

Console.WriteLine($$"""{"programme":"{{filled.ProgrammeId}}","target":"{{filled.TargetId}}","targetCode":"{{filled.TargetCode}}","results":{{count}},"seconds":{{watch.Elapsed.TotalSeconds:0}}}""");
return 0;
