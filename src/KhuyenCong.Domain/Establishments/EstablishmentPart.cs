namespace KhuyenCong.Domain.Establishments;

/// <summary>One row of an establishment; its changes belong to the establishment's history.</summary>
public abstract class EstablishmentPart : IProvincial, IAudited
{
    public string ProvinceCode { get; private set; } = "";

    public Guid EstablishmentId { get; private set; }

    /// <summary>The merged record it was copied from; null where it was entered here.</summary>
    public Guid? MergedFromId { get; private set; }

    public abstract Guid PartId { get; }

    /// <summary>The row as it was entered: what a form shows again and a merge copies.</summary>
    public abstract PartEntry Entry { get; }

    public AuditSubject AuditSubject => new(nameof(Establishment), EstablishmentId);

    internal static EstablishmentPart Of(Establishment establishment, Guid partId, PartEntry entry, Guid? mergedFromId = null)
    {
        EstablishmentPart part = entry switch
        {
            SiteEntry => new ProductionSite(partId),
            IdentifierEntry => new EstablishmentIdentifier(partId),
            NameEntry => new EstablishmentName(partId),
            YearEntry => new EstablishmentYear(partId),
            ProductEntry => new EstablishmentProduct(partId),
            CertificateEntry => new EstablishmentCertificate(partId),
            ContactEntry => new EstablishmentContact(partId),
            SupplyLinkEntry => new SupplyLink(partId),
            ConsentEntry => new PrivacyConsent(partId),
            _ => throw new ArgumentOutOfRangeException(nameof(entry)),
        };
        part.ProvinceCode = establishment.ProvinceCode;
        part.EstablishmentId = establishment.EstablishmentId;
        part.MergedFromId = mergedFromId;
        part.Set(entry);
        return part;
    }

    internal abstract void Set(PartEntry entry);
}
