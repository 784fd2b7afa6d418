using KhuyenCong.Domain.Execution;

namespace KhuyenCong.Web.Pages.Execution;

/// <summary>An inspection as typed.</summary>
public sealed class InspectionForm
{
    public InspectionKind Kind { get; set; }

    public string? Title { get; set; }

    public DateOnly? On { get; set; }

    public string? Members { get; set; }

    public string? DocumentNumber { get; set; }

    public DateOnly? DocumentDate { get; set; }

    /// <summary>Only where it is recorded.</summary>
    public string? Seen { get; set; }

    public List<Guid> Projects { get; set; } = [];

    public static InspectionForm Of(Inspection inspection)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        return new()
        {
            Kind = inspection.Kind,
            Title = inspection.Title,
            On = inspection.On,
            Members = inspection.Members,
            DocumentNumber = inspection.DocumentNumber,
            DocumentDate = inspection.DocumentDate,
            Seen = inspection.Seen,
        };
    }

    public InspectionText Read(DateOnly on) => new(Kind, Title ?? "", on, Members ?? "", DocumentNumber, DocumentDate);
}

/// <summary>A finding as typed.</summary>
public sealed class FindingForm
{
    public Guid? ProjectId { get; set; }

    public Guid? EstablishmentId { get; set; }

    public FindingKind Kind { get; set; }

    public string? Content { get; set; }

    public string? Responsible { get; set; }

    public DateOnly? DueOn { get; set; }
}

/// <summary>A step of a finding as typed.</summary>
public sealed class FindingMoveForm
{
    public FindingAction? Action { get; set; }

    public string? Note { get; set; }

    public DateOnly? DueOn { get; set; }
}
