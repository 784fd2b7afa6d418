using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Establishments;

namespace KhuyenCong.Domain.Projects;

/// <summary>Loại hỗ trợ ngoài khuyến công.</summary>
public enum OutsideSupportKind
{
    /// <summary>Chương trình, dự án của sở, ngành khác (lồng ghép).</summary>
    OtherProgramme,

    /// <summary>Tài trợ, đóng góp.</summary>
    Sponsorship,

    /// <summary>Thỏa thuận hợp tác.</summary>
    Cooperation,
}

/// <summary>Hỗ trợ ngoài khuyến công: money of another programme, a sponsor or a partner for an establishment, entered so that both sides can be compared.</summary>
public sealed class OutsideSupport : IProvincial, IVersioned, IAudited
{
    private OutsideSupport()
    {
    }

    public Guid OutsideSupportId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public OutsideSupportKind Kind { get; private set; }

    /// <summary>The unit that entered it.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>The unit or sponsor whose money it is.</summary>
    public string GivenBy { get; private set; } = "";

    public string ProgrammeName { get; private set; } = "";

    public string ProjectName { get; private set; } = "";

    public Guid? EstablishmentId { get; private set; }

    public string BeneficiaryName { get; private set; } = "";

    /// <summary>A public number (tax code, registration), as typed; a person's is only looked up and never kept.</summary>
    public string? Identifier { get; private set; }

    /// <summary>The number as it is shown: one kept before persons' numbers were left out is not.</summary>
    public string? PublicIdentifier => IsPersonal(Identifier) ? null : Identifier;

    /// <summary>What it pays for, as a kind of support; null = not known.</summary>
    public string? SupportKindCode { get; private set; }

    public string? Machine { get; private set; }

    public string? MachineSerial { get; private set; }

    public string? InvoiceNumber { get; private set; }

    /// <summary>Null where an agreement to work together promises no money.</summary>
    public Dong? Amount { get; private set; }

    /// <summary>The day of the decision, contract or agreement.</summary>
    public DateOnly GivenOn { get; private set; }

    /// <summary>Who else takes part in an agreement.</summary>
    public string? Parties { get; private set; }

    /// <summary>From when to when it is to be carried out; it may lie ahead.</summary>
    public DateOnly? StartsOn { get; private set; }

    public DateOnly? EndsOn { get; private set; }

    /// <summary>Bản ký: the signed paper, where one was given.</summary>
    public UploadedFile? File { get; private set; }

    public string? DocumentNumber { get; private set; }

    public string? Note { get; private set; }

    public string? WithdrawnReason { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public string SearchText { get; private set; } = "";

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(OutsideSupport), OutsideSupportId);

    public static OutsideSupport From(OutsideSupportRecorded recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        var text = recorded.Text;
        return new()
        {
            OutsideSupportId = recorded.Id,
            ProvinceCode = recorded.ProvinceCode,
            OrganisationId = recorded.OrganisationId,
            Kind = text.Kind,
            GivenBy = text.GivenBy,
            ProgrammeName = text.ProgrammeName,
            ProjectName = text.ProjectName,
            EstablishmentId = text.EstablishmentId,
            BeneficiaryName = text.BeneficiaryName,
            Identifier = IsPersonal(text.Identifier) ? null : text.Identifier,
            SupportKindCode = text.SupportKindCode,
            Machine = text.Machine,
            MachineSerial = text.MachineSerial,
            InvoiceNumber = text.InvoiceNumber,
            Amount = text.Amount,
            GivenOn = text.GivenOn ?? default,
            Parties = text.Parties,
            StartsOn = text.StartsOn,
            EndsOn = text.EndsOn,
            File = text.File,
            DocumentNumber = text.DocumentNumber,
            Note = text.Note,
            ChangedAt = recorded.At,
            SearchText = Kernel.SearchText.Fold($"{text.BeneficiaryName} {text.ProgrammeName} {text.ProjectName} {text.GivenBy} {text.Parties} {(IsPersonal(text.Identifier) ? "" : text.Identifier)}"),
        };
    }

    public void Apply(OutsideSupportWithdrawn withdrawn)
    {
        ArgumentNullException.ThrowIfNull(withdrawn);
        (WithdrawnReason, ChangedAt) = (withdrawn.Reason, withdrawn.At);
    }

