using KhuyenCong.Data;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Pages.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>An invented programme of one commune (dữ liệu minh họa), in Development only: its total says more than its sources, so that a commune has something to explain.</summary>
internal sealed class SeedCommuneProgramme(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Mark = "sample-commune-programme";
    private const string Commune = "22453";
    private const string By = "Nguyễn Minh Họa";

    private static readonly ProgrammeText Text = new()
    {
        Decision = new($"00/QĐ-UBND ({SampleDesk.Invented})", new(2026, 3, 2), "UBND xã Cam Lâm", "Phê duyệt Chương trình khuyến công xã Cam Lâm giai đoạn 2026 – 2030"),
        Title = $"Chương trình khuyến công xã Cam Lâm giai đoạn 2026 – 2030 ({SampleDesk.Invented})",
        FromYear = 2026,
        ToYear = 2030,
        MoneyUnit = MoneyUnit.Dong,
        Contents = [new("1", "Hỗ trợ máy móc, thiết bị cho cơ sở trên địa bàn xã", "II.1"), new("2", "Tuyên truyền, tập huấn trên địa bàn xã", "II.2")],
        Statements =
        [
            new() { Code = "CX-1", ContentCode = "1", Name = "Cơ sở trên địa bàn xã được hỗ trợ máy móc", Unit = "cơ sở", Quantity = 10, Clause = "II.1", Quote = "Hỗ trợ 10 cơ sở", Sources = ["CAPXA"] },
            new() { Code = "CX-2", ContentCode = "2", Name = "Buổi tập huấn tại xã", Unit = "buổi", Quantity = 5, Operator = TargetOperator.AtLeast, Clause = "II.2", Quote = "Tổ chức ít nhất 05 buổi", Sources = ["CAPXA"] },
        ],
        Money =
        [
            new() { Code = "CX-M0", Name = "Tổng kinh phí", Printed = new(900_000_000), Clause = "III", Quote = "Tổng kinh phí 900.000.000 đồng" },
            new() { Code = "CX-M1", Name = "Ngân sách cấp xã", Source = "CAPXA", Printed = new(500_000_000), Clause = "III", Quote = "Ngân sách cấp xã 500.000.000 đồng" },
            new() { Code = "CX-M2", Name = "Đối ứng của cơ sở", Source = "DOIUNG", Printed = new(350_000_000), Clause = "III", Quote = "Đối ứng 350.000.000 đồng" },
        ],
        Aims = [new("CX-A1", "Giữ nghề mộc, chế biến xoài tại địa bàn", "I", "Giữ nghề truyền thống")],
    };

    public async Task RunAsync(KhuyenCongDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.SeedMarks.FindAsync([Mark], cancellationToken) is not null)
        {
            return;
        }

        await SampleDesk.InProvinceAsync(scopes, "56", PublishAsync, cancellationToken);
        db.SeedMarks.Add(new() { Name = Mark, Hash = "1" });
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task PublishAsync(SampleDesk desk)
    {
        var (db, stop) = (desk.Db, desk.CancellationToken);
        if (await db.Programmes.AnyAsync(p => p.CommuneCode == Commune, stop))
        {
            return;
        }

        var programme = Programme.From(new ProgrammeOpened(desk.NewId(), "56", ProgrammeLevel.Commune, Commune, Text.Title, Text.FromYear, Text.ToYear));
        var draft = ProgrammeVersion.From(new VersionDrafted(desk.NewId(), "56", programme.ProgrammeId, 1, Text, VersionSource.Form, By, clock.UtcNow));
        db.Programmes.Add(programme);
        db.ProgrammeVersions.Add(draft);
        if ((await Publisher.PublishAsync(db, programme, draft, null, By, clock, stop)).Event is not null)
        {
            db.Because("programme.version-published", SampleDesk.Invented);
            await db.SaveChangesAsync(stop);
        }
    }
}
