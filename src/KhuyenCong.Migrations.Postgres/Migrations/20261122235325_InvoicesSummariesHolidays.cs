using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class InvoicesSummariesHolidays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "QuietDays",
                table: "ReminderSettings",
                type: "integer",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<string>(
                name: "FileName",
                table: "ProgressReports",
                type: "character varying(260)",
                maxLength: 260,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FileSha",
                table: "ProgressReports",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MediaType",
                table: "ProgressReports",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ConfirmedBy",
                table: "HolidaySchedules",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ConfirmedOn",
                table: "HolidaySchedules",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsReckoned",
                table: "HolidaySchedules",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsTouched",
                table: "HolidaySchedules",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "ShippedCode",
                table: "HolidaySchedules",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SourceNote",
                table: "HolidaySchedules",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "HolidayPeriods",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AcceptanceSummaries",
                columns: table => new
                {
                    AcceptanceSummaryId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Regime = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TerritoryCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    Form = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateSince = table.Column<DateOnly>(type: "date", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Basis = table.Column<string>(type: "text", nullable: true),
                    Members = table.Column<string>(type: "text", nullable: true),
                    Verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Opinion = table.Column<string>(type: "text", nullable: true),
                    EligibleCost = table.Column<long>(type: "bigint", nullable: true),
                    Due = table.Column<long>(type: "bigint", nullable: true),
                    MachineCount = table.Column<int>(type: "integer", nullable: true),
                    FileSha = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: true),
                    MediaType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Hands = table.Column<string>(type: "text", nullable: false),
                    ConcludedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ConcludedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AcceptanceSummaries", x => x.AcceptanceSummaryId);
                    table.UniqueConstraint("AK_AcceptanceSummaries_ProvinceCode_AcceptanceSummaryId", x => new { x.ProvinceCode, x.AcceptanceSummaryId });
                    table.ForeignKey(
                        name: "FK_AcceptanceSummaries_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LedgerScans",
                columns: table => new
                {
                    LedgerEntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    AllocationId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileSha = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerScans", x => x.LedgerEntryId);
                    table.ForeignKey(
                        name: "FK_LedgerScans_Allocations_ProvinceCode_AllocationId",
                        columns: x => new { x.ProvinceCode, x.AllocationId },
                        principalTable: "Allocations",
                        principalColumns: new[] { "ProvinceCode", "AllocationId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RemovedPapers",
                columns: table => new
                {
                    RemovedPaperId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    What = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    MediaType = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RemovedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RemovedByName = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ErasedRequest = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ErasedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RemovedPapers", x => x.RemovedPaperId);
                    table.ForeignKey(
                        name: "FK_RemovedPapers_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UsedInvoices",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    PaymentRequestId = table.Column<Guid>(type: "uuid", nullable: true),
                    AcceptanceId = table.Column<Guid>(type: "uuid", nullable: true),
                    SettlementId = table.Column<Guid>(type: "uuid", nullable: true),
                    ManagementVoucherId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsedInvoices", x => x.Key);
                    table.CheckConstraint("CK_UsedInvoices_Holder", "(\"ManagementVoucherId\" IS NULL) = (\"ProjectId\" IS NOT NULL) AND (\"ProjectId\" IS NULL OR COALESCE(\"PaymentRequestId\", \"AcceptanceId\", \"SettlementId\") IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_UsedInvoices_Acceptances_ProvinceCode_AcceptanceId",
                        columns: x => new { x.ProvinceCode, x.AcceptanceId },
                        principalTable: "Acceptances",
                        principalColumns: new[] { "ProvinceCode", "AcceptanceId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UsedInvoices_ManagementVouchers_ProvinceCode_ManagementVouc~",
                        columns: x => new { x.ProvinceCode, x.ManagementVoucherId },
                        principalTable: "ManagementVouchers",
                        principalColumns: new[] { "ProvinceCode", "ManagementVoucherId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UsedInvoices_PaymentRequests_ProvinceCode_PaymentRequestId",
                        columns: x => new { x.ProvinceCode, x.PaymentRequestId },
                        principalTable: "PaymentRequests",
                        principalColumns: new[] { "ProvinceCode", "PaymentRequestId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UsedInvoices_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UsedInvoices_Settlements_ProvinceCode_SettlementId",
                        columns: x => new { x.ProvinceCode, x.SettlementId },
                        principalTable: "Settlements",
                        principalColumns: new[] { "ProvinceCode", "SettlementId" },
                        onDelete: ReferentialAction.Restrict);
                });

            // Who uses an invoice already: the acceptance before the settlement, the settlement before the request, the request before management costs.
            migrationBuilder.Sql("""
                INSERT INTO "UsedInvoices" ("Key", "ProvinceCode", "ProjectId", "PaymentRequestId", "AcceptanceId", "SettlementId", "ManagementVoucherId", "Version")
                WITH sellers(place, province, project, holder, number, series, tax, seller) AS (
                    SELECT 2, v."ProvinceCode", s."ProjectId", s."SettlementId"::text, v."InvoiceValue", split_part(v."InvoiceContent", '|', 4), split_part(v."InvoiceContent", '|', 5), split_part(v."InvoiceContent", '|', 6)
                      FROM "Vouchers" v JOIN "Settlements" s ON s."SettlementId" = v."SettlementId"
                     WHERE v."InvoiceValue" IS NOT NULL AND s."State" IN ('Submitted', 'Approved')
                    UNION ALL
                    SELECT 3, i."ProvinceCode", r."ProjectId", r."PaymentRequestId"::text, i."InvoiceTrace", split_part(i."InvoiceDetail", '|', 4), split_part(i."InvoiceDetail", '|', 5), split_part(i."InvoiceDetail", '|', 6)
                      FROM "PaymentInvoices" i JOIN "PaymentRequests" r ON r."PaymentRequestId" = i."PaymentRequestId"
                     WHERE i."InvoiceTrace" IS NOT NULL
                    UNION ALL
                    SELECT 4, "ProvinceCode", NULL::uuid, "ManagementVoucherId"::text, "InvoiceTrace", split_part("InvoiceDetail", '|', 4), split_part("InvoiceDetail", '|', 5), split_part("InvoiceDetail", '|', 6)
                      FROM "ManagementVouchers"
                     WHERE "InvoiceTrace" IS NOT NULL
                    UNION ALL
                    SELECT 1, "ProvinceCode", "ProjectId", "AcceptanceId"::text, 'i:' || left(split_part("Key", '|', 1), 60), left(split_part("Key", '|', 2), 12), split_part("Key", '|', 3), ''
                      FROM "AcceptedInvoices"
                ),
                used(invoice, place, province, project, holder, turn) AS (
                    SELECT invoice, place, province, project, holder, ROW_NUMBER() OVER (PARTITION BY invoice ORDER BY place, holder)
                      FROM (SELECT CASE WHEN tax <> '' THEN number || '|' || series || '|' || tax
                                        WHEN seller <> '' THEN province || ':' || number || '|' || series || '|' || seller END AS invoice, place, province, project, holder FROM sellers) AS keyed
                     WHERE invoice IS NOT NULL
                )
                SELECT w.invoice, w.province, w.project,
                       MIN(CASE WHEN u.place = 3 THEN u.holder END)::uuid, MIN(CASE WHEN u.place = 1 THEN u.holder END)::uuid, MIN(CASE WHEN u.place = 2 THEN u.holder END)::uuid, MIN(CASE WHEN u.place = 4 THEN u.holder END)::uuid, 0
                  FROM used w JOIN used u ON u.invoice = w.invoice AND u.province = w.province AND (u.project = w.project OR u.holder = w.holder)
                 WHERE w.turn = 1
                 GROUP BY w.invoice, w.province, w.project;
                """);

            migrationBuilder.CreateTable(
                name: "GatheredAcceptance",
                columns: table => new
                {
                    GatheredAcceptanceId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    AcceptanceSummaryId = table.Column<Guid>(type: "uuid", nullable: false),
                    AcceptanceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EligibleCost = table.Column<long>(type: "bigint", nullable: false),
                    Due = table.Column<long>(type: "bigint", nullable: false),
                    MachineCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GatheredAcceptance", x => x.GatheredAcceptanceId);
                    table.ForeignKey(
                        name: "FK_GatheredAcceptance_AcceptanceSummaries_ProvinceCode_Accepta~",
                        columns: x => new { x.ProvinceCode, x.AcceptanceSummaryId },
                        principalTable: "AcceptanceSummaries",
                        principalColumns: new[] { "ProvinceCode", "AcceptanceSummaryId" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_GatheredAcceptance_Acceptances_ProvinceCode_AcceptanceId",
                        columns: x => new { x.ProvinceCode, x.AcceptanceId },
                        principalTable: "Acceptances",
                        principalColumns: new[] { "ProvinceCode", "AcceptanceId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_HolidaySchedules_ShippedCode",
                table: "HolidaySchedules",
                column: "ShippedCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AcceptanceSummaries_ProvinceCode_ProjectId_Form_Round",
                table: "AcceptanceSummaries",
                columns: new[] { "ProvinceCode", "ProjectId", "Form", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GatheredAcceptance_ProvinceCode_AcceptanceId",
                table: "GatheredAcceptance",
                columns: new[] { "ProvinceCode", "AcceptanceId" });

            migrationBuilder.CreateIndex(
                name: "IX_GatheredAcceptance_ProvinceCode_AcceptanceSummaryId_Accepta~",
                table: "GatheredAcceptance",
                columns: new[] { "ProvinceCode", "AcceptanceSummaryId", "AcceptanceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerScans_ProvinceCode_AllocationId",
                table: "LedgerScans",
                columns: new[] { "ProvinceCode", "AllocationId" });

            migrationBuilder.CreateIndex(
                name: "IX_RemovedPapers_ProvinceCode_ProjectId",
                table: "RemovedPapers",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_RemovedPapers_ProvinceCode_RecordId",
                table: "RemovedPapers",
                columns: new[] { "ProvinceCode", "RecordId" });

            migrationBuilder.CreateIndex(
                name: "IX_UsedInvoices_ProvinceCode_AcceptanceId",
                table: "UsedInvoices",
                columns: new[] { "ProvinceCode", "AcceptanceId" });

            migrationBuilder.CreateIndex(
                name: "IX_UsedInvoices_ProvinceCode_ManagementVoucherId",
                table: "UsedInvoices",
                columns: new[] { "ProvinceCode", "ManagementVoucherId" });

            migrationBuilder.CreateIndex(
                name: "IX_UsedInvoices_ProvinceCode_PaymentRequestId",
                table: "UsedInvoices",
                columns: new[] { "ProvinceCode", "PaymentRequestId" });

            migrationBuilder.CreateIndex(
                name: "IX_UsedInvoices_ProvinceCode_ProjectId",
                table: "UsedInvoices",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_UsedInvoices_ProvinceCode_SettlementId",
                table: "UsedInvoices",
                columns: new[] { "ProvinceCode", "SettlementId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GatheredAcceptance");

            migrationBuilder.DropTable(
                name: "LedgerScans");

            migrationBuilder.DropTable(
                name: "RemovedPapers");

            migrationBuilder.DropTable(
                name: "UsedInvoices");

            migrationBuilder.DropTable(
                name: "AcceptanceSummaries");

            migrationBuilder.DropIndex(
                name: "IX_HolidaySchedules_ShippedCode",
                table: "HolidaySchedules");

            migrationBuilder.DropColumn(
                name: "QuietDays",
                table: "ReminderSettings");

            migrationBuilder.DropColumn(
                name: "FileName",
                table: "ProgressReports");

            migrationBuilder.DropColumn(
                name: "FileSha",
                table: "ProgressReports");

            migrationBuilder.DropColumn(
                name: "MediaType",
                table: "ProgressReports");

            migrationBuilder.DropColumn(
                name: "ConfirmedBy",
                table: "HolidaySchedules");

            migrationBuilder.DropColumn(
                name: "ConfirmedOn",
                table: "HolidaySchedules");

            migrationBuilder.DropColumn(
                name: "IsReckoned",
                table: "HolidaySchedules");

            migrationBuilder.DropColumn(
                name: "IsTouched",
                table: "HolidaySchedules");

            migrationBuilder.DropColumn(
                name: "ShippedCode",
                table: "HolidaySchedules");

            migrationBuilder.DropColumn(
                name: "SourceNote",
                table: "HolidaySchedules");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "HolidayPeriods");
        }
    }
}
