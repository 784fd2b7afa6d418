using System.Security.Claims;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Petitions;

/// <summary>How far the reading of petitions reaches, role by role, for a body that did not file them.</summary>
public sealed class ReachTests(App app)
{
    [Theory]
    [InlineData(Role.DepartmentOfficer, true)]
    [InlineData(Role.FinanceOfficer, true)]
    [InlineData(Role.TreasuryOfficer, false)]
    [InlineData(Role.EstablishmentOwner, false)]
    [InlineData(Role.CouncilViewer, false)]
    public async Task SomebodyElsesPetition(Role role, bool seen)
    {
        using var filer = await app.As(Role.CommuneOfficer, App.KhanhHoa, "22453");
        var id = Given.IdOf(await Given.FiledAsync(app, filer));
        var (user, organisation) = (Uuid.New(TimeProvider.System), Uuid.New(TimeProvider.System));
        var viewer = new Viewer();
        viewer.Load(new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, user.ToString()),
            new(Workplace.NameClaimType, $"{organisation:N}|Đơn vị khác (dữ liệu minh họa)"),
            new(MembershipClaim.ClaimType, new MembershipClaim(role, organisation, App.KhanhHoa, null, null, null).ToString()),
        ], "test")), TimeProvider.System.Today);
        (await app.WithDb(App.KhanhHoa, db => db.Petitions.VisibleTo(viewer).AnyAsync(p => p.PetitionId == id))).ShouldBe(seen);
    }
}
