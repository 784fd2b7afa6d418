using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KhuyenCong.Domain.Establishments;

namespace KhuyenCong.Domain.Projects;

/// <summary>Dấu hiệu nhận biết: what two supports for one expense would share.</summary>
public enum SupportKeyKind
{
    /// <summary>Mã số thuế, mã số cơ sở.</summary>
    Identifier,

    /// <summary>Chủ cơ sở.</summary>
    Owner,

    /// <summary>Địa điểm sản xuất.</summary>
    Site,

    /// <summary>Số máy.</summary>
    MachineSerial,

    /// <summary>Số hóa đơn.</summary>
    InvoiceNumber,

    /// <summary>Cùng một tệp ảnh.</summary>
    FileHash,
}

/// <summary>Nơi có khoản hỗ trợ.</summary>
public enum SupportSourceKind
{
    /// <summary>Đề án khuyến công.</summary>
    Project,

    /// <summary>Hỗ trợ ngoài khuyến công.</summary>
    OutsideSupport,
}

/// <summary>Dấu vết của một khoản hỗ trợ: a folded value and the expense content it stands for ("machines|may say x200"; blank = unknown).</summary>
public sealed record SupportTrace(SupportKeyKind Kind, string Value, string Content)
{
    public const int LongestValue = 120;

    public const int LongestContent = 200;

    public const int ShortestAddress = 12;

    /// <summary>Whether the value alone names one expense, whoever the party is.</summary>
    public bool IsExpense => Kind is SupportKeyKind.MachineSerial or SupportKeyKind.InvoiceNumber or SupportKeyKind.FileHash;

    /// <summary>Letters and digits only: "SN 0012-A" and "sn0012a" are one machine.</summary>
    public static string Fold(string? text) => Cut(string.Concat(SearchText.Fold(text).Where(char.IsLetterOrDigit)), LongestValue);

    public static string ContentOf(string? kindCode, string? machine = null) =>
        string.IsNullOrWhiteSpace(kindCode) ? "" : Cut(Fold(machine) is { Length: > 0 } detail ? $"{kindCode}|{detail}" : kindCode, LongestContent);

    /// <summary>An address exact enough to be one place, and coordinates to about ten metres; a hamlet's name is neither.</summary>
    public static IEnumerable<string> PlacesOf(ProductionSite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        if (Fold(site.Address) is { Length: >= ShortestAddress } address)
        {
            yield return $"{site.CommuneCode}|{address}";
        }

        if (site is { Latitude: { } latitude, Longitude: { } longitude })
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"@{latitude:0.0000},{longitude:0.0000}");
        }
    }

    /// <summary>A person's number is compared without being kept in the clear.</summary>
    public static string Hidden(string number) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("kc:" + number)));

    public static SupportTrace OfIdentifier(IdentifierKind kind, string number, string content) =>
        IdentifierText.IsPersonal(kind, number) ? new(SupportKeyKind.Owner, Hidden(IdentifierText.Key(number)), content) : new(SupportKeyKind.Identifier, Cut(IdentifierText.Key(number), LongestValue), content);

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}

/// <summary>Khóa kiểm trùng: one trace of one support, indexed, so that a dossier is compared with all others by a few look-ups.</summary>
public sealed class SupportKey : IProvincial
{
    private SupportKey()
    {
    }

    public Guid SupportKeyId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public SupportSourceKind SourceKind { get; private set; }

    public Guid SourceId { get; private set; }

    public SupportKeyKind Kind { get; private set; }

    public string Value { get; private set; } = "";

    public string Content { get; private set; } = "";

    public SupportTrace Trace => new(Kind, Value, Content);

    public static SupportKey Of(Guid id, string provinceCode, SupportSourceKind sourceKind, Guid sourceId, SupportTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return new()
        {
            SupportKeyId = id,
            ProvinceCode = provinceCode,
            SourceKind = sourceKind,
            SourceId = sourceId,
            Kind = trace.Kind,
            Value = trace.Value,
            Content = trace.Content,
        };
    }
}

/// <summary>Dấu vết của đề án: what its beneficiaries, machines and papers leave to be recognised by.</summary>
public static class ProjectTraces
{
    /// <param name="project">With all its rows.</param>
    /// <param name="establishments">Of its beneficiaries, with identifiers, sites and contacts.</param>
    /// <param name="isMachineKind">Whether a kind of support pays for machines.</param>
    public static IReadOnlyList<SupportTrace> Of(Project project, IReadOnlyCollection<Establishment> establishments, Func<string, bool> isMachineKind)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(establishments);
        ArgumentNullException.ThrowIfNull(isMachineKind);
        var supported = project.Lines.Where(l => l.Text.Funding.IsSupported).ToList();
        var traces = new List<SupportTrace>();
        foreach (var beneficiary in project.Beneficiaries)
        {
            var machines = project.Machines.Where(m => m.BeneficiaryId is null || m.BeneficiaryId == beneficiary.ProjectBeneficiaryId).ToList();
            var contents = supported.Where(l => l.BeneficiaryId is null || l.BeneficiaryId == beneficiary.ProjectBeneficiaryId)
                .SelectMany(l => l.KindCode is { } kind && isMachineKind(kind) && machines.Count > 0
                    ? machines.Select(m => SupportTrace.ContentOf(kind, m.Model ?? m.Name))
                    : [SupportTrace.ContentOf(l.KindCode)])
                .Distinct();
            var establishment = establishments.FirstOrDefault(e => e.EstablishmentId == beneficiary.EstablishmentId);
            traces.AddRange(contents.SelectMany(content => Parties(beneficiary.EstablishmentId, establishment, content)));
        }

        if (supported.Count > 0)
        {
            traces.AddRange(project.Machines.Where(m => SupportTrace.Fold(m.Serial).Length > 0).Select(m => new SupportTrace(SupportKeyKind.MachineSerial, SupportTrace.Fold(m.Serial), "")));
            traces.AddRange(project.Papers.Where(p => SupportTrace.Fold(p.InvoiceNumber).Length > 0).Select(p => new SupportTrace(SupportKeyKind.InvoiceNumber, SupportTrace.Fold(p.InvoiceNumber), "")));
            traces.AddRange(project.Papers.Where(p => p.IsPicture).Select(p => new SupportTrace(SupportKeyKind.FileHash, p.Sha256, "")));
        }

        return [.. traces.Distinct()];
    }

    private static IEnumerable<SupportTrace> Parties(Guid establishmentId, Establishment? establishment, string content)
    {
        yield return new(SupportKeyKind.Identifier, establishmentId.ToString("N"), content);
        foreach (var identifier in establishment?.Identifiers ?? [])
        {
            if ((identifier.Value ?? identifier.PersonalValue) is { } number)
            {
                yield return SupportTrace.OfIdentifier(identifier.Kind, number, content);
            }
        }

        foreach (var phone in (establishment?.Contacts ?? []).Select(c => PhoneText.Key(c.Phone)).Where(p => p.Length > 0))
        {
            yield return new(SupportKeyKind.Owner, SupportTrace.Hidden(phone), content);
        }

        foreach (var place in (establishment?.Sites ?? []).SelectMany(SupportTrace.PlacesOf))
        {
            yield return new(SupportKeyKind.Site, place, content);
        }
    }
}
