using KhuyenCong.Data;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Results;

/// <summary>Evidence on its way: what was chosen now and what an earlier, refused sending left staged.</summary>
public sealed class EvidenceUpload(KhuyenCongDb db, FileStore files, StagedTokens tokens)
{
    public const int MostFiles = 20;

    public IReadOnlyList<(StagedFile File, string Token)> Staged { get; private set; } = [];

    public IReadOnlyList<StagedFile> Files => [.. Staged.Select(s => s.File)];

    /// <summary>Results that one of the files already proves, for the question why.</summary>
    public IReadOnlyList<(string FileName, Guid ResultId, string Title)> UsedElsewhere { get; private set; } = [];

    public async Task ReceiveAsync(string provinceCode, IReadOnlyList<IFormFile> chosen, IReadOnlyList<string> kept, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(state);
        var staged = kept.Select(tokens.Open).OfType<StagedFile>().ToList();
        var faults = new List<Breach>();
        if (chosen.Count + staged.Count > MostFiles)
        {
            faults.Add(new("file.too-many", "files", MostFiles));
            chosen = [.. chosen.Take(Math.Max(0, MostFiles - staged.Count))];
        }

        foreach (var upload in chosen)
        {
            // One file tells that the store is down; the others need not wait for it too.
            var (file, fault) = faults.Exists(f => f.Code == FileStore.Down)
                ? (null, new(FileStore.Down, "files", FileNames.Clean(upload.FileName)))
                : await files.StageAsync(provinceCode, upload, "files", cancellationToken);
            if (fault is not null)
            {
                faults.Add(fault);
            }
            else if (file is not null)
            {
                staged.Add(file);
            }
        }

        state.AddBreaches(faults);
        Staged = [.. staged.DistinctBy(f => f.Sha256).Select(f => (f, tokens.TokenOf(f)))];
    }

    public async Task FindOtherUsesAsync(Guid resultId, CancellationToken cancellationToken)
    {
        var hashes = Staged.Select(s => s.File.Sha256).ToList();
        var uses = await db.Evidence.AsNoTracking().Where(e => hashes.Contains(e.Sha256) && e.ResultId != resultId)
            .Join(db.Results, e => e.ResultId, r => r.ResultId, (e, r) => new { e.Sha256, r.ResultId, r.Title })
            .Take(MostFiles)
            .ToListAsync(cancellationToken);
        UsedElsewhere = [.. uses.Select(u => (Files.First(f => f.Sha256 == u.Sha256).FileName, u.ResultId, u.Title))];
    }
}
