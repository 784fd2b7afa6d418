using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Projects;

/// <summary>Lập, sửa hồ sơ đề án: a draft may have gaps; what it says must not be impossible.</summary>
public static class ProjectWriting
{
    public const int LongestTitle = 500;
    public const int LongestText = 20_000;
    public const int LongestShort = 500;
    public const int MostRows = 200;

    public static Ruling<ProjectDrafted> Draft(Guid projectId, string provinceCode, ProjectText text, ProjectMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        var drafted = new ProjectDrafted(projectId, provinceCode, text, mover.UserId, mover.OrganisationId, clock.Today, clock.UtcNow);
        return Decide.Unless([.. Faults(text, clock.Today), .. OutOfReach(drafted, mover)], () => drafted);
    }

    public static Ruling<ProjectEdited> Edit(Project project, ProjectText text, ProjectMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (!mover.May(Act.EditProject, project))
        {
            return new(null, [new("project.not-allowed")]);
        }

        if (!project.IsEditable)
        {
            return new(null, [new("project.closed")]);
        }

        var breaches = Faults(text, clock.Today).ToList();
        var closed = project.Text.Differs(text) & ~project.EditableSections;
        if (closed is not ProjectSections.None)
        {
            breaches.Add(new("project.section-closed", null, closed));
        }

        // A commune's code stands for its commune: a dossier does not move into another's procedure.
        if (project.Code is not null && ((text.Kind, text.Nature, text.Year) != (project.Kind, project.Nature, project.Year) || (text.Kind is ProjectKind.Commune && text.CommuneCode != project.CommuneCode)))
        {
            breaches.Add(new("project.coded", nameof(text.Kind), project.Code));
        }

        breaches.AddRange(OutOfReach(new(project.ProjectId, project.ProvinceCode, text, project.CreatedBy, project.OrganisationId, project.CreatedOn, clock.UtcNow), mover));
        return Decide.Unless<ProjectEdited>(breaches, () => new(project.ProjectId, text, mover.UserId, clock.UtcNow));
    }

