namespace KhuyenCong.Reference;

internal sealed record ProjectRow(
    Guid ProjectId, string? Code, string Title, string Kind, string Nature, string State, DateOnly StateSince, string ContentCode, string ImplementingUnit, long Beneficiaries,
    long? Total, long? National, long? Provincial, long? Commune, long? Counterpart, long? Integrated, long? Sponsorship, long? Other);

internal sealed record ProjectList(long Count, IReadOnlyList<long?> Sums, List<ProjectRow> Rows);

/// <summary>The 50 projects of one year of one province that changed last, with the money of all of them by source: joined, counted and summed on every request.</summary>
internal static class ProjectsQuery
{
    private const string Amounts = """
        CAST(SUM(l."Total") AS bigint), CAST(SUM(l."NationalAmount") AS bigint), CAST(SUM(l."ProvincialAmount") AS bigint), CAST(SUM(l."CommuneAmount") AS bigint),
        CAST(SUM(l."CounterpartAmount") AS bigint), CAST(SUM(l."IntegratedAmount") AS bigint), CAST(SUM(l."SponsorshipAmount") AS bigint), CAST(SUM(l."OtherAmount") AS bigint)
        """;

    private const string Sums = $"""
        SELECT COUNT(DISTINCT p."ProjectId"), {Amounts}
        FROM "Projects" p
        LEFT JOIN "ProjectEstimateLine" l ON l."ProvinceCode" = p."ProvinceCode" AND l."ProjectId" = p."ProjectId"
        WHERE p."ProvinceCode" = $1 AND p."Year" = $2
        """;

    private const string Page = $"""
        SELECT p."ProjectId", p."Code", p."Title", p."Kind", p."Nature", p."State", p."StateSince", p."ContentCode", p."ImplementingUnit",
               (SELECT COUNT(*) FROM "ProjectBeneficiaries" b WHERE b."ProvinceCode" = p."ProvinceCode" AND b."ProjectId" = p."ProjectId"),
               {Amounts}
        FROM "Projects" p
        LEFT JOIN "ProjectEstimateLine" l ON l."ProvinceCode" = p."ProvinceCode" AND l."ProjectId" = p."ProjectId"
        WHERE p."ProvinceCode" = $1 AND p."Year" = $2
        GROUP BY p."ProjectId", p."ProvinceCode", p."Code", p."Title", p."Kind", p."Nature", p."State", p."StateSince", p."ContentCode", p."ImplementingUnit", p."ChangedAt"
        ORDER BY p."ChangedAt" DESC, p."ProjectId" DESC
        LIMIT 50
        """;

    public static async Task<ProjectList> RunAsync(Database database, string province, int year)
    {
        await using var connection = await database.OpenAsync();
        var sums = await connection.QueryAsync(Sums, row => (Count: row.GetInt64(0), Of: Enumerable.Range(1, 8).Select(row.Number).ToList()), province, year);
        var rows = await connection.QueryAsync(Page, row => new ProjectRow(
            row.GetGuid(0), row.Text(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetFieldValue<DateOnly>(6), row.GetString(7), row.GetString(8), row.GetInt64(9),
            row.Number(10), row.Number(11), row.Number(12), row.Number(13), row.Number(14), row.Number(15), row.Number(16), row.Number(17)), province, year);
        return new(sums[0].Count, sums[0].Of, rows);
    }
}
