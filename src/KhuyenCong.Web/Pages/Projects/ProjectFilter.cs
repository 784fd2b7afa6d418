using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Which projects a list or an export is about, as the address says it.</summary>
public sealed record ProjectFilter(string Search, ProjectState? State, ProjectKind? Kind, ProjectNature? Nature, string? ContentCode, string? CommuneCode, Guid? EstablishmentId, int? Year)
{
    public static readonly string[] Names = ["tim", "trang-thai", "loai", "ban-chat", "noi-dung", "xa", "co-so", "nam", "sap-xep", "co", "an"];

    public bool IsEmpty => this == new ProjectFilter("", null, null, null, null, null, null, null);

    public static ProjectFilter Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var search = query["tim"].ToString().Trim();
        return new(
            search[..Math.Min(search.Length, 200)],
            Choice<ProjectState>(query["trang-thai"]),
            Choice<ProjectKind>(query["loai"]),
            Choice<ProjectNature>(query["ban-chat"]),
            query["noi-dung"].ToString() is { Length: > 0 } content && Article4.All.Any(c => c.Code == content) ? content : null,
            query["xa"].ToString() is { Length: > 0 } commune ? commune : null,
            Guid.TryParse(query["co-so"], out var establishment) ? establishment : null,
            int.TryParse(query["nam"], out var year) ? year : null);
    }

    public IQueryable<Project> Apply(IQueryable<Project> rows)
    {
        rows = State is { } state ? rows.Where(p => p.State == state) : rows;
        rows = Kind is { } kind ? rows.Where(p => p.Kind == kind) : rows;
        rows = Nature is { } nature ? rows.Where(p => p.Nature == nature) : rows;
        rows = ContentCode is { } content ? rows.Where(p => p.ContentCode == content) : rows;
        rows = Year is { } year ? rows.Where(p => p.Year == year) : rows;
        rows = CommuneCode is { } commune ? rows.Where(p => p.CommuneCode == commune || p.Beneficiaries.Any(b => b.CommuneCode == commune)) : rows;
        rows = EstablishmentId is { } establishment ? rows.Where(p => p.Beneficiaries.Any(b => b.EstablishmentId == establishment)) : rows;
        foreach (var word in SearchText.Words(Search))
        {
            rows = rows.Where(p => p.SearchText.Contains(word));
        }

        return rows;
    }

    private static T? Choice<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var choice) && Enum.IsDefined(choice) ? choice : null;
}
