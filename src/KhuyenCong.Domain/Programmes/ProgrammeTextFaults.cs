namespace KhuyenCong.Domain.Programmes;

/// <summary>Lỗi của văn bản chương trình: every fault of a text at once, each with the path of its field ("statements[3].unit").</summary>
/// <remarks>Paths count from 0 by place, because a code may be what is wrong. Forms and the Excel reader map them to their cells.</remarks>
public static class ProgrammeTextFaults
{
    public const int LongestPeriod = 10;
    public const int LongestNumber = 100;
    public const int LongestTitle = 500;
    public const int LongestUnit = 100;
    public const int LongestCode = 40;

    public static IEnumerable<Breach> Find(ProgrammeText text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Heading(text, today).Concat(Contents(text)).Concat(Statements(text)).Concat(Money(text)).Concat(Aims(text)).Concat(Annexes(text));
    }

    private static IEnumerable<Breach> Heading(ProgrammeText text, DateOnly today)
    {
        var decision = text.Decision;
        foreach (var (value, field) in new[] { (decision.Number, "decision.number"), (decision.Issuer, "decision.issuer"), (decision.Title, "decision.title"), (text.Title, "title") })
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                yield return new("programme.missing", field);
            }
        }

        foreach (var breach in Short(decision.Number, LongestNumber, "decision.number").Concat(Short(text.Title, LongestTitle, "title")))
        {
            yield return breach;
        }

        if (decision.Date == default)
        {
            yield return new("programme.missing", "decision.date");
        }
        else if (decision.Date > today)
        {
            yield return new("programme.decision-in-future", "decision.date");
        }

        if (text.FromYear is < 2000 or > 2100)
        {
            yield return new("programme.year-absurd", "fromYear", text.FromYear);
        }
        else if (text.ToYear < text.FromYear)
        {
            yield return new("programme.period-backwards", "toYear", text.FromYear, text.ToYear);
        }
        else if (text.ToYear - text.FromYear + 1 > LongestPeriod)
        {
            yield return new("programme.period-long", "toYear", LongestPeriod);
        }
    }

    private static IEnumerable<Breach> Contents(ProgrammeText text)
    {
        var codes = new HashSet<string>();
        foreach (var (content, path) in text.Contents.Select((c, i) => (c, $"contents[{i}]")))
        {
            foreach (var breach in Code(content.Code, codes, path).Concat(Needed(content.Name, path + ".name")).Concat(Sources(content.Sources ?? [], path)))
            {
                yield return breach;
            }
        }
    }

    private static IEnumerable<Breach> Statements(ProgrammeText text)
    {
        if (text.Statements.Count == 0)
        {
            yield return new("programme.no-targets", "statements");
        }

        var codes = new HashSet<string>();
        var firsts = text.Statements.Where(s => s.SameAs is null).Select(s => s.Code).ToHashSet();
        foreach (var (statement, path) in text.Statements.Select((s, i) => (s, $"statements[{i}]")))
        {
            foreach (var breach in Code(statement.Code, codes, path)
                         .Concat(Needed(statement.Name, path + ".name"))
                         .Concat(Needed(statement.Unit, path + ".unit"))
                         .Concat(Short(statement.Unit, LongestUnit, path + ".unit"))
                         .Concat(Needed(statement.Clause, path + ".clause"))
                         .Concat(Needed(statement.Quote, path + ".quote"))
                         .Concat(Sources(statement.Sources, path))
                         .Concat(Count(statement.Quantity, path + ".quantity"))
                         .Concat(Count(statement.Titles, path + ".titles"))
                         .Concat(Count(statement.Copies, path + ".copies"))
                         .Concat(Content(text, statement.ContentCode, path)))
            {
                yield return breach;
            }

            if (statement.SameAs is { } first && !firsts.Contains(first))
            {
                yield return new("programme.same-as-unknown", path + ".sameAs", first);
            }
        }
    }

    private static IEnumerable<Breach> Money(ProgrammeText text)
    {
        var codes = new HashSet<string>();
        var cells = new HashSet<(string?, int?, string?)>();
        foreach (var (line, path) in text.Money.Select((m, i) => (m, $"money[{i}]")))
        {
            foreach (var breach in Code(line.Code, codes, path)
                         .Concat(Needed(line.Name, path + ".name"))
                         .Concat(Needed(line.Clause, path + ".clause"))
                         .Concat(Needed(line.Quote, path + ".quote"))
                         .Concat(line.Source is { } source ? Source(source, path + ".source") : [])
                         .Concat(Content(text, line.ContentCode, path)))
            {
                yield return breach;
            }

            if (line.Year is { } year && (year < text.FromYear || year > text.ToYear))
            {
                yield return new("programme.year-outside", path + ".year", text.FromYear, text.ToYear);
            }

            if (!cells.Add((line.Source, line.Year, line.ContentCode)))
            {
                yield return new("programme.money-cell-twice", path, line.Name);
            }

            if (line.Printed is { } printed && (printed < Dong.Zero || printed.Amount > AmountText.Largest))
            {
                yield return new(printed < Dong.Zero ? "amount.negative" : "amount.absurd", path + ".printed");
            }

            if (line.PrintedShare is < 0 or > 10_000)
            {
                yield return new("programme.share-absurd", path + ".printedShare");
            }
        }
    }

    private static IEnumerable<Breach> Aims(ProgrammeText text)
    {
        var codes = new HashSet<string>();
        return text.Aims.SelectMany((a, i) => Code(a.Code, codes, $"aims[{i}]").Concat(Needed(a.Name, $"aims[{i}].name")).Concat(Content(text, a.ContentCode, $"aims[{i}]")));
    }

    private static IEnumerable<Breach> Annexes(ProgrammeText text) =>
        text.MissingAnnexes.SelectMany((a, i) => Needed(a.Name, $"missingAnnexes[{i}].name").Concat(Needed(a.Quote, $"missingAnnexes[{i}].quote")));

    private static IEnumerable<Breach> Code(string code, HashSet<string> seen, string path) =>
        string.IsNullOrWhiteSpace(code) ? [new("programme.missing", path + ".code")]
        : !seen.Add(code) ? [new("programme.code-twice", path + ".code", code)]
        : Short(code, LongestCode, path + ".code");

    private static IEnumerable<Breach> Short(string value, int longest, string field) =>
        value.Length > longest ? [new("programme.text-long", field, longest)] : [];

    private static IEnumerable<Breach> Needed(string? value, string field) =>
        string.IsNullOrWhiteSpace(value) ? [new("programme.missing", field)] : [];

    private static IEnumerable<Breach> Count(long? number, string field) =>
        number is null or > 0 and <= RecordResult.LargestQuantity ? [] : [new("programme.quantity-absurd", field, number.Value)];

    private static IEnumerable<Breach> Content(ProgrammeText text, string? code, string path) =>
        code is null || text.Contents.Any(c => c.Code == code) ? [] : [new("programme.content-unknown", path + ".contentCode", code)];

    private static IEnumerable<Breach> Sources(IReadOnlyList<string> sources, string path) =>
        sources.SelectMany((s, i) => Source(s, $"{path}.sources[{i}]"));

    private static IEnumerable<Breach> Source(string code, string field) =>
        FundingSource.Find(code) is null ? [new("programme.source-unknown", field, code)] : [];
}
