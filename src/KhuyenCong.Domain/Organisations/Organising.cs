namespace KhuyenCong.Domain.Organisations;

/// <summary>Sắp xếp tổ chức: opening, renaming, closing, relating, and giving duties. A province changes its own bodies only, the nation its own.</summary>
/// <remarks>The writer is a province, or null for the nation: the Ministry, its Agency and the regions of the State Treasury.</remarks>
public static class Organising
{
    public static Ruling<OrganisationOpened> OpenOrganisation(OrganisationOpened wanted, IEnumerable<Organisation> existing, string? writerProvince, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var name = wanted.Names.Count == 1 ? wanted.Names[0] : null;
        var opened = wanted.OpenedOn;
        return Decide.If(
            () => wanted,
            (wanted.ProvinceCode == writerProvince, new("organisation.other-province")),
            (wanted.Kind.IsNational() == wanted.ProvinceCode is null, new("organisation.kind-of-other-level", nameof(wanted.Kind))),
            (!string.IsNullOrWhiteSpace(name?.Name), new("organisation.name-missing", nameof(NameText.Name))),
            (opened is not null, new("organisation.opening-missing", nameof(wanted.OpenedOn))),
            (opened is not { } day || day <= today.AddYears(1), new("organisation.opening-too-late", nameof(wanted.OpenedOn))),
            (name is null || opened is null || name.From == opened, new("organisation.name-not-from-opening", nameof(NameText.From))),
            (wanted.Kind is not OrganisationKind.CommuneOffice || wanted.CommuneCode is not null, new("organisation.commune-missing", nameof(wanted.CommuneCode))),
            (!existing.Any(o => o.Kind == wanted.Kind && o.ProvinceCode == wanted.ProvinceCode && opened is { } on && o.ExistsOn(on) && SameName(o.NameOn(on), name?.Name)),
                new("organisation.same-name", nameof(NameText.Name))));
    }

