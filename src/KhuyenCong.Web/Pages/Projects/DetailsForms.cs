using System.ComponentModel.DataAnnotations;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Web.Pages.Projects;

// The small forms of a project's page, as typed.
public sealed partial class DetailsModel
{
    /// <summary>What a step brings along.</summary>
    public sealed class MoveForm
    {
        public string? Note { get; set; }

        public List<string> Sections { get; set; } = [];

        public DateOnly? Deadline { get; set; }
    }

    /// <summary>A paper on its way.</summary>
    public sealed class PaperForm
    {
        public string? Code { get; set; }

        [MaxLength(500, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? Name { get; set; }

        [MaxLength(60, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? InvoiceNumber { get; set; }

        /// <summary>The machine it is of; null = the whole dossier.</summary>
        public Guid? Machine { get; set; }

        public IFormFile? File { get; set; }
    }

    /// <summary>A conclusion as typed.</summary>
    public sealed class ResolutionForm
    {
        public DoubleSupportOutcome? Outcome { get; set; }

        [MaxLength(4000, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? Reason { get; set; }
    }

    /// <summary>Several small forms stand on the page; only the one that was sent is judged.</summary>
    private void ForgetOthers(string prefix)
    {
        foreach (var key in ModelState.Keys.Where(k => (k.StartsWith("Move", StringComparison.Ordinal) || k.StartsWith("Paper", StringComparison.Ordinal) || k.StartsWith("Resolution", StringComparison.Ordinal)) && !k.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }
    }
}
