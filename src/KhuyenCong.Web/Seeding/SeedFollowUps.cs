using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Jobs;
using KhuyenCong.Web.Pages.Acceptances;
using KhuyenCong.Web.Pages.Settlements;
using KhuyenCong.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>A settled project of the sample owner (dữ liệu minh họa), in Development only: accepted almost a year ago, so that the first question after the support waits for an answer.</summary>
/// <remarks>Of last year's money and of no programme: what other samples show of this year stays as it is.</remarks>
internal sealed class SeedFollowUps(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Mark = "sample-follow-ups";
    private const string Picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
    private const string PictureType = "image/png";

    private static readonly Dong Cost = Dong.Millions(300);
    private static readonly Dong Support = Dong.Millions(150);

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
        if (await desk.EstablishmentAsync("Công ty TNHH Nước mắm Sóng Biếc") is not { } workshop)
        {
            return;
        }

        // The first sheet is due in some days, whatever day it is.
        var (year, accepted) = (clock.Today.Year - 1, clock.Today.AddMonths(-12).AddDays(10));
        var signed = accepted.AddMonths(-5);
        var staff = new SampleStaff(await desk.PersonAsync("kh.trungtam"), await desk.PersonAsync("kh.chuyenvien"), await desk.PersonAsync("kh.lanhdao"), await desk.PersonAsync("kh.ubnd"));
        var text = desk.Machine("Ứng dụng máy lọc, tách cặn nước mắm", workshop, "Máy lọc tách cặn", "LT-300", 300, 150, inYear: year);
        var project = await desk.AddAsync("kh.trungtam", text with { Machines = [.. text.Machines.Select(m => m with { MadeYear = year - 1 })] }, ProjectAction.File, ProjectAction.Receive, ProjectAction.SendToAppraisal);
        var approval = new SampleApproval(desk, staff, clock);
        await approval.AppraiseAsync(project, new(Provincial: Support));
        await approval.PlanAsync([project], Dong.Millions(200), PlanDecider.ProvincialCommittee, signed.AddDays(-5));

        var contract = await SeedContracts.SignAsync(desk, project, Support, staff, signed);
        await SeedContracts.ReportAsync(desk, contract, staff, signed, ProgressLineText.Thousand, Support, "Đã lắp đặt, chạy thử máy");
        await AcceptAsync(desk, project.ProjectId, contract, staff, accepted);
        await SeedContracts.PayAsync(desk, contract, PaymentKind.Payment, "Thanh toán theo nghiệm thu", Support, staff, await desk.PersonAsync("kh.ketoan"));
        await SettleAsync(desk, contract, staff);
        desk.Db.ChangeTracker.Clear();
        await OpenFollowUps.OpenAsync(desk.Db, clock, contract, desk.CancellationToken);
    }

    /// <summary>One machine, seen at the workshop and concluded on that day.</summary>
    private static async Task AcceptAsync(SampleDesk desk, Guid projectId, Guid contractId, SampleStaff staff, DateOnly accepted)
    {
        var (db, stop, book) = (desk.Db, desk.CancellationToken, desk.Services.GetRequiredService<AcceptanceBook>());
        db.ChangeTracker.Clear();
        var project = await db.WholeProjects.AsNoTracking().SingleAsync(p => p.ProjectId == projectId, stop);
        var opened = SampleDesk.Must(await book.OpenAsync(contractId, AcceptanceForm.PerSite, project.Beneficiaries[0].ProjectBeneficiaryId, staff.Officer.AsPlanMover(), stop));
        db.ChangeTracker.Clear();
        db.AcceptanceTargets.Add(AcceptanceTarget.Of(project.ProvinceCode, projectId, null, $"Trước giai đoạn của chương trình ({SampleDesk.Invented})", staff.Officer.UserId, desk.UtcNow));
        db.Because("acceptance.target-chosen", SampleDesk.Invented);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();

        var acceptance = await db.WholeAcceptances.SingleAsync(a => a.AcceptanceId == opened.AcceptanceId, stop);
        var written = TextOf(acceptance.Text, project, staff.Officer, accepted);
        var planned = project.Lines.ToDictionary(l => l.ProjectEstimateLineId, l => (l.Content, l.Unit, l.Quantity, l.Total));
        acceptance.Apply(new AcceptanceWritten(written, planned, desk.NewId, staff.Officer.UserId, desk.UtcNow));
        var content = Convert.FromBase64String(Picture);
        foreach (var machine in new[] { null, (Guid?)acceptance.Machines[0].MachinePassportId })
        {
            using var stream = new MemoryStream(content);
            var sha = await desk.Services.GetRequiredService<FileStore>().AddAsync(acceptance.ProvinceCode, stream, PictureType, stop);
            acceptance.Apply(new AcceptancePhotoAdded(desk.NewId(), machine, sha, machine is null ? "hien-truong.png" : "nhan-may.png", content.Length, PictureType, staff.Officer.UserId, desk.UtcNow));
        }

        var then = new Then(accepted);
        var contract = await db.Contracts.AsNoTracking().Include(c => c.Amounts).SingleAsync(c => c.ContractId == contractId, stop);
        var facts = new AcceptanceFacts { Contract = contract.State, SignedOn = contract.SignedOn, TargetIsChosen = true };
        acceptance.Apply(SampleDesk.Must(Accepting.Of(acceptance, new(AcceptanceAction.Submit), facts, staff.Officer.AsPlanMover(), then)));
        var due = await book.DueAsync(acceptance, project, contract, stop);
        acceptance.Apply(SampleDesk.Must(Accepting.Of(acceptance, new(AcceptanceAction.Conclude), facts with { Due = due }, staff.Leader.AsPlanMover(), then)));
        db.Because("acceptance.concluded", SampleDesk.Invented);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }

    /// <summary>As planned, with the invoice and the nameplate.</summary>
    private static AcceptanceText TextOf(AcceptanceText begun, Project project, SamplePerson officer, DateOnly accepted) => begun with
    {
        HeldOn = accepted,
        Number = SampleDesk.Document("00/BB-NT"),
        Place = $"Xưởng nước mắm ({SampleDesk.Invented})",
        Members = [new(officer.Name, officer.UnitName, null, AcceptanceSide.Member)],
        Lines = [.. begun.Lines.Select(l => l with { AcceptedQuantity = project.Lines.First(p => p.ProjectEstimateLineId == l.EstimateLineId).Quantity, InvoicedCost = Cost, EligibleCost = Cost, Invoices = "1C25TMH 0000777, MST 4200000017" })],
        Machines = [.. begun.Machines.Select(m => m with { Serial = "MH-LT300-0777", Maker = "Cơ khí Minh Họa", SeenBy = officer.Name, SeenOn = accepted })],
        Quality = "Máy mới, chạy ổn định.",
        Verdict = AcceptanceVerdict.Accepted,
    };

    /// <summary>Support and the owner's own half, each proven by one voucher; nothing goes back.</summary>
    private static async Task SettleAsync(SampleDesk desk, Guid contractId, SampleStaff staff)
    {
        var (stop, book) = (desk.CancellationToken, desk.Services.GetRequiredService<SettlementBook>());
        desk.Db.ChangeTracker.Clear();
        var opened = SampleDesk.Must(await book.OpenAsync(contractId, staff.Officer.AsPlanMover(), stop));
        desk.Db.ChangeTracker.Clear();
        var text = new SettlementText
        {
            ShareBasisPoints = 5_000,
            LateReason = SampleDesk.Invented,
            Vouchers = [.. new[] { FundingSource.Provincial, FundingSource.Counterpart }.Select(source => new VoucherText(
                desk.NewId(), VoucherKind.BankTransfer, $"UNC-{source.Code}", desk.Today, null, null, $"Chi mua máy ({SampleDesk.Invented})", Support, source.Code, null))],
        };
        SampleDesk.Must(await book.WriteAsync(opened.SettlementId, null, text, staff.Officer.AsPlanMover(), stop));
        desk.Db.ChangeTracker.Clear();
        SampleDesk.Must(await book.MoveAsync(opened.SettlementId, null, new(SettlementAction.Submit), staff.Officer.AsPlanMover(), stop));
        desk.Db.ChangeTracker.Clear();
        SampleDesk.Must(await book.MoveAsync(opened.SettlementId, null, new(SettlementAction.Approve, null, SampleDesk.Document("00/BB-TL"), desk.Today), staff.Leader.AsPlanMover(), stop));
    }

    /// <summary>Noon of a day gone by, for what was concluded then.</summary>
    private sealed class Then(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, new(5, 0), TimeSpan.Zero);
    }
}
