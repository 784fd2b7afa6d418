using System.Reflection;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Tests;

/// <summary>Every form handler of every page, and the act that one must hold to send it; what the act then reaches is the role table's and the entity's own.</summary>
public sealed class HandlerTableTests
{
    // One row per page and act, its handlers in order; "Post" has no name. A new handler has to be put into its row.
    private const string Expected = """
        Acceptances/Details ViewProjects: Post Target
        Acceptances/Edit AcceptProject: File Post RemovePhoto Rows
        Acceptances/Machine ViewProjects: Post
        Acceptances/New AcceptProject: Post
        Acceptances/NewSummary AcceptProject: Post
        Acceptances/Summary AcceptProject: Scan Write
        Acceptances/Summary ViewProjects: Post
        Accounts/Authenticator SignedIn: Codes Disable Post
        Accounts/Create ManageUsers: Post
        Accounts/Delegations Delegate: Give Revoke
        Accounts/Details ManageUsers: End Grant Lock Reset Unlock
        Accounts/Mine SignedIn: Password Profile
        Accounts/PasskeyCreation SignedIn: Post
        Accounts/PasskeyRequest AllowAnonymous: Post
        Accounts/PasskeySignIn AllowAnonymous: Post
        Accounts/Passkeys SignedIn: Add Remove
        Accounts/SecondStep AllowAnonymous: Post
        Accounts/SignIn AllowAnonymous: Post
        Accounts/SignOut SignedIn: Post
        Accounts/Theme SignedIn: Post
        Accounts/Workplace SignedIn: Post
        Appraisals/Conclude ConcludeAppraisal: Post
        Appraisals/CouncilDetails GiveOpinion: End
        Appraisals/Details GiveOpinion: Declare Meet Opinion Postpone Sign Substitute
        Appraisals/NewCouncil AppraiseProject: Post Rows
        Appraisals/NewSession AppraiseProject: Post
        Appraisals/SessionDetails GiveOpinion: Close Minutes
        Appraisals/Settings ConcludeAppraisal: Post
        Appraisals/Start AppraiseProject: Council Staff
        Appraisals/Undo ConcludeAppraisal: Post
        Audit/Erase EraseValues: Post
        Audit/EraseFiles EraseValues: Post
        Calendars/Details EditCalendar: Confirm Discard Publish Withdraw
        Calendars/Write EditCalendar: Post
        Clusters/Edit CurateEstablishments: Post
        Clusters/Figures CurateEstablishments: Post
        Clusters/New CurateEstablishments: Post
        Clusters/Propose EditEstablishments: Post
        Clusters/Relocation CurateEstablishments: Post
        Contracts/Amend EditContract: Post
        Contracts/Details ViewProjects: AskBank Copy DecideBank Post ReturnAmendment SignAmendment
        Contracts/Draft EditContract: Post
        Contracts/Edit EditContract: Post
        Contracts/Settings AdoptRule: Post
        Drafts/Index SignedIn: Post
        Errors/Index AllowAnonymous: Post
        Establishments/AnswerDataRequest AnswerDataRequests: Post
        Establishments/Dismissals CurateEstablishments: Post
        Establishments/Edit EditEstablishments: Post
        Establishments/Import EditEstablishments: Post
        Establishments/ImportJob EditEstablishments: Discard Write
        Establishments/Merge CurateEstablishments: Dismiss Post
        Establishments/New EditEstablishments: Post
        Establishments/NewDataRequest EditEstablishments: Post
        Establishments/Owner CurateEstablishments: Post
        Establishments/Part EditEstablishments: Post Remove
        Establishments/Products CurateEstablishments: End Post
        Establishments/UndoMerge CurateEstablishments: Post
        Execution/InspectionDetails InspectProject: Cancel Find Record
        Execution/InspectionDetails ViewProjects: Move
        Execution/NewInspection InspectProject: Post
        Execution/Report ReportProgress: Post Submit
        Execution/ReportDetails ReportProgress: Photo RemovePhoto Scan
        Execution/ReportDetails ViewProjects: Post
        FollowUps/Answer AnswerFollowUp: Post RemovePhoto Send
        FollowUps/Details AnswerFollowUp: Post
        FollowUps/Details InspectProject: Judge Propose
        FollowUps/Terms ConcludeAcceptance: Post
        Law/AdoptRule AdoptRule: Post Revoke
        Law/Document EditLaw: Relate
        Law/EnterLocalRule EditLaw: Post
        Law/NewDocument EditLaw: Post
        Ledgers/Close CloseYear: Post
        Ledgers/Entry CorrectLedger: Post Scan
        Ledgers/Proposal ApproveYearEnd: Approve
        Ledgers/Proposal CloseYear: Scan
        Ledgers/Proposal ViewPlans: Withdraw
        ManagementCosts/Details ViewPlans: Post
        ManagementCosts/Edit RequestPayment: Post
        ManagementCosts/EditVoucher RequestPayment: Post
        ManagementCosts/HandOver ViewPlans: Post
        ManagementCosts/New RequestPayment: Post
        ManagementCosts/NewVoucher RequestPayment: Post
        ManagementCosts/Voucher ApprovePayment: Series
        ManagementCosts/Voucher ViewPlans: Paper Post Remove
        Norms/Amend EditNorm: Post Preview
        Norms/EndPapers EditNorm: Post
        Norms/Enter EditNorm: Post
        Norms/EnterPapers EditNorm: Post
        Organisations/Close EditOrganisations: Post
        Organisations/Details EditOrganisations: EndRelation
        Organisations/Duties EditOrganisations: Assign End
        Organisations/Open EditOrganisations: Post
        Organisations/Relate EditOrganisations: Post
        Organisations/Rename EditOrganisations: Post
        Payments/Details ApprovePayment: Series
        Payments/Details ViewProjects: Copy Paper Post Remove
        Payments/Edit RequestPayment: Post Rows
        Payments/New RequestPayment: Post Rows
        Petitions/File FilePetition: Post
        Petitions/NewProposal DraftAmendment: Post
        Petitions/Petition FilePetition: Post
        Petitions/Proposal DraftAmendment: Post
        Plans/Adjust ApprovePlan: Find Post Preview
        Plans/Allocation ViewPlans: Codes
        Plans/Allot RecordAllocation: Post
        Plans/Batch ViewPlans: Appraise Copy Post
        Plans/Choose DraftPlan: Post Suggest Try
        Plans/Cover EditProject: Post
        Plans/Details ViewPlans: Post
        Plans/Estimate ViewPlans: Lines Post
        Plans/Estimates DraftPlan: Post
        Plans/Open DraftPlan: Post
        Plans/Territories AppraisePlan: End Post
        Procedures/Details EditProcedure: Discard
        Procedures/Edit EditProcedure: Drop Post Rows
        Procedures/New EditProcedure: Drop Post Rows
        Procedures/Publish PublishProcedure: Post
        ProgrammeEntry/Amend EditProgramme: Discard Post
        ProgrammeEntry/Edit EditProgramme: Post
        ProgrammeEntry/New EditProgramme: Post
        ProgrammeEntry/Preview EditProgramme: Drop Post
        ProgrammeEntry/Publish EditProgramme: Post
        ProgrammeEntry/Upload EditProgramme: Post
        Programmes/Discrepancy ExplainDiscrepancy: Post
        Programmes/Indicators EditProgramme: Post
        Programmes/Target EditProgramme: KeyKind Rounds
        Projects/Beneficiaries ConcludeAppraisal: Confirm Return
        Projects/Beneficiaries EditProject: Add Find Propose Rows
        Projects/Details ViewProjects: Paper Post RemovePaper Resolve
        Projects/Edit EditProject: Add Find Post Rows
        Projects/New EditProject: Add Find Post Rows
        Projects/Outside RecordOutsideSupport: Post Withdraw
        Projects/Trade ViewProjects: Decide Propose
        Reminders/Index SignedIn: Handle Open Read
        Reminders/Settings AdoptRule: Post
        Results/Details RecordResult: Post Remove
        Results/Record RecordResult: Post Rows
        Results/Withdraw RecordResult: Post
        Results/WithdrawMany RecordResult: Choose Post
        SavedViews/Index SignedIn: Delete Rename Save
        Settlements/Archive ViewProjects: Post
        Settlements/Details ApproveSettlement: Approve Revoke SendBack
        Settlements/Details ConfirmRecovery: Receive TakeBackReceipt Withdraw
        Settlements/Details CorrectLedger: Recover
        Settlements/Details PrepareSettlement: Discard Paper RemovePaper Resume Submit
        Settlements/Prepare PrepareSettlement: Post
        Settlements/Reconcile PrepareSettlement: Sign
        Settlements/Write PrepareSettlement: Post
        Styles/Index AllowAnonymous: Post
        Surveys/Details CurateEstablishments: Close Extend
        Surveys/Fill EditEstablishments: Post
        Surveys/Open CurateEstablishments: Post
        Territories/Details EditOrganisations: Post
        Treasury/Details ViewPlans: All Confirm Explain Withdraw
        Treasury/Import RecordTreasury: Post
        Treasury/Index ViewPlans: Pay
        Treasury/Line ViewPlans: Confirm Explain TakeBack Undo
        YearlySettlements/Details PrepareSettlement: Draw
        YearlySettlements/Details ViewYearlySettlements: Post
        YearlySettlements/Prepare PrepareSettlement: Post
        YearlySettlements/Settings AdoptRule: Post
        """;

