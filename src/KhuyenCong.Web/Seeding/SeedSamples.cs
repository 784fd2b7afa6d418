using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Organisations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>Invented people to try the product with (dữ liệu minh họa), in Development only.</summary>
internal sealed class SeedSamples(KhuyenCongDb db, UserManager<Account> users, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var organisations = await db.EveryProvince<Organisation>().Where(o => o.Code != null).ToDictionaryAsync(o => o.Code!, cancellationToken);
        var present = await users.Users.Where(u => u.IsSample).Select(u => u.UserName!).ToHashSetAsync(cancellationToken);
        foreach (var sample in SampleAccounts.All.Where(s => !present.Contains(s.UserName)))
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
}
