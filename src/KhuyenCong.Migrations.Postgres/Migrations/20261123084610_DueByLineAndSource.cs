using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DueByLineAndSource : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CommuneDue",
                table: "AcceptanceLine",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NationalDue",
                table: "AcceptanceLine",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ProvincialDue",
                table: "AcceptanceLine",
                type: "bigint",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CommuneDue",
                table: "AcceptanceLine");

            migrationBuilder.DropColumn(
                name: "NationalDue",
                table: "AcceptanceLine");

            migrationBuilder.DropColumn(
                name: "ProvincialDue",
                table: "AcceptanceLine");
        }
    }
}
