using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Procedures;
using KhuyenCong.Web.Tests.ProgrammeEntry;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Projects;

/// <summary>Which programmes a dossier may be counted toward.</summary>
public sealed class OwnProgrammeTests(App app)
{
    [Fact]
    public async Task ACommunesOfficer_ChoosesOfItsOwnProgramme_AndTheProvinces_NotOfANeighbours()
    {
        var (here, there) = (await app.ACommune(11), await app.ACommune(12));
        var (own, foreign, province) = (await PublishedAsync(here), await PublishedAsync(there), await app.GivenAProgrammeAsync());
        using var officer = await app.As(Role.CommuneOfficer, commune: here);
        var form = await officer.GetPageAsync("/de-an/lap");
        foreach (var (programme, offered) in new[] { (own, true), (province, true), (foreign, false) })
        {
            (form.QuerySelector($"select[name='Form.ProgrammeContent'] option[value^='{programme}|']") is not null).ShouldBe(offered);
            (form.QuerySelector($"select[name='Form.TargetId'] option[value='{await TargetAsync(programme)}']") is not null).ShouldBe(offered);
        }

        // What the form does not offer is not taken from a forged one either.
        var fields = GivenProjects.Fields(await app.AnEstablishment(commune: here));
        (fields["Form.ProgrammeContent"], fields["Form.TargetId"]) = ($"{foreign}|{await ContentAsync(foreign)}", $"{await TargetAsync(foreign)}");
        (await officer.SubmitAsync("/de-an/lap", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var title = fields["Form.Title"];
        var made = await app.WithDb(App.KhanhHoa, db => db.Projects.AsNoTracking().SingleAsync(p => p.Title == title));
        (made.ProgrammeId, made.TargetId).ShouldBe((null, null));

        using var department = await app.As(Role.DepartmentOfficer);
        (await department.GetPageAsync("/de-an/lap")).QuerySelector($"select[name='Form.ProgrammeContent'] option[value^='{foreign}|']").ShouldNotBeNull();
    }

    private async Task<Guid> PublishedAsync(string commune)
    {
        var (id, url) = await app.GivenADraftAsync(commune: commune);
        using var department = await app.As(Role.DepartmentOfficer);
        (await (await department.OpenAsync(url + "/ban-hanh", "form[method=post]:has([name=SeenVersion])")).SendAsync()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return id;
    }

    private Task<Guid> TargetAsync(Guid programme) => app.WithDb(App.KhanhHoa, db => db.Targets.Where(t => t.ProgrammeId == programme && !t.IsRetired).OrderBy(t => t.Order).Select(t => t.TargetId).FirstAsync());

    private async Task<string> ContentAsync(Guid programme) => (await app.VersionAsync(programme)).Text.Contents[0].Code;
}
