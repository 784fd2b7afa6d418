using System.Data.Common;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>What no moment may leave behind: a step without its entries of the ledger, entries without their step, sums that are not their rows, history that tells of nothing.</summary>
internal static partial class HalfSteps
{
    /// <summary>Balances that a contract holds on a line.</summary>
    private static readonly string[] OfContract = ["Committed", "Advanced", "Paid", "Settled", "Returned"];

    /// <summary>Balances that a line holds, whatever they are for.</summary>
    private static readonly string[] OfLine = ["Reserved", .. OfContract, "Cancelled", "CarriedOver"];

    /// <summary>Of allotted money.</summary>
    private const string Settled = """(SELECT coalesce(sum(x."Settled"), 0) FROM "SettlementAmount" x WHERE x."ProvinceCode" = s."ProvinceCode" AND x."SettlementId" = s."SettlementId" AND x."AllocationId" IS NOT NULL)""";

    private const string PaymentSteps = "'payment.requested', 'payment.approved', 'payment.returned', 'payment.sent', 'payment.sent-back', 'payment.refused', 'payment.discarded', 'payment.paid', 'payment.taken-back'";

    private static readonly (string Cause, string Table, string Key)[] Causes =
    [
        ("Allotment", "AllocationEntries", "AllocationEntryId"), ("Contract", "Contracts", "ContractId"), ("PaymentRequest", "PaymentRequests", "PaymentRequestId"),
        ("Settlement", "Settlements", "SettlementId"), ("YearEnd", "Allocations", "AllocationId"), ("ManagementEstimate", "ManagementEstimates", "ManagementEstimateId"),
        ("ManagementVoucher", "ManagementVouchers", "ManagementVoucherId"),
    ];

