namespace KhuyenCong.Domain.Establishments;

/// <summary>Sản phẩm lợi thế, chủ lực của tỉnh: a product that a province lists by a document, for a time; priority reads the list of the day.</summary>
public sealed class ProvincialProduct : IProvincial, IVersioned, IDated, IAudited
{
    private ProvincialProduct()
    {
    }

    public Guid ProvincialProductId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public ProvincialProductKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    public string Document { get; private set; } = "";

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public string SortKey { get; private set; } = "";

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(ProvincialProduct), ProvincialProductId);

    public static ProvincialProduct Of(ProvincialProductListed listed) => new()
    {
        ProvincialProductId = listed.ProvincialProductId,
        ProvinceCode = listed.ProvinceCode,
        Kind = listed.Kind,
        Name = listed.Name,
        Document = listed.Document,
        From = listed.From,
        To = listed.To,
        SortKey = Kernel.SearchText.SortKey(listed.Name),
    };

    public void Apply(ProvincialProductEnded ended) => To = ended.LastDay;
}

/// <summary>Loại danh mục sản phẩm của tỉnh.</summary>
public enum ProvincialProductKind
{
    /// <summary>Sản phẩm chủ lực, mũi nhọn, trọng điểm.</summary>
    Key,

    /// <summary>Sản phẩm có lợi thế.</summary>
    Advantage,
}

/// <summary>Đã đưa sản phẩm vào danh mục của tỉnh.</summary>
public sealed record ProvincialProductListed(Guid ProvincialProductId, string ProvinceCode, ProvincialProductKind Kind, string Name, string Document, DateOnly From, DateOnly? To);

/// <summary>Sản phẩm ra khỏi danh mục: the last day on which it counted.</summary>
public sealed record ProvincialProductEnded(Guid ProvincialProductId, DateOnly LastDay, string Document);

/// <summary>Danh mục sản phẩm của tỉnh theo thời gian.</summary>
public static class ProvincialProductList
{
    public static Ruling<ProvincialProductListed> List(ProvincialProductListed wanted, IEnumerable<ProvincialProduct> listed)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var name = SearchText.Fold(wanted.Name);
        return Decide.If(
            () => wanted with { Name = wanted.Name.Trim().Normalize(), Document = wanted.Document.Trim() },
            (name.Length > 0, new("edit.required", nameof(wanted.Name))),
            (wanted.Name is not { Length: > Registering.LongestName }, new("establishment.too-long", nameof(wanted.Name), Registering.LongestName)),
            (!string.IsNullOrWhiteSpace(wanted.Document), new("product.document-missing", nameof(wanted.Document))),
            (wanted.Document is not { Length: > Registering.LongestText }, new("establishment.too-long", nameof(wanted.Document), Registering.LongestText)),
            (wanted.To is not { } to || to >= wanted.From, new("establishment.dates-reversed", nameof(wanted.To))),
            (!listed.Any(p => p.Kind == wanted.Kind && SearchText.Fold(p.Name) == name && (p.To is not { } end || end >= wanted.From) && (wanted.To is not { } last || p.From <= last)), new("product.listed-already", nameof(wanted.Name))));
    }

    public static Ruling<ProvincialProductEnded> End(ProvincialProduct product, DateOnly? lastDay, string? document)
    {
        ArgumentNullException.ThrowIfNull(product);
        return Decide.If(
            () => new ProvincialProductEnded(product.ProvincialProductId, lastDay!.Value, document!.Trim()),
            (lastDay is not null, new("edit.required", "LastDay")),
            (lastDay is not { } day || product.From is not { } from || day >= from, new("establishment.dates-reversed", "LastDay")),
            (!string.IsNullOrWhiteSpace(document), new("product.document-missing", "Document")));
    }
}
