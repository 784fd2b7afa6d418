using KhuyenCong.Domain.Clusters;
using static KhuyenCong.Domain.Clusters.RelocationState;

namespace KhuyenCong.Domain.Tests.Clusters;

public sealed class RelocationTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Guid Site = new("0199f000-0000-7000-8000-000000000002");
    private static readonly Guid Cluster = new("0199f000-0000-7000-8000-000000000003");

    private static RelocationProposed Proposal(Guid? cluster = null, string reason = "Ồn") => new(Guid.Empty, "56", Guid.Empty, Site, "22453", RelocationReason.Pollution, reason, cluster, Today.AddDays(-10));

    private static RelocationCandidate At(RelocationState state)
    {
        var candidate = RelocationCandidate.From(Proposal());
        candidate.Apply(new RelocationMoved(Guid.Empty, state, null, Today.AddDays(-5), null));
        return candidate;
    }

    [Fact]
    public void EveryStateAndStep_IsAsTheTableSays()
    {
        foreach (var from in Enum.GetValues<RelocationState>())
        {
            foreach (var to in Enum.GetValues<RelocationState>())
            {
                var allowed = (from, to) is (Proposed, Agreed) or (Proposed, Dropped) or (Agreed, Moving) or (Agreed, Dropped) or (Moving, Moved) or (Moving, Dropped) or (Dropped, Proposed);
                (Relocating.Move(At(from), new(Guid.Empty, to, Cluster, Today, "Lý do"), [], _ => true, Today).Event is not null).ShouldBe(allowed, $"{from} -> {to}");
            }
        }
    }

    [Theory]
    [InlineData(Agreed, Moving, false, "x", "relocation.cluster-missing")]
    [InlineData(Agreed, Dropped, false, " ", "establishment.reason-missing")]
    [InlineData(Proposed, Agreed, false, null, null)]
    public void AStep_AsksForWhatItNeeds(RelocationState from, RelocationState to, bool cluster, string? note, string? breach) =>
        Relocating.Move(At(from), new(Guid.Empty, to, cluster ? Cluster : null, Today, note), [], _ => true, Today).Breaches.Select(b => b.Code).ShouldBe(breach is null ? [] : [breach]);

    [Fact]
    public void Days_RunForward()
    {
        Relocating.Move(At(Proposed), new(Guid.Empty, Agreed, null, Today.AddDays(1), null), [], _ => true, Today).Breaches[0].Code.ShouldBe("relocation.in-future");
        Relocating.Move(At(Proposed), new(Guid.Empty, Agreed, null, Today.AddDays(-6), null), [], _ => true, Today).Breaches[0].Code.ShouldBe("relocation.before-state");
    }

    [Fact]
    public void ASite_IsFollowedOnceAtATime()
    {
        Relocating.Propose(Proposal(), true, [At(Moving)], _ => true).Breaches[0].Code.ShouldBe("relocation.open-already");
        Relocating.Propose(Proposal(), true, [At(Moved), At(Dropped)], _ => true).Event.ShouldNotBeNull();
        // Given up, then taken up again, while the same site is followed by another row: it would be followed twice.
        var again = RelocationCandidate.From(Proposal() with { RelocationCandidateId = new("0199f000-0000-7000-8000-000000000004") });
        again.Apply(new RelocationMoved(Guid.Empty, Dropped, null, Today.AddDays(-5), "Lý do"));
        Relocating.Move(again, new(Guid.Empty, Proposed, null, Today, null), [At(Proposed)], _ => true, Today).Breaches.Select(b => b.Code).ShouldBe(["relocation.open-already"]);
        Relocating.Move(again, new(Guid.Empty, Proposed, null, Today, null), [At(Moved), At(Dropped), again], _ => true, Today).Breaches.ShouldBeEmpty();
        Relocating.Propose(Proposal(Cluster, ""), false, [], _ => false).Breaches.Select(b => b.Code).ShouldBe(["relocation.site-unknown", "establishment.reason-missing", "relocation.cluster-unknown"]);
    }
}
