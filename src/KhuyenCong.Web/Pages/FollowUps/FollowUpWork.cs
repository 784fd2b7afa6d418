using KhuyenCong.Data;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Home;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.FollowUps;

/// <summary>Sheets that the owner has to answer, that wait for a confirmation, whose machine is gone, whose misuse waits for a second person.</summary>
public static class FollowUpWork
{
    private const int Most = 50;

    public static async Task<IEnumerable<WorkItem>> OfAsync(KhuyenCongDb db, Viewer viewer, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        if (!viewer.Can(Act.AnswerFollowUp))
        {
            return [];
        }

        var mover = await viewer.AsProjectMoverAsync(db, CancellationToken.None);
        var own = mover.OwnEstablishments.ToList();
        var soon = today.AddDays(FollowUp.EarlyDays);
        var confirms = viewer.Can(Act.ConfirmFollowUp);
        var inspects = viewer.Can(Act.InspectProject);
        var rows = await db.FollowUps.AsNoTracking().VisibleTo(viewer, db)
            .Where(f => ((f.State == FollowUpState.AwaitingAnswer || f.State == FollowUpState.SentBack) && f.DueOn <= soon)
                || (confirms && f.State == FollowUpState.Submitted)
                || (inspects && (f.Misuse == MisuseState.Proposed || (f.State == FollowUpState.Confirmed && f.HasMissingMachine && f.MoneyUse == PurposeFinding.Unsettled))))
            // Whoever answers of their own is asked by name; officials look after those that are late.
            .Where(f => own.Contains(f.EstablishmentId) || f.DueOn < today || (f.State != FollowUpState.AwaitingAnswer && f.State != FollowUpState.SentBack))
            .OrderBy(f => f.DueOn).ThenBy(f => f.FollowUpId).Take(Most).ToListAsync();
        var contracts = rows.Select(f => f.ContractId).Distinct().ToList();
        var parties = await db.Contracts.AsNoTracking().Where(c => contracts.Contains(c.ContractId)).Select(c => new { c.ContractId, PartyAId = (Guid?)c.PartyAId, c.PartyBOrganisationId }).ToDictionaryAsync(c => c.ContractId);
        return [.. rows.Select(f => Item(f, [.. new[] { parties[f.ContractId].PartyAId, parties[f.ContractId].PartyBOrganisationId }.OfType<Guid>()], mover)).OfType<WorkItem>()];
    }

    private static WorkItem? Item(FollowUp sheet, IReadOnlyCollection<Guid> units, ProjectMover mover)
    {
        var href = $"/theo-doi/{sheet.FollowUpId}";
        if (sheet.IsEditable)
        {
            return !mover.May(Act.AnswerFollowUp, sheet, units) ? null : new(
                sheet.State is FollowUpState.SentBack ? "Phiếu theo dõi bị trả lại" : "Phiếu theo dõi sau hỗ trợ", sheet.BeneficiaryName, $"Sau {sheet.Months} tháng: lao động, doanh thu, máy được hỗ trợ", sheet.StateSince, sheet.DueOn, "Trả lời", $"{href}/tra-loi");
        }

        var isConcerned = mover.IsConcerned(sheet);
        if (sheet.Misuse is MisuseState.Proposed)
        {
            return !isConcerned && sheet.MisuseProposedBy != mover.UserId && mover.May(Act.InspectProject, sheet, units)
                ? new("Đề nghị kết luận sai mục đích", sheet.BeneficiaryName, "Người khác của Sở đã lập đề nghị; xem xét, kết luận", null, sheet.MisuseDueOn, "Xem xét", $"{href}#sai-muc-dich")
                : null;
        }

        var gone = sheet.HasMissingMachine ? "; cảnh báo: có máy đã chuyển hoặc bán" : "";
        return sheet.State is FollowUpState.Submitted
            ? !isConcerned && !sheet.HasHand(mover.UserId) && mover.May(Act.ConfirmFollowUp, sheet, units)
                ? new("Phiếu theo dõi chờ xác nhận", sheet.BeneficiaryName, $"Lần {sheet.Round}, trả lời ngày {sheet.AnsweredOn:dd/MM/yyyy}{gone}", sheet.AnsweredOn, null, "Xem, xác nhận", href)
                : null
            : mover.May(Act.InspectProject, sheet, units)
                ? new("Máy đã chuyển hoặc bán", sheet.BeneficiaryName, "Kinh phí hỗ trợ còn phải làm rõ có đúng mục đích không", sheet.ConfirmedOn, null, "Làm rõ", href)
                : null;
    }
}
