using KhuyenCong.Data;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Web.Storage;

/// <summary>What becomes of a paper that is taken off its record.</summary>
internal static class TakenOff
{
    /// <summary>Why a signed copy is not on its record any more. The other one's name stays where it can be erased.</summary>
    public const string Replaced = "thay bằng bản khác";

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
}
