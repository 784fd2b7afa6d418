using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Norms;

/// <summary>Nhập, chấm dứt danh mục giấy tờ của tỉnh: what was in force is never edited, it ends and a new list begins.</summary>
public static class PaperListWriting
{
    public const int MostPapers = 60;
    public const int LongestName = 300;
    public const int LongestCase = 200;

    /// <param name="ruleId">The id to give.</param>
    /// <param name="text">The rule as entered; its code and wording follow from the list.</param>
    /// <param name="list">When, for which kind of support, which papers.</param>
    /// <param name="document">The document that sets it.</param>
    /// <param name="kind">The kind of support, where the list is of one.</param>
    /// <param name="existing">The lists the province knows.</param>
    /// <param name="province">A province enters its own lists only; for national projects they come beside the circular's.</param>
    public static Ruling<PaperListEntered> Enter(Guid ruleId, RuleText text, PaperListText list, LegalDocument? document, SupportKind? kind, IEnumerable<PaperList> existing, string province)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(existing);
        var same = existing.Where(l => IsSamePlace(l, text, list, province)).ToArray();
        var twin = Array.Find(same, l => Overlap(l.Law.Rule, text));
        var again = same.Count(l => l.Law.Rule.EffectiveFrom == text.EffectiveFrom);
        return Decide.Unless(
            [.. Faults(text, list, document, kind, province), .. PaperFaults(list.Papers), .. Of(twin is null, "papers.overlaps", nameof(text.EffectiveFrom), twin?.Law.Rule.Title ?? "")],
            () => new PaperListEntered(
                new(ruleId, document!.LegalDocumentId, text with { Kind = RuleKind.Form, Code = CodeOf(text, list, province, again), Text = string.Join("; ", list.Papers.Select(p => p.Spoken)) + "." }),
                province,
                list));
    }

    /// <summary>A list ends the day before <paramref name="from"/> and stays for the dossiers of its time.</summary>
    public static Ruling<RuleEnded> End(PaperList list, DateOnly from, string province, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(list);
        var rule = list.Law.Rule;
        return Decide.If(
            () => new RuleEnded(rule.LegalRuleId, from.AddDays(-1)),
            (rule.TerritoryProvinceCode == province, new("norm.not-own")),
            (rule.EffectiveTo is not { } end || from <= end, new("papers.already-ended", nameof(from), $"{rule.EffectiveTo:dd/MM/yyyy}")),
            (rule.EffectiveFrom is not { } start || from >= start, new("papers.ended-before-start", nameof(from), $"{rule.EffectiveFrom:dd/MM/yyyy}")),
            (from >= today, new("papers.ended-in-past", nameof(from))));
    }

    private static IEnumerable<Breach> Faults(RuleText text, PaperListText list, LegalDocument? document, SupportKind? kind, string province) =>
    [
        .. Of(!string.IsNullOrWhiteSpace(text.Title), "papers.title-missing", nameof(text.Title)),
        .. Of(text.Regime is not null, "papers.regime-missing", nameof(text.Regime)),
        .. Of(list.Stage is CheckStage.Filing or CheckStage.Settlement, "papers.stage-missing", nameof(list.Stage)),
        .. Of(list.KindCode is null || kind?.Code == list.KindCode, "norm.kind-missing", nameof(list.KindCode)),
        .. Of(document is not null, "papers.document-missing", nameof(text.Document)),
        .. Of(document?.TerritoryProvinceCode is null || document.TerritoryProvinceCode == province, "norm.document-foreign", nameof(text.Document)),
        .. Of(!string.IsNullOrWhiteSpace(text.Article) || !string.IsNullOrWhiteSpace(text.Clause), "papers.clause-missing", nameof(text.Article)),
        .. Of(text.TerritoryProvinceCode == province, "norm.not-own", ""),
        .. Of(text.EffectiveFrom is not null, "norm.from-missing", nameof(text.EffectiveFrom)),
        .. Of(text.EffectiveTo is not { } to || text.EffectiveFrom is not { } from || from <= to, "norm.effective-reversed", nameof(text.EffectiveTo)),
        .. Of(text.Verification is not Verification.VerifiedVerbatim, "papers.verified-by-entry", nameof(text.Verification)),
    ];

    private static IEnumerable<Breach> PaperFaults(IReadOnlyList<PaperLine> papers) =>
    [
        .. Of(papers.Count > 0, "papers.none", nameof(PaperListText.Papers)),
        .. Of(papers.Count <= MostPapers, "papers.too-many", nameof(PaperListText.Papers), MostPapers),
        .. papers.Where(p => p.Name.Length > LongestName || p.OnlyIf?.Length > LongestCase).SelectMany(p => Of(false, "papers.name-long", nameof(PaperListText.Papers), p.Name[..Math.Min(40, p.Name.Length)], LongestName, LongestCase)),
        .. papers.GroupBy(p => p.CodeIn("")).Where(g => g.Count() > 1).SelectMany(g => Of(false, "papers.twice", nameof(PaperListText.Papers), g.First().Name)),
    ];

    private static Breach[] Of(bool holds, string code, string field, params object[] arguments) => holds ? [] : [new(code, field.Length == 0 ? null : field, arguments)];

    private static bool IsSamePlace(PaperList known, RuleText text, PaperListText list, string province) =>
        known.Law.Rule.TerritoryProvinceCode == province && known.Law.Rule.Regime == text.Regime && known.Stage == list.Stage && known.KindCode == list.KindCode;

    private static bool Overlap(LegalRule rule, RuleText text) =>
        (rule.EffectiveTo is not { } end || text.EffectiveFrom is not { } from || from <= end) && (text.EffectiveTo is not { } to || rule.EffectiveFrom is not { } start || start <= to);

    /// <summary>Lists of one place are versions of one rule; one taken back before it began leaves its day to the next.</summary>
    private static string CodeOf(RuleText text, PaperListText list, string province, int again)
    {
        var stage = list.Stage is CheckStage.Filing ? "n" : "q";
        var regime = text.Regime switch { Regime.National => "qg", Regime.Provincial => "t", _ => "x" };
        return $"papers.{province}.{stage}.{regime}.{list.KindCode}{(again > 0 ? $".{again}" : "")}";
    }
}

