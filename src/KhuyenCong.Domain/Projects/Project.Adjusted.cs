namespace KhuyenCong.Domain.Projects;

// What a decision on the plan changes of an approved project.
public sealed partial class Project
{
    /// <summary>What a decision on the plan changed; whoever records it writes no dossier by that.</summary>
    public void Apply(ProjectAdjusted adjusted)
    {
        ArgumentNullException.ThrowIfNull(adjusted);
        if (adjusted.Text is { } text)
        {
            Set(text);
        }

        ChangedAt = adjusted.At;
    }
}

/// <summary>Đã điều chỉnh theo quyết định về kế hoạch.</summary>
/// <param name="Text">As it is afterwards; null where only its money changed.</param>
public sealed record ProjectAdjusted(Guid ProjectId, ProjectText? Text, DateTime At);
