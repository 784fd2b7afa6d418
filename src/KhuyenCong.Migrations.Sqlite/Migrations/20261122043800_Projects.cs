using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Projects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "OutsideSupports",
                columns: table => new
                {
                    OutsideSupportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    GivenBy = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ProgrammeName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ProjectName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    EstablishmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    BeneficiaryName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Identifier = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    SupportKindCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Machine = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    MachineSerial = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    InvoiceNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    GivenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    WithdrawnReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutsideSupports", x => x.OutsideSupportId);
                    table.ForeignKey(
                        name: "FK_OutsideSupports_Establishments_ProvinceCode_EstablishmentId",
                        columns: x => new { x.ProvinceCode, x.EstablishmentId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Projects",
                columns: table => new
                {
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Nature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ContentCode = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProgrammeContentCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    TargetId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CommuneCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    ImplementingUnit = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    PartnerUnits = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Dossier = table.Column<string>(type: "TEXT", nullable: false),
                    WorkPlan = table.Column<string>(type: "TEXT", nullable: false),
                    Holds = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Fails = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ConsentGivenBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ConsentGivenOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConsentManner = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ConsentRecordedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ConsentNote = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FiledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OpenSections = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Deadline = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    StepCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    NationalAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    ProvincialAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    CommuneAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    CounterpartAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    IntegratedAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    SponsorshipAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    OtherAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 1010, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Projects", x => x.ProjectId);
                    table.UniqueConstraint("AK_Projects_ProvinceCode_ProjectId", x => new { x.ProvinceCode, x.ProjectId });
                    table.ForeignKey(
                        name: "FK_Projects_Programmes_ProvinceCode_ProgrammeId",
                        columns: x => new { x.ProvinceCode, x.ProgrammeId },
                        principalTable: "Programmes",
                        principalColumns: new[] { "ProvinceCode", "ProgrammeId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Projects_Targets_ProvinceCode_TargetId",
                        columns: x => new { x.ProvinceCode, x.TargetId },
                        principalTable: "Targets",
                        principalColumns: new[] { "ProvinceCode", "TargetId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SupportKeys",
                columns: table => new
                {
                    SupportKeyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    SourceKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 130, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupportKeys", x => x.SupportKeyId);
                });

            migrationBuilder.CreateTable(
                name: "DoubleSupportResolutions",
                columns: table => new
                {
                    DoubleSupportResolutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Marks = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ResolvedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoubleSupportResolutions", x => x.DoubleSupportResolutionId);
                    table.ForeignKey(
                        name: "FK_DoubleSupportResolutions_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProjectBeneficiaries",
                columns: table => new
                {
                    ProjectBeneficiaryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    EstablishmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ProductionSiteId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CommuneCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    SupportAsked = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectBeneficiaries", x => x.ProjectBeneficiaryId);
                    table.ForeignKey(
                        name: "FK_ProjectBeneficiaries_Establishments_ProvinceCode_EstablishmentId",
                        columns: x => new { x.ProvinceCode, x.EstablishmentId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProjectBeneficiaries_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProjectEstimateLine",
                columns: table => new
                {
                    ProjectEstimateLineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    KindCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    BeneficiaryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    UnitPrice = table.Column<long>(type: "INTEGER", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    NationalAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    ProvincialAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    CommuneAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    CounterpartAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    IntegratedAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    SponsorshipAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    OtherAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectEstimateLine", x => x.ProjectEstimateLineId);
                    table.ForeignKey(
                        name: "FK_ProjectEstimateLine_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProjectMachine",
                columns: table => new
                {
                    ProjectMachineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Model = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Maker = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Serial = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    MadeYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Capacity = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    IsNew = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsSelfMade = table.Column<bool>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    UnitPrice = table.Column<long>(type: "INTEGER", nullable: true),
                    Quotation = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectMachine", x => x.ProjectMachineId);
                    table.ForeignKey(
                        name: "FK_ProjectMachine_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProjectPapers",
                columns: table => new
                {
                    ProjectPaperId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    InvoiceNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    MachineId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectPapers", x => x.ProjectPaperId);
                    table.ForeignKey(
                        name: "FK_ProjectPapers_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProjectStep",
                columns: table => new
                {
                    ProjectStepId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromState = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ToState = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    Sections = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Deadline = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectStep", x => x.ProjectStepId);
                    table.ForeignKey(
                        name: "FK_ProjectStep_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DoubleSupportResolutions_ProvinceCode_ProjectId",
                table: "DoubleSupportResolutions",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_OutsideSupports_ProvinceCode_ChangedAt_OutsideSupportId",
                table: "OutsideSupports",
                columns: new[] { "ProvinceCode", "ChangedAt", "OutsideSupportId" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "IX_OutsideSupports_ProvinceCode_EstablishmentId",
                table: "OutsideSupports",
                columns: new[] { "ProvinceCode", "EstablishmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_ProjectBeneficiaries_ProvinceCode_CommuneCode_ProjectId",
                table: "ProjectBeneficiaries",
                columns: new[] { "ProvinceCode", "CommuneCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_ProjectBeneficiaries_ProvinceCode_EstablishmentId",
                table: "ProjectBeneficiaries",
                columns: new[] { "ProvinceCode", "EstablishmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_ProjectBeneficiaries_ProvinceCode_ProjectId",
                table: "ProjectBeneficiaries",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_ProjectEstimateLine_ProvinceCode_ProjectId",
                table: "ProjectEstimateLine",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_ProjectMachine_ProvinceCode_ProjectId",
                table: "ProjectMachine",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_ProjectPapers_ProvinceCode_ProjectId",
                table: "ProjectPapers",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_Projects_ProvinceCode_ChangedAt_ProjectId",
                table: "Projects",
                columns: new[] { "ProvinceCode", "ChangedAt", "ProjectId" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "IX_Projects_ProvinceCode_Code",
                table: "Projects",
                columns: new[] { "ProvinceCode", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Projects_ProvinceCode_OrganisationId",
                table: "Projects",
                columns: new[] { "ProvinceCode", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Projects_ProvinceCode_ProgrammeId",
                table: "Projects",
                columns: new[] { "ProvinceCode", "ProgrammeId" });

            migrationBuilder.CreateIndex(
                name: "IX_Projects_ProvinceCode_SortKey_ProjectId",
                table: "Projects",
                columns: new[] { "ProvinceCode", "SortKey", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_Projects_ProvinceCode_State_StateSince",
                table: "Projects",
                columns: new[] { "ProvinceCode", "State", "StateSince" });

            migrationBuilder.CreateIndex(
                name: "IX_Projects_ProvinceCode_TargetId",
                table: "Projects",
                columns: new[] { "ProvinceCode", "TargetId" });

            migrationBuilder.CreateIndex(
                name: "IX_Projects_ProvinceCode_Total_ProjectId",
                table: "Projects",
                columns: new[] { "ProvinceCode", "Total", "ProjectId" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "IX_Projects_ProvinceCode_Year_State",
                table: "Projects",
                columns: new[] { "ProvinceCode", "Year", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ProjectStep_ProvinceCode_ProjectId_Sequence",
                table: "ProjectStep",
                columns: new[] { "ProvinceCode", "ProjectId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupportKeys_ProvinceCode_SourceId",
                table: "SupportKeys",
                columns: new[] { "ProvinceCode", "SourceId" });

            migrationBuilder.CreateIndex(
                name: "IX_SupportKeys_ProvinceCode_Value",
                table: "SupportKeys",
                columns: new[] { "ProvinceCode", "Value" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DoubleSupportResolutions");

            migrationBuilder.DropTable(
                name: "OutsideSupports");

            migrationBuilder.DropTable(
                name: "ProjectBeneficiaries");

            migrationBuilder.DropTable(
                name: "ProjectEstimateLine");

            migrationBuilder.DropTable(
                name: "ProjectMachine");

            migrationBuilder.DropTable(
                name: "ProjectPapers");

            migrationBuilder.DropTable(
                name: "ProjectStep");

            migrationBuilder.DropTable(
                name: "SupportKeys");

            migrationBuilder.DropTable(
                name: "Projects");
        }
    }
}
