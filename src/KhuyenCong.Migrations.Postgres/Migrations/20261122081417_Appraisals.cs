using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Migrations.Postgres.Migrations
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
                    AppraisalSettingId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AllowsConditional = table.Column<bool>(type: "boolean", nullable: false),
                    QuorumPart = table.Column<int>(type: "integer", nullable: false),
                    QuorumWhole = table.Column<int>(type: "integer", nullable: false),
                    Days = table.Column<int>(type: "integer", nullable: true),
                    UsesRanking = table.Column<bool>(type: "boolean", nullable: false),
                    Criteria = table.Column<string>(type: "text", nullable: false),
                    SetBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppraisalSettings", x => x.AppraisalSettingId);
                });

            migrationBuilder.CreateTable(
                name: "Councils",
                columns: table => new
                {
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    CommuneCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    DecisionNumber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    DecisionDate = table.Column<DateOnly>(type: "date", nullable: false),
                    Signer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    QuorumPart = table.Column<int>(type: "integer", nullable: false),
                    QuorumWhole = table.Column<int>(type: "integer", nullable: false),
                    File = table.Column<string>(type: "text", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    AppraisalSessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    CommuneCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Proceedings = table.Column<string>(type: "text", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SignedMinutes = table.Column<string>(type: "text", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    CouncilMemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitName = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsSubstitute = table.Column<bool>(type: "boolean", nullable: false)
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
                    AppraisalId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    CommuneCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: true),
                    AppraisalSessionId = table.Column<Guid>(type: "uuid", nullable: true),
                    QuorumPart = table.Column<int>(type: "integer", nullable: false),
                    QuorumWhole = table.Column<int>(type: "integer", nullable: false),
                    AllowsConditional = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StartedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    EntitledCount = table.Column<int>(type: "integer", nullable: true),
                    PassCount = table.Column<int>(type: "integer", nullable: true),
                    ConditionalCount = table.Column<int>(type: "integer", nullable: true),
                    FailCount = table.Column<int>(type: "integer", nullable: true),
                    ScoreTenths = table.Column<int>(type: "integer", nullable: true),
                    SignedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ResultReason = table.Column<string>(type: "text", nullable: true),
                    ResultConditions = table.Column<string>(type: "text", nullable: false),
                    NationalAmount = table.Column<long>(type: "bigint", nullable: true),
                    ProvincialAmount = table.Column<long>(type: "bigint", nullable: true),
                    CommuneAmount = table.Column<long>(type: "bigint", nullable: true),
                    ClosedReason = table.Column<string>(type: "text", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    AppraisalConclusionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    AppraisalId = table.Column<Guid>(type: "uuid", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    ConcludedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    NationalAmount = table.Column<long>(type: "bigint", nullable: true),
                    ProvincialAmount = table.Column<long>(type: "bigint", nullable: true),
                    CommuneAmount = table.Column<long>(type: "bigint", nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UndoneBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    UndoneReason = table.Column<string>(type: "text", nullable: true)
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
                    AppraisalConditionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    AppraisalId = table.Column<Guid>(type: "uuid", nullable: false),
                    AppraisalConclusionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Proof = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    ProofFile = table.Column<string>(type: "text", nullable: true),
                    MetOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MetBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
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
                    AppraisalOpinionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    AppraisalId = table.Column<Guid>(type: "uuid", nullable: false),
                    AppraisalSeatId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Vote = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Remarks = table.Column<string>(type: "text", nullable: false),
                    Scores = table.Column<string>(type: "text", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true),
                    NationalAmount = table.Column<long>(type: "bigint", nullable: true),
                    ProvincialAmount = table.Column<long>(type: "bigint", nullable: true),
                    CommuneAmount = table.Column<long>(type: "bigint", nullable: true)
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
                    AppraisalSeatId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    AppraisalId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    UnitName = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsSubstitute = table.Column<bool>(type: "boolean", nullable: false),
                    Grounds = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    DeclaredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DeclaredText = table.Column<string>(type: "text", nullable: true),
                    StandsInForId = table.Column<Guid>(type: "uuid", nullable: true),
                    StandsInReason = table.Column<string>(type: "text", nullable: true),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Vote = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
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
