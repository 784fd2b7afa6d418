using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Pages.Programmes;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Projects;

/// <summary>What requests share about the law, procedures and programmes is never older than the database.</summary>
public sealed class SharedBookTests(App app)
{
    [Fact]
    public async Task ANextVersionOfTheProgramme_IsNamedOnTheNextLook_ADraftIsNot()
    {
        var programme = await app.WithAProgramme();
        var project = await app.AProject(GivenProjects.Text(await app.AnEstablishment()) with { ProgrammeId = programme.ProgrammeId, ProgrammeContentCode = "1" }, ProjectState.Filed);
        using var officer = await app.As(Role.DepartmentOfficer);
        async Task<string> Shown() => (await officer.GetPageAsync(project.Path())).QuerySelector("main")!.TextContent;
        (await Shown()).ShouldContain($"{programme.Title}: 1. Máy móc thiết bị");

        var draft = await app.WithADraft(programme, text => text with { Contents = [new("1", "Máy móc, dây chuyền", "III.1"), .. text.Contents.Skip(1)] });
        (await Shown()).ShouldContain($"{programme.Title}: 1. Máy móc thiết bị");

        await app.WithDb(App.KhanhHoa, async db =>
        {
            var version = await db.ProgrammeVersions.SingleAsync(v => v.ProgrammeVersionId == draft);
            (await Publisher.PublishAsync(db, await db.Programmes.SingleAsync(p => p.ProgrammeId == programme.ProgrammeId), version, null, "Kiểm thử", TimeProvider.System)).Breaches.ShouldBeEmpty();
            db.Because("programme.version-published", "kiểm thử");
            return await db.SaveChangesAsync();
        });
        (await Shown()).ShouldContain($"{programme.Title}: 1. Máy móc, dây chuyền");
    }

    [Fact]
    public async Task UnchangedItIsOneBook_InsideATransactionItIsOnesOwn()
    {
        // The tests share one database: others may change the law between two looks, though not between ten.
        var same = 0;
        for (var look = 0; look < 10 && same == 0; look++)
        {
            same += ReferenceEquals(await app.WithDb(App.DongNai, db => db.SharedBookAsync()), await app.WithDb(App.DongNai, db => db.SharedBookAsync())) ? 1 : 0;
        }

        same.ShouldBe(1);
        var own = await app.WithDb(App.DongNai, async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            return (await db.SharedBookAsync(), await db.SharedBookAsync());
        });
        own.Item2.ShouldNotBeSameAs(own.Item1);
    }
}
