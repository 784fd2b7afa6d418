namespace KhuyenCong.EndToEnd.Soak;

/// <content>The same of management costs, of contracts under contracts, of what was filled without network and of yearly reports.</content>
internal static partial class HalfSteps
{
    private const string EstimateSteps = "'management.submitted', 'management.approved', 'management.returned', 'management.discarded', 'management.settlement-submitted', 'management.settled', 'management.settlement-returned'";

    private const string VoucherSteps = "'voucher.requested', 'voucher.approved', 'voucher.returned', 'voucher.paid', 'voucher.discarded', 'voucher.taken-back'";

    private static readonly string[] OfEstimate = ["Reserved", "Committed", "Paid", "Settled"];

    // Asked for, not kept: which file's fields are made first is nobody's promise.
    private static IEnumerable<(string Fault, string Question)> OfOthers =>
    [
        ("an estimate's balances are not what its entries say", $"""
            SELECT CAST(p."ManagementEstimateId" AS TEXT) FROM "LedgerPositions" p
            LEFT JOIN (SELECT "AllocationId", "ManagementEstimateId", {Sums(OfEstimate)} FROM "LedgerEntries" WHERE "ManagementEstimateId" IS NOT NULL GROUP BY "AllocationId", "ManagementEstimateId") e
                ON e."AllocationId" = p."AllocationId" AND e."ManagementEstimateId" = p."ManagementEstimateId"
            WHERE p."ManagementEstimateId" IS NOT NULL AND ({Differs("p", OfEstimate)})
            """),
        ("an approved estimate has not reserved its total, or another one has", $"""
            SELECT CAST(m."ManagementEstimateId" AS TEXT) FROM "ManagementEstimates" m
            WHERE CASE WHEN m."State" IN ('Approved', 'Settling', 'Settled') THEN m."Total" ELSE 0 END <> {PostedFor("m", "ManagementEstimate", "Reserve")}
            """),
        ("a settled estimate is not settled in the ledger, or another one is", $"""
            SELECT CAST(m."ManagementEstimateId" AS TEXT) FROM "ManagementEstimates" m
            WHERE coalesce(m."SettledAmount", 0) <> {PostedFor("m", "ManagementEstimate", "Settle")} OR coalesce(m."Released", 0) <> {PostedFor("m", "ManagementEstimate", "Release")}
                OR (m."State" = 'Settled') <> (m."SettledAmount" IS NOT NULL)
            """),
        ("a settled estimate still holds money", """
            SELECT CAST(m."ManagementEstimateId" AS TEXT) FROM "ManagementEstimates" m JOIN "LedgerPositions" p ON p."ManagementEstimateId" = m."ManagementEstimateId"
            WHERE m."State" = 'Settled' AND p."Reserved" + p."Committed" + p."Paid" <> 0
            """),
        ("steps of an estimate, and what history tells of them", $"""
            SELECT CAST(m."ManagementEstimateId" AS TEXT) FROM "ManagementEstimates" m
            WHERE (SELECT count(*) FROM "ManagementStep" s WHERE s."ProvinceCode" = m."ProvinceCode" AND s."ManagementEstimateId" = m."ManagementEstimateId") <> {Told("m", "ManagementEstimate", "ManagementEstimateId", EstimateSteps)}
            """),
        ("an approved voucher has not bound its amount, or another one has", $"""
            SELECT v."Number" FROM "ManagementVouchers" v
            WHERE CASE WHEN v."State" IN ('Approved', 'Paid') THEN v."Amount" ELSE 0 END <> {PostedFor("v", "ManagementVoucher", "Commit")} - {PostedFor("v", "ManagementVoucher", "Uncommit")}
            """),
        ("a paid voucher is not paid in the ledger, or another one is", $"""
            SELECT v."Number" FROM "ManagementVouchers" v
            WHERE CASE WHEN v."State" = 'Paid' THEN v."Amount" ELSE 0 END <> {PostedFor("v", "ManagementVoucher", "Pay")}
            """),
        ("steps of a voucher, and what history tells of them", $"""
            SELECT v."Number" FROM "ManagementVouchers" v
            WHERE (SELECT count(*) FROM "ManagementVoucherStep" s WHERE s."ProvinceCode" = v."ProvinceCode" AND s."ManagementVoucherId" = v."ManagementVoucherId") <> {Told("v", "ManagementVoucher", "ManagementVoucherId", VoucherSteps)}
            """),
        ("a contract under another binds money of its own", $"""
            SELECT coalesce(c."Number", '?') FROM "Contracts" c WHERE c."ParentContractId" IS NOT NULL AND {Held("c", OfContract)} <> 0
            """),
        ("a contract is liquidated and one under it is in force, or the other way round", """
            SELECT coalesce(c."Number", '?') FROM "Contracts" c JOIN "Contracts" p ON p."ProvinceCode" = c."ProvinceCode" AND p."ContractId" = c."ParentContractId"
            WHERE (p."State" = 'Liquidated' AND c."State" = 'Signed') OR (c."State" = 'Liquidated' AND p."State" <> 'Liquidated')
            """),
        ("contracts under another give more than it has", """
            SELECT CAST(c."ParentContractId" AS TEXT) FROM "Contracts" c JOIN "ContractAmount" m ON m."ProvinceCode" = c."ProvinceCode" AND m."ContractId" = c."ContractId"
            WHERE c."ParentContractId" IS NOT NULL AND c."State" IN ('Signed', 'Liquidated') AND m."Source" <> 'DOIUNG' GROUP BY c."ParentContractId", m."Source"
            HAVING sum(m."Amount") > (SELECT coalesce(sum(x."Amount"), 0) FROM "ContractAmount" x WHERE x."ContractId" = c."ParentContractId" AND x."Source" = m."Source")
            """),
        ("a record that came without network was written more or less often than it came", $"""
            SELECT CAST(a."AcceptanceId" AS TEXT) FROM "Acceptances" a
            WHERE {Sent("= ''")} > 0 AND ({Sent("= ''")} <> {Told("a", "Acceptance", "AcceptanceId", "'acceptance.written'")}
                OR {Sent("<> ''")} <> (SELECT count(*) FROM "AcceptancePhotos" f WHERE f."ProvinceCode" = a."ProvinceCode" AND f."AcceptanceId" = a."AcceptanceId"))
            """),
        ("steps of a yearly report, and what history tells of them", $"""
            SELECT CAST(y."YearlySettlementId" AS TEXT) FROM "YearlySettlements" y
            WHERE (SELECT count(*) FROM "YearlyStep" s WHERE s."ProvinceCode" = y."ProvinceCode" AND s."YearlySettlementId" = y."YearlySettlementId") <> {Told("y", "YearlySettlement", "YearlySettlementId", "'yearly.moved'")}
            """),
        ("a yearly report has other versions than it counts, or was drawn without a word in history", $"""
            SELECT CAST(y."YearlySettlementId" AS TEXT) FROM "YearlySettlements" y
            WHERE y."Round" <> (SELECT count(*) FROM "YearlyVersion" v WHERE v."ProvinceCode" = y."ProvinceCode" AND v."YearlySettlementId" = y."YearlySettlementId")
                OR {Told("y", "YearlySettlement", "YearlySettlementId", "'yearly.drafted'")} <> 1 OR y."Round" > 1 + {Told("y", "YearlySettlement", "YearlySettlementId", "'yearly.drawn'")}
            """),
        ("a yearly report is finished without its step or its notice, or the other way round", """
            SELECT CAST(y."YearlySettlementId" AS TEXT) FROM "YearlySettlements" y
            WHERE (y."State" = 'Finished') <> EXISTS (SELECT 1 FROM "YearlyStep" s WHERE s."ProvinceCode" = y."ProvinceCode" AND s."YearlySettlementId" = y."YearlySettlementId" AND s."Action" = 'Finish')
                OR (y."State" = 'Finished') <> (y."FileSha" IS NOT NULL)
            """),
    ];

    /// <summary>What stands in the ledger for it by this kind of entry: what was taken back does not.</summary>
    private static string PostedFor(string of, string cause, string kind) => $"""
        (SELECT coalesce(sum(CASE WHEN e."ReversesId" IS NULL THEN e."Amount" ELSE -e."Amount" END), 0) FROM "LedgerEntries" e WHERE e."ProvinceCode" = {of}."ProvinceCode" AND e."CauseKind" = '{cause}' AND e."CauseId" = {of}."{cause}Id" AND e."Kind" = '{kind}')
        """;

    /// <summary>How much of a record came under keys of telephones.</summary>
    private static string Sent(string part) => $"""(SELECT count(*) FROM "SentOnce" k WHERE k."SubjectId" = a."AcceptanceId" AND k."Part" {part})""";
}
