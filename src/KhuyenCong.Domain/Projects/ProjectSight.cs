namespace KhuyenCong.Domain.Projects;

/// <summary>Phần hồ sơ được xem: the rows of a dossier that somebody reads. The owner of one of several beneficiaries reads what is theirs and what is everybody's, never the others' papers and machines.</summary>
public sealed class ProjectSight
{
    public ProjectSight(Project project, ProjectMover mover)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(mover);
        IsWhole = mover.ReadsWhole(project);
        var mine = project.Beneficiaries.Where(b => IsWhole || mover.OwnEstablishments.Contains(b.EstablishmentId)).Select(b => b.ProjectBeneficiaryId).ToHashSet();
        bool Shows(Guid? beneficiary) => IsWhole || beneficiary is null || mine.Contains(beneficiary.Value);
        Beneficiaries = [.. project.Beneficiaries.Where(b => mine.Contains(b.ProjectBeneficiaryId)).OrderBy(b => b.Order)];
        Lines = [.. project.Lines.Where(l => Shows(l.BeneficiaryId)).OrderBy(l => l.Order)];
        Machines = [.. project.Machines.Where(m => Shows(m.BeneficiaryId)).OrderBy(m => m.Order)];
        // A paper that belongs to no machine of theirs may be anybody's.
        Papers = [.. project.Papers.Where(p => IsWhole || Machines.Any(m => m.ProjectMachineId == p.MachineId && m.BeneficiaryId is not null)).OrderBy(p => p.AddedAt)];
    }

    public bool IsWhole { get; }

    public IReadOnlyList<ProjectBeneficiary> Beneficiaries { get; }

    public IReadOnlyList<ProjectEstimateLine> Lines { get; }

    public IReadOnlyList<ProjectMachine> Machines { get; }

    public IReadOnlyList<ProjectPaper> Papers { get; }
}
