using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Appraisals;

/// <summary>Đối chiếu xung đột lợi ích: what the registry knows of a person and a dossier; what it cannot know is declared.</summary>
public static class ConflictCheck
{
    /// <param name="project">With beneficiaries and steps.</param>
    /// <param name="userId">The person.</param>
    /// <param name="units">The organisations the person acts for.</param>
    /// <param name="owners">The organisations whose accounts own the beneficiaries.</param>
    public static ConflictGround Of(Project project, Guid userId, IReadOnlyCollection<Guid> units, IReadOnlyCollection<Guid> owners)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(owners);
        var grounds = ConflictGround.None;
        if (project.HasHand(userId))
        {
            grounds |= ConflictGround.Author;
        }

        if (project.OrganisationId is { } writer && units.Contains(writer))
        {
            grounds |= ConflictGround.WritingUnit;
        }

        return units.Any(owners.Contains) ? grounds | ConflictGround.Owner : grounds;
    }
}
