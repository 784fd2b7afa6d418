using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SettlementsToTheEnd : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "UndoneSites",
                table: "Settlements",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsScanOlder",
                table: "ProgressReports",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Returned",
                table: "PlanItemAmounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DueCheckedOn",
                table: "MachinePassports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PriorText",
                table: "ContractAmendment",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsScanOlder",
                table: "AcceptanceSummaries",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "MachineChecks",
                columns: table => new
                {
                    MachineCheckId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    AcceptanceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MachinePassportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    CheckResult = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CheckedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CheckedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MachineChecks", x => x.MachineCheckId);
                    table.ForeignKey(
                        name: "FK_MachineChecks_MachinePassports_MachinePassportId",
                        column: x => x.MachinePassportId,
                        principalTable: "MachinePassports",
                        principalColumn: "MachinePassportId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SignedReconciliations",
                columns: table => new
                {
                    SignedReconciliationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    HolderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommuneCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PartiesKey = table.Column<string>(type: "TEXT", maxLength: 540, nullable: false),
                    PartyA = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    PartyB = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Figures = table.Column<string>(type: "TEXT", nullable: false),
                    FileSha = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignedReconciliations", x => x.SignedReconciliationId);
                    table.ForeignKey(
                        name: "FK_SignedReconciliations_Organisations_HolderId",
                        column: x => x.HolderId,
                        principalTable: "Organisations",
                        principalColumn: "OrganisationId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MachineChecks_MachinePassportId",
                table: "MachineChecks",
                column: "MachinePassportId");

            migrationBuilder.CreateIndex(
                name: "IX_MachineChecks_ProvinceCode_MachinePassportId_Sequence",
                table: "MachineChecks",
                columns: new[] { "ProvinceCode", "MachinePassportId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignedReconciliations_HolderId",
                table: "SignedReconciliations",
                column: "HolderId");

            migrationBuilder.CreateIndex(
                name: "IX_SignedReconciliations_ProvinceCode_HolderId_Year_PartiesKey_AsOf",
                table: "SignedReconciliations",
                columns: new[] { "ProvinceCode", "HolderId", "Year", "PartiesKey", "AsOf" },
                unique: true);

            // Each machine's last look becomes its first row; who recorded it when was not kept.
            migrationBuilder.Sql(@"INSERT INTO ""MachineChecks"" (""MachineCheckId"", ""ProvinceCode"", ""AcceptanceId"", ""MachinePassportId"", ""Sequence"", ""CheckResult"", ""CheckedOn"", ""CheckedBy"", ""Note"") SELECT ""MachinePassportId"", ""ProvinceCode"", ""AcceptanceId"", ""MachinePassportId"", 1, ""CheckResult"", ""CheckedOn"", ""CheckedBy"", ""CheckNote"" FROM ""MachinePassports"" WHERE ""CheckedOn"" IS NOT NULL AND ""CheckResult"" IS NOT NULL AND ""CheckedBy"" IS NOT NULL;");
            migrationBuilder.Sql(@"UPDATE ""MachinePassports"" SET ""DueCheckedOn"" = ""CheckedOn"" WHERE ""CheckedOn"" >= date(""CheckDueOn"", '-30 days');");

            // The decided amount comes back to what was decided; what settlements gave back stands beside it.
            migrationBuilder.Sql(@"UPDATE ""PlanItemAmounts"" SET ""Returned"" = (
                  SELECT coalesce(sum(CASE WHEN e.""ReversesId"" IS NULL THEN e.""Amount"" ELSE -e.""Amount"" END), 0)
                  FROM ""LedgerEntries"" e
                  JOIN ""Allocations"" l ON l.""AllocationId"" = e.""AllocationId""
                  JOIN ""Contracts"" c ON c.""ContractId"" = e.""ContractId""
                  WHERE e.""ProvinceCode"" = ""PlanItemAmounts"".""ProvinceCode"" AND e.""CauseKind"" = 'Settlement' AND e.""Kind"" = 'Release'
                    AND c.""PlanItemId"" = ""PlanItemAmounts"".""PlanItemId"" AND l.""Source"" = ""PlanItemAmounts"".""Source"")
                WHERE ""Approved"" IS NOT NULL;");
            migrationBuilder.Sql(@"UPDATE ""PlanItemAmounts"" SET ""Approved"" = ""Approved"" + ""Returned"" WHERE ""Returned"" > 0;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The earlier form knows what is left of the decision only.
            migrationBuilder.Sql(@"UPDATE ""PlanItemAmounts"" SET ""Approved"" = ""Approved"" - ""Returned"" WHERE ""Returned"" > 0;");

            migrationBuilder.DropTable(
                name: "MachineChecks");

            migrationBuilder.DropTable(
                name: "SignedReconciliations");

            migrationBuilder.DropColumn(
                name: "UndoneSites",
                table: "Settlements");

            migrationBuilder.DropColumn(
                name: "IsScanOlder",
                table: "ProgressReports");

            migrationBuilder.DropColumn(
                name: "Returned",
                table: "PlanItemAmounts");

            migrationBuilder.DropColumn(
                name: "DueCheckedOn",
                table: "MachinePassports");

            migrationBuilder.DropColumn(
                name: "PriorText",
                table: "ContractAmendment");

            migrationBuilder.DropColumn(
                name: "IsScanOlder",
                table: "AcceptanceSummaries");
        }
    }
}
