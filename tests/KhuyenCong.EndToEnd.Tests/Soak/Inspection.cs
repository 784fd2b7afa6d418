using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>Looks into the database and the files that a killed server left behind, and says all that is not as it must be.</summary>
public sealed class Inspection(KillableApplication application, Books books)
{
    public IReadOnlyList<string> Faults()
    {
        using var database = new SqliteConnection($"Data Source={application.Database};Pooling=False");
        database.Open();
        // One moment for all questions: the application may be at work again.
        using var moment = database.BeginTransaction(deferred: true);
        return
        [
            .. Rows(database, "PRAGMA integrity_check").Select(row => (string)row[0]).Where(answer => answer != "ok"),
            .. Rows(database, "PRAGMA foreign_key_check").Select(row => $"{row[0]} {row[1]} refers to nothing in {row[2]}"),
            .. Rows(database, Sums).Select(row => $"target {row[0]}: kept sums {row[1]}, rows say {row[2]}"),
            .. Rows(database, References).Select(row => $"file {row[0]}: {row[1]} references kept, {row[2]} rows of evidence"),
            .. Results(database),
        ];
    }

    private const string Sums = """
        SELECT t."Code", t."ResultCount" || ' ' || t."ResultQuantity" || ' ' || t."ResultCopies" || ' ' || t."ResultTimes" || ' ' || t."ResultAmount" AS kept,
               count(r."ResultId") || ' ' || coalesce(sum(r."Quantity"), 0) || ' ' || coalesce(sum(r."Copies"), 0) || ' ' || coalesce(sum(r."Times"), 0) || ' ' ||
               coalesce(sum((SELECT sum(a."Amount") FROM "ResultAmounts" a WHERE a."ResultId" = r."ResultId" AND a."ProvinceCode" = r."ProvinceCode")), 0) AS counted
        FROM "Targets" t LEFT JOIN "Results" r ON r."ProvinceCode" = t."ProvinceCode" AND r."TargetId" = t."TargetId" AND r."State" = 'Recorded'
        GROUP BY t."TargetId" HAVING kept <> counted
        """;

    private const string References = """
        SELECT b."Sha256", b."References", count(e."EvidenceId") AS counted FROM "Blobs" b JOIN "Evidence" e ON e."Sha256" = b."Sha256" AND e."ProvinceCode" = b."ProvinceCode"
        GROUP BY b."Sha256", b."ProvinceCode" HAVING b."References" <> counted
        """;

    private const string Everything = """
        SELECT r."ResultId", r."Title", r."State", r."TotalAmount", r."ProvinceCode",
               (SELECT group_concat("Amount") FROM (SELECT a."Amount" FROM "ResultAmounts" a WHERE a."ResultId" = r."ResultId" AND a."ProvinceCode" = r."ProvinceCode" ORDER BY a."Amount" DESC)),
               (SELECT count(*) FROM "ResultBeneficiaries" b WHERE b."ResultId" = r."ResultId" AND b."ProvinceCode" = r."ProvinceCode"),
               (SELECT group_concat(e."Sha256") FROM "Evidence" e WHERE e."ResultId" = r."ResultId" AND e."ProvinceCode" = r."ProvinceCode"),
               (SELECT group_concat(v."Kind") FROM "AuditEvents" v WHERE v."ProvinceCode" = r."ProvinceCode" AND v."SubjectKind" = 'Result' AND v."SubjectId" = r."ResultId")
        FROM "Results" r
        """;

    private IEnumerable<string> Results(SqliteConnection database)
    {
        var rows = Rows(database, Everything).ToDictionary(row => Guid.Parse((string)row[0]));
        var missing = books.Wishes.Values.Where(wish => wish.Recorded is Asked.Answered && !rows.ContainsKey(wish.Id)).Select(wish => $"{wish.Title}: recorded, but not there");
        return missing.Concat(rows.SelectMany(row => books.Wishes.TryGetValue(row.Key, out var wish) ? Judge(wish, row.Value) : [$"{row.Value[1]}: nobody sent it"]));
    }

    private IEnumerable<string> Judge(Wish wish, object[] row)
    {
        var (state, amounts, proofs) = ((string)row[2], row[5] as string, Split(row[7]));
        var events = Split(row[8]).GroupBy(kind => kind).ToDictionary(kind => kind.Key, kind => kind.Count());
        var added = wish.Added.Where(proof => proofs.Contains(Sha(proof.Key))).ToList();
        (bool Holds, string Otherwise)[] all =
        [
            (wish.Title == (string)row[1], $"is called {row[1]}"),
            (Convert.ToInt64(row[3]) == wish.Amounts.Sum() && amounts == string.Join(',', wish.Amounts), $"costs {row[3]} = {amounts}"),
            (Convert.ToInt64(row[6]) == 1, $"has {row[6]} beneficiaries"),
            (wish.Proof is null || proofs.Contains(Sha(wish.Proof)), "is without the evidence sent with it"),
            (wish.Added.All(proof => proof.Value is not Asked.Answered || proofs.Contains(Sha(proof.Key))), "is without evidence that was accepted"),
            (proofs.Length == added.Count + (wish.Proof is null ? 0 : 1), "has evidence twice, or evidence that nobody sent"),
            (proofs.All(sha => IsWhole((string)row[4], sha)), "has evidence whose file is missing or broken"),
            (state == "Recorded" ? wish.Withdrawn is not Asked.Answered : wish.Withdrawn is not Asked.No, $"is {state}, withdrawal {wish.Withdrawn}"),
            (events.GetValueOrDefault("result.recorded") == 1, $"is told {events.GetValueOrDefault("result.recorded")} times"),
            (events.GetValueOrDefault("result.evidence-attached") == added.Count, $"has {added.Count} files added, {events.GetValueOrDefault("result.evidence-attached")} times told"),
            (events.GetValueOrDefault("result.withdrawn") == (state == "Recorded" ? 0 : 1), $"is {state}, withdrawal told {events.GetValueOrDefault("result.withdrawn")} times"),
        ];
        return all.Where(rule => !rule.Holds).Select(rule => $"{wish.Title} {rule.Otherwise}");
    }

    private bool IsWhole(string province, string sha)
    {
        var file = Path.Combine(application.Files, province, sha);
        return File.Exists(file) && Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) == sha;
    }

    private static string Sha(string proof) => Convert.ToHexStringLower(SHA256.HashData(Files.Photo(proof)));

    private static string[] Split(object list) => list is string text ? text.Split(',') : [];

    private static List<object[]> Rows(SqliteConnection database, string question)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // Constant texts of this class.
        command.CommandText = question;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}
