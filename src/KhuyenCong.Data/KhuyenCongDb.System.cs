using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Drafts;
using KhuyenCong.Data.Identity;
using KhuyenCong.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    public DbSet<AuditValue> AuditValues => Set<AuditValue>();

    public DbSet<AuditSeal> AuditSeals => Set<AuditSeal>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<DraftField> DraftFields => Set<DraftField>();

    public DbSet<SentOnce> SentOnce => Set<SentOnce>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<SeedMark> SeedMarks => Set<SeedMark>();

    public DbSet<Blob> Blobs => Set<Blob>();

    /// <summary>Events of every scope: for the sealer and the verifier, which prove the whole store.</summary>
    public IQueryable<AuditEvent> AllAuditEvents() => EveryProvince<AuditEvent>();

    /// <summary>Rows of every province, for code that acts as the system: seeding, jobs, verbs.</summary>
    public IQueryable<T> EveryProvince<T>()
        where T : class =>
        scope.IsSystem
#pragma warning disable RS0030 // The one door for system code; a request's scope is never the system's.
            ? Set<T>().IgnoreQueryFilters([ProvinceFilter])
#pragma warning restore RS0030
            : throw new InvalidOperationException("Only the system reads every province.");

    /// <summary>Events of the scope's own province and of shared records (documents, names of communes): what a history may show.</summary>
    public IQueryable<AuditEvent> VisibleAuditEvents() =>
#pragma warning disable RS0030 // Lifted to be set again one scope wider: never another province's.
        AuditEvents.IgnoreQueryFilters([ProvinceFilter]).Where(e => e.ProvinceCode == ScopeProvince || e.ProvinceCode == AuditEvent.National);
#pragma warning restore RS0030

    /// <summary>Records something that changes no audited row (an account locked, a value erased) in the scope's own chain; committed by the next save.</summary>
    public void Tell(AuditSubject subject, string kind, string? reason = null, params (string Field, string? Old, string? New)[] values) =>
        Auditor.Tell(this, scope, clock, subject, kind, reason, values);
}
