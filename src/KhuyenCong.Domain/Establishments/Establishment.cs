namespace KhuyenCong.Domain.Establishments;

/// <summary>Cơ sở công nghiệp nông thôn: a rural industrial establishment of one province's registry.</summary>
/// <remarks>Its production sites decide the territory, never its head office. Identifiers, names, sites and figures are dated rows of their own.</remarks>
public sealed class Establishment : IProvincial, IVersioned, IAudited
{
    private readonly List<ProductionSite> sites = [];
    private readonly List<EstablishmentIdentifier> identifiers = [];
    private readonly List<EstablishmentName> formerNames = [];
    private readonly List<EstablishmentYear> years = [];
    private readonly List<EstablishmentProduct> products = [];
    private readonly List<EstablishmentCertificate> certificates = [];
    private readonly List<EstablishmentContact> contacts = [];
    private readonly List<SupplyLink> supplyLinks = [];
    private readonly List<PrivacyConsent> consents = [];

    private Establishment()
    {
    }

    public Guid EstablishmentId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public LegalForm LegalForm { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Where it is registered; it may lie outside the province.</summary>
    public string? HeadOffice { get; private set; }

    /// <summary>VSIC code of four or five digits; what it means depends on <see cref="TradeCodeVersion"/>.</summary>
    public string? TradeCode { get; private set; }

    public string? TradeCodeVersion { get; private set; }

    /// <summary>What it makes, in its own words.</summary>
    public string? Trade { get; private set; }

    public EstablishmentState State { get; private set; }

    /// <summary>The class of the latest year that has one: the official's own where confirmed, else the suggested one.</summary>
    public SizeClass? Size { get; private set; }

    public int? SizeYear { get; private set; }

    public bool SizeIsConfirmed { get; private set; }

    /// <summary>The organisation whose members are its owner and staff; null where it has no account.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>The record that took this one over.</summary>
    public Guid? MergedIntoId { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public string SearchText { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    public long Version { get; private set; }

    public IReadOnlyList<ProductionSite> Sites => sites;

    public IReadOnlyList<EstablishmentIdentifier> Identifiers => identifiers;

    public IReadOnlyList<EstablishmentName> FormerNames => formerNames;

    public IReadOnlyList<EstablishmentYear> Years => years;

    public IReadOnlyList<EstablishmentProduct> Products => products;

    public IReadOnlyList<EstablishmentCertificate> Certificates => certificates;

    public IReadOnlyList<EstablishmentContact> Contacts => contacts;

    public IReadOnlyList<SupplyLink> SupplyLinks => supplyLinks;

    public IReadOnlyList<PrivacyConsent> Consents => consents;

    public IEnumerable<EstablishmentPart> Parts => [.. sites, .. identifiers, .. formerNames, .. years, .. products, .. certificates, .. contacts, .. supplyLinks, .. consents];

    public AuditSubject AuditSubject => new(nameof(Establishment), EstablishmentId);

    public static Establishment From(EstablishmentRegistered registered)
    {
        var establishment = new Establishment
        {
            EstablishmentId = registered.EstablishmentId,
            ProvinceCode = registered.ProvinceCode,
        };
        establishment.Set(registered.Text);
        foreach (var (partId, entry) in registered.Parts)
        {
            establishment.Add(EstablishmentPart.Of(establishment, partId, entry));
        }

        establishment.Changed(registered.At);
        return establishment;
    }

    public void Apply(EstablishmentEdited edited)
    {
        Set(edited.Text);
        if (edited.FormerName is { } former)
        {
            Add(EstablishmentPart.Of(this, former.PartId, former.Entry));
        }

        Changed(edited.At);
    }

    public void Apply(PartAdded added)
    {
        Add(EstablishmentPart.Of(this, added.PartId, added.Entry, added.MergedFromId));
        Changed(added.At);
    }

    public void Apply(PartChanged changed)
    {
        Parts.Single(p => p.PartId == changed.PartId).Set(changed.Entry);
        Changed(changed.At);
    }

    public void Apply(PartRemoved removed)
    {
        Take(Parts.Single(p => p.PartId == removed.PartId));
        Changed(removed.At);
    }

    public void Apply(OwnerLinked linked) => OrganisationId = linked.OrganisationId;

    /// <summary>Takes another record over, or is taken over: its own rows stay where they are.</summary>
    public void Apply(EstablishmentMerged merged)
    {
        if (merged.KeptId == EstablishmentId)
        {
            foreach (var copy in merged.Copies)
            {
                Add(EstablishmentPart.Of(this, copy.PartId, copy.Entry, copy.MergedFromId));
            }

            // Without it the owner would lose sight of what has become their record.
            OrganisationId ??= merged.CarriedOwnerId;
            Changed(merged.At);
        }
        else
        {
            (State, MergedIntoId, ChangedAt) = (EstablishmentState.Merged, merged.KeptId, merged.At);
        }
    }

    public void Apply(MergeUndone undone)
    {
        if (MergedIntoId is null)
        {
            foreach (var removal in undone.Removals)
            {
                Take(Parts.Single(p => p.PartId == removal.PartId));
            }

            OrganisationId = undone.ReturnedOwnerId is null ? OrganisationId : null;
            Changed(undone.At);
        }
        else
        {
            (State, MergedIntoId, ChangedAt) = (undone.StateBefore, null, undone.At);
        }
    }

    /// <summary>Numbers kept before the rule was known are judged as they would be now, and leave the search text; nothing else changes.</summary>
    public void HidePersons() => Changed(ChangedAt);

    /// <summary>The production sites in use on a day.</summary>
    public IEnumerable<ProductionSite> SitesOn(DateOnly day) => sites.Where(s => s.ActiveOn(day));

    /// <summary>The communes it works in on a day: where money is counted and who may act.</summary>
    public IReadOnlyList<string> CommunesOn(DateOnly day) => [.. SitesOn(day).Select(s => s.CommuneCode).Distinct()];

    public bool ActiveOn(DateOnly day) => State is EstablishmentState.Active && SitesOn(day).Any();

    private void Set(EstablishmentText text)
    {
        LegalForm = text.LegalForm;
        Name = text.Name;
        HeadOffice = text.HeadOffice;
        TradeCode = text.TradeCode;
        TradeCodeVersion = text.TradeCode is null ? null : text.TradeCodeVersion;
        Trade = text.Trade;
        State = text.State;
    }

    private void Changed(DateTime at)
    {
        ChangedAt = at;
        identifiers.ForEach(i => i.Judge(LegalForm.MayBePerson()));
        SortKey = Kernel.SearchText.SortKey(Name);
        // Numbers of persons, telephones and contacts stay out: whoever may search may not always see them.
        SearchText = Kernel.SearchText.Fold(string.Join(' ', [Name, .. formerNames.Select(n => n.Name), .. identifiers.Select(i => i.Value ?? ""), Trade ?? "", .. products.Select(p => p.Name)]));
        var sized = years.Where(y => (y.ConfirmedSize ?? y.SuggestedSize) is not null).MaxBy(y => y.Year);
        (Size, SizeYear, SizeIsConfirmed) = (sized?.ConfirmedSize ?? sized?.SuggestedSize, sized?.Year, sized?.ConfirmedSize is not null);
    }

    private void Add(EstablishmentPart part)
    {
        switch (part)
        {
            case ProductionSite p: sites.Add(p); break;
            case EstablishmentIdentifier p: identifiers.Add(p); break;
            case EstablishmentName p: formerNames.Add(p); break;
            case EstablishmentYear p: years.Add(p); break;
            case EstablishmentProduct p: products.Add(p); break;
            case EstablishmentCertificate p: certificates.Add(p); break;
            case EstablishmentContact p: contacts.Add(p); break;
            case SupplyLink p: supplyLinks.Add(p); break;
            case PrivacyConsent p: consents.Add(p); break;
        }
    }

    private void Take(EstablishmentPart part)
    {
        switch (part)
        {
            case ProductionSite p: sites.Remove(p); break;
            case EstablishmentIdentifier p: identifiers.Remove(p); break;
            case EstablishmentName p: formerNames.Remove(p); break;
            case EstablishmentYear p: years.Remove(p); break;
            case EstablishmentProduct p: products.Remove(p); break;
            case EstablishmentCertificate p: certificates.Remove(p); break;
            case EstablishmentContact p: contacts.Remove(p); break;
            case SupplyLink p: supplyLinks.Remove(p); break;
            case PrivacyConsent p: consents.Remove(p); break;
        }
    }
}
