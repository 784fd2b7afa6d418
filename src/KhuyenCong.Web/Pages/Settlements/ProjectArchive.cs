using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>Một giấy tờ sẽ vào gói lưu trữ.</summary>
/// <param name="Folder">Inside the package.</param>
/// <param name="What">Its record and what it is.</param>
/// <param name="FileName">As it was uploaded.</param>
/// <param name="Sha256">By which its content is found.</param>
public sealed record ArchivedPaper(string Folder, string What, string FileName, string Sha256);

/// <summary>Gói lưu trữ của một đề án: its papers, its journal with every version, its entries of the ledger, an index and the signed manifest.</summary>
public sealed partial class ProjectArchive(KhuyenCongDb db, FileStore files, SettlementBook book, AuditKey key, TimeProvider clock)
{
    private const int BufferSize = 81_920;

    /// <summary>Every paper of a project and of all that followed from it, in the order of its life.</summary>
    /// <param name="project">With its papers.</param>
    /// <param name="viewer">Who asks, and may archive it: appraisals and sheets of follow-up alone are for those who read these; see <see cref="LeftOutAsync"/>.</param>
    public async Task<IReadOnlyList<ArchivedPaper>> PapersAsync(Project project, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(viewer);
        var id = project.ProjectId;
        var papers = project.Papers.OrderBy(p => p.AddedAt).Select(p => new ArchivedPaper("1-de-an", p.Name, p.FileName, p.Sha256)).ToList();
        papers.AddRange(await AppraisalPapersAsync(id, viewer, cancellationToken));
        papers.AddRange(await AllotmentPapersAsync(id, cancellationToken));
        papers.AddRange(await LedgerPapersAsync(id, cancellationToken));
        var batches = await db.PlanItems.Where(i => i.ProjectId == id).Select(i => i.ApprovalBatchId).Distinct().ToListAsync(cancellationToken);
        papers.AddRange((await db.ApprovalBatches.AsNoTracking().Where(b => batches.Contains(b.ApprovalBatchId) && b.FileSha != null).ToListAsync(cancellationToken))
            .Select(b => new ArchivedPaper(PlanFolder, $"Quyết định phê duyệt đợt {b.Number} năm {b.Year}, số {b.DecisionNumber}", b.FileName ?? "quyet-dinh.pdf", b.FileSha!)));
        foreach (var contract in await ContractsAsync(id, cancellationToken))
        {
            // The signed copy and what asked for another account have the whole number in them.
            papers.AddRange(await viewer.SeesBankAsync(db, contract, cancellationToken) ? PapersOf(contract) : []);
        }

        papers.AddRange((await db.WholePaymentRequests.AsNoTracking().Where(r => r.ProjectId == id).OrderBy(r => r.PaymentRequestId).ToListAsync(cancellationToken))
            .Where(viewer.SeesAccounts).SelectMany(r => r.Papers.OrderBy(p => p.At).Select(p => new ArchivedPaper("4-thanh-toan", $"{r.Kind.Text()} {r.Number}: {p.Name}", p.FileName, p.FileSha))));
        papers.AddRange(await VoucherPapersAsync(id, viewer, cancellationToken));
        papers.AddRange((await db.WholeProgressReports.AsNoTracking().Where(r => r.ProjectId == id).OrderBy(r => r.Year).ThenBy(r => r.Month).ToListAsync(cancellationToken))
            .SelectMany(r => r.Photos.OrderBy(p => p.AddedAt).Select(p => new ArchivedPaper("5-tien-do", $"Báo cáo tiến độ tháng {r.Month}/{r.Year}{(p.Caption is { } caption ? $": {caption}" : "")}{p.TakenAt.TakenText()}", p.FileName, p.Sha256))));
        papers.AddRange((await db.ProgressReports.AsNoTracking().Where(r => r.ProjectId == id && r.FileSha != null).OrderBy(r => r.Year).ThenBy(r => r.Month).ToListAsync(cancellationToken))
            .Select(r => new ArchivedPaper("5-tien-do", $"Báo cáo tiến độ tháng {r.Month}/{r.Year}, bản đã ký", r.FileName ?? "bao-cao.pdf", r.FileSha!)));
        // Minutes of several projects are, as on the inspection's page, for whoever reads all of them.
        papers.AddRange((await InspectionsAsync(id, viewer, cancellationToken)).Where(i => i.IsWhole && i.Inspection.FileSha is not null)
            .Select(i => new ArchivedPaper("5-tien-do", $"Biên bản kiểm tra {i.Inspection.On.Text()}: {i.Inspection.Title}", i.Inspection.FileName ?? "bien-ban.pdf", i.Inspection.FileSha!)));
        papers.AddRange((await db.WholeAcceptances.AsNoTracking().Where(a => a.ProjectId == id).OrderBy(a => a.AcceptanceId).ToListAsync(cancellationToken))
            .SelectMany(a => a.Photos.OrderBy(p => p.AddedAt).Select(p => new ArchivedPaper("6-nghiem-thu", $"Nghiệm thu {a.Number} {a.HeldOn?.Text()} {a.BeneficiaryName}".Trim() + (p.SignedBy is { } signer ? $", chữ ký có mặt của {signer}" : "") + p.TakenAt.TakenText(), p.FileName, p.Sha256))));
        papers.AddRange((await db.AcceptanceSummaries.AsNoTracking().Where(s => s.ProjectId == id && s.FileSha != null).OrderBy(s => s.AcceptanceSummaryId).ToListAsync(cancellationToken))
            .Select(s => new ArchivedPaper("6-nghiem-thu", $"{s.Form.SummaryText()} {s.Number} {s.HeldOn?.Text()}".Trim(), s.FileName ?? "bien-ban.pdf", s.FileSha!)));
        papers.AddRange(await EvidencePapersAsync(id, [.. papers.Select(p => p.Sha256)], cancellationToken));
        papers.AddRange((await db.WholeSettlements.AsNoTracking().Where(s => s.ProjectId == id).OrderBy(s => s.SettlementId).ToListAsync(cancellationToken))
            .SelectMany(s => s.Papers.OrderBy(p => p.AddedAt).Select(p => new ArchivedPaper("7-quyet-toan", p.Kind.Text(), p.FileName, p.Sha256))));
        papers.AddRange((await ReconciliationsAsync(id, cancellationToken)).Select(r => new ArchivedPaper("7-quyet-toan", $"Bảng đối chiếu kinh phí năm {r.Year} đến ngày {r.AsOf.Text()}, bản đã ký: {r.PartyA} – {r.PartyB}", r.FileName, r.FileSha)));
        papers.AddRange((await db.WholeFollowUps.AsNoTracking().VisibleTo(viewer, db).Where(f => f.ProjectId == id).OrderBy(f => f.FollowUpId).ToListAsync(cancellationToken))
            .SelectMany(f => f.Photos.OrderBy(p => p.AddedAt).Select(p => new ArchivedPaper("8-theo-doi", $"Theo dõi sau hỗ trợ lần {f.Round}: {f.BeneficiaryName}{p.TakenAt.TakenText()}", p.FileName, p.Sha256))));
        papers.AddRange(await RemovedPapersAsync(id, viewer, cancellationToken));
        return papers;
    }

