using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territories;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Tests.Establishments;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Procedures;

/// <summary>Procedures of communes that no other test publishes for: the tests share one database, and one kind of dossier has one procedure in force.</summary>
internal static class GivenProcedures
{
    public static readonly DateOnly Today = TimeProvider.System.Today;

    public static Guid Id() => GivenEstablishments.Id();

    public static string ATitle() => $"Quy trình {Id():N} (dữ liệu minh họa)";

    /// <summary>The nth commune from the end of the province's list.</summary>
    public static async Task<string> ACommune(this App app, int n, string province = App.KhanhHoa) =>
        (await app.WithDb(province, db => db.AdministrativeUnits.Where(u => u.ProvinceCode == province && u.Level == UnitLevel.Commune).OrderByDescending(u => u.UnitCode).Select(u => u.UnitCode).ToListAsync()))[n];

    public static StepText Step(string name, ProjectState? state = null, int? days = null) => new(Id(), name, "UBND xã", state, Days: days);

    public static ProcedureText Text(string commune, params StepText[] steps) =>
        new(Regime.Commune, ProjectNature.Grant, commune, ATitle(), steps.Length > 0 ? steps : [Step("Tiếp nhận", ProjectState.Filed, 2), Step("Thẩm định", ProjectState.InAppraisal, 5)]);

    /// <summary>A draft, or what is published from a day on.</summary>
    public static Task<Procedure> AProcedure(this App app, ProcedureText text, DateOnly? from = null, string province = App.KhanhHoa) => app.WithDb(province, async db =>
    {
        var procedure = Procedure.Of(new(Id(), province, text, Id(), Today, TimeProvider.System.UtcNow));
        if (from is { } day)
        {
            var decision = new PublicationText("7/QĐ-UBND", new(2020, 1, 1), "UBND xã", "Lê Minh Họa", "Chủ tịch", day);
            procedure.Apply(ProcedureWriting.Publish(procedure, decision, [], Id(), Today).Event.ShouldNotBeNull());
        }

        db.Procedures.Add(procedure);
        db.Because("procedure.drafted", "test");
        await db.SaveChangesAsync();
        return procedure;
    });

    public static string Path(this Procedure procedure) => $"/quy-trinh/{procedure.ProcedureId}";

    public static Task<Procedure> Again(this App app, Procedure procedure) =>
        app.WithDb(procedure.ProvinceCode, db => db.Procedures.AsNoTracking().Include(p => p.Steps).SingleAsync(p => p.ProcedureId == procedure.ProcedureId));

    /// <summary>The form as a browser sends it: every step under its key, the keys in order.</summary>
    public static List<KeyValuePair<string, string>> Fields(string commune, string title, params (string Key, string Name, string Days)[] steps) =>
    [
        new("Form.Id", $"{Id()}"),
        new("Form.BaseVersion", "0"),
        new("Form.Title", title),
        new("Form.Regime", "Commune"),
        new("Form.Nature", "Grant"),
        new("Form.CommuneCode", commune),
        .. steps.SelectMany(s => new KeyValuePair<string, string>[]
        {
            new("Form.Order", s.Key),
            new($"Form.Steps[{s.Key}].Name", s.Name),
            new($"Form.Steps[{s.Key}].Performer", s.Name.Length > 0 ? "UBND xã" : ""),
            new($"Form.Steps[{s.Key}].State", ""),
            new($"Form.Steps[{s.Key}].Days", s.Days),
            new($"Form.Steps[{s.Key}].DayKind", "Working"),
            new($"Form.Steps[{s.Key}].Work", ""),
            new($"Form.Steps[{s.Key}].Papers", ""),
            new($"Form.Steps[{s.Key}].PapersOf", ""),
            new($"Form.Steps[{s.Key}].LegalRuleId", ""),
        }),
    ];

    public static Dictionary<string, string> Decision(DateOnly? from = null) => new()
    {
        ["BaseVersion"] = "0",
        ["Form.Number"] = "128/QĐ-SCT",
        ["Form.Date"] = Today.AddDays(-3).Text(),
        ["Form.Issuer"] = "Sở Công Thương (dữ liệu minh họa)",
        ["Form.SignerName"] = "Trần Minh Họa (dữ liệu minh họa)",
        ["Form.SignerTitle"] = "Giám đốc",
        ["Form.From"] = (from ?? Today).Text(),
    };

    public static Task<HttpResponseMessage> Get(this HttpClient client, string url) => client.GetAsync(new Uri(url, UriKind.Relative));

    /// <summary>Somebody whose drafts are nobody else's.</summary>
    public static async Task<HttpClient> AnOfficer(this App app) => app.Client(await app.CookieOf(await app.GivenAnAccount("writer", Role.DepartmentOfficer, App.KhanhHoa)));
}
