using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;

namespace KhuyenCong.Domain.Tests.Norms;

public sealed class PaperListTests
{
    private static readonly DateOnly Today = Books.Day;
    private static readonly SupportKind Machines = SupportKind.Of(Books.Machines, 0);
    private static readonly LegalDocument Document = LegalDocument.From(new(Books.Id(), new() { Number = "9/QĐ-UBND", TerritoryProvinceCode = "56" }));

    private static readonly RuleText Text = new()
    {
        Title = "Hồ sơ khuyến công địa phương",
        Article = "7",
        Regime = Regime.Provincial,
        TerritoryProvinceCode = "56",
        EffectiveFrom = new(2026, 1, 1),
        Verification = Verification.Secondary,
    };

    private static readonly PaperListText List = new(CheckStage.Filing, null, PaperLine.Read("Đơn đề nghị\nBáo giá (nếu là máy mua mới)"));

    [Fact]
    public void PastedLines_AreReadAsPapers_WithTheCaseInWhichTheyAreNeeded() =>
        PaperLine.Read("  1. Đơn đề nghị hỗ trợ;\r\n- Đề án (Mẫu 02);\n\na) Giấy ủy quyền (nếu nộp thay).\n+ Hợp đồng (Đối với máy đã mua)").ShouldBe(
        [
            new("Đơn đề nghị hỗ trợ", null), new("Đề án (Mẫu 02)", null), new("Giấy ủy quyền", "nếu nộp thay"), new("Hợp đồng", "Đối với máy đã mua"),
        ]);

    [Fact]
    public void AList_IsOneDatedRule_WithItsPapers()
    {
        var entered = Enter(Text, List).Event.ShouldNotBeNull();
        (entered.Rule.Text.Kind, entered.Rule.Text.Code, entered.Rule.Text.Text).ShouldBe((RuleKind.Form, "papers.56.n.t.", "Đơn đề nghị; Báo giá (nếu là máy mua mới)."));
        var papers = entered.Papers(Books.Id);
        papers.Select(p => (p.ProvinceCode, p.Name, p.OnlyIf, p.Stage, p.IsForEvery)).ShouldBe([("56", "Đơn đề nghị", null, CheckStage.Filing, true), ("56", "Báo giá", "nếu là máy mua mới", CheckStage.Filing, true)]);
        papers[0].Code.ShouldBe(new PaperLine("Đơn  ĐỀ NGHỊ", null).CodeIn("56"), "what is attached outlives a new list");
    }

    [Fact]
    public void EveryFault_IsToldAtOnce() =>
        PaperListWriting.Enter(Books.Id(), new() { TerritoryProvinceCode = "75", Verification = Verification.VerifiedVerbatim }, new(CheckStage.Appraisal, "x", []), null, null, [], "56").Breaches.Select(b => b.Code).ShouldBe(
        [
            "papers.title-missing", "papers.regime-missing", "papers.stage-missing", "norm.kind-missing", "papers.document-missing", "papers.clause-missing", "norm.not-own", "norm.from-missing", "papers.verified-by-entry", "papers.none",
        ]);

    [Theory]
    [InlineData("Đơn\nĐƠN", "papers.twice")]
    [InlineData("Đơn\nĐề án", null)]
    public void OnePaper_StandsOnce(string typed, string? code) => Codes(Enter(Text, List with { Papers = PaperLine.Read(typed) })).ShouldBe(code is null ? [] : [code]);

    [Fact]
    public void TooLong_OrTooMany_IsRefused()
    {
        Codes(Enter(Text, List with { Papers = [new(new('a', 301), null)] })).ShouldBe(["papers.name-long"]);
        Codes(Enter(Text, List with { Papers = [new("ngắn", new('a', 201))] })).ShouldBe(["papers.name-long"]);
        Codes(Enter(Text, List with { Papers = [.. Enumerable.Range(0, 61).Select(i => new PaperLine($"Giấy {i}", null))] })).ShouldBe(["papers.too-many"]);
    }