/// <summary>Danh mục giấy tờ: a dated rule with its papers.</summary>
public sealed record PaperList(LawRow Law, IReadOnlyList<RequiredPaper> Papers)
{
    public CheckStage Stage => Papers[0].Stage;

    public string? Checklist => Papers[0].Checklist;

    public string? KindCode => Papers[0].KindCode;
}

/// <summary>Nội dung danh mục giấy tờ do tỉnh nhập.</summary>
/// <param name="Stage">When they are asked for.</param>
/// <param name="KindCode">The kind of support; null = every kind.</param>
/// <param name="Papers">In the order of the document.</param>
public sealed record PaperListText(CheckStage Stage, string? KindCode, IReadOnlyList<PaperLine> Papers);

/// <summary>Một dòng của danh mục giấy tờ, as pasted from the document.</summary>
public sealed partial record PaperLine(string Name, string? OnlyIf)
{
    public string Spoken => OnlyIf is null ? Name : $"{Name} ({OnlyIf})";

    /// <summary>The same paper has the same code in every list of a province, so that what is attached to a dossier outlives a new version.</summary>
    public string CodeIn(string province) => $"{province}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SearchText.Fold(Name))))[..16]}";

    /// <summary>One paper a line; numbering and bullets are dropped, "(nếu …)" at the end says in which case the paper is needed.</summary>
    public static IReadOnlyList<PaperLine> Read(string? typed) =>
        [.. (typed ?? "").Normalize().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Of).Where(p => p.Name.Length > 0)];

    private static PaperLine Of(string line)
    {
        var name = Numbering().Replace(line, "").TrimEnd(';', '.', ' ');
        return Case().Match(name) is { Success: true } found ? new(name[..found.Index].TrimEnd(), found.Groups[1].Value.Trim()) : new(name, null);
    }

    [GeneratedRegex(@"^\s*(?:[-–•*+]|\d{1,2}[.)]|[a-zđ]\))\s*")]
    private static partial Regex Numbering();

    [GeneratedRegex(@"\(((?:nếu|đối với|trường hợp)\s[^()]*)\)$", RegexOptions.IgnoreCase)]
    private static partial Regex Case();
}

/// <summary>Đã nhập danh mục giấy tờ.</summary>
public sealed record PaperListEntered(RuleAdded Rule, string ProvinceCode, PaperListText List)
{
    /// <summary>Lists of provinces stand after the shipped ones.</summary>
    private const int AfterShipped = 100_000;

    public IReadOnlyList<RequiredPaper> Papers(Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(newId);
        return [.. List.Papers.Select((p, i) => RequiredPaper.Of(newId(), Rule.LegalRuleId, ProvinceCode, null, List.Stage, new(p.CodeIn(ProvinceCode), p.Name, p.OnlyIf), AfterShipped + i, List.KindCode))];
    }
}
