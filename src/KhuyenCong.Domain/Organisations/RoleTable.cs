using static KhuyenCong.Domain.Organisations.Act;
using static KhuyenCong.Domain.Organisations.Role;

namespace KhuyenCong.Domain.Organisations;

/// <summary>Bảng vai trò × việc: the one place that says who may do what, and how far it reaches.</summary>
/// <remarks>The tests read this table cell by cell. A cell that is not here is refused.</remarks>
public static class RoleTable
{
    private static readonly Act[] Reading = [ViewProgramme, ViewResults, ViewLaw, ViewOrganisations];
    private static readonly Act[] Comparing = [ViewProgramme, ViewLaw, ViewOrganisations, CompareProvinces];
    private static readonly Act[] Filing = [ViewProgramme, ViewLaw, FilePetition];

    private static readonly Act[] OwnEstablishment = [ViewEstablishments, ViewPersonalData];
    private static readonly Act[] Registering = [ViewEstablishments, EditEstablishments, ViewPersonalData];

    private static readonly Dictionary<Role, (Scope Reach, Act[] Acts)> Rows = new()
    {
        [EstablishmentOwner] = (Scope.Own, [.. Filing, .. OwnEstablishment, ViewProjects, EditProject, ReportProgress, AnswerFollowUp]),
        [Artisan] = (Scope.Own, [.. Filing, .. OwnEstablishment, ViewProjects, EditProject, ReportProgress, AnswerFollowUp]),
        [ClusterInvestor] = (Scope.Own, [.. Filing, .. OwnEstablishment, ViewProjects, EditProject, ReportProgress, AnswerFollowUp]),
        [Association] = (Scope.Own, [.. Filing, ViewProjects, EditProject, ReportProgress]),
        [Collaborator] = (Scope.Own, Filing),
        [Supplier] = (Scope.Own, Filing),
        [MediaPartner] = (Scope.Own, Filing),
        [PortalEditor] = (Scope.Own, Filing),
        [Citizen] = (Scope.Public, [ViewProgramme]),
        [CommuneLeader] = (Scope.Commune, [.. Reading, EditProgramme, ExplainDiscrepancy, RecordResult, FilePetition, Act.Delegate, ViewEstablishments, ViewPersonalData, ViewProjects, ReceiveProject, AppraiseProject, GiveOpinion, ConcludeAppraisal, ViewPlans, AppraisePlan, ApprovePlan, DecideEstimate, EditProcedure, PublishProcedure, SignContract, ApprovePayment, ConfirmProgress, InspectProject, ConcludeAcceptance, ApproveSettlement, ViewYearlySettlements, SubmitYearlySettlement, AnswerFollowUp, ConfirmFollowUp, ApproveYearEnd, ConfirmRecovery]),
        [CommuneOfficer] = (Scope.Commune, [.. Reading, EditProgramme, ExplainDiscrepancy, RecordResult, FilePetition, .. Registering, ViewProjects, EditProject, AppraiseProject, GiveOpinion, ViewPlans, DraftPlan, EditProcedure, EditContract, RequestPayment, ReportProgress, ConfirmProgress, InspectProject, AcceptProject, PrepareSettlement, ViewYearlySettlements, AnswerFollowUp, ConfirmFollowUp]),
        [CommuneAccountant] = (Scope.Commune, [.. Reading, FilePetition, ViewEstablishments, ViewProjects, GiveOpinion, ViewPlans, AppraisePlan, RecordAllocation, AppraiseEstimate, RequestPayment, RecordTreasury, PrepareSettlement, CloseYear, CorrectLedger, ViewYearlySettlements, ConfirmRecovery]),
        [CentreLeader] = (Scope.Province, [.. Reading, RecordResult, FilePetition, Act.Delegate, .. Registering, ViewProjects, EditProject, GiveOpinion, ViewPlans, DraftPlan, SignContract, ApprovePayment, ReportProgress, ViewYearlySettlements, SubmitYearlySettlement, AnswerFollowUp, ConfirmFollowUp]),
        [CentreOfficer] = (Scope.Province, [.. Reading, RecordResult, FilePetition, .. Registering, ViewProjects, EditProject, GiveOpinion, ViewPlans, DraftPlan, EditContract, RequestPayment, ReportProgress, PrepareSettlement, ViewYearlySettlements, AnswerFollowUp, ConfirmFollowUp]),
        [CentreBranchOfficer] = (Scope.Commune, [.. Reading, RecordResult, FilePetition, .. Registering, ViewProjects, EditProject, ReportProgress, AnswerFollowUp]),
        [CentreAccountant] = (Scope.Province, [.. Reading, FilePetition, ViewEstablishments, ViewProjects, ViewPlans, RequestPayment, RecordTreasury, PrepareSettlement, ViewYearlySettlements]),
        [DepartmentLeader] = (Scope.Province, [.. Reading, EditProgramme, ExplainDiscrepancy, RecordResult, EditLaw, AdoptRule, EditNorm, FilePetition, AnswerPetition, DraftAmendment, EditOrganisations, Act.Delegate, ViewAudit, .. Registering, CurateEstablishments, AnswerDataRequests, ViewProjects, ReceiveProject, RecordOutsideSupport, AppraiseProject, GiveOpinion, ConcludeAppraisal, ViewPlans, AppraisePlan, ApprovePlan, EditProcedure, PublishProcedure, EditCalendar, SignContract, ApprovePayment, ConfirmProgress, InspectProject, ConcludeAcceptance, ApproveSettlement, ViewYearlySettlements, SubmitYearlySettlement, AnswerFollowUp, ConfirmFollowUp, ApproveYearEnd, ConfirmRecovery]),
        [DepartmentOfficer] = (Scope.Province, [.. Reading, EditProgramme, ExplainDiscrepancy, RecordResult, EditLaw, EditNorm, FilePetition, AnswerPetition, DraftAmendment, ViewAudit, .. Registering, CurateEstablishments, AnswerDataRequests, ViewProjects, EditProject, ReceiveProject, RecordOutsideSupport, AppraiseProject, GiveOpinion, ViewPlans, DraftPlan, AppraisePlan, EditProcedure, EditCalendar, EditContract, RequestPayment, ReportProgress, ConfirmProgress, InspectProject, AcceptProject, PrepareSettlement, ViewYearlySettlements, AnswerFollowUp, ConfirmFollowUp]),
        [DepartmentAccountant] = (Scope.Province, [.. Reading, FilePetition, ViewEstablishments, ViewProjects, GiveOpinion, ViewPlans, RecordAllocation, RequestPayment, RecordTreasury, PrepareSettlement, CloseYear, CorrectLedger, ViewYearlySettlements, ConfirmRecovery]),
        [Clerk] = (Scope.Province, [.. Reading, EditLaw]),
        [FinanceOfficer] = (Scope.Province, [.. Reading, FilePetition, ViewEstablishments, ViewProjects, GiveOpinion, ViewPlans, RecordAllocation, AppraiseEstimate, ViewYearlySettlements]),
        [ProvincialLeader] = (Scope.Province, [.. Reading, Act.Delegate, ViewAudit, ViewEstablishments, ViewProjects, ViewPlans, ApprovePlan, DecideEstimate, ViewYearlySettlements]),
        [ProvincialOfficeOfficer] = (Scope.Province, [.. Reading, FilePetition, ViewEstablishments, ViewProjects, GiveOpinion, ViewPlans, ApprovePlan, RecordAllocation, DecideEstimate, ViewYearlySettlements]),
        [CouncilViewer] = (Scope.Province, [.. Reading, ViewEstablishments, ViewPlans, ViewYearlySettlements]),
        [OtherDepartmentOfficer] = (Scope.Province, [.. Reading, FilePetition, ViewEstablishments, RecordOutsideSupport]),
        [TreasuryOfficer] = (Scope.Province, [ViewLaw, FilePetition, ViewYearlySettlements]),
        [AppraisalMember] = (Scope.Own, [ViewProgramme, ViewLaw, ViewProjects, GiveOpinion]),
        [AcceptanceMember] = (Scope.Own, [ViewProgramme, ViewLaw]),
        [SelectionMember] = (Scope.Own, [ViewProgramme, ViewLaw]),
        [JudgingMember] = (Scope.Own, [ViewProgramme, ViewLaw]),
        [AgencyOfficer] = (Scope.Ministry, Comparing),
        [MinistryViewer] = (Scope.Ministry, Comparing),
        [Auditor] = (Scope.Province, [.. Reading, ViewAudit, ViewEstablishments, ViewProjects, ViewPlans, ViewYearlySettlements]),
        [Administrator] = (Scope.Province, [ViewLaw, ViewOrganisations, EditOrganisations, ManageUsers, ViewAudit, EraseValues, AnswerDataRequests]),
        [NationalAdministrator] = (Scope.Ministry, [ViewLaw, ViewOrganisations, EditOrganisations, ManageUsers, ViewAudit, EditCalendar]),
    };

