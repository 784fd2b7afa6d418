using System.Globalization;
using System.Text;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <content>How the project was judged, and by which decisions it has its money.</content>
public sealed partial class ProjectArchive
{
    private const string AppraisalFolder = "1b-tham-dinh";
    private const string PlanFolder = "2-ke-hoach";

    /// <summary>Rounds that the viewer reads: as on the pages of appraisal; those who audit the province read all.</summary>
    private IQueryable<Appraisal> AppraisalsOf(Guid projectId, Viewer viewer)
    {
        var rounds = db.WholeAppraisals.AsNoTracking().Where(a => a.ProjectId == projectId);
        return viewer.Reach(Act.ViewAudit) is Scope.Province ? rounds : rounds.VisibleTo(viewer);
    }

    private async Task<(List<Appraisal> Rounds, Dictionary<Guid, Council> Councils, Dictionary<Guid, AppraisalSession> Sessions)> JudgedAsync(Guid projectId, Viewer viewer, CancellationToken cancellationToken)
    {
        var rounds = await AppraisalsOf(projectId, viewer).OrderBy(a => a.Round).ToListAsync(cancellationToken);
        var (councils, sessions) = (rounds.Select(a => a.CouncilId).ToList(), rounds.Select(a => a.AppraisalSessionId).ToList());
        return (
            rounds,
            await db.Councils.AsNoTracking().Where(c => councils.Contains(c.CouncilId)).ToDictionaryAsync(c => c.CouncilId, cancellationToken),
            await db.AppraisalSessions.AsNoTracking().Where(s => sessions.Contains(s.AppraisalSessionId)).ToDictionaryAsync(s => s.AppraisalSessionId, cancellationToken));
    }

    /// <summary>Decisions on councils, signed minutes of sessions that ended, proofs of conditions.</summary>
    private async Task<IEnumerable<ArchivedPaper>> AppraisalPapersAsync(Guid projectId, Viewer viewer, CancellationToken cancellationToken)
    {
        var (rounds, councils, sessions) = await JudgedAsync(projectId, viewer, cancellationToken);
        return
        [
            .. councils.Values.Where(c => c.File is not null).OrderBy(c => c.DecisionDate).Select(c => new ArchivedPaper(AppraisalFolder, $"Quyết định số {c.DecisionNumber} thành lập {c.Name}", c.File!.FileName, c.File.Sha256)),
            .. sessions.Values.Where(s => !s.IsOpen && s.SignedMinutes is not null).OrderBy(s => s.HeldOn).Select(s => new ArchivedPaper(AppraisalFolder, $"Biên bản phiên họp ngày {s.HeldOn.Text()}", s.SignedMinutes!.FileName, s.SignedMinutes.Sha256)),
            .. rounds.SelectMany(a => a.Conditions).Where(c => c.ProofFile is not null).Select(c => new ArchivedPaper(AppraisalFolder, $"Minh chứng điều kiện: {c.Text}", c.ProofFile!.FileName, c.ProofFile.Sha256)),
        ];
    }