    /// <summary>Writes the package to a stream that need not seek; the manifest is its last part, so that a broken download shows.</summary>
    /// <param name="project">With its rows.</param>
    /// <param name="papers">See <see cref="PapersAsync"/>.</param>
    /// <param name="target">Written synchronously at the end of each part.</param>
    /// <param name="viewer">Who asked for it: values that are personal data, appraisals and sheets of follow-up are in it as they read them; what is not, index and manifest name.</param>
    public async Task WriteAsync(Project project, IReadOnlyList<ArchivedPaper> papers, Stream target, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(papers);
        ArgumentNullException.ThrowIfNull(target);
        var (by, written) = (viewer.DisplayName, new List<ArchivedFile>());
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        for (var i = 0; i < papers.Count; i++)
        {
            var paper = papers[i];
            written.Add(await AddAsync(zip, project.ProvinceCode, $"{paper.Folder}/{i + 1:000}-{FileNames.Clean(paper.FileName)}", paper, cancellationToken));
        }

        written.Add(await AddAsync(zip, "nhat-ky.csv", "Nhật ký: mọi thay đổi của hồ sơ, giá trị cũ và mới", await JournalAsync(project, viewer, cancellationToken), cancellationToken));
        written.Add(await AddAsync(zip, "tham-dinh.html", "Hồ sơ thẩm định: từng lần, phiếu ý kiến đã mở, kết luận, điều kiện", await AppraisalsAsync(project, viewer, cancellationToken), cancellationToken));
        written.Add(await AddAsync(zip, "quyet-dinh.csv", "Quyết định, văn bản về dự toán, giao dự toán, kế hoạch của đề án", await DecisionsAsync(project, cancellationToken), cancellationToken));
        written.Add(await AddAsync(zip, "so-du-toan.csv", "Bút toán của đề án trong sổ dự toán", await EntriesAsync(project, cancellationToken), cancellationToken));
        written.Add(await AddAsync(zip, "ket-qua.csv", "Kết quả của chương trình do nghiệm thu đề án ghi nhận, với từng minh chứng", await ResultTableAsync(project, cancellationToken), cancellationToken));
        written.Add(await AddAsync(zip, "kiem-tra-may.csv", "Máy móc đã nghiệm thu và kiểm tra sau 12 tháng", await MachineChecksAsync(project, cancellationToken), cancellationToken));
        written.Add(await AddAsync(zip, "sao-ke.csv", "Dòng sao kê Kho bạc khớp với đề nghị chi của đề án", await StatementLinesAsync(project, cancellationToken), cancellationToken));
        written.Add(await AddAsync(zip, "chi-quan-ly.csv", "Chứng từ chi quản lý phục vụ đề án", await ServedVouchersAsync(project, viewer, cancellationToken), cancellationToken));
        foreach (var (path, what, content) in await RecordsAsync(project, viewer, cancellationToken))
        {
            written.Add(await AddAsync(zip, path, what, content, cancellationToken));
        }

        var left = await LeftOutAsync(project, viewer, cancellationToken);
        written.Add(await AddAsync(zip, "index.html", "Mục lục", await IndexAsync(project, written, left, viewer, cancellationToken), cancellationToken));
        var manifest = new ArchiveManifest(ArchiveManifest.FormatName, project.ProjectId, project.Code, project.Title, project.ProvinceCode, clock.UtcNow, by, key.KeyId, key.PublicKeyPem, written, left).ToBytes();
        await AddAsync(zip, ArchiveManifest.FileName, "", manifest, cancellationToken);
        await AddAsync(zip, ArchiveManifest.SignatureName, "", Encoding.ASCII.GetBytes(Convert.ToBase64String(key.SignManifest(manifest))), cancellationToken);
    }

