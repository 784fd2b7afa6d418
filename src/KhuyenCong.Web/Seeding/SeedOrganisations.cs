using System.Text.Json;
using System.Text.Json.Serialization;
using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Seeding;

/// <summary>The organisations the two decisions name, and the people's committees of their communes.</summary>
internal sealed class SeedOrganisations(KhuyenCongDb db, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public async Task RunAsync(string[] files, CancellationToken cancellationToken)
    {
        var ids = await db.EveryProvince<Organisation>().Where(o => o.Code != null).ToDictionaryAsync(o => o.Code!, o => o.OrganisationId, cancellationToken);
        foreach (var file in files.Select(f => JsonSerializer.Deserialize<OrganisationFile>(f, Json)!))
        {
            var isNew = file.Organisations.Select(o => o.Code).Where(c => !ids.ContainsKey(c)).ToHashSet();
            if (isNew.Count == 0)
            {
                continue;
            }

            var (organisations, relations, duties) = file.Events(ids, () => Uuid.New(clock));
            db.Organisations.AddRange(organisations.Where(o => isNew.Contains(o.Code!)).Select(Organisation.From));
            db.OrganisationRelations.AddRange(relations.Where(r => isNew.Contains(ids.First(i => i.Value == r.SubjectId).Key)).Select(OrganisationRelation.Of));
            db.DutyAssignments.AddRange(duties.Where(d => isNew.Contains(ids.First(i => i.Value == d.OrganisationId).Key)).Select(DutyAssignment.Of));
            foreach (var province in file.Organisations.Select(o => o.ProvinceCode).OfType<string>().Distinct())
            {
                await AddCommuneOfficesAsync(province, ids, cancellationToken);
            }
        }

        db.Because("organisation.seeded");
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task AddCommuneOfficesAsync(string province, Dictionary<string, Guid> ids, CancellationToken cancellationToken)
    {
        var communes = await db.AdministrativeUnits.Include(u => u.Names).Where(u => u.ProvinceCode == province && u.UnitCode != province).ToListAsync(cancellationToken);
        foreach (var opened in communes.Select(c => OrganisationFile.CommuneOffice(c, Uuid.New(clock), () => Uuid.New(clock))).Where(o => !ids.ContainsKey(o.Code!)))
        {
            ids[opened.Code!] = opened.OrganisationId;
            db.Organisations.Add(Organisation.From(opened));
        }
    }
}
