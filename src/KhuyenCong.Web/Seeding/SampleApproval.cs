using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Pages.Appraisals;
using KhuyenCong.Web.Pages.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>The people of one province who bring an invented project (dữ liệu minh họa) from its appraisal to its plan.</summary>
internal sealed record SampleStaff(SamplePerson Centre, SamplePerson Officer, SamplePerson Leader, SamplePerson Office);

/// <summary>The way of an invented project (dữ liệu minh họa) through appraisal by one officer and a plan of its own.</summary>
internal sealed class SampleApproval(SampleDesk desk, SampleStaff staff, TimeProvider clock)
{
    private const string Reason = "Đề án phù hợp, chi phí hợp lý (dữ liệu minh họa).";

    /// <summary>The officer gives the opinion, the leader concludes.</summary>
    public async Task AppraiseAsync(Project project, ProposedSupport support)
    {
        var (db, stop, now, officer) = (desk.Db, desk.CancellationToken, clock.UtcNow, staff.Officer);
        var member = new MemberText(officer.UserId, officer.Name, officer.OrganisationId, officer.UnitName, CouncilRole.Appraiser, false);
        var round = SampleDesk.Must(await desk.Services.GetRequiredService<AppraisalBook>().StartAsync(
            project, staff.Leader.AsProjectMover(), found => [new(desk.NewId(), member, found(officer.UserId))], [officer.UserId], null, null, null, stop));
        db.Because("appraisal.started", SampleDesk.Invented);
        await db.SaveChangesAsync(stop);

        var appraisal = await db.WholeAppraisals.SingleAsync(a => a.AppraisalId == round.AppraisalId, stop);
        var caps = AppraisalBook.CapsOf(project, [], clock.Today);
        var opinion = new OpinionText(AppraisalVote.Pass, [.. AppraisalContent.All.Select(c => new ContentRemark(c.Code, true))], [], Reason, support);
        appraisal.Apply(SampleDesk.Must(Appraising.Declare(appraisal, officer.UserId, false, null, ConflictGround.None, now)));
        appraisal.Apply(SampleDesk.Must(Appraising.Send(appraisal, desk.NewId(), officer.UserId, opinion, AppraisalSetting.Suggested, caps, ConflictGround.None, now)));
        appraisal.Apply(Concluding.Open(appraisal, _ => ConflictGround.None, now));
        var moved = SampleDesk.Must(ProjectMoves.Of(project, desk.NewId(), new(ProjectAction.ConcludePassed, Reason), staff.Leader.AsProjectMover(), [], clock, appraisal.StandingWith(false, null)));
        appraisal.Apply(SampleDesk.Must(Concluding.Conclude(appraisal, desk.NewId(), true, Reason, support, [], caps, (staff.Leader.UserId, staff.Leader.Name), desk.NewId, now)));
        project.Apply(moved);
        db.Because("appraisal.concluded", Reason);
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Money is allotted for the projects' year, and the only batch of that year's plan is decided on a day.</summary>
    public async Task PlanAsync(IReadOnlyList<Project> projects, Dong allotted, PlanDecider decider, DateOnly decidedOn)
    {
        ArgumentNullException.ThrowIfNull(projects);
        var project = projects[0];
        var (db, book, stop, regime) = (desk.Db, desk.Services.GetRequiredService<PlanBook>(), desk.CancellationToken, project.Kind.Regime());
        var (writer, judge, office, holder) = (staff.Centre.AsPlanMover(), staff.Officer.AsPlanMover(), staff.Office.AsPlanMover(), staff.Officer.OrganisationId!.Value);
        db.ChangeTracker.Clear();
        var source = regime is Regime.National ? FundingSource.National : FundingSource.Provincial;
        var opened = new AllocationOpened(desk.NewId(), project.ProvinceCode, holder, null, source.Code, project.Year);
        var text = new AllotmentText(AllotmentKind.Initial, allotted, SampleDesk.Document("00/QĐ"), decidedOn.AddDays(-15), "Cơ quan minh họa", "Số liệu minh họa để dùng thử.");
        SampleDesk.Must(await book.AllotAsync(opened.AllocationId, opened, text, "hệ thống", null, null, stop));

        db.ChangeTracker.Clear();
        var plan = AnnualPlan.From(new(desk.NewId(), project.ProvinceCode, regime, null, project.Year, holder, project.ProgrammeId, writer.UserId, clock.Today));
        var batch = plan.Open(new(desk.NewId(), writer.UserId, clock.Today));
        db.AddRange(plan, batch);
        db.Because("plan.opened", SampleDesk.Invented);
        await db.SaveChangesAsync(stop);

        var id = batch.ApprovalBatchId;
        BatchMove Moved(BatchAction action, string number) => new(action, SampleDesk.Invented, SampleDesk.Document(number), decidedOn, "Người ký Minh Họa", action is BatchAction.Approve ? decider : null);
        SampleDesk.Must(await book.ChooseAsync(id, null, [.. projects.Select(p => p.ProjectId)], writer, stop));
        SampleDesk.Must(await book.StepAsync(id, null, null, Moved(BatchAction.Submit, "00/TTr-TT"), writer, stop));
        SampleDesk.Must(await book.StepAsync(id, null, b => [.. b.Items.Select(i => new AppraisedItem(i.PlanItemId, i.Amounts.ToDictionary(a => a.Source, a => (Dong?)a.Proposed), false, null))], Moved(BatchAction.Appraise, "00/BC-SCT"), judge, stop));
        if (regime is Regime.National)
        {
            SampleDesk.Must(await book.StepAsync(id, null, null, Moved(BatchAction.SendToAgency, "00/SCT"), judge, stop));
        }

        SampleDesk.Must(await book.ApproveAsync(id, null, Moved(BatchAction.Approve, "00/QĐ"), office, stop));
        db.ChangeTracker.Clear();
    }
}
