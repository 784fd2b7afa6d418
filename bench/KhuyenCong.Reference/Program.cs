using KhuyenCong.Reference;

// The honest floor of script/bench: no accounts, provinces, layout or EF Core; the naive query by hand, its rows as JSON.
var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Logging.SetMinimumLevel(LogLevel.Warning);

var database = Database.Of(builder.Configuration["Database:Provider"], builder.Configuration["Database:Connection"]!);
var app = builder.Build();

app.MapGet("/dashboard/{programme:guid}", async (Guid programme) =>
    await DashboardQuery.RunAsync(database, programme) is { } dashboard ? Results.Ok(dashboard) : Results.NotFound());
app.MapGet("/results", async (Guid programme, Guid target) => Results.Ok(await ResultsQuery.RunAsync(database, programme, target)));
app.MapGet("/projects", async (string province, int year) => Results.Ok(await ProjectsQuery.RunAsync(database, province, year)));

await app.RunAsync();