    /// <summary>Papers come and go while their part of the dossier is open.</summary>
    public static IReadOnlyList<Breach> PaperFaults(Project project, ProjectMover mover)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(mover);
        return !mover.May(Act.EditProject, project) ? [new("project.not-allowed")]
            : !project.EditableSections.HasFlag(ProjectSections.Papers) ? [new("project.papers-closed")]
            : [];
    }

    /// <summary>What is written is judged as what stood before: nobody writes a dossier out of, or into, what they reach.</summary>
    private static IEnumerable<Breach> OutOfReach(ProjectDrafted written, ProjectMover mover) =>
        written.Text is { Kind: ProjectKind.Commune, CommuneCode: null } || mover.May(Act.EditProject, Project.From(written with { Text = written.Text with { Lines = [] } })) ? []
        : [mover.Reach(Act.EditProject) switch
        {
            Scope.Commune => new("project.commune-not-yours", nameof(ProjectText.CommuneCode)),
            Scope.Province when written.Text.Kind is ProjectKind.Commune => new("project.commune-procedure", nameof(ProjectText.Kind)),
            _ => new("project.not-allowed"),
        }];

    public static IEnumerable<Breach> Faults(ProjectText text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Heading(text, today).Concat(Rows(text)).Concat(EstimateRules.Faults(text.Lines)).Concat(SupportSchedule.Faults(text)).Concat(Consent(text, today));
    }

    /// <summary>Parts of the dossier named by Điều 5 Thông tư 36/2013 that are still blank: asked for, never demanded, until the province adopts the rule.</summary>
    public static ProjectSections Blank(ProjectText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var dossier = text.Dossier;
        return (string.IsNullOrWhiteSpace(dossier.Necessity) ? ProjectSections.Necessity : 0)
            | (string.IsNullOrWhiteSpace(dossier.Objectives) ? ProjectSections.Objectives : 0)
            | (string.IsNullOrWhiteSpace(dossier.Scale) ? ProjectSections.Scale : 0)
            | (string.IsNullOrWhiteSpace(dossier.Contents) && text.WorkPlan.Count == 0 ? ProjectSections.WorkPlan : 0)
            | (string.IsNullOrWhiteSpace(dossier.Organisation) ? ProjectSections.Organisation : 0)
            | (string.IsNullOrWhiteSpace(dossier.Effects) ? ProjectSections.Effects : 0);
    }

    private static IEnumerable<Breach> Heading(ProjectText text, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(text.Title))
        {
            yield return new("project.title-missing", nameof(text.Title));
        }

        if (text.Title.Length > LongestTitle)
        {
            yield return new("project.too-long", nameof(text.Title), LongestTitle);
        }

        if (text.Year < 2012 || text.Year > today.Year + 5)
        {
            yield return new("project.year-outside", nameof(text.Year), 2012, today.Year + 5);
        }

        if (Article4.All.All(c => c.Code != text.ContentCode))
        {
            yield return new("project.content-missing", nameof(text.ContentCode));
        }

        if (text.Kind is ProjectKind.Commune && text.CommuneCode is null)
        {
            yield return new("project.commune-missing", nameof(text.CommuneCode));
        }
        else if (text.Kind is ProjectKind.Commune && text.Beneficiaries.Count > 0 && text.Beneficiaries.All(b => b.CommuneCode != text.CommuneCode))
        {
            yield return new("project.commune-elsewhere", nameof(text.CommuneCode));
        }

        if (text.EndsOn < text.StartsOn)
        {
            yield return new("project.period-reversed", nameof(text.EndsOn));
        }

        if (text.ImplementingUnit.Length > LongestShort || text.PartnerUnits?.Length > LongestShort)
        {
            yield return new("project.too-long", nameof(text.ImplementingUnit), LongestShort);
        }

        var dossier = text.Dossier;
        foreach (var (field, written) in new[]
        {
            (nameof(dossier.Necessity), dossier.Necessity), (nameof(dossier.Objectives), dossier.Objectives), (nameof(dossier.Scale), dossier.Scale), (nameof(dossier.Superiority), dossier.Superiority),
            (nameof(dossier.Contents), dossier.Contents), (nameof(dossier.Organisation), dossier.Organisation), (nameof(dossier.Effects), dossier.Effects),
        })
        {
            if (written?.Length > LongestText)
            {
                yield return new("project.too-long", field, LongestText);
            }
        }
    }

    private static IEnumerable<Breach> Rows(ProjectText text)
    {
        if (text.Lines.Count > MostRows || text.Beneficiaries.Count > MostRows || text.Machines.Count > MostRows || text.WorkPlan.Count > MostRows)
        {
            yield return new("project.too-many-rows", null, MostRows);
        }

        if (text.Nature is ProjectNature.AgencyTask && text.Beneficiaries.Count > 0)
        {
            yield return new("project.task-has-beneficiaries", nameof(text.Nature));
        }

        if (text.Beneficiaries.DistinctBy(b => (b.EstablishmentId, b.ProductionSiteId)).Count() < text.Beneficiaries.Count)
        {
            yield return new("project.beneficiary-twice", nameof(text.Beneficiaries));
        }

        if (text.Beneficiaries.Any(b => b.SupportAsked < Dong.Zero))
        {
            yield return new("amount.negative", nameof(text.Beneficiaries));
        }

        foreach (var breach in MachineFaults(text.Machines, text.Year))
        {
            yield return breach;
        }
    }

    /// <summary>Figures no list of machines may have.</summary>
    public static IEnumerable<Breach> MachineFaults(IReadOnlyList<MachineText> machines, int year)
    {
        ArgumentNullException.ThrowIfNull(machines);
        for (var i = 0; i < machines.Count; i++)
        {
            var machine = machines[i];
            if (string.IsNullOrWhiteSpace(machine.Name))
            {
                yield return new("machine.name-missing", $"Machines[{i}].Name", i + 1);
            }

            if (machine.MadeYear is < 1950 || machine.MadeYear > year + 1)
            {
                yield return new("machine.year", $"Machines[{i}].MadeYear", i + 1);
            }

            if (machine.Quantity < 1 || machine.UnitPrice < Dong.Zero)
            {
                yield return new("machine.figures", $"Machines[{i}].Quantity", i + 1);
            }

            if (SupportTrace.NumberOf(machine.Serial) is { Length: > 0 } serial && machines.Take(i).Any(m => SupportTrace.NumberOf(m.Serial) == serial))
            {
                yield return new("machine.serial-twice", $"Machines[{i}].Serial", machine.Serial!);
            }
        }
    }

    private static IEnumerable<Breach> Consent(ProjectText text, DateOnly today)
    {
        if (text.Consent is { } consent && consent.GivenOn > today)
        {
            yield return new("consent.in-future", "ConsentGivenOn");
        }
    }
}
