using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;

namespace KhuyenCong.Domain.Projects;

/// <summary>Tự kiểm tra của đề án: the dossier asked of the norms' engine, beneficiary by beneficiary, since each site has its own norms.</summary>
public static class ProjectCheck
{
    private const int MostUnits = 100_000;
    private const string UnitToDepartment = "kcqg.unit-to-department";
    private const string DepartmentToAgency = "kcqg.department-to-agency";

    /// <param name="project">With all its rows.</param>
    /// <param name="legalForms">Of its establishments.</param>
    /// <param name="book">The law as the province stands to it.</param>
    /// <param name="on">The day whose law applies.</param>
    public static IReadOnlyList<(ProjectBeneficiary? Beneficiary, DossierFacts Facts, EligibilityAnswer Answer)> Of(Project project, IReadOnlyDictionary<Guid, LegalForm> legalForms, NormBook book, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(legalForms);
        ArgumentNullException.ThrowIfNull(book);
        var beneficiaries = project.Beneficiaries.OrderBy(b => b.Order).ToList();
        var shared = project.Lines.Where(l => l.BeneficiaryId is null || beneficiaries.All(b => b.ProjectBeneficiaryId != l.BeneficiaryId)).ToList();
        IEnumerable<(ProjectBeneficiary? Of, List<ProjectEstimateLine> Lines)> parts = beneficiaries is [var only]
            ? [(only, [.. project.Lines])]
            : [.. beneficiaries.Select(b => ((ProjectBeneficiary?)b, project.Lines.Where(l => l.BeneficiaryId == b.ProjectBeneficiaryId).ToList())), (null, shared)];
        var asked = parts.Where(p => p.Lines.Count > 0).ToList();
        var facts = asked.Select((p, i) => Facts(project, p.Of, p.Lines, legalForms, on) with { Steps = i == 0 ? StepsOf(project, on) : [], KeyProject = i == 0 ? KeyOf(project, book) : null }).ToList();
        return [.. EligibilityCheck.Of(facts, book).Select((answer, i) => (asked[i].Of, facts[i], answer))];
    }

    /// <summary>The same facts when work is accepted: cost as proven instead of estimated, support as far as another record entitles to it already.</summary>
    /// <param name="project">With all its rows.</param>
    /// <param name="beneficiary">At whose site; null = the whole project.</param>
    /// <param name="lines">With what was found eligible, and what is granted already.</param>
    /// <param name="legalForms">Of its establishments.</param>
    /// <param name="on">The day whose law applies.</param>
    public static DossierFacts AtAcceptance(Project project, ProjectBeneficiary? beneficiary, IReadOnlyList<(ProjectEstimateLine Line, Dong EligibleCost, Dong? Granted)> lines, IReadOnlyDictionary<Guid, LegalForm> legalForms, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(legalForms);
        return Facts(project, beneficiary, [.. lines.Select(l => l.Line)], legalForms, on) with
        {
            Stage = CheckStage.Settlement,
            OwnCapital = null,
            Papers = null,
            // What a record gave is all that it takes of a ceiling: the rest is for the records after it.
            Lines = [.. lines.Select(l => Line(project, l.Line) with { EligibleCost = l.EligibleCost, Requested = l.Granted, Approved = l.Granted })],
        };
    }

    private static DossierFacts Facts(Project project, ProjectBeneficiary? beneficiary, List<ProjectEstimateLine> lines, IReadOnlyDictionary<Guid, LegalForm> legalForms, DateOnly on)
    {
        var machines = project.Machines.Where(m => m.BeneficiaryId is null || beneficiary is null || m.BeneficiaryId == beneficiary.ProjectBeneficiaryId).ToList();
        var (holds, fails) = (project.Holds, project.Fails);
        if (machines.Count > 0)
        {
            // The machines themselves answer; the question is not asked again.
            (holds, fails) = machines.TrueForAll(m => m.IsNew) ? (holds | NormConditions.NewMachine, fails & ~NormConditions.NewMachine) : (holds & ~NormConditions.NewMachine, fails | NormConditions.NewMachine);
        }

        // What the lines for all have in common with every beneficiary is theirs as well.
        var communes = project.Beneficiaries.Select(b => b.CommuneCode).OfType<string>().Distinct().ToList();
        var forms = project.Beneficiaries.Select(b => legalForms.TryGetValue(b.EstablishmentId, out var form) ? BeneficiaryOf(form) : (Beneficiaries?)null).Distinct().Take(2).ToList();
        return new()
        {
            On = on,
            Regime = project.Kind.Regime(),
            ProvinceCode = project.ProvinceCode,
            // The sites decide; the project's own commune only where no site is known.
            CommuneCode = beneficiary is not null ? beneficiary.CommuneCode ?? project.CommuneCode : communes is [var commune] ? commune : communes.Count == 0 ? project.CommuneCode : null,
            Communes = beneficiary is null && communes.Count > 1 ? communes : [],
            Beneficiary = beneficiary is not null ? legalForms.TryGetValue(beneficiary.EstablishmentId, out var own) ? BeneficiaryOf(own) : null : forms is [var one] ? one : null,
            Holds = holds,
            Fails = fails & ~holds,
            HasPriority = project.Holds.HasFlag(NormConditions.PriorityGiven),
            OwnCapital = lines.Select(l => l.CounterpartAmount).SumKnown(),
            PaidByOthers = lines.SelectMany(l => new[] { l.IntegratedAmount, l.SponsorshipAmount, l.OtherAmount }).SumKnown(),
            Papers = [.. project.Papers.Select(p => p.Code).OfType<string>()],
            Lines = [.. lines.OrderBy(l => l.Order).Select(l => Line(project, l))],
        };
    }

