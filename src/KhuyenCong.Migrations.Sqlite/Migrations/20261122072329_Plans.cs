using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Plans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Allocations",
                columns: table => new
                {
                    AllocationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    HolderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommuneCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Allotted = table.Column<long>(type: "INTEGER", nullable: false),
                    Approved = table.Column<long>(type: "INTEGER", nullable: false),
                    EntryCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Allocations", x => x.AllocationId);
                    table.UniqueConstraint("AK_Allocations_ProvinceCode_AllocationId", x => new { x.ProvinceCode, x.AllocationId });
                    table.CheckConstraint("CK_Allocations_Ceiling", "\"Approved\" >= 0 AND \"Approved\" <= \"Allotted\"");
                    table.ForeignKey(
                        name: "FK_Allocations_Organisations_HolderId",
                        column: x => x.HolderId,
                        principalTable: "Organisations",
                        principalColumn: "OrganisationId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AnnualPlans",
                columns: table => new
                {
                    AnnualPlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Regime = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    HolderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    BatchCount = table.Column<int>(type: "INTEGER", nullable: false),
                    VersionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnualPlans", x => x.AnnualPlanId);
                    table.UniqueConstraint("AK_AnnualPlans_ProvinceCode_AnnualPlanId", x => new { x.ProvinceCode, x.AnnualPlanId });
                    table.ForeignKey(
                        name: "FK_AnnualPlans_Organisations_HolderId",
                        column: x => x.HolderId,
                        principalTable: "Organisations",
                        principalColumn: "OrganisationId",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnnualPlans_Programmes_ProvinceCode_ProgrammeId",
                        columns: x => new { x.ProvinceCode, x.ProgrammeId },
                        principalTable: "Programmes",
                        principalColumns: new[] { "ProvinceCode", "ProgrammeId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BudgetEstimates",
                columns: table => new
                {
                    BudgetEstimateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    HolderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    StepCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BudgetEstimates", x => x.BudgetEstimateId);
                    table.UniqueConstraint("AK_BudgetEstimates_ProvinceCode_BudgetEstimateId", x => new { x.ProvinceCode, x.BudgetEstimateId });
                    table.ForeignKey(
                        name: "FK_BudgetEstimates_Organisations_HolderId",
                        column: x => x.HolderId,
                        principalTable: "Organisations",
                        principalColumn: "OrganisationId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommunePriorities",
                columns: table => new
                {
                    CommunePriorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    CommuneCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Class = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommunePriorities", x => x.CommunePriorityId);
                });

            migrationBuilder.CreateTable(
                name: "AllocationEntries",
                columns: table => new
                {
                    AllocationEntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    AllocationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    DocumentDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    FileSha = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: true),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AllocationEntries", x => x.AllocationEntryId);
                    table.ForeignKey(
                        name: "FK_AllocationEntries_Allocations_ProvinceCode_AllocationId",
                        columns: x => new { x.ProvinceCode, x.AllocationId },
                        principalTable: "Allocations",
                        principalColumns: new[] { "ProvinceCode", "AllocationId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApprovalBatches",
                columns: table => new
                {
                    ApprovalBatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    AnnualPlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Regime = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    DraftedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AppraisedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    OutsideAppraiser = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    OutsideAppraiserUnit = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Decider = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecisionNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    DecisionDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Signer = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    DelegationDocument = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    FileSha = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: true),
                    StepCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApprovalBatches", x => x.ApprovalBatchId);
                    table.UniqueConstraint("AK_ApprovalBatches_ProvinceCode_ApprovalBatchId", x => new { x.ProvinceCode, x.ApprovalBatchId });
                    table.ForeignKey(
                        name: "FK_ApprovalBatches_AnnualPlans_ProvinceCode_AnnualPlanId",
                        columns: x => new { x.ProvinceCode, x.AnnualPlanId },
                        principalTable: "AnnualPlans",
                        principalColumns: new[] { "ProvinceCode", "AnnualPlanId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanVersions",
                columns: table => new
                {
                    PlanVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    AnnualPlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprovalBatchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Decider = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    DocumentDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    Changes = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanVersions", x => x.PlanVersionId);
                    table.ForeignKey(
                        name: "FK_PlanVersions_AnnualPlans_ProvinceCode_AnnualPlanId",
                        columns: x => new { x.ProvinceCode, x.AnnualPlanId },
                        principalTable: "AnnualPlans",
                        principalColumns: new[] { "ProvinceCode", "AnnualPlanId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BudgetEstimateLine",
                columns: table => new
                {
                    BudgetEstimateLineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    BudgetEstimateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentCode = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Proposed = table.Column<long>(type: "INTEGER", nullable: false),
                    Appraised = table.Column<long>(type: "INTEGER", nullable: true),
                    Allotted = table.Column<long>(type: "INTEGER", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BudgetEstimateLine", x => x.BudgetEstimateLineId);
                    table.ForeignKey(
                        name: "FK_BudgetEstimateLine_BudgetEstimates_ProvinceCode_BudgetEstimateId",
                        columns: x => new { x.ProvinceCode, x.BudgetEstimateId },
                        principalTable: "BudgetEstimates",
                        principalColumns: new[] { "ProvinceCode", "BudgetEstimateId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BudgetEstimateStep",
                columns: table => new
                {
                    BudgetEstimateStepId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    BudgetEstimateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromState = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ToState = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    DocumentDate = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BudgetEstimateStep", x => x.BudgetEstimateStepId);
                    table.ForeignKey(
                        name: "FK_BudgetEstimateStep_BudgetEstimates_ProvinceCode_BudgetEstimateId",
                        columns: x => new { x.ProvinceCode, x.BudgetEstimateId },
                        principalTable: "BudgetEstimates",
                        principalColumns: new[] { "ProvinceCode", "BudgetEstimateId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BatchStep",
                columns: table => new
                {
                    BatchStepId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ApprovalBatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AnnualPlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromState = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ToState = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    DocumentDate = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BatchStep", x => x.BatchStepId);
                    table.ForeignKey(
                        name: "FK_BatchStep_ApprovalBatches_ProvinceCode_ApprovalBatchId",
                        columns: x => new { x.ProvinceCode, x.ApprovalBatchId },
                        principalTable: "ApprovalBatches",
                        principalColumns: new[] { "ProvinceCode", "ApprovalBatchId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanItems",
                columns: table => new
                {
                    PlanItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ApprovalBatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AnnualPlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LiveProjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Nature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ContentCode = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    CommuneCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProgrammeContentCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanItems", x => x.PlanItemId);
                    table.UniqueConstraint("AK_PlanItems_ProvinceCode_PlanItemId", x => new { x.ProvinceCode, x.PlanItemId });
                    table.ForeignKey(
                        name: "FK_PlanItems_ApprovalBatches_ProvinceCode_ApprovalBatchId",
                        columns: x => new { x.ProvinceCode, x.ApprovalBatchId },
                        principalTable: "ApprovalBatches",
                        principalColumns: new[] { "ProvinceCode", "ApprovalBatchId" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PlanItems_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanItemAmounts",
                columns: table => new
                {
                    PlanItemAmountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    PlanItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AnnualPlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Proposed = table.Column<long>(type: "INTEGER", nullable: false),
                    Appraised = table.Column<long>(type: "INTEGER", nullable: true),
                    Approved = table.Column<long>(type: "INTEGER", nullable: true),
                    AllocationId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanItemAmounts", x => x.PlanItemAmountId);
                    table.ForeignKey(
                        name: "FK_PlanItemAmounts_Allocations_ProvinceCode_AllocationId",
                        columns: x => new { x.ProvinceCode, x.AllocationId },
                        principalTable: "Allocations",
                        principalColumns: new[] { "ProvinceCode", "AllocationId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanItemAmounts_PlanItems_ProvinceCode_PlanItemId",
                        columns: x => new { x.ProvinceCode, x.PlanItemId },
                        principalTable: "PlanItems",
                        principalColumns: new[] { "ProvinceCode", "PlanItemId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AllocationEntries_ProvinceCode_AllocationId_Sequence",
                table: "AllocationEntries",
                columns: new[] { "ProvinceCode", "AllocationId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Allocations_HolderId",
                table: "Allocations",
                column: "HolderId");

            migrationBuilder.CreateIndex(
                name: "IX_Allocations_ProvinceCode_Year_Source_HolderId",
                table: "Allocations",
                columns: new[] { "ProvinceCode", "Year", "Source", "HolderId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnnualPlans_HolderId",
                table: "AnnualPlans",
                column: "HolderId");

            migrationBuilder.CreateIndex(
                name: "IX_AnnualPlans_ProvinceCode_ProgrammeId",
                table: "AnnualPlans",
                columns: new[] { "ProvinceCode", "ProgrammeId" });

            migrationBuilder.CreateIndex(
                name: "IX_AnnualPlans_ProvinceCode_Year_Regime_TerritoryCode",
                table: "AnnualPlans",
                columns: new[] { "ProvinceCode", "Year", "Regime", "TerritoryCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalBatches_ProvinceCode_AnnualPlanId_Number",
                table: "ApprovalBatches",
                columns: new[] { "ProvinceCode", "AnnualPlanId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalBatches_ProvinceCode_State_StateSince",
                table: "ApprovalBatches",
                columns: new[] { "ProvinceCode", "State", "StateSince" });

            migrationBuilder.CreateIndex(
                name: "IX_BatchStep_ProvinceCode_ApprovalBatchId_Sequence",
                table: "BatchStep",
                columns: new[] { "ProvinceCode", "ApprovalBatchId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BudgetEstimateLine_ProvinceCode_BudgetEstimateId",
                table: "BudgetEstimateLine",
                columns: new[] { "ProvinceCode", "BudgetEstimateId" });

            migrationBuilder.CreateIndex(
                name: "IX_BudgetEstimates_HolderId",
                table: "BudgetEstimates",
                column: "HolderId");

            migrationBuilder.CreateIndex(
                name: "IX_BudgetEstimates_ProvinceCode_State_StateSince",
                table: "BudgetEstimates",
                columns: new[] { "ProvinceCode", "State", "StateSince" });

            migrationBuilder.CreateIndex(
                name: "IX_BudgetEstimates_ProvinceCode_Year",
                table: "BudgetEstimates",
                columns: new[] { "ProvinceCode", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_BudgetEstimateStep_ProvinceCode_BudgetEstimateId_Sequence",
                table: "BudgetEstimateStep",
                columns: new[] { "ProvinceCode", "BudgetEstimateId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommunePriorities_ProvinceCode_CommuneCode_Class_From",
                table: "CommunePriorities",
                columns: new[] { "ProvinceCode", "CommuneCode", "Class", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlanItemAmounts_ProvinceCode_AllocationId",
                table: "PlanItemAmounts",
                columns: new[] { "ProvinceCode", "AllocationId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanItemAmounts_ProvinceCode_PlanItemId_Source",
                table: "PlanItemAmounts",
                columns: new[] { "ProvinceCode", "PlanItemId", "Source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlanItems_ProvinceCode_AnnualPlanId",
                table: "PlanItems",
                columns: new[] { "ProvinceCode", "AnnualPlanId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanItems_ProvinceCode_ApprovalBatchId",
                table: "PlanItems",
                columns: new[] { "ProvinceCode", "ApprovalBatchId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanItems_ProvinceCode_LiveProjectId",
                table: "PlanItems",
                columns: new[] { "ProvinceCode", "LiveProjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlanItems_ProvinceCode_ProgrammeId_Year",
                table: "PlanItems",
                columns: new[] { "ProvinceCode", "ProgrammeId", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanItems_ProvinceCode_ProjectId",
                table: "PlanItems",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanVersions_ProvinceCode_AnnualPlanId_Number",
                table: "PlanVersions",
                columns: new[] { "ProvinceCode", "AnnualPlanId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AllocationEntries");

            migrationBuilder.DropTable(
                name: "BatchStep");

            migrationBuilder.DropTable(
                name: "BudgetEstimateLine");

            migrationBuilder.DropTable(
                name: "BudgetEstimateStep");

            migrationBuilder.DropTable(
                name: "CommunePriorities");

            migrationBuilder.DropTable(
                name: "PlanItemAmounts");

            migrationBuilder.DropTable(
                name: "PlanVersions");

            migrationBuilder.DropTable(
                name: "BudgetEstimates");

            migrationBuilder.DropTable(
                name: "Allocations");

            migrationBuilder.DropTable(
                name: "PlanItems");

            migrationBuilder.DropTable(
                name: "ApprovalBatches");

            migrationBuilder.DropTable(
                name: "AnnualPlans");
        }
    }
}
