using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Tests.Payments;

public sealed class AdvanceRuleTests
{
    private static readonly Dictionary<string, int?> Shares = new()
    {
        ["kcqg.advance.cluster"] = 3000,
        ["kcqg.advance.general"] = 7000,
        ["kcqg.advance.new-enterprise"] = 10_000,
        ["kcqg.advance.cluster-work"] = 5000,
        ["kcqg.advance.machine-work"] = 7000,
        [AdvanceRules.Ceiling] = 7000,
        [AdvanceRules.Confirmed] = null,
    };

    [Theory]
    [InlineData("cluster-infrastructure", 30_000_000)]
    [InlineData("machines", 70_000_000)]
    [InlineData("vocational-training", 70_000_000)]
    public void TheShareOfTheKind_IsTheLimit_ToTheDong(string kind, long limit)
    {
        Codes(Facts(kind, limit)).ShouldBeEmpty();
        var above = Judge(Facts(kind, limit + 1));
        above.Select(f => f.Breach.Code).ShouldBe(["payment.advance-above-share"]);
        above[0].Binds.ShouldBeTrue();
        above[0].Breach.Arguments[^1].ShouldBe(new Dong(1));
    }

    [Fact]
    public void WhatWasAdvancedBefore_Counts()
    {
        Codes(Facts("machines", 10_000_000, before: 60_000_000)).ShouldBeEmpty();
        Codes(Facts("machines", 10_000_001, before: 60_000_000)).ShouldBe(["payment.advance-above-share"]);
    }

    [Fact]
    public void ANewEnterprise_MeetsOnlyTheOldGeneralCeiling()
    {
        Codes(Facts("new-enterprise", 70_000_000)).ShouldBeEmpty();
        Codes(Facts("new-enterprise", 100_000_000)).ShouldBe(["payment.advance-above-ceiling"]);
    }

    /// <summary>Standing of the share of the new enterprise × of the reading that it comes first: both limits adopted, the 100 % is not blocked by the 70 %; the page is told why.</summary>
    [Theory]
    [InlineData(Verification.VerifiedVerbatim, Verification.VerifiedVerbatim, false, true)]
    [InlineData(Verification.VerifiedVerbatim, Verification.FromKnowledge, false, true)]
    [InlineData(Verification.Codified, Verification.VerifiedVerbatim, true, false)] // a special rule that nobody adopted sets no binding one free
    [InlineData(Verification.VerifiedVerbatim, null, true, false)]
    public void TheSpecialRule_IsAppliedBeforeTheGeneralCeiling_WhereTheLibrarySaysSo(Verification special, Verification? reading, bool binds, bool isSetAside)
    {
        LawRow? Rule(string code) => Shares.TryGetValue(code, out var share) ? Given.Rule(code, share, code == "kcqg.advance.new-enterprise" ? special : Verification.VerifiedVerbatim) : null;
        LawRow[] readings = reading is { } verification
            ? [new(LegalRule.From(new(Given.Id(), Given.Id(), new() { Code = "first", Kind = RuleKind.Condition, Title = "first", Text = "…", Regime = Regime.National, Verification = verification, Prefers = "kcqg.advance.new-enterprise", SetsAside = AdvanceRules.Ceiling })), "Văn bản minh họa", [])]
            : [];
        var found = AdvanceRules.Judge(Facts("new-enterprise", 100_000_000), (code, _) => Rule(code), null, readings).ShouldHaveSingleItem();
        (found.Breach.Code, found.Binds, found.SetAside is not null).ShouldBe(("payment.advance-above-ceiling", binds, isSetAside));
        found.SetAside?.Special.Rule.Code.ShouldBe("kcqg.advance.new-enterprise");

        // It lifts the general ceiling and nothing else.
        AdvanceRules.Judge(Facts("new-enterprise", 100_000_001), (code, _) => Rule(code), null, readings).Select(f => f.Breach.Code).ShouldBe(["payment.advance-above-share", "payment.advance-above-ceiling"]);
        AdvanceRules.Judge(Facts("vocational-training", 70_000_001), (code, _) => Rule(code), null, readings).ShouldHaveSingleItem().Binds.ShouldBeTrue();
    }

