using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Organisations;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Microsoft.AspNetCore.Html;

namespace KhuyenCong.Web.Pages.Help;

/// <summary>One page of the guide, rendered.</summary>
public sealed record GuidePage(string Name, string Title, IHtmlContent Html);

/// <summary>The user guide in the output folder: Markdown without raw HTML; a picture that is not there yet leaves no hole.</summary>
public sealed partial class GuideBook
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).UseGenericAttributes().Build();

    private static readonly (string Name, Role[] Roles)[] ByRole =
    [
        ("so-cong-thuong", [Role.DepartmentLeader, Role.DepartmentOfficer, Role.DepartmentAccountant, Role.Clerk]),
        ("trung-tam", [Role.CentreLeader, Role.CentreOfficer, Role.CentreBranchOfficer, Role.CentreAccountant]),
        ("cap-xa", [Role.CommuneLeader, Role.CommuneOfficer, Role.CommuneAccountant]),
        ("co-so", [Role.EstablishmentOwner, Role.Artisan, Role.ClusterInvestor, Role.Association, Role.Collaborator, Role.Supplier]),
        ("tai-chinh-kho-bac", [Role.FinanceOfficer, Role.TreasuryOfficer]),
        ("ubnd-hdnd", [Role.ProvincialLeader, Role.ProvincialOfficeOfficer, Role.CouncilViewer, Role.OtherDepartmentOfficer, Role.Auditor]),
        ("bo-cuc", [Role.AgencyOfficer, Role.MinistryViewer]),
        ("quan-tri", [Role.Administrator, Role.NationalAdministrator]),
    ];

    private static readonly string[] ByWork = ["chuong-trinh", "nhap-chuong-trinh", "ket-qua", "cum-cong-nghiep", "khao-sat", "de-an", "tham-dinh", "ke-hoach", "thuc-hien-chi", "so-du-toan", "mau-thuan", "van-ban", "dinh-muc", "quy-trinh", "kien-nghi", "to-chuc", "nhat-ky", "hop-dong", "nghiem-thu", "tien-do", "kho-bac", "quyet-toan", "nhac-viec", "theo-doi"];

    private readonly ConcurrentDictionary<string, GuidePage?> pages = new(StringComparer.Ordinal);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "user-guide");

    public GuidePage? Find(string name) => Name().IsMatch(name) ? pages.GetOrAdd(name, Read) : null;

    public string? Picture(string file) =>
        PictureName().IsMatch(file) && Path.Combine(Folder, "hinh", file) is var path && File.Exists(path) ? path : null;

    /// <summary>The contents; the pages of the reader's own roles first.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<(string Name, string Title)> Pages)> ContentsFor(IReadOnlyCollection<Role> roles)
    {
        var own = ByRole.Where(r => r.Roles.Any(roles.Contains)).Select(r => r.Name).ToList();
        return
        [
            ("Bắt đầu", Titles(["index", "bat-dau"])),
            .. own.Count > 0 ? [("Dành cho vai trò của tôi", Titles(own))] : Array.Empty<(string, IReadOnlyList<(string, string)>)>(),
            ("Theo việc", Titles(ByWork)),
            (own.Count > 0 ? "Vai trò khác" : "Theo vai trò", Titles(ByRole.Select(r => r.Name).Except(own))),
        ];
    }

    private List<(string Name, string Title)> Titles(IEnumerable<string> names) => [.. names.Select(Find).OfType<GuidePage>().Select(p => (p.Name, p.Title))];

    private GuidePage? Read(string name)
    {
        var path = Path.Combine(Folder, name + ".md");
        if (!File.Exists(path))
        {
            return null;
        }

        var text = File.ReadAllText(path);
        var title = text.Split('\n').FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim() ?? name;
        // Pictures and pages are named from the guide's folder; on the site that folder is /huong-dan/.
        var html = Relative().Replace(Markdown.ToHtml(text, Pipeline), m => $"{m.Groups[1].Value}=\"/huong-dan/{m.Groups[2].Value.Replace(".md", "")}\"");
        html = Image().Replace(html, m => Picture(m.Groups[1].Value) is null ? $"<p class=\"muted\">[{m.Groups[2].Value}]</p>" : m.Value);
        return new(name, WebUtility.HtmlDecode(title), new HtmlString(html));
    }

    [GeneratedRegex("^[a-z0-9-]{1,60}$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^[a-z0-9-]{1,80}\.png$")]
    private static partial Regex PictureName();

    [GeneratedRegex("(href|src)=\"((?![a-z]+:|/|#)[^\"]+)\"")]
    private static partial Regex Relative();

    [GeneratedRegex("<img src=\"/huong-dan/hinh/([^\"]+)\" alt=\"([^\"]*)\"[^>]*/?>")]
    private static partial Regex Image();
}