    private Task<List<Contract>> ContractsAsync(Guid projectId, CancellationToken cancellationToken) =>
        db.WholeContracts.AsNoTracking().Where(c => c.ProjectId == projectId).OrderBy(c => c.ContractId).ToListAsync(cancellationToken);

    private static IEnumerable<ArchivedPaper> PapersOf(Contract contract)
    {
        const string Folder = "3-hop-dong";
        if (contract.FileSha is { } signed)
        {
            yield return new(Folder, $"Hợp đồng {contract.Number}", contract.FileName ?? "hop-dong.pdf", signed);
        }

        foreach (var amendment in contract.Amendments.Where(a => a.FileSha is not null).OrderBy(a => a.Sequence))
        {
            yield return new(Folder, $"Phụ lục {amendment.Number} của hợp đồng {contract.Number}", amendment.FileName ?? "phu-luc.pdf", amendment.FileSha!);
        }

        foreach (var change in contract.BankChanges.Where(b => b.FileSha is not null).OrderBy(b => b.AskedAt))
        {
            yield return new(Folder, $"Văn bản đổi tài khoản của hợp đồng {contract.Number}", change.FileName ?? "doi-tai-khoan.pdf", change.FileSha!);
        }
    }

    private async Task<ArchivedFile> AddAsync(ZipArchive zip, string provinceCode, string path, ArchivedPaper paper, CancellationToken cancellationToken)
    {
        if (await files.OpenAsync(provinceCode, paper.Sha256, cancellationToken) is not { } content)
        {
            return new(path, paper.What, paper.Sha256, 0, IsMissing: true);
        }

        await using (content)
        {
            // What is in the package is told by what was written, not by what the record says.
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var stream = zip.CreateEntry(path).Open();
            var (buffer, size) = (new byte[BufferSize], 0L);
            while (await content.ReadAsync(buffer, cancellationToken) is var read and > 0)
            {
                hash.AppendData(buffer, 0, read);
                await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                size += read;
            }

            return new(path, paper.What, Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
    }

    private static async Task<ArchivedFile> AddAsync(ZipArchive zip, string path, string what, byte[] content, CancellationToken cancellationToken)
    {
        await using var stream = zip.CreateEntry(path).Open();
        await stream.WriteAsync(content, cancellationToken);
        return new(path, what, Convert.ToHexStringLower(SHA256.HashData(content)), content.Length);
    }
}
