using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Pages.Appraisals;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>The money of one commune (dữ liệu minh họa), in Development only: an estimate that went its whole way and was allotted, and a small plan that draws on it.</summary>
/// <remarks>Of this year, as the national sample: next year's is left to whoever tries the product.</remarks>
internal sealed class SeedCommuneMoney(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Mark = "sample-commune-money";
    private const string Commune = "22453";
    private const string Reason = "Nhiệm vụ phù hợp, chi phí hợp lý (dữ liệu minh họa).";

    private static readonly Dong Amount = Dong.Millions(60);

    public async Task RunAsync(KhuyenCongDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.SeedMarks.FindAsync([Mark], cancellationToken) is not null)
        {
            return;
        }

        await SampleDesk.InProvinceAsync(scopes, "56", CamLamAsync, cancellationToken);
        db.SeedMarks.Add(new() { Name = Mark, Hash = "1" });
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task CamLamAsync(SampleDesk desk)
    {
        var (officer, accountant, leader) = (await desk.PersonAsync("kh.xa"), await desk.PersonAsync("kh.xa.ketoan"), await desk.PersonAsync("kh.xa.lanhdao"));
        var year = clock.Today.Year;
        if (officer.OrganisationId is not { } office || await desk.Db.AnnualPlans.AnyAsync(p => p.TerritoryCode == Commune && p.Year == year, desk.CancellationToken))
        {
            return;
        }

        if (await AllotAsync(desk, office, officer, accountant, leader) && await AppraiseAsync(desk, officer, leader) is { } project)
        {
            await PlanAsync(desk, office, project, officer, accountant, leader);
        }
    }

    /// <summary>Written by the officer, appraised by the accountant, decided and allotted by the leader.</summary>
    private async Task<bool> AllotAsync(SampleDesk desk, Guid office, SamplePerson officer, SamplePerson accountant, SamplePerson leader)
    {
        var (db, book, stop) = (desk.Db, desk.Services.GetRequiredService<PlanBook>(), desk.CancellationToken);
        var (id, line) = (desk.NewId(), desk.NewId());
        var title = $"Dự toán khuyến công xã Cam Lâm năm {clock.Today.Year} ({SampleDesk.Invented})";
        if (BudgetEstimating.Draft(new(id, "56", clock.Today.Year, office, title, officer.UserId, clock.Today), Commune, Planner(officer), true).Event is not { } drafted)
        {
            return false;
        }

        db.BudgetEstimates.Add(BudgetEstimate.From(drafted));
        db.Because("estimate.drafted", SampleDesk.Invented);
        await db.SaveChangesAsync(stop);
        await book.WriteAsync(id, null, [new(line, "k2", FundingSource.Commune.Code, "Tập huấn nghề cho cơ sở trên địa bàn xã", Dong.Millions(100))], Planner(officer), stop);
        (BudgetEstimateAction Action, SamplePerson By, string Number)[] way =
        [
            (BudgetEstimateAction.SubmitToAccountant, officer, "00/TTr"), (BudgetEstimateAction.Appraise, accountant, "00/BC"), (BudgetEstimateAction.SubmitToCouncil, leader, "00/TTr-UBND"),
            (BudgetEstimateAction.Resolve, leader, "00/NQ-HĐND"), (BudgetEstimateAction.Allot, leader, "00/QĐ-UBND"),
        ];
        foreach (var (action, by, number) in way)
        {
            var move = new BudgetEstimateMove(action, SampleDesk.Invented, Document(number), clock.Today, $"UBND xã Cam Lâm ({SampleDesk.Invented})", [(line, Dong.Millions(100), null)]);
            if ((await book.MoveAsync(id, null, move, Planner(by), stop)).Event is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A task of the commune, filed by its officer, appraised by somebody from outside, concluded by its leader.</summary>
    private async Task<Guid?> AppraiseAsync(SampleDesk desk, SamplePerson officer, SamplePerson leader)
    {
        var (db, stop) = (desk.Db, desk.CancellationToken);
        db.ChangeTracker.Clear();
        var project = await desk.AddAsync("kh.xa", Training(desk));
        foreach (var (action, by) in new[] { (ProjectAction.File, officer), (ProjectAction.SendToAppraisal, leader) })
        {
            if (ProjectMoves.Of(project, desk.NewId(), new(action), Mover(by), [], clock).Event is not { } step)
            {
                return null;
            }

            await desk.Services.GetRequiredService<ProjectBook>().RecordAsync(project, step, SampleDesk.Invented, stop);
        }

        var appraiser = await desk.PersonAsync("kh.chuyenvien");
        var member = new MemberText(appraiser.UserId, appraiser.Name, appraiser.OrganisationId, appraiser.UnitName, CouncilRole.Appraiser, false);
        var started = await desk.Services.GetRequiredService<AppraisalBook>().StartAsync(
            project, Mover(leader), found => [new(desk.NewId(), member, found(appraiser.UserId))], [appraiser.UserId], null, null, null, stop);
        if (started.Event is not { } round)
        {
            return null;
        }

        db.Because("appraisal.started", SampleDesk.Invented);
        await db.SaveChangesAsync(stop);
        var appraisal = await db.WholeAppraisals.SingleAsync(a => a.AppraisalId == round.AppraisalId, stop);
        await ConcludeAsync(desk, project, appraisal, appraiser, leader);
        return project.ProjectId;
    }

    private async Task ConcludeAsync(SampleDesk desk, Project project, Appraisal appraisal, SamplePerson appraiser, SamplePerson leader)
    {
        var (now, caps, support) = (clock.UtcNow, AppraisalBook.CapsOf(project, [], clock.Today), new ProposedSupport(Commune: Amount));
        var opinion = new OpinionText(AppraisalVote.Pass, [.. AppraisalContent.All.Select(c => new ContentRemark(c.Code, true))], [], Reason, support);
        appraisal.Apply(SampleDesk.Must(Appraising.Declare(appraisal, appraiser.UserId, false, null, ConflictGround.None, now)));
        appraisal.Apply(SampleDesk.Must(Appraising.Send(appraisal, desk.NewId(), appraiser.UserId, opinion, AppraisalSetting.Suggested, caps, ConflictGround.None, now)));
        appraisal.Apply(Concluding.Open(appraisal, _ => ConflictGround.None, now));
        var moved = SampleDesk.Must(ProjectMoves.Of(project, desk.NewId(), new(ProjectAction.ConcludePassed, Reason), Mover(leader), [], clock, appraisal.StandingWith(false, null)));
        var concluded = SampleDesk.Must(Concluding.Conclude(appraisal, desk.NewId(), true, Reason, support, [], caps, (leader.UserId, leader.Name), desk.NewId, now));
        appraisal.Apply(concluded);
        project.Apply(moved);
        desk.Db.Because("appraisal.concluded", Reason);
        await desk.Db.SaveChangesAsync(desk.CancellationToken);
    }

    private async Task PlanAsync(SampleDesk desk, Guid office, Guid projectId, SamplePerson officer, SamplePerson accountant, SamplePerson leader)
    {
        var (db, book, stop) = (desk.Db, desk.Services.GetRequiredService<PlanBook>(), desk.CancellationToken);
        db.ChangeTracker.Clear();
        var plan = AnnualPlan.From(new(desk.NewId(), "56", Regime.Commune, Commune, clock.Today.Year, office, null, officer.UserId, clock.Today));
        var batch = plan.Open(new(desk.NewId(), officer.UserId, clock.Today));
        db.AddRange(plan, batch);
        db.Because("plan.opened", SampleDesk.Invented);
        await db.SaveChangesAsync(stop);

        var id = batch.ApprovalBatchId;
        BatchMove Moved(BatchAction action, string number) => new(action, SampleDesk.Invented, Document(number), clock.Today, "Người ký Minh Họa", action is BatchAction.Approve ? PlanDecider.CommuneCommittee : null);
        await book.ChooseAsync(id, null, [projectId], Planner(officer), stop);
        await book.StepAsync(id, null, null, Moved(BatchAction.Submit, "00/TTr"), Planner(officer), stop);
        await book.StepAsync(id, null, b => [.. b.Items.Select(i => new AppraisedItem(i.PlanItemId, i.Amounts.ToDictionary(a => a.Source, a => (Dong?)a.Proposed), false, null))], Moved(BatchAction.Appraise, "00/BC"), Planner(accountant), stop);
        await book.ApproveAsync(id, null, Moved(BatchAction.Approve, "00/QĐ-UBND"), Planner(leader), stop);
    }

    private ProjectText Training(SampleDesk desk) => new()
    {
        Kind = ProjectKind.Commune,
        Nature = ProjectNature.AgencyTask,
        Year = clock.Today.Year,
        Title = $"Tập huấn sản xuất sạch hơn cho cơ sở trên địa bàn xã Cam Lâm ({SampleDesk.Invented})",
        ContentCode = "k2",
        CommuneCode = Commune,
        ImplementingUnit = $"UBND xã Cam Lâm ({SampleDesk.Invented})",
        StartsOn = clock.Today,
        EndsOn = new(clock.Today.Year, 12, 31),
        Dossier = new() { Necessity = "Cơ sở trên địa bàn xã cần kiến thức về sản xuất sạch hơn.", Objectives = "Hai lớp, mỗi lớp 30 người.", Contents = "Mời giảng viên, tổ chức hai lớp tại nhà văn hóa xã." },
        WorkPlan = [new("Tổ chức hai lớp tập huấn", "trong năm", "UBND xã")],
        Lines = [new(desk.NewId(), "Tổ chức lớp tập huấn 02 ngày", "conference", null, "lớp", 2, Dong.Millions(30), new(Commune: Amount))],
    };

    private static PlanMover Planner(SamplePerson person) => new(person.UserId, act => RoleTable.Allows(person.Role, act), [Commune]);

    private static ProjectMover Mover(SamplePerson person) => new(person.UserId, person.OrganisationId, act => RoleTable.Allows(person.Role, act), [Commune], []);

    private static string Document(string number) => $"{number} ({SampleDesk.Invented})";
}
