using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Acceptances;
using KhuyenCong.Web.Pages.Appraisals;
using KhuyenCong.Web.Pages.Contracts;
using KhuyenCong.Web.Pages.Execution;
using KhuyenCong.Web.Pages.FollowUps;
using KhuyenCong.Web.Pages.Ledgers;
using KhuyenCong.Web.Pages.Payments;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Projects;
using KhuyenCong.Web.Pages.Reminders;
using KhuyenCong.Web.Pages.Settlements;
using KhuyenCong.Web.Pages.Surveys;
using KhuyenCong.Web.Pages.YearlySettlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Home;

/// <summary>One thing that waits for the viewer, with its one button.</summary>
/// <param name="Kind">What kind of work: groups the eye, not the list.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Detail">Why it waits.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Due">Until when; null where no deadline is set.</param>
/// <param name="Button">The one next step.</param>
/// <param name="Href">Where it is done.</param>
public sealed record WorkItem(string Kind, string Title, string Detail, DateOnly? Since, DateOnly? Due, string Button, string Href)
{
    public bool IsOverdue(DateOnly today) => Due < today;
}

/// <summary>Việc của tôi: gathers what waits, from every capability, as far as the viewer may act on it.</summary>
public sealed class MyWork(KhuyenCongDb db, Viewer viewer, TimeProvider clock)
{
    public async Task<IReadOnlyList<WorkItem>> ReadAsync()
    {
        List<WorkItem> work = [];
        if (viewer.Can(Act.ExplainDiscrepancy))
        {
            work.AddRange(await DiscrepanciesAsync());
        }

        if (viewer.Can(Act.EditProgramme))
        {
            work.AddRange(await VersionsAsync());
        }

        work.AddRange(await PetitionsAsync());
        if (viewer.Can(Act.DraftAmendment))
        {
            work.AddRange(await AmendmentsAsync());
        }

        if (viewer.Can(Act.AdoptRule))
        {
            work.AddRange(await AdoptionsAsync());
        }

        var today = clock.Today;
        work.AddRange(await ProjectWork.OfAsync(db, viewer));
        work.AddRange(await SurveyWork.OfAsync(db, viewer, clock));
        work.AddRange(await PlanWork.OfAsync(db, viewer));
        work.AddRange(await ContractWork.OfAsync(db, viewer));
        work.AddRange(await AcceptanceWork.OfAsync(db, viewer, today));
        work.AddRange(await SettlementWork.OfAsync(db, viewer));
        work.AddRange(await YearEndWork.OfAsync(db, viewer, today));
        work.AddRange(await YearlyWork.OfAsync(db, viewer, new(db, viewer, clock), today));
        work.AddRange(await AppraisalWork.OfAsync(db, viewer));
        work.AddRange(await PaymentWork.OfAsync(db, viewer, clock));
        work.AddRange(await OfficesAsync(today));
        work.AddRange(await ExecutionWork.OfAsync(db, viewer, today));
        work.AddRange(await FollowUpWork.OfAsync(db, viewer, today));
        return [.. work.OrderByDescending(w => w.IsOverdue(today)).ThenBy(w => w.Due ?? DateOnly.MaxValue).ThenBy(w => w.Since ?? DateOnly.MaxValue)];
    }

    /// <summary>How many things of no single project are with the viewer's office, for whoever opens the page that lists them.</summary>
    private async Task<IEnumerable<WorkItem>> OfficesAsync(DateOnly today)
    {
        if (!viewer.Can(Act.ViewProjects) || !(viewer.Can(Act.ViewPlans) || viewer.Can(Act.ViewYearlySettlements)))
        {
            return [];
        }

        var own = (await OfficeBook.OfAsync(db, viewer, null, today, default)).Where(r => r.IsWith(viewer)).ToList();
        return own.Count == 0 ? [] : [new("Việc của cơ quan", $"{own.Count} việc không thuộc riêng đề án nào", "Kế hoạch, dự toán, chi quản lý, khóa sổ, quyết toán năm, sao kê, phản ánh, kiến nghị đang chờ cơ quan bạn xử lý", own.Min(r => r.Item.Since), null, "Xem danh sách", "/de-an/dang-cho-ai#viec-co-quan")];
    }

    private async Task<IEnumerable<WorkItem>> DiscrepanciesAsync()
    {
        var open = await db.Discrepancies
            .Where(d => d.Origin == DiscrepancyOrigin.Rule && d.State == DiscrepancyState.Open)
            .Join(db.Programmes, d => d.ProgrammeId, p => p.ProgrammeId, (d, p) => new { d, p })
            .Join(db.ProgrammeVersions.Where(v => v.State == VersionState.InForce), x => x.p.ProgrammeId, v => v.ProgrammeId, (x, v) => new { x.d.DiscrepancyId, x.d.ProgrammeId, x.d.Title, x.d.Order, x.p.CommuneCode, v.DecisionNumber, v.DecisionDate })
            .OrderBy(x => x.DecisionDate).ThenBy(x => x.Order).ToListAsync();
        // A commune's own programme is its own office's work: the Sở may help, but it does not wait for the Sở.
        return open.Where(d => d.CommuneCode is { } commune ? viewer.CommuneCodes.Contains(commune) : viewer.CanIn(Act.ExplainDiscrepancy, null))
            .Select(d => new WorkItem("Mâu thuẫn số liệu", d.Title, $"Quyết định {d.DecisionNumber}; chờ giải trình bằng văn bản có chữ ký", d.DecisionDate, null, "Giải trình", $"/chuong-trinh/{d.ProgrammeId}/mau-thuan/{d.DiscrepancyId}"));
    }

