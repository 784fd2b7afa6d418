namespace KhuyenCong.Data.Imports;

/// <summary>One workbook of establishments on its way in: read, looked at, then written, each in batches by a background job.</summary>
/// <remarks>The row is the truth of how far it is: any node may take it over where another stopped.</remarks>
public sealed class EstablishmentImport : IProvincial
{
    public required Guid EstablishmentImportId { get; init; }

    public required string ProvinceCode { get; init; }

    public required string FileName { get; init; }

    public required string Sha256 { get; init; }

    public required Guid UserId { get; init; }

    public required string ActorName { get; init; }

    public Guid? OrganisationId { get; init; }

    /// <summary>The communes the person may enter, separated by blanks; null = the whole province.</summary>
    public string? CommuneCodes { get; init; }

    public required DateTime CreatedAt { get; init; }

    public ImportState State { get; set; }

    public int Rows { get; set; }

    public int FaultyRows { get; set; }

    public int TwinRows { get; set; }

    /// <summary>Rows read, or rows written: what the progress bar shows.</summary>
    public int DoneRows { get; set; }

    public int WrittenRows { get; set; }

    public bool WithTwins { get; set; }

    /// <summary>Why the file as a whole was refused.</summary>
    public string? Refusal { get; set; }

    /// <summary>A node works on it until then; after that another may.</summary>
    public DateTime? ClaimedUntil { get; set; }
}

/// <summary>How far an import is.</summary>
public enum ImportState
{
    Reading,
    Refused,
    Ready,
    Writing,
    Done,
    Discarded,

    /// <summary>Never confirmed: what it had read was let go.</summary>
    Expired,
}

/// <summary>One row of the workbook as read; its values go once the import is over.</summary>
public sealed class EstablishmentImportRow : IProvincial
{
    public required Guid EstablishmentImportRowId { get; init; }

    public required string ProvinceCode { get; init; }

    public required Guid EstablishmentImportId { get; init; }

    public required int Number { get; init; }

    public required string Name { get; init; }

    /// <summary>The typed fields as JSON.</summary>
    public string? Values { get; set; }

    /// <summary>"C7: …", one fault a line; null where there is none.</summary>
    public string? Faults { get; init; }

    /// <summary>The establishment it may be, with why.</summary>
    public Guid? TwinId { get; init; }

    public string? TwinReason { get; init; }

    /// <summary>The establishment it became.</summary>
    public Guid? EstablishmentId { get; set; }
}
