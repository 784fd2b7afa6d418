using System.Reflection;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Identity;
using KhuyenCong.Data.Mappings;
using KhuyenCong.Domain.Establishments;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KhuyenCong.Data;

/// <summary>The one database: entities mapped directly, every provincial row behind a named filter, every audited change in the same save as its event.</summary>
public sealed partial class KhuyenCongDb(DbContextOptions<KhuyenCongDb> options, DataScope scope, TimeProvider clock, WriteGate gate, Kept<ReferenceBook> books)
    : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>The name of the query filter that keeps provinces apart. Only Access may lift it.</summary>
    public const string ProvinceFilter = "province";

    private bool holdsGate;

    public DataScope Scope => scope;

    /// <summary>Read by the query filter on every query.</summary>
    public string ScopeProvince => scope.ProvinceCode;

    public AuditIntent? Intent { get; private set; }

    /// <summary>Declares why the next save happens: the audit event that all its changes belong to.</summary>
    public void Because(string kind, string? reason = null) => Intent = new(kind, reason);

    /// <summary>The same, with a reason that somebody typed and that a request may have to erase: a value of the event and no part of its seal.</summary>
    public void BecauseTyped(string kind, string? typed) => Intent = new(kind, null) { Typed = string.IsNullOrWhiteSpace(typed) ? null : typed.Trim().Normalize() };

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Looked for once: the guards, the journal and the save itself would each compare every tracked row again, and what they change themselves they say.
        var looks = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            SaveGuards.RefuseForeignWrites(ChangeTracker, scope);
            SaveGuards.CountVersions(ChangeTracker);
            var told = Auditor.Record(this, scope, clock);
            Intent = null;
            using var turn = holdsGate || !Database.IsSqlite() ? null : await gate.EnterAsync(cancellationToken);
            return await SaveAsync(told, acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = looks;
        }
    }

    /// <summary>The changes and what the journal tells of them: both or neither.</summary>
    private async Task<int> SaveAsync(IReadOnlyList<AuditEvent> told, bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        if (told.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        var saved = 0;
        if (Database.CurrentTransaction is not null)
        {
            saved = await BothAsync();
        }
        else
        {
            await using var own = await Database.BeginTransactionAsync(cancellationToken);
            saved = await WithoutSavepointsAsync(BothAsync);
            await own.CommitAsync(cancellationToken);
        }

        if (acceptAllChangesOnSuccess)
        {
            ChangeTracker.AcceptAllChanges();
        }

        return saved;

        async Task<int> BothAsync()
        {
            var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
            await JournalWriter.WriteAsync(this, told, cancellationToken);
            return rows;
        }
    }

    /// <summary>For a transaction that ends with its first failed save: a point to come back to would only be asked for, in two more turns to the database.</summary>
    private async Task<T> WithoutSavepointsAsync<T>(Func<Task<T>> work)
    {
        var usual = Database.AutoSavepointsEnabled;
        Database.AutoSavepointsEnabled = false;
        try
        {
            return await work();
        }
        finally
        {
            Database.AutoSavepointsEnabled = usual;
        }
    }

    /// <summary>A money or numbering use case: lock first, then read, decide and save, all in one transaction.</summary>
    /// <param name="takeLock">Locks the row that serialises the use case on PostgreSQL; SQLite takes its one write lock.</param>
    public async Task<T> WriteAsync<T>(Func<KhuyenCongDb, Task> takeLock, Func<Task<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(takeLock);
        ArgumentNullException.ThrowIfNull(work);
        using var turn = Database.IsSqlite() ? await gate.EnterAsync(cancellationToken) : null;
        holdsGate = turn is not null;
        try
        {
            // Microsoft.Data.Sqlite opens transactions as BEGIN IMMEDIATE: the write lock is held from the first read on.
            await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
            await takeLock(this);
            var result = await work();
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            holdsGate = false;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saves are asynchronous: the write gate must not block a thread.");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<Dong>().HaveConversion<DongConverter>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        // Rows of an establishment share a base class, not a table.
        builder.Ignore<EstablishmentPart>();
        builder.ApplyConfigurationsFromAssembly(typeof(KhuyenCongDb).Assembly);
        foreach (var type in builder.Model.GetEntityTypes().Where(t => !t.IsOwned()))
        {
            if (typeof(IProvincial).IsAssignableFrom(type.ClrType))
            {
                FilterMethod.MakeGenericMethod(type.ClrType).Invoke(this, [builder]);
                builder.Entity(type.ClrType).Property(nameof(IProvincial.ProvinceCode)).HasMaxLength(2);
            }

            if (typeof(INational).IsAssignableFrom(type.ClrType))
            {
                NationalFilterMethod.MakeGenericMethod(type.ClrType).Invoke(this, [builder]);
                builder.Entity(type.ClrType).Property(nameof(INational.ProvinceCode)).HasMaxLength(2);
            }

            // Ids come from Uuid.New: a child with its id already set is new, not changed.
            foreach (var key in type.FindPrimaryKey()?.Properties.Where(p => p.ClrType == typeof(Guid)) ?? [])
            {
                key.ValueGenerated = ValueGenerated.Never;
            }

            if (typeof(IVersioned).IsAssignableFrom(type.ClrType))
            {
                builder.Entity(type.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
            }

            // Keys compared byte by byte on both databases: folded text and sort keys must not meet a language's collation.
            foreach (var name in (string[])["SearchText", "SortKey"])
            {
                if (type.FindProperty(name) is { } key && Database.IsNpgsql())
                {
                    key.SetCollation("C");
                }
            }
        }
    }

    private static readonly MethodInfo FilterMethod = typeof(KhuyenCongDb).GetMethod(nameof(FilterByProvince), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private void FilterByProvince<T>(ModelBuilder builder)
        where T : class, IProvincial => builder.Entity<T>().HasQueryFilter(ProvinceFilter, row => row.ProvinceCode == ScopeProvince);

    private static readonly MethodInfo NationalFilterMethod = typeof(KhuyenCongDb).GetMethod(nameof(FilterNational), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private void FilterNational<T>(ModelBuilder builder)
        where T : class, INational => builder.Entity<T>().HasQueryFilter(ProvinceFilter, row => row.ProvinceCode == null || row.ProvinceCode == ScopeProvince);
}