    [Fact]
    public void TwoLists_OfOnePlaceAndTime_AreNotEntered()
    {
        var known = Known(new(2026, 1, 1), new(2026, 6, 30));
        Codes(Enter(Text, List, known)).ShouldBe(["papers.overlaps"]);
        Enter(Text with { EffectiveFrom = new(2026, 7, 1) }, List, known).Breaches.ShouldBeEmpty();
        Enter(Text with { Regime = Regime.Commune }, List, known).Breaches.ShouldBeEmpty();
        Enter(Text, List with { Stage = CheckStage.Settlement }, known).Breaches.ShouldBeEmpty();
        Enter(Text, List with { KindCode = Books.Kind }, known).Breaches.ShouldBeEmpty();
    }

    [Fact]
    public void AListTakenBackBeforeItBegan_LeavesItsDayToTheNext()
    {
        var known = Known(Today.AddDays(5), null);
        known.Law.Rule.Apply(PaperListWriting.End(known, Today.AddDays(5), "56", Today).Event.ShouldNotBeNull());
        var next = Enter(Text with { EffectiveFrom = Today.AddDays(5) }, List, known).Event.ShouldNotBeNull();
        next.Rule.Text.Code.ShouldBe("papers.56.n.t..1");
    }

    [Theory]
    [InlineData("2026-11-22", null)]
    [InlineData("2026-11-21", "papers.ended-in-past")]
    [InlineData("2027-01-01", null)]
    [InlineData("2027-01-02", "papers.already-ended")]
    public void AList_EndsFromTodayOn_AndStaysForItsTime(string from, string? code)
    {
        var known = Known(new(2026, 1, 1), new(2027, 1, 1));
        var ruling = PaperListWriting.End(known, DateOnly.Parse(from), "56", Today);
        Codes(ruling).ShouldBe(code is null ? [] : [code]);
        if (ruling.Event is { } ended)
        {
            known.Law.Rule.Apply(ended);
            known.Law.Rule.Covers(DateOnly.Parse(from).AddDays(-1)).ShouldBeTrue();
            known.Law.Rule.Covers(DateOnly.Parse(from)).ShouldBeFalse();
        }
    }

    private enum Standing
    {
        Coming,
        InForce,
        Ending,
        Past,
    }

    private enum Work
    {
        EndToday,
        EndAtItsBeginning,
        EnterTheNextFromToday,
    }

    // Rows are how a list stands today; b it has not begun, e it ended already, p not in the past, o the two would overlap.
    private const string Expected = """
        Coming:  b + o
        InForce: + p o
        Ending:  + p o
        Past:    e p +
        """;

    private static readonly Dictionary<char, string> Reasons = new() { ['b'] = "papers.ended-before-start", ['e'] = "papers.already-ended", ['p'] = "papers.ended-in-past", ['o'] = "papers.overlaps" };

    [Fact]
    public void EveryStanding_AndWork_IsAsTheTableSays()
    {
        foreach (var (standing, work, cell) in Matrix.Of<Standing, Work>(Expected))
        {
            var from = standing is Standing.Coming ? Today.AddDays(9) : new(2026, 1, 1);
            var list = Known(from, standing switch { Standing.Ending => Today.AddDays(9), Standing.Past => Today.AddDays(-1), _ => null });
            var codes = work switch
            {
                Work.EndToday => Codes(PaperListWriting.End(list, Today, "56", Today)),
                Work.EndAtItsBeginning => Codes(PaperListWriting.End(list, from, "56", Today)),
                _ => Codes(Enter(Text with { EffectiveFrom = Today }, List, list)),
            };
            codes.ShouldBe(cell is "+" ? [] : cell.Select(c => Reasons[c]), $"{standing} {work}");
        }
    }

    [Fact]
    public void AnotherProvince_EndsNothing_AndNothingEndsBeforeItBegan()
    {
        Codes(PaperListWriting.End(Known(new(2026, 1, 1), null), Today, "75", Today)).ShouldBe(["norm.not-own"]);
        Codes(PaperListWriting.End(Known(Today.AddDays(9), null), Today, "56", Today)).ShouldBe(["papers.ended-before-start"]);
    }