    [Fact]
    public void EveryHandler_AsksForTheActThatIsAgreed() =>
        string.Join('\n', typeof(AllowAttribute).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel)) && !t.IsAbstract)
            .SelectMany(page => page.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal)).Select(m => (Page: NameOf(page), Act: ActOf(page, m), Handler: HandlerOf(m))))
            .GroupBy(h => (h.Page, h.Act)).OrderBy(g => g.Key.Page, StringComparer.Ordinal).ThenBy(g => g.Key.Act, StringComparer.Ordinal)
            .Select(g => $"{g.Key.Page} {g.Key.Act}: {string.Join(' ', g.Select(h => h.Handler).Order(StringComparer.Ordinal))}"))
            .ShouldBe(Expected.ReplaceLineEndings("\n"));

    private static string NameOf(Type page) => $"{page.Namespace!["KhuyenCong.Web.Pages.".Length..]}/{page.Name[..^"Model".Length]}";

    private static string HandlerOf(MethodInfo method) => method.Name["OnPost".Length..].Replace("Async", "", StringComparison.Ordinal) is { Length: > 0 } name ? name : "Post";

    private static string ActOf(Type page, MethodInfo handler) =>
        (handler.GetCustomAttribute<AllowAttribute>() ?? page.GetCustomAttribute<AllowAttribute>())?.Act.ToString()
        ?? (page.IsDefined(typeof(AllowAnonymousAttribute)) ? "AllowAnonymous" : page.IsDefined(typeof(SignedInAttribute)) ? "SignedIn" : "nobody said");
}
