using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;

namespace KhuyenCong.Web.Pages.Audit;

/// <summary>What the journal is narrowed to; every part of it is in the address.</summary>
public sealed record AuditFilter(string? Who, string? Kind, string? Subject, DateOnly? From, DateOnly? To, Guid? SubjectId, Guid? EventId)
{
    /// <summary>The province's own chain, and what its own bodies did to shared records; for the nation the chain of the shared records.</summary>
    public IQueryable<AuditEvent> Apply(KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        var province = db.ScopeProvince;
        var events = province.Length == 0 ? db.VisibleAuditEvents() : db.VisibleAuditEvents().Where(e =>
            e.ProvinceCode == province || db.Organisations.Any(o => o.OrganisationId == e.OrganisationId && o.ProvinceCode == province));
        if (Who is { Length: > 0 } who)
        {
            events = events.Where(e => e.ActorName == who);
        }

        if (Kind is { Length: > 0 } kind)
        {
            events = events.Where(e => e.Kind == kind);
        }

        if (Subject is { Length: > 0 } subject)
        {
            events = events.Where(e => e.SubjectKind == subject);
        }

        if (From is { } from)
        {
            var start = from.StartUtc();
            events = events.Where(e => e.At >= start);
        }

        if (To is { } to)
        {
            var end = to.AddDays(1).StartUtc();
            events = events.Where(e => e.At < end);
        }

        if (SubjectId is { } id)
        {
            events = events.Where(e => e.SubjectId == id);
        }

        return EventId is { } only ? events.Where(e => e.AuditEventId == only) : events;
    }
}
