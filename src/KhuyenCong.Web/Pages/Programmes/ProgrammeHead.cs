using System.Linq.Expressions;
using KhuyenCong.Data;
using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>A programme and one of its versions, without the text: what every page about it says at its top.</summary>
public sealed record ProgrammeHead(
    Guid ProgrammeId,
    string ProvinceCode,
    string Title,
    int FromYear,
    int ToYear,
    bool IsPublished,
    int CurrentNumber,
    Guid VersionId,
    int Number,
    long Stamp,
    VersionState State,
    string DecisionNumber,
    DateOnly DecisionDate,
    DateOnly? InForceFrom,
    string? CommuneCode)
{
    public string Href => $"/chuong-trinh/{ProgrammeId}";

    public string Decision => $"{DecisionNumber} ngày {DecisionDate:dd/MM/yyyy}";

    public string ShortTitle => $"Chương trình khuyến công {FromYear}–{ToYear}";

    public static readonly Expression<Func<Programme, ProgrammeVersion, ProgrammeHead>> Of = (p, v) => new(
        p.ProgrammeId, p.ProvinceCode, p.Title, p.FromYear, p.ToYear, p.IsPublished, p.CurrentVersionNumber, v.ProgrammeVersionId, v.Number, v.Version, v.State, v.DecisionNumber, v.DecisionDate, v.InForceFrom, p.CommuneCode);

    private static readonly Func<KhuyenCongDb, Guid, Task<ProgrammeHead?>> Current = EF.CompileAsyncQuery((KhuyenCongDb db, Guid id) =>
        db.Programmes.Where(p => p.ProgrammeId == id)
            .Join(db.ProgrammeVersions, p => new { p.ProgrammeId, Number = p.CurrentVersionNumber }, v => new { v.ProgrammeId, v.Number }, Of)
            .FirstOrDefault());

    /// <summary>The programme with its version in force; null for a foreign or unknown id and where there are only drafts.</summary>
    public static Task<ProgrammeHead?> CurrentAsync(KhuyenCongDb db, Guid id) => Current(db, id);
}
