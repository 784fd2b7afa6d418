using KhuyenCong.Data;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Shared;

/// <summary>Phần đầu của văn bản in: issuing body, quốc hiệu – tiêu ngữ, place and day; and which form it follows, where nobody has compared that form with its original.</summary>
/// <param name="Unit">Cơ quan, đơn vị ban hành.</param>
/// <param name="Place">Địa danh.</param>
/// <param name="On">Null where it is still to be filled in by hand.</param>
/// <param name="Form">The form that nobody has compared with its original.</param>
public sealed record PaperHead(string Unit, string Place, DateOnly? On, string Form)
{
    /// <summary>Within the unit: the council, the team.</summary>
    public string? Body { get; init; }

    /// <summary>"ngày 05 tháng 02 năm 2026".</summary>
    public string Day => On is { } on ? $"ngày {on:dd} tháng {on:MM} năm {on:yyyy}" : "ngày … tháng … năm …";

    /// <summary>The name, without its kind, that a commune or else the province bore on a day; dots where it is not known.</summary>
    public static async Task<string> PlaceAsync(KhuyenCongDb db, string provinceCode, string? communeCode, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var code = communeCode ?? provinceCode;
        var unit = await db.AdministrativeUnits.AsNoTracking().Include(u => u.Names).SingleOrDefaultAsync(u => u.UnitCode == code, cancellationToken);
        return unit?.NearestName(day)?.Name ?? "…";
    }
}

/// <summary>Chỗ ký: who signs, with the name where it is known.</summary>
public sealed record Signer(string Title, string? Name = null);
