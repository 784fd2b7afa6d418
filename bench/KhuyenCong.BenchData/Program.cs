using System.Diagnostics;
using KhuyenCong.BenchData;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Territories;
using KhuyenCong.Web.Pages.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// Fills a database that the application has migrated and seeded; it finds it by the application's own settings
// (Database__Provider, Database__Connection). Prints one line of JSON: what a load needs to know to ask for it.
// `double-support` as the first argument measures that check over a filled database instead;
// `payments COUNT` adds requests that wait for a statement; `ledgers …` fills and measures the ledger (LedgerTimes says how);
// `provinces COUNT PROJECTS` fills as many further provinces.
const string Province = "56";

var services = new ServiceCollection();
services.AddKhuyenCongDb(new ConfigurationBuilder().AddEnvironmentVariables().Build());
services.AddScoped<AuditSealer>();
services.AddScoped<PaymentRules>();
services.AddScoped<PaymentBook>();
await using var provider = services.BuildServiceProvider();
if (args is ["double-support", ..])
{
    Console.WriteLine(await DoubleSupportTimes.RunAsync(provider, Province));
    return 0;
}

if (args is ["payments", var open])
{
    Console.WriteLine(await new FillingPayments(provider, Province).RunAsync(int.Parse(open)));
    return 0;
}

if (args is ["ledgers", .. var ledgers])
{
    Console.WriteLine(await new LedgerTimes(provider, Province).RunAsync(ledgers));
    if (ledgers is ["fill", ..])
    {
        await SettleAsync();
    }

    return 0;
}

if (args is ["provinces", var count, var each])
{
    var clock = Stopwatch.StartNew();
    var further = await FurtherAsync(int.Parse(count));
    foreach (var other in further)
    {
        await new FillingProjects(provider, other).RunAsync(int.Parse(each));
        Console.Error.WriteLine($"{other}: {clock.Elapsed.TotalSeconds:0} s");
    }

    await SettleAsync();
    Console.WriteLine($$"""{"provinces":["{{string.Join("\",\"", further)}}"],"projects":{{each}},"seconds":{{clock.Elapsed.TotalSeconds:0}}}""");
    return 0;
}

var results = args is [var some, ..] ? int.Parse(some) : 20_000;
var projects = args is [_, var others, ..] ? int.Parse(others) : 20_000;
var watch = Stopwatch.StartNew();
var filled = await new Filling(provider, Province).RunAsync(results);
var project = await new FillingProjects(provider, Province).RunAsync(projects);
await SettleAsync();
Console.WriteLine($$"""{"programme":"{{filled.ProgrammeId}}","target":"{{filled.TargetId}}","targetCode":"{{filled.TargetCode}}","results":{{results}},"province":"{{Province}}","year":{{FillingProjects.FirstYear + 1}},"project":"{{project}}","projects":{{projects}},"seconds":{{watch.Elapsed.TotalSeconds:0}}}""");
return 0;

async Task<List<string>> FurtherAsync(int count)
{
    await using var scope = provider.CreateAsyncScope();
    scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem();
    return await scope.ServiceProvider.GetRequiredService<KhuyenCongDb>().AdministrativeUnits.Where(u => u.Level == UnitLevel.Province && u.ProvinceCode != Province)
        .OrderBy(u => u.ProvinceCode).Select(u => u.ProvinceCode).Take(count).ToListAsync();
}

async Task SettleAsync()
{
    await using var scope = provider.CreateAsyncScope();
    scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem();
    await scope.ServiceProvider.GetRequiredService<AuditSealer>().SealAsync();
    var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
    // Statistics for both planners: a reference that was slow only for a blind plan would be no floor.
    await (db.Database.IsNpgsql() ? db.Database.ExecuteSqlAsync($"VACUUM ANALYZE") : db.Database.ExecuteSqlAsync($"ANALYZE"));
}
