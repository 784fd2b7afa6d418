using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Shared;

/// <summary>One field of one event, in words; <paramref name="Erased"/> says by which request it is gone.</summary>
/// <param name="Parts">What differs inside a field that holds rows or several properties; null for a plain one.</param>
public sealed record HistoryValue(string Label, string? Old, string? New, string? Erased, IReadOnlyList<PartChange>? Parts = null);

/// <summary>One event, in words.</summary>
public sealed record HistoryEvent(Guid AuditEventId, string What, string Who, string? Unit, string When, DateTime At, string? Reason, IReadOnlyList<HistoryValue> Values, string SubjectKind, Guid SubjectId, long? Sealed)
{
    public string Subject => AuditWords.Subject(SubjectKind);

    public string? SubjectPath => AuditWords.PathOf(SubjectKind, SubjectId);
}

/// <summary>The history of one record, newest first: <c>&lt;vc:history kind="Result" id="…" /&gt;</c>, or this with the partial _History.</summary>
public sealed record History(IReadOnlyList<HistoryEvent> Events, Guid? Older)
{
    public const string Parameter = "lich-su";

    /// <summary>Fields of one event that the history of a record shows: what confirms a thousand lines at once has as many, and nobody reads them here.</summary>
    public const int MostValues = 200;

    private const int PageLength = 20;

    /// <param name="db">The caller has already loaded the record through the province filter.</param>
    /// <param name="before">The last event already shown.</param>
    public static async Task<History> OfAsync(KhuyenCongDb db, string kind, Guid id, Guid? before = null, bool personal = false)
    {
        ArgumentNullException.ThrowIfNull(db);
        var events = db.VisibleAuditEvents().Where(e => e.SubjectKind == kind && e.SubjectId == id);
        if (before is { } shown)
        {
            events = events.Where(e => e.AuditEventId.CompareTo(shown) < 0);
        }

        var told = await events.OrderByDescending(e => e.AuditEventId).Take(PageLength + 1).Include(e => e.Values.Where(v => v.Position < MostValues)).AsNoTracking().ToListAsync();
        return new(await TellAsync(db, [.. told.Take(PageLength)], personal, withSeals: false), told.Count > PageLength ? told[PageLength - 1].AuditEventId : null);
    }

    /// <summary>Puts events into words, with the units' names on the day.</summary>
    /// <param name="db">For units and seals.</param>
    /// <param name="events">With their values.</param>
    /// <param name="personal">Whether values that are personal data are shown.</param>
    /// <param name="withSeals">Whether the events' places in the sealed chain are looked up; the history of one record does not show them.</param>
    public static async Task<IReadOnlyList<HistoryEvent>> TellAsync(KhuyenCongDb db, IReadOnlyCollection<AuditEvent> events, bool personal, bool withSeals = true)
    {
        ArgumentNullException.ThrowIfNull(db);
        var units = events.Select(e => e.OrganisationId).OfType<Guid>().Distinct().ToList();
        var ids = events.Select(e => e.AuditEventId).ToList();
        var organisations = units.Count == 0 ? [] : await db.Organisations.AsNoTracking().Where(o => units.Contains(o.OrganisationId)).ToDictionaryAsync(o => o.OrganisationId);
        var seals = !withSeals ? [] : await db.AuditSeals.AsNoTracking().Where(s => ids.Contains(s.AuditEventId)).ToDictionaryAsync(s => s.AuditEventId, s => s.Sequence);
        return [.. events.Select(e => new HistoryEvent(
            e.AuditEventId,
            AuditWords.Sentence(e.Kind),
            e.ActorName,
            e.OrganisationId is { } unit && organisations.TryGetValue(unit, out var organisation) ? organisation.NameOn(DateOnly.FromDateTime(e.At.ToVietnam())) : null,
            e.At.LocalText(),
            e.At,
            e.Reason,
            [.. e.Values.OrderBy(v => v.Position).Select(v => personal || !PersonalFields.Contain(v)
                ? new HistoryValue(AuditFieldWords.Label(v.Field), AuditFieldWords.Text(v.Field, v.Old), AuditFieldWords.Text(v.Field, v.New), v.ErasedByRequest, v.ErasedByRequest is null ? AuditJson.Between(v.Field, v.Old, v.New) : null)
                : new HistoryValue(AuditFieldWords.Label(v.Field), PersonalFields.Hide(v.Old), PersonalFields.Hide(v.New), v.ErasedByRequest))],
            e.SubjectKind,
            e.SubjectId,
            seals.TryGetValue(e.AuditEventId, out var sequence) ? sequence : null))];
    }
}

/// <summary>The history section of a record page; pages itself by the address.</summary>
public sealed class HistoryViewComponent(KhuyenCongDb db) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string kind, Guid id, bool personal = false) =>
        View("/Pages/Shared/_History.cshtml", await History.OfAsync(db, kind, id, Guid.TryParse(Request.Query[History.Parameter], out var before) ? before : null, personal));
}
