using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Law;
using KhuyenCong.Web.Pages.Programmes;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Petitions;

/// <summary>What a petition is about, as a link.</summary>
public sealed record SubjectLink(PetitionSubjectKind Kind, Guid Id, string Text, string Href);

/// <summary>Everything a petition may be about, as far as the viewer sees it.</summary>
public sealed record Subjects(IReadOnlyList<SubjectLink> All)
{
    private readonly Dictionary<(PetitionSubjectKind, Guid), SubjectLink> index = All.ToDictionary(s => (s.Kind, s.Id));

    public static async Task<Subjects> LoadAsync(KhuyenCongDb db, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        var all = new List<SubjectLink>();
        foreach (var d in await db.LegalDocuments.AsNoTracking().OrderByDescending(d => d.Date).ToListAsync())
        {
            all.Add(new(PetitionSubjectKind.Clause, d.LegalDocumentId, $"{d.Citation}: {d.Title}", $"/van-ban/{d.LegalDocumentId}"));
        }

        if (viewer.Can(Act.ViewProgramme))
        {
            foreach (var t in await db.Targets.AsNoTracking().Where(t => !t.IsRetired).OrderBy(t => t.Order).ToListAsync())
            {
                all.Add(new(PetitionSubjectKind.Target, t.TargetId, $"{t.Name} ({t.Unit})", TargetRow.HrefOf(t.ProgrammeId, t.Code)));
            }
        }

        foreach (var r in await db.LegalRules.AsNoTracking().Where(r => r.TerritoryProvinceCode == null || r.TerritoryProvinceCode == viewer.ProvinceCode).OrderBy(r => r.Kind).ThenBy(r => r.Title).ToListAsync())
        {
            all.Add(new(PetitionSubjectKind.Rule, r.LegalRuleId, $"{r.Kind.Word()}: {r.Title}", $"/quy-dinh/{r.LegalRuleId}"));
        }

        return new(all);
    }

    public SubjectLink? Find(PetitionSubjectKind kind, Guid? id) => id is { } known ? index.GetValueOrDefault((kind, known)) : null;

    /// <summary>Reads a choice of the list back; a forged one is nobody's.</summary>
    public SubjectLink? Read(string? choice) => choice?.Split(':') is [var kind, var id] && Enum.TryParse<PetitionSubjectKind>(kind, out var known) && Guid.TryParse(id, out var guid) ? Find(known, guid) : null;

    public static string Choice(PetitionSubjectKind kind, Guid id) => $"{kind}:{id}";

    public IEnumerable<SelectListItem> Choices()
    {
        var groups = Enum.GetValues<PetitionSubjectKind>().ToDictionary(k => k, k => new SelectListGroup { Name = k switch { PetitionSubjectKind.Clause => "Văn bản (ghi điều, khoản ở ô bên)", PetitionSubjectKind.Target => "Chỉ tiêu của chương trình", _ => "Quy định (thời hạn, định mức, thẩm quyền)" } });
        return All.Select(s => new SelectListItem(s.Text, Choice(s.Kind, s.Id)) { Group = groups[s.Kind] });
    }
}
