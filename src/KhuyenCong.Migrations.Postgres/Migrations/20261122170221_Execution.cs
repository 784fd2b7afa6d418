using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Execution : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Allocations_Ceiling",
                table: "Allocations");

            migrationBuilder.AddColumn<string>(
                name: "OutsideAppraiser",
                table: "BudgetEstimateStep",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OutsideAppraiserUnit",
                table: "BudgetEstimateStep",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CommuneDocument",
                table: "BatchStep",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OutsideAppraiser",
                table: "BatchStep",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OutsideAppraiserUnit",
                table: "BatchStep",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Advanced",
                table: "Allocations",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Cancelled",
                table: "Allocations",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "CarriedOver",
                table: "Allocations",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                table: "Allocations",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ClosingDocument",
                table: "Allocations",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Committed",
                table: "Allocations",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Paid",
                table: "Allocations",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "PostingCount",
                table: "Allocations",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Reserved",
                table: "Allocations",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Returned",
                table: "Allocations",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Settled",
                table: "Allocations",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "AcceptanceTargets",
                columns: table => new
                {
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    TargetId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ChosenBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ChosenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AcceptanceTargets", x => x.ProjectId);
                    table.ForeignKey(
                        name: "FK_AcceptanceTargets_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Contracts",
                columns: table => new
                {
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    ParentContractId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateSince = table.Column<DateOnly>(type: "date", nullable: false),
                    Regime = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TerritoryCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Content = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PartyAId = table.Column<Guid>(type: "uuid", nullable: false),
                    PartyA = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    PartyASigner = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    PartyB = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    PartyBEstablishmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    PartyBOrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    PartyBTaxCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    PartyBSigner = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Selection = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    SelectionBasis = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    PaymentTerms = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    Bank = table.Column<string>(type: "text", nullable: true),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    FileSha = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: true),
                    DraftedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Hands = table.Column<string>(type: "text", nullable: false),
                    StepCount = table.Column<int>(type: "integer", nullable: false),
                    AmendmentCount = table.Column<int>(type: "integer", nullable: false),
                    SearchText = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contracts", x => x.ContractId);
                    table.UniqueConstraint("AK_Contracts_ProvinceCode_ContractId", x => new { x.ProvinceCode, x.ContractId });
                    table.ForeignKey(
                        name: "FK_Contracts_Contracts_ProvinceCode_ParentContractId",
                        columns: x => new { x.ProvinceCode, x.ParentContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "ProvinceCode", "ContractId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Contracts_Organisations_PartyAId",
                        column: x => x.PartyAId,
                        principalTable: "Organisations",
                        principalColumn: "OrganisationId",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Contracts_PlanItems_ProvinceCode_PlanItemId",
                        columns: x => new { x.ProvinceCode, x.PlanItemId },
                        principalTable: "PlanItems",
                        principalColumns: new[] { "ProvinceCode", "PlanItemId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Contracts_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContractSettings",
                columns: table => new
                {
                    ContractSettingId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    LocalPartyA = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Document = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    SetBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContractSettings", x => x.ContractSettingId);
                });

            migrationBuilder.CreateTable(
                name: "Inspections",
                columns: table => new
                {
                    InspectionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    CommuneCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    DocumentNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    DocumentDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Members = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    Seen = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    CancelReason = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    FileSha = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: true),
                    RecordedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    FindingCount = table.Column<int>(type: "integer", nullable: false),
                    OpenCount = table.Column<int>(type: "integer", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inspections", x => x.InspectionId);
                    table.UniqueConstraint("AK_Inspections_ProvinceCode_InspectionId", x => new { x.ProvinceCode, x.InspectionId });
                });

            migrationBuilder.CreateTable(
                name: "LedgerEntries",
                columns: table => new
                {
                    LedgerEntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    AllocationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FromAccount = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ToAccount = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: true),
                    CauseKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CauseId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    ReversesId = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerEntries", x => x.LedgerEntryId);
                    table.CheckConstraint("CK_LedgerEntries_Amount", "\"Amount\" > 0");
                    table.ForeignKey(
                        name: "FK_LedgerEntries_Allocations_ProvinceCode_AllocationId",
                        columns: x => new { x.ProvinceCode, x.AllocationId },
                        principalTable: "Allocations",
                        principalColumns: new[] { "ProvinceCode", "AllocationId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LedgerEntries_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LedgerPositions",
                columns: table => new
                {
                    AllocationId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reserved = table.Column<long>(type: "bigint", nullable: false),
                    Committed = table.Column<long>(type: "bigint", nullable: false),
                    Advanced = table.Column<long>(type: "bigint", nullable: false),
                    Paid = table.Column<long>(type: "bigint", nullable: false),
                    Settled = table.Column<long>(type: "bigint", nullable: false),
                    Returned = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerPositions", x => new { x.AllocationId, x.SubjectId });
                    table.CheckConstraint("CK_LedgerPositions_Accounts", "\"Reserved\" >= 0 AND \"Committed\" >= 0 AND \"Advanced\" >= 0 AND \"Paid\" >= 0 AND \"Settled\" >= 0 AND \"Returned\" >= 0");
                    table.ForeignKey(
                        name: "FK_LedgerPositions_Allocations_ProvinceCode_AllocationId",
                        columns: x => new { x.ProvinceCode, x.AllocationId },
                        principalTable: "Allocations",
                        principalColumns: new[] { "ProvinceCode", "AllocationId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LedgerPositions_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TreasuryStatements",
                columns: table => new
                {
                    TreasuryStatementId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    HolderId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommuneCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    Account = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Keeper = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    FromDay = table.Column<DateOnly>(type: "date", nullable: false),
                    ToDay = table.Column<DateOnly>(type: "date", nullable: false),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    FileSha = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Checksum = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    LineCount = table.Column<int>(type: "integer", nullable: false),
                    KnownCount = table.Column<int>(type: "integer", nullable: false),
                    TotalOut = table.Column<long>(type: "bigint", nullable: false),
                    TotalIn = table.Column<long>(type: "bigint", nullable: false),
                    EnteredBy = table.Column<Guid>(type: "uuid", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TreasuryStatements", x => x.TreasuryStatementId);
                    table.UniqueConstraint("AK_TreasuryStatements_ProvinceCode_TreasuryStatementId", x => new { x.ProvinceCode, x.TreasuryStatementId });
                    table.ForeignKey(
                        name: "FK_TreasuryStatements_Organisations_HolderId",
                        column: x => x.HolderId,
                        principalTable: "Organisations",
                        principalColumn: "OrganisationId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Acceptances",
                columns: table => new
                {
                    AcceptanceId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Regime = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TerritoryCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    Form = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateSince = table.Column<DateOnly>(type: "date", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    FollowsId = table.Column<Guid>(type: "uuid", nullable: true),
                    BeneficiaryId = table.Column<Guid>(type: "uuid", nullable: true),
                    EstablishmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    BeneficiaryName = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ProductionSiteId = table.Column<Guid>(type: "uuid", nullable: true),
                    CommuneCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Basis = table.Column<string>(type: "text", nullable: true),
                    Members = table.Column<string>(type: "text", nullable: false),
                    Quality = table.Column<string>(type: "text", nullable: true),
                    Verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Opinion = table.Column<string>(type: "text", nullable: true),
                    CompleteBy = table.Column<DateOnly>(type: "date", nullable: true),
                    IntegratedAmount = table.Column<long>(type: "bigint", nullable: true),
                    SponsorshipAmount = table.Column<long>(type: "bigint", nullable: true),
                    OtherAmount = table.Column<long>(type: "bigint", nullable: true),
                    ResultQuantity = table.Column<long>(type: "bigint", nullable: false),
                    ResultCopies = table.Column<long>(type: "bigint", nullable: true),
                    EligibleCost = table.Column<long>(type: "bigint", nullable: false),
                    Computation = table.Column<string>(type: "text", nullable: false),
                    Hands = table.Column<string>(type: "text", nullable: false),
                    SubmittedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ConcludedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ConcludedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    SearchText = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Acceptances", x => x.AcceptanceId);
                    table.UniqueConstraint("AK_Acceptances_ProvinceCode_AcceptanceId", x => new { x.ProvinceCode, x.AcceptanceId });
                    table.ForeignKey(
                        name: "FK_Acceptances_Contracts_ProvinceCode_ContractId",
                        columns: x => new { x.ProvinceCode, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "ProvinceCode", "ContractId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Acceptances_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BankChange",
                columns: table => new
                {
                    BankChangeId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Before = table.Column<string>(type: "text", nullable: true),
                    After = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Document = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    FileSha = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: true),
                    AskedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankChange", x => x.BankChangeId);
                    table.ForeignKey(
                        name: "FK_BankChange_Contracts_ProvinceCode_ContractId",
                        columns: x => new { x.ProvinceCode, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "ProvinceCode", "ContractId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContractAmendment",
                columns: table => new
                {
                    ContractAmendmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    AmendedText = table.Column<string>(type: "text", nullable: false),
                    Differences = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<string>(type: "character varying(70)", maxLength: 70, nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    FileSha = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: true),
                    ProposedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContractAmendment", x => x.ContractAmendmentId);
                    table.ForeignKey(
                        name: "FK_ContractAmendment_Contracts_ProvinceCode_ContractId",
                        columns: x => new { x.ProvinceCode, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "ProvinceCode", "ContractId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContractAmount",
                columns: table => new
                {
                    ContractAmountId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    AllocationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContractAmount", x => x.ContractAmountId);
                    table.CheckConstraint("CK_ContractAmounts_Amount", "\"Amount\" >= 0");
                    table.ForeignKey(
                        name: "FK_ContractAmount_Allocations_ProvinceCode_AllocationId",
                        columns: x => new { x.ProvinceCode, x.AllocationId },
                        principalTable: "Allocations",
                        principalColumns: new[] { "ProvinceCode", "AllocationId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContractAmount_Contracts_ProvinceCode_ContractId",
                        columns: x => new { x.ProvinceCode, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "ProvinceCode", "ContractId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ContractMilestone",
                columns: table => new
                {
                    ContractMilestoneId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Amount = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContractMilestone", x => x.ContractMilestoneId);
                    table.ForeignKey(
                        name: "FK_ContractMilestone_Contracts_ProvinceCode_ContractId",
                        columns: x => new { x.ProvinceCode, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "ProvinceCode", "ContractId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ContractStep",
                columns: table => new
                {
                    ContractStepId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FromState = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ToState = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContractStep", x => x.ContractStepId);
                    table.ForeignKey(
                        name: "FK_ContractStep_Contracts_ProvinceCode_ContractId",
                        columns: x => new { x.ProvinceCode, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "ProvinceCode", "ContractId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PaymentRequests",
                columns: table => new
                {
                    PaymentRequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Regime = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TerritoryCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateSince = table.Column<DateOnly>(type: "date", nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Bank = table.Column<string>(type: "text", nullable: true),
                    InvoiceNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    InvoiceSeries = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    InvoiceSeller = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    InvoiceTrace = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    InvoiceDetail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ItemShare = table.Column<int>(type: "integer", nullable: true),
                    OverrideNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    OverrideDate = table.Column<DateOnly>(type: "date", nullable: true),
                    OverrideReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    RequestedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PaidOn = table.Column<DateOnly>(type: "date", nullable: true),
                    TreasuryNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Hands = table.Column<string>(type: "text", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    StepCount = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentRequests", x => x.PaymentRequestId);
                    table.UniqueConstraint("AK_PaymentRequests_ProvinceCode_PaymentRequestId", x => new { x.ProvinceCode, x.PaymentRequestId });
                    table.ForeignKey(
                        name: "FK_PaymentRequests_Contracts_ProvinceCode_ContractId",
                        columns: x => new { x.ProvinceCode, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "ProvinceCode", "ContractId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaymentRequests_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProgressReports",
                columns: table => new
                {
                    ProgressReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Regime = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TerritoryCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Month = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateSince = table.Column<DateOnly>(type: "date", nullable: false),
                    Investment = table.Column<long>(type: "bigint", nullable: false),
                    ValueDone = table.Column<long>(type: "bigint", nullable: false),
                    WorkShare = table.Column<int>(type: "integer", nullable: false),
                    OwnShare = table.Column<int>(type: "integer", nullable: true),
                    Spent = table.Column<long>(type: "bigint", nullable: false),
                    Difficulties = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Proposals = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    DeviationReason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    FirstSubmittedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ConfirmedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ConfirmedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Writers = table.Column<string>(type: "text", nullable: false),
                    StepCount = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgressReports", x => x.ProgressReportId);
                    table.UniqueConstraint("AK_ProgressReports_ProvinceCode_ProgressReportId", x => new { x.ProvinceCode, x.ProgressReportId });
                    table.CheckConstraint("CK_ProgressReports_Month", "\"Month\" >= 1 AND \"Month\" <= 12");
                    table.CheckConstraint("CK_ProgressReports_Share", "\"WorkShare\" >= 0 AND \"WorkShare\" <= 10000 AND \"ValueDone\" >= 0");
                    table.ForeignKey(
                        name: "FK_ProgressReports_Contracts_ProvinceCode_ContractId",
                        columns: x => new { x.ProvinceCode, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "ProvinceCode", "ContractId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgressReports_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Settlements",
                columns: table => new
                {
                    SettlementId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Regime = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TerritoryCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateSince = table.Column<DateOnly>(type: "date", nullable: false),
                    Vouchering = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ShareBasisPoints = table.Column<int>(type: "integer", nullable: true),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    LateReason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Explanation = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    ConfirmedBy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ConfirmationNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    ConfirmationDate = table.Column<DateOnly>(type: "date", nullable: true),
                    SubmittedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ApprovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ApprovedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    LiquidationNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    LiquidationDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Hands = table.Column<string>(type: "text", nullable: false),
                    StepCount = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settlements", x => x.SettlementId);
                    table.UniqueConstraint("AK_Settlements_ProvinceCode_SettlementId", x => new { x.ProvinceCode, x.SettlementId });
                    table.ForeignKey(
                        name: "FK_Settlements_Contracts_ProvinceCode_ContractId",
                        columns: x => new { x.ProvinceCode, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "ProvinceCode", "ContractId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Settlements_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InspectedProjects",
                columns: table => new
                {
                    InspectedProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    InspectionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InspectedProjects", x => x.InspectedProjectId);
                    table.ForeignKey(
                        name: "FK_InspectedProjects_Contracts_ProvinceCode_ContractId",
                        columns: x => new { x.ProvinceCode, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "ProvinceCode", "ContractId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InspectedProjects_Inspections_ProvinceCode_InspectionId",
                        columns: x => new { x.ProvinceCode, x.InspectionId },
                        principalTable: "Inspections",
                        principalColumns: new[] { "ProvinceCode", "InspectionId" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_InspectedProjects_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InspectionFindings",
                columns: table => new
                {
                    InspectionFindingId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    InspectionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    EstablishmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Content = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    Responsible = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Answer = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Answerers = table.Column<string>(type: "text", nullable: false),
                    ReturnReason = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    ClosingNote = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InspectionFindings", x => x.InspectionFindingId);
                    table.ForeignKey(
                        name: "FK_InspectionFindings_Establishments_ProvinceCode_Establishmen~",
                        columns: x => new { x.ProvinceCode, x.EstablishmentId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InspectionFindings_Inspections_ProvinceCode_InspectionId",
                        columns: x => new { x.ProvinceCode, x.InspectionId },
                        principalTable: "Inspections",
                        principalColumns: new[] { "ProvinceCode", "InspectionId" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_InspectionFindings_Projects_ProvinceCode_ProjectId",
                        columns: x => new { x.ProvinceCode, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "ProvinceCode", "ProjectId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StatementLines",
                columns: table => new
                {
                    StatementLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    TreasuryStatementId = table.Column<Guid>(type: "uuid", nullable: false),
                    Row = table.Column<int>(type: "integer", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Direction = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    DocumentNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Beneficiary = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Content = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    SearchText = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Matched = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatementLines", x => x.StatementLineId);
                    table.UniqueConstraint("AK_StatementLines_ProvinceCode_StatementLineId", x => new { x.ProvinceCode, x.StatementLineId });
                    table.CheckConstraint("CK_StatementLines_Matched", "\"Amount\" > 0 AND \"Matched\" >= 0 AND \"Matched\" <= \"Amount\"");
                    table.ForeignKey(
                        name: "FK_StatementLines_TreasuryStatements_ProvinceCode_TreasuryStat~",
                        columns: x => new { x.ProvinceCode, x.TreasuryStatementId },
                        principalTable: "TreasuryStatements",
                        principalColumns: new[] { "ProvinceCode", "TreasuryStatementId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AcceptanceAmounts",
                columns: table => new
                {
                    AcceptanceAmountId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    AcceptanceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AcceptanceAmounts", x => x.AcceptanceAmountId);
                    table.CheckConstraint("CK_AcceptanceAmounts_Amount", "\"Amount\" > 0");
                    table.ForeignKey(
                        name: "FK_AcceptanceAmounts_Acceptances_ProvinceCode_AcceptanceId",
                        columns: x => new { x.ProvinceCode, x.AcceptanceId },
                        principalTable: "Acceptances",
                        principalColumns: new[] { "ProvinceCode", "AcceptanceId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AcceptanceLine",
                columns: table => new
                {
                    AcceptanceLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    AcceptanceId = table.Column<Guid>(type: "uuid", nullable: false),
                    EstimateLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Unit = table.Column<string>(type: "text", nullable: true),
                    PlannedQuantity = table.Column<long>(type: "bigint", nullable: false),
                    PlannedCost = table.Column<long>(type: "bigint", nullable: false),
                    AcceptedQuantity = table.Column<long>(type: "bigint", nullable: true),
                    InvoicedCost = table.Column<long>(type: "bigint", nullable: true),
                    EligibleCost = table.Column<long>(type: "bigint", nullable: true),
                    Invoices = table.Column<string>(type: "text", nullable: true),
                    Vouchers = table.Column<string>(type: "text", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    Due = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AcceptanceLine", x => x.AcceptanceLineId);
                    table.ForeignKey(
                        name: "FK_AcceptanceLine_Acceptances_ProvinceCode_AcceptanceId",
                        columns: x => new { x.ProvinceCode, x.AcceptanceId },
                        principalTable: "Acceptances",
                        principalColumns: new[] { "ProvinceCode", "AcceptanceId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AcceptancePhotos",
                columns: table => new
                {
                    AcceptancePhotoId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    AcceptanceId = table.Column<Guid>(type: "uuid", nullable: false),
                    MachinePassportId = table.Column<Guid>(type: "uuid", nullable: true),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    MediaType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AcceptancePhotos", x => x.AcceptancePhotoId);
                    table.ForeignKey(
                        name: "FK_AcceptancePhotos_Acceptances_ProvinceCode_AcceptanceId",
                        columns: x => new { x.ProvinceCode, x.AcceptanceId },
                        principalTable: "Acceptances",
                        principalColumns: new[] { "ProvinceCode", "AcceptanceId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AcceptanceResults",
                columns: table => new
                {
                    ResultId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    AcceptanceId = table.Column<Guid>(type: "uuid", nullable: false),
                    WasThere = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AcceptanceResults", x => x.ResultId);
                    table.ForeignKey(
                        name: "FK_AcceptanceResults_Acceptances_ProvinceCode_AcceptanceId",
                        columns: x => new { x.ProvinceCode, x.AcceptanceId },
                        principalTable: "Acceptances",
                        principalColumns: new[] { "ProvinceCode", "AcceptanceId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AcceptanceResults_Results_ProvinceCode_ResultId",
                        columns: x => new { x.ProvinceCode, x.ResultId },
                        principalTable: "Results",
                        principalColumns: new[] { "ProvinceCode", "ResultId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AcceptedInvoices",
                columns: table => new
                {
                    AcceptedInvoiceId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    AcceptanceId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AcceptedInvoices", x => x.AcceptedInvoiceId);
                    table.ForeignKey(
                        name: "FK_AcceptedInvoices_Acceptances_ProvinceCode_AcceptanceId",
                        columns: x => new { x.ProvinceCode, x.AcceptanceId },
                        principalTable: "Acceptances",
                        principalColumns: new[] { "ProvinceCode", "AcceptanceId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MachinePassports",
                columns: table => new
                {
                    MachinePassportId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    AcceptanceId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    ProjectMachineId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Model = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Maker = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Serial = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    MadeYear = table.Column<int>(type: "integer", nullable: true),
                    Origin = table.Column<string>(type: "text", nullable: true),
                    InvoiceNumber = table.Column<string>(type: "text", nullable: true),
                    InvoiceSeries = table.Column<string>(type: "text", nullable: true),
                    InvoiceSeller = table.Column<string>(type: "text", nullable: true),
                    InvoiceTaxCode = table.Column<string>(type: "text", nullable: true),
                    Cost = table.Column<long>(type: "bigint", nullable: true),
                    SeenBy = table.Column<string>(type: "text", nullable: true),
                    SeenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IsAccepted = table.Column<bool>(type: "boolean", nullable: false),
                    OtherMachineReason = table.Column<string>(type: "text", nullable: true),
                    SerialKey = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    AcceptedKey = table.Column<string>(type: "character varying(241)", maxLength: 241, nullable: true),
                    AcceptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CheckDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CheckedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CheckResult = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    CheckedBy = table.Column<string>(type: "text", nullable: true),
                    CheckNote = table.Column<string>(type: "text", nullable: true),
                    SearchText = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MachinePassports", x => x.MachinePassportId);
                    table.ForeignKey(
                        name: "FK_MachinePassports_Acceptances_ProvinceCode_AcceptanceId",
                        columns: x => new { x.ProvinceCode, x.AcceptanceId },
                        principalTable: "Acceptances",
                        principalColumns: new[] { "ProvinceCode", "AcceptanceId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PaymentLines",
                columns: table => new
                {
                    PaymentLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    PaymentRequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    AllocationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentLines", x => x.PaymentLineId);
                    table.CheckConstraint("CK_PaymentLines_Amount", "\"Amount\" > 0");
                    table.ForeignKey(
                        name: "FK_PaymentLines_Allocations_ProvinceCode_AllocationId",
                        columns: x => new { x.ProvinceCode, x.AllocationId },
                        principalTable: "Allocations",
                        principalColumns: new[] { "ProvinceCode", "AllocationId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaymentLines_PaymentRequests_ProvinceCode_PaymentRequestId",
                        columns: x => new { x.ProvinceCode, x.PaymentRequestId },
                        principalTable: "PaymentRequests",
                        principalColumns: new[] { "ProvinceCode", "PaymentRequestId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PaymentPaper",
                columns: table => new
                {
                    PaymentPaperId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    PaymentRequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Name = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    IsSignedCopy = table.Column<bool>(type: "boolean", nullable: false),
                    FileSha = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentPaper", x => x.PaymentPaperId);
                    table.ForeignKey(
                        name: "FK_PaymentPaper_PaymentRequests_ProvinceCode_PaymentRequestId",
                        columns: x => new { x.ProvinceCode, x.PaymentRequestId },
                        principalTable: "PaymentRequests",
                        principalColumns: new[] { "ProvinceCode", "PaymentRequestId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PaymentStep",
                columns: table => new
                {
                    PaymentStepId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    PaymentRequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FromState = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ToState = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Date = table.Column<DateOnly>(type: "date", nullable: true),
                    TreasuryNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentStep", x => x.PaymentStepId);
                    table.ForeignKey(
                        name: "FK_PaymentStep_PaymentRequests_ProvinceCode_PaymentRequestId",
                        columns: x => new { x.ProvinceCode, x.PaymentRequestId },
                        principalTable: "PaymentRequests",
                        principalColumns: new[] { "ProvinceCode", "PaymentRequestId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProgressLine",
                columns: table => new
                {
                    ProgressLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ProgressReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    EstimateLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Planned = table.Column<long>(type: "bigint", nullable: false),
                    UnitPrice = table.Column<long>(type: "bigint", nullable: false),
                    Done = table.Column<long>(type: "bigint", nullable: true),
                    Value = table.Column<long>(type: "bigint", nullable: false),
                    NationalSpent = table.Column<long>(type: "bigint", nullable: true),
                    ProvincialSpent = table.Column<long>(type: "bigint", nullable: true),
                    CommuneSpent = table.Column<long>(type: "bigint", nullable: true),
                    CounterpartSpent = table.Column<long>(type: "bigint", nullable: true),
                    IntegratedSpent = table.Column<long>(type: "bigint", nullable: true),
                    SponsorshipSpent = table.Column<long>(type: "bigint", nullable: true),
                    OtherSpent = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgressLine", x => x.ProgressLineId);
                    table.ForeignKey(
                        name: "FK_ProgressLine_ProgressReports_ProvinceCode_ProgressReportId",
                        columns: x => new { x.ProvinceCode, x.ProgressReportId },
                        principalTable: "ProgressReports",
                        principalColumns: new[] { "ProvinceCode", "ProgressReportId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProgressPhotos",
                columns: table => new
                {
                    ProgressPhotoId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ProgressReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    MediaType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Caption = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    AddedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgressPhotos", x => x.ProgressPhotoId);
                    table.ForeignKey(
                        name: "FK_ProgressPhotos_ProgressReports_ProvinceCode_ProgressReportId",
                        columns: x => new { x.ProvinceCode, x.ProgressReportId },
                        principalTable: "ProgressReports",
                        principalColumns: new[] { "ProvinceCode", "ProgressReportId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProgressStep",
                columns: table => new
                {
                    ProgressStepId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ProgressReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FromState = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ToState = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgressStep", x => x.ProgressStepId);
                    table.ForeignKey(
                        name: "FK_ProgressStep_ProgressReports_ProvinceCode_ProgressReportId",
                        columns: x => new { x.ProvinceCode, x.ProgressReportId },
                        principalTable: "ProgressReports",
                        principalColumns: new[] { "ProvinceCode", "ProgressReportId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SettledInvoices",
                columns: table => new
                {
                    SettledInvoiceId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    SettlementId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettledInvoices", x => x.SettledInvoiceId);
                    table.ForeignKey(
                        name: "FK_SettledInvoices_Settlements_ProvinceCode_SettlementId",
                        columns: x => new { x.ProvinceCode, x.SettlementId },
                        principalTable: "Settlements",
                        principalColumns: new[] { "ProvinceCode", "SettlementId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SettledRecovery",
                columns: table => new
                {
                    SettledRecoveryId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    SettlementId = table.Column<Guid>(type: "uuid", nullable: false),
                    AllocationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    DocumentNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    DocumentDate = table.Column<DateOnly>(type: "date", nullable: false),
                    Issuer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    PaidBackOn = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettledRecovery", x => x.SettledRecoveryId);
                    table.ForeignKey(
                        name: "FK_SettledRecovery_Allocations_ProvinceCode_AllocationId",
                        columns: x => new { x.ProvinceCode, x.AllocationId },
                        principalTable: "Allocations",
                        principalColumns: new[] { "ProvinceCode", "AllocationId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SettledRecovery_Settlements_ProvinceCode_SettlementId",
                        columns: x => new { x.ProvinceCode, x.SettlementId },
                        principalTable: "Settlements",
                        principalColumns: new[] { "ProvinceCode", "SettlementId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SettlementAmount",
                columns: table => new
                {
                    SettlementAmountId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    SettlementId = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    AllocationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Contracted = table.Column<long>(type: "bigint", nullable: false),
                    WorkDone = table.Column<long>(type: "bigint", nullable: true),
                    Due = table.Column<long>(type: "bigint", nullable: false),
                    Paid = table.Column<long>(type: "bigint", nullable: false),
                    Settled = table.Column<long>(type: "bigint", nullable: false),
                    Proven = table.Column<long>(type: "bigint", nullable: false),
                    ToReturn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettlementAmount", x => x.SettlementAmountId);
                    table.ForeignKey(
                        name: "FK_SettlementAmount_Allocations_ProvinceCode_AllocationId",
                        columns: x => new { x.ProvinceCode, x.AllocationId },
                        principalTable: "Allocations",
                        principalColumns: new[] { "ProvinceCode", "AllocationId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SettlementAmount_Settlements_ProvinceCode_SettlementId",
                        columns: x => new { x.ProvinceCode, x.SettlementId },
                        principalTable: "Settlements",
                        principalColumns: new[] { "ProvinceCode", "SettlementId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SettlementPaper",
                columns: table => new
                {
                    SettlementPaperId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    SettlementId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    VoucherId = table.Column<Guid>(type: "uuid", nullable: true),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    MediaType = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettlementPaper", x => x.SettlementPaperId);
                    table.ForeignKey(
                        name: "FK_SettlementPaper_Settlements_ProvinceCode_SettlementId",
                        columns: x => new { x.ProvinceCode, x.SettlementId },
                        principalTable: "Settlements",
                        principalColumns: new[] { "ProvinceCode", "SettlementId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SettlementStep",
                columns: table => new
                {
                    SettlementStepId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    SettlementId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FromState = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ToState = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    DocumentNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    DocumentDate = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettlementStep", x => x.SettlementStepId);
                    table.ForeignKey(
                        name: "FK_SettlementStep_Settlements_ProvinceCode_SettlementId",
                        columns: x => new { x.ProvinceCode, x.SettlementId },
                        principalTable: "Settlements",
                        principalColumns: new[] { "ProvinceCode", "SettlementId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Vouchers",
                columns: table => new
                {
                    VoucherId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    SettlementId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Payer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Payee = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Content = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Invoice = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    InvoiceValue = table.Column<string>(type: "character varying(130)", maxLength: 130, nullable: true),
                    InvoiceContent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Vouchers", x => x.VoucherId);
                    table.ForeignKey(
                        name: "FK_Vouchers_Settlements_ProvinceCode_SettlementId",
                        columns: x => new { x.ProvinceCode, x.SettlementId },
                        principalTable: "Settlements",
                        principalColumns: new[] { "ProvinceCode", "SettlementId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LineExplanations",
                columns: table => new
                {
                    LineExplanationId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    TreasuryStatementId = table.Column<Guid>(type: "uuid", nullable: false),
                    StatementLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TakenBackAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    TakenBackReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LineExplanations", x => x.LineExplanationId);
                    table.ForeignKey(
                        name: "FK_LineExplanations_StatementLines_ProvinceCode_StatementLineId",
                        columns: x => new { x.ProvinceCode, x.StatementLineId },
                        principalTable: "StatementLines",
                        principalColumns: new[] { "ProvinceCode", "StatementLineId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LineExplanations_TreasuryStatements_ProvinceCode_TreasurySt~",
                        columns: x => new { x.ProvinceCode, x.TreasuryStatementId },
                        principalTable: "TreasuryStatements",
                        principalColumns: new[] { "ProvinceCode", "TreasuryStatementId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StatementMatches",
                columns: table => new
                {
                    StatementMatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    TreasuryStatementId = table.Column<Guid>(type: "uuid", nullable: false),
                    StatementLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    PaymentRequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    WasPaid = table.Column<bool>(type: "boolean", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReversesId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatementMatches", x => x.StatementMatchId);
                    table.ForeignKey(
                        name: "FK_StatementMatches_PaymentRequests_ProvinceCode_PaymentReques~",
                        columns: x => new { x.ProvinceCode, x.PaymentRequestId },
                        principalTable: "PaymentRequests",
                        principalColumns: new[] { "ProvinceCode", "PaymentRequestId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StatementMatches_StatementLines_ProvinceCode_StatementLineId",
                        columns: x => new { x.ProvinceCode, x.StatementLineId },
                        principalTable: "StatementLines",
                        principalColumns: new[] { "ProvinceCode", "StatementLineId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StatementMatches_TreasuryStatements_ProvinceCode_TreasurySt~",
                        columns: x => new { x.ProvinceCode, x.TreasuryStatementId },
                        principalTable: "TreasuryStatements",
                        principalColumns: new[] { "ProvinceCode", "TreasuryStatementId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Allocations_Accounts",
                table: "Allocations",
                sql: "\"PostingCount\" = 0 OR (\"Reserved\" >= 0 AND \"Committed\" >= 0 AND \"Advanced\" >= 0 AND \"Paid\" >= 0 AND \"Settled\" >= 0 AND \"Returned\" >= 0 AND \"Approved\" = \"Reserved\" + \"Committed\" + \"Advanced\" + \"Paid\" + \"Settled\" + \"Returned\")");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Allocations_Ceiling",
                table: "Allocations",
                sql: "\"Approved\" >= 0 AND \"Cancelled\" >= 0 AND \"CarriedOver\" >= 0 AND \"Approved\" + \"Cancelled\" + \"CarriedOver\" <= \"Allotted\"");

            migrationBuilder.CreateIndex(
                name: "IX_AcceptanceAmounts_ProvinceCode_AcceptanceId_Source",
                table: "AcceptanceAmounts",
                columns: new[] { "ProvinceCode", "AcceptanceId", "Source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AcceptanceLine_ProvinceCode_AcceptanceId_EstimateLineId",
                table: "AcceptanceLine",
                columns: new[] { "ProvinceCode", "AcceptanceId", "EstimateLineId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AcceptanceLine_ProvinceCode_EstimateLineId",
                table: "AcceptanceLine",
                columns: new[] { "ProvinceCode", "EstimateLineId" });

            migrationBuilder.CreateIndex(
                name: "IX_AcceptancePhotos_ProvinceCode_AcceptanceId",
                table: "AcceptancePhotos",
                columns: new[] { "ProvinceCode", "AcceptanceId" });

            migrationBuilder.CreateIndex(
                name: "IX_AcceptancePhotos_ProvinceCode_Sha256",
                table: "AcceptancePhotos",
                columns: new[] { "ProvinceCode", "Sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_AcceptanceResults_ProvinceCode_AcceptanceId",
                table: "AcceptanceResults",
                columns: new[] { "ProvinceCode", "AcceptanceId" });

            migrationBuilder.CreateIndex(
                name: "IX_AcceptanceResults_ProvinceCode_ResultId",
                table: "AcceptanceResults",
                columns: new[] { "ProvinceCode", "ResultId" });

            migrationBuilder.CreateIndex(
                name: "IX_Acceptances_ProvinceCode_ContractId_State",
                table: "Acceptances",
                columns: new[] { "ProvinceCode", "ContractId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Acceptances_ProvinceCode_ProjectId",
                table: "Acceptances",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_Acceptances_ProvinceCode_State_StateSince",
                table: "Acceptances",
                columns: new[] { "ProvinceCode", "State", "StateSince" });

            migrationBuilder.CreateIndex(
                name: "IX_AcceptanceTargets_ProvinceCode_ProjectId",
                table: "AcceptanceTargets",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_AcceptedInvoices_Key",
                table: "AcceptedInvoices",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AcceptedInvoices_ProvinceCode_AcceptanceId",
                table: "AcceptedInvoices",
                columns: new[] { "ProvinceCode", "AcceptanceId" });

            migrationBuilder.CreateIndex(
                name: "IX_BankChange_ProvinceCode_ContractId",
                table: "BankChange",
                columns: new[] { "ProvinceCode", "ContractId" });

            migrationBuilder.CreateIndex(
                name: "IX_ContractAmendment_ProvinceCode_ContractId_Sequence",
                table: "ContractAmendment",
                columns: new[] { "ProvinceCode", "ContractId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContractAmount_ProvinceCode_AllocationId",
                table: "ContractAmount",
                columns: new[] { "ProvinceCode", "AllocationId" });

            migrationBuilder.CreateIndex(
                name: "IX_ContractAmount_ProvinceCode_ContractId_Source",
                table: "ContractAmount",
                columns: new[] { "ProvinceCode", "ContractId", "Source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContractMilestone_ProvinceCode_ContractId",
                table: "ContractMilestone",
                columns: new[] { "ProvinceCode", "ContractId" });

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_PartyAId",
                table: "Contracts",
                column: "PartyAId");

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_ProvinceCode_ParentContractId",
                table: "Contracts",
                columns: new[] { "ProvinceCode", "ParentContractId" });

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_ProvinceCode_PartyAId_Year_Number",
                table: "Contracts",
                columns: new[] { "ProvinceCode", "PartyAId", "Year", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_ProvinceCode_PlanItemId",
                table: "Contracts",
                columns: new[] { "ProvinceCode", "PlanItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_ProvinceCode_ProjectId",
                table: "Contracts",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_ProvinceCode_Year_State",
                table: "Contracts",
                columns: new[] { "ProvinceCode", "Year", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ContractSettings_ProvinceCode",
                table: "ContractSettings",
                column: "ProvinceCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContractStep_ProvinceCode_ContractId_Sequence",
                table: "ContractStep",
                columns: new[] { "ProvinceCode", "ContractId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InspectedProjects_ProvinceCode_ContractId",
                table: "InspectedProjects",
                columns: new[] { "ProvinceCode", "ContractId" });

            migrationBuilder.CreateIndex(
                name: "IX_InspectedProjects_ProvinceCode_InspectionId_ProjectId",
                table: "InspectedProjects",
                columns: new[] { "ProvinceCode", "InspectionId", "ProjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InspectedProjects_ProvinceCode_ProjectId",
                table: "InspectedProjects",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_InspectionFindings_ProvinceCode_EstablishmentId",
                table: "InspectionFindings",
                columns: new[] { "ProvinceCode", "EstablishmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_InspectionFindings_ProvinceCode_InspectionId_Number",
                table: "InspectionFindings",
                columns: new[] { "ProvinceCode", "InspectionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InspectionFindings_ProvinceCode_ProjectId",
                table: "InspectionFindings",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_InspectionFindings_ProvinceCode_State_DueOn",
                table: "InspectionFindings",
                columns: new[] { "ProvinceCode", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Inspections_ProvinceCode_State_On",
                table: "Inspections",
                columns: new[] { "ProvinceCode", "State", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_ProvinceCode_AllocationId_Sequence",
                table: "LedgerEntries",
                columns: new[] { "ProvinceCode", "AllocationId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_ProvinceCode_CauseId",
                table: "LedgerEntries",
                columns: new[] { "ProvinceCode", "CauseId" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_ProvinceCode_ProjectId",
                table: "LedgerEntries",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_ProvinceCode_ReversesId",
                table: "LedgerEntries",
                columns: new[] { "ProvinceCode", "ReversesId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerPositions_ProvinceCode_AllocationId",
                table: "LedgerPositions",
                columns: new[] { "ProvinceCode", "AllocationId" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerPositions_ProvinceCode_ContractId",
                table: "LedgerPositions",
                columns: new[] { "ProvinceCode", "ContractId" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerPositions_ProvinceCode_ProjectId",
                table: "LedgerPositions",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_LineExplanations_ProvinceCode_StatementLineId",
                table: "LineExplanations",
                columns: new[] { "ProvinceCode", "StatementLineId" });

            migrationBuilder.CreateIndex(
                name: "IX_LineExplanations_ProvinceCode_TreasuryStatementId",
                table: "LineExplanations",
                columns: new[] { "ProvinceCode", "TreasuryStatementId" });

            migrationBuilder.CreateIndex(
                name: "IX_MachinePassports_AcceptedKey",
                table: "MachinePassports",
                column: "AcceptedKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MachinePassports_ProvinceCode_AcceptanceId",
                table: "MachinePassports",
                columns: new[] { "ProvinceCode", "AcceptanceId" });

            migrationBuilder.CreateIndex(
                name: "IX_MachinePassports_ProvinceCode_CheckDueOn",
                table: "MachinePassports",
                columns: new[] { "ProvinceCode", "CheckDueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_MachinePassports_ProvinceCode_SerialKey",
                table: "MachinePassports",
                columns: new[] { "ProvinceCode", "SerialKey" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentLines_ProvinceCode_AllocationId",
                table: "PaymentLines",
                columns: new[] { "ProvinceCode", "AllocationId" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentLines_ProvinceCode_PaymentRequestId_AllocationId",
                table: "PaymentLines",
                columns: new[] { "ProvinceCode", "PaymentRequestId", "AllocationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaymentPaper_ProvinceCode_PaymentRequestId",
                table: "PaymentPaper",
                columns: new[] { "ProvinceCode", "PaymentRequestId" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentRequests_ProvinceCode_ContractId",
                table: "PaymentRequests",
                columns: new[] { "ProvinceCode", "ContractId" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentRequests_ProvinceCode_InvoiceTrace_InvoiceDetail",
                table: "PaymentRequests",
                columns: new[] { "ProvinceCode", "InvoiceTrace", "InvoiceDetail" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaymentRequests_ProvinceCode_Number",
                table: "PaymentRequests",
                columns: new[] { "ProvinceCode", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaymentRequests_ProvinceCode_ProjectId",
                table: "PaymentRequests",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentRequests_ProvinceCode_State_StateSince",
                table: "PaymentRequests",
                columns: new[] { "ProvinceCode", "State", "StateSince" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentStep_ProvinceCode_PaymentRequestId_Sequence",
                table: "PaymentStep",
                columns: new[] { "ProvinceCode", "PaymentRequestId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProgressLine_ProvinceCode_ProgressReportId_EstimateLineId",
                table: "ProgressLine",
                columns: new[] { "ProvinceCode", "ProgressReportId", "EstimateLineId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProgressPhotos_ProvinceCode_ProgressReportId_Sha256",
                table: "ProgressPhotos",
                columns: new[] { "ProvinceCode", "ProgressReportId", "Sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProgressReports_ProvinceCode_ContractId_Year_Month",
                table: "ProgressReports",
                columns: new[] { "ProvinceCode", "ContractId", "Year", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProgressReports_ProvinceCode_ProjectId",
                table: "ProgressReports",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_ProgressReports_ProvinceCode_State_StateSince",
                table: "ProgressReports",
                columns: new[] { "ProvinceCode", "State", "StateSince" });

            migrationBuilder.CreateIndex(
                name: "IX_ProgressReports_ProvinceCode_Year_Month",
                table: "ProgressReports",
                columns: new[] { "ProvinceCode", "Year", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_ProgressStep_ProvinceCode_ProgressReportId_Sequence",
                table: "ProgressStep",
                columns: new[] { "ProvinceCode", "ProgressReportId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SettledInvoices_ProvinceCode_Key",
                table: "SettledInvoices",
                columns: new[] { "ProvinceCode", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SettledInvoices_ProvinceCode_SettlementId",
                table: "SettledInvoices",
                columns: new[] { "ProvinceCode", "SettlementId" });

            migrationBuilder.CreateIndex(
                name: "IX_SettledRecovery_ProvinceCode_AllocationId",
                table: "SettledRecovery",
                columns: new[] { "ProvinceCode", "AllocationId" });

            migrationBuilder.CreateIndex(
                name: "IX_SettledRecovery_ProvinceCode_SettlementId",
                table: "SettledRecovery",
                columns: new[] { "ProvinceCode", "SettlementId" });

            migrationBuilder.CreateIndex(
                name: "IX_SettlementAmount_ProvinceCode_AllocationId",
                table: "SettlementAmount",
                columns: new[] { "ProvinceCode", "AllocationId" });

            migrationBuilder.CreateIndex(
                name: "IX_SettlementAmount_ProvinceCode_SettlementId_Source",
                table: "SettlementAmount",
                columns: new[] { "ProvinceCode", "SettlementId", "Source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SettlementPaper_ProvinceCode_SettlementId",
                table: "SettlementPaper",
                columns: new[] { "ProvinceCode", "SettlementId" });

            migrationBuilder.CreateIndex(
                name: "IX_Settlements_ProvinceCode_ContractId",
                table: "Settlements",
                columns: new[] { "ProvinceCode", "ContractId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Settlements_ProvinceCode_ProjectId",
                table: "Settlements",
                columns: new[] { "ProvinceCode", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_Settlements_ProvinceCode_State_StateSince",
                table: "Settlements",
                columns: new[] { "ProvinceCode", "State", "StateSince" });

            migrationBuilder.CreateIndex(
                name: "IX_SettlementStep_ProvinceCode_SettlementId_Sequence",
                table: "SettlementStep",
                columns: new[] { "ProvinceCode", "SettlementId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StatementLines_ProvinceCode_Fingerprint",
                table: "StatementLines",
                columns: new[] { "ProvinceCode", "Fingerprint" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StatementLines_ProvinceCode_State_On",
                table: "StatementLines",
                columns: new[] { "ProvinceCode", "State", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_StatementLines_ProvinceCode_TreasuryStatementId_Row",
                table: "StatementLines",
                columns: new[] { "ProvinceCode", "TreasuryStatementId", "Row" });

            migrationBuilder.CreateIndex(
                name: "IX_StatementMatches_ProvinceCode_PaymentRequestId",
                table: "StatementMatches",
                columns: new[] { "ProvinceCode", "PaymentRequestId" });

            migrationBuilder.CreateIndex(
                name: "IX_StatementMatches_ProvinceCode_ReversesId",
                table: "StatementMatches",
                columns: new[] { "ProvinceCode", "ReversesId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StatementMatches_ProvinceCode_StatementLineId",
                table: "StatementMatches",
                columns: new[] { "ProvinceCode", "StatementLineId" });

            migrationBuilder.CreateIndex(
                name: "IX_StatementMatches_ProvinceCode_TreasuryStatementId",
                table: "StatementMatches",
                columns: new[] { "ProvinceCode", "TreasuryStatementId" });

            migrationBuilder.CreateIndex(
                name: "IX_TreasuryStatements_HolderId",
                table: "TreasuryStatements",
                column: "HolderId");

            migrationBuilder.CreateIndex(
                name: "IX_TreasuryStatements_ProvinceCode_Account_FromDay",
                table: "TreasuryStatements",
                columns: new[] { "ProvinceCode", "Account", "FromDay" });

            migrationBuilder.CreateIndex(
                name: "IX_TreasuryStatements_ProvinceCode_Checksum",
                table: "TreasuryStatements",
                columns: new[] { "ProvinceCode", "Checksum" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Vouchers_ProvinceCode_InvoiceValue",
                table: "Vouchers",
                columns: new[] { "ProvinceCode", "InvoiceValue" });

            migrationBuilder.CreateIndex(
                name: "IX_Vouchers_ProvinceCode_SettlementId",
                table: "Vouchers",
                columns: new[] { "ProvinceCode", "SettlementId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AcceptanceAmounts");

            migrationBuilder.DropTable(
                name: "AcceptanceLine");

            migrationBuilder.DropTable(
                name: "AcceptancePhotos");

            migrationBuilder.DropTable(
                name: "AcceptanceResults");

            migrationBuilder.DropTable(
                name: "AcceptanceTargets");

            migrationBuilder.DropTable(
                name: "AcceptedInvoices");

            migrationBuilder.DropTable(
                name: "BankChange");

            migrationBuilder.DropTable(
                name: "ContractAmendment");

            migrationBuilder.DropTable(
                name: "ContractAmount");

            migrationBuilder.DropTable(
                name: "ContractMilestone");

            migrationBuilder.DropTable(
                name: "ContractSettings");

            migrationBuilder.DropTable(
                name: "ContractStep");

            migrationBuilder.DropTable(
                name: "InspectedProjects");

            migrationBuilder.DropTable(
                name: "InspectionFindings");

            migrationBuilder.DropTable(
                name: "LedgerEntries");

            migrationBuilder.DropTable(
                name: "LedgerPositions");

            migrationBuilder.DropTable(
                name: "LineExplanations");

            migrationBuilder.DropTable(
                name: "MachinePassports");

            migrationBuilder.DropTable(
                name: "PaymentLines");

            migrationBuilder.DropTable(
                name: "PaymentPaper");

            migrationBuilder.DropTable(
                name: "PaymentStep");

            migrationBuilder.DropTable(
                name: "ProgressLine");

            migrationBuilder.DropTable(
                name: "ProgressPhotos");

            migrationBuilder.DropTable(
                name: "ProgressStep");

            migrationBuilder.DropTable(
                name: "SettledInvoices");

            migrationBuilder.DropTable(
                name: "SettledRecovery");

            migrationBuilder.DropTable(
                name: "SettlementAmount");

            migrationBuilder.DropTable(
                name: "SettlementPaper");

            migrationBuilder.DropTable(
                name: "SettlementStep");

            migrationBuilder.DropTable(
                name: "StatementMatches");

            migrationBuilder.DropTable(
                name: "Vouchers");

            migrationBuilder.DropTable(
                name: "Inspections");

            migrationBuilder.DropTable(
                name: "Acceptances");

            migrationBuilder.DropTable(
                name: "ProgressReports");

            migrationBuilder.DropTable(
                name: "PaymentRequests");

            migrationBuilder.DropTable(
                name: "StatementLines");

            migrationBuilder.DropTable(
                name: "Settlements");

            migrationBuilder.DropTable(
                name: "TreasuryStatements");

            migrationBuilder.DropTable(
                name: "Contracts");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Allocations_Accounts",
                table: "Allocations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Allocations_Ceiling",
                table: "Allocations");

            migrationBuilder.DropColumn(
                name: "OutsideAppraiser",
                table: "BudgetEstimateStep");

            migrationBuilder.DropColumn(
                name: "OutsideAppraiserUnit",
                table: "BudgetEstimateStep");

            migrationBuilder.DropColumn(
                name: "CommuneDocument",
                table: "BatchStep");

            migrationBuilder.DropColumn(
                name: "OutsideAppraiser",
                table: "BatchStep");

            migrationBuilder.DropColumn(
                name: "OutsideAppraiserUnit",
                table: "BatchStep");

            migrationBuilder.DropColumn(
                name: "Advanced",
                table: "Allocations");

            migrationBuilder.DropColumn(
                name: "Cancelled",
                table: "Allocations");

            migrationBuilder.DropColumn(
                name: "CarriedOver",
                table: "Allocations");

            migrationBuilder.DropColumn(
                name: "ClosedOn",
                table: "Allocations");

            migrationBuilder.DropColumn(
                name: "ClosingDocument",
                table: "Allocations");

            migrationBuilder.DropColumn(
                name: "Committed",
                table: "Allocations");

            migrationBuilder.DropColumn(
                name: "Paid",
                table: "Allocations");

            migrationBuilder.DropColumn(
                name: "PostingCount",
                table: "Allocations");

            migrationBuilder.DropColumn(
                name: "Reserved",
                table: "Allocations");

            migrationBuilder.DropColumn(
                name: "Returned",
                table: "Allocations");

            migrationBuilder.DropColumn(
                name: "Settled",
                table: "Allocations");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Allocations_Ceiling",
                table: "Allocations",
                sql: "\"Approved\" >= 0 AND \"Approved\" <= \"Allotted\"");
        }
    }
}