    [Fact]
    public void AProvincialDossier_IsRemindedByTheProvincesList_AndRefusedOnceItIsAdopted()
    {
        var list = Known(new(2026, 1, 1), null);
        var book = Books.Of(Books.Norm(regime: Regime.Provincial, province: "56")).With(list.Law, list.Papers);
        var facts = Books.Facts(Books.Line(100)) with { Regime = Regime.Provincial, Papers = [] };
        var reminded = EligibilityCheck.Of(facts, book);
        reminded.Statements.Select(s => (s.Code, s.Severity)).ShouldBe([("check.paper-missing", Severity.Warns), ("check.paper-maybe", Severity.Warns)]);
        reminded.Verdict.ShouldBe(Verdict.Eligible);
        EligibilityCheck.Of(facts with { Regime = Regime.Commune, Lines = [] }, book).Codes().ShouldNotContain("check.paper-missing");

        var adopted = book.Adopting(list.Law.Rule.LegalRuleId, [RuleAdoption.Of(new(Books.Id(), "56", list.Law.Rule.LegalRuleId, new("1/TB", Today, "A", "B", Today), Books.Id()))]);
        EligibilityCheck.Of(facts, adopted).Verdict.ShouldBe(Verdict.NotEligible);
        EligibilityCheck.Of(facts with { Papers = [list.Papers[0].Code] }, adopted).Verdict.ShouldBe(Verdict.Eligible);
        var effect = NormChange.Effects([new(Books.Id(), "DA-01", facts)], book, adopted).ShouldHaveSingleItem();
        effect.WouldRefuse.ShouldBeTrue();
    }

    [Fact]
    public void AListOfOneKind_IsAskedOfThatKindOnly()
    {
        var other = SupportKind.Of(Books.Machines with { Code = "advice", Checklist = "D02a" }, 1);
        var rule = Books.Row("papers.x");
        var paper = RequiredPaper.Of(Books.Id(), rule.Rule.LegalRuleId, null, "D04", CheckStage.Settlement, new("d04-1", "Hợp đồng chuyển giao"), 0, "machines");
        paper.IsFor(Machines).ShouldBeTrue("its kind says so, whatever the checklist of the kind is");
        paper.IsFor(other).ShouldBeFalse();
        paper.IsForEvery.ShouldBeFalse();
    }

    [Fact]
    public void AtSettlement_TheNationalListsServeAsReference_UntilTheProvinceHasItsOwn()
    {
        var national = Books.Row("papers.remaining.d05", text: new() { Regime = Regime.National });
        var paper = RequiredPaper.Of(Books.Id(), national.Rule.LegalRuleId, null, "D05", CheckStage.Settlement, new("d05-1", "Hợp đồng mua máy"), 0);
        var book = Books.With([national], [paper], Books.Norm());
        var facts = Books.Facts(Books.Line(100)) with { Regime = Regime.Provincial };
        var reference = book.PapersAtSettlement(facts);
        (reference.IsOwn, reference.Papers.Single().Paper.Code).ShouldBe((false, "d05-1"));
        book.PapersAtSettlement(facts with { Regime = Regime.National }).IsOwn.ShouldBeTrue();
        var own = Known(new(2026, 1, 1), null, CheckStage.Settlement);
        book.With(own.Law, own.Papers).PapersAtSettlement(facts).ShouldSatisfyAllConditions(p => p.IsOwn.ShouldBeTrue(), p => p.Papers.Count.ShouldBe(2));
    }

    private static PaperList Known(DateOnly from, DateOnly? to, CheckStage stage = CheckStage.Filing)
    {
        var entered = Enter(Text with { EffectiveFrom = from, EffectiveTo = to }, List with { Stage = stage }).Event.ShouldNotBeNull();
        return new(new(LegalRule.From(entered.Rule), "Văn bản minh họa", []), entered.Papers(Books.Id));
    }

    private static Ruling<PaperListEntered> Enter(RuleText text, PaperListText list, params PaperList[] existing) =>
        PaperListWriting.Enter(Books.Id(), text, list, Document, list.KindCode is null ? null : Machines, existing, "56");

    private static IEnumerable<string> Codes<T>(Ruling<T> ruling)
        where T : class => ruling.Breaches.Select(b => b.Code);
}
