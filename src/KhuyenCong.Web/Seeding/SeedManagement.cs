using KhuyenCong.Data;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Pages.ManagementCosts;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>Management costs of the Sở of Khánh Hòa (dữ liệu minh họa), in Development only: an approved estimate with a trip and a laptop paid, and stationery asked for.</summary>
/// <remarks>Of this year's national money, one and a half percent of it at the most; the local money that the other samples draw on stays as it is.</remarks>
internal sealed class SeedManagement(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Mark = "sample-management";
    private const string Visited = "Ứng dụng máy nghiền muối tinh";

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
        var (stop, year) = (desk.CancellationToken, clock.Today.Year);
        var officer = await desk.PersonAsync("kh.chuyenvien");
        var (holder, source) = (officer.OrganisationId, FundingSource.National.Code);
        if (await desk.Db.Allocations.Where(a => a.HolderId == holder && a.Source == source && a.Year == year && a.CommuneCode == null).Select(a => (Guid?)a.AllocationId).FirstOrDefaultAsync(stop) is not { } line)
        {
            return;
        }

        // Never before the year that the money is of.
        var early = clock.Today.AddDays(-20) is var day && day.Year == year ? day : new(year, 1, 1);
        var staff = new Staff(officer, await desk.PersonAsync("kh.lanhdao"), await desk.PersonAsync("kh.ketoan"));
        ManagementLineText[] lines =
        [
            Line(desk, ManagementItem.Travel, "Công tác phí đi kiểm tra cơ sở được hỗ trợ", "lượt", 5, 800_000),
            Line(desk, ManagementItem.Equipment, "Máy tính xách tay cho cán bộ theo dõi khuyến công", "bộ", 1, 8_000_000),
            Line(desk, ManagementItem.Stationery, "Văn phòng phẩm, in ấn tài liệu", "đợt", 2, 1_500_000),
        ];
        var book = desk.Services.GetRequiredService<ManagementBook>();
        var (estimate, faults) = await book.DraftAsync(line, new(ManagementParty.Agency, $"Chi quản lý khuyến công trong năm ({SampleDesk.Invented}).", lines), officer.AsPlanMover(), stop);
        SampleDesk.Must(faults);
        SampleDesk.Must(await book.StepAsync(estimate, null, new(ManagementAction.Submit), officer.AsPlanMover(), stop));
        SampleDesk.Must(await book.StepAsync(estimate, null, new(ManagementAction.Approve, null, SampleDesk.Document("00/QĐ-SCT"), early), staff.Leader.AsPlanMover(), stop));

        var project = await desk.Db.Projects.Where(p => p.Title.StartsWith(Visited)).Select(p => (Guid?)p.ProjectId).FirstOrDefaultAsync(stop);
        var trip = Voucher(lines[0], "CTP-01", early, officer.Name, "Công tác phí hai người đi xem máy tại xưởng", 1_600_000) with
        {
            Served = project is { } served ? new(ServedKind.Project, served) : null,
            ServedNote = project is null ? "Đi xem máy tại xưởng" : null,
        };
        await PaidAsync(desk, estimate, trip, staff, "UNC-CTP-01");
        var laptop = Voucher(lines[1], "TB-01", early, "Cửa hàng máy tính Minh Họa", "Mua một máy tính xách tay", 8_000_000) with
        {
            Equipment = [new(desk.NewId(), $"Máy tính xách tay ({SampleDesk.Invented})", "MH-0001", "Phòng Quản lý công nghiệp", officer.Name, new(8_000_000))],
        };
        await PaidAsync(desk, estimate, laptop, staff, "UNC-TB-01");
        await RequestedAsync(desk, estimate, Voucher(lines[2], "VPP-01", early, "Cửa hàng văn phòng phẩm Minh Họa", "Giấy, mực in đợt một", 1_500_000), staff);
    }

    private static async Task<Guid> RequestedAsync(SampleDesk desk, Guid estimate, ManagementVoucherText text, Staff staff)
    {
        var (book, stop) = (desk.Services.GetRequiredService<ManagementBook>(), desk.CancellationToken);
        desk.Db.ChangeTracker.Clear();
        var (voucher, faults) = await book.DraftVoucherAsync(estimate, text, staff.Officer.AsPlanMover(), stop);
        SampleDesk.Must(faults);
        SampleDesk.Must(await book.StepVoucherAsync(voucher, null, new(ManagementVoucherAction.Request), staff.Officer.AsPlanMover(), stop));
        return voucher;
    }

    /// <summary>Prepared by the officer, approved by the leader, recorded as paid by the accountant: no one does two of it.</summary>
    private async Task PaidAsync(SampleDesk desk, Guid estimate, ManagementVoucherText text, Staff staff, string treasuryNumber)
    {
        var (book, stop) = (desk.Services.GetRequiredService<ManagementBook>(), desk.CancellationToken);
        var voucher = await RequestedAsync(desk, estimate, text, staff);
        SampleDesk.Must(await book.StepVoucherAsync(voucher, null, new(ManagementVoucherAction.Approve), staff.Leader.AsPlanMover(), stop));
        SampleDesk.Must(await book.StepVoucherAsync(voucher, null, new(ManagementVoucherAction.Pay, null, clock.Today, treasuryNumber), staff.Accountant.AsPlanMover(), stop));
    }

    private static ManagementLineText Line(SampleDesk desk, ManagementItem item, string content, string unit, int quantity, long price) =>
        new(desk.NewId(), item, content, unit, (long)quantity * ManagementLineText.Thousand, new(price));

    private static ManagementVoucherText Voucher(ManagementLineText line, string number, DateOnly on, string payee, string content, long amount) => new()
    {
        ManagementLineId = line.ManagementLineId,
        Number = number,
        IssuedOn = on,
        Payee = payee,
        Content = $"{content} ({SampleDesk.Invented})",
        Amount = new(amount),
    };

    private sealed record Staff(SamplePerson Officer, SamplePerson Leader, SamplePerson Accountant);
}
