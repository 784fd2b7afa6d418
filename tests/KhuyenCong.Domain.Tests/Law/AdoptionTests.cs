using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Tests.Law;

public sealed class AdoptionTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Guid Id = Guid.Parse("018f0000-0000-7000-8000-000000000001");
    private static readonly AdoptionText Valid = new("12/SCT-QLCN", new(2026, 11, 20), "Nguyễn Văn A (dữ liệu minh họa)", "Giám đốc", new(2026, 11, 20));

    [Fact]
    public void UnverifiedRule_IsAdopted_AndMayBlockFromThatDay()
    {
        var rule = Rule();
        var adoption = RuleAdoption.Of(Adopt(Valid, rule).Event!);
        RuleStanding.Of(rule, [], Today).ShouldBe(new(StandingKind.Unverified));
        RuleStanding.Of(rule, [adoption], Valid.From).ShouldBe(new(StandingKind.Adopted, adoption));
        RuleStanding.Of(rule, [adoption], Valid.From.AddDays(-1)).MayBlock.ShouldBeFalse();
        RuleStanding.Of(rule, [adoption], Valid.From).MayBlock.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Verification.VerifiedVerbatim, StandingKind.Verified)]
    [InlineData(Verification.Codified, StandingKind.Unverified)]
    [InlineData(Verification.Secondary, StandingKind.Unverified)]
    [InlineData(Verification.Copy, StandingKind.Unverified)]
    [InlineData(Verification.Cited, StandingKind.Unverified)]
    [InlineData(Verification.FromKnowledge, StandingKind.Unverified)]
    public void OnlyTheVerbatimText_BlocksByItself(Verification verification, StandingKind standing) =>
        RuleStanding.Of(Rule(verification), [], Today).Kind.ShouldBe(standing);

    [Fact]
    public void OutsideItsDates_ARuleNeverBlocks()
    {
        var rule = Rule(Verification.VerifiedVerbatim, from: new(2018, 7, 10), to: new(2020, 1, 1));
        RuleStanding.Of(rule, [], new(2018, 7, 9)).Kind.ShouldBe(StandingKind.NotInForce);
        RuleStanding.Of(rule, [], new(2018, 7, 10)).MayBlock.ShouldBeTrue();
        RuleStanding.Of(rule, [], new(2020, 1, 1)).MayBlock.ShouldBeTrue();
        RuleStanding.Of(rule, [], new(2020, 1, 2)).MayBlock.ShouldBeFalse();
    }

    [Fact]
    public void EveryFault_IsToldAtOnce() =>
        Codes(Adopt(new("", Today.AddDays(1), " ", "", Today), Rule(Verification.VerifiedVerbatim, province: "75")).Breaches).ShouldBe(
        [
            "adoption.number-missing", "adoption.signer-missing", "adoption.signer-title-missing", "adoption.signed-in-future",
            "adoption.before-signing", "adoption.other-territory", "adoption.already-verified",
        ]);

    [Fact]
    public void AdoptedRule_IsNotAdoptedAgain_UntilRevoked()
    {
        var rule = Rule();
        var adoption = RuleAdoption.Of(Adopt(Valid, rule).Event!);
        Codes(Adopt(Valid with { From = Today }, rule, adoption).Breaches).ShouldBe(["adoption.already-adopted"]);
        adoption.Apply(Adopting.RevokeAdoption(adoption, Today, "Đã có văn bản mới", Today).Event!);
        RuleStanding.Of(rule, [adoption], Today.AddDays(-1)).MayBlock.ShouldBeTrue();
        RuleStanding.Of(rule, [adoption], Today).MayBlock.ShouldBeFalse();
        Adopt(Valid with { SignedOn = Today, From = Today }, rule, adoption).Breaches.ShouldBeEmpty();
    }

    [Fact]
    public void Revocation_NeedsAReason_AndNeverReachesBack()
    {
        var adoption = RuleAdoption.Of(Adopt(Valid, Rule()).Event!);
        Codes(Adopting.RevokeAdoption(adoption, Today.AddDays(-1), " ", Today).Breaches).ShouldBe(["adoption.revoked-in-past", "adoption.reason-missing"]);
        Codes(Adopting.RevokeAdoption(adoption, Valid.From, "x", Today).Breaches).ShouldBe(["adoption.revoked-before-start", "adoption.revoked-in-past"]);
    }

    private enum Standing
    {
        None,
        Coming,
        InForce,
        Ending,
        Ended,
    }

    private enum Work
    {
        Adopt,
        Revoke,
    }

    // Rows are how a rule's adoption stands today; + allowed, a it is adopted already, r revoked already, s it has not begun, '-' there is nothing to revoke.
    private const string Expected = """
        None:    + -
        Coming:  a s
        InForce: a +
        Ending:  a r
        Ended:   + r
        """;

    [Fact]
    public void EveryStanding_AndWork_IsAsTheTableSays()
    {
        foreach (var (standing, work, cell) in Matrix.Of<Standing, Work>(Expected).Where(c => c.Cell is not "-"))
        {
            var rule = Rule();
            RuleAdoption[] adoptions = standing is Standing.None ? [] : [RuleAdoption.Of(Adopt(Valid with { From = standing is Standing.Coming ? Today.AddDays(9) : Valid.From }, rule).Event!)];
            if (standing is Standing.Ending or Standing.Ended)
            {
                adoptions[0].Apply(Adopting.RevokeAdoption(adoptions[0], standing is Standing.Ending ? Today.AddDays(9) : Today, "Đã có văn bản mới", Today).Event!);
            }

            RuleStanding.Of(rule, adoptions, Today).MayBlock.ShouldBe(standing is Standing.InForce or Standing.Ending);
            var breaches = work is Work.Adopt ? Adopt(Valid with { From = Today }, rule, adoptions).Breaches : Adopting.RevokeAdoption(adoptions[0], Today, "Đã có văn bản mới", Today).Breaches;
            Codes(breaches).ShouldBe(cell switch { "a" => ["adoption.already-adopted"], "r" => ["adoption.already-revoked"], "s" => ["adoption.revoked-before-start"], _ => [] }, $"{standing} {work}");
        }
    }

    // Rows are what is known of a rule's text: only the verbatim one needs no adoption, and gets none.
    [Fact]
    public void EveryVerification_ButTheVerbatim_AsksForAnAdoption()
    {
        foreach (var verification in Enum.GetValues<Verification>())
        {
            var isVerbatim = verification is Verification.VerifiedVerbatim;
            RuleStanding.Of(Rule(verification), [], Today).MayBlock.ShouldBe(isVerbatim, $"{verification}");
            Codes(Adopt(Valid, Rule(verification)).Breaches).ShouldBe(isVerbatim ? ["adoption.already-verified"] : [], $"{verification}");
        }
    }

    private static LegalRule Rule(Verification verification = Verification.Codified, DateOnly? from = null, DateOnly? to = null, string? province = null) =>
        LegalRule.From(new(Id, Id, new() { Code = "x", Text = "x", Verification = verification, EffectiveFrom = from, EffectiveTo = to, TerritoryProvinceCode = province }));

    private static Ruling<RuleAdopted> Adopt(AdoptionText text, LegalRule rule, params RuleAdoption[] adoptions) =>
        Adopting.AdoptRule(Id, "56", text, rule, adoptions, Id, Today);

    private static IEnumerable<string> Codes(IEnumerable<Breach> breaches) => breaches.Select(b => b.Code);
}
