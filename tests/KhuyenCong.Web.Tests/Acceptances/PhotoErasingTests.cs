using System.Net;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Acceptances;

/// <summary>Cameras give many pictures one name: what is erased of one is not erased of the others.</summary>
public sealed class PhotoErasingTests(App app)
{
    private const string Name = "hien-truong.png";
    private const string Field = "AcceptancePhoto.FileName";

    [Fact]
    public async Task AnotherPhotographOfTheSameName_KeepsItsNameInTheJournal()
    {
        var (project, contract) = await app.AContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var administrator = await app.As(Role.Administrator);
        var id = await officer.Opens(project, contract);
        var (serial, invoice) = (GivenAcceptances.ASerial(), GivenAcceptances.AnInvoice());
        await (await officer.Fills(id, serial, invoice)).ShouldGoOn();
        await (await officer.Fills(id, serial, invoice)).ShouldGoOn();
        await (await officer.Moves(id, AcceptanceAction.Submit)).ShouldGoOn();
        await (await leader.Moves(id, AcceptanceAction.Return)).ShouldGoOn();
        var photos = (await app.Again(id)).Photos.Where(p => p.FileName == Name).ToList();
        photos.Count.ShouldBe(2);

        foreach (var photo in photos)
        {
            await (await officer.SubmitAsync($"{GivenAcceptances.Path(id)}/sua", new Dictionary<string, string> { ["lyDo"] = $"Ảnh {photo.Sha256}" }, $"{GivenAcceptances.Path(id)}/sua?handler=RemovePhoto&anh={photo.AcceptancePhotoId}")).ShouldGoOn();
        }

        (await Told()).Count(v => v.Field == Field && (v.Old == Name || v.New == Name)).ShouldBe(4, "each came and went");
        await Erase(photos[0].Sha256, "21/YC");
        var told = await Told();
        told.Count(v => v.Field == Field && (v.Old == Name || v.New == Name)).ShouldBe(2, "the other one keeps its name");
        told.Count(v => v.Field == Field && v.ErasedByRequest == "21/YC").ShouldBe(2);
        told.Where(v => v.Field == AuditIntent.TypedField).Select(v => v.New).OfType<string>().ShouldBe([$"Ảnh {photos[1].Sha256}"]);

        await Erase(photos[1].Sha256, "22/YC");
        told = await Told();
        told.ShouldNotContain(v => v.Old == Name || v.New == Name);
        told.Where(v => v.Field == AuditIntent.TypedField).ShouldAllBe(v => v.New == null);

        Task<List<AuditValue>> Told() => app.WithDb(App.KhanhHoa, db => db.AuditEvents.AsNoTracking().Where(e => e.SubjectId == id).SelectMany(e => e.Values).ToListAsync());

        async Task Erase(string sha, string request)
        {
            var removed = await app.WithDb(App.KhanhHoa, db => db.RemovedPapers.AsNoTracking().SingleAsync(p => p.RecordId == id && p.Sha256 == sha));
            (await administrator.SubmitAsync("/nhat-ky/xoa-tep", new Dictionary<string, string> { ["Chosen[0]"] = $"{removed.RemovedPaperId}", ["RequestNumber"] = request })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
    }
}