    private static readonly (string Fault, string Question)[] Questions =
    [
        ("a line's balances or its count of entries are not what its entries say", $"""
            SELECT CAST(a."AllocationId" AS TEXT) FROM "Allocations" a
            LEFT JOIN (SELECT "AllocationId", count(*) AS "Count", {Sums(OfLine)} FROM "LedgerEntries" GROUP BY "AllocationId") e ON e."AllocationId" = a."AllocationId"
            WHERE a."PostingCount" <> coalesce(e."Count", 0) OR {Differs("a", OfLine)}
            """),
        ("a contract's balances are not what its entries say", $"""
            SELECT CAST(p."ContractId" AS TEXT) FROM "LedgerPositions" p
            LEFT JOIN (SELECT "AllocationId", "ContractId", {Sums(OfContract)} FROM "LedgerEntries" WHERE "ContractId" IS NOT NULL GROUP BY "AllocationId", "ContractId") e
                ON e."AllocationId" = p."AllocationId" AND e."ContractId" = p."ContractId"
            WHERE p."ContractId" IS NOT NULL AND ({Differs("p", OfContract)})
            """),
        ("a signed contract's money is not what the ledger has bound for it", $"""
            SELECT coalesce(c."Number", '?') FROM "Contracts" c
            WHERE c."ParentContractId" IS NULL AND c."State" = 'Signed' AND {Amounts("c")} <> {Held("c", OfContract)}
            """),
        ("a contract that is not signed holds money, or a liquidated one still does", $"""
            SELECT coalesce(c."Number", '?') FROM "Contracts" c
            WHERE (c."State" IN ('Drafting', 'Proposed') AND {Held("c", OfContract)} <> 0) OR (c."State" = 'Liquidated' AND {Held("c", ["Committed", "Advanced", "Paid"])} <> 0)
            """),
        ("steps of a contract, and what history tells of them", $"""
            SELECT coalesce(c."Number", '?') FROM "Contracts" c
            WHERE (SELECT count(*) FROM "ContractStep" s WHERE s."ProvinceCode" = c."ProvinceCode" AND s."ContractId" = c."ContractId") <> {Told("c", "Contract", "ContractId", "'contract.moved', 'settlement.moved'")}
                OR (SELECT count(*) FROM "ContractAmendment" s WHERE s."ProvinceCode" = c."ProvinceCode" AND s."ContractId" = c."ContractId" AND s."State" = 'Signed') <> {Told("c", "Contract", "ContractId", "'contract.amended'")}
            """),
        ("steps of a request, and what history tells of them", $"""
            SELECT r."Number" FROM "PaymentRequests" r
            WHERE (SELECT count(*) FROM "PaymentStep" s WHERE s."ProvinceCode" = r."ProvinceCode" AND s."PaymentRequestId" = r."PaymentRequestId") <> {Told("r", "PaymentRequest", "PaymentRequestId", PaymentSteps)}
            """),
        ("an acceptance is concluded without a word in history, or the other way round", $"""
            SELECT CAST(a."AcceptanceId" AS TEXT) FROM "Acceptances" a
            WHERE CASE WHEN a."State" = 'Concluded' THEN 1 ELSE 0 END <> {Told("a", "Acceptance", "AcceptanceId", "'acceptance.concluded'")} - {Told("a", "Acceptance", "AcceptanceId", "'acceptance.undone'")}
            """),
        ("more is paid of a contract than was accepted", $"""
            SELECT coalesce(c."Number", '?') FROM "Contracts" c
            WHERE {Held("c", ["Paid", "Settled", "Returned"])} > (SELECT coalesce(sum(m."Amount"), 0) FROM "AcceptanceAmounts" m JOIN "Acceptances" a ON a."AcceptanceId" = m."AcceptanceId" WHERE a."ProvinceCode" = c."ProvinceCode" AND a."ContractId" = c."ContractId" AND a."State" = 'Concluded')
            """),
        ("steps of a settlement, and what history tells of them", $"""
            SELECT CAST(s."SettlementId" AS TEXT) FROM "Settlements" s
            WHERE (SELECT count(*) FROM "SettlementStep" t WHERE t."ProvinceCode" = s."ProvinceCode" AND t."SettlementId" = s."SettlementId") <> {Told("s", "Settlement", "SettlementId", "'settlement.moved'")}
            """),
        ("a settlement is approved and its contract is not liquidated, or the other way round", """
            SELECT CAST(s."SettlementId" AS TEXT) FROM "Settlements" s JOIN "Contracts" c ON c."ContractId" = s."ContractId" WHERE (s."State" = 'Approved') <> (c."State" = 'Liquidated')
            """),
        ("what a settlement settled, or gave back to its source, is not in the ledger", $"""
            SELECT CAST(s."SettlementId" AS TEXT) FROM "Settlements" s
            WHERE CASE WHEN s."State" = 'Approved' THEN {Settled} ELSE 0 END <> {Posted("s", "Settle")}
                OR CASE WHEN s."State" = 'Approved' THEN {Amounts("s")} - {Settled} ELSE 0 END <> {Posted("s", "Release")}
                OR {Posted("s", "RecoverSettled")} <> (SELECT coalesce(sum(v."Amount"), 0) FROM "SettledRecovery" v WHERE v."ProvinceCode" = s."ProvinceCode" AND v."SettlementId" = s."SettlementId" AND v."PaidBackOn" IS NOT NULL)
            """),
        ("what plans say of money that went back to its source is not what settlements released", """
            SELECT CAST(i."ProjectId" AS TEXT) FROM "PlanItems" i JOIN "PlanItemAmounts" a ON a."ProvinceCode" = i."ProvinceCode" AND a."PlanItemId" = i."PlanItemId" GROUP BY i."ProvinceCode", i."ProjectId"
            HAVING sum(a."Returned") <> (SELECT coalesce(sum(CASE WHEN e."ReversesId" IS NULL THEN e."Amount" ELSE -e."Amount" END), 0) FROM "LedgerEntries" e
                WHERE e."ProvinceCode" = i."ProvinceCode" AND e."ProjectId" = i."ProjectId" AND e."CauseKind" = 'Settlement' AND e."Kind" = 'Release')
            """),
        ("money came back without anybody who confirmed it, or whoever ordered it back confirmed it", """
            SELECT v."DocumentNumber" FROM "SettledRecovery" v WHERE (v."PaidBackOn" IS NOT NULL OR v."WithdrawnOn" IS NOT NULL) <> (v."ConfirmedBy" IS NOT NULL AND v."ConfirmedBy" <> v."By")
            """),
        ("a statement has other lines than its file", """
            SELECT s."Account" FROM "TreasuryStatements" s WHERE s."LineCount" <> (SELECT count(*) FROM "StatementLines" l WHERE l."ProvinceCode" = s."ProvinceCode" AND l."TreasuryStatementId" = s."TreasuryStatementId")
            """),
        ("a line of a statement is matched with something else than its matches", """
            SELECT CAST(l."StatementLineId" AS TEXT) FROM "StatementLines" l
            WHERE l."Matched" <> (SELECT coalesce(sum(m."Amount"), 0) FROM "StatementMatches" m WHERE m."ProvinceCode" = l."ProvinceCode" AND m."StatementLineId" = l."StatementLineId")
            """),
        ("a closing was approved and its line is open, or the other way round", """
            SELECT CAST(p."HolderId" AS TEXT) FROM "YearEndProposals" p
            WHERE (p."State" = 'Approved') <> EXISTS (SELECT 1 FROM "Allocations" a WHERE a."HolderId" = p."HolderId" AND a."Year" = p."Year" AND a."ClosedOn" IS NOT NULL)
            """),
        ("a closed line still has something left", """
            SELECT CAST(a."AllocationId" AS TEXT) FROM "Allocations" a JOIN "LedgerEntries" e ON e."AllocationId" = a."AllocationId" WHERE a."ClosedOn" IS NOT NULL
            GROUP BY a."AllocationId" HAVING sum(CASE WHEN e."ToAccount" = 'Available' THEN e."Amount" WHEN e."FromAccount" = 'Available' THEN -e."Amount" ELSE 0 END) <> 0
            """),
        ("entries of a closing on a line that is open", """
            SELECT CAST(a."AllocationId" AS TEXT) FROM "Allocations" a JOIN "LedgerEntries" e ON e."AllocationId" = a."AllocationId" AND e."CauseId" = a."AllocationId"
            WHERE e."CauseKind" = 'YearEnd' AND a."ClosedOn" IS NULL
            """),
        ("what left a year is not what came into the next", """
            SELECT CAST("CauseId" AS TEXT) FROM "LedgerEntries" WHERE "CauseKind" = 'YearEnd'
            GROUP BY "CauseId" HAVING sum(CASE WHEN "Kind" IN ('CarryOut', 'CarryOutAdvance') THEN "Amount" WHEN "Kind" IN ('CarryIn', 'CarryInAdvance') THEN -"Amount" ELSE 0 END) <> 0
            """),
        ("an entry is not the opposite of what it takes back", """
            SELECT CAST(o."LedgerEntryId" AS TEXT) FROM "LedgerEntries" o JOIN "LedgerEntries" e ON e."LedgerEntryId" = o."ReversesId"
            WHERE o."Amount" <> e."Amount" OR o."FromAccount" <> e."ToAccount" OR o."ToAccount" <> e."FromAccount"
            """),
        .. Causes.Select(c => ($"an entry whose cause, of the kind {c.Cause}, is not there", $"""
            SELECT CAST(e."LedgerEntryId" AS TEXT) FROM "LedgerEntries" e LEFT JOIN "{c.Table}" c ON c."{c.Key}" = e."CauseId" WHERE e."CauseKind" = '{c.Cause}' AND c."{c.Key}" IS NULL
            """)),
    ];

