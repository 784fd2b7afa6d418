using KhuyenCong.Data;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Web.Pages.Procedures;

namespace KhuyenCong.Web.Seeding;

/// <summary>One draft per sample province to try the product with (dữ liệu minh họa), in Development only: its days are empty, for no document at hand gives them.</summary>
internal sealed class SeedProcedures(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Mark = "sample-procedures";

    private static readonly string[] Provinces = ["56", "75"];

    public async Task RunAsync(KhuyenCongDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.SeedMarks.FindAsync([Mark], cancellationToken) is not null)
        {
            return;
        }

        foreach (var province in Provinces)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem(province);
            var here = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
            var form = ProcedureForm.Usual();
            form.Title = "Tiếp nhận, thẩm định, phê duyệt đề án khuyến công địa phương (dữ liệu minh họa)";
            foreach (var row in form.Steps.Values)
            {
                row.Performer = "Sở Công Thương";
            }

            var wanted = new ProcedureDrafted(Uuid.New(clock), province, form.Read(null, clock), Guid.Empty, clock.Today, clock.UtcNow);
            here.Procedures.Add(Procedure.Of(ProcedureWriting.Draft(wanted, _ => true, _ => true).Event!));
            here.Because("procedure.drafted", "dữ liệu minh họa");
            await here.SaveChangesAsync(cancellationToken);
        }

        db.SeedMarks.Add(new() { Name = Mark, Hash = "1" });
        await db.SaveChangesAsync(cancellationToken);
    }
}
