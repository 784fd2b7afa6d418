using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data.Auditing;

/// <summary>What a walk over one chain found.</summary>
public sealed record AuditFinding(string ProvinceCode, long Sealed, long Unsealed, IReadOnlyList<string> Faults);

/// <summary>Kiểm tra nhật ký: recomputes every link and every digest that is not erased.</summary>
public sealed class AuditVerifier(KhuyenCongDb db, AuditKey? key = null)
{
    public async Task<IReadOnlyList<AuditFinding>> VerifyAsync(CancellationToken cancellationToken = default)
    {
        var findings = new List<AuditFinding>();
        var scopes = await db.AllAuditEvents().Select(e => e.ProvinceCode).Union(db.AuditSeals.Select(s => s.ProvinceCode)).Distinct().OrderBy(c => c).ToListAsync(cancellationToken);
        foreach (var scope in scopes)
        {
            findings.Add(await VerifyAsync(scope, cancellationToken));
        }

        return findings;
    }

    /// <summary>Verifies the chain of one scope.</summary>
    public async Task<AuditFinding> VerifyAsync(string scope, CancellationToken cancellationToken = default)
    {
        var faults = new List<string>();
        var (previous, expected) = (AuditChain.Genesis, 0L);
        var events = db.AllAuditEvents().AsNoTracking().Where(e => e.ProvinceCode == scope);
        var erased = await Erasure.OnRecordAsync(events, cancellationToken);
        var (sealed_, unsealed) = (0L, 0L);
        while (true)
        {
            var links = await db.AuditSeals.AsNoTracking().Where(s => s.ProvinceCode == scope && s.Sequence > expected).OrderBy(s => s.Sequence).Take(1000).ToListAsync(cancellationToken);
            if (links.Count == 0)
            {
                unsealed = await events.CountAsync(e => !db.AuditSeals.Any(s => s.AuditEventId == e.AuditEventId), cancellationToken);
                // What was sealed between the last link and the count would be in neither: those links are walked too.
                if (!await db.AuditSeals.AnyAsync(s => s.ProvinceCode == scope && s.Sequence > expected, cancellationToken))
                {
                    break;
                }

                continue;
            }

            var ids = links.Select(l => l.AuditEventId).ToList();
            var told = await events.Where(e => ids.Contains(e.AuditEventId)).Include(e => e.Values).ToDictionaryAsync(e => e.AuditEventId, cancellationToken);
            foreach (var link in links)
            {
                expected++;
                if (link.Sequence != expected)
                {
                    faults.Add($"{scope} #{expected}: thiếu mắt xích / link missing");
                    expected = link.Sequence;
                }

                if (!told.TryGetValue(link.AuditEventId, out var subject))
                {
                    faults.Add($"{scope} #{link.Sequence}: sự kiện {link.AuditEventId} đã bị xóa / event removed");
                }
                else
                {
                    if (!AuditChain.Link(previous, link.Sequence, subject).AsSpan().SequenceEqual(link.Hash))
                    {
                        faults.Add($"{scope} #{link.Sequence}: sự kiện {link.AuditEventId} không khớp chuỗi / event does not match the chain");
                    }

                    faults.AddRange(subject.Values
                        .Where(v => v.Salt is not null && !AuditChain.DigestOf(v.Field, v.Old, v.New, v.Salt).AsSpan().SequenceEqual(v.Digest))
                        .Select(v => $"{scope} #{link.Sequence}: giá trị {v.Field} đã bị sửa / value changed"));
                    faults.AddRange(subject.Values
                        .Where(v => v.Salt is null && v.ErasedByRequest is null)
                        .Select(v => $"{scope} #{link.Sequence}: giá trị {v.Field} bị xóa không có yêu cầu / value erased without a request"));
                    faults.AddRange(subject.Values
                        .Where(v => v is { Salt: null, ErasedByRequest: { } request } && !erased.Contains(Erasure.Mark(v, request)))
                        .Select(v => $"{scope} #{link.Sequence}: giá trị {v.Field} bị xóa mà nhật ký không ghi việc xóa / erasure of a value is not on record"));
                }

                previous = link.Hash;
                sealed_++;
            }
        }

        foreach (var head in await db.AuditHeads.AsNoTracking().Where(h => h.ProvinceCode == scope).ToListAsync(cancellationToken))
        {
            var link = await db.AuditSeals.AsNoTracking().SingleOrDefaultAsync(s => s.ProvinceCode == scope && s.Sequence == head.Sequence, cancellationToken);
            if (link is null || !CryptographicOperations.FixedTimeEquals(link.Hash, head.Hash))
            {
                faults.Add($"{scope}: chuỗi không còn chứa đầu chuỗi ngày {head.Day:dd/MM/yyyy} / the chain no longer holds the head of that day");
            }

            if (key is not null && head.KeyId == key.KeyId && !key.Verify(head))
            {
                faults.Add($"{scope}: chữ ký đầu chuỗi ngày {head.Day:dd/MM/yyyy} không hợp lệ / bad signature");
            }
        }

        return new(scope, sealed_, unsealed, faults);
    }
}
