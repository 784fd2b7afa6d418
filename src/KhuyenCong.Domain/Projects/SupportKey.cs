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

    /// <summary>Hóa đơn: number, series, seller.</summary>
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

/// <summary>Dấu vết của một khoản hỗ trợ: a folded value and the expense content it stands for ("machines|may say x200|sn0012a"; blank = unknown).</summary>
public sealed record SupportTrace(SupportKeyKind Kind, string Value, string Content)
{
    public const int LongestValue = 120;

    public const int LongestContent = 200;

    public const int ShortestAddress = 12;

    public const int ShortestSerial = 3;

    private const int LongestDetail = 70;

    /// <summary>Kinds of support that may all pay for one and the same machine.</summary>
    private static readonly HashSet<string> MachineKinds = ["machines", "technology-line", "demonstration-model", "model-replication", "cleaner-production-model"];

    /// <summary>What people write where there is no number yet; it would be shared by everybody.</summary>
    private static readonly HashSet<string> NoNumber =
    [
        "chua", "chuaco", "chuacoso", "chuaro", "chuaxacdinh", "chuacapnhat", "khong", "khongco", "khongso", "khongro", "khongxacdinh", "na", "none", "null", "nil",
        "trong", "botrong", "capnhatsau", "dangcapnhat", "bosungsau", "sebosung", "tuche", "tuchetao",
        "chuacosomay", "chuacoseri", "chuacoserial", "chuagiaomay", "khongcosomay", "khongcoseri", "khongcoserial", "danglam", "dangcho",
    ];

    /// <summary>Whether the value names an expense rather than a party.</summary>
    public bool IsExpense => Kind is SupportKeyKind.MachineSerial or SupportKeyKind.InvoiceNumber or SupportKeyKind.FileHash;

    /// <summary>Letters and digits only: "SN 0012-A" and "sn0012a" are one machine.</summary>
    public static string Fold(string? text) => Cut(string.Concat(SearchText.Fold(Plain(text)).Where(char.IsLetterOrDigit)), LongestValue);