    [Fact]
    public void TheShippedOrderOfTheTwoAdvances_IsTheProductsReading_AndSaysSo()
    {
        var readings = ProgrammeJson.Read<RuleText[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "law", "rules.json"))).Where(r => r.SetsAside is not null).ToArray();
        readings.Select(r => (r.Prefers, r.SetsAside, r.Verification)).ShouldBe([("kcqg.advance.new-enterprise", AdvanceRules.Ceiling, Verification.FromKnowledge)]);
        readings.ShouldAllBe(r => r.Text.StartsWith("Cách hiểu của phần mềm", StringComparison.Ordinal) && r.VerificationNote!.StartsWith("Chưa xác minh", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(7000, "payment.work-low")]
    [InlineData(7001, "")]
    [InlineData(null, "payment.work-unknown payment.progress-unconfirmed")]
    public void Machines_NeedWorkAboveTheThreshold_TheThresholdItselfIsNotEnough(int? share, string codes) =>
        string.Join(' ', Codes(Facts("machines", 1, work: share))).ShouldBe(codes);

    [Theory]
    [InlineData(5000, "payment.item-share-low")]
    [InlineData(5001, "")]
    [InlineData(null, "payment.item-share-missing")]
    public void AClustersItem_NeedsMoreThanHalf(int? share, string codes) => string.Join(' ', Codes(Facts("cluster-infrastructure", 1, item: share))).ShouldBe(codes);

    [Theory]
    [InlineData(6000, null, "")]
    [InlineData(6000, 6000, "")]
    [InlineData(6001, 6000, "payment.item-share-above-confirmed")]
    [InlineData(6000, 5000, "payment.item-share-low payment.item-share-above-confirmed")] // judged by what was confirmed
    [InlineData(5000, 6000, "payment.item-share-below-confirmed")]
    [InlineData(null, 6000, "")]
    [InlineData(null, 5000, "payment.item-share-low")]
    public void AClustersItem_IsNoFurtherThanWasConfirmed(int? share, int? confirmed, string codes) =>
        string.Join(' ', Codes(Facts("cluster-infrastructure", 1, item: share) with { ConfirmedItemShare = confirmed })).ShouldBe(codes);

    [Fact]
    public void LessThanWasConfirmed_IsToldAndNoMore() =>
        Judge(Facts("cluster-infrastructure", 1, item: 5000) with { ConfirmedItemShare = 6000 }).ShouldHaveSingleItem().Binds.ShouldBeFalse();

    [Fact]
    public void AboveWhatWasConfirmed_BothFiguresAreSaid_AndTheRuleSaysWhetherItBlocks()
    {
        var facts = Facts("cluster-infrastructure", 1, item: 6001) with { ConfirmedItemShare = 6000 };
        var found = Judge(facts).ShouldHaveSingleItem();
        (found.Binds, found.Breach.Field).ShouldBe((true, nameof(PaymentText.ItemShare)));
        string.Join(' ', found.Breach.Arguments).ShouldBe("60,01 % 60 %");
        Judge(facts, Verification.Codified).ShouldHaveSingleItem().Binds.ShouldBeFalse();
    }

    [Fact]
    public void WhatIsNotVerified_OrOfAnotherRegime_OnlyWarns()
    {
        Judge(Facts("machines", 80_000_000), Verification.Codified).ShouldAllBe(f => !f.Binds);
        Judge(Facts("machines", 80_000_000) with { Regime = Regime.Provincial }).ShouldAllBe(f => !f.Binds);
        Judge(Facts("machines", 80_000_000)).ShouldAllBe(f => f.Binds);
    }

    /// <summary>A province that set 50 %: the nation's share is no longer suggested; its own warns while nobody verified it, and blocks once adopted.</summary>
    [Theory]
    [InlineData(Regime.Provincial)]
    [InlineData(Regime.Commune)]
    public void TheProvincesOwnShare_TakesThePlaceOfTheNations_ToTheDong(Regime regime)
    {
        var code = LocalRegulations.CodeOf("56", LocalSubject.Advance);
        var unverified = Given.Rule(code, 5000, Verification.Secondary, null);
        var adopted = unverified with { Adoptions = [RuleAdoption.Of(new(Given.Id(), "56", unverified.Rule.LegalRuleId, new("1/QĐ", Given.Today, "Người ký", "Giám đốc", Given.Today), Given.Id()))] };
        AdvanceFacts Asked(long amount) => Facts("vocational-training", amount) with { Regime = regime };
        Judge(Asked(50_000_000), own: adopted).ShouldBeEmpty();
        Judge(Asked(50_000_001), own: unverified).Select(f => (f.Breach.Code, f.Binds)).ShouldBe([("payment.advance-above-share", false)]);
        var blocked = Judge(Asked(50_000_001), own: adopted);
        blocked.Select(f => (f.Breach.Code, f.Binds)).ShouldBe([("payment.advance-above-share", true)]);
        blocked[0].Breach.Arguments[^1].ShouldBe(new Dong(1));
        Judge(Asked(80_000_000), own: Given.Rule(code, null, Verification.Secondary, null)).ShouldAllBe(f => f.Law.Rule.Code != code && !f.Binds);
        Judge(Facts("vocational-training", 70_000_000), own: adopted).ShouldBeEmpty("a national contract");
    }

    [Fact]
    public void OfSeveralContents_OnlyTheHighestShareIsCertain()
    {
        var found = Judge(Facts("machines", 40_000_000) with { KindCodes = ["machines", "cluster-infrastructure"] });
        found.Select(f => (f.Breach.Code, f.Binds)).ShouldBe([("payment.advance-above-share", false)]);
    }

    [Fact]
    public void ABindingFinding_Blocks_AndACitedDecisionLiftsIt_ButNoArithmetic()
    {
        var contract = Given.Contract();
        var finding = Judge(Facts("machines", 80_000_000))[0];
        Given.Step(Given.Request(contract), contract, PaymentAction.Request, Given.Writer(Regime.National), findings: [finding]).ShouldBe(["payment.advance-above-share"]);
        var lifted = Given.Request(contract);
        lifted.Apply(PaymentWriting.Write(contract, lifted, PaymentKind.Advance, Given.Text(80_000_000) with { OverrideNumber = "1/QĐ", OverrideDate = Given.Today, OverrideReason = "Lý do" }, Given.Wide, null, Given.Writer(Regime.National), TimeProvider.System).Event.ShouldNotBeNull());
        Given.Step(lifted, contract, PaymentAction.Request, Given.Writer(Regime.National), room: Given.Room(79_999_999), findings: [finding]).ShouldBe(["payment.above-committed"]);
        Given.Step(lifted, contract, PaymentAction.Request, Given.Writer(Regime.National), findings: [finding]).ShouldBeEmpty();
    }

    /// <summary>Whatever share is decided: papers that bind and the confirmation of what was reported are asked for all the same.</summary>
    [Fact]
    public void ADecision_ReplacesNeitherPapers_NorTheConfirmation()
    {
        var contract = Given.Contract();
        var request = Given.Request(contract);
        request.Apply(PaymentWriting.Write(contract, request, PaymentKind.Advance, Given.Text(80_000_000) with { OverrideNumber = "1/QĐ", OverrideDate = Given.Today, OverrideReason = "Lý do" }, Given.Wide, null, Given.Writer(Regime.National), TimeProvider.System).Event.ShouldNotBeNull());
        var above = Judge(Facts("machines", 80_000_000))[0];
        PaymentFinding Found(string code) => above with { Breach = new(code, null, "…") };
        string[] waived = ["payment.advance-above-share", "payment.advance-above-ceiling", "payment.work-low", "payment.work-unknown", "payment.item-share-low", "payment.item-share-missing"];
        Given.Step(request, contract, PaymentAction.Request, Given.Writer(Regime.National), findings: [.. waived.Select(Found), Found("payment.paper-missing"), Found("payment.progress-unconfirmed")])
            .ShouldBe(["payment.paper-missing", "payment.progress-unconfirmed"]);
        Given.Step(request, contract, PaymentAction.Request, Given.Writer(Regime.National), findings: [.. waived.Select(Found)]).ShouldBeEmpty();
    }

    [Fact]
    public void ADecision_IsCitedWhole_OrNotAtAll() =>
        PaymentWriting.Write(Given.Contract(), null, PaymentKind.Advance, Given.Text(1) with { OverrideReason = "Lý do" }, Given.Room(), null, Given.Writer(Regime.National), TimeProvider.System)
            .Breaches.Select(b => b.Code).ShouldBe(["payment.override-number-missing", "payment.override-date-missing"]);

    [Fact]
    public void EveryRuleOfTheTable_IsShipped()
    {
        var shipped = ProgrammeJson.Read<RuleText[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "law", "rules.json"))).Select(r => r.Code).ToHashSet();
        foreach (var code in AdvanceRules.Table.SelectMany(r => new[] { r.RuleCode, r.WorkRuleCode }).OfType<string>().Concat([AdvanceRules.Ceiling, AdvanceRules.Confirmed, AdvanceRules.Exception]))
        {
            shipped.ShouldContain(code);
        }
    }

    private static AdvanceFacts Facts(string kind, long wanted, long before = 0, int? work = 7001, int? item = 5001) => new(
        Regime.National, Given.Today, [kind], "k3", Amount(Given.Bound), Amount(before), Amount(wanted), work, item);

    private static Dictionary<string, Dong> Amount(long amount) => new() { [Given.Source] = new(amount) };

    private static IEnumerable<string> Codes(AdvanceFacts facts) => Judge(facts).Select(f => f.Breach.Code);

    private static IReadOnlyList<PaymentFinding> Judge(AdvanceFacts facts, Verification verification = Verification.VerifiedVerbatim, LawRow? own = null) =>
        AdvanceRules.Judge(facts, (code, _) => Shares.TryGetValue(code, out var share) ? Given.Rule(code, share, verification) : (LawRow?)null, own is null ? [] : [new(own, true)]);
}
