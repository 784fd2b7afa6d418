using System.Security.Cryptography;
using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>Puts the facts the product ships with (data/) into the database: once, and again only where a file has changed.</summary>
public sealed class Seeder(KhuyenCongDb db, TimeProvider clock, IHostEnvironment environment, IServiceProvider services)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "data");

    public async Task SeedAsync(CancellationToken cancellationToken = default)
    {
        await OnceAsync("territories", ["administrative-units.csv", "administrative-changes.json"], texts => new SeedTerritories(db, clock).RunAsync(texts[0], texts[1], cancellationToken), cancellationToken);
        await OnceAsync("law", ["law/documents.json", "law/rules.json"], texts => new SeedLaw(db, clock).RunAsync(texts[0], texts[1], cancellationToken), cancellationToken);
        await OnceAsync("calendar", [.. Directory.GetFiles(Path.Combine(Folder, "calendar"), "*.json").Order(StringComparer.Ordinal).Select(f => $"calendar/{Path.GetFileName(f)}")], texts => new SeedCalendar(db, clock).RunAsync(texts, cancellationToken), cancellationToken);
        await OnceAsync("norms", ["law/norms.json"], texts => new SeedNorms(db, clock).RunAsync(texts[0], cancellationToken), cancellationToken);
        await OnceAsync("organisations", ["organisations/national.json", "organisations/khanh-hoa.json", "organisations/dong-nai.json"], texts => new SeedOrganisations(db, clock).RunAsync(texts, cancellationToken), cancellationToken);
        foreach (var programme in Directory.GetFiles(Path.Combine(Folder, "programmes"), "*.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(programme);
            await OnceAsync(name, [$"programmes/{name}"], texts => new SeedProgrammes(db, clock).RunAsync(texts[0], cancellationToken), cancellationToken);
        }

        if (environment.IsDevelopment())
        {
            await ActivatorUtilities.CreateInstance<SeedSamples>(services).RunAsync(cancellationToken);
            await ActivatorUtilities.CreateInstance<SeedClusters>(services).RunAsync(cancellationToken);
            await ActivatorUtilities.CreateInstance<SeedFollowUps>(services).RunAsync(db, cancellationToken);
            await ActivatorUtilities.CreateInstance<SeedProjects>(services).RunAsync(db, cancellationToken);
            await ActivatorUtilities.CreateInstance<SeedAllocations>(services).RunAsync(db, cancellationToken);
            await ActivatorUtilities.CreateInstance<SeedProcedures>(services).RunAsync(db, cancellationToken);
            await ActivatorUtilities.CreateInstance<SeedAppraisals>(services).RunAsync(db, cancellationToken);
            await ActivatorUtilities.CreateInstance<SeedPlans>(services).RunAsync(db, cancellationToken);
            await ActivatorUtilities.CreateInstance<SeedContracts>(services).RunAsync(db, cancellationToken);
            await ActivatorUtilities.CreateInstance<SeedNational>(services).RunAsync(db, cancellationToken);
            await ActivatorUtilities.CreateInstance<SeedCommuneProgramme>(services).RunAsync(db, cancellationToken);
            await ActivatorUtilities.CreateInstance<SeedCommuneMoney>(services).RunAsync(db, cancellationToken);
            await ActivatorUtilities.CreateInstance<SeedManagement>(services).RunAsync(db, cancellationToken);
            await ActivatorUtilities.CreateInstance<SeedReminders>(services).RunAsync(db, cancellationToken);
        }
    }

    /// <summary>Makes an account the administrator of a province, or of the whole installation where none is named.</summary>
    /// <param name="national">Of the Ministry, the Cục and the treasury regions, and of no province.</param>
    /// <returns>What was granted, in words.</returns>
    public async Task<string> GrantAdministratorAsync(Guid userId, string? provinceCode, bool national = false, CancellationToken cancellationToken = default)
    {
        var (kind, role) = national ? (OrganisationKind.Ministry, Role.NationalAdministrator) : (OrganisationKind.Department, Role.Administrator);
        var organisations = await db.EveryProvince<Organisation>().Include(o => o.Names)
            .Where(o => o.Kind == kind && (provinceCode == null || o.ProvinceCode == provinceCode))
            .ToListAsync(cancellationToken);
        db.Because("membership.granted", "create-admin");
        foreach (var organisation in organisations)
        {
            db.Memberships.Add(Membership.Of(new MembershipGranted(Uuid.New(clock), userId, organisation.OrganisationId, role, organisation.ProvinceCode, null, clock.Today, null)));
        }

        await db.SaveChangesAsync(cancellationToken);
        return string.Join("; ", organisations.Select(o => o.NameOn(clock.Today)));
    }

    private async Task OnceAsync(string name, string[] files, Func<string[], Task> seed, CancellationToken cancellationToken)
    {
        var texts = await Task.WhenAll(files.Select(f => File.ReadAllTextAsync(Path.Combine(Folder, f), cancellationToken)));
        var hash = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Concat(texts))));
        var mark = await db.SeedMarks.FindAsync([name], cancellationToken);
        if (mark?.Hash == hash)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await seed(texts);
        if (mark is null)
        {
            db.SeedMarks.Add(new() { Name = name, Hash = hash });
        }
        else
        {
            mark.Hash = hash;
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
