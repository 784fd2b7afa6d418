using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>The province's records by what an imported row may share with them.</summary>
public sealed class ImportTwins
{
    private readonly Dictionary<string, Guid> numbers = [];
    private readonly Dictionary<string, Guid> names = [];

    public static async Task<ImportTwins> LoadAsync(KhuyenCongDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var twins = new ImportTwins();
        var open = db.Establishments.Where(e => e.State != EstablishmentState.Merged);
        foreach (var row in await open.SelectMany(e => e.Identifiers, (e, i) => new { e.EstablishmentId, i.SearchText }).ToListAsync(cancellationToken))
        {
            twins.numbers[row.SearchText] = row.EstablishmentId;
        }

        foreach (var row in await open.SelectMany(e => e.Sites, (e, s) => new { e.EstablishmentId, e.Name, s.CommuneCode }).ToListAsync(cancellationToken))
        {
            twins.names[$"{row.CommuneCode} {DuplicateCheck.NameKey(row.Name)}"] = row.EstablishmentId;
        }

        return twins;
    }

    public (Guid? TwinId, string? Reason) Find(ImportedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Identifiers.FirstOrDefault(numbers.ContainsKey) is { } number ? (numbers[number], "cùng mã định danh")
            : names.TryGetValue($"{row.Values.GetValueOrDefault("Site.CommuneCode")} {DuplicateCheck.NameKey(row.Name)}", out var id) ? (id, "cùng tên, cùng địa bàn")
            : (null, null);
    }
}
