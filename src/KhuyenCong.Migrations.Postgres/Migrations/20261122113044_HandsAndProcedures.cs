using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Migrations.Postgres.Migrations
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
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<long>(
                name: "Amount",
                table: "OutsideSupports",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.AddColumn<DateOnly>(
                name: "EndsOn",
                table: "OutsideSupports",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "File",
                table: "OutsideSupports",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Parties",
                table: "OutsideSupports",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StartsOn",
                table: "OutsideSupports",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CarriedOwnerId",
                table: "EstablishmentMerges",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "BudgetEstimates",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "Hands",
                table: "BudgetEstimates",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "Resolved",
                table: "BudgetEstimateLine",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "ApprovalBatches",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "Hands",
                table: "ApprovalBatches",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "BeneficiaryLists",
                columns: table => new
                {
                    BeneficiaryListId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Rows = table.Column<string>(type: "text", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DocumentNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    DocumentDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true)
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
                    ProcedureId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Regime = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Nature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TerritoryCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Edition = table.Column<int>(type: "integer", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    DecisionNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    DecisionDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Issuer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    SignerName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    SignerTitle = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    FileSha = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: true),
                    PublishedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    ProcedureStepId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ProcedureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Performer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Work = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Papers = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    PapersOf = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Days = table.Column<int>(type: "integer", nullable: true),
                    DayKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    LegalRuleId = table.Column<Guid>(type: "uuid", nullable: true)
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
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);
        }
    }
}
