using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ClustersAndSurveys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DuplicateDismissals",
                columns: table => new
                {
                    DuplicateDismissalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    OneId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Likeness = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UndoneBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DuplicateDismissals", x => x.DuplicateDismissalId);
                    table.ForeignKey(
                        name: "FK_DuplicateDismissals_Establishments_ProvinceCode_OneId",
                        columns: x => new { x.ProvinceCode, x.OneId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DuplicateDismissals_Establishments_ProvinceCode_OtherId",
                        columns: x => new { x.ProvinceCode, x.OtherId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IndustrialClusters",
                columns: table => new
                {
                    IndustrialClusterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CommuneCodes = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    InvestorEstablishmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    InvestorOrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    InvestorName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 610, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IndustrialClusters", x => x.IndustrialClusterId);
                    table.UniqueConstraint("AK_IndustrialClusters_ProvinceCode_IndustrialClusterId", x => new { x.ProvinceCode, x.IndustrialClusterId });
                    table.ForeignKey(
                        name: "FK_IndustrialClusters_Establishments_ProvinceCode_InvestorEstablishmentId",
                        columns: x => new { x.ProvinceCode, x.InvestorEstablishmentId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SurveyRounds",
                columns: table => new
                {
                    SurveyRoundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Deadline = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Questions = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CommuneCodes = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyRounds", x => x.SurveyRoundId);
                    table.UniqueConstraint("AK_SurveyRounds_ProvinceCode_SurveyRoundId", x => new { x.ProvinceCode, x.SurveyRoundId });
                });

            migrationBuilder.CreateTable(
                name: "ClusterFigure",
                columns: table => new
                {
                    ClusterFigureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    IndustrialClusterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Area = table.Column<int>(type: "INTEGER", nullable: true),
                    IndustrialArea = table.Column<int>(type: "INTEGER", nullable: true),
                    LeasedArea = table.Column<int>(type: "INTEGER", nullable: true),
                    Tenants = table.Column<int>(type: "INTEGER", nullable: true),
                    Labour = table.Column<int>(type: "INTEGER", nullable: true),
                    Waste = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    WasteCapacity = table.Column<int>(type: "INTEGER", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClusterFigure", x => x.ClusterFigureId);
                    table.ForeignKey(
                        name: "FK_ClusterFigure_IndustrialClusters_ProvinceCode_IndustrialClusterId",
                        columns: x => new { x.ProvinceCode, x.IndustrialClusterId },
                        principalTable: "IndustrialClusters",
                        principalColumns: new[] { "ProvinceCode", "IndustrialClusterId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RelocationCandidates",
                columns: table => new
                {
                    RelocationCandidateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    EstablishmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductionSiteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommuneCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReasonText = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    IndustrialClusterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ProposedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RelocationCandidates", x => x.RelocationCandidateId);
                    table.ForeignKey(
                        name: "FK_RelocationCandidates_Establishments_ProvinceCode_EstablishmentId",
                        columns: x => new { x.ProvinceCode, x.EstablishmentId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RelocationCandidates_IndustrialClusters_ProvinceCode_IndustrialClusterId",
                        columns: x => new { x.ProvinceCode, x.IndustrialClusterId },
                        principalTable: "IndustrialClusters",
                        principalColumns: new[] { "ProvinceCode", "IndustrialClusterId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SurveySheets",
                columns: table => new
                {
                    SurveySheetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    SurveyRoundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EstablishmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Needs = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    FilledBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FilledAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveySheets", x => x.SurveySheetId);
                    table.ForeignKey(
                        name: "FK_SurveySheets_Establishments_ProvinceCode_EstablishmentId",
                        columns: x => new { x.ProvinceCode, x.EstablishmentId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveySheets_SurveyRounds_ProvinceCode_SurveyRoundId",
                        columns: x => new { x.ProvinceCode, x.SurveyRoundId },
                        principalTable: "SurveyRounds",
                        principalColumns: new[] { "ProvinceCode", "SurveyRoundId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ClusterFigure_ProvinceCode_IndustrialClusterId_On",
                table: "ClusterFigure",
                columns: new[] { "ProvinceCode", "IndustrialClusterId", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DuplicateDismissals_ProvinceCode_OneId_OtherId",
                table: "DuplicateDismissals",
                columns: new[] { "ProvinceCode", "OneId", "OtherId" });

            migrationBuilder.CreateIndex(
                name: "IX_DuplicateDismissals_ProvinceCode_OtherId",
                table: "DuplicateDismissals",
                columns: new[] { "ProvinceCode", "OtherId" });

            migrationBuilder.CreateIndex(
                name: "IX_IndustrialClusters_ProvinceCode_InvestorEstablishmentId",
                table: "IndustrialClusters",
                columns: new[] { "ProvinceCode", "InvestorEstablishmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_IndustrialClusters_ProvinceCode_SortKey",
                table: "IndustrialClusters",
                columns: new[] { "ProvinceCode", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_RelocationCandidates_ProvinceCode_EstablishmentId",
                table: "RelocationCandidates",
                columns: new[] { "ProvinceCode", "EstablishmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_RelocationCandidates_ProvinceCode_IndustrialClusterId",
                table: "RelocationCandidates",
                columns: new[] { "ProvinceCode", "IndustrialClusterId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveySheets_ProvinceCode_EstablishmentId",
                table: "SurveySheets",
                columns: new[] { "ProvinceCode", "EstablishmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveySheets_ProvinceCode_SurveyRoundId_EstablishmentId",
                table: "SurveySheets",
                columns: new[] { "ProvinceCode", "SurveyRoundId", "EstablishmentId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClusterFigure");

            migrationBuilder.DropTable(
                name: "DuplicateDismissals");

            migrationBuilder.DropTable(
                name: "RelocationCandidates");

            migrationBuilder.DropTable(
                name: "SurveySheets");

            migrationBuilder.DropTable(
                name: "IndustrialClusters");

            migrationBuilder.DropTable(
                name: "SurveyRounds");
        }
    }
}
