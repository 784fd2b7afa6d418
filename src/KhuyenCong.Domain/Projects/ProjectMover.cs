using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Projects;

/// <summary>Người thao tác: a user, the unit they act for, and how far each act reaches.</summary>
/// <param name="OwnEstablishments">The establishments that the unit is the owner's account of.</param>
public sealed record ProjectMover(Guid UserId, Guid? OrganisationId, Func<Act, Scope?> Reach, IReadOnlyCollection<string> Communes, IReadOnlyCollection<Guid> OwnEstablishments)
{
    /// <summary>Establishments of theirs at another workplace: an interest in a dossier, never a right to it.</summary>
    public IReadOnlyCollection<Guid> OtherEstablishments { get; init; } = [];

    public bool May(Act act, Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        var reach = Reach(act);
        return act switch
        {
            Act.EditProject => IsTheirs(project) && ReachesToWrite(project, reach),
            // Three procedures: a commune receives and appraises its own projects, the Sở all others.
            Act.ReceiveProject or Act.AppraiseProject or Act.ConcludeAppraisal => project.Kind.Regime() is Regime.Commune ? reach is Scope.Commune && IsAtHome(project) : reach is Scope.Province,
            _ => false,
        };
    }

    /// <summary>Whether they write it: their unit made it, or all its beneficiaries are theirs. One site or one of several beneficiaries is no right to the whole; a group is its writing unit's, however few are in it.</summary>
    public bool IsTheirs(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return Wrote(project) || (!project.IsGroup && project.Beneficiaries.Count > 0 && project.Beneficiaries.All(b => OwnEstablishments.Contains(b.EstablishmentId)));
    }

    /// <summary>Whether the whole dossier is open to them: the owner of one of several beneficiaries reads only their own part.</summary>
    public bool ReadsWhole(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return Reach(Act.ViewProjects) is not Scope.Own || IsTheirs(project) || !project.Beneficiaries.Any(b => OwnEstablishments.Contains(b.EstablishmentId));
    }

    /// <summary>Hồ sơ của chính mình: they made, changed or filed it, or a beneficiary is theirs at any workplace. Whoever that is does not also judge it.</summary>
    public bool HasInterest(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return project.HasHand(UserId) || project.Beneficiaries.Any(b => OwnEstablishments.Contains(b.EstablishmentId) || OtherEstablishments.Contains(b.EstablishmentId));
    }

    private bool Wrote(Project project) => project.OrganisationId is { } writer ? writer == OrganisationId : project.CreatedBy == UserId;

    private bool IsAtHome(Project project) => project.CommuneCode is { } commune && Communes.Contains(commune);

    /// <summary>Nobody writes into another commune's procedure; the Sở writes into none of theirs.</summary>
    private bool ReachesToWrite(Project project, Scope? reach) => reach switch
    {
        Scope.Own => true,
        Scope.Commune when project.Kind.Regime() is Regime.Commune => IsAtHome(project),
        Scope.Commune => !project.Communes.Any() || project.Communes.Any(Communes.Contains),
        Scope.Province => project.Kind.Regime() is not Regime.Commune,
        _ => false,
    };
}
