using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.ProgrammeEntry;

/// <summary>Who wrote the draft of a commune's programme, as the journal has it, and who else could bring it into force.</summary>
public static class ProgrammeHands
{
    private static readonly string[] Writing = ["programme.opened", "programme.amendment-opened", "programme.draft-saved"];
    private static readonly string[] Ending = ["programme.published", "programme.version-published", "programme.draft-discarded"];

    public static async Task<Breach?> FaultAsync(KhuyenCongDb db, Programme programme, string commune, Guid publisher, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(programme);
        var told = await db.AuditEvents.Where(e => e.SubjectKind == nameof(Programme) && e.SubjectId == programme.ProgrammeId).OrderBy(e => e.AuditEventId).Select(e => new { e.Kind, e.UserId }).ToListAsync();
        // What was written before has been published, or given up, already.
        var since = told.FindLastIndex(e => Ending.Contains(e.Kind)) + 1;
        var writers = told.Skip(since).Where(e => Writing.Contains(e.Kind)).Select(e => e.UserId).OfType<Guid>().ToHashSet();
        var members = await db.Memberships.AsNoTracking().Where(m => m.CommuneCode == commune).ToListAsync();
        var entitled = members.ActiveOn(today).Where(m => m.Allows(Act.EditProgramme) is not null).Select(m => m.UserId).Distinct().ToList();
        // An account locked for good publishes nothing; a date cannot be compared by every database.
        var locked = (await db.Users.Where(u => entitled.Contains(u.Id) && u.LockoutEnd != null).Select(u => new { u.Id, u.LockoutEnd }).ToListAsync()).Where(u => u.LockoutEnd!.Value.Year == 9999).Select(u => u.Id);
        return PublishVersion.WriterPublishes(programme, publisher, writers, [.. entitled.Except(locked)]);
    }
}
