using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Papers that the machines of a project call for.</summary>
public static class ProjectPapers
{
    /// <summary>A bought machine has a quotation; a self-made one its cost file and recognition paper instead.</summary>
    public static IEnumerable<(string Code, string Name)> OfMachines(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (project.Machines.Any(m => !m.IsSelfMade))
        {
            yield return (ProjectPaper.Quotation, "Báo giá máy móc, thiết bị");
        }

        if (project.Machines.Any(m => m.IsSelfMade))
        {
            yield return (ProjectPaper.CostFile, "Hồ sơ chi phí của máy tự chế tạo");
            yield return (ProjectPaper.Recognition, "Giấy công nhận máy tự chế tạo");
        }
    }
}
