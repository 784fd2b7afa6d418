using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class OfficeKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Reminders_Subject",
                table: "Reminders");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Reminders_Subject",
                table: "Reminders",
                sql: "(\"ProjectId\" IS NULL) = (\"Kind\" IN ('PlanBatch', 'BudgetEstimate', 'ManagementEstimate', 'ManagementVoucher', 'YearEndProposal', 'YearlySettlement', 'StatementUnmatched', 'YearlySettlementMissing', 'Petition'))");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // What the constraint of before does not know.
            migrationBuilder.Sql(@"DELETE FROM ""Reminders"" WHERE ""Kind"" IN ('YearlySettlementMissing', 'Petition');");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Reminders_Subject",
                table: "Reminders");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Reminders_Subject",
                table: "Reminders",
                sql: "(\"ProjectId\" IS NULL) = (\"Kind\" IN ('PlanBatch', 'BudgetEstimate', 'ManagementEstimate', 'ManagementVoucher', 'YearEndProposal', 'YearlySettlement', 'StatementUnmatched'))");
        }
    }
}
