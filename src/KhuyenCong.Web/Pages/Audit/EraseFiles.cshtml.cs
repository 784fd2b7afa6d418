using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Audit;

/// <summary>Xóa giấy tờ đã gỡ theo yêu cầu: a person's paper leaves the store, that it was there stays on record.</summary>
[Allow(Act.EraseValues)]
public sealed class EraseFilesModel(KhuyenCongDb db, FileStore files, TimeProvider clock) : PageModel
{
    private const int Most = 200;
    private const string NameField = "FileName";

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty, StringLength(100, ErrorMessage = "Số yêu cầu dài quá 100 ký tự.")]
    public string? RequestNumber { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public IReadOnlyList<RemovedPaper> Found { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => FindAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(RequestNumber))
        {
            ModelState.AddModelError(nameof(RequestNumber), Messages.For("audit.request-missing"));
        }

        if (Chosen.Count == 0)
        {
            ModelState.AddModelError("", Messages.For("audit.nothing-chosen"));
        }

        if (!ModelState.IsValid)
        {
            await FindAsync(cancellationToken);
            return Page();
        }

        var (ids, request) = (Chosen.Distinct().ToList(), RequestNumber!.Trim());
        if (await db.WriteRemovedPapersAsync(ids, () => EraseAsync(ids, request, cancellationToken), cancellationToken) is not { } freed)
        {
            return NotFound();
        }

        foreach (var (province, sha) in freed)
        {
            await files.DropAsync(province, sha, cancellationToken);
        }

        TempData.Say($"Đã xóa {ids.Count} giấy tờ theo yêu cầu số {request}.");
        return LocalRedirect("/nhat-ky/xoa-tep");
    }

    /// <returns>Content that nothing may refer to any more; null where one of the papers is gone, or another province's: then nothing is erased.</returns>
    private async Task<List<(string Province, string Sha)>?> EraseAsync(List<Guid> ids, string request, CancellationToken cancellationToken)
    {
        // The province filter holds here too.
        var papers = await db.RemovedPapers.Where(p => ids.Contains(p.RemovedPaperId) && p.ErasedAt == null).ToListAsync(cancellationToken);
        if (papers.Count != ids.Count)
        {
            return null;
        }

        List<(string Province, string Sha)> freed = [];
        foreach (var paper in papers)
        {
            if (paper.Sha256 is { } sha)
            {
                await files.ReleaseAsync(paper.ProvinceCode, sha, cancellationToken);
                freed.Add((paper.ProvinceCode, sha));
            }

            var subject = await SubjectAsync(paper, cancellationToken);
            // The journal of a batch is its plan's; every other record has one of its own, whatever history tells of the erasure.
            await EraseNamesAsync(paper.Kind is RemovedPaperKind.Batch ? subject.Id : paper.RecordId, paper.FileName, paper.Sha256, request, cancellationToken);
            paper.Erase(request, clock.UtcNow);
            db.Tell(subject, "paper.erased", request);
        }

        await db.SaveChangesAsync(cancellationToken);
        return freed;
    }

    /// <summary>In whose history the erasure stands: the record's that the paper was taken off.</summary>
    private async Task<AuditSubject> SubjectAsync(RemovedPaper paper, CancellationToken cancellationToken) => paper.Kind switch
    {
        RemovedPaperKind.Management => new(nameof(ManagementVoucher), paper.RecordId),
        RemovedPaperKind.Result => new(nameof(Result), paper.RecordId),
        RemovedPaperKind.Batch => new(nameof(AnnualPlan), await db.ApprovalBatches.Where(b => b.ApprovalBatchId == paper.RecordId).Select(b => b.AnnualPlanId).SingleAsync(cancellationToken)),
        _ => new(nameof(Project), paper.ProjectId ?? paper.RecordId),
    };

    /// <summary>The journal of the record tells the file's name as well: a name may be somebody's.</summary>
    private async Task EraseNamesAsync(Guid journal, string name, string? sha, string request, CancellationToken cancellationToken)
    {
        var told = await db.AuditEvents.Include(e => e.Values).Where(e => e.SubjectId == journal && e.Values.Any(v => v.Old == name || v.New == name)).ToListAsync(cancellationToken);
        foreach (var one in told)
        {
            var names = Rows(one).SelectMany(row => Naming(row, name, sha)).ToList();
            if (names.Count > 0)
            {
                // Why it was taken off goes with it, as it goes from the row.
                db.Erase(one, [.. names, .. one.Values.Where(v => v.ErasedByRequest is null && v.Field == AuditIntent.TypedField)], request);
            }
        }
    }

    /// <summary>Values that name the file with that content. Cameras give many pictures one name: another one keeps its own, unless the journal does not tell whose it is.</summary>
    private static IEnumerable<AuditValue> Naming(List<AuditValue> row, string name, string? sha)
    {
        var content = row.Find(v => v.Field.EndsWith("Sha256", StringComparison.Ordinal) || v.Field.EndsWith("FileSha", StringComparison.Ordinal));
        return row.Where(v => v.ErasedByRequest is null && v.Field.EndsWith(NameField, StringComparison.Ordinal) && ((v.Old == name && MayBe(content?.Old)) || (v.New == name && MayBe(content?.New))));

        bool MayBe(string? told) => told is null || sha is null || told == sha;
    }

    /// <summary>The values of an event by the rows they tell of: each row's stand together, none of its fields twice.</summary>
    private static List<List<AuditValue>> Rows(AuditEvent told)
    {
        List<List<AuditValue>> rows = [];
        foreach (var value in told.Values.OrderBy(v => v.Position))
        {
            if (rows.Count == 0 || OwnerOf(rows[^1][0]) != OwnerOf(value) || rows[^1].Exists(v => v.Field == value.Field))
            {
                rows.Add([]);
            }

            rows[^1].Add(value);
        }

        return rows;

        static string OwnerOf(AuditValue value) => value.Field[..(value.Field.LastIndexOf('.') + 1)];
    }

    private async Task FindAsync(CancellationToken cancellationToken)
    {
        if (Search?.Trim() is { Length: >= 3 } text)
        {
            Found = await db.RemovedPapers.AsNoTracking().Where(p => p.ErasedAt == null && (p.What.Contains(text) || p.FileName.Contains(text)))
                .OrderByDescending(p => p.RemovedPaperId).Take(Most).ToListAsync(cancellationToken);
        }
    }
}
