using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Jobs;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Seeding;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace KhuyenCong.Web.Hosting;

/// <summary>The composition root: what the application is made of and in which order a request meets it.</summary>
public static class Application
{
    /// <summary>Uploads up to this size reach the page, so that a file that is too large is refused in words.</summary>
    private const long LargestRequest = 64 * 1024 * 1024;

    /// <summary>Fields of one form. A list of rows may have as many: what is too much is then told in words by the rule that counts them.</summary>
    private const int MostFields = 4096;

    /// <summary>More than any start on a filled database allocates.</summary>
    private const long MuchMemory = 256 * 1024 * 1024;

    public static void AddKhuyenCong(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.ClearProviders().AddJsonConsole(json => json.IncludeScopes = true);
        }

        services.AddKhuyenCongDb(builder.Configuration);
        services.AddScoped<Viewer>();
        services.AddSingleton<KhuyenCong.Web.Pages.Programmes.ProgrammeCache>();
        services.AddScoped<PublicProgrammes>();
        services.AddScoped<NationalReads>();
        services.AddScoped<HeldDuties>();
        services.AddScoped<KhuyenCong.Web.Pages.Home.MyWork>();
        services.AddScoped<ManagedAccounts>();
        services.AddScoped<Pages.Programmes.TargetKeys>();
        services.AddSingleton<Pages.Help.GuideBook>();
        services.AddFileStore();
        services.AddScoped<DraftBox>();
        services.AddScoped<KhuyenCong.Web.Pages.Norms.NormDesk>();
        services.AddScoped<KhuyenCong.Web.Pages.Norms.ChangeDesk>();
        services.AddScoped<StagedTokens>();
        services.AddScoped<ResultBook>();
        services.AddSingleton<KeptCommunes>();
        services.AddSingleton<Pages.Establishments.KeptDuplicates>();
        services.AddScoped<Pages.Projects.ProjectDesk>();
        services.AddScoped<Pages.Projects.ShownText>();
        services.AddScoped<Pages.Clusters.ClusterDesk>();
        services.AddScoped<Pages.Surveys.SurveyBook>();
        services.AddScoped<Pages.Projects.ProjectBook>();
        services.AddScoped<Pages.Plans.PlanBook>();
        services.AddScoped<Pages.Payments.PaymentRules>();
        services.AddScoped<Pages.Payments.PaymentBook>();
        services.AddScoped<Pages.ManagementCosts.ManagementBook>();
        services.AddScoped<Pages.ManagementCosts.ServedChoices>();
        services.AddScoped<Pages.Execution.ExecutionBook>();
        services.AddScoped<Pages.Projects.RemovedPapers>();
        services.AddScoped<Pages.FollowUps.FollowUpBook>();
        services.AddScoped<Pages.Contracts.ContractBook>();
        services.AddScoped<Pages.Settlements.SettlementBook>();
        services.AddScoped<Pages.Settlements.ProjectArchive>();
        services.AddScoped<Pages.YearlySettlements.YearlyBook>();
        services.AddScoped<Pages.Plans.AdjustDesk>();
        services.AddScoped<Pages.Treasury.TreasuryBook>();
        services.AddScoped<Pages.Appraisals.AppraisalBook>();
        services.AddScoped<Pages.Acceptances.AcceptanceBook>();
        services.AddScoped<Pages.Acceptances.SummaryBook>();
        services.AddScoped<Pages.Acceptances.ShownRecord>();
        services.AddScoped<Pages.Procedures.ProcedureDesk>();
        services.AddScoped<EvidenceUpload>();
        services.AddSingleton<Metrics>();
        services.AddSingleton<Readiness>();
        services.AddScoped<AuditSealer>();
        services.AddScoped<AuditVerifier>();
        services.AddScoped<LedgerVerifier>();
        services.AddScoped<Seeder>();
        services.AddHealthChecks().AddCheck<Readiness>("ready");
        services.AddDataProtection().SetApplicationName("KhuyenCong");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new DatabaseKeys(provider.GetRequiredService<IServiceScopeFactory>())));
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<FormOptions>(options =>
        {
            options.MultipartBodyLengthLimit = LargestRequest;
            options.ValueCountLimit = MostFields;
        });
        services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddAntiforgery(options =>
        {
            options.HeaderName = "X-Antiforgery";
            options.Cookie.Name = "kc-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddSignIn(builder.Configuration, builder.Environment);
        services.AddRazorPages(options => options.Conventions.ConfigureFilter(new Microsoft.AspNetCore.Mvc.ServiceFilterAttribute(typeof(AccessFilter))))
            .AddMvcOptions(mvc =>
            {
                mvc.Filters.AddService<SignInFirst>();
                mvc.MaxModelBindingCollectionSize = MostFields;
                mvc.ModelBinderProviders.Insert(0, new VietnameseBinders());
                mvc.ModelBinderProviders.Insert(0, new WholeRows());
                mvc.ModelBinderProviders.Insert(0, new SoundText());
                mvc.ModelBindingMessageProvider.SpeakVietnamese();
            });
        services.AddScoped<AccessFilter>();
        services.AddScoped<SignInFirst>();
        services.AddRouting(options => options.LowercaseUrls = true);
        services.AddJobs();
    }

    public static void UseKhuyenCong(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseForwardedHeaders();
        app.UseSoundAddresses();
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/loi/500");
        app.UseStatusCodePagesWithReExecute("/loi/{0}");
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseMiddleware<ConflictMiddleware>();
        app.UseMiddleware<StoreDownMiddleware>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<ViewerMiddleware>();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/healthz/ready", new HealthCheckOptions { ResponseWriter = TellAsync }).AllowAnonymous();
        app.MapGet("/metrics", MetricsPage).AllowAnonymous();
    }

    public static async Task<int> StartKhuyenCongAsync(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var warming = WarmUp.PagesAsync(app.Services);
        try
        {
            // Wrong settings are said before anything is touched.
            app.Services.GetRequiredService<IBlobStore>();
            // Before listening: the key ring that protects sessions is itself in the database.
            await app.PrepareAsync();
            await warming;
            GiveBackWhatFillingTook();
        }
        catch (Exception unusable) when (unusable is DatabaseUnusableException or StoreSettingsException)
        {
            Console.Error.WriteLine(unusable.Message);
            return 3;
        }

        await app.RunAsync();
        return 0;
    }

    /// <summary>A first start holds all that the product ships with in memory at once. It would stay with the process for hours: nothing later asks for so much.</summary>
    private static void GiveBackWhatFillingTook()
    {
        if (GC.GetTotalAllocatedBytes() > MuchMemory)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    /// <summary>Migrates, seeds, then says ready.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem();
        var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
        await db.MigrateAsync(app.Services.GetRequiredService<TimeProvider>());
        await scope.ServiceProvider.GetRequiredService<Seeder>().SeedAsync(app.Lifetime.ApplicationStopping);
        await db.MarkOwnersAsync(app.Lifetime.ApplicationStopping);
        await db.HideRegistrationsAsync(app.Lifetime.ApplicationStopping);
        await db.MarkInvoicesAsync(app.Lifetime.ApplicationStopping);
        await db.StartLedgersAsync(app.Services.GetRequiredService<TimeProvider>(), app.Lifetime.ApplicationStopping);
        app.Services.GetRequiredService<Readiness>().Started = true;
    }

    /// <summary>The status, then in words what keeps us from being ready.</summary>
    private static Task TellAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(string.Join('\n', report.Entries.Values.Select(e => e.Description).OfType<string>().Prepend(report.Status.ToString())));
    }

    /// <summary>Figures for the operator's scraper: from this machine, or with the configured token.</summary>
    private static IResult MetricsPage(HttpContext context, Metrics metrics, IConfiguration configuration)
    {
        var isLocal = context.Connection.RemoteIpAddress is not { } address || System.Net.IPAddress.IsLoopback(address);
        var token = configuration["Metrics:Token"];
        return token is { Length: > 0 } ? context.Request.Headers.Authorization == $"Bearer {token}" ? Text() : Results.NotFound()
            : isLocal ? Text() : Results.NotFound();

        IResult Text() => Results.Text(metrics.Text(), "text/plain; version=0.0.4");
    }
}
