using System.Text;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Tests.Organisations;

public sealed class RoleTableTests
{
    // One row per role, one column per act in the order of Act; P province, C commune, O own, M ministry, U public, '.' refused.
    private const string Expected = """
                                  VP EP ED VR RR CP VL EL AR EN FP AP DA VO EO MU DG VA EV VE EE PD CE DR VJ EJ RJ RO AJ GO CJ VK DK AK PK RA AD DD EQ PQ LC EC SC QP AY RT RG CG IP AC CA PS AS CY CL YV YS AF CF YE CR
        EstablishmentOwner        O  .  .  .  .  .  O  .  .  .  O  .  .  .  .  .  .  .  .  O  .  O  .  .  O  O  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  O  .  .  .  .  .  .  .  .  .  .  O  .  .  .
        Artisan                   O  .  .  .  .  .  O  .  .  .  O  .  .  .  .  .  .  .  .  O  .  O  .  .  O  O  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  O  .  .  .  .  .  .  .  .  .  .  O  .  .  .
        ClusterInvestor           O  .  .  .  .  .  O  .  .  .  O  .  .  .  .  .  .  .  .  O  .  O  .  .  O  O  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  O  .  .  .  .  .  .  .  .  .  .  O  .  .  .
        Association               O  .  .  .  .  .  O  .  .  .  O  .  .  .  .  .  .  .  .  .  .  .  .  .  O  O  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  O  .  .  .  .  .  .  .  .  .  .  .  .  .  .
        CommuneLeader             C  C  C  C  C  .  C  .  .  .  C  .  .  C  .  .  C  .  .  C  .  C  .  .  C  .  C  .  C  O  C  C  .  C  C  .  .  C  C  C  .  .  C  .  C  .  .  C  C  .  C  .  C  .  .  C  C  C  C  C  C
        CommuneOfficer            C  C  C  C  C  .  C  .  .  .  C  .  .  C  .  .  .  .  .  C  C  C  .  .  C  C  .  .  C  O  .  C  C  .  .  .  .  .  C  .  .  C  .  C  .  .  C  C  C  C  .  C  .  .  .  C  .  C  C  .  .
        CommuneAccountant         C  .  .  C  .  .  C  .  .  .  C  .  .  C  .  .  .  .  .  C  .  .  .  .  C  .  .  .  .  O  .  C  .  C  .  C  C  .  .  .  .  .  .  C  .  C  .  .  .  .  .  C  .  C  C  C  .  .  .  .  C
        CentreLeader              P  .  .  P  P  .  P  .  .  .  P  .  .  P  .  .  P  .  .  P  P  P  .  .  O  O  .  .  .  O  .  P  P  .  .  .  .  .  .  .  .  .  P  .  P  .  P  .  .  .  .  .  .  .  .  P  P  O  O  .  .
        CentreOfficer             P  .  .  P  P  .  P  .  .  .  P  .  .  P  .  .  .  .  .  P  P  P  .  .  O  O  .  .  .  O  .  P  P  .  .  .  .  .  .  .  .  P  .  P  .  .  P  .  .  .  .  P  .  .  .  P  .  O  O  .  .
        CentreBranchOfficer       C  .  .  C  C  .  C  .  .  .  C  .  .  C  .  .  .  .  .  C  C  C  .  .  O  O  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  O  .  .  .  .  .  .  .  .  .  .  C  .  .  .
        CentreAccountant          P  .  .  P  .  .  P  .  .  .  P  .  .  P  .  .  .  .  .  P  .  .  .  .  O  .  .  .  .  .  .  P  .  .  .  .  .  .  .  .  .  .  .  P  .  P  .  .  .  .  .  P  .  .  .  P  .  .  .  .  .
        DepartmentLeader          P  P  P  P  P  .  P  P  P  P  P  P  P  P  P  .  P  P  .  P  P  P  P  P  P  .  P  P  P  O  P  P  .  P  P  .  .  .  P  P  P  .  P  .  P  .  .  P  P  .  P  .  P  .  .  P  P  P  P  P  P
        DepartmentOfficer         P  P  P  P  P  .  P  P  .  P  P  P  P  P  .  .  .  P  .  P  P  P  P  P  P  P  P  P  P  O  .  P  P  P  .  .  .  .  P  .  P  P  .  P  .  .  P  P  P  P  .  P  .  .  .  P  .  P  P  .  .
        DepartmentAccountant      P  .  .  P  .  .  P  .  .  .  P  .  .  P  .  .  .  .  .  P  .  .  .  .  P  .  .  .  .  O  .  P  .  .  .  P  .  .  .  .  .  .  .  P  .  P  .  .  .  .  .  P  .  P  P  P  .  .  .  .  P
        Clerk                     P  .  .  P  .  .  P  P  .  .  .  .  .  P  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
        FinanceOfficer            P  .  .  P  .  .  P  .  .  .  P  .  .  P  .  .  .  .  .  P  .  .  .  .  P  .  .  .  .  O  .  P  .  .  .  P  P  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  P  .  .  .  .  .
        ProvincialLeader          P  .  .  P  .  .  P  .  .  .  .  .  .  P  .  .  P  P  .  P  .  .  .  .  P  .  .  .  .  .  .  P  .  .  P  .  .  P  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  P  .  .  .  .  .
        ProvincialOfficeOfficer   P  .  .  P  .  .  P  .  .  .  P  .  .  P  .  .  .  .  .  P  .  .  .  .  P  .  .  .  .  O  .  P  .  .  P  P  .  P  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  P  .  .  .  .  .
        CouncilViewer             P  .  .  P  .  .  P  .  .  .  .  .  .  P  .  .  .  .  .  P  .  .  .  .  .  .  .  .  .  .  .  P  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  P  .  .  .  .  .
        OtherDepartmentOfficer    P  .  .  P  .  .  P  .  .  .  P  .  .  P  .  .  .  .  .  P  .  .  .  .  .  .  .  O  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
        TreasuryOfficer           .  .  .  .  .  .  P  .  .  .  P  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  P  .  .  .  .  .
        AppraisalMember           O  .  .  .  .  .  O  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  O  .  .  .  .  O  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
        AcceptanceMember          O  .  .  .  .  .  O  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
        SelectionMember           O  .  .  .  .  .  O  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
        JudgingMember             O  .  .  .  .  .  O  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
        AgencyOfficer             M  .  .  .  .  M  M  .  .  .  .  .  .  M  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
        MinistryViewer            M  .  .  .  .  M  M  .  .  .  .  .  .  M  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
        MediaPartner              O  .  .  .  .  .  O  .  .  .  O  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
        PortalEditor              O  .  .  .  .  .  O  .  .  .  O  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
        Collaborator              O  .  .  .  .  .  O  .  .  .  O  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
        Supplier                  O  .  .  .  .  .  O  .  .  .  O  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
        Auditor                   P  .  .  P  .  .  P  .  .  .  .  .  .  P  .  .  .  P  .  P  .  .  .  .  P  .  .  .  .  .  .  P  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  P  .  .  .  .  .
        Citizen                   U  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
        Administrator             .  .  .  .  .  .  P  .  .  .  .  .  .  P  P  P  .  P  P  .  .  .  .  P  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
        NationalAdministrator     .  .  .  .  .  .  M  .  .  .  .  .  .  M  M  M  .  M  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  M  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
        """;

