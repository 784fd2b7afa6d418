using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KhuyenCong.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Establishments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Establishments",
                columns: table => new
                {
                    EstablishmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    LegalForm = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    HeadOffice = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    TradeCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    TradeCodeVersion = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Trade = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Size = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    SizeYear = table.Column<int>(type: "integer", nullable: true),
                    SizeIsConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    MergedIntoId = table.Column<Guid>(type: "uuid", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SearchText = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SortKey = table.Column<string>(type: "character varying(610)", maxLength: 610, nullable: false, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Establishments", x => x.EstablishmentId);
                    table.UniqueConstraint("AK_Establishments_ProvinceCode_EstablishmentId", x => new { x.ProvinceCode, x.EstablishmentId });
                });

            migrationBuilder.CreateTable(
                name: "EstablishmentCertificate",
                columns: table => new
                {
                    EstablishmentCertificateId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "text", nullable: false),
                    Issuer = table.Column<string>(type: "text", nullable: true),
                    Product = table.Column<string>(type: "text", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    EstablishmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    MergedFromId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EstablishmentCertificate", x => x.EstablishmentCertificateId);
                    table.ForeignKey(
                        name: "FK_EstablishmentCertificate_Establishments_ProvinceCode_Establ~",
                        columns: x => new { x.ProvinceCode, x.EstablishmentId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EstablishmentContacts",
                columns: table => new
                {
                    EstablishmentContactId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Position = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Phone = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Email = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    SearchText = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    EstablishmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    MergedFromId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EstablishmentContacts", x => x.EstablishmentContactId);
                    table.ForeignKey(
                        name: "FK_EstablishmentContacts_Establishments_ProvinceCode_Establish~",
                        columns: x => new { x.ProvinceCode, x.EstablishmentId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EstablishmentIdentifiers",
                columns: table => new
                {
                    EstablishmentIdentifierId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    PersonalValue = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    SearchText = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    EstablishmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    MergedFromId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EstablishmentIdentifiers", x => x.EstablishmentIdentifierId);
                    table.ForeignKey(
                        name: "FK_EstablishmentIdentifiers_Establishments_ProvinceCode_Establ~",
                        columns: x => new { x.ProvinceCode, x.EstablishmentId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EstablishmentName",
                columns: table => new
                {
                    EstablishmentNameId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    EstablishmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    MergedFromId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EstablishmentName", x => x.EstablishmentNameId);
                    table.ForeignKey(
                        name: "FK_EstablishmentName_Establishments_ProvinceCode_Establishment~",
                        columns: x => new { x.ProvinceCode, x.EstablishmentId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EstablishmentProduct",
                columns: table => new
                {
                    EstablishmentProductId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Unit = table.Column<string>(type: "text", nullable: true),
                    YearlyOutput = table.Column<string>(type: "text", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: true),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    EstablishmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    MergedFromId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EstablishmentProduct", x => x.EstablishmentProductId);
                    table.ForeignKey(
                        name: "FK_EstablishmentProduct_Establishments_ProvinceCode_Establishm~",
                        columns: x => new { x.ProvinceCode, x.EstablishmentId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EstablishmentYears",
                columns: table => new
                {
                    EstablishmentYearId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Labour = table.Column<int>(type: "integer", nullable: true),
                    Capital = table.Column<long>(type: "bigint", nullable: true),
                    Revenue = table.Column<long>(type: "bigint", nullable: true),
                    Export = table.Column<long>(type: "bigint", nullable: true),
                    LocalMaterialBasisPoints = table.Column<int>(type: "integer", nullable: true),
                    SuggestedSize = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ConfirmedSize = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    EstablishmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    MergedFromId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EstablishmentYears", x => x.EstablishmentYearId);
                    table.ForeignKey(
                        name: "FK_EstablishmentYears_Establishments_ProvinceCode_Establishmen~",
                        columns: x => new { x.ProvinceCode, x.EstablishmentId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PrivacyConsent",
                columns: table => new
                {
                    PrivacyConsentId = table.Column<Guid>(type: "uuid", nullable: false),
                    NoticeVersion = table.Column<string>(type: "text", nullable: false),
                    GivenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Manner = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RecordedBy = table.Column<string>(type: "text", nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: true),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    EstablishmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    MergedFromId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrivacyConsent", x => x.PrivacyConsentId);
                    table.ForeignKey(
                        name: "FK_PrivacyConsent_Establishments_ProvinceCode_EstablishmentId",
                        columns: x => new { x.ProvinceCode, x.EstablishmentId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProductionSites",
                columns: table => new
                {
                    ProductionSiteId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommuneCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    Address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Latitude = table.Column<double>(type: "double precision", nullable: true),
                    Longitude = table.Column<double>(type: "double precision", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    EstablishmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    MergedFromId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProductionSites", x => x.ProductionSiteId);
                    table.ForeignKey(
                        name: "FK_ProductionSites_Establishments_ProvinceCode_EstablishmentId",
                        columns: x => new { x.ProvinceCode, x.EstablishmentId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SupplyLink",
                columns: table => new
                {
                    SupplyLinkId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Partner = table.Column<string>(type: "text", nullable: false),
                    Goods = table.Column<string>(type: "text", nullable: true),
                    CommuneCode = table.Column<string>(type: "text", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: true),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    EstablishmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    MergedFromId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplyLink", x => x.SupplyLinkId);
                    table.ForeignKey(
                        name: "FK_SupplyLink_Establishments_ProvinceCode_EstablishmentId",
                        columns: x => new { x.ProvinceCode, x.EstablishmentId },
                        principalTable: "Establishments",
                        principalColumns: new[] { "ProvinceCode", "EstablishmentId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EstablishmentCertificate_ProvinceCode_EstablishmentId",
                table: "EstablishmentCertificate",
                columns: new[] { "ProvinceCode", "EstablishmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_EstablishmentContacts_ProvinceCode_EstablishmentId",
                table: "EstablishmentContacts",
                columns: new[] { "ProvinceCode", "EstablishmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_EstablishmentContacts_ProvinceCode_SearchText",
                table: "EstablishmentContacts",
                columns: new[] { "ProvinceCode", "SearchText" });

            migrationBuilder.CreateIndex(
                name: "IX_EstablishmentIdentifiers_ProvinceCode_EstablishmentId",
                table: "EstablishmentIdentifiers",
                columns: new[] { "ProvinceCode", "EstablishmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_EstablishmentIdentifiers_ProvinceCode_SearchText",
                table: "EstablishmentIdentifiers",
                columns: new[] { "ProvinceCode", "SearchText" });

            migrationBuilder.CreateIndex(
                name: "IX_EstablishmentName_ProvinceCode_EstablishmentId",
                table: "EstablishmentName",
                columns: new[] { "ProvinceCode", "EstablishmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_EstablishmentProduct_ProvinceCode_EstablishmentId",
                table: "EstablishmentProduct",
                columns: new[] { "ProvinceCode", "EstablishmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Establishments_ProvinceCode_ChangedAt_EstablishmentId",
                table: "Establishments",
                columns: new[] { "ProvinceCode", "ChangedAt", "EstablishmentId" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "IX_Establishments_ProvinceCode_OrganisationId",
                table: "Establishments",
                columns: new[] { "ProvinceCode", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Establishments_ProvinceCode_SortKey_EstablishmentId",
                table: "Establishments",
                columns: new[] { "ProvinceCode", "SortKey", "EstablishmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_EstablishmentYears_ProvinceCode_EstablishmentId_Year",
                table: "EstablishmentYears",
                columns: new[] { "ProvinceCode", "EstablishmentId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PrivacyConsent_ProvinceCode_EstablishmentId",
                table: "PrivacyConsent",
                columns: new[] { "ProvinceCode", "EstablishmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_ProductionSites_ProvinceCode_CommuneCode_EstablishmentId",
                table: "ProductionSites",
                columns: new[] { "ProvinceCode", "CommuneCode", "EstablishmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_ProductionSites_ProvinceCode_EstablishmentId",
                table: "ProductionSites",
                columns: new[] { "ProvinceCode", "EstablishmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplyLink_ProvinceCode_EstablishmentId",
                table: "SupplyLink",
                columns: new[] { "ProvinceCode", "EstablishmentId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EstablishmentCertificate");

            migrationBuilder.DropTable(
                name: "EstablishmentContacts");

            migrationBuilder.DropTable(
                name: "EstablishmentIdentifiers");

            migrationBuilder.DropTable(
                name: "EstablishmentName");

            migrationBuilder.DropTable(
                name: "EstablishmentProduct");

            migrationBuilder.DropTable(
                name: "EstablishmentYears");

            migrationBuilder.DropTable(
                name: "PrivacyConsent");

            migrationBuilder.DropTable(
                name: "ProductionSites");

            migrationBuilder.DropTable(
                name: "SupplyLink");

            migrationBuilder.DropTable(
                name: "Establishments");
        }
    }
}
