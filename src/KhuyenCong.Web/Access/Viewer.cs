using System.Globalization;
using System.Security.Claims;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Access;

/// <summary>One dated role of the signed-in person, as carried in the cookie: its dates end it without any further look-up.</summary>
public sealed record MembershipClaim(Role Role, Guid OrganisationId, string ProvinceCode, string? CommuneCode, DateOnly? From, DateOnly? To, string? OnlyActs = null) : IDated
{
    public const string ClaimType = "kc:member";

    public override string ToString() => string.Join('|', Role, OrganisationId, ProvinceCode, CommuneCode, Day(From), Day(To), OnlyActs);

    /// <summary>How far an act reaches by this role; a delegated role gives only the delegated acts.</summary>
    public Scope? Allows(Act act) => OnlyActs is null || OnlyActs.Split(' ').Contains(act.ToString()) ? RoleTable.Allows(Role, act) : null;

    public static MembershipClaim? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('|');
        return parts.Length == 7 && Enum.TryParse<Role>(parts[0], out var role) && Guid.TryParse(parts[1], out var organisation)
            ? new(role, organisation, parts[2], parts[3].Length == 0 ? null : parts[3], Day(parts[4]), Day(parts[5]), parts[6].Length == 0 ? null : parts[6])
            : null;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null;
}

/// <summary>A place to work from: one organisation in one province.</summary>
public sealed record Workplace(Guid OrganisationId, string OrganisationName, string ProvinceCode)
{
    public const string ClaimType = "kc:work";

    public const string NameClaimType = "kc:org";

    /// <summary>Of a body whose people work on its own lines only: on whose.</summary>
    public const string BodiesClaimType = "kc:lines";

    public string Key => $"{OrganisationId:N}-{ProvinceCode}";
}

/// <summary>Who is looking: the signed-in person in the chosen workplace, and what that allows today.</summary>
public sealed class Viewer
{
    private readonly List<MembershipClaim> memberships = [];

    public bool IsSignedIn { get; private set; }

    public Guid UserId { get; private set; }

    public string UserName { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    public string? Theme { get; private set; }

    /// <summary>Signed in with a one-time password: only a new one may be set.</summary>
    public bool MustChangePassword { get; private set; }

    public Workplace? Workplace { get; private set; }

    public IReadOnlyList<Workplace> Workplaces { get; private set; } = [];

    /// <summary>The province whose data this request sees; empty for nobody's and for the Ministry's country-wide pages.</summary>
    public string ProvinceCode { get; private set; } = "";

    /// <summary>Whose bodies this viewer may change: a province's, or null for the nation's.</summary>
    public string? Territory => ProvinceCode.Length > 0 ? ProvinceCode : null;

    public Guid? OrganisationId => Workplace?.OrganisationId;

    public string OrganisationName => Workplace?.OrganisationName ?? "";

    /// <summary>The roles that hold today in the chosen workplace, delegated ones included.</summary>
    public IReadOnlyList<Role> Roles => [.. memberships.Select(m => m.Role).Distinct()];

    public IReadOnlyList<MembershipClaim> Memberships => memberships;

    /// <summary>The communes that commune-wide roles reach.</summary>
    public IReadOnlyList<string> CommuneCodes => [.. memberships.Where(m => m.CommuneCode is not null).Select(m => m.CommuneCode!).Distinct()];

    /// <summary>On whose lines of money the viewer works here; null where no body of one's own binds.</summary>
    public IReadOnlySet<Guid>? Bodies { get; private set; }

    /// <summary>How far an act reaches for this viewer, or null where it is refused.</summary>
    public Scope? Reach(Act act) => memberships.Select(m => m.Allows(act)).Max();

    public bool Can(Act act) => Reach(act) is not null;

    /// <summary>Whether an act may touch something in this commune: province-wide roles may everywhere, commune roles at home.</summary>
    public bool CanIn(Act act, string? communeCode) => memberships.Any(m => m.Allows(act) switch
    {
        Scope.Province or Scope.Ministry => true,
        Scope.Commune => communeCode is not null && m.CommuneCode == communeCode,
        _ => false,
    });

    public void Load(ClaimsPrincipal principal, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(principal);
        if (principal.Identity?.IsAuthenticated != true || !Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var userId))
        {
            return;
        }

        IsSignedIn = true;
        UserId = userId;
        UserName = principal.Identity.Name ?? "";
        DisplayName = principal.FindFirstValue(ClaimTypes.GivenName) ?? UserName;
        Theme = principal.FindFirstValue("kc:theme");
        MustChangePassword = principal.HasClaim(c => c.Type == Sessions.MustChange);
        var names = principal.FindAll(Workplace.NameClaimType).Select(c => c.Value.Split('|', 2)).ToDictionary(p => p[0], p => p[1]);
        var valid = principal.FindAll(MembershipClaim.ClaimType).Select(c => MembershipClaim.Parse(c.Value)).OfType<MembershipClaim>().Where(m => m.Covers(today)).ToList();
        Workplaces = [.. valid
            .Select(m => new Workplace(m.OrganisationId, names.GetValueOrDefault(m.OrganisationId.ToString("N"), ""), m.ProvinceCode))
            .DistinctBy(w => w.Key)];
        var chosen = principal.FindFirstValue(Workplace.ClaimType)?.Split('/', 2);
        Workplace = Workplaces.FirstOrDefault(w => w.Key == chosen?[0]) ?? (Workplaces.Count > 0 ? Workplaces[0] : null);
        if (Workplace is { } here)
        {
            Bodies = principal.FindAll(Workplace.BodiesClaimType).Select(c => c.Value.Split('|', 2)).FirstOrDefault(p => p[0] == here.OrganisationId.ToString("N")) is [_, var bodies]
                ? bodies.Split(' ').Select(Guid.Parse).ToHashSet()
                : null;
            memberships.AddRange(valid.Where(m => m.OrganisationId == here.OrganisationId && m.ProvinceCode == here.ProvinceCode));
            // The Ministry works nationally and looks into one province at a time.
            ProvinceCode = here.ProvinceCode.Length > 0 ? here.ProvinceCode
                : memberships.Any(m => m.Allows(Act.CompareProvinces) is Scope.Ministry) && chosen is [_, var province] ? province
                : "";
            if (here.ProvinceCode.Length == 0 && ProvinceCode.Length > 0)
            {
                // Whoever looks into a province reads there: national accounts are managed from the country's place only.
                memberships.RemoveAll(m => m.Allows(Act.CompareProvinces) is not Scope.Ministry);
            }
        }
    }
}
