using System.Globalization;
using KhuyenCong.Domain.Territories;

namespace KhuyenCong.Domain.Organisations;

/// <summary>Tệp danh mục tổ chức: what data/organisations ships, by codes.</summary>
/// <param name="Gaps">What the decisions do not say, shown as "chưa có số liệu".</param>
public sealed record OrganisationFile(
    IReadOnlyList<ShippedOrganisation> Organisations,
    IReadOnlyList<ShippedRelation> Relations,
    IReadOnlyList<ShippedDuty> Duties,
    IReadOnlyList<string> Gaps)
{
    /// <summary>Every event of the file; organisations of earlier files are found in <paramref name="ids"/>, new ones are added to it.</summary>
    public (IReadOnlyList<OrganisationOpened> Organisations, IReadOnlyList<OrganisationsRelated> Relations, IReadOnlyList<DutyAssigned> Duties) Events(
        IDictionary<string, Guid> ids, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(newId);
        foreach (var organisation in Organisations.Where(o => !ids.ContainsKey(o.Code)))
        {
            ids[organisation.Code] = newId();
        }

        var provinces = Organisations.ToDictionary(o => o.Code, o => o.ProvinceCode);
        var province = Organisations.Select(o => o.ProvinceCode).FirstOrDefault(p => p is not null) ?? "";
        return (
            [.. Organisations.Select(o => o.Opened(ids[o.Code], newId))],
            [.. Relations.Select(r => new OrganisationsRelated(
                newId(), r.Kind, ids[r.Subject], r.Other is { } other ? ids[other] : null, r.Unit, r.From, r.To, provinces.GetValueOrDefault(r.Subject), r.Document, r.Note))],
            [.. Duties.Select(d => new DutyAssigned(newId(), province, d.Duty, ids[d.Organisation], d.From, d.To, d.Document))]);
    }

    /// <summary>The people's committee of a commune: its names follow the commune's.</summary>
    public static OrganisationOpened CommuneOffice(AdministrativeUnit unit, Guid organisationId, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(newId);
        return new(
            organisationId,
            OrganisationKind.CommuneOffice,
            unit.ProvinceCode,
            unit.UnitCode,
            null,
            [.. unit.Names.Select(n => new NameText(newId(), $"Ủy ban nhân dân {Lower(n.FullName)}", n.From, n.To, $"UBND {Lower(n.FullName)}", n.DocumentNumber))],
            $"ubnd-{unit.UnitCode}");
    }

    private static string Lower(string name) => char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..];
}

/// <summary>Một tổ chức trong tệp.</summary>
public sealed record ShippedOrganisation(string Code, OrganisationKind Kind, IReadOnlyList<ShippedName> Names, string? ProvinceCode = null, string? CommuneCode = null, DateOnly? OpenedOn = null, string? Note = null)
{
    internal OrganisationOpened Opened(Guid id, Func<Guid> newId) => new(
        id, Kind, ProvinceCode, CommuneCode, OpenedOn, [.. Names.Select(n => new NameText(newId(), n.Name, n.From, n.To, n.ShortName, n.Document, n.Note))], Code, Note);
}

/// <summary>Một tên trong tệp.</summary>
public sealed record ShippedName(string Name, DateOnly? From = null, DateOnly? To = null, string? ShortName = null, string? Document = null, string? Note = null);

/// <summary>Một quan hệ trong tệp.</summary>
public sealed record ShippedRelation(string Subject, OrganisationRelationKind Kind, string? Other = null, string? Unit = null, DateOnly? From = null, DateOnly? To = null, string? Document = null, string? Note = null);

/// <summary>Một phân công trong tệp.</summary>
public sealed record ShippedDuty(Duty Duty, string Organisation, DateOnly From, string Document, DateOnly? To = null);
