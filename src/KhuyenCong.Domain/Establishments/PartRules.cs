namespace KhuyenCong.Domain.Establishments;

/// <summary>Thêm, sửa, bỏ một dòng: what each kind of row must hold to.</summary>
public static class PartRules
{
    private const int WholeInBasisPoints = 10_000;
    private const int EarliestYear = 2000;

    public static Ruling<PartAdded> Add(Establishment establishment, Guid partId, PartEntry entry, RegistryFacts facts)
    {
        ArgumentNullException.ThrowIfNull(establishment);
        ArgumentNullException.ThrowIfNull(facts);
        var prepared = Prepared(entry, facts);
        return Decide.Unless(
            [.. Open(establishment), .. Judge([.. establishment.Parts], null, prepared, facts)],
            () => new PartAdded(establishment.EstablishmentId, partId, prepared, facts.At));
    }

    public static Ruling<PartChanged> Change(Establishment establishment, Guid partId, PartEntry entry, RegistryFacts facts)
    {
        ArgumentNullException.ThrowIfNull(establishment);
        ArgumentNullException.ThrowIfNull(facts);
        var prepared = Prepared(entry, facts);
        return Decide.Unless(
            [.. Open(establishment), .. Judge([.. establishment.Parts], partId, prepared, facts)],
            () => new PartChanged(establishment.EstablishmentId, partId, prepared, facts.At));
    }

    /// <summary>A mistaken row goes, with the reason; a row that was true for a time is ended by its date instead.</summary>
    public static Ruling<PartRemoved> Remove(Establishment establishment, Guid partId, string? reason, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(establishment);
        var part = establishment.Parts.FirstOrDefault(p => p.PartId == partId);
        return Decide.Unless(
            [
                .. Open(establishment),
                .. string.IsNullOrWhiteSpace(reason) ? [new Breach("establishment.reason-missing", "Reason")] : Array.Empty<Breach>(),
                .. part is ProductionSite && establishment.Sites.Count == 1 ? [new Breach("establishment.last-site")] : Array.Empty<Breach>(),
            ],
            () => new PartRemoved(establishment.EstablishmentId, partId, reason!.Trim(), at));
    }

    /// <summary>What is unusual but allowed: told beside the saved row.</summary>
    public static IReadOnlyList<Breach> Warnings(PartEntry entry) => entry switch
    {
        IdentifierEntry { Kind: IdentifierKind.TaxCode } tax when IdentifierText.Key(tax.Number).Length != 12 && !IdentifierText.ChecksumHolds(tax.Number) => [new("identifier.checksum", "Number", tax.Number)],
        _ => [],
    };

    internal static PartEntry Prepared(PartEntry entry, RegistryFacts facts) => entry switch
    {
        SiteEntry e => e with { Address = Blank(e.Address), Note = Blank(e.Note) },
        IdentifierEntry e => e with { Number = (e.Number ?? "").Trim(), Note = Blank(e.Note) },
        YearEntry e => e with { SuggestedSize = facts.Size.Suggest(e), Source = Blank(e.Source) },
        ContactEntry e => new ContactEntry(Blank(e.Name), Blank(e.Position), Blank(e.Phone), Blank(e.Email)),
        NameEntry e => e with { Name = (e.Name ?? "").Trim().Normalize() },
        ProductEntry e => new ProductEntry((e.Name ?? "").Trim().Normalize(), Blank(e.Unit), Blank(e.YearlyOutput), Blank(e.Note)),
        CertificateEntry e => e with { Number = (e.Number ?? "").Trim(), Issuer = Blank(e.Issuer), Product = Blank(e.Product) },
        SupplyLinkEntry e => e with { Partner = (e.Partner ?? "").Trim().Normalize(), Goods = Blank(e.Goods), CommuneCode = Blank(e.CommuneCode), Note = Blank(e.Note) },
        ConsentEntry e => e with { NoticeVersion = (e.NoticeVersion ?? "").Trim(), Note = Blank(e.Note) },
        _ => entry,
    };

    internal static IEnumerable<Breach> Judge(IReadOnlyCollection<EstablishmentPart> parts, Guid? partId, PartEntry entry, RegistryFacts facts)
    {
        var others = parts.Where(p => p.PartId != partId).ToList();
        return Texts(entry).Where(t => t.Text is { Length: > Registering.LongestText }).Select(t => new Breach("establishment.too-long", t.Field, Registering.LongestText)).Concat(entry switch
        {
            SiteEntry e => Site(e, facts).Concat(Dates(e.From, e.To)),
            IdentifierEntry e => Identifier(e, others).Concat(Dates(e.From, e.To)),
            YearEntry e => Year(e, others, facts),
            NameEntry e => Required(e.Name, nameof(e.Name)).Concat(Dates(e.From, e.To)),
            ProductEntry e => Required(e.Name, nameof(e.Name)),
            CertificateEntry e => Required(e.Number, nameof(e.Number)).Concat(Dates(e.From, e.To)),
            ContactEntry e => Contact(e),
            SupplyLinkEntry e => Required(e.Partner, nameof(e.Partner)).Concat(e.CommuneCode is { } code && !facts.IsCommune(code) ? [new("establishment.commune-unknown", nameof(e.CommuneCode))] : []),
            ConsentEntry e => Consent(e, facts.Today),
            _ => [],
        });
    }

    internal static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize();