    public static Ruling<OutsideSupportRecorded> Record(Guid id, string provinceCode, Guid? organisationId, OutsideSupportText text, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(clock);
        return Decide.If(
            () => new OutsideSupportRecorded(id, provinceCode, organisationId, text, clock.UtcNow),
            (Filled(text.GivenBy), new("outside.giver-missing", nameof(text.GivenBy))),
            (Filled(text.ProgrammeName), new("outside.programme-missing", nameof(text.ProgrammeName))),
            (Filled(text.BeneficiaryName), new("outside.beneficiary-missing", nameof(text.BeneficiaryName))),
            (text.Amount is not null || text.Kind is OutsideSupportKind.Cooperation, new("outside.amount-missing", nameof(text.Amount))),
            (text.Amount is not { } amount || amount > Dong.Zero, new("outside.amount-none", nameof(text.Amount))),
            (text.GivenOn is not null, new("outside.date-missing", nameof(text.GivenOn))),
            (text.GivenOn is not { } on || on <= clock.Today, new("outside.in-future", nameof(text.GivenOn))),
            (text.EndsOn is not { } end || text.StartsOn is not { } start || start <= end, new("outside.period-reversed", nameof(text.EndsOn))));
    }

    public static Ruling<OutsideSupportWithdrawn> Withdraw(OutsideSupport support, string? reason, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(support);
        return Decide.If(
            () => new OutsideSupportWithdrawn(support.OutsideSupportId, reason!.Trim(), at),
            (support.WithdrawnReason is null, new("outside.withdrawn")),
            (Filled(reason), new("outside.reason-missing", "Reason")));
    }

    /// <summary>What it leaves to be recognised by; an agreement without money leaves nothing.</summary>
    /// <param name="establishment">The one it is for, with identifiers, sites and contacts.</param>
    /// <param name="typed">The number as typed, which for a person is kept only as a trace.</param>
    public IReadOnlyList<SupportTrace> TracesWith(Establishment? establishment = null, string? typed = null)
    {
        if (Amount is null)
        {
            return [];
        }

        var content = SupportTrace.ContentOf(SupportKindCode, Machine, MachineSerial);
        List<SupportTrace> traces = EstablishmentId is { } id ? [.. SupportTrace.OfParty(id, establishment, establishment?.Sites ?? [], content)] : [];
        var number = Identifier ?? typed;
        if (IdentifierText.Key(number).Length > 0)
        {
            traces.Add(IsPersonal(number) ? SupportTrace.OfPerson(IdentifierText.Key(number), content) : SupportTrace.OfIdentifier(IdentifierKind.BusinessRegistration, number!, content));
        }

        if (SupportTrace.SerialOf(MachineSerial) is { Length: > 0 } serial)
        {
            traces.Add(new(SupportKeyKind.MachineSerial, serial, ""));
        }

        if (InvoiceMark.Of(InvoiceNumber) is { } invoice)
        {
            traces.Add(invoice.Trace(content));
        }

        return [.. traces.Distinct()];
    }

    /// <summary>Twelve digits are taken for a person's number: nobody here knows whose they are.</summary>
    private static bool IsPersonal(string? number) => IdentifierText.IsPersonal(IdentifierKind.BusinessRegistration, number, ofPerson: true);

    private static bool Filled(string? text) => !string.IsNullOrWhiteSpace(text);
}

/// <summary>Hỗ trợ ngoài khuyến công, as entered.</summary>
public sealed record OutsideSupportText(
    OutsideSupportKind Kind, string GivenBy, string ProgrammeName, string ProjectName, Guid? EstablishmentId, string BeneficiaryName, string? Identifier,
    string? SupportKindCode, string? Machine, string? MachineSerial, string? InvoiceNumber, Dong? Amount, DateOnly? GivenOn, string? DocumentNumber, string? Note,
    string? Parties = null, DateOnly? StartsOn = null, DateOnly? EndsOn = null, UploadedFile? File = null);

/// <summary>Đã ghi hỗ trợ ngoài khuyến công.</summary>
public sealed record OutsideSupportRecorded(Guid Id, string ProvinceCode, Guid? OrganisationId, OutsideSupportText Text, DateTime At);

/// <summary>Đã bỏ một dòng hỗ trợ ngoài khuyến công ghi nhầm.</summary>
public sealed record OutsideSupportWithdrawn(Guid Id, string Reason, DateTime At);
