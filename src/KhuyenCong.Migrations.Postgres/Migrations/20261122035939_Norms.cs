using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Norms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "NormSources",
                columns: table => new
                {
                    NormSourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    LegalDocumentId = table.Column<Guid>(type: "uuid", nullable: true),
                    TerritoryPartCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Note = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NormSources", x => x.NormSourceId);
                    table.ForeignKey(
                        name: "FK_NormSources_LegalDocuments_LegalDocumentId",
                        column: x => x.LegalDocumentId,
                        principalTable: "LegalDocuments",
                        principalColumn: "LegalDocumentId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RequiredPapers",
                columns: table => new
                {
                    RequiredPaperId = table.Column<Guid>(type: "uuid", nullable: false),
                    LegalRuleId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    Checklist = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    OnlyIf = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequiredPapers", x => x.RequiredPaperId);
                    table.ForeignKey(
                        name: "FK_RequiredPapers_LegalRules_LegalRuleId",
                        column: x => x.LegalRuleId,
                        principalTable: "LegalRules",
                        principalColumn: "LegalRuleId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SupportKinds",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ContentCode = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Plain = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Beneficiaries = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Checklist = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    ByAgency = table.Column<bool>(type: "boolean", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupportKinds", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "TerritoryParts",
                columns: table => new
                {
                    TerritoryPartId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    CommuneCodes = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Verification = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    VerificationNote = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TerritoryParts", x => x.TerritoryPartId);
                });

            migrationBuilder.CreateTable(
                name: "SpendingNorms",
                columns: table => new
                {
                    LegalRuleId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    TerritoryPartCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    KindCode = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Conditions = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    PriorityBasisPoints = table.Column<int>(type: "integer", nullable: true),
                    UncertainText = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    RefersTo = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Quote = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    SourceUrl = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    Mark = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpendingNorms", x => x.LegalRuleId);
                    table.ForeignKey(
                        name: "FK_SpendingNorms_LegalRules_LegalRuleId",
                        column: x => x.LegalRuleId,
                        principalTable: "LegalRules",
                        principalColumn: "LegalRuleId",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SpendingNorms_SupportKinds_KindCode",
                        column: x => x.KindCode,
                        principalTable: "SupportKinds",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_NormSources_LegalDocumentId",
                table: "NormSources",
                column: "LegalDocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_NormSources_ProvinceCode_LegalDocumentId_TerritoryPartCode",
                table: "NormSources",
                columns: new[] { "ProvinceCode", "LegalDocumentId", "TerritoryPartCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RequiredPapers_LegalRuleId_Code",
                table: "RequiredPapers",
                columns: new[] { "LegalRuleId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SpendingNorms_KindCode",
                table: "SpendingNorms",
                column: "KindCode");

            migrationBuilder.CreateIndex(
                name: "IX_SpendingNorms_ProvinceCode_KindCode",
                table: "SpendingNorms",
                columns: new[] { "ProvinceCode", "KindCode" });

            migrationBuilder.CreateIndex(
                name: "IX_TerritoryParts_ProvinceCode_Code_From",
                table: "TerritoryParts",
                columns: new[] { "ProvinceCode", "Code", "From" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NormSources");

            migrationBuilder.DropTable(
                name: "RequiredPapers");

            migrationBuilder.DropTable(
                name: "SpendingNorms");

            migrationBuilder.DropTable(
                name: "TerritoryParts");

            migrationBuilder.DropTable(
                name: "SupportKinds");
        }
    }
}
