using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Appraisals;

/// <summary>People, councils and appraisals of their own (dữ liệu minh họa).</summary>
internal static class GivenAppraisals
{
    public sealed record Person(Guid UserId, string Name, HttpClient Client);

    /// <summary>A council that sits about one project, and everybody in it.</summary>
    public sealed record Sitting(Project Project, Council Council, AppraisalSession Session, Appraisal Appraisal, Person[] People)
    {
        public string Path => $"/tham-dinh/{Appraisal.AppraisalId}";

        public string SessionPath => $"/tham-dinh/phien-hop/{Session.AppraisalSessionId}";

        public Person Chair => People[0];
    }

    public static async Task<Person> APerson(this App app, Role role, string province = App.KhanhHoa, string? commune = null)
    {
        var account = await app.GivenAnAccount(role.ToString(), role, province, commune);
        return new(account.Id, account.DisplayName, app.Client(await app.CookieOf(account)));
    }

    /// <summary>Chair (a leader), a finance officer, an officer and, where asked, more people, sitting about a project under appraisal.</summary>
    public static async Task<Sitting> ASitting(this App app, Project? project = null, bool conditional = false, params Person[] more)
    {
        project ??= await app.AProject(state: ProjectState.InAppraisal);
        Person[] people = [await app.APerson(Role.DepartmentLeader), await app.APerson(Role.FinanceOfficer), await app.APerson(Role.DepartmentOfficer), .. more];
        return await app.WithDb(App.KhanhHoa, async db =>
        {
            var members = people.Select((p, i) => new MemberText(p.UserId, p.Name, null, "Đơn vị minh họa", i == 0 ? CouncilRole.Chair : i == 2 ? CouncilRole.Secretary : CouncilRole.Member, false)).ToList();
            var text = new CouncilText($"Hội đồng {Id():N} (dữ liệu minh họa)", $"{Id():N}", new(2026, 1, 5), "Giám đốc", 2, 3, members);
            var now = TimeProvider.System.UtcNow;
            var council = Council.From(Council.Establish(new(Id(), [.. members.Select(_ => Id())], App.KhanhHoa, null, text, Id(), now), TimeProvider.System.Today).Event.ShouldNotBeNull());
            var session = AppraisalSession.From(AppraisalSession.Call(Id(), council, TimeProvider.System.Today, "Phòng họp minh họa", now).Event.ShouldNotBeNull());
            var appraisal = Appraisal.From(new(
                Id(), App.KhanhHoa, null, project.ProjectId, 1, AppraisalMode.Council, council.CouncilId, session.AppraisalSessionId, 2, 3, conditional,
                [.. council.Members.Select(m => new SeatText(Id(), m.Text, ConflictGround.None))], Id(), TimeProvider.System.Today, null, now));
            db.AddRange(council, session, appraisal);
            db.Because("appraisal.started", "test");
            await db.SaveChangesAsync();
            return new Sitting(project, council, session, appraisal, people);
        });
    }

    public static Task<Appraisal> Again(this App app, Appraisal appraisal) =>
        app.WithDb(App.KhanhHoa, db => db.WholeAppraisals.AsNoTracking().SingleAsync(a => a.AppraisalId == appraisal.AppraisalId));

    public static Task<HttpResponseMessage> Declares(this Person person, string path, bool interest = false) =>
        person.Client.SubmitAsync(path, new Dictionary<string, string> { ["Declaration.HasInterest"] = interest ? "true" : "false", ["Declaration.Interest"] = interest ? "anh ruột của chủ cơ sở" : "" }, $"{path}?handler=Declare");

    public static Dictionary<string, string> Ballot(AppraisalVote vote = AppraisalVote.Pass, string note = "Ý kiến đầy đủ", string? provincial = null)
    {
        var fields = AppraisalContent.All.ToDictionary(c => $"Opinion.Meets[{c.Code}]", _ => "true");
        (fields["Opinion.Vote"], fields["Opinion.Note"]) = (vote.ToString(), note);
        if (provincial is not null)
        {
            fields["Opinion.Provincial"] = provincial;
        }

        return fields;
    }

    public static Task<HttpResponseMessage> Sends(this Person person, string path, Dictionary<string, string>? ballot = null) =>
        person.Client.SubmitAsync(path, ballot ?? Ballot(), $"{path}?handler=Opinion");

    public static async Task Votes(this Person person, string path, AppraisalVote vote = AppraisalVote.Pass, string note = "Ý kiến đầy đủ")
    {
        await (await person.Declares(path)).ShouldGoOn();
        await (await person.Sends(path, Ballot(vote, note))).ShouldGoOn();
    }

    public static Task<HttpResponseMessage> Closes(this Person person, Sitting sitting) => person.Client.SubmitAsync(sitting.SessionPath, new { }, $"{sitting.SessionPath}?handler=Close");

    public static Task<HttpResponseMessage> Signs(this Person person, string path, string reason = "Hội đồng thống nhất", string provincial = "200.000.000", string conditions = "") =>
        person.Client.SubmitAsync(path, new Dictionary<string, string> { ["Ending.Reason"] = reason, ["Ending.Provincial"] = provincial, ["Ending.Conditions"] = conditions }, $"{path}?handler=Sign");

    public static Task<HttpResponseMessage> Concludes(this Person person, string path, bool passes = true, string reason = "Đủ điều kiện theo kết quả thẩm định", string provincial = "200.000.000", string conditions = "") =>
        person.Client.SubmitAsync($"{path}/ket-luan", new Dictionary<string, string> { ["Ending.Passes"] = passes ? "true" : "false", ["Ending.Reason"] = reason, ["Ending.Provincial"] = provincial, ["Ending.Conditions"] = conditions });

    /// <summary>The form went through; otherwise the test tells what the page said.</summary>
    public static async Task ShouldGoOn(this HttpResponseMessage response) =>
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect, (await response.PageAsync()).QuerySelector(".error-summary, main")?.TextContent);

    public static async Task<string> Told(this HttpResponseMessage response) => (await response.PageAsync()).QuerySelector(".error-summary")?.TextContent ?? "";

    private static Guid Id() => GivenProjects.Id();
}