    private static IEnumerable<Breach> Open(Establishment establishment) =>
        establishment.State is EstablishmentState.Merged ? [new("establishment.merged")] : [];

    private static IEnumerable<(string Field, string? Text)> Texts(PartEntry entry) => entry switch
    {
        SiteEntry e => [("Address", e.Address), ("Note", e.Note)],
        IdentifierEntry e => [("Number", e.Number), ("Note", e.Note)],
        YearEntry e => [("Source", e.Source)],
        NameEntry e => [("Name", e.Name)],
        ProductEntry e => [("Name", e.Name), ("Unit", e.Unit), ("YearlyOutput", e.YearlyOutput), ("Note", e.Note)],
        CertificateEntry e => [("Number", e.Number), ("Issuer", e.Issuer), ("Product", e.Product)],
        ContactEntry e => [("Name", e.Name), ("Position", e.Position), ("Phone", e.Phone), ("Email", e.Email)],
        SupplyLinkEntry e => [("Partner", e.Partner), ("Goods", e.Goods), ("Note", e.Note)],
        ConsentEntry e => [("NoticeVersion", e.NoticeVersion), ("Note", e.Note)],
        _ => [],
    };

    private static IEnumerable<Breach> Site(SiteEntry site, RegistryFacts facts)
    {
        if (string.IsNullOrEmpty(site.CommuneCode))
        {
            yield return new("establishment.commune-missing", nameof(site.CommuneCode));
        }
        else if (!facts.IsCommune(site.CommuneCode))
        {
            yield return new("establishment.commune-unknown", nameof(site.CommuneCode));
        }

        if (site.Latitude is null != site.Longitude is null)
        {
            yield return new("establishment.coordinates-half", nameof(site.Latitude));
        }

        if (!Coordinates.AreInCountry(site.Latitude, site.Longitude))
        {
            yield return new("establishment.coordinates-outside", nameof(site.Latitude));
        }
    }

    private static IEnumerable<Breach> Identifier(IdentifierEntry identifier, List<EstablishmentPart> others)
    {
        var key = IdentifierText.Key(identifier.Number);
        if (key.Length == 0)
        {
            yield return new("identifier.missing", nameof(identifier.Number));
        }
        else if (!IdentifierText.HasShape(identifier.Kind, identifier.Number))
        {
            yield return new(identifier.Kind is IdentifierKind.TaxCode ? "identifier.tax-shape" : "identifier.shape", nameof(identifier.Number));
        }
        else if (others.OfType<EstablishmentIdentifier>().Any(i => i.SearchText == key && i.Kind == identifier.Kind))
        {
            yield return new("identifier.twice", nameof(identifier.Number));
        }
    }

    private static IEnumerable<Breach> Year(YearEntry year, List<EstablishmentPart> others, RegistryFacts facts)
    {
        if (year.Year < EarliestYear || year.Year > facts.Today.Year)
        {
            yield return new("year.outside", nameof(year.Year), EarliestYear, facts.Today.Year);
        }
        else if (others.OfType<EstablishmentYear>().Any(y => y.Year == year.Year))
        {
            yield return new("year.twice", nameof(year.Year), year.Year);
        }

        foreach (var (amount, field) in new[] { (year.Capital, nameof(year.Capital)), (year.Revenue, nameof(year.Revenue)), (year.Export, nameof(year.Export)) })
        {
            if (amount < Dong.Zero)
            {
                yield return new("amount.negative", field);
            }
        }

        if (year.Labour < 0)
        {
            yield return new("year.labour-negative", nameof(year.Labour));
        }

        if (year.Export > year.Revenue)
        {
            yield return new("year.export-above-revenue", nameof(year.Export));
        }

        if (year.LocalMaterialBasisPoints is < 0 or > WholeInBasisPoints)
        {
            yield return new("year.share-outside", nameof(year.LocalMaterialBasisPoints));
        }
    }

    private static IEnumerable<Breach> Contact(ContactEntry contact)
    {
        if (contact is { Name: null, Phone: null, Email: null })
        {
            yield return new("contact.empty", nameof(contact.Name));
        }

        if (contact.Phone is { } phone && !PhoneText.HasShape(phone))
        {
            yield return new("contact.phone-shape", nameof(contact.Phone));
        }

        if (contact.Email is { } email && (email.IndexOf('@') is var at && (at <= 0 || at == email.Length - 1 || email.Contains(' '))))
        {
            yield return new("contact.email-shape", nameof(contact.Email));
        }
    }

    private static IEnumerable<Breach> Consent(ConsentEntry consent, DateOnly today)
    {
        foreach (var breach in Required(consent.NoticeVersion, nameof(consent.NoticeVersion)))
        {
            yield return breach;
        }

        if (consent.GivenOn > today || consent.WithdrawnOn > today)
        {
            yield return new("consent.in-future", consent.GivenOn > today ? nameof(consent.GivenOn) : nameof(consent.WithdrawnOn));
        }

        if (consent.WithdrawnOn < consent.GivenOn)
        {
            yield return new("establishment.dates-reversed", nameof(consent.WithdrawnOn));
        }
    }

    private static IEnumerable<Breach> Required(string? text, string field) => string.IsNullOrWhiteSpace(text) ? [new("edit.required", field)] : [];

    private static IEnumerable<Breach> Dates(DateOnly? from, DateOnly? to) => to < from ? [new("establishment.dates-reversed", "To")] : [];
}