    // Roles of the province or a commune that, for these acts, reach only what is their own unit's.
    private static readonly Dictionary<Role, Act[]> OwnOnly = new()
    {
        [CentreLeader] = [ViewProjects, EditProject, AnswerFollowUp, ConfirmFollowUp],
        [CentreOfficer] = [ViewProjects, EditProject, AnswerFollowUp, ConfirmFollowUp],
        [CentreBranchOfficer] = [ViewProjects, EditProject, ReportProgress],
        [CentreAccountant] = [ViewProjects],
        [OtherDepartmentOfficer] = [RecordOutsideSupport],
    };

    /// <summary>An opinion is one's own, on what one was appointed to judge, whatever else the role reaches.</summary>
    private static readonly Act[] Personal = [GiveOpinion];

    /// <summary>How far <paramref name="act"/> reaches for <paramref name="role"/>, or null where it is refused.</summary>
    public static Scope? Allows(Role role, Act act) =>
        !Rows.TryGetValue(role, out var row) || !row.Acts.Contains(act) ? null
        : Personal.Contains(act) || (OwnOnly.TryGetValue(role, out var own) && own.Contains(act)) ? Scope.Own
        : row.Reach;

    public static Scope? ReachOf(Role role) => Rows.TryGetValue(role, out var row) ? row.Reach : null;

    public static IEnumerable<Role> Holders(Act act) => Rows.Where(r => r.Value.Acts.Contains(act)).Select(r => r.Key);
}
