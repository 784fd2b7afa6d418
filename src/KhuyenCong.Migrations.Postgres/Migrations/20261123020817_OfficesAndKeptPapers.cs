using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class OfficesAndKeptPapers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Whom the Treasury keeps waiting is whom a reminder asks.
            migrationBuilder.Sql(@"UPDATE ""Reminders"" SET ""Holder"" = ""Agency"" WHERE ""Holder"" = 'Treasury';");

            migrationBuilder.RenameColumn(
                name: "Holder",
                table: "Reminders",
                newName: "Asked");

            migrationBuilder.AddColumn<string>(
                name: "Base",
                table: "UsedInvoices",
                type: "character varying(120)",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "ConfirmedBy",
                table: "SettledRecovery",
                type: "uuid",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "ProjectId",
                table: "RemovedPapers",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AlterColumn<DateTime>(
                name: "AddedAt",
                table: "RemovedPapers",
                type: "timestamp with time zone",
                nullable: true,
                oldClrType: typeof(DateTime),
                oldType: "timestamp with time zone");

            migrationBuilder.AlterColumn<Guid>(
                name: "ProjectId",
                table: "Reminders",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AlterColumn<string>(
                name: "Part",
                table: "Reminders",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(7)",
                oldMaxLength: 7);

            migrationBuilder.AddColumn<Guid>(
                name: "UnitId",
                table: "Reminders",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Prefers",
                table: "LegalRules",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SetsAside",
                table: "LegalRules",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            // The number and the seller's first ten digits, as new rows have it (docs/adr/0014).
            migrationBuilder.Sql(@"UPDATE ""UsedInvoices"" SET ""Base"" = split_part(""Key"",'|',1) || '|' || left(split_part(""Key"",'|',3),10);");

            migrationBuilder.CreateIndex(
                name: "IX_UsedInvoices_Base",
                table: "UsedInvoices",
                column: "Base");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Reminders_Subject",
                table: "Reminders",
                sql: "(\"ProjectId\" IS NULL) = (\"Kind\" IN ('PlanBatch', 'BudgetEstimate', 'ManagementEstimate', 'ManagementVoucher', 'YearEndProposal', 'YearlySettlement', 'StatementUnmatched'))");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Reminders_Unit",
                table: "Reminders",
                sql: "\"ProjectId\" IS NULL OR \"UnitId\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Of an office's own records the earlier form knows nothing.
            migrationBuilder.Sql(@"DELETE FROM ""Reminders"" WHERE ""ProjectId"" IS NULL;");

            migrationBuilder.DropIndex(
                name: "IX_UsedInvoices_Base",
                table: "UsedInvoices");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Reminders_Subject",
                table: "Reminders");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Reminders_Unit",
                table: "Reminders");

            migrationBuilder.DropColumn(
                name: "Base",
                table: "UsedInvoices");

            migrationBuilder.DropColumn(
                name: "ConfirmedBy",
                table: "SettledRecovery");

            migrationBuilder.DropColumn(
                name: "UnitId",
                table: "Reminders");

            migrationBuilder.DropColumn(
                name: "Prefers",
                table: "LegalRules");

            migrationBuilder.DropColumn(
                name: "SetsAside",
                table: "LegalRules");

            migrationBuilder.RenameColumn(
                name: "Asked",
                table: "Reminders",
                newName: "Holder");

            migrationBuilder.AlterColumn<Guid>(
                name: "ProjectId",
                table: "RemovedPapers",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<DateTime>(
                name: "AddedAt",
                table: "RemovedPapers",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified),
                oldClrType: typeof(DateTime),
                oldType: "timestamp with time zone",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "ProjectId",
                table: "Reminders",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Part",
                table: "Reminders",
                type: "character varying(7)",
                maxLength: 7,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(20)",
                oldMaxLength: 20);
        }
    }
}