    /// <summary>A ceiling per establishment is the establishment's, however many sites and lines it has here.</summary>
    private static EstimateLine Line(Project project, ProjectEstimateLine line)
    {
        var listed = project.Beneficiaries.Select(b => b.EstablishmentId).Distinct().ToList();
        var own = project.Beneficiaries.FirstOrDefault(b => b.ProjectBeneficiaryId == line.BeneficiaryId)?.EstablishmentId;
        var (units, source) = own is null ? Establishments(project, listed.Count, line.KindCode) : (1, UnitSource.Listed);
        var only = source is UnitSource.Listed && listed is [var one] ? one : (Guid?)null;
        return new($"{line.Order + 1}", line.KindCode ?? "", line.Total, line.Text.Funding.Support, units, (own ?? only)?.ToString("N"))
        {
            Counted = NormUnits.NamedBy(line.Unit) is var unit and not NormUnit.None ? new(unit, Whole(line.Quantity)) : new(NormUnit.None, 0),
            UnitSource = source,
        };
    }

    /// <summary>How many establishments a line for all is for: those listed; a group not yet wholly listed counts what its lines say, establishments before machines.</summary>
    private static (int Units, UnitSource Source) Establishments(Project project, int listed, string? kindCode)
    {
        var lines = project.Lines.Where(l => l.KindCode == kindCode && l.BeneficiaryId is null).ToList();
        var said = lines.Where(l => NormUnits.NamesEstablishments(l.Unit)).Select(l => Whole(l.Quantity)).DefaultIfEmpty().Max();
        if (listed > 0 && (said <= listed || project.Kind is not ProjectKind.NationalGroup))
        {
            return (listed, UnitSource.Listed);
        }

        var counted = said > 0 ? said : Whole(lines.Where(l => NormUnits.NamesMachines(l.Unit)).Sum(l => l.Quantity));
        return counted > 0 ? (counted, UnitSource.Quantity) : (1, UnitSource.Unknown);
    }

    private static int Whole(long quantity) => (int)Math.Clamp(quantity, 0, MostUnits);

    /// <summary>Contents are told by the heading and by the kinds of support in the estimate, each of one clause of Điều 4.</summary>
    private static KeyProjectFacts? KeyOf(Project project, NormBook book) => project.Kind is not ProjectKind.NationalKey ? null : new(
        [.. project.Lines.Select(l => l.KindCode is { } kind ? book.Kind(kind)?.ContentCode : null).Append(project.ContentCode).OfType<string>().Where(c => c.Length > 0).Distinct()],
        project.StartsOn,
        project.EndsOn);

    /// <summary>Only national projects are registered by days of the year. When the Sở sends on what it registered is not kept; a dossier that comes to appraisal later cannot be in time.</summary>
    private static IReadOnlyList<TimedStep> StepsOf(Project project, DateOnly on)
    {
        if (project.Kind.Regime() is not Regime.National)
        {
            return [];
        }

        var sent = project.Steps.Where(s => s.Action is ProjectAction.SendToAppraisal).Select(s => s.On).Order().Take(1);
        return [new(UnitToDepartment, project.FiledOn ?? on, project.Year), .. sent.Select(day => new TimedStep(DepartmentToAgency, day, project.Year, OnlyTells: true))];
    }

    /// <summary>The group of Nghị định 45/2012 and 235/2025 that a legal form belongs to.</summary>
    public static Beneficiaries BeneficiaryOf(LegalForm form) => form switch
    {
        LegalForm.SmallOrMediumEnterprise => Beneficiaries.SmallEnterprise,
        LegalForm.Cooperative => Beneficiaries.Cooperative,
        LegalForm.CooperativeUnion => Beneficiaries.CooperativeUnion,
        LegalForm.CooperativeGroup => Beneficiaries.CooperativeGroup,
        LegalForm.HouseholdBusiness => Beneficiaries.HouseholdBusiness,
        LegalForm.Artisan => Beneficiaries.Artisan,
        LegalForm.ClusterInvestor => Beneficiaries.ClusterInvestor,
        LegalForm.CleanerProducer => Beneficiaries.LargeEnterprise,
        _ => Beneficiaries.ServiceProvider,
    };
}
