using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests;

/// <summary>The other side of a contract.</summary>
internal static class GivenParties
{
    /// <summary>Somebody of the unit that wrote the project of a contract.</summary>
    public static async Task<HttpClient> AParty(this App app, Contract contract)
    {
        var (client, unit) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        await app.WithDb(App.KhanhHoa, db => db.Projects.Where(p => p.ProjectId == contract.ProjectId).ExecuteUpdateAsync(s => s.SetProperty(p => p.OrganisationId, (Guid?)unit)));
        return client;
    }
}
