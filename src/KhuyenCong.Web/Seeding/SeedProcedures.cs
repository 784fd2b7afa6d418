using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Pages.Procedures;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>Procedures to try the product with (dữ liệu minh họa), in Development only: a draft for each sample province, one published edition. Days stand only where the library of law has them.</summary>
internal sealed class SeedProcedures(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Mark = "sample-procedures";

    private const string PublishedMark = "sample-procedure-published";

    private static readonly string[] Provinces = ["56", "75"];

    public async Task RunAsync(KhuyenCongDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.SeedMarks.FindAsync([Mark], cancellationToken) is null)
        {
            foreach (var province in Provinces)
            {
                await SampleDesk.InProvinceAsync(scopes, province, desk => DraftAsync(desk, province), cancellationToken);
            }

            db.SeedMarks.Add(new() { Name = Mark, Hash = "1" });
            await db.SaveChangesAsync(cancellationToken);
        }

        if (await db.SeedMarks.FindAsync([PublishedMark], cancellationToken) is null)
        {
            await SampleDesk.InProvinceAsync(scopes, Provinces[0], PublishAsync, cancellationToken);
            db.SeedMarks.Add(new() { Name = PublishedMark, Hash = "1" });
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task DraftAsync(SampleDesk desk, string province)
    {
        var form = ProcedureForm.Usual();
        form.Title = $"Tiếp nhận, thẩm định, phê duyệt đề án khuyến công địa phương ({SampleDesk.Invented})";
        foreach (var row in form.Steps.Values)
        {
            row.Performer = "Sở Công Thương";
        }

        var wanted = new ProcedureDrafted(desk.NewId(), province, form.Read(null, clock), Guid.Empty, clock.Today, clock.UtcNow);
        desk.Db.Procedures.Add(Procedure.Of(ProcedureWriting.Draft(wanted, _ => true, _ => true, (_, _) => true).Event!));
        desk.Db.Because("procedure.drafted", SampleDesk.Invented);
        await desk.Db.SaveChangesAsync(desk.CancellationToken);
    }

    /// <summary>Of national projects: the one kind whose settlement the library gives days for.</summary>
    private async Task PublishAsync(SampleDesk desk)
    {
        var rule = await desk.Db.LegalRules.AsNoTracking().FirstOrDefaultAsync(r => r.Code == "kcqg.settlement-file" && r.Kind == RuleKind.Deadline, desk.CancellationToken);
        var text = new ProcedureText(
            Regime.National, ProjectNature.Grant, null, $"Đăng ký, thẩm định, quyết toán đề án khuyến công quốc gia ({SampleDesk.Invented})",
            [
                new(desk.NewId(), "Tiếp nhận, kiểm tra thành phần hồ sơ", "Sở Công Thương", ProjectState.Filed, "Kiểm tra đủ giấy tờ theo danh mục; thiếu thì đề nghị bổ sung một lần.", PapersOf: CheckStage.Filing),
                new(desk.NewId(), "Thẩm định cấp cơ sở", "Hội đồng thẩm định của Sở", ProjectState.InAppraisal, "Họp hội đồng, bỏ phiếu, ký kết quả.", "Phiếu ý kiến\nBiên bản họp hội đồng"),
                new(desk.NewId(), "Tổng hợp, gửi Cục", "Sở Công Thương", ProjectState.Appraised, "Tổng hợp vào báo cáo đăng ký kế hoạch."),
                new(desk.NewId(), "Lập hồ sơ quyết toán", "Đơn vị thực hiện", null, "Lập xong hồ sơ sau nghiệm thu cơ sở cuối cùng.", PapersOf: CheckStage.Settlement, Days: rule?.Days, DayKind: DayKind.Calendar, LegalRuleId: rule?.LegalRuleId),
            ]);
        var procedure = Procedure.Of(ProcedureWriting.Draft(new(desk.NewId(), Provinces[0], text, Guid.Empty, clock.Today, clock.UtcNow), _ => true, _ => true, (_, _) => true).Event!);
        var decision = new PublicationText($"00/QĐ-SCT ({SampleDesk.Invented})", clock.Today.AddDays(-90), "Sở Công Thương", "Trần Minh Họa", "Giám đốc", clock.Today.AddDays(-90));
        procedure.Apply(ProcedureWriting.Publish(procedure, decision, [], Guid.Empty, clock.Today).Event!);
        desk.Db.Procedures.Add(procedure);
        desk.Db.Because("procedure.published", SampleDesk.Invented);
        await desk.Db.SaveChangesAsync(desk.CancellationToken);
    }
}
