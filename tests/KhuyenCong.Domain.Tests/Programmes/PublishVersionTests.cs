using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Tests.Programmes;

public class PublishVersionTests
{
    private static readonly ProgrammeText Good = Shipped.DongNai.Text;

    [Fact]
    public void BothShippedTexts_MayBePublished()
    {
        Publish(Shipped.KhanhHoa.Text).Breaches.ShouldBeEmpty();
        var published = Publish(Shipped.DongNai.Text).Event!;
        published.InForceFrom.ShouldBe(new DateOnly(2026, 1, 7));
    }

    [Theory]
    [InlineData(ProgrammeLevel.Commune, true, false, true)]
    [InlineData(ProgrammeLevel.Commune, true, true, false)]
    [InlineData(ProgrammeLevel.Commune, false, false, false)]
    [InlineData(ProgrammeLevel.Province, true, false, false)]
    public void InACommune_TheWriterLeavesItToSomebodyWhoDidNotWrite(ProgrammeLevel level, bool wrote, bool otherWroteToo, bool refused)
    {
        var (publisher, other) = (Given.NewId(), Given.NewId());
        var programme = Programme.From(new(Given.NewId(), "56", level, level is ProgrammeLevel.Commune ? "22363" : null, "Chương trình", 2026, 2030));
        Guid[] writers = [.. wrote ? [publisher] : Array.Empty<Guid>(), .. otherWroteToo ? [other] : Array.Empty<Guid>()];
        (PublishVersion.WriterPublishes(programme, publisher, writers, [publisher, other])?.Code).ShouldBe(refused ? "programme.writer-publishes" : null);
        PublishVersion.WriterPublishes(programme, publisher, writers, [publisher]).ShouldBeNull("whoever is alone does both");
    }

    [Fact]
    public void EveryFault_IsTold_WithItsField()
    {
        var text = Good with
        {
            Decision = new(" ", default, "", ""),
            Title = "",
            Statements = [Good.Statements[0] with { SameAs = "X", Quantity = 0, ContentCode = "9" }, Good.Statements[0] with { Sources = ["Y"] }],
            Money = [Good.Money[0] with { Year = 2031 }, Good.Money[1] with { Source = "Z", Printed = new Dong(-1), PrintedShare = 10_001 }],
        };

        Publish(text).Breaches.Select(b => $"{b.Field} {b.Code}").ShouldBe(
            [
                "decision.number programme.missing",
                "decision.issuer programme.missing",
                "decision.title programme.missing",
                "title programme.missing",
                "decision.date programme.missing",
                "statements[0].quantity programme.quantity-absurd",
                "statements[0].contentCode programme.content-unknown",
                "statements[0].sameAs programme.same-as-unknown",
                "statements[1].code programme.code-twice",
                "statements[1].sources[0] programme.source-unknown",
                "money[0].year programme.year-outside",
                "money[1].source programme.source-unknown",
                "money[1].printed amount.negative",
                "money[1].printedShare programme.share-absurd",
            ]);
    }

    [Theory]
    [InlineData(2026, 2035, null)]
    [InlineData(2026, 2036, "programme.period-long")]
    [InlineData(2026, 2025, "programme.period-backwards")]
    [InlineData(1999, 2003, "programme.year-absurd")]
    public void Period_IsSane(int from, int to, string? code) =>
        Publish(Good with { FromYear = from, ToYear = to, Money = [] }).Breaches.Select(b => b.Code).ShouldBe(code is null ? [] : [code]);

    [Theory]
    [InlineData("2026-11-22", null)]
    [InlineData("2026-11-23", "programme.decision-in-future")]
    public void Decision_IsNotSignedTomorrow(string day, string? code) =>
        Publish(Good with { Decision = Good.Decision with { Date = DateOnly.Parse(day, null) } }).Breaches.Select(b => b.Code).ShouldBe(code is null ? [] : [code]);

    [Fact]
    public void MoneyCell_IsGivenOnce()
    {
        var again = Good with { Money = [.. Good.Money, Good.Money[0] with { Code = "AGAIN" }] };
        Publish(again).Breaches.ShouldHaveSingleItem().Code.ShouldBe("programme.money-cell-twice");
    }

