using System;
using KhuyenCong.Data;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ReceiptsBackAndSearches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "Procedures",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "SortKey",
                table: "Procedures",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "MatterText",
                table: "Petitions",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "ManagementEquipment",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.CreateTable(
                name: "TakenBackReceipt",
                columns: table => new
                {
                    TakenBackReceiptId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    SettlementId = table.Column<Guid>(type: "uuid", nullable: false),
                    SettledRecoveryId = table.Column<Guid>(type: "uuid", nullable: false),
                    PaidBackOn = table.Column<DateOnly>(type: "date", nullable: false),
                    TreasuryNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    ConfirmedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    DocumentNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    DocumentDate = table.Column<DateOnly>(type: "date", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TakenBackReceipt", x => x.TakenBackReceiptId);
                    table.ForeignKey(
                        name: "FK_TakenBackReceipt_Settlements_ProvinceCode_SettlementId",
                        columns: x => new { x.ProvinceCode, x.SettlementId },
                        principalTable: "Settlements",
                        principalColumns: new[] { "ProvinceCode", "SettlementId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_ProvinceCode_State_StateSince",
                table: "Contracts",
                columns: new[] { "ProvinceCode", "State", "StateSince" });

            migrationBuilder.CreateIndex(
                name: "IX_TakenBackReceipt_ProvinceCode_SettlementId",
                table: "TakenBackReceipt",
                columns: new[] { "ProvinceCode", "SettlementId" });

            // Rows of before get the keys of search that the product writes itself from now on.
            foreach (var statement in (string[])
            [
                .. FoldedSql.Fold("ManagementEquipment", "SearchText", "\"Name\" || ' ' || coalesce(\"Serial\", '') || ' ' || \"Place\" || ' ' || \"Keeper\""),
                .. FoldedSql.Fold("Petitions", "MatterText", "\"Code\" || ' ' || \"Title\""),
                .. FoldedSql.Fold("Procedures", "SearchText", "\"Title\" || ' ' || coalesce(\"DecisionNumber\", '') || ' ' || coalesce(\"Issuer\", '') || ' ' || " + FoldedSql.Joined("ProcedureStep", "Name", "Procedures", "ProcedureId", "string_agg")),
                .. FoldedSql.SortKey("Procedures", "SortKey", "\"Title\""),
            ])
            {
                migrationBuilder.Sql(statement);
            }

            // What contracts of stopped projects gave back is returned to the source in the plan too; settlements' came with the migration before. Never more than was approved.
            migrationBuilder.Sql(@"UPDATE ""PlanItemAmounts"" SET ""Returned"" = least(""Approved"", ""Returned"" + (
                SELECT coalesce(sum(e.""Amount""), 0) FROM ""LedgerEntries"" e
                JOIN ""Allocations"" l ON l.""AllocationId"" = e.""AllocationId""
                JOIN ""Contracts"" c ON c.""ContractId"" = e.""ContractId""
                WHERE e.""ProvinceCode"" = ""PlanItemAmounts"".""ProvinceCode"" AND e.""CauseKind"" = 'Contract' AND e.""Kind"" = 'Release'
                    AND c.""PlanItemId"" = ""PlanItemAmounts"".""PlanItemId"" AND l.""Source"" = ""PlanItemAmounts"".""Source""))
                WHERE ""Approved"" IS NOT NULL AND ""AllocationId"" IS NOT NULL AND ""Kept"" IS NULL;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(@"UPDATE ""PlanItemAmounts"" SET ""Returned"" = greatest(0, ""Returned"" - (
                SELECT coalesce(sum(e.""Amount""), 0) FROM ""LedgerEntries"" e
                JOIN ""Allocations"" l ON l.""AllocationId"" = e.""AllocationId""
                JOIN ""Contracts"" c ON c.""ContractId"" = e.""ContractId""
                WHERE e.""ProvinceCode"" = ""PlanItemAmounts"".""ProvinceCode"" AND e.""CauseKind"" = 'Contract' AND e.""Kind"" = 'Release'
                    AND c.""PlanItemId"" = ""PlanItemAmounts"".""PlanItemId"" AND l.""Source"" = ""PlanItemAmounts"".""Source""))
                WHERE ""Approved"" IS NOT NULL AND ""AllocationId"" IS NOT NULL AND ""Kept"" IS NULL;");

            migrationBuilder.DropTable(
                name: "TakenBackReceipt");

            migrationBuilder.DropIndex(
                name: "IX_Contracts_ProvinceCode_State_StateSince",
                table: "Contracts");

            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "SortKey",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "MatterText",
                table: "Petitions");

            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "ManagementEquipment");
        }
    }
}
