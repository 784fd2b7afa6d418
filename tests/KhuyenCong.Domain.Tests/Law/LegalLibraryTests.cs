using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Tests.Law;

public sealed class LegalLibraryTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Guid Id = Guid.Parse("018f0000-0000-7000-8000-000000000001");
    private static readonly Guid OtherId = Guid.Parse("018f0000-0000-7000-8000-000000000002");

    private static readonly DocumentText Valid = new()
    {
        Number = "26/2014/TT-BCT",
        Kind = DocumentKind.Circular,
        Date = new(2014, 8, 28),
        Issuer = "Bộ Công Thương",
        Title = "Bình chọn",
        TerritoryProvinceCode = "56",
    };

    [Fact]
    public void ValidDocument_IsAdded() => Add(Valid).ShouldBeEmpty();

    [Fact]
    public void EmptyDocument_TellsEveryFaultAtOnce() =>
        Add(new()).ShouldBe(["law.number-missing", "law.issuer-missing", "law.title-missing", "law.date-missing", "law.other-territory"]);

    [Fact]
    public void DocumentOfTomorrow_IsRefused_OfTodayNot()
    {
        Add(Valid with { Date = Today.AddDays(1) }).ShouldBe(["law.date-in-future"]);
        Add(Valid with { Date = Today }).ShouldBeEmpty();
    }

    [Fact]
    public void ReversedDates_BadSource_UnprovenVerification_AreRefused() =>
        Add(Valid with { EffectiveFrom = new(2020, 1, 2), EffectiveTo = new(2020, 1, 1), SourceUrl = "javascript:alert(1)" })
            .ShouldBe(["law.effective-reversed", "law.source-not-web"]);

    [Fact]
    public void VerifiedWithoutFileOrSource_IsRefused() =>
        Add(Valid with { Verification = Verification.VerifiedVerbatim }).ShouldBe(["law.verified-without-source"]);

    [Fact]
    public void SameNumberTypedOtherwise_IsTheSameDocument() =>
        Add(Valid with { Number = " 26/2014/tt-bct" }, Document(Valid)).ShouldBe(["law.duplicate-document"]);

    [Fact]
    public void SameNumber_OfAnotherKindAndIssuer_IsAnotherDocument() =>
        Add(Valid with { Number = "26/2014/TTLT-BTC-BCT", Kind = DocumentKind.JointCircular, Issuer = "Bộ Tài chính - Bộ Công Thương" }, Document(Valid)).ShouldBeEmpty();

    [Fact]
    public void Relations_AreNeitherBackwards_NorCircular_NorTold_Twice()
    {
        var old = Document(Valid);
        var amendment = Document(Valid with { Number = "14/2018/TT-BCT", Date = new(2018, 6, 28) }, OtherId);
        Relate(amendment, old).ShouldBeEmpty();
        Relate(old, amendment).ShouldBe(["law.relation-backwards"]);
        Relate(old, old).ShouldContain("law.relation-to-itself");
        var known = LegalRelation.From(Related(amendment, old));
        Relate(amendment, old, known).ShouldBe(["law.relation-duplicate"]);
        Relate(old, amendment, known).ShouldBe(["law.relation-backwards", "law.relation-circular"]);
    }

    private static DocumentsRelated Related(LegalDocument source, LegalDocument target) =>
        new(Id, source.LegalDocumentId, target.LegalDocumentId, RelationKind.Amends, null, null, Verification.Cited);

    private static IEnumerable<string> Relate(LegalDocument source, LegalDocument target, params LegalRelation[] known) =>
        LegalLibrary.RelateDocuments(Related(source, target), source, target, known).Breaches.Select(b => b.Code);

    private static LegalDocument Document(DocumentText text, Guid? id = null) => LegalDocument.From(new(id ?? Id, text));

    private static IEnumerable<string> Add(DocumentText text, params LegalDocument[] existing) =>
        LegalLibrary.AddDocument(Id, text, existing, "56", Today).Breaches.Select(b => b.Code);
}
