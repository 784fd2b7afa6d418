using KhuyenCong.Data;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Storage;

/// <summary>What becomes of a paper that is taken off its record.</summary>
internal static class TakenOff
{
    /// <summary>Why a signed copy is not on its record any more.</summary>
    public const string Replaced = "Thay bằng bản quét khác";

    /// <summary>Keeps it as a removed version where the record was ever sent; otherwise one record less refers to its content. Saved with whatever the caller saves.</summary>
    /// <returns>Whether its content may go, see <see cref="FileStore.DropAsync"/>.</returns>
    public static async Task<bool> TakeOffAsync(this FileStore files, KhuyenCongDb db, bool wasSent, PaperTakenOff taken, CancellationToken cancellationToken)
    {
        if (wasSent)
        {
            // Its reference stays: the sweep leaves it.
            db.RemovedPapers.Add(RemovedPaper.Of(taken));
            return false;
        }

        await files.ReleaseAsync(taken.ProvinceCode, taken.Sha256, cancellationToken);
        return true;
    }

    /// <summary>When content came that no row of its own tells the day of: a signed copy is a field of its record.</summary>
    /// <returns>Null where the store has lost it.</returns>
    public static Task<DateTime?> StoredAtAsync(this KhuyenCongDb db, string provinceCode, string sha256, CancellationToken cancellationToken) =>
        db.Blobs.Where(b => b.ProvinceCode == provinceCode && b.Sha256 == sha256).Select(b => (DateTime?)b.StoredAt).SingleOrDefaultAsync(cancellationToken);
}
