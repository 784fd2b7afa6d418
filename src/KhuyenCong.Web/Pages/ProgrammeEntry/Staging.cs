using KhuyenCong.Data;
using KhuyenCong.Data.Drafts;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.ProgrammeEntry;

/// <summary>An amount as the preview reads it back.</summary>
public sealed record ReadBackLine(string Cell, string Line, string Typed, Dong Amount);

/// <summary>A workbook read without fault that waits for its confirmation: nothing of it counts yet.</summary>
/// <remarks>Amends is null for a programme that is new; Commune then tells its level.</remarks>
public sealed record StagedImport(string ProvinceCode, string FileName, Guid? Amends, string? Commune, ProgrammeText Text, IReadOnlyList<ReadBackLine> ReadBack);

/// <summary>Keeps staged imports among their owner's drafts, so that they outlive a restart and are forgotten with them.</summary>
public static class Staging
{
    private const string Form = "nhap-excel";
    private const string Content = "noi-dung";

    public static StagedImport Of(string province, string fileName, Guid? amends, string? commune, ProgrammeReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new(province, fileName, amends, commune, reading.Text!, [.. reading.ReadBack.Select(r => new ReadBackLine($"{r.Sheet}!{r.Cell}", r.Line, r.Typed, r.Amount))]);
    }

    public static void Put(KhuyenCongDb db, Guid user, Guid stagingId, StagedImport import, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(db);
        db.DraftFields.Add(new DraftField { UserId = user, Form = Form, Subject = stagingId.ToString("N"), Field = Content, Value = ProgrammeJson.Write(import), Sequence = 1, SavedAt = at });
    }

    public static async Task<StagedImport?> FindAsync(KhuyenCongDb db, Guid user, string province, Guid stagingId)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await Rows(db, user, stagingId).Select(f => f.Value).SingleOrDefaultAsync() is { } json
            && ProgrammeJson.Read<StagedImport>(json) is var import && import.ProvinceCode == province ? import : null;
    }

    public static Task ForgetAsync(KhuyenCongDb db, Guid user, Guid stagingId) => Rows(db, user, stagingId).ExecuteDeleteAsync();

    private static IQueryable<DraftField> Rows(KhuyenCongDb db, Guid user, Guid stagingId)
    {
        var subject = stagingId.ToString("N");
        return db.DraftFields.Where(f => f.UserId == user && f.Form == Form && f.Subject == subject && f.Field == Content);
    }
}
