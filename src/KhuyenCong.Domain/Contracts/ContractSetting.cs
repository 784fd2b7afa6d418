using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Contracts;

/// <summary>Thiết lập hợp đồng của tỉnh: which of its bodies signs support contracts of local projects. Its own assignment, not the law.</summary>
public sealed class ContractSetting : IProvincial, IVersioned, IAudited
{
    /// <summary>Bodies between which a province chooses.</summary>
    public static readonly IReadOnlyList<OrganisationKind> Bodies = [OrganisationKind.Department, OrganisationKind.PromotionCentre];

    private ContractSetting()
    {
    }

    public Guid ContractSettingId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public OrganisationKind LocalPartyA { get; private set; }

    /// <summary>By which document of the province.</summary>
    public string Document { get; private set; } = "";

    public string SetBy { get; private set; } = "";

    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(ContractSetting), ContractSettingId);

    public static ContractSetting Of(Guid id, string provinceCode, ContractPartySet set)
    {
        var setting = new ContractSetting { ContractSettingId = id, ProvinceCode = provinceCode };
        setting.Apply(set);
        return setting;
    }

    public void Apply(ContractPartySet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        (LocalPartyA, Document, SetBy, ChangedAt) = (set.PartyA, set.Document, set.By, set.At);
    }

    public static Ruling<ContractPartySet> Set(OrganisationKind? partyA, string? document, string by, DateTime at) => Decide.If<ContractPartySet>(
        () => new(partyA!.Value, document!.Trim(), by, at),
        (partyA is { } body && Bodies.Contains(body), new("contract.setting-body", nameof(LocalPartyA))),
        (!string.IsNullOrWhiteSpace(document), new("contract.setting-document", nameof(Document))),
        (document is not { Length: > ContractWriting.LongestShort }, new("project.too-long", nameof(Document), ContractWriting.LongestShort)));
}

/// <summary>Đã đặt bên A của hợp đồng hỗ trợ khuyến công địa phương.</summary>
public sealed record ContractPartySet(OrganisationKind PartyA, string Document, string By, DateTime At);
