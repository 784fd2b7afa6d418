using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Pages.Acceptances;
using KhuyenCong.Web.Pages.Contracts;
using KhuyenCong.Web.Pages.Execution;
using KhuyenCong.Web.Pages.Payments;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>Local projects in a plan (dữ liệu minh họa), in Development only. Two are under way: contract signed, an advance paid, one report confirmed, the acceptance of the first begun; one waits for its contract.</summary>
/// <remarks>Of this year, as the national sample: next year's is left to whoever tries the product.</remarks>
internal sealed class SeedContracts(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Mark = "sample-contracts";

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
        var year = clock.Today.Year;
        if (await desk.EstablishmentAsync("Hộ kinh doanh Bánh tráng Mây Trắng") is not { } baker || await desk.EstablishmentAsync("Công ty CP Muối sạch Đầm Xanh") is not { } salter
            || await desk.EstablishmentAsync("Hộ kinh doanh Nem chua Bà Tư Mây") is not { } butcher || await desk.Db.AnnualPlans.AnyAsync(p => p.Regime == Regime.Provincial && p.Year == year, desk.CancellationToken))
        {
            return;
        }

        // Two months in which a report is due, whatever day it is.
        var signedOn = clock.Today.AddDays(-40);
        var staff = new SampleStaff(await desk.PersonAsync("kh.trungtam"), await desk.PersonAsync("kh.chuyenvien"), await desk.PersonAsync("kh.lanhdao"), await desk.PersonAsync("kh.ubnd"));
        var approval = new SampleApproval(desk, staff, clock);
        Under[] works =
        [
            new(await AppraisedAsync(desk, approval, "Ứng dụng máy tráng bánh tự động", baker, "Máy tráng bánh tự động", 360), Dong.Millions(180), Dong.Millions(60)),
            new(await AppraisedAsync(desk, approval, "Ứng dụng máy nghiền muối tinh", salter, "Máy nghiền muối", 240), Dong.Millions(120), Dong.Millions(50)),
        ];
        var waiting = await AppraisedAsync(desk, approval, "Ứng dụng máy xay thịt trong chế biến nem chua", butcher, "Máy xay thịt", 120);
        await approval.PlanAsync([.. works.Select(w => w.Project), waiting], Dong.Millions(700), PlanDecider.ProvincialCommittee, signedOn.AddDays(-5));

        var accountant = await desk.PersonAsync("kh.ketoan");
        foreach (var work in works)
        {
            var contract = await SignAsync(desk, work.Project, work.Support, staff, signedOn);
            await PayAsync(desk, contract, PaymentKind.Advance, "Tạm ứng mua máy", work.Advance, staff, accountant);
            await ReportAsync(desk, contract, staff, signedOn, ProgressLineText.Thousand / 2, Dong.Millions(60), "Đã đặt mua máy, đang lắp đặt");
            if (work == works[0])
            {
                SampleDesk.Must(await desk.Services.GetRequiredService<AcceptanceBook>().OpenAsync(contract, AcceptanceForm.PerSite, work.Project.Beneficiaries[0].ProjectBeneficiaryId, staff.Officer.AsPlanMover(), desk.CancellationToken));
            }
        }
    }

    /// <summary>Half of the machine is supported.</summary>
    private async Task<Project> AppraisedAsync(SampleDesk desk, SampleApproval approval, string title, Establishment workshop, string machine, long millions)
    {
        var text = desk.Machine(title, workshop, machine, null, millions, millions / 2, inYear: clock.Today.Year);
        var project = await desk.AddAsync("kh.trungtam", text, ProjectAction.File, ProjectAction.Receive, ProjectAction.SendToAppraisal);
        await approval.AppraiseAsync(project, new(Provincial: Dong.Millions(millions / 2)));
        return project;
    }

    /// <summary>With the first workshop of the project: drafted by the officer, signed by the leader.</summary>
    public static async Task<Guid> SignAsync(SampleDesk desk, Project project, Dong support, SampleStaff staff, DateOnly signedOn)
    {
        var (book, stop) = (desk.Services.GetRequiredService<ContractBook>(), desk.CancellationToken);
        var party = project.Beneficiaries[0];
        var text = new ContractText
        {
            Content = project.Title,
            PartyAId = staff.Officer.OrganisationId,
            PartyASigner = $"{staff.Leader.Name} ({SampleDesk.Invented})",
            PartyBEstablishmentId = party.EstablishmentId,
            PartyBSigner = $"Chủ cơ sở Minh Họa ({SampleDesk.Invented})",
            StartsOn = signedOn,
            EndsOn = signedOn.AddMonths(6),
            PaymentTerms = "Tạm ứng sau khi ký, thanh toán theo kết quả nghiệm thu.",
            Bank = new("0000000000017", $"Ngân hàng Minh Họa ({SampleDesk.Invented})", party.Name),
            Amounts = [new(FundingSource.Provincial.Code, support)],
        };
        var drafted = SampleDesk.Must(await book.DraftAsync(project.ProjectId, ContractKind.Support, null, text, staff.Officer.AsPlanMover(), stop));
        SampleDesk.Must(await book.MoveAsync(drafted.ContractId, null, new(ContractAction.Propose), staff.Officer.AsPlanMover(), stop));
        SampleDesk.Must(await book.MoveAsync(drafted.ContractId, null, new(ContractAction.Sign, null, signedOn), staff.Leader.AsPlanMover(), stop));
        return drafted.ContractId;
    }

    /// <summary>Prepared by the officer, approved by the leader, sent and paid by the accountant: no one does two of it.</summary>
    public static async Task PayAsync(SampleDesk desk, Guid contractId, PaymentKind kind, string purpose, Dong amount, SampleStaff staff, SamplePerson accountant)
    {
        var (book, stop, today) = (desk.Services.GetRequiredService<PaymentBook>(), desk.CancellationToken, desk.Today);
        var line = await desk.Db.LedgerPositions.AsNoTracking().Where(p => p.ContractId == contractId).Select(p => p.AllocationId).SingleAsync(stop);
        var text = new PaymentText($"{purpose} ({SampleDesk.Invented})", [new(desk.NewId(), line, FundingSource.Provincial.Code, amount)]);
        var (request, faults) = await book.DraftAsync(contractId, kind, text, staff.Officer.AsPlanMover(), stop);
        SampleDesk.Must(faults);
        SampleDesk.Must(await book.StepAsync(request, null, new(PaymentAction.Request), staff.Officer.AsPlanMover(), stop));
        SampleDesk.Must(await book.StepAsync(request, null, new(PaymentAction.Approve), staff.Leader.AsPlanMover(), stop));
        SampleDesk.Must(await book.StepAsync(request, null, new(PaymentAction.Send, null, today), accountant.AsPlanMover(), stop));
        SampleDesk.Must(await book.PayAsync(request, null, today, SampleDesk.Document("KB-00"), accountant.AsPlanMover(), stop));
    }

    /// <summary>So much of the machine is there by the end of the month of the signing; the centre says so, the officer confirms it.</summary>
    /// <param name="done">In thousandths of it.</param>
    public static async Task ReportAsync(SampleDesk desk, Guid contractId, SampleStaff staff, DateOnly signedOn, long done, Dong spent, string told)
    {
        var (db, book, stop) = (desk.Db, desk.Services.GetRequiredService<ExecutionBook>(), desk.CancellationToken);
        db.ChangeTracker.Clear();
        var contract = await db.Contracts.AsNoTracking().SingleAsync(c => c.ContractId == contractId, stop);
        var of = ExecutionBook.Of(contract, await db.WholeProjects.AsNoTracking().SingleAsync(p => p.ProjectId == contract.ProjectId, stop));
        var text = new ProgressText(
            [.. of.Lines.Select(l => new ProgressLineText(l.ProjectEstimateLineId, l.Content, l.Unit, l.Quantity, l.UnitPrice, done, new(Counterpart: spent)))],
            Proposals: $"{told} ({SampleDesk.Invented}).");
        var writer = staff.Centre.AsProjectMover();
        var (id, faults) = await book.WriteAsync(of, signedOn.Year, signedOn.Month, null, text, writer, stop);
        SampleDesk.Must(faults);
        db.ChangeTracker.Clear();
        var report = await db.WholeProgressReports.SingleAsync(r => r.ProgressReportId == id, stop);
        SampleDesk.Must(await book.MoveAsync(report, of, report.Version, ProgressAction.Send, null, writer, stop));
        SampleDesk.Must(await book.MoveAsync(report, of, report.Version, ProgressAction.Confirm, null, staff.Officer.AsProjectMover(), stop));
        db.ChangeTracker.Clear();
    }

    private sealed record Under(Project Project, Dong Support, Dong Advance);
}
