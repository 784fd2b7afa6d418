using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EstablishmentWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DataRequests",
                columns: table => new
                {
                    DataRequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EstablishmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RequestedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    RequestedText = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataRequests", x => x.DataRequestId);
                    table.ForeignKey(
                        name: "FK_DataRequests_Establishments_ProvinceCode_EstablishmentId",
                        columns: x => new { x.ProvinceCode, x.EstablishmentId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EstablishmentImports",
                columns: table => new
                {
                    EstablishmentImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CommuneCodes = table.Column<string>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    FaultyRows = table.Column<int>(type: "INTEGER", nullable: false),
                    TwinRows = table.Column<int>(type: "INTEGER", nullable: false),
                    DoneRows = table.Column<int>(type: "INTEGER", nullable: false),
                    WrittenRows = table.Column<int>(type: "INTEGER", nullable: false),
                    WithTwins = table.Column<bool>(type: "INTEGER", nullable: false),
                    Refusal = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimedUntil = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EstablishmentImports", x => x.EstablishmentImportId);
                    table.UniqueConstraint("AK_EstablishmentImports_ProvinceCode_EstablishmentImportId", x => new { x.ProvinceCode, x.EstablishmentImportId });
                });

            migrationBuilder.CreateTable(
                name: "EstablishmentMerges",
                columns: table => new
                {
                    EstablishmentMergeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    KeptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MergedId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StateBefore = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UndoneBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EstablishmentMerges", x => x.EstablishmentMergeId);
                    table.ForeignKey(
                        name: "FK_EstablishmentMerges_Establishments_ProvinceCode_KeptId",
                        columns: x => new { x.ProvinceCode, x.KeptId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EstablishmentMerges_Establishments_ProvinceCode_MergedId",
                        columns: x => new { x.ProvinceCode, x.MergedId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EstablishmentImportRows",
                columns: table => new
                {
                    EstablishmentImportRowId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    EstablishmentImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Values = table.Column<string>(type: "TEXT", nullable: true),
                    Faults = table.Column<string>(type: "TEXT", nullable: true),
                    TwinId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TwinReason = table.Column<string>(type: "TEXT", nullable: true),
                    EstablishmentId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EstablishmentImportRows", x => x.EstablishmentImportRowId);
                    table.ForeignKey(
                        name: "FK_EstablishmentImportRows_EstablishmentImports_ProvinceCode_EstablishmentImportId",
                        columns: x => new { x.ProvinceCode, x.EstablishmentImportId },
                        principalTable: "EstablishmentImports",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentImportId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DataRequests_ProvinceCode_EstablishmentId",
                table: "DataRequests",
                columns: new[] { "ProvinceCode", "EstablishmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_DataRequests_ProvinceCode_Number",
                table: "DataRequests",
                columns: new[] { "ProvinceCode", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DataRequests_ProvinceCode_State_DueOn",
                table: "DataRequests",
                columns: new[] { "ProvinceCode", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_EstablishmentImportRows_ProvinceCode_EstablishmentImportId_Number",
                table: "EstablishmentImportRows",
                columns: new[] { "ProvinceCode", "EstablishmentImportId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EstablishmentImports_ProvinceCode_UserId",
                table: "EstablishmentImports",
                columns: new[] { "ProvinceCode", "UserId" });

            migrationBuilder.CreateIndex(
                name: "IX_EstablishmentImports_State",
                table: "EstablishmentImports",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_EstablishmentMerges_ProvinceCode_KeptId",
                table: "EstablishmentMerges",
                columns: new[] { "ProvinceCode", "KeptId" });

            migrationBuilder.CreateIndex(
                name: "IX_EstablishmentMerges_ProvinceCode_MergedId",
                table: "EstablishmentMerges",
                columns: new[] { "ProvinceCode", "MergedId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DataRequests");

            migrationBuilder.DropTable(
                name: "EstablishmentImportRows");

            migrationBuilder.DropTable(
                name: "EstablishmentMerges");

            migrationBuilder.DropTable(
                name: "EstablishmentImports");
        }
    }
}