    [Fact]
    public void Amendment_KeepsCodes_AddsAndDropsTargets()
    {
        var programme = Given.Programme();
        var first = TargetPlan.Bring(programme, Shipped.KhanhHoa.Text, [], Given.NewId);
        first.Count.ShouldBe(25);

        var kept = Shipped.KhanhHoa.Text.Statements.Where(s => s.TargetCode != "KH-2.5").Select(s => s.Code == "KH-3.1" ? s with { Quantity = 4 } : s);
        var amended = Shipped.KhanhHoa.Text with { Statements = [.. kept, Given.Statement("KH-8.1", "Khảo sát", "cuộc", 1)] };
        TargetPlan.Bring(programme, amended, first, Given.NewId).Select(t => t.Code).ShouldBe(["KH-8.1"]);
        first.Single(t => t.IsRetired).Code.ShouldBe("KH-2.5");
        first.Single(t => t.Code == "KH-3.1").Quantity.ShouldBe(4);
        Given.Record(Given.Entry(), programme, first.Single(t => t.IsRetired)).Breaches.ShouldHaveSingleItem().Code.ShouldBe("result.target-retired");
    }

    [Fact]
    public void Versions_SupersedeEachOther_AndStay()
    {
        var programme = Given.Programme();
        var one = Draft(Good, 1, programme.ProgrammeId);
        var published = PublishVersion.Of(one, null, null, Given.Today, "A", Given.Now).Event!;
        one.Apply(published);
        Should.Throw<InvalidOperationException>(() => one.Apply(new DraftSaved(Good, "A", Given.Now)));

        var two = Draft(Good with { Title = "Mới" }, PublishVersion.NextNumber([1]), programme.ProgrammeId);
        PublishVersion.Of(two, one, new(2026, 1, 6), Given.Today, "A", Given.Now).Breaches.Select(b => b.Code).ShouldBe(["programme.in-force-before-decision", "programme.in-force-before-current"]);
        var next = PublishVersion.Of(two, one, new(2026, 1, 7), Given.Today, "A", Given.Now).Event!;
        one.Apply(next);
        two.Apply(next);
        programme.Apply(next);
        (one.State, two.State, one.Text.Title, programme.Title).ShouldBe((VersionState.Superseded, VersionState.InForce, Good.Title, "Mới"));
        PublishVersion.NextNumber([]).ShouldBe(1);
    }

    [Fact]
    public void Explanation_HoldsForItsFiguresOnly()
    {
        var programme = Given.Programme();
        var text = Shipped.KhanhHoa.Text;
        var rows = DiscrepancyReview.Bring(programme, text, [], Given.NewId);
        var gap = rows.Single(d => d.Gap is not null);
        ExplainDiscrepancy.Of(gap, new(null, "", new(2026, 11, 23), " "), Given.Today, "A", Given.Now).Breaches.Select(b => b.Code)
            .ShouldBe(["discrepancy.explanation-missing", "discrepancy.document-missing", "discrepancy.date-in-future", "discrepancy.signer-missing"]);
        gap.Apply(ExplainDiscrepancy.Of(gap, new("Làm tròn triệu đồng", "12/SCT-QLCN", new(2026, 11, 22), "Trần Thị B (dữ liệu minh họa)"), Given.Today, "A", Given.Now).Event!);

        DiscrepancyReview.Bring(programme, text, rows, Given.NewId).ShouldBeEmpty();
        (gap.State, gap.Signer).ShouldBe((DiscrepancyState.Explained, "Trần Thị B (dữ liệu minh họa)"));

        DiscrepancyReview.Bring(programme, WithTotal(text, 36_383_300_000), rows, Given.NewId).ShouldBeEmpty();
        gap.State.ShouldBe(DiscrepancyState.Gone);
        DiscrepancyReview.Bring(programme, text, rows, Given.NewId);
        gap.State.ShouldBe(DiscrepancyState.Explained);
        DiscrepancyReview.Bring(programme, WithTotal(text, 36_383_300_001), rows, Given.NewId);
        (gap.State, gap.Explanation, gap.Gap).ShouldBe((DiscrepancyState.Open, null, new Dong(-1)));
    }

    private static ProgrammeText WithTotal(ProgrammeText text, long total) =>
        text with { Money = [.. text.Money.Select(m => m.Source is null ? m with { Printed = new Dong(total) } : m)] };

    private static ProgrammeVersion Draft(ProgrammeText text, int number, Guid programmeId) =>
        ProgrammeVersion.From(new(Given.NewId(), "56", programmeId, number, text, VersionSource.Form, "A", Given.Now));

    private static Ruling<VersionPublished> Publish(ProgrammeText text) =>
        PublishVersion.Of(Draft(text, 1, Given.NewId()), null, null, Given.Today, "A", Given.Now);
}