    /// <summary>Text as it is compared: another shape of a letter or digit ("１２３") is the plain one, and what nobody sees, copied along from an electronic invoice, is not there.</summary>
    public static string? Plain(string? text) => text is null ? null
        : string.Concat(Characters.Sound(text).Normalize(NormalizationForm.FormKC).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.Format));

    /// <summary>A number as it is compared; blank where what was typed says that there is none.</summary>
    public static string NumberOf(string? text)
    {
        var number = Fold(text);
        return NoNumber.Contains(number) || number.All(c => c is '0' or 'x') ? "" : number;
    }

    /// <summary>A serial stands for one machine in the whole province: one too short for that stands for none.</summary>
    public static string SerialOf(string? text) => NumberOf(text) is { Length: >= ShortestSerial } serial ? serial : "";

    public static string ContentOf(string? kindCode, string? machine = null, string? serial = null) =>
        string.IsNullOrWhiteSpace(kindCode) ? ""
        : (Cut(NumberOf(machine), LongestDetail), Cut(SerialOf(serial), LongestDetail)) switch
        {
            ("", "") => kindCode,
            (var detail, "") => Cut($"{kindCode}|{detail}", LongestContent),
            var (detail, number) => Cut($"{kindCode}|{detail}|{number}", LongestContent),
        };

    public static bool IsMachineKind(string? kindCode) => kindCode is not null && MachineKinds.Contains(kindCode);

    /// <summary>One machine is one expense, whether it is paid for as a machine, as part of a line or in a demonstration model.</summary>
    public static string FamilyOf(string kindCode) => IsMachineKind(kindCode) ? "machines" : kindCode;

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

    /// <summary>What an establishment is recognised by: its id, numbers, owner's telephones, and the sites in question.</summary>
    public static IEnumerable<SupportTrace> OfParty(Guid establishmentId, Establishment? establishment, IEnumerable<ProductionSite> sites, string content)
    {
        ArgumentNullException.ThrowIfNull(sites);
        yield return new(SupportKeyKind.Identifier, establishmentId.ToString("N"), content);
        foreach (var identifier in establishment?.Identifiers ?? [])
        {
            if (identifier.PersonalValue is { } personal)
            {
                yield return OfPerson(IdentifierText.Key(personal), content);
            }
            else if (identifier.Value is { } number)
            {
                yield return OfIdentifier(identifier.Kind, number, content);
            }
        }

        foreach (var phone in (establishment?.Contacts ?? []).Select(c => PhoneText.Key(c.Phone)).Where(p => p.Length > 0))
        {
            yield return OfPerson(phone, content);
        }

        foreach (var place in sites.SelectMany(PlacesOf))
        {
            yield return new(SupportKeyKind.Site, place, content);
        }
    }

    /// <summary>A person's number is compared without being kept in the clear.</summary>
    public static string Hidden(string number) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("kc:" + number)));

    public static SupportTrace OfPerson(string number, string content) => new(SupportKeyKind.Owner, Hidden(number), content);

    public static SupportTrace OfIdentifier(IdentifierKind kind, string number, string content) =>
        IdentifierText.IsPersonal(kind, number) ? OfPerson(IdentifierText.Key(number), content) : new(SupportKeyKind.Identifier, Cut(IdentifierText.Key(number), LongestValue), content);

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

    /// <summary>The same trace under a mark that the database alone cannot make.</summary>
    public void Mark(string value) => Value = value;

    /// <summary>The same trace as it is written now.</summary>
    public void Mark(SupportTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        (Value, Content) = (trace.Value, trace.Content);
    }

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
    public static IReadOnlyList<SupportTrace> Of(Project project, IReadOnlyCollection<Establishment> establishments)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(establishments);
        var supported = project.Lines.Where(l => l.Text.Funding.IsSupported).ToList();
        var traces = new List<SupportTrace>();
        foreach (var beneficiary in project.Beneficiaries)
        {
            var establishment = establishments.FirstOrDefault(e => e.EstablishmentId == beneficiary.EstablishmentId);
            var sites = establishment?.Sites.Where(s => s.ProductionSiteId == beneficiary.ProductionSiteId).ToList() ?? [];
            // A site not named, or no longer registered, may be any of them.
            var places = sites.Count > 0 ? sites : establishment?.Sites ?? [];
            traces.AddRange(Contents(project, supported, beneficiary.ProjectBeneficiaryId).SelectMany(content => SupportTrace.OfParty(beneficiary.EstablishmentId, establishment, places, content)));
        }

        if (supported.Count > 0)
        {
            var contents = Contents(project, supported, null).ToList();
            traces.AddRange(project.Machines.Select(m => SupportTrace.SerialOf(m.Serial)).Where(s => s.Length > 0).Select(s => new SupportTrace(SupportKeyKind.MachineSerial, s, "")));
            traces.AddRange(project.Papers.Select(p => InvoiceMark.Of(p.InvoiceNumber)).OfType<InvoiceMark>().SelectMany(i => contents.Select(i.Trace)));
            traces.AddRange(project.Papers.Where(p => p.IsPicture).Select(p => new SupportTrace(SupportKeyKind.FileHash, p.Sha256, "")));
        }

        return [.. traces.Distinct()];
    }

    /// <summary>What is paid for: of one beneficiary, or of the whole project.</summary>
    private static IEnumerable<string> Contents(Project project, List<ProjectEstimateLine> supported, Guid? beneficiaryId)
    {
        var machines = project.Machines.Where(m => beneficiaryId is null || m.BeneficiaryId is null || m.BeneficiaryId == beneficiaryId).ToList();
        return supported.Where(l => beneficiaryId is null || l.BeneficiaryId is null || l.BeneficiaryId == beneficiaryId)
            .SelectMany(l => SupportTrace.IsMachineKind(l.KindCode) && machines.Count > 0
                ? machines.Select(m => SupportTrace.ContentOf(l.KindCode, m.Model ?? m.Name, m.Serial))
                : [SupportTrace.ContentOf(l.KindCode)])
            .Distinct();
    }
}
