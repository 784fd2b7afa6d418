using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Pages.Establishments;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>Invented people to try the product with (dữ liệu minh họa), in Development only.</summary>
internal sealed class SeedSamples(KhuyenCongDb db, UserManager<Account> users, TimeProvider clock)
{
    private const string Mark = "sample-establishments";
    private const string OwnerOrganisation = "mau-co-so-kh";
    private const string GroupOwnerOrganisation = "mau-co-so-dn";

    /// <summary>One of the two of the national group project.</summary>
    private const string GroupMember = "HTX Hồ tiêu Đỏ Lửa";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await AddEstablishmentsAsync(cancellationToken);
        var organisations = await db.EveryProvince<Organisation>().Where(o => o.Code != null).ToDictionaryAsync(o => o.Code!, cancellationToken);
        var present = await users.Users.Where(u => u.IsSample).Select(u => u.UserName!).ToHashSetAsync(cancellationToken);
        // A database that was filled before an owner came among the samples goes without them.
        foreach (var sample in SampleAccounts.All.Where(s => !present.Contains(s.UserName) && organisations.ContainsKey(s.OrganisationCode)))
        {
            var organisation = organisations[sample.OrganisationCode];
            var account = new Account(Uuid.New(clock), sample.UserName, sample.DisplayName) { IsSample = true };
            var created = await users.CreateAsync(account, SampleAccounts.Password);
            if (!created.Succeeded)
            {
                throw new InvalidOperationException(string.Join(' ', created.Errors.Select(e => e.Description)));
            }

            db.Because("membership.granted", "dữ liệu minh họa");
            db.Memberships.Add(Membership.Of(new MembershipGranted(Uuid.New(clock), account.Id, organisation.OrganisationId, sample.Role, organisation.ProvinceCode, sample.CommuneCode, new DateOnly(2026, 1, 1), null)));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Once: what a tester deletes or merges stays so.</summary>
    private async Task AddEstablishmentsAsync(CancellationToken cancellationToken)
    {
        if (await db.SeedMarks.FindAsync([Mark], cancellationToken) is not null)
        {
            return;
        }

        var establishments = SampleEstablishments.All(await db.SizeRuleAsync(clock.Today, cancellationToken), clock.Today, clock.UtcNow, () => Uuid.New(clock)).ToList();
        foreach (var (owned, code) in new[] { (establishments[0], OwnerOrganisation), (establishments.First(e => e.Name.StartsWith(GroupMember, StringComparison.Ordinal)), GroupOwnerOrganisation) })
        {
            var organisation = Organisation.From(new(Uuid.New(clock), OrganisationKind.Establishment, owned.ProvinceCode, owned.Sites[0].CommuneCode, new(2026, 1, 1), [new(Uuid.New(clock), owned.Name, new(2026, 1, 1))], code));
            owned.Apply(new OwnerLinked(owned.EstablishmentId, organisation.OrganisationId));
            db.Organisations.Add(organisation);
        }

        db.Establishments.AddRange(establishments);
        db.SeedMarks.Add(new() { Name = Mark, Hash = "1" });
        db.Because("establishment.registered", "dữ liệu minh họa");
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
