using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Norms;

namespace KhuyenCong.Domain.Projects;

/// <summary>Tự kiểm tra của đề án: the dossier asked of the norms' engine, beneficiary by beneficiary, since each site has its own norms.</summary>
public static class ProjectCheck
{
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
        return [.. parts.Where(p => p.Lines.Count > 0).Select(p =>
        {
            var facts = Facts(project, p.Of, p.Lines, legalForms, on);
            return (p.Of, facts, EligibilityCheck.Of(facts, book));
        })];
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

        return new()
        {
            On = on,
            Regime = project.Kind.Regime(),
            ProvinceCode = project.ProvinceCode,
            CommuneCode = beneficiary?.CommuneCode ?? project.CommuneCode,
            Beneficiary = beneficiary is not null && legalForms.TryGetValue(beneficiary.EstablishmentId, out var form) ? BeneficiaryOf(form) : null,
            Holds = holds,
            Fails = fails & ~holds,
            OwnCapital = lines.Select(l => l.CounterpartAmount).SumKnown(),
            Papers = [.. project.Papers.Select(p => p.Code).OfType<string>()],
            Lines = [.. lines.OrderBy(l => l.Order).Select(l => new EstimateLine($"{l.Order + 1}", l.KindCode ?? "", l.Total, l.Text.Funding.Support, 1, l.BeneficiaryId?.ToString("N")))],
        };
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