    public static IEnumerable<string> In(DbConnection database) => Questions.Concat(OfOthers).SelectMany(q => Rows.Column(database, q.Question).Select(row => $"{q.Fault}: {row}"));

    private static string Sums(string[] accounts) => string.Join(", ", accounts.Select(a => $"""
        sum(CASE WHEN "ToAccount" = '{a}' THEN "Amount" WHEN "FromAccount" = '{a}' THEN -"Amount" ELSE 0 END) AS "{a}"
        """));

    private static string Differs(string of, string[] accounts) => string.Join(" OR ", accounts.Select(a => $"""{of}."{a}" <> coalesce(e."{a}", 0)"""));

    /// <summary>What the contract's amounts bind of allotted money.</summary>
    private static string Amounts(string of) => $"""(SELECT coalesce(sum(m."Amount"), 0) FROM "ContractAmount" m WHERE m."ProvinceCode" = {of}."ProvinceCode" AND m."ContractId" = {of}."ContractId" AND m."AllocationId" IS NOT NULL)""";

    private static string Held(string of, string[] accounts) =>
        $"""(SELECT coalesce(sum({string.Join(" + ", accounts.Select(a => $"p.\"{a}\""))}), 0) FROM "LedgerPositions" p WHERE p."ProvinceCode" = {of}."ProvinceCode" AND p."ContractId" = {of}."ContractId")""";

    private static string Posted(string of, string kind) =>
        $"""(SELECT coalesce(sum(CASE WHEN e."ReversesId" IS NULL THEN e."Amount" ELSE -e."Amount" END), 0) FROM "LedgerEntries" e WHERE e."ProvinceCode" = {of}."ProvinceCode" AND e."CauseKind" = 'Settlement' AND e."CauseId" = {of}."SettlementId" AND e."Kind" = '{kind}')""";

    private static string Told(string of, string subject, string key, string kinds) =>
        $"""(SELECT count(*) FROM "AuditEvents" ae WHERE ae."ProvinceCode" = {of}."ProvinceCode" AND ae."SubjectKind" = '{subject}' AND ae."SubjectId" = {of}."{key}" AND ae."Kind" IN ({kinds}))""";
}
