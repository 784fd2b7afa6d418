using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class BudgetCodesAndMoments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "FiguresAt",
                table: "SignedReconciliations",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "TakenAt",
                table: "ProgressPhotos",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BudgetItem",
                table: "PaymentRequests",
                type: "TEXT",
                maxLength: 4,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BudgetSubItem",
                table: "PaymentRequests",
                type: "TEXT",
                maxLength: 4,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BudgetItem",
                table: "ManagementVouchers",
                type: "TEXT",
                maxLength: 4,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BudgetSubItem",
                table: "ManagementVouchers",
                type: "TEXT",
                maxLength: 4,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TakenAt",
                table: "FollowUpPhoto",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BudgetCategory",
                table: "Allocations",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BudgetChapter",
                table: "Allocations",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BudgetSection",
                table: "Allocations",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BudgetUnitNumber",
                table: "Allocations",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TakenAt",
                table: "AcceptancePhotos",
                type: "TEXT",
                nullable: true);

            // The figures of a signed sheet were those of the moment it was uploaded.
            migrationBuilder.Sql(@"UPDATE ""SignedReconciliations"" SET ""FiguresAt"" = ""At"";");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FiguresAt",
                table: "SignedReconciliations");

            migrationBuilder.DropColumn(
                name: "TakenAt",
                table: "ProgressPhotos");

            migrationBuilder.DropColumn(
                name: "BudgetItem",
                table: "PaymentRequests");

            migrationBuilder.DropColumn(
                name: "BudgetSubItem",
                table: "PaymentRequests");

            migrationBuilder.DropColumn(
                name: "BudgetItem",
                table: "ManagementVouchers");

            migrationBuilder.DropColumn(
                name: "BudgetSubItem",
                table: "ManagementVouchers");

            migrationBuilder.DropColumn(
                name: "TakenAt",
                table: "FollowUpPhoto");

            migrationBuilder.DropColumn(
                name: "BudgetCategory",
                table: "Allocations");

            migrationBuilder.DropColumn(
                name: "BudgetChapter",
                table: "Allocations");

            migrationBuilder.DropColumn(
                name: "BudgetSection",
                table: "Allocations");

            migrationBuilder.DropColumn(
                name: "BudgetUnitNumber",
                table: "Allocations");

            migrationBuilder.DropColumn(
                name: "TakenAt",
                table: "AcceptancePhotos");
        }
    }
}
