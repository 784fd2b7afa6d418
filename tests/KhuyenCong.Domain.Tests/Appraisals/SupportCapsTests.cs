using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Tests.Norms;
using KhuyenCong.Domain.Tests.Projects;

namespace KhuyenCong.Domain.Tests.Appraisals;

public sealed class SupportCapsTests
{
    [Fact]
    public void AnUnverifiedNorm_OnlyWarns_AVerifiedOneCaps()
    {
        var unverified = Caps(Books.Norm(ceiling: 150_000_000, regime: Regime.Provincial, verification: Verification.Secondary));
        (unverified.Binding.Provincial, unverified.Known.Provincial).ShouldBe((new Dong(200_000_000), new Dong(150_000_000)));
        unverified.Faults(Proposed(200_000_000)).ShouldBeEmpty();
        unverified.ExceedsKnown(Proposed(200_000_000)).ShouldBeTrue();

        var verified = Caps(Books.Norm(ceiling: 150_000_000, regime: Regime.Provincial));
        verified.Faults(Proposed(150_000_001)).Select(b => b.Code).ShouldBe(["support.over-cap"]);
        verified.Faults(Proposed(150_000_000)).ShouldBeEmpty();
    }

    [Fact]
    public void OneSource_IsToldOnce_SeveralTogetherToo()
    {
        SupportCaps one = new(new(Provincial: new Dong(200)), new(Provincial: new Dong(150)), new(Provincial: new Dong(150))) { BindingTotal = new(150), KnownTotal = new(150) };
        one.Faults(Proposed(151)).Select(b => b.Code).ShouldBe(["support.over-cap"]);
        one.Faults(Proposed(201)).Select(b => b.Code).ShouldBe(["support.over-asked"]);
        SupportCaps two = new(new(new Dong(200), new Dong(200)), new(new Dong(150), new Dong(150)), new(new Dong(150), new Dong(150))) { BindingTotal = new(150), KnownTotal = new(150) };
        two.Faults(new(new Dong(100), new Dong(100))).Select(b => b.Code).ShouldBe(["support.over-cap-together"]);
        two.Faults(new(new Dong(151), new Dong(100))).Select(b => b.Code).ShouldBe(["support.over-cap", "support.over-cap-together"]);
    }

    [Fact]
    public void AnAdoptedNorm_CapsFromItsDayOn()
    {
        var norm = Books.Norm(ceiling: 150_000_000, regime: Regime.Provincial, verification: Verification.Secondary);
        var adoption = RuleAdoption.Of(new(Books.Id(), "56", norm.Id, new("1/TB-SCT", Given.Today.AddDays(-1), "A", "Giám đốc", Given.Today.AddDays(-1)), Books.Id()));
        var adopted = norm with { Law = norm.Law with { Adoptions = [adoption] } };
        Caps(adopted).Faults(Proposed(150_000_001)).ShouldNotBeEmpty();
        Caps(adopted, Given.Today.AddDays(-2)).Faults(Proposed(150_000_001)).ShouldBeEmpty();
    }

    [Fact]
    public void NobodyGetsMoreThanAsked_AndBlankIsNotZero()
    {
        var caps = Sittings.Caps(Given.Project());
        caps.Faults(Proposed(200_000_001)).Select(b => b.Code).ShouldBe(["support.over-asked"]);
        caps.Faults(ProposedSupport.None).Select(b => b.Code).ShouldBe(["support.proposed-missing"]);
        caps.Faults(Proposed(0)).ShouldBeEmpty();
        caps.Faults(Proposed(-1)).Select(b => b.Code).ShouldBe(["amount.negative"]);
        caps.Faults(new(new Dong(1), new Dong(1))).Select(b => b.Code).ShouldBe(["support.over-asked"]);
    }

    private static ProposedSupport Proposed(long provincial) => new(Provincial: new Dong(provincial));

    private static SupportCaps Caps(Norm norm, DateOnly? day = null)
    {
        var (project, on) = (Given.Project(), day ?? Given.Today);
        var forms = new Dictionary<Guid, LegalForm> { [Given.Establishment] = LegalForm.HouseholdBusiness };
        return SupportCaps.Of(project, ProjectCheck.Of(project, forms, Books.Of(norm), on).Select(c => c.Answer), on);
    }
}
