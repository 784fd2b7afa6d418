namespace KhuyenCong.Domain.Organisations;

/// <summary>Cây tổ chức: who belongs to, directs and serves whom on a day.</summary>
public sealed class OrganisationTree(IEnumerable<OrganisationRelation> relations, DateOnly day)
{
    private readonly OrganisationRelation[] inForce = [.. relations.Where(r => r.Covers(day))];

    public Guid? ParentOf(Guid organisation) =>
        inForce.FirstOrDefault(r => r.Kind is OrganisationRelationKind.Parent && r.SubjectId == organisation)?.ObjectId;

    public IEnumerable<Guid> ChildrenOf(Guid organisation) =>
        inForce.Where(r => r.Kind is OrganisationRelationKind.Parent && r.ObjectId == organisation).Select(r => r.SubjectId);

    public IEnumerable<Guid> DirectedBy(Guid organisation) =>
        inForce.Where(r => r.Kind is OrganisationRelationKind.Directs && r.SubjectId == organisation).Select(r => r.ObjectId!.Value);

    /// <summary>Parents, nearest first; stops where data is circular.</summary>
    public IReadOnlyList<Guid> AncestorsOf(Guid organisation)
    {
        var found = new List<Guid>();
        for (var next = ParentOf(organisation); next is { } parent && parent != organisation && !found.Contains(parent); next = ParentOf(parent))
        {
            found.Add(parent);
        }

        return found;
    }

    public bool Serves(Guid organisation, string province) => inForce.Any(r =>
        r.Kind is OrganisationRelationKind.ServesProvince && r.SubjectId == organisation && (r.UnitCode == province || r.UnitCode == OrganisationRelation.WholeCountry));

    public IEnumerable<string> ProvincesServedBy(Guid organisation) =>
        inForce.Where(r => r.Kind is OrganisationRelationKind.ServesProvince && r.SubjectId == organisation).Select(r => r.UnitCode!);
}
