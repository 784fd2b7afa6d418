using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Pages.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>This year's national plan with one approved group project, whose beneficiaries are then proposed (dữ liệu minh họa), in Development only.</summary>
internal sealed class SeedPlans(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Mark = "sample-plans";

    public async Task RunAsync(KhuyenCongDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.SeedMarks.FindAsync([Mark], cancellationToken) is not null)
        {
            return;
        }

        await SampleDesk.InProvinceAsync(scopes, "56", KhanhHoaAsync, cancellationToken);
        db.SeedMarks.Add(new() { Name = Mark, Hash = "1" });
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task KhanhHoaAsync(SampleDesk desk)
    {
        if (await desk.Db.Projects.Where(p => p.Title.StartsWith(SeedAppraisals.Group) && p.State == ProjectState.Appraised).Select(p => (Guid?)p.ProjectId).FirstOrDefaultAsync(desk.CancellationToken) is not { } project)
        {
            return;
        }

        await ApproveAsync(desk, project);
        await ProposeAsync(desk, project);
    }

    private async Task ApproveAsync(SampleDesk desk, Guid projectId)
    {
        var (db, book, stop) = (desk.Db, desk.Services.GetRequiredService<PlanBook>(), desk.CancellationToken);
        var (writer, judge, office) = ((await desk.PersonAsync("kh.trungtam")).AsPlanMover(), await desk.PersonAsync("kh.chuyenvien"), (await desk.PersonAsync("kh.ubnd")).AsPlanMover());
        var opened = new AllocationOpened(desk.NewId(), "56", judge.OrganisationId!.Value, null, FundingSource.National.Code, clock.Today.Year);
        await book.AllotAsync(opened.AllocationId, opened, new(AllotmentKind.Initial, Dong.Millions(1_000), Document("00/QĐ"), clock.Today.AddDays(-60), "Cơ quan minh họa", "Số liệu minh họa để dùng thử."), "hệ thống", null, null, stop);

        var plan = AnnualPlan.From(new(desk.NewId(), "56", Regime.National, null, clock.Today.Year, judge.OrganisationId!.Value, null, writer.UserId, clock.Today));
        var batch = plan.Open(new(desk.NewId(), writer.UserId, clock.Today));
        db.AddRange(plan, batch);
        db.Because("plan.opened", SampleDesk.Invented);
        await db.SaveChangesAsync(stop);

        var id = batch.ApprovalBatchId;
        BatchMove Moved(BatchAction action, string number) => new(action, SampleDesk.Invented, Document(number), clock.Today, "Người ký Minh Họa", action is BatchAction.Approve ? PlanDecider.Ministry : null);
        await book.ChooseAsync(id, null, [projectId], writer, stop);
        await book.StepAsync(id, null, null, Moved(BatchAction.Submit, "00/TTr-TT"), writer, stop);
        await book.StepAsync(id, null, b => [.. b.Items.Select(i => new AppraisedItem(i.PlanItemId, i.Amounts.ToDictionary(a => a.Source, a => (Dong?)a.Proposed), false, null))], Moved(BatchAction.Appraise, "00/BC-SCT"), judge.AsPlanMover(), stop);
        await book.StepAsync(id, null, null, Moved(BatchAction.SendToAgency, "00/SCT"), judge.AsPlanMover(), stop);
        await book.ApproveAsync(id, null, Moved(BatchAction.Approve, "00/QĐ-BCT"), office, stop);
    }

    private async Task ProposeAsync(SampleDesk desk, Guid projectId)
    {
        var db = desk.Db;
        db.ChangeTracker.Clear();
        var project = await db.WholeProjects.SingleAsync(p => p.ProjectId == projectId, desk.CancellationToken);
        var rows = new List<ListedBeneficiary>();
        foreach (var (name, machine, cost, support) in new[] { ("Công ty TNHH Táo sấy Ninh Thuận Xưa", "Máy sấy lạnh", 420, 210), ("HTX Nho và rượu vang Nắng Gió", "Máy đóng gói hút chân không", 300, 150) })
        {
            if (await desk.EstablishmentAsync(name) is { } workshop)
            {
                var (row, site) = (desk.NewId(), workshop.Sites[0]);
                rows.Add(new(
                    row, workshop.EstablishmentId, workshop.Name, site.ProductionSiteId, site.CommuneCode, "machines", Dong.Millions(cost), Dong.Millions(support),
                    [new(desk.NewId(), row, machine, null, "Hãng Minh Họa", null, clock.Today.Year, "Việt Nam", null, true, false, 1, Dong.Millions(cost), null)]));
            }
        }

        var centre = await desk.PersonAsync("kh.trungtam");
        if (BeneficiaryListing.Propose(project, rows, 0, Dong.Millions(400), [], desk.NewId(), desk.NewId(), SampleDesk.Invented, centre.AsProjectMover(), clock).Event is { } proposed)
        {
            db.BeneficiaryLists.Add(BeneficiaryList.From(proposed, project.ProvinceCode));
            project.Apply(proposed.Step);
            db.Because("project.beneficiaries-proposed", SampleDesk.Invented);
            await db.SaveChangesAsync(desk.CancellationToken);
        }
    }

    private static string Document(string number) => $"{number} ({SampleDesk.Invented})";
}
