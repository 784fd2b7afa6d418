namespace KhuyenCong.Domain.Projects;

/// <summary>Giấy tờ của máy: a bought machine has a quotation; a self-made one its cost file and recognition paper instead. Asked for, never demanded.</summary>
public static class MachinePapers
{
    public static IReadOnlyList<string> CodesOf(ProjectMachine machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return machine.IsSelfMade ? [ProjectPaper.CostFile, ProjectPaper.Recognition] : [ProjectPaper.Quotation];
    }

    /// <summary>What is still to be attached, machine by machine. One quotation may be for several machines: attached to none, it stands for all.</summary>
    public static IReadOnlyList<(ProjectMachine Machine, string Code)> Missing(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return [.. project.Machines.OrderBy(m => m.Order).SelectMany(m => CodesOf(m).Select(code => (Machine: m, Code: code)))
            .Where(asked => !project.Papers.Any(p => p.Code == asked.Code && (p.MachineId is null || p.MachineId == asked.Machine.ProjectMachineId)))];
    }

    /// <summary>A paper of one machine is one of this project's, and a quotation is not what a self-made one has.</summary>
    public static IReadOnlyList<Breach> Faults(Project project, Guid? machineId, string? code)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (machineId is null)
        {
            return [];
        }

        return project.Machines.FirstOrDefault(m => m.ProjectMachineId == machineId) is not { } machine ? [new("paper.no-machine", "Machine")]
            : code is ProjectPaper.Quotation or ProjectPaper.CostFile or ProjectPaper.Recognition && !CodesOf(machine).Contains(code) ? [new("paper.not-of-machine", "Code", machine.Name)]
            : [];
    }
}
