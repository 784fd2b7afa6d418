using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>The province's records by what an imported row may share with them.</summary>
/// <remarks>Keys are the first half of a SHA-256: tens of thousands of names and numbers need not stand in memory to be compared.</remarks>
public sealed class ImportTwins
{
    private readonly Dictionary<UInt128, Guid> numbers = [];
    private readonly Dictionary<UInt128, Guid> names = [];

    public static async Task<ImportTwins> LoadAsync(KhuyenCongDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var twins = new ImportTwins();
        var open = db.Establishments.Where(e => e.State != EstablishmentState.Merged);
        await foreach (var row in open.SelectMany(e => e.Identifiers, (e, i) => new { e.EstablishmentId, i.SearchText }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            twins.numbers[Key(row.SearchText)] = row.EstablishmentId;
        }

        await foreach (var row in open.SelectMany(e => e.Sites, (e, s) => new { e.EstablishmentId, e.Name, s.CommuneCode }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            twins.names[Key($"{row.CommuneCode} {DuplicateCheck.NameKey(row.Name)}")] = row.EstablishmentId;
        }

        return twins;
    }

    public (Guid? TwinId, string? Reason) Find(ImportedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        foreach (var number in row.Identifiers)
        {
            if (numbers.TryGetValue(Key(number), out var same))
            {
                return (same, "cùng mã định danh");
            }
        }

        return names.TryGetValue(Key($"{row.Values.GetValueOrDefault("Site.CommuneCode")} {DuplicateCheck.NameKey(row.Name)}"), out var id) ? (id, "cùng tên, cùng địa bàn") : (null, null);
    }

    private static UInt128 Key(string text) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
