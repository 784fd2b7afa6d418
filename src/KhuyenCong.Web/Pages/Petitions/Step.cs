using System.ComponentModel.DataAnnotations;

namespace KhuyenCong.Web.Pages.Petitions;

/// <summary>What a step of a petition or of a proposed amendment brings along, as typed.</summary>
public sealed class StepForm
{
    public string? Note { get; set => field = Trimmed(value); }

    [MaxLength(60, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? DocumentNumber { get; set => field = Trimmed(value); }

    public DateOnly? DocumentDate { get; set; }

    public DateOnly? Deadline { get; set; }

    [MaxLength(300, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? OpinionOf { get; set => field = Trimmed(value); }

    public Guid? AmendmentProposalId { get; set; }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>One step that was taken, as the timeline tells it; <paramref name="More"/> is what only some steps have.</summary>
public sealed record StepTold(string What, DateOnly On, string Who, string? Paper, string? More, string? Note);
