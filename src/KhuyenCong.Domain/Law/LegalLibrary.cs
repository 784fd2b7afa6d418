namespace KhuyenCong.Domain.Law;

/// <summary>Thư viện pháp lý: what may be added to it and how its documents relate.</summary>
public static class LegalLibrary
{
    /// <param name="documentId">The id to give.</param>
    /// <param name="text">What the user entered.</param>
    /// <param name="existing">Documents that might be the same one.</param>
    /// <param name="writerProvince">A province's officers enter documents of their province only.</param>
    /// <param name="today">Today in Vietnam.</param>
    public static Ruling<DocumentAdded> AddDocument(Guid documentId, DocumentText text, IEnumerable<LegalDocument> existing, string writerProvince, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        var twin = existing.FirstOrDefault(d => d.IsSameAs(text));
        return Decide.If(
            () => new DocumentAdded(documentId, text),
            (Filled(text.Number), new("law.number-missing", nameof(text.Number))),
            (Filled(text.Issuer), new("law.issuer-missing", nameof(text.Issuer))),
            (Filled(text.Title), new("law.title-missing", nameof(text.Title))),
            (text.Date is not null, new("law.date-missing", nameof(text.Date))),
            (text.Date is not { } date || date <= today, new("law.date-in-future", nameof(text.Date))),
            (text.EffectiveFrom is not { } from || text.EffectiveTo is not { } to || from <= to, new("law.effective-reversed", nameof(text.EffectiveTo))),
            (text.TerritoryProvinceCode == writerProvince, new("law.other-territory", nameof(text.TerritoryProvinceCode))),
            (text.SourceUrl is null || IsWebAddress(text.SourceUrl), new("law.source-not-web", nameof(text.SourceUrl))),
            (text.Verification is not Verification.VerifiedVerbatim || Filled(text.FileSha) || Filled(text.SourceUrl), new("law.verified-without-source", nameof(text.Verification))),
            (twin is null, new("law.duplicate-document", nameof(text.Number), twin?.Citation ?? "")));
    }

    public static Ruling<DocumentsRelated> RelateDocuments(DocumentsRelated wanted, LegalDocument? source, LegalDocument? target, IEnumerable<LegalRelation> existing)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var relations = existing.ToArray();
        return Decide.If(
            () => wanted,
            (source is not null, new("law.relation-unknown-document", nameof(wanted.SourceId))),
            (target is not null, new("law.relation-unknown-document", nameof(wanted.TargetId))),
            (wanted.SourceId != wanted.TargetId, new("law.relation-to-itself", nameof(wanted.TargetId))),
            (source?.Date is not { } later || target?.Date is not { } earlier || earlier <= later, new("law.relation-backwards", nameof(wanted.TargetId))),
            (!relations.Any(r => (r.SourceId, r.TargetId, r.Kind) == (wanted.SourceId, wanted.TargetId, wanted.Kind)), new("law.relation-duplicate", nameof(wanted.TargetId))),
            (!relations.Any(r => (r.SourceId, r.TargetId) == (wanted.TargetId, wanted.SourceId)), new("law.relation-circular", nameof(wanted.TargetId))));
    }

    private static bool Filled(string? text) => !string.IsNullOrWhiteSpace(text);

    private static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
