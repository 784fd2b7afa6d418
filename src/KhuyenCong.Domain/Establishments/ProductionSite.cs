namespace KhuyenCong.Domain.Establishments;

/// <summary>Địa điểm sản xuất: where it is made, for a time; it decides the territory.</summary>
public sealed class ProductionSite : EstablishmentPart, IDated
{
    private ProductionSite()
    {
    }

    internal ProductionSite(Guid id) => ProductionSiteId = id;

    public Guid ProductionSiteId { get; private set; }

    /// <summary>A commune of the province, by code: names are shared and change.</summary>
    public string CommuneCode { get; private set; } = "";

    public string? Address { get; private set; }

    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public string? Note { get; private set; }

    public override Guid PartId => ProductionSiteId;

    public override PartEntry Entry => new SiteEntry(CommuneCode, Address, Latitude, Longitude, From, To, Note);

    public bool ActiveOn(DateOnly day) => this.Covers(day);

    internal override void Set(PartEntry entry) => (CommuneCode, Address, Latitude, Longitude, From, To, Note) = (SiteEntry)entry;
}
