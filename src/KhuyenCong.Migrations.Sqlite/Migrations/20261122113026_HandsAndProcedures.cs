using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class HandsAndProcedures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Editors",
                table: "Projects",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<long>(
                name: "Amount",
                table: "OutsideSupports",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<DateOnly>(
                name: "EndsOn",
                table: "OutsideSupports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "File",
                table: "OutsideSupports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Parties",
                table: "OutsideSupports",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StartsOn",
                table: "OutsideSupports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CarriedOwnerId",
                table: "EstablishmentMerges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "BudgetEstimates",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "Hands",
                table: "BudgetEstimates",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "Resolved",
                table: "BudgetEstimateLine",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "ApprovalBatches",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "Hands",
                table: "ApprovalBatches",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "BeneficiaryLists",
                columns: table => new
                {
                    BeneficiaryListId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rows = table.Column<string>(type: "TEXT", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    DocumentDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BeneficiaryLists", x => x.BeneficiaryListId);
                    table.ForeignKey(
                        name: "FK_BeneficiaryLists_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Procedures",
                columns: table => new
                {
                    ProcedureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Regime = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Nature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecisionNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    DecisionDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Issuer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    SignerName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    SignerTitle = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    FileSha = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: true),
                    PublishedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Procedures", x => x.ProcedureId);
                    table.UniqueConstraint("AK_Procedures_ProvinceCode_ProcedureId", x => new { x.ProvinceCode, x.ProcedureId });
                });

            migrationBuilder.CreateTable(
                name: "ProcedureStep",
                columns: table => new
                {
                    ProcedureStepId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ProcedureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Performer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Work = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Papers = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    PapersOf = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Days = table.Column<int>(type: "INTEGER", nullable: true),
                    DayKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LegalRuleId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProcedureStep", x => x.ProcedureStepId);
                    table.ForeignKey(
                        name: "FK_ProcedureStep_LegalRules_LegalRuleId",
                        column: x => x.LegalRuleId,
                        principalTable: "LegalRules",
                        principalColumn: "LegalRuleId",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProcedureStep_Procedures_ProvinceCode_ProcedureId",
                        columns: x => new { x.ProvinceCode, x.ProcedureId },
                        principalTable: "Procedures",
                        principalColumns: new[] { "ProvinceCode", "ProcedureId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BeneficiaryLists_ProvinceCode_ProjectId_Sequence",
                table: "BeneficiaryLists",
                columns: new[] { "ProvinceCode", "ProjectId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_ProvinceCode_Regime_Nature_TerritoryCode_Edition",
                table: "Procedures",
                columns: new[] { "ProvinceCode", "Regime", "Nature", "TerritoryCode", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProcedureStep_LegalRuleId",
                table: "ProcedureStep",
                column: "LegalRuleId");

            migrationBuilder.CreateIndex(
                name: "IX_ProcedureStep_ProvinceCode_ProcedureId",
                table: "ProcedureStep",
                columns: new[] { "ProvinceCode", "ProcedureId" });

            // Rows from before know their hands by whom they named.
            migrationBuilder.Sql(
                """
                UPDATE "ApprovalBatches" SET "Hands" = '{"writers":["' || CAST("CreatedBy" AS TEXT) || '"' || COALESCE(',"' || CAST("DraftedBy" AS TEXT) || '"', '')
                    || '],"appraisers":[' || COALESCE('"' || CAST("AppraisedBy" AS TEXT) || '"', '') || ']}';
                UPDATE "BudgetEstimates" SET "Hands" = '{"writers":["' || CAST("CreatedBy" AS TEXT) || '"],"appraisers":[]}';
                UPDATE "Projects" SET "Editors" = '[]';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BeneficiaryLists");

            migrationBuilder.DropTable(
                name: "ProcedureStep");

            migrationBuilder.DropTable(
                name: "Procedures");

            migrationBuilder.DropColumn(
                name: "Editors",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "EndsOn",
                table: "OutsideSupports");

            migrationBuilder.DropColumn(
                name: "File",
                table: "OutsideSupports");

            migrationBuilder.DropColumn(
                name: "Parties",
                table: "OutsideSupports");

            migrationBuilder.DropColumn(
                name: "StartsOn",
                table: "OutsideSupports");

            migrationBuilder.DropColumn(
                name: "CarriedOwnerId",
                table: "EstablishmentMerges");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "BudgetEstimates");

            migrationBuilder.DropColumn(
                name: "Hands",
                table: "BudgetEstimates");

            migrationBuilder.DropColumn(
                name: "Resolved",
                table: "BudgetEstimateLine");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "ApprovalBatches");

            migrationBuilder.DropColumn(
                name: "Hands",
                table: "ApprovalBatches");

            migrationBuilder.AlterColumn<long>(
                name: "Amount",
                table: "OutsideSupports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
