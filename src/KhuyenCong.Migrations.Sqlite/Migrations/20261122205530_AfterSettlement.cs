using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AfterSettlement : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PaymentInvoices",
                columns: table => new
                {
                    PaymentInvoiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    PaymentRequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    InvoiceNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    InvoiceSeries = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    InvoiceSeller = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    InvoiceTaxCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    InvoiceDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BeforeVat = table.Column<long>(type: "INTEGER", nullable: true),
                    WithVat = table.Column<long>(type: "INTEGER", nullable: true),
                    Covered = table.Column<long>(type: "INTEGER", nullable: false),
                    InvoiceTrace = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    InvoiceDetail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentInvoices", x => x.PaymentInvoiceId);
                    table.CheckConstraint("CK_PaymentInvoices_Covered", "\"Covered\" > 0 AND (\"WithVat\" IS NULL OR \"Covered\" <= \"WithVat\")");
                    table.ForeignKey(
                        name: "FK_PaymentInvoices_PaymentRequests_ProvinceCode_PaymentRequestId",
                        columns: x => new { x.ProvinceCode, x.PaymentRequestId },
                        principalTable: "PaymentRequests",
                        principalColumns: new[] { "ProvinceCode", "PaymentRequestId" },
                        onDelete: ReferentialAction.Cascade);
                });

            // The one invoice that a request had becomes its first of several; a request's id serves for the row, of which there is one each.
            migrationBuilder.Sql("""
                INSERT INTO "PaymentInvoices" ("PaymentInvoiceId", "ProvinceCode", "PaymentRequestId", "Order", "InvoiceNumber", "InvoiceSeries", "InvoiceSeller", "Covered", "InvoiceTrace", "InvoiceDetail")
                SELECT "PaymentRequestId", "ProvinceCode", "PaymentRequestId", 0, "InvoiceNumber", "InvoiceSeries", "InvoiceSeller", "Total", "InvoiceTrace", "InvoiceDetail"
                FROM "PaymentRequests" WHERE "InvoiceNumber" IS NOT NULL;
                """);

            migrationBuilder.DropIndex(
                name: "IX_Projects_ProvinceCode_Year_State",
                table: "Projects");

            migrationBuilder.DropIndex(
                name: "IX_PlanItems_ProvinceCode_LiveProjectId",
                table: "PlanItems");

            migrationBuilder.DropIndex(
                name: "IX_PaymentRequests_ProvinceCode_InvoiceTrace_InvoiceDetail",
                table: "PaymentRequests");

            migrationBuilder.DropColumn(
                name: "InvoiceDetail",
                table: "PaymentRequests");

            migrationBuilder.DropColumn(
                name: "InvoiceNumber",
                table: "PaymentRequests");

            migrationBuilder.DropColumn(
                name: "InvoiceSeller",
                table: "PaymentRequests");

            migrationBuilder.DropColumn(
                name: "InvoiceSeries",
                table: "PaymentRequests");

            migrationBuilder.DropColumn(
                name: "InvoiceTrace",
                table: "PaymentRequests");

            migrationBuilder.AlterColumn<Guid>(
                name: "PaymentRequestId",
                table: "StatementMatches",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "ManagementVoucherId",
                table: "StatementMatches",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "PaidBackOn",
                table: "SettledRecovery",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT");

            migrationBuilder.AddColumn<string>(
                name: "TreasuryNumber",
                table: "SettledRecovery",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WithdrawnOn",
                table: "SettledRecovery",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawnReason",
                table: "SettledRecovery",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ShareYear",
                table: "PlanItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Kept",
                table: "PlanItemAmounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "InvoiceDifference",
                table: "PaymentRequests",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "ProjectId",
                table: "LedgerPositions",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "ManagementEstimateId",
                table: "LedgerPositions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ManagementEstimateId",
                table: "LedgerEntries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Asked",
                table: "AppraisalSeats",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FollowUps",
                columns: table => new
                {
                    FollowUpId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ContractId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AcceptanceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Regime = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EstablishmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BeneficiaryName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ProductionSiteId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CommuneCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: false),
                    AcceptedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReportYear = table.Column<int>(type: "INTEGER", nullable: false),
                    BaselineYear = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Workers = table.Column<int>(type: "INTEGER", nullable: true),
                    WorkersBefore = table.Column<int>(type: "INTEGER", nullable: true),
                    Revenue = table.Column<long>(type: "INTEGER", nullable: true),
                    RevenueBefore = table.Column<long>(type: "INTEGER", nullable: true),
                    Difficulties = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Wishes = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    NoPhotoReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    IsOnBehalf = table.Column<bool>(type: "INTEGER", nullable: false),
                    ConsentGivenBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ConsentGivenOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConsentManner = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Writers = table.Column<string>(type: "TEXT", nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConfirmedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    MoneyUse = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    HasMissingMachine = table.Column<bool>(type: "INTEGER", nullable: false),
                    Misuse = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MisuseReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    MisuseDocument = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    MisuseDocumentDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MisuseDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MisuseProposedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    MisuseJudgedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    MisuseNote = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    MisuseInspectionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    StepCount = table.Column<int>(type: "INTEGER", nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUps", x => x.FollowUpId);
                    table.UniqueConstraint("AK_FollowUps_ProvinceCode_FollowUpId", x => new { x.ProvinceCode, x.FollowUpId });
                    table.CheckConstraint("CK_FollowUps_Figures", "(\"Workers\" IS NULL OR \"Workers\" >= 0) AND (\"WorkersBefore\" IS NULL OR \"WorkersBefore\" >= 0) AND (\"Revenue\" IS NULL OR \"Revenue\" >= 0) AND (\"RevenueBefore\" IS NULL OR \"RevenueBefore\" >= 0)");
                    table.CheckConstraint("CK_FollowUps_Round", "\"Round\" >= 1 AND \"Round\" <= 2");
                    table.ForeignKey(
                        name: "FK_FollowUps_Acceptances_ProvinceCode_AcceptanceId",
                        columns: x => new { x.ProvinceCode, x.AcceptanceId },
                        principalTable: "Acceptances",
                        principalColumns: new[] { "ProvinceCode", "AcceptanceId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FollowUps_Contracts_ProvinceCode_ContractId",
                        columns: x => new { x.ProvinceCode, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "ProvinceCode", "ContractId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FollowUps_Establishments_ProvinceCode_EstablishmentId",
                        columns: x => new { x.ProvinceCode, x.EstablishmentId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FollowUps_Inspections_ProvinceCode_MisuseInspectionId",
                        columns: x => new { x.ProvinceCode, x.MisuseInspectionId },
                        principalTable: "Inspections",
                        principalColumns: new[] { "ProvinceCode", "InspectionId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FollowUps_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FollowUpTerms",
                columns: table => new
                {
                    FollowUpTermId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FirstMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    SecondMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SetBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUpTerms", x => x.FollowUpTermId);
                    table.CheckConstraint("CK_FollowUpTerms_Months", "\"FirstMonths\" >= 1 AND \"SecondMonths\" > \"FirstMonths\" AND \"SecondMonths\" <= 120");
                });

            migrationBuilder.CreateTable(
                name: "ManagementEstimates",
                columns: table => new
                {
                    ManagementEstimateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    AllocationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HolderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommuneCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Party = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    DecisionNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    DecisionDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ApprovedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SettledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SettledAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    Released = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Hands = table.Column<string>(type: "TEXT", nullable: false),
                    StepCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ManagementEstimates", x => x.ManagementEstimateId);
                    table.UniqueConstraint("AK_ManagementEstimates_ProvinceCode_ManagementEstimateId", x => new { x.ProvinceCode, x.ManagementEstimateId });
                    table.ForeignKey(
                        name: "FK_ManagementEstimates_Allocations_ProvinceCode_AllocationId",
                        columns: x => new { x.ProvinceCode, x.AllocationId },
                        principalTable: "Allocations",
                        principalColumns: new[] { "ProvinceCode", "AllocationId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    ReminderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContractId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Holder = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Agency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Regime = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EstablishmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.ReminderId);
                    table.UniqueConstraint("AK_Reminders_ProvinceCode_ReminderId", x => new { x.ProvinceCode, x.ReminderId });
                    table.ForeignKey(
                        name: "FK_Reminders_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReminderSettings",
                columns: table => new
                {
                    ReminderSettingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    BeforeDays = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitLeaderDays = table.Column<int>(type: "INTEGER", nullable: false),
                    DepartmentLeaderDays = table.Column<int>(type: "INTEGER", nullable: false),
                    SetBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderSettings", x => x.ReminderSettingId);
                });

            migrationBuilder.CreateTable(
                name: "SentOnce",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SentOnce", x => new { x.Key, x.Part });
                });

            migrationBuilder.CreateTable(
                name: "TradeStatements",
                columns: table => new
                {
                    TradeStatementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Paper = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeciderName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeciderReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TradeStatements", x => x.TradeStatementId);
                    table.ForeignKey(
                        name: "FK_TradeStatements_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "YearEndProposals",
                columns: table => new
                {
                    YearEndProposalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    HolderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommuneCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    ProposedLines = table.Column<string>(type: "TEXT", nullable: false),
                    SettlesPaid = table.Column<bool>(type: "INTEGER", nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    DocumentDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Issuer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    FileSha = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YearEndProposals", x => x.YearEndProposalId);
                    table.ForeignKey(
                        name: "FK_YearEndProposals_Organisations_HolderId",
                        column: x => x.HolderId,
                        principalTable: "Organisations",
                        principalColumn: "OrganisationId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "YearlySettings",
                columns: table => new
                {
                    YearlySettingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    CommuneRoute = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Document = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SetBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YearlySettings", x => x.YearlySettingId);
                });

            migrationBuilder.CreateTable(
                name: "YearlySettlements",
                columns: table => new
                {
                    YearlySettlementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    HolderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommuneCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Route = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Hands = table.Column<string>(type: "TEXT", nullable: false),
                    SubmittedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    FinalNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    FinalDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FinalIssuer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    FileSha = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: true),
                    StepCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YearlySettlements", x => x.YearlySettlementId);
                    table.UniqueConstraint("AK_YearlySettlements_ProvinceCode_YearlySettlementId", x => new { x.ProvinceCode, x.YearlySettlementId });
                    table.ForeignKey(
                        name: "FK_YearlySettlements_Organisations_HolderId",
                        column: x => x.HolderId,
                        principalTable: "Organisations",
                        principalColumn: "OrganisationId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FollowUpMachines",
                columns: table => new
                {
                    FollowUpMachineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    FollowUpId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MachinePassportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Serial = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Use = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUpMachines", x => x.FollowUpMachineId);
                    table.ForeignKey(
                        name: "FK_FollowUpMachines_FollowUps_ProvinceCode_FollowUpId",
                        columns: x => new { x.ProvinceCode, x.FollowUpId },
                        principalTable: "FollowUps",
                        principalColumns: new[] { "ProvinceCode", "FollowUpId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FollowUpPhoto",
                columns: table => new
                {
                    FollowUpPhotoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    FollowUpId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MachinePassportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUpPhoto", x => x.FollowUpPhotoId);
                    table.ForeignKey(
                        name: "FK_FollowUpPhoto_FollowUps_ProvinceCode_FollowUpId",
                        columns: x => new { x.ProvinceCode, x.FollowUpId },
                        principalTable: "FollowUps",
                        principalColumns: new[] { "ProvinceCode", "FollowUpId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FollowUpStep",
                columns: table => new
                {
                    FollowUpStepId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    FollowUpId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromState = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ToState = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUpStep", x => x.FollowUpStepId);
                    table.ForeignKey(
                        name: "FK_FollowUpStep_FollowUps_ProvinceCode_FollowUpId",
                        columns: x => new { x.ProvinceCode, x.FollowUpId },
                        principalTable: "FollowUps",
                        principalColumns: new[] { "ProvinceCode", "FollowUpId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ManagementLines",
                columns: table => new
                {
                    ManagementLineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ManagementEstimateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    UnitPrice = table.Column<long>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ManagementLines", x => x.ManagementLineId);
                    table.UniqueConstraint("AK_ManagementLines_ProvinceCode_ManagementLineId", x => new { x.ProvinceCode, x.ManagementLineId });
                    table.CheckConstraint("CK_ManagementLines_Amount", "\"Amount\" > 0");
                    table.ForeignKey(
                        name: "FK_ManagementLines_ManagementEstimates_ProvinceCode_ManagementEstimateId",
                        columns: x => new { x.ProvinceCode, x.ManagementEstimateId },
                        principalTable: "ManagementEstimates",
                        principalColumns: new[] { "ProvinceCode", "ManagementEstimateId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ManagementStep",
                columns: table => new
                {
                    ManagementStepId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ManagementEstimateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromState = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ToState = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ManagementStep", x => x.ManagementStepId);
                    table.ForeignKey(
                        name: "FK_ManagementStep_ManagementEstimates_ProvinceCode_ManagementEstimateId",
                        columns: x => new { x.ProvinceCode, x.ManagementEstimateId },
                        principalTable: "ManagementEstimates",
                        principalColumns: new[] { "ProvinceCode", "ManagementEstimateId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReminderMarks",
                columns: table => new
                {
                    ReminderMarkId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ReminderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HandledAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderMarks", x => x.ReminderMarkId);
                    table.ForeignKey(
                        name: "FK_ReminderMarks_Reminders_ProvinceCode_ReminderId",
                        columns: x => new { x.ProvinceCode, x.ReminderId },
                        principalTable: "Reminders",
                        principalColumns: new[] { "ProvinceCode", "ReminderId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "YearlyStep",
                columns: table => new
                {
                    YearlyStepId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    YearlySettlementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromState = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ToState = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    DocumentDate = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YearlyStep", x => x.YearlyStepId);
                    table.ForeignKey(
                        name: "FK_YearlyStep_YearlySettlements_ProvinceCode_YearlySettlementId",
                        columns: x => new { x.ProvinceCode, x.YearlySettlementId },
                        principalTable: "YearlySettlements",
                        principalColumns: new[] { "ProvinceCode", "YearlySettlementId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "YearlyVersion",
                columns: table => new
                {
                    YearlyVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    YearlySettlementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Figures = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    DrawnBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    DrawnAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Findings = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YearlyVersion", x => x.YearlyVersionId);
                    table.ForeignKey(
                        name: "FK_YearlyVersion_YearlySettlements_ProvinceCode_YearlySettlementId",
                        columns: x => new { x.ProvinceCode, x.YearlySettlementId },
                        principalTable: "YearlySettlements",
                        principalColumns: new[] { "ProvinceCode", "YearlySettlementId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ManagementVouchers",
                columns: table => new
                {
                    ManagementVoucherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ManagementEstimateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ManagementLineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AllocationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommuneCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Payee = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    InvoiceNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    InvoiceSeries = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    InvoiceSeller = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    InvoiceTrace = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    InvoiceDetail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    InspectionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AppraisalSessionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AcceptanceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ServedNote = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    PaidOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TreasuryNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Hands = table.Column<string>(type: "TEXT", nullable: false),
                    StepCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ManagementVouchers", x => x.ManagementVoucherId);
                    table.UniqueConstraint("AK_ManagementVouchers_ProvinceCode_ManagementVoucherId", x => new { x.ProvinceCode, x.ManagementVoucherId });
                    table.CheckConstraint("CK_ManagementVouchers_Amount", "\"Amount\" > 0");
                    table.ForeignKey(
                        name: "FK_ManagementVouchers_Acceptances_ProvinceCode_AcceptanceId",
                        columns: x => new { x.ProvinceCode, x.AcceptanceId },
                        principalTable: "Acceptances",
                        principalColumns: new[] { "ProvinceCode", "AcceptanceId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ManagementVouchers_Allocations_ProvinceCode_AllocationId",
                        columns: x => new { x.ProvinceCode, x.AllocationId },
                        principalTable: "Allocations",
                        principalColumns: new[] { "ProvinceCode", "AllocationId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ManagementVouchers_AppraisalSessions_ProvinceCode_AppraisalSessionId",
                        columns: x => new { x.ProvinceCode, x.AppraisalSessionId },
                        principalTable: "AppraisalSessions",
                        principalColumns: new[] { "ProvinceCode", "AppraisalSessionId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ManagementVouchers_Inspections_ProvinceCode_InspectionId",
                        columns: x => new { x.ProvinceCode, x.InspectionId },
                        principalTable: "Inspections",
                        principalColumns: new[] { "ProvinceCode", "InspectionId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ManagementVouchers_ManagementEstimates_ProvinceCode_ManagementEstimateId",
                        columns: x => new { x.ProvinceCode, x.ManagementEstimateId },
                        principalTable: "ManagementEstimates",
                        principalColumns: new[] { "ProvinceCode", "ManagementEstimateId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ManagementVouchers_ManagementLines_ProvinceCode_ManagementLineId",
                        columns: x => new { x.ProvinceCode, x.ManagementLineId },
                        principalTable: "ManagementLines",
                        principalColumns: new[] { "ProvinceCode", "ManagementLineId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ManagementVouchers_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ManagementEquipment",
                columns: table => new
                {
                    ManagementEquipmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ManagementVoucherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Serial = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 401, nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Keeper = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Price = table.Column<long>(type: "INTEGER", nullable: false),
                    HandoverDocument = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ManagementEquipment", x => x.ManagementEquipmentId);
                    table.ForeignKey(
                        name: "FK_ManagementEquipment_ManagementVouchers_ProvinceCode_ManagementVoucherId",
                        columns: x => new { x.ProvinceCode, x.ManagementVoucherId },
                        principalTable: "ManagementVouchers",
                        principalColumns: new[] { "ProvinceCode", "ManagementVoucherId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ManagementPaper",
                columns: table => new
                {
                    ManagementPaperId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ManagementVoucherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FileSha = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ManagementPaper", x => x.ManagementPaperId);
                    table.ForeignKey(
                        name: "FK_ManagementPaper_ManagementVouchers_ProvinceCode_ManagementVoucherId",
                        columns: x => new { x.ProvinceCode, x.ManagementVoucherId },
                        principalTable: "ManagementVouchers",
                        principalColumns: new[] { "ProvinceCode", "ManagementVoucherId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ManagementVoucherStep",
                columns: table => new
                {
                    ManagementVoucherStepId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ManagementVoucherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromState = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ToState = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ManagementVoucherStep", x => x.ManagementVoucherStepId);
                    table.ForeignKey(
                        name: "FK_ManagementVoucherStep_ManagementVouchers_ProvinceCode_ManagementVoucherId",
                        columns: x => new { x.ProvinceCode, x.ManagementVoucherId },
                        principalTable: "ManagementVouchers",
                        principalColumns: new[] { "ProvinceCode", "ManagementVoucherId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_StatementMatches_ProvinceCode_ManagementVoucherId",
                table: "StatementMatches",
                columns: new[] { "ProvinceCode", "ManagementVoucherId" });

            migrationBuilder.AddCheckConstraint(
                name: "CK_StatementMatches_OfOne",
                table: "StatementMatches",
                sql: "(\"PaymentRequestId\" IS NULL) <> (\"ManagementVoucherId\" IS NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_Projects_Drafts",
                table: "Projects",
                columns: new[] { "ProvinceCode", "State", "OrganisationId", "CreatedBy", "Kind", "ProjectId" },
                filter: "\"State\" = 'Draft'");

            migrationBuilder.CreateIndex(
                name: "IX_Projects_Sums",
                table: "Projects",
                columns: new[] { "ProvinceCode", "Year", "State", "ProjectId", "Kind", "Nature", "ContentCode", "Total", "NationalAmount", "ProvincialAmount", "CommuneAmount", "CounterpartAmount", "IntegratedAmount", "SponsorshipAmount", "OtherAmount" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanItems_ProvinceCode_LiveProjectId_ShareYear",
                table: "PlanItems",
                columns: new[] { "ProvinceCode", "LiveProjectId", "ShareYear" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerPositions_ProvinceCode_ManagementEstimateId",
                table: "LedgerPositions",
                columns: new[] { "ProvinceCode", "ManagementEstimateId" });

            migrationBuilder.AddCheckConstraint(
                name: "CK_LedgerPositions_Subject",
                table: "LedgerPositions",
                sql: "(\"ProjectId\" IS NULL AND \"ContractId\" IS NULL AND \"ManagementEstimateId\" IS NOT NULL) OR (\"ProjectId\" IS NOT NULL AND \"ManagementEstimateId\" IS NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_ProvinceCode_ManagementEstimateId",
                table: "LedgerEntries",
                columns: new[] { "ProvinceCode", "ManagementEstimateId" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpMachines_ProvinceCode_FollowUpId_MachinePassportId",
                table: "FollowUpMachines",
                columns: new[] { "ProvinceCode", "FollowUpId", "MachinePassportId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpMachines_ProvinceCode_MachinePassportId",
                table: "FollowUpMachines",
                columns: new[] { "ProvinceCode", "MachinePassportId" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpPhoto_ProvinceCode_FollowUpId",
                table: "FollowUpPhoto",
                columns: new[] { "ProvinceCode", "FollowUpId" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_ProvinceCode_AcceptanceId",
                table: "FollowUps",
                columns: new[] { "ProvinceCode", "AcceptanceId" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_ProvinceCode_ContractId_BeneficiaryId_Round",
                table: "FollowUps",
                columns: new[] { "ProvinceCode", "ContractId", "BeneficiaryId", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_ProvinceCode_EstablishmentId",
                table: "FollowUps",
                columns: new[] { "ProvinceCode", "EstablishmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_ProvinceCode_MisuseInspectionId",
                table: "FollowUps",
                columns: new[] { "ProvinceCode", "MisuseInspectionId" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_ProvinceCode_ProjectId",
                table: "FollowUps",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_ProvinceCode_State_DueOn",
                table: "FollowUps",
                columns: new[] { "ProvinceCode", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpStep_ProvinceCode_FollowUpId_Sequence",
                table: "FollowUpStep",
                columns: new[] { "ProvinceCode", "FollowUpId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpTerms_ProvinceCode_From",
                table: "FollowUpTerms",
                columns: new[] { "ProvinceCode", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ManagementEquipment_ProvinceCode_Key",
                table: "ManagementEquipment",
                columns: new[] { "ProvinceCode", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ManagementEquipment_ProvinceCode_ManagementVoucherId",
                table: "ManagementEquipment",
                columns: new[] { "ProvinceCode", "ManagementVoucherId" });

            migrationBuilder.CreateIndex(
                name: "IX_ManagementEstimates_ProvinceCode_AllocationId",
                table: "ManagementEstimates",
                columns: new[] { "ProvinceCode", "AllocationId" });

            migrationBuilder.CreateIndex(
                name: "IX_ManagementEstimates_ProvinceCode_Year_HolderId",
                table: "ManagementEstimates",
                columns: new[] { "ProvinceCode", "Year", "HolderId" });

            migrationBuilder.CreateIndex(
                name: "IX_ManagementLines_ProvinceCode_ManagementEstimateId",
                table: "ManagementLines",
                columns: new[] { "ProvinceCode", "ManagementEstimateId" });

            migrationBuilder.CreateIndex(
                name: "IX_ManagementPaper_ProvinceCode_ManagementVoucherId",
                table: "ManagementPaper",
                columns: new[] { "ProvinceCode", "ManagementVoucherId" });

            migrationBuilder.CreateIndex(
                name: "IX_ManagementStep_ProvinceCode_ManagementEstimateId_Sequence",
                table: "ManagementStep",
                columns: new[] { "ProvinceCode", "ManagementEstimateId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ManagementVouchers_ProvinceCode_AcceptanceId",
                table: "ManagementVouchers",
                columns: new[] { "ProvinceCode", "AcceptanceId" });

            migrationBuilder.CreateIndex(
                name: "IX_ManagementVouchers_ProvinceCode_AllocationId",
                table: "ManagementVouchers",
                columns: new[] { "ProvinceCode", "AllocationId" });

            migrationBuilder.CreateIndex(
                name: "IX_ManagementVouchers_ProvinceCode_AppraisalSessionId",
                table: "ManagementVouchers",
                columns: new[] { "ProvinceCode", "AppraisalSessionId" });

            migrationBuilder.CreateIndex(
                name: "IX_ManagementVouchers_ProvinceCode_InspectionId",
                table: "ManagementVouchers",
                columns: new[] { "ProvinceCode", "InspectionId" });

            migrationBuilder.CreateIndex(
                name: "IX_ManagementVouchers_ProvinceCode_InvoiceTrace_InvoiceDetail",
                table: "ManagementVouchers",
                columns: new[] { "ProvinceCode", "InvoiceTrace", "InvoiceDetail" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ManagementVouchers_ProvinceCode_ManagementEstimateId",
                table: "ManagementVouchers",
                columns: new[] { "ProvinceCode", "ManagementEstimateId" });

            migrationBuilder.CreateIndex(
                name: "IX_ManagementVouchers_ProvinceCode_ManagementLineId",
                table: "ManagementVouchers",
                columns: new[] { "ProvinceCode", "ManagementLineId" });

            migrationBuilder.CreateIndex(
                name: "IX_ManagementVouchers_ProvinceCode_ProjectId",
                table: "ManagementVouchers",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_ManagementVoucherStep_ProvinceCode_ManagementVoucherId_Sequence",
                table: "ManagementVoucherStep",
                columns: new[] { "ProvinceCode", "ManagementVoucherId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaymentInvoices_ProvinceCode_InvoiceTrace_InvoiceDetail",
                table: "PaymentInvoices",
                columns: new[] { "ProvinceCode", "InvoiceTrace", "InvoiceDetail" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaymentInvoices_ProvinceCode_PaymentRequestId",
                table: "PaymentInvoices",
                columns: new[] { "ProvinceCode", "PaymentRequestId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReminderMarks_ProvinceCode_ReminderId_UserId",
                table: "ReminderMarks",
                columns: new[] { "ProvinceCode", "ReminderId", "UserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_ProvinceCode_ClosedAt_Act",
                table: "Reminders",
                columns: new[] { "ProvinceCode", "ClosedAt", "Act" });

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_ProvinceCode_Kind_ItemId_Part_Level_On",
                table: "Reminders",
                columns: new[] { "ProvinceCode", "Kind", "ItemId", "Part", "Level", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_ProvinceCode_ProjectId",
                table: "Reminders",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReminderSettings_ProvinceCode",
                table: "ReminderSettings",
                column: "ProvinceCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SentOnce_SavedAt",
                table: "SentOnce",
                column: "SavedAt");

            migrationBuilder.CreateIndex(
                name: "IX_TradeStatements_ProvinceCode_ProjectId_Ground",
                table: "TradeStatements",
                columns: new[] { "ProvinceCode", "ProjectId", "Ground" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_YearEndProposals_HolderId",
                table: "YearEndProposals",
                column: "HolderId");

            migrationBuilder.CreateIndex(
                name: "IX_YearEndProposals_ProvinceCode_HolderId_Year",
                table: "YearEndProposals",
                columns: new[] { "ProvinceCode", "HolderId", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_YearEndProposals_ProvinceCode_State",
                table: "YearEndProposals",
                columns: new[] { "ProvinceCode", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_YearlySettings_ProvinceCode",
                table: "YearlySettings",
                column: "ProvinceCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_YearlySettlements_HolderId",
                table: "YearlySettlements",
                column: "HolderId");

            migrationBuilder.CreateIndex(
                name: "IX_YearlySettlements_ProvinceCode_HolderId_Year",
                table: "YearlySettlements",
                columns: new[] { "ProvinceCode", "HolderId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_YearlySettlements_ProvinceCode_Year_State",
                table: "YearlySettlements",
                columns: new[] { "ProvinceCode", "Year", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_YearlyStep_ProvinceCode_YearlySettlementId_Sequence",
                table: "YearlyStep",
                columns: new[] { "ProvinceCode", "YearlySettlementId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_YearlyVersion_ProvinceCode_YearlySettlementId_Number",
                table: "YearlyVersion",
                columns: new[] { "ProvinceCode", "YearlySettlementId", "Number" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_LedgerEntries_ManagementEstimates_ProvinceCode_ManagementEstimateId",
                table: "LedgerEntries",
                columns: new[] { "ProvinceCode", "ManagementEstimateId" },
                principalTable: "ManagementEstimates",
                principalColumns: new[] { "ProvinceCode", "ManagementEstimateId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_LedgerPositions_ManagementEstimates_ProvinceCode_ManagementEstimateId",
                table: "LedgerPositions",
                columns: new[] { "ProvinceCode", "ManagementEstimateId" },
                principalTable: "ManagementEstimates",
                principalColumns: new[] { "ProvinceCode", "ManagementEstimateId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_StatementMatches_ManagementVouchers_ProvinceCode_ManagementVoucherId",
                table: "StatementMatches",
                columns: new[] { "ProvinceCode", "ManagementVoucherId" },
                principalTable: "ManagementVouchers",
                principalColumns: new[] { "ProvinceCode", "ManagementVoucherId" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_LedgerEntries_ManagementEstimates_ProvinceCode_ManagementEstimateId",
                table: "LedgerEntries");

            migrationBuilder.DropForeignKey(
                name: "FK_LedgerPositions_ManagementEstimates_ProvinceCode_ManagementEstimateId",
                table: "LedgerPositions");

            migrationBuilder.DropForeignKey(
                name: "FK_StatementMatches_ManagementVouchers_ProvinceCode_ManagementVoucherId",
                table: "StatementMatches");

            migrationBuilder.DropTable(
                name: "FollowUpMachines");

            migrationBuilder.DropTable(
                name: "FollowUpPhoto");

            migrationBuilder.DropTable(
                name: "FollowUpStep");

            migrationBuilder.DropTable(
                name: "FollowUpTerms");

            migrationBuilder.DropTable(
                name: "ManagementEquipment");

            migrationBuilder.DropTable(
                name: "ManagementPaper");

            migrationBuilder.DropTable(
                name: "ManagementStep");

            migrationBuilder.DropTable(
                name: "ManagementVoucherStep");

            migrationBuilder.DropTable(
                name: "PaymentInvoices");

            migrationBuilder.DropTable(
                name: "ReminderMarks");

            migrationBuilder.DropTable(
                name: "ReminderSettings");

            migrationBuilder.DropTable(
                name: "SentOnce");

            migrationBuilder.DropTable(
                name: "TradeStatements");

            migrationBuilder.DropTable(
                name: "YearEndProposals");

            migrationBuilder.DropTable(
                name: "YearlySettings");

            migrationBuilder.DropTable(
                name: "YearlyStep");

            migrationBuilder.DropTable(
                name: "YearlyVersion");

            migrationBuilder.DropTable(
                name: "FollowUps");

            migrationBuilder.DropTable(
                name: "ManagementVouchers");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "YearlySettlements");

            migrationBuilder.DropTable(
                name: "ManagementLines");

            migrationBuilder.DropTable(
                name: "ManagementEstimates");

            migrationBuilder.DropIndex(
                name: "IX_StatementMatches_ProvinceCode_ManagementVoucherId",
                table: "StatementMatches");

            migrationBuilder.DropCheckConstraint(
                name: "CK_StatementMatches_OfOne",
                table: "StatementMatches");

            migrationBuilder.DropIndex(
                name: "IX_Projects_Drafts",
                table: "Projects");

            migrationBuilder.DropIndex(
                name: "IX_Projects_Sums",
                table: "Projects");

            migrationBuilder.DropIndex(
                name: "IX_PlanItems_ProvinceCode_LiveProjectId_ShareYear",
                table: "PlanItems");

            migrationBuilder.DropIndex(
                name: "IX_LedgerPositions_ProvinceCode_ManagementEstimateId",
                table: "LedgerPositions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_LedgerPositions_Subject",
                table: "LedgerPositions");

            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_ProvinceCode_ManagementEstimateId",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "ManagementVoucherId",
                table: "StatementMatches");

            migrationBuilder.DropColumn(
                name: "TreasuryNumber",
                table: "SettledRecovery");

            migrationBuilder.DropColumn(
                name: "WithdrawnOn",
                table: "SettledRecovery");

            migrationBuilder.DropColumn(
                name: "WithdrawnReason",
                table: "SettledRecovery");

            migrationBuilder.DropColumn(
                name: "ShareYear",
                table: "PlanItems");

            migrationBuilder.DropColumn(
                name: "Kept",
                table: "PlanItemAmounts");

            migrationBuilder.DropColumn(
                name: "InvoiceDifference",
                table: "PaymentRequests");

            migrationBuilder.DropColumn(
                name: "ManagementEstimateId",
                table: "LedgerPositions");

            migrationBuilder.DropColumn(
                name: "ManagementEstimateId",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "Asked",
                table: "AppraisalSeats");

            migrationBuilder.AlterColumn<Guid>(
                name: "PaymentRequestId",
                table: "StatementMatches",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "PaidBackOn",
                table: "SettledRecovery",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1),
                oldClrType: typeof(DateOnly),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "InvoiceDetail",
                table: "PaymentRequests",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "InvoiceNumber",
                table: "PaymentRequests",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "InvoiceSeller",
                table: "PaymentRequests",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "InvoiceSeries",
                table: "PaymentRequests",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "InvoiceTrace",
                table: "PaymentRequests",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "ProjectId",
                table: "LedgerPositions",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Projects_ProvinceCode_Year_State",
                table: "Projects",
                columns: new[] { "ProvinceCode", "Year", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanItems_ProvinceCode_LiveProjectId",
                table: "PlanItems",
                columns: new[] { "ProvinceCode", "LiveProjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaymentRequests_ProvinceCode_InvoiceTrace_InvoiceDetail",
                table: "PaymentRequests",
                columns: new[] { "ProvinceCode", "InvoiceTrace", "InvoiceDetail" },
                unique: true);
        }
    }
}
