using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Plans;

/// <summary>Dòng dự toán của đơn vị mình: on whose lines somebody works, whatever the roles say.</summary>
/// <remarks>A body that carries work out for others, a Trung tâm above all, has the money of its own lines and of bodies below it. The Sở, finance, committees and communes are bound by their roles and territory alone.</remarks>
public static class HolderDuty
{
    private static readonly OrganisationKind[] Executing =
    [
        OrganisationKind.PromotionCentre, OrganisationKind.CentreBranch, OrganisationKind.Broadcaster, OrganisationKind.Portal,
        OrganisationKind.Association, OrganisationKind.Establishment, OrganisationKind.ClusterInvestor, OrganisationKind.Supplier,
    ];

    /// <summary>Whether people of such a body work on the lines of their own only.</summary>
    public static bool Binds(OrganisationKind kind) => Executing.Contains(kind);

    /// <summary>The bodies on whose lines people of a body work: itself and all below it on the tree's day; null where they are not bound.</summary>
    public static IReadOnlySet<Guid>? BodiesOf(OrganisationKind kind, Guid own, OrganisationTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        if (!Binds(kind))
        {
            return null;
        }

        var (bodies, next) = (new HashSet<Guid> { own }, new Queue<Guid>([own]));
        while (next.TryDequeue(out var body))
        {
            foreach (var below in tree.ChildrenOf(body).Where(bodies.Add))
            {
                next.Enqueue(below);
            }
        }

        return bodies;
    }

    /// <summary>What stands against work on lines of these holders; null where nothing does.</summary>
    /// <param name="mover">Who works.</param>
    /// <param name="holders">Đơn vị dự toán of every line that is touched.</param>
    public static Breach? Against(PlanMover mover, IEnumerable<Guid> holders)
    {
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(holders);
        return mover.Bodies is not { } bodies || holders.All(bodies.Contains) ? null : new("plan.other-holder");
    }

    /// <summary>The same for a contract: one that a body makes itself is its own, whoever holds the line.</summary>
    /// <param name="mover">Who works.</param>
    /// <param name="holders">Of the lines that it draws on.</param>
    /// <param name="maker">The body that makes it: of a part, whoever the contract above it went to; else the first party, where the province laid down that such bodies sign; null where neither.</param>
    public static Breach? Against(PlanMover mover, IEnumerable<Guid> holders, Guid? maker)
    {
        ArgumentNullException.ThrowIfNull(mover);
        return maker is { } body && mover.Bodies?.Contains(body) is true ? null : Against(mover, holders);
    }
}
