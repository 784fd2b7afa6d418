using System.Data.Common;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>How often every step of the money's way is in a database, read from the rows that the step itself leaves.</summary>
internal static class Facts
{
    private static readonly string[] Questions =
    [
        """SELECT 'Contract.Draft', "Number", count(*) FROM "Contracts" WHERE "Number" IS NOT NULL GROUP BY "Number" """,
        """SELECT 'Contract.' || "Action", CAST("ContractId" AS TEXT), count(*) FROM "ContractStep" GROUP BY "Action", "ContractId" """,
        """SELECT 'Part.Draft', "Number", count(*) FROM "Contracts" WHERE "ParentContractId" IS NOT NULL GROUP BY "Number" """,
        """SELECT 'Part.' || s."Action", CAST(s."ContractId" AS TEXT), count(*) FROM "ContractStep" s JOIN "Contracts" c ON c."ContractId" = s."ContractId" WHERE c."ParentContractId" IS NOT NULL GROUP BY s."Action", s."ContractId" """,
        """SELECT 'Amendment.Propose', CAST("ContractId" AS TEXT), count(*) FROM "ContractAmendment" GROUP BY "ContractId" """,
        """SELECT 'Amendment.Sign', CAST("ContractId" AS TEXT), count(*) FROM "ContractAmendment" WHERE "State" = 'Signed' GROUP BY "ContractId" """,
        """SELECT 'Payment.Draft.' || "Kind", CAST("ContractId" AS TEXT), count(*) FROM "PaymentRequests" GROUP BY "Kind", "ContractId" """,
        """SELECT 'Payment.' || "Action", CAST("PaymentRequestId" AS TEXT), count(*) FROM "PaymentStep" GROUP BY "Action", "PaymentRequestId" """,
        """SELECT 'Acceptance.Open', CAST("ContractId" AS TEXT), count(*) FROM "Acceptances" GROUP BY "ContractId" """,
        """SELECT 'Acceptance.Write', CAST("AcceptanceId" AS TEXT), count(*) FROM "Acceptances" WHERE "Place" IS NOT NULL GROUP BY "AcceptanceId" """,
        """SELECT 'Offline.Record', CAST("Key" AS TEXT), count(*) FROM "SentOnce" WHERE "Part" = '' GROUP BY "Key" """,
        """SELECT 'Offline.File', "FileName", count(*) FROM "AcceptancePhotos" GROUP BY "FileName" """,
        """SELECT 'Acceptance.Submit', CAST("SubjectId" AS TEXT), count(*) FROM "AuditEvents" WHERE "SubjectKind" = 'Acceptance' AND "Kind" = 'acceptance.submitted' GROUP BY "SubjectId" """,
        """SELECT 'Acceptance.Conclude', CAST("SubjectId" AS TEXT), count(*) FROM "AuditEvents" WHERE "SubjectKind" = 'Acceptance' AND "Kind" = 'acceptance.concluded' GROUP BY "SubjectId" """,
        """SELECT 'Statement.Import', "Account", count(*) FROM "TreasuryStatements" GROUP BY "Account" """,
        // Two lines of the file are matched by one click.
        """SELECT 'Statement.Match', CAST("TreasuryStatementId" AS TEXT), count(*) / 2 FROM "StatementLines" WHERE "State" = 'Matched' GROUP BY "TreasuryStatementId" """,
        """SELECT 'Statement.Explain', CAST("TreasuryStatementId" AS TEXT), count(*) FROM "StatementLines" WHERE "State" = 'Explained' GROUP BY "TreasuryStatementId" """,
        """SELECT 'Settlement.Open', CAST("ContractId" AS TEXT), count(*) FROM "Settlements" GROUP BY "ContractId" """,
        """SELECT 'Settlement.Write', CAST("SettlementId" AS TEXT), count(*) FROM "Vouchers" GROUP BY "SettlementId" """,
        """SELECT 'Settlement.' || "Action", CAST("SettlementId" AS TEXT), count(*) FROM "SettlementStep" GROUP BY "Action", "SettlementId" """,
        """SELECT 'Settlement.Recover', "DocumentNumber", count(*) FROM "SettledRecovery" GROUP BY "DocumentNumber" """,
        """SELECT 'Settlement.Receive', "DocumentNumber", count(*) FROM "SettledRecovery" WHERE "PaidBackOn" IS NOT NULL GROUP BY "DocumentNumber" """,
        """SELECT 'Year.Open', "Name", count(*) FROM "OrganisationNames" GROUP BY "Name" """,
        """SELECT 'Year.Allot', "DocumentNumber", count(*) FROM "AllocationEntries" GROUP BY "DocumentNumber" """,
        """SELECT 'Year.Propose', CAST("HolderId" AS TEXT) || '/' || CAST("Year" AS TEXT), count(*) FROM "YearEndProposals" GROUP BY "HolderId", "Year" """,
        """SELECT 'Year.Approve', CAST("HolderId" AS TEXT) || '/' || CAST("Year" AS TEXT), count(*) FROM "YearEndProposals" WHERE "State" = 'Approved' GROUP BY "HolderId", "Year" """,
        """SELECT 'Management.Draft', "Note", count(*) FROM "ManagementEstimates" WHERE "Note" IS NOT NULL GROUP BY "Note" """,
        """SELECT 'Management.' || "Action", CAST("ManagementEstimateId" AS TEXT), count(*) FROM "ManagementStep" GROUP BY "Action", "ManagementEstimateId" """,
        """SELECT 'Voucher.Draft', "Number", count(*) FROM "ManagementVouchers" GROUP BY "Number" """,
        """SELECT 'Voucher.' || "Action", CAST("ManagementVoucherId" AS TEXT), count(*) FROM "ManagementVoucherStep" GROUP BY "Action", "ManagementVoucherId" """,
        """SELECT 'Report.Allot', "DocumentNumber", count(*) FROM "AllocationEntries" GROUP BY "DocumentNumber" """,
        """SELECT 'Report.Open', CAST("HolderId" AS TEXT) || '/' || CAST("Year" AS TEXT), count(*) FROM "YearlySettlements" GROUP BY "HolderId", "Year" """,
        // The first version comes with the report itself.
        """SELECT 'Report.Draw', CAST("YearlySettlementId" AS TEXT), count(*) - 1 FROM "YearlyVersion" GROUP BY "YearlySettlementId" """,
        """SELECT 'Report.' || "Action", CAST("YearlySettlementId" AS TEXT), count(*) FROM "YearlyStep" GROUP BY "Action", "YearlySettlementId" """,
    ];

    public static Dictionary<(string Sort, string Key), long> In(DbConnection database)
    {
        var facts = new Dictionary<(string Sort, string Key), long>();
        foreach (var (sort, key, count) in Questions.SelectMany(question => Rows.Counts(database, question)))
        {
            // Two bodies of old names may differ by their capitals only.
            var named = (sort, key.ToLowerInvariant());
            facts[named] = facts.GetValueOrDefault(named) + count;
        }

        return facts;
    }
}
