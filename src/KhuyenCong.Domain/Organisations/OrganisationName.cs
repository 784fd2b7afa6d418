namespace KhuyenCong.Domain.Organisations;

/// <summary>Tên tổ chức theo thời gian.</summary>
public sealed class OrganisationName : INational, IDated, IAudited
{
    private OrganisationName()
    {
    }

    public Guid OrganisationNameId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public string? ProvinceCode { get; private set; }

    public string Name { get; private set; } = "";

    public string? ShortName { get; private set; }

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    /// <summary>The document that gives or uses the name.</summary>
    public string? Document { get; private set; }

    /// <summary>What is not sure about it, such as "chưa xác nhận tên sau 30/4/2026".</summary>
    public string? Note { get; private set; }

    public string SearchText { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    public AuditSubject AuditSubject => new(nameof(Organisation), OrganisationId);

    internal static OrganisationName Of(Organisation organisation, NameText text) => new()
    {
        OrganisationNameId = text.OrganisationNameId,
        OrganisationId = organisation.OrganisationId,
        ProvinceCode = organisation.ProvinceCode,
        Name = text.Name,
        ShortName = text.ShortName,
        From = text.From,
        To = text.To,
        Document = text.Document,
        Note = text.Note,
        SearchText = Kernel.SearchText.Fold($"{text.Name} {text.ShortName}"),
        SortKey = Kernel.SearchText.SortKey(text.Name),
    };

    internal void EndOn(DateOnly day) => To = day;
}

/// <summary>Một tên có thời hạn, as entered.</summary>
public sealed record NameText(Guid OrganisationNameId, string Name, DateOnly? From, DateOnly? To = null, string? ShortName = null, string? Document = null, string? Note = null);
