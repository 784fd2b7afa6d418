using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace KhuyenCong.Web.Forms;

/// <summary>The scan that comes with a form.</summary>
public static class PdfStaging
{
    /// <summary>Stages the PDF of a form that has no other fault; null where none came, or where it cannot be kept: the form then says why.</summary>
    public static async Task<StagedFile?> StagePdfAsync(this FileStore files, ModelStateDictionary form, string provinceCode, IFormFile? file, string field, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(form);
        form.AddBreaches(await PdfUpload.FaultAsync(file, field, cancellationToken) is { } unfit ? [unfit] : []);
        if (file is null || !form.IsValid)
        {
            return null;
        }

        var (staged, notKept) = await files.StageAsync(provinceCode, file, field, cancellationToken);
        form.AddBreaches(notKept is null ? [] : [notKept]);
        return staged;
    }
}