    /// <summary>Lines of allotment that the project draws or drew on.</summary>
    private async Task<List<Guid>> LinesAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var drawn = db.PlanItemAmounts.Where(a => a.AllocationId != null && db.PlanItems.Any(i => i.PlanItemId == a.PlanItemId && i.ProjectId == projectId)).Select(a => a.AllocationId!.Value);
        return await drawn.Union(db.LedgerPositions.Where(p => p.ProjectId == projectId).Select(p => p.AllocationId)).ToListAsync(cancellationToken);
    }

    private async Task<IEnumerable<ArchivedPaper>> AllotmentPapersAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var lines = await LinesAsync(projectId, cancellationToken);
        return (await db.AllocationEntries.AsNoTracking().Where(e => lines.Contains(e.AllocationId) && e.FileSha != null).OrderBy(e => e.AllocationEntryId).ToListAsync(cancellationToken))
            .DistinctBy(e => e.FileSha).Select(e => new ArchivedPaper(PlanFolder, $"{e.Kind.Text()}, văn bản số {e.DocumentNumber} ngày {e.DocumentDate.Text()}", e.FileName ?? "giao-du-toan.pdf", e.FileSha!));
    }

    /// <summary>Signed decisions behind what was entered the other way on the project or on its lines, and behind the year-end of these lines.</summary>
    private async Task<List<ArchivedPaper>> LedgerPapersAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var lines = await LinesAsync(projectId, cancellationToken);
        var holders = await db.Allocations.Where(a => lines.Contains(a.AllocationId)).Select(a => a.HolderId).Distinct().ToListAsync(cancellationToken);
        // Entries of another project, or of management costs, on the same line are not this project's.
        var opposite = await db.LedgerScans.AsNoTracking().Where(s => lines.Contains(s.AllocationId))
            .Join(db.LedgerEntries.Where(e => e.ProjectId == projectId || (e.ProjectId == null && e.ManagementEstimateId == null)), s => s.LedgerEntryId, e => e.LedgerEntryId, (s, e) => new { Scan = s, e.On, e.Sequence })
            .OrderBy(x => x.On).ThenBy(x => x.Sequence).ToListAsync(cancellationToken);
        var closings = await db.YearEndProposals.AsNoTracking().Where(p => p.State == YearEndProposalState.Approved && p.FileSha != null && holders.Contains(p.HolderId)).OrderBy(p => p.Year).ThenBy(p => p.YearEndProposalId).ToListAsync(cancellationToken);
        return
        [
            .. opposite.Select(x => new ArchivedPaper(PlanFolder, $"Văn bản làm căn cứ ghi ngược, bút toán số {x.Sequence} ngày {x.On.Text()}", x.Scan.FileName, x.Scan.FileSha)),
            .. closings.Where(p => p.ProposedLines.Any(l => lines.Contains(l.AllocationId))).Select(p => new ArchivedPaper(PlanFolder, $"Văn bản khóa sổ, chuyển nguồn năm {p.Year}, số {p.DocumentNumber}", p.FileName ?? "khoa-so.pdf", p.FileSha!)),
        ];
    }

    /// <summary>Every decision on plans, estimates and allotments that the project rests on, with or without a scan.</summary>
    private async Task<byte[]> DecisionsAsync(Project project, CancellationToken cancellationToken)
    {
        var id = project.ProjectId;
        var batches = await db.WholeBatches.AsNoTracking().Where(b => b.Items.Any(i => i.ProjectId == id)).OrderBy(b => b.Year).ThenBy(b => b.Number).ToListAsync(cancellationToken);
        var held = await LinesAsync(id, cancellationToken);
        var lines = await db.Allocations.AsNoTracking().Where(a => held.Contains(a.AllocationId)).ToListAsync(cancellationToken);
        var entries = await db.AllocationEntries.AsNoTracking().Where(e => held.Contains(e.AllocationId)).OrderBy(e => e.DocumentDate).ThenBy(e => e.AllocationEntryId).ToListAsync(cancellationToken);
        var (years, holders) = (lines.Select(l => l.Year).Distinct().ToList(), lines.Select(l => l.HolderId).Distinct().ToList());
        var estimates = (await db.WholeEstimates.AsNoTracking().Where(e => years.Contains(e.Year) && holders.Contains(e.HolderId)).OrderBy(e => e.Year).ToListAsync(cancellationToken))
            .Where(e => lines.Exists(l => l.Year == e.Year && l.HolderId == e.HolderId));
        List<string?[]> rows = [["Hồ sơ", "Bước, loại văn bản", "Số", "Ngày", "Cơ quan, người ký", "Nội dung, số tiền"]];
        foreach (var estimate in estimates)
        {
            rows.AddRange(estimate.Steps.OrderBy(s => s.Sequence).Select(s => (string?[])[$"Dự toán năm {estimate.Year}: {estimate.Title}", s.Action.Done(), s.DocumentNumber, (s.DocumentDate ?? s.On).Text(), s.OutsideAppraiserUnit, s.Note]));
        }

        rows.AddRange(entries.Select(e => (string?[])[$"Giao dự toán năm {lines.Single(l => l.AllocationId == e.AllocationId).Year}", e.Kind.Text(), e.DocumentNumber, e.DocumentDate.Text(), e.Issuer, $"{FundingSource.Find(lines.Single(l => l.AllocationId == e.AllocationId).Source)?.Name}: {e.Amount}"]));
        foreach (var batch in batches)
        {
            var plan = $"Kế hoạch năm {batch.Year}, đợt {batch.Number}";
            rows.AddRange(batch.Steps.OrderBy(s => s.Sequence).Select(s => (string?[])[plan, s.Action.Done(), s.DocumentNumber, (s.DocumentDate ?? s.On).Text(), s.OutsideAppraiserUnit, s.Note]));
            var approved = batch.Items.Where(i => i.ProjectId == id).SelectMany(i => i.Amounts).Where(a => a.Approved is not null).Select(a => $"{FundingSource.Find(a.Source)?.ShortName} {a.Approved}{(a.Returned > Dong.Zero ? $" (trong đó đã trả về nguồn {a.Returned})" : "")}");
            rows.Add([plan, batch.State.Text(), batch.DecisionNumber, batch.DecisionDate?.Text(), string.Join(", ", new[] { batch.Decider?.Text(), batch.Signer }.OfType<string>()), $"Phê duyệt cho đề án: {string.Join("; ", approved)}"]);
        }

        return Csv(rows);
    }

    /// <summary>Every round: council, declarations, opinions once the votes are open, result, conclusions also where they were undone, conditions.</summary>
    private async Task<byte[]> AppraisalsAsync(Project project, Viewer viewer, CancellationToken cancellationToken)
    {
        var (rounds, councils, sessions) = await JudgedAsync(project.ProjectId, viewer, cancellationToken);
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>Thẩm định</title></head><body><h1>Hồ sơ thẩm định</h1>");
        var hidden = await db.Appraisals.CountAsync(a => a.ProjectId == project.ProjectId, cancellationToken) - rounds.Count;
        if (rounds.Count == 0 || hidden > 0)
        {
            Line(html, "p", hidden > 0 ? $"Có {hidden} lần thẩm định không nằm trong gói này: người lập gói không xem được hồ sơ thẩm định ấy." : "Chưa có lần thẩm định nào trên phần mềm.");
        }

        foreach (var round in rounds)
        {
            Line(html, "h2", $"Lần {round.Round}: {round.Mode.Text()}, {round.State.Text(round.Mode).InSentence()}, bắt đầu ngày {round.StartedOn.Text()}");
            if (round.CouncilId is { } council && councils.TryGetValue(council, out var by))
            {
                Line(html, "p", $"{by.Name}, Quyết định số {by.DecisionNumber} ngày {by.DecisionDate.Text()}, người ký: {by.Signer}.");
            }

            if (round.AppraisalSessionId is { } session && sessions.TryGetValue(session, out var held))
            {
                // What was said there belongs to every dossier of the session; its own minutes are printed and signed.
                Line(html, "p", $"Phiên họp ngày {held.HeldOn.Text()} tại {held.Place}, {(held.ClosedAt is { } closed ? $"kết thúc {closed.LocalText()}" : "chưa kết thúc")}.");
            }

            Tell(html, round);
        }

        return Encoding.UTF8.GetBytes(html.Append("</body></html>").ToString());
    }

    private static void Tell(StringBuilder html, Appraisal round)
    {
        html.AppendLine("<ul>");
        foreach (var seat in round.Seats.OrderBy(s => s.Order))
        {
            Line(html, "li", $"{seat.Name} ({seat.Role.Text()}, {seat.UnitName}){(seat.IsRecused ? $", rút: {seat.Grounds.Text()}" : "")}{(seat.StandsInReason is { } instead ? $", dự khuyết thay: {instead}" : "")}");
        }

        html.AppendLine("</ul>");
        if (!round.IsUnsealed)
        {
            Line(html, "p", "Phiếu ý kiến còn niêm phong, không có trong gói này.");
        }

        // Nobody's own: what is still sealed stays sealed, whoever makes the package.
        foreach (var opinion in round.OpinionsFor(Guid.Empty))
        {
            Line(html, "h3", $"Phiếu của {round.Seats.First(s => s.AppraisalSeatId == opinion.AppraisalSeatId).Name}: {opinion.Vote.Text()}");
            foreach (var remark in opinion.Remarks)
            {
                Line(html, "p", $"{AppraisalContent.All.FirstOrDefault(c => c.Code == remark.Code)?.Name ?? remark.Code}: {(remark.Meets is true ? "đạt yêu cầu" : "chưa đạt yêu cầu")}{(remark.Text is { } text ? $". {text}" : "")}");
            }

            Line(html, "p", $"{opinion.Note} {Support(opinion.Text.Support)}");
        }

        if (round.Result is { } result)
        {
            Line(html, "p", string.Create(CultureInfo.InvariantCulture, $"Kết quả: {result.Text()}; {round.EntitledCount} người có quyền bỏ phiếu, đạt {round.PassCount}, đạt có điều kiện {round.ConditionalCount}, không đạt {round.FailCount}. {round.ResultReason} {Support(round.Supported)}"));
        }

        foreach (var conclusion in round.Conclusions.OrderBy(c => c.At))
        {
            Line(html, "p", $"Kết luận của {conclusion.ByName}, {conclusion.At.LocalText()}: {conclusion.Outcome.Text()}. {conclusion.Reason} {Support(conclusion.Support)}{(conclusion.UndoneAt is { } undone ? $" (đã hủy {undone.LocalText()}, {conclusion.UndoneBy}: {conclusion.UndoneReason})" : "")}");
        }

        foreach (var condition in round.Conditions)
        {
            Line(html, "p", $"Điều kiện: {condition.Text}. {condition.State.Text()}{(condition.MetOn is { } met ? $" ngày {met.Text()}, {condition.MetBy}: {condition.Proof}" : "")}");
        }

        if (round.ClosedReason is { } why)
        {
            Line(html, "p", $"Lý do kết thúc: {why}");
        }
    }

    private static string Support(ProposedSupport support) => support.Total is { } total ? $"Mức hỗ trợ: {total}." : "";

    private static void Line(StringBuilder html, string tag, string text) => html.Append('<').Append(tag).Append('>').Append(Encoded(text)).Append("</").Append(tag).AppendLine(">");
}
