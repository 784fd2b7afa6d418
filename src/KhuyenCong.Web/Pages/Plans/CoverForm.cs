using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Who bears a difference, as typed.</summary>
public sealed class CoverForm
{
    public Dong? Counterpart { get; set; }

    public Dong? Integrated { get; set; }

    public Dong? Sponsorship { get; set; }

    public Dong? Other { get; set; }

    /// <summary>By line of the estimate.</summary>
    public Dictionary<Guid, Dong?> Cuts { get; set; } = [];

    public FundingCover Read(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return new(Counterpart, Integrated, Sponsorship, Other)
        {
            Cuts = [.. project.Lines.OrderBy(l => l.Order).Where(l => Cuts.GetValueOrDefault(l.ProjectEstimateLineId) is { } amount && amount != Dong.Zero).Select(l => new CostCut(l.ProjectEstimateLineId, l.Content, Cuts[l.ProjectEstimateLineId]!.Value))],
        };
    }
}

/// <summary>What the fields of a cover are shown with.</summary>
/// <param name="Prefix">Of the names of its inputs.</param>
/// <param name="Rises">Whether khuyến công pays more, so that the others pay less.</param>
public sealed record CoverFields(string Prefix, CoverForm Form, Project Project, bool Rises);
