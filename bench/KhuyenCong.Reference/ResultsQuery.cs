namespace KhuyenCong.Reference;

internal sealed record ResultRow(
    Guid ResultId, DateOnly AchievedOn, string Title, string? Place, string? CommuneCode, string? ProjectCode, long Quantity, long? Copies, long Times,
    string TargetCode, string TargetName, string TargetUnit, long? Amount, long Beneficiaries, long Evidence);

internal sealed record ResultList(long Count, long? Amount, List<ResultRow> Rows);

/// <summary>The newest 50 results of one target of one programme: counted, summed and joined on every request.</summary>
internal static class ResultsQuery
{
    private const string Count = """
        SELECT COUNT(*)
        FROM "Results" r
        JOIN "Programmes" p ON p."ProvinceCode" = r."ProvinceCode" AND p."ProgrammeId" = r."ProgrammeId"
        WHERE p."ProgrammeId" = $1 AND r."TargetId" = $2 AND r."State" = 'Recorded'
        """;

    private const string Sum = """
        SELECT CAST(SUM(a."Amount") AS bigint)
        FROM "Results" r
        JOIN "Programmes" p ON p."ProvinceCode" = r."ProvinceCode" AND p."ProgrammeId" = r."ProgrammeId"
        JOIN "ResultAmounts" a ON a."ProvinceCode" = r."ProvinceCode" AND a."ResultId" = r."ResultId"
        WHERE p."ProgrammeId" = $1 AND r."TargetId" = $2 AND r."State" = 'Recorded'
        """;

    private const string Page = """
        SELECT r."ResultId", r."AchievedOn", r."Title", r."Place", r."CommuneCode", r."ProjectCode", r."Quantity", r."Copies", r."Times",
               t."Code", t."Name", t."Unit",
               (SELECT CAST(SUM(a."Amount") AS bigint) FROM "ResultAmounts" a WHERE a."ProvinceCode" = r."ProvinceCode" AND a."ResultId" = r."ResultId"),
               (SELECT COUNT(*) FROM "ResultBeneficiaries" b WHERE b."ProvinceCode" = r."ProvinceCode" AND b."ResultId" = r."ResultId"),
               (SELECT COUNT(*) FROM "Evidence" e WHERE e."ProvinceCode" = r."ProvinceCode" AND e."ResultId" = r."ResultId")
        FROM "Results" r
        JOIN "Programmes" p ON p."ProvinceCode" = r."ProvinceCode" AND p."ProgrammeId" = r."ProgrammeId"
        JOIN "Targets" t ON t."ProvinceCode" = r."ProvinceCode" AND t."TargetId" = r."TargetId"
        WHERE p."ProgrammeId" = $1 AND r."TargetId" = $2 AND r."State" = 'Recorded'
        ORDER BY r."AchievedOn" DESC, r."ResultId" DESC
        LIMIT 50
        """;

    public static async Task<ResultList> RunAsync(Database database, Guid programme, Guid target)
    {
        await using var connection = await database.OpenAsync();
        var count = await connection.QueryAsync(Count, row => row.GetInt64(0), programme, target);
        var sum = await connection.QueryAsync(Sum, row => row.Number(0), programme, target);
        var rows = await connection.QueryAsync(Page, row => new ResultRow(
            row.GetGuid(0), row.GetFieldValue<DateOnly>(1), row.GetString(2), row.Text(3), row.Text(4), row.Text(5), row.GetInt64(6), row.Number(7), row.GetInt64(8),
            row.GetString(9), row.GetString(10), row.GetString(11), row.Number(12), row.GetInt64(13), row.GetInt64(14)), programme, target);
        return new(count[0], sum[0], rows);
    }
}
