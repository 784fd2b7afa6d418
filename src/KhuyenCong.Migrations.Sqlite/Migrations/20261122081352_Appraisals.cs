using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Appraisals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AppraisalSettings",
                columns: table => new
                {
                    AppraisalSettingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AllowsConditional = table.Column<bool>(type: "INTEGER", nullable: false),
                    QuorumPart = table.Column<int>(type: "INTEGER", nullable: false),
                    QuorumWhole = table.Column<int>(type: "INTEGER", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: true),
                    UsesRanking = table.Column<bool>(type: "INTEGER", nullable: false),
                    Criteria = table.Column<string>(type: "TEXT", nullable: false),
                    SetBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppraisalSettings", x => x.AppraisalSettingId);
                });

            migrationBuilder.CreateTable(
                name: "Councils",
                columns: table => new
                {
                    CouncilId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    CommuneCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DecisionNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DecisionDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Signer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    QuorumPart = table.Column<int>(type: "INTEGER", nullable: false),
                    QuorumWhole = table.Column<int>(type: "INTEGER", nullable: false),
                    File = table.Column<string>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Councils", x => x.CouncilId);
                    table.UniqueConstraint("AK_Councils_ProvinceCode_CouncilId", x => new { x.ProvinceCode, x.CouncilId });
                });

            migrationBuilder.CreateTable(
                name: "AppraisalSessions",
                columns: table => new
                {
                    AppraisalSessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    CommuneCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    CouncilId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Proceedings = table.Column<string>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SignedMinutes = table.Column<string>(type: "TEXT", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppraisalSessions", x => x.AppraisalSessionId);
                    table.UniqueConstraint("AK_AppraisalSessions_ProvinceCode_AppraisalSessionId", x => new { x.ProvinceCode, x.AppraisalSessionId });
                    table.ForeignKey(
                        name: "FK_AppraisalSessions_Councils_ProvinceCode_CouncilId",
                        columns: x => new { x.ProvinceCode, x.CouncilId },
                        principalTable: "Councils",
                        principalColumns: new[] { "ProvinceCode", "CouncilId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CouncilMember",
                columns: table => new
                {
                    CouncilMemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    CouncilId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsSubstitute = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CouncilMember", x => x.CouncilMemberId);
                    table.ForeignKey(
                        name: "FK_CouncilMember_Councils_ProvinceCode_CouncilId",
                        columns: x => new { x.ProvinceCode, x.CouncilId },
                        principalTable: "Councils",
                        principalColumns: new[] { "ProvinceCode", "CouncilId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Appraisals",
                columns: table => new
                {
                    AppraisalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    CommuneCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CouncilId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AppraisalSessionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    QuorumPart = table.Column<int>(type: "INTEGER", nullable: false),
                    QuorumWhole = table.Column<int>(type: "INTEGER", nullable: false),
                    AllowsConditional = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    EntitledCount = table.Column<int>(type: "INTEGER", nullable: true),
                    PassCount = table.Column<int>(type: "INTEGER", nullable: true),
                    ConditionalCount = table.Column<int>(type: "INTEGER", nullable: true),
                    FailCount = table.Column<int>(type: "INTEGER", nullable: true),
                    ScoreTenths = table.Column<int>(type: "INTEGER", nullable: true),
                    SignedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ResultReason = table.Column<string>(type: "TEXT", nullable: true),
                    ResultConditions = table.Column<string>(type: "TEXT", nullable: false),
                    NationalAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    ProvincialAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    CommuneAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedReason = table.Column<string>(type: "TEXT", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appraisals", x => x.AppraisalId);
                    table.UniqueConstraint("AK_Appraisals_ProvinceCode_AppraisalId", x => new { x.ProvinceCode, x.AppraisalId });
                    table.ForeignKey(
                        name: "FK_Appraisals_AppraisalSessions_ProvinceCode_AppraisalSessionId",
                        columns: x => new { x.ProvinceCode, x.AppraisalSessionId },
                        principalTable: "AppraisalSessions",
                        principalColumns: new[] { "ProvinceCode", "AppraisalSessionId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appraisals_Councils_ProvinceCode_CouncilId",
                        columns: x => new { x.ProvinceCode, x.CouncilId },
                        principalTable: "Councils",
                        principalColumns: new[] { "ProvinceCode", "CouncilId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appraisals_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AppraisalConclusion",
                columns: table => new
                {
                    AppraisalConclusionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    AppraisalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    ConcludedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NationalAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    ProvincialAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    CommuneAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    UndoneReason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppraisalConclusion", x => x.AppraisalConclusionId);
                    table.ForeignKey(
                        name: "FK_AppraisalConclusion_Appraisals_ProvinceCode_AppraisalId",
                        columns: x => new { x.ProvinceCode, x.AppraisalId },
                        principalTable: "Appraisals",
                        principalColumns: new[] { "ProvinceCode", "AppraisalId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AppraisalCondition",
                columns: table => new
                {
                    AppraisalConditionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    AppraisalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AppraisalConclusionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Proof = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ProofFile = table.Column<string>(type: "TEXT", nullable: true),
                    MetOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MetBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppraisalCondition", x => x.AppraisalConditionId);
                    table.ForeignKey(
                        name: "FK_AppraisalCondition_Appraisals_ProvinceCode_AppraisalId",
                        columns: x => new { x.ProvinceCode, x.AppraisalId },
                        principalTable: "Appraisals",
                        principalColumns: new[] { "ProvinceCode", "AppraisalId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AppraisalOpinion",
                columns: table => new
                {
                    AppraisalOpinionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    AppraisalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AppraisalSeatId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Vote = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Remarks = table.Column<string>(type: "TEXT", nullable: false),
                    Scores = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    NationalAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    ProvincialAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    CommuneAmount = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppraisalOpinion", x => x.AppraisalOpinionId);
                    table.ForeignKey(
                        name: "FK_AppraisalOpinion_Appraisals_ProvinceCode_AppraisalId",
                        columns: x => new { x.ProvinceCode, x.AppraisalId },
                        principalTable: "Appraisals",
                        principalColumns: new[] { "ProvinceCode", "AppraisalId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AppraisalSeats",
                columns: table => new
                {
                    AppraisalSeatId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    AppraisalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    UnitName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsSubstitute = table.Column<bool>(type: "INTEGER", nullable: false),
                    Grounds = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DeclaredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeclaredText = table.Column<string>(type: "TEXT", nullable: true),
                    StandsInForId = table.Column<Guid>(type: "TEXT", nullable: true),
                    StandsInReason = table.Column<string>(type: "TEXT", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Vote = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppraisalSeats", x => x.AppraisalSeatId);
                    table.ForeignKey(
                        name: "FK_AppraisalSeats_Appraisals_ProvinceCode_AppraisalId",
                        columns: x => new { x.ProvinceCode, x.AppraisalId },
                        principalTable: "Appraisals",
                        principalColumns: new[] { "ProvinceCode", "AppraisalId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalConclusion_ProvinceCode_AppraisalId",
                table: "AppraisalConclusion",
                columns: new[] { "ProvinceCode", "AppraisalId" });

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalCondition_ProvinceCode_AppraisalId",
                table: "AppraisalCondition",
                columns: new[] { "ProvinceCode", "AppraisalId" });

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalOpinion_ProvinceCode_AppraisalId",
                table: "AppraisalOpinion",
                columns: new[] { "ProvinceCode", "AppraisalId" });

            migrationBuilder.CreateIndex(
                name: "IX_Appraisals_ProvinceCode_AppraisalSessionId",
                table: "Appraisals",
                columns: new[] { "ProvinceCode", "AppraisalSessionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Appraisals_ProvinceCode_CouncilId",
                table: "Appraisals",
                columns: new[] { "ProvinceCode", "CouncilId" });

            migrationBuilder.CreateIndex(
                name: "IX_Appraisals_ProvinceCode_ProjectId_Round",
                table: "Appraisals",
                columns: new[] { "ProvinceCode", "ProjectId", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalSeats_ProvinceCode_AppraisalId_UserId",
                table: "AppraisalSeats",
                columns: new[] { "ProvinceCode", "AppraisalId", "UserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalSeats_ProvinceCode_UserId",
                table: "AppraisalSeats",
                columns: new[] { "ProvinceCode", "UserId" });

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalSessions_ProvinceCode_CouncilId",
                table: "AppraisalSessions",
                columns: new[] { "ProvinceCode", "CouncilId" });

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalSessions_ProvinceCode_HeldOn",
                table: "AppraisalSessions",
                columns: new[] { "ProvinceCode", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AppraisalSettings_ProvinceCode",
                table: "AppraisalSettings",
                column: "ProvinceCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CouncilMember_ProvinceCode_CouncilId",
                table: "CouncilMember",
                columns: new[] { "ProvinceCode", "CouncilId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AppraisalConclusion");

            migrationBuilder.DropTable(
                name: "AppraisalCondition");

            migrationBuilder.DropTable(
                name: "AppraisalOpinion");

            migrationBuilder.DropTable(
                name: "AppraisalSeats");

            migrationBuilder.DropTable(
                name: "AppraisalSettings");

            migrationBuilder.DropTable(
                name: "CouncilMember");

            migrationBuilder.DropTable(
                name: "Appraisals");

            migrationBuilder.DropTable(
                name: "AppraisalSessions");

            migrationBuilder.DropTable(
                name: "Councils");
        }
    }
}