    public static Ruling<OrganisationRenamed> RenameOrganisation(Organisation organisation, NameText name, string? writerProvince)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(name);
        var last = organisation.Names.MaxBy(n => n.From ?? DateOnly.MinValue);
        return Decide.If(
            () => new OrganisationRenamed(organisation.OrganisationId, last is { To: null } ? last.OrganisationNameId : null, name with { Name = name.Name.Trim() }),
            (organisation.ProvinceCode == writerProvince, new("organisation.other-province")),
            (!string.IsNullOrWhiteSpace(name.Name), new("organisation.name-missing", nameof(name.Name))),
            (!string.IsNullOrWhiteSpace(name.Document), new("organisation.document-missing", nameof(name.Document))),
            (name.From is not null, new("organisation.from-missing", nameof(name.From))),
            (name.From is not { } from || organisation.ExistsOn(from), new("organisation.not-existing", nameof(name.From))),
            (name.From is not { } start || last is null || (start > (last.From ?? DateOnly.MinValue) && start > (last.To ?? DateOnly.MinValue)),
                new("organisation.name-overlap", nameof(name.From), last?.Name ?? "")),
            (last?.Name != name.Name, new("organisation.name-unchanged", nameof(name.Name))));
    }

    public static Ruling<OrganisationClosed> CloseOrganisation(Organisation organisation, Organisation? heir, DateOnly lastDay, string? document, IEnumerable<DutyAssignment> duties, string? writerProvince)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        var held = duties.Where(d => d.OrganisationId == organisation.OrganisationId && (d.To is not { } to || to > lastDay)).ToArray();
        return Decide.If(
            () => new OrganisationClosed(organisation.OrganisationId, lastDay, heir?.OrganisationId, document!.Trim()),
            (organisation.ProvinceCode == writerProvince, new("organisation.other-province")),
            (organisation.ClosedOn is null, new("organisation.already-closed")),
            (organisation.OpenedOn is not { } opened || opened <= lastDay, new("organisation.closed-before-opening", nameof(lastDay))),
            (!string.IsNullOrWhiteSpace(document), new("organisation.document-missing", nameof(document))),
            (heir?.OrganisationId != organisation.OrganisationId, new("organisation.merged-into-itself", nameof(heir))),
            (heir is null || heir.ExistsOn(lastDay.AddDays(1)), new("organisation.heir-not-existing", nameof(heir))),
            (heir is null || heir.ProvinceCode == organisation.ProvinceCode, new("organisation.heir-of-other-province", nameof(heir))),
            (held.Length == 0, new("organisation.duties-left", nameof(lastDay), held.Length)));
    }

    public static Ruling<OrganisationsRelated> RelateOrganisations(OrganisationsRelated wanted, Organisation? subject, Organisation? other, IEnumerable<OrganisationRelation> existing, string? writerProvince)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var relations = existing.ToArray();
        var toUnit = wanted.Kind is OrganisationRelationKind.ServesProvince or OrganisationRelationKind.CoversCommune;
        var isParent = wanted.Kind is OrganisationRelationKind.Parent;
        var same = relations.Where(r => r.Kind == wanted.Kind && r.SubjectId == wanted.SubjectId && Overlap(r.From, r.To, wanted.From, wanted.To)).ToArray();
        return Decide.If(
            () => wanted with { ProvinceCode = subject!.ProvinceCode },
            (subject is not null, new("organisation.unknown", nameof(wanted.SubjectId))),
            (subject is null || subject.ProvinceCode == writerProvince, new("organisation.other-province")),
            (toUnit || other is not null, new("organisation.relation-object-missing", nameof(wanted.ObjectId))),
            (!toUnit || !string.IsNullOrWhiteSpace(wanted.UnitCode), new("organisation.relation-unit-missing", nameof(wanted.UnitCode))),
            (subject is null || !toUnit || (wanted.Kind is OrganisationRelationKind.ServesProvince) == subject.ProvinceCode is null, new("organisation.relation-other-level", nameof(wanted.Kind))),
            (other is null || other.ProvinceCode is null || other.ProvinceCode == subject?.ProvinceCode, new("organisation.relation-other-province", nameof(wanted.ObjectId))),
            (wanted.From is not null, new("organisation.from-missing", nameof(wanted.From))),
            (wanted.From is not { } from || wanted.To is not { } to || from <= to, new("organisation.dates-reversed", nameof(wanted.To))),
            (!string.IsNullOrWhiteSpace(wanted.Document), new("organisation.document-missing", nameof(wanted.Document))),
            (wanted.SubjectId != wanted.ObjectId, new("organisation.relation-to-itself", nameof(wanted.ObjectId))),
            (!isParent || same.Length == 0, new("organisation.two-parents", nameof(wanted.From))),
            (isParent || !same.Any(r => r.ObjectId == wanted.ObjectId && r.UnitCode == wanted.UnitCode), new("organisation.relation-duplicate", nameof(wanted.From))),
            (!isParent || !MakesCycle(wanted, relations), new("organisation.relation-circular", nameof(wanted.ObjectId))));
    }

    public static Ruling<DutyAssigned> AssignDuty(DutyAssigned wanted, Organisation? holder, OrganisationTree onFirstDay, IEnumerable<DutyAssignment> existing)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(onFirstDay);
        var taken = existing.FirstOrDefault(d => d.Duty == wanted.Duty && d.ProvinceCode == wanted.ProvinceCode && Overlap(d.From, d.To, wanted.From, wanted.To));
        return Decide.If(
            () => wanted,
            (wanted.ProvinceCode.Length > 0, new("organisation.other-province")),
            (holder is not null, new("organisation.unknown", nameof(wanted.OrganisationId))),
            (holder is null || holder.ProvinceCode == wanted.ProvinceCode || onFirstDay.Serves(holder.OrganisationId, wanted.ProvinceCode), new("duty.not-serving", nameof(wanted.OrganisationId))),
            (holder is null || holder.ExistsOn(wanted.From), new("organisation.not-existing", nameof(wanted.From))),
            (wanted.To is not { } to || wanted.From <= to, new("organisation.dates-reversed", nameof(wanted.To))),
            (!string.IsNullOrWhiteSpace(wanted.Document), new("organisation.document-missing", nameof(wanted.Document))),
            (taken is null, new("duty.already-held", nameof(wanted.From), taken?.Document ?? "")));
    }

    /// <summary>Chấm dứt phân công: a duty handed on ends the day before the next holder's begins.</summary>
    public static Ruling<DutyEnded> EndDuty(DutyAssignment duty, DateOnly? lastDay, string? document, string? writerProvince)
    {
        ArgumentNullException.ThrowIfNull(duty);
        return Decide.Unless([.. Ending(duty, duty.ProvinceCode == writerProvince, lastDay, document)], () => new DutyEnded(duty.DutyAssignmentId, lastDay!.Value));
    }

    /// <summary>Chấm dứt quan hệ.</summary>
    public static Ruling<RelationEnded> EndRelation(OrganisationRelation relation, DateOnly? lastDay, string? document, string? writerProvince)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return Decide.Unless([.. Ending(relation, relation.ProvinceCode == writerProvince, lastDay, document)], () => new RelationEnded(relation.OrganisationRelationId, lastDay!.Value));
    }

    private static IEnumerable<Breach> Ending(IDated dated, bool isOwn, DateOnly? lastDay, string? document) =>
        new (bool Holds, Breach Otherwise)[]
        {
            (isOwn, new("organisation.other-province")),
            (lastDay is not null, new("organisation.last-day-missing", "LastDay")),
            (lastDay is not { } last || dated.From is not { } from || from <= last, new("organisation.last-day-before-start", "LastDay")),
            (lastDay is not { } later || dated.To is not { } to || later <= to, new("organisation.last-day-extends", "LastDay")),
            (!string.IsNullOrWhiteSpace(document), new("organisation.document-missing", "Document")),
        }.Unmet();

    /// <summary>Tests every day on which the set of parents changes while the wanted relation holds.</summary>
    private static bool MakesCycle(OrganisationsRelated wanted, OrganisationRelation[] relations)
    {
        var all = relations.Append(OrganisationRelation.Of(wanted)).Where(r => r.Kind is OrganisationRelationKind.Parent).ToArray();
        return all.Select(r => r.From).Append(wanted.From).Distinct()
            .Select(d => d ?? DateOnly.MinValue)
            .Where(d => OrganisationRelation.Of(wanted).Covers(d))
            .Any(d => new OrganisationTree(all, d) is var tree
                && wanted.ObjectId is { } parent
                && (parent == wanted.SubjectId || tree.AncestorsOf(parent).Contains(wanted.SubjectId)));
    }

    private static bool Overlap(DateOnly? from, DateOnly? to, DateOnly? otherFrom, DateOnly? otherTo) =>
        (from ?? DateOnly.MinValue) <= (otherTo ?? DateOnly.MaxValue) && (otherFrom ?? DateOnly.MinValue) <= (to ?? DateOnly.MaxValue);

    private static bool SameName(string left, string? right) => Kernel.SearchText.Fold(left) == Kernel.SearchText.Fold(right);
}