    private static readonly Dictionary<Act, string> Heads = new()
    {
        [Act.ViewProgramme] = "VP",
        [Act.EditProgramme] = "EP",
        [Act.ExplainDiscrepancy] = "ED",
        [Act.ViewResults] = "VR",
        [Act.RecordResult] = "RR",
        [Act.CompareProvinces] = "CP",
        [Act.ViewLaw] = "VL",
        [Act.EditLaw] = "EL",
        [Act.AdoptRule] = "AR",
        [Act.EditNorm] = "EN",
        [Act.FilePetition] = "FP",
        [Act.AnswerPetition] = "AP",
        [Act.DraftAmendment] = "DA",
        [Act.ViewOrganisations] = "VO",
        [Act.EditOrganisations] = "EO",
        [Act.ManageUsers] = "MU",
        [Act.Delegate] = "DG",
        [Act.ViewAudit] = "VA",
        [Act.EraseValues] = "EV",
        [Act.ViewEstablishments] = "VE",
        [Act.EditEstablishments] = "EE",
        [Act.ViewPersonalData] = "PD",
        [Act.CurateEstablishments] = "CE",
        [Act.AnswerDataRequests] = "DR",
        [Act.ViewProjects] = "VJ",
        [Act.EditProject] = "EJ",
        [Act.ReceiveProject] = "RJ",
        [Act.RecordOutsideSupport] = "RO",
        [Act.AppraiseProject] = "AJ",
        [Act.GiveOpinion] = "GO",
        [Act.ConcludeAppraisal] = "CJ",
        [Act.ViewPlans] = "VK",
        [Act.DraftPlan] = "DK",
        [Act.AppraisePlan] = "AK",
        [Act.ApprovePlan] = "PK",
        [Act.RecordAllocation] = "RA",
        [Act.AppraiseEstimate] = "AD",
        [Act.DecideEstimate] = "DD",
        [Act.EditProcedure] = "EQ",
        [Act.PublishProcedure] = "PQ",
        [Act.EditCalendar] = "LC",
        [Act.EditContract] = "EC",
        [Act.SignContract] = "SC",
        [Act.RequestPayment] = "QP",
        [Act.ApprovePayment] = "AY",
        [Act.RecordTreasury] = "RT",
        [Act.ReportProgress] = "RG",
        [Act.ConfirmProgress] = "CG",
        [Act.InspectProject] = "IP",
        [Act.AcceptProject] = "AC",
        [Act.ConcludeAcceptance] = "CA",
        [Act.PrepareSettlement] = "PS",
        [Act.ApproveSettlement] = "AS",
        [Act.CloseYear] = "CY",
        [Act.CorrectLedger] = "CL",
        [Act.ViewYearlySettlements] = "YV",
        [Act.SubmitYearlySettlement] = "YS",
        [Act.AnswerFollowUp] = "AF",
        [Act.ConfirmFollowUp] = "CF",
        [Act.ApproveYearEnd] = "YE",
        [Act.ConfirmRecovery] = "CR",
    };

    [Fact]
    public void EveryCell_IsAsAgreed()
    {
        var acts = Enum.GetValues<Act>();
        var text = new StringBuilder(new string(' ', 26)).AppendJoin(' ', acts.Select(a => Heads[a])).Append('\n');
        foreach (var role in Enum.GetValues<Role>())
        {
            text.Append($"{role,-26}").AppendJoin("  ", acts.Select(a => Letter(RoleTable.Allows(role, a)))).Append('\n');
        }

        text.ToString().ShouldBe(Expected.ReplaceLineEndings("\n") + "\n");
    }

    [Fact]
    public void NobodyWhoManagesAccounts_AlsoEditsWhatTheyWouldControl() =>
        Enum.GetValues<Role>().Where(r => RoleTable.Allows(r, Act.ManageUsers) is not null)
            .ShouldAllBe(r => RoleTable.Allows(r, Act.EditProgramme) == null && RoleTable.Allows(r, Act.RecordResult) == null);

    private static char Letter(Scope? scope) => scope switch
    {
        Scope.Public => 'U',
        Scope.Own => 'O',
        Scope.Commune => 'C',
        Scope.Province => 'P',
        Scope.Ministry => 'M',
        _ => '.',
    };
}
