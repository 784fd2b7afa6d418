namespace KhuyenCong.Data;

/// <summary>Whose data one unit of work may touch, and in whose name. Set once, before the first query, by Access (requests) or by a job or verb.</summary>
public sealed class DataScope
{
    /// <summary>No province: reads find nothing provincial, writes are refused.</summary>
    public string ProvinceCode { get; private set; } = "";

    public Guid? UserId { get; private set; }

    public string ActorName { get; private set; } = "hệ thống";

    public Guid? OrganisationId { get; private set; }

    /// <summary>Jobs, seeding and verbs: may write rows of any province.</summary>
    public bool IsSystem { get; private set; }

    public void ActAs(string provinceCode, Guid userId, string actorName, Guid? organisationId)
    {
        ProvinceCode = provinceCode;
        UserId = userId;
        ActorName = actorName;
        OrganisationId = organisationId;
    }

    /// <summary>An anonymous visitor of one province's public pages.</summary>
    public void Visit(string provinceCode) => ProvinceCode = provinceCode;

    public void ActAsSystem(string provinceCode = "")
    {
        IsSystem = true;
        ProvinceCode = provinceCode;
    }
}