    private async Task<IEnumerable<WorkItem>> VersionsAsync()
    {
        var communes = await db.Programmes.Select(p => new { p.ProgrammeId, p.CommuneCode }).ToDictionaryAsync(p => p.ProgrammeId, p => p.CommuneCode);
        var own = communes.Where(p => viewer.CanIn(Act.EditProgramme, p.Value)).Select(p => p.Key).ToList();
        var versions = await db.ProgrammeVersions.AsNoTracking().Where(v => v.State != VersionState.Superseded && own.Contains(v.ProgrammeId)).ToListAsync();
        var drafts = versions.Where(v => v.State is VersionState.Draft)
            .Select(v => new WorkItem("Bản nháp chương trình", v.Text.Title, $"Phiên bản {v.Number}, {v.SavedBy} lưu ngày {v.SavedAt.ToVietnam():dd/MM/yyyy}; chưa ban hành", DateOnly.FromDateTime(v.SavedAt.ToVietnam()), null, "Soạn tiếp", $"/chuong-trinh/{v.ProgrammeId}/ban-thao/{v.Number}"));
        var annexes = versions.Where(v => v.State is VersionState.InForce)
            .SelectMany(v => v.Text.MissingAnnexes.Select(a => new WorkItem("Phụ lục chưa có", a.Name, $"Quyết định {v.DecisionNumber}, mục {a.Clause}: chưa có số liệu", v.DecisionDate, null, "Nhập phụ lục", $"/chuong-trinh/{v.ProgrammeId}/sua")));
        return drafts.Concat(annexes);
    }

    private async Task<IEnumerable<WorkItem>> PetitionsAsync()
    {
        var (user, unit) = (viewer.UserId, viewer.OrganisationId);
        List<WorkItem> work = [];
        if (viewer.Can(Act.AnswerPetition))
        {
            var waiting = await db.Petitions.AsNoTracking().Where(p => p.State == PetitionState.Filed || p.State == PetitionState.Received).ToListAsync();
            work.AddRange(waiting.Select(p => p.State is PetitionState.Filed
                ? new WorkItem("Kiến nghị mới", p.Title, $"{p.Code}, {p.FilerName} gửi ngày {p.FiledOn:dd/MM/yyyy}", p.FiledOn, null, "Tiếp nhận", $"/kien-nghi/{p.PetitionId}")
                : new WorkItem("Kiến nghị chờ trả lời", p.Title, $"{p.Code}, {p.FilerName}", p.ReceivedOn ?? p.FiledOn, p.Deadline, "Trả lời", $"/kien-nghi/{p.PetitionId}")));
        }

        if (viewer.Can(Act.FilePetition))
        {
            var own = await db.Petitions.AsNoTracking()
                .Where(p => p.State == PetitionState.AwaitingInformation && (p.FiledBy == user || (unit != null && p.OrganisationId == unit))).ToListAsync();
            work.AddRange(own.Select(p => new WorkItem("Kiến nghị cần bổ sung", p.Title, $"{p.Code}: Sở đề nghị bổ sung thông tin", p.ReceivedOn ?? p.FiledOn, null, "Bổ sung", $"/kien-nghi/{p.PetitionId}")));
        }

        return work;
    }

    private async Task<IEnumerable<WorkItem>> AmendmentsAsync()
    {
        var waiting = await db.AmendmentProposals.AsNoTracking()
            .Where(a => a.State != AmendmentState.Issued && a.State != AmendmentState.Rejected).ToListAsync();
        return waiting.Select(a => new WorkItem("Đề xuất sửa đổi", a.Title, $"{a.Code}, {Words(a.State)}", a.OpenedOn, null, "Xử lý tiếp", $"/de-xuat-sua-doi/{a.AmendmentProposalId}"));
    }

    private async Task<IEnumerable<WorkItem>> AdoptionsAsync()
    {
        var today = clock.Today;
        var adopted = db.RuleAdoptions.Where(a => a.To == null || a.To >= today).Select(a => a.LegalRuleId);
        var missing = await db.LegalRules
            .Where(r => r.Verification != Verification.VerifiedVerbatim && (r.TerritoryProvinceCode == null || r.TerritoryProvinceCode == viewer.ProvinceCode))
            // How days are counted and what codes there are blocks nothing, adopted or not.
            .Where(r => r.Kind != RuleKind.Calendar && r.Kind != RuleKind.BudgetCode)
            .Where(r => (r.EffectiveFrom == null || r.EffectiveFrom <= today) && (r.EffectiveTo == null || r.EffectiveTo >= today))
            .CountAsync(r => !adopted.Contains(r.LegalRuleId));
        return missing == 0 ? [] : [new("Quy định chờ xác nhận", $"{missing} quy định chưa được xác nhận áp dụng cho tỉnh", "Quy định chưa đối chiếu bản gốc chỉ cảnh báo, không chặn, cho đến khi có văn bản xác nhận", null, null, "Xem và xác nhận", "/quy-dinh")];
    }

    private static string Words(AmendmentState state) => state switch
    {
        AmendmentState.Drafting => "đang soạn thảo",
        AmendmentState.Consulting => "đang lấy ý kiến",
        AmendmentState.Appraising => "đang thẩm định",
        _ => "đã trình",
    };
}
