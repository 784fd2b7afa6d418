namespace KhuyenCong.Reference;

internal sealed record TargetRow(
    string Code, string? ContentCode, string Name, string Unit, string Operator, long? Promised, string Per, string? Condition,
    long Results, long? Quantity, long? Copies, long? Times, long? Amount, DateOnly? LastOn);

internal sealed record MoneyRow(string Source, int Year, long Amount);

internal sealed record Dashboard(string Title, int FromYear, int ToYear, string DecisionNumber, string Text, List<TargetRow> Targets, List<MoneyRow> Money);

/// <summary>A programme with its decision, what its targets have reached, and what was spent by source and year: all of it joined and summed on every request.</summary>
internal static class DashboardQuery
{
    private const string Head = """
        SELECT p."Title", p."FromYear", p."ToYear", v."DecisionNumber", v."Text"
        FROM "Programmes" p
        JOIN "ProgrammeVersions" v ON v."ProvinceCode" = p."ProvinceCode" AND v."ProgrammeId" = p."ProgrammeId" AND v."Number" = p."CurrentVersionNumber"
        WHERE p."ProgrammeId" = $1
        """;

    private const string Targets = """
        SELECT t."Code", t."ContentCode", t."Name", t."Unit", t."Operator", t."Quantity", t."Per", t."Condition",
               COUNT(r."ResultId"), CAST(SUM(r."Quantity") AS bigint), CAST(SUM(r."Copies") AS bigint), CAST(SUM(r."Times") AS bigint),
               CAST(SUM(a."Amount") AS bigint), MAX(r."AchievedOn")
        FROM "Programmes" p
        JOIN "Targets" t ON t."ProvinceCode" = p."ProvinceCode" AND t."ProgrammeId" = p."ProgrammeId"
        LEFT JOIN "Results" r ON r."ProvinceCode" = t."ProvinceCode" AND r."TargetId" = t."TargetId" AND r."State" = 'Recorded'
        LEFT JOIN (SELECT "ProvinceCode", "ResultId", SUM("Amount") AS "Amount" FROM "ResultAmounts" GROUP BY "ProvinceCode", "ResultId") a
            ON a."ProvinceCode" = r."ProvinceCode" AND a."ResultId" = r."ResultId"
        WHERE p."ProgrammeId" = $1
        GROUP BY t."TargetId", t."Code", t."ContentCode", t."Name", t."Unit", t."Operator", t."Quantity", t."Per", t."Condition", t."Order"
        ORDER BY t."Order"
        """;

    // The first four characters of a date's text are its year on both databases.
    private const string Money = """
        SELECT a."SourceCode", CAST(SUBSTR(CAST(r."AchievedOn" AS text), 1, 4) AS integer) AS "Year", CAST(SUM(a."Amount") AS bigint)
        FROM "Programmes" p
        JOIN "Results" r ON r."ProvinceCode" = p."ProvinceCode" AND r."ProgrammeId" = p."ProgrammeId"
        JOIN "ResultAmounts" a ON a."ProvinceCode" = r."ProvinceCode" AND a."ResultId" = r."ResultId"
        WHERE p."ProgrammeId" = $1 AND r."State" = 'Recorded'
        GROUP BY a."SourceCode", "Year"
        ORDER BY a."SourceCode", "Year"
        """;

    public static async Task<Dashboard?> RunAsync(Database database, Guid programme)
    {
        await using var connection = await database.OpenAsync();
        var heads = await connection.QueryAsync(Head, row => (Title: row.GetString(0), From: row.GetInt32(1), To: row.GetInt32(2), Decision: row.GetString(3), Text: row.GetString(4)), programme);
        if (heads is not [var head, ..])
        {
            return null;
        }

        var targets = await connection.QueryAsync(Targets, row => new TargetRow(
            row.GetString(0), row.Text(1), row.GetString(2), row.GetString(3), row.GetString(4), row.Number(5), row.GetString(6), row.Text(7),
            row.GetInt64(8), row.Number(9), row.Number(10), row.Number(11), row.Number(12), row.Day(13)), programme);
        var money = await connection.QueryAsync(Money, row => new MoneyRow(row.GetString(0), row.GetInt32(1), row.GetInt64(2)), programme);
        return new(head.Title, head.From, head.To, head.Decision, head.Text, targets, money);
    }
}
