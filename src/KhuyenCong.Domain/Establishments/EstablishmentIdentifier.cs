namespace KhuyenCong.Domain.Establishments;

/// <summary>Mã định danh của cơ sở, có thời hạn: one of several a subject has had.</summary>
/// <remarks>A household keeps its old ten-digit tax code in history and uses the twelve-digit personal number now: the kind is never forced by the legal form.</remarks>
public sealed class EstablishmentIdentifier : EstablishmentPart, IDated
{
    private EstablishmentIdentifier()
    {
    }

    internal EstablishmentIdentifier(Guid id) => EstablishmentIdentifierId = id;

    public Guid EstablishmentIdentifierId { get; private set; }

    public IdentifierKind Kind { get; private set; }

    /// <summary>A public number; null where the number is a person's.</summary>
    public string? Value { get; private set; }

    /// <summary>A person's number: personal data, in a field of its own so that histories can hide it.</summary>
    public string? PersonalValue { get; private set; }

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Digits and letters only: what is looked up and compared.</summary>
    public string SearchText { get; private set; } = "";

    public override Guid PartId => EstablishmentIdentifierId;

    public override PartEntry Entry => new IdentifierEntry(Kind, Value ?? PersonalValue ?? "", From, To, Note);

    /// <summary>Whether it is a person's number, also where it still stands as a public one: kept before the rule was known.</summary>
    public bool IsPersonalFor(LegalForm form) => PersonalValue is not null || IdentifierText.IsPersonal(Kind, Value, form.MayBePerson());

    /// <summary>The number as somebody may see it; null where it was erased.</summary>
    public string? Shown(LegalForm form, bool maySeePersonalData) =>
        (Value ?? PersonalValue) is not { } number ? null : maySeePersonalData || !IsPersonalFor(form) ? number : IdentifierText.Masked(number);

    internal override void Set(PartEntry entry)
    {
        var identifier = (IdentifierEntry)entry;
        (Kind, From, To, Note) = (identifier.Kind, identifier.From, identifier.To, identifier.Note);
        Hide(identifier.Number.Trim(), IdentifierText.IsPersonal(identifier.Kind, identifier.Number));
        SearchText = IdentifierText.Key(identifier.Number);
    }

    /// <summary>Whose number it is depends on what the establishment is: a household's registration may be its owner's number. What was erased stays erased.</summary>
    internal void Judge(bool ofPerson)
    {
        if ((Value ?? PersonalValue) is { } number)
        {
            Hide(number, IdentifierText.IsPersonal(Kind, number, ofPerson));
        }
    }

    private void Hide(string number, bool isPersonal) => (Value, PersonalValue) = isPersonal ? (null, number) : (number, (string?)null);
}
