using KhuyenCong.Domain.Establishments;

namespace KhuyenCong.Domain.Tests.Establishments;

public sealed class DismissingTests
{
    private static readonly DateTime At = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);

    private static Establishment An(string id) => Establishment.From(new(new(id), "56", new(LegalForm.HouseholdBusiness, "Gốm", null, null, null, null), [], At));

    private static readonly Establishment One = An("0199f000-0000-7000-8000-000000000001");
    private static readonly Establishment Other = An("0199f000-0000-7000-8000-000000000002");

    private static DuplicateDismissal Dismissed(params DuplicateReason[] likeness) =>
        DuplicateDismissal.From(Dismissing.Dismiss(Guid.Empty, Other, One, likeness, " Hai anh em, hai lò ", "Cán bộ", At).Event!, "56");

    [Fact]
    public void APair_HasOneOrder_AndKeepsWhy()
    {
        var dismissal = Dismissed(DuplicateReason.SimilarName);
        (dismissal.OneId, dismissal.OtherId, dismissal.Reason).ShouldBe((One.EstablishmentId, Other.EstablishmentId, "Hai anh em, hai lò"));
    }

    [Fact]
    public void ItCovers_TheLikenessesSeen_AndNoNewOne()
    {
        var dismissal = Dismissed(DuplicateReason.SimilarName, DuplicateReason.SamePhone);
        dismissal.Covers(One.EstablishmentId, Other.EstablishmentId, [DuplicateReason.SimilarName]).ShouldBeTrue();
        dismissal.Covers(Other.EstablishmentId, One.EstablishmentId, [DuplicateReason.SamePhone, DuplicateReason.SimilarName]).ShouldBeTrue();
        dismissal.Covers(One.EstablishmentId, Other.EstablishmentId, [DuplicateReason.SimilarName, DuplicateReason.SameIdentifier]).ShouldBeFalse();
        dismissal.Covers(One.EstablishmentId, Guid.Empty, [DuplicateReason.SimilarName]).ShouldBeFalse();
        dismissal.Apply(Dismissing.Undo(dismissal, "Cùng một người", "Cán bộ", At).Event!);
        dismissal.Covers(One.EstablishmentId, Other.EstablishmentId, [DuplicateReason.SimilarName]).ShouldBeFalse();
        Dismissing.Undo(dismissal, "x", "Cán bộ", At).Breaches[0].Code.ShouldBe("dismissal.already-undone");
    }

    [Fact]
    public void NoReason_NoLikeness_NoDismissal()
    {
        Dismissing.Dismiss(Guid.Empty, One, Other, [], "x", "Cán bộ", At).Breaches[0].Code.ShouldBe("dismissal.not-alike");
        Dismissing.Dismiss(Guid.Empty, One, Other, [DuplicateReason.SamePhone], " ", "Cán bộ", At).Breaches[0].Code.ShouldBe("establishment.reason-missing");
        Dismissing.Dismiss(Guid.Empty, One, One, [DuplicateReason.SamePhone], "x", "Cán bộ", At).Breaches[0].Code.ShouldBe("merge.same");
    }
}
