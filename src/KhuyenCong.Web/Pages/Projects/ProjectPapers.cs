using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Papers that the machines of a project call for, in words.</summary>
public static class ProjectPapers
{
    public static string NameOf(string code) => code switch
    {
        ProjectPaper.Quotation => "Báo giá máy móc, thiết bị",
        ProjectPaper.CostFile => "Hồ sơ chi phí của máy tự chế tạo",
        _ => "Giấy công nhận máy tự chế tạo",
    };

    public static IEnumerable<(string Code, string Name)> OfMachines(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return project.Machines.SelectMany(MachinePapers.CodesOf).Distinct().Select(code => (code, NameOf(code)));
    }

    /// <summary>What is still asked for, paper by paper, with its machines.</summary>
    public static IEnumerable<string> MissingOf(Project project) =>
        MachinePapers.Missing(project).GroupBy(m => m.Code, m => m.Machine.Name).Select(g => $"{NameOf(g.Key)}: {string.Join("; ", g)}");
}
