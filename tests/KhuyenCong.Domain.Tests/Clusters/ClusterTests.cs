using KhuyenCong.Domain.Clusters;

namespace KhuyenCong.Domain.Tests.Clusters;

public sealed class ClusterTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Guid Id = new("0199f000-0000-7000-8000-000000000001");

    private static IndustrialCluster ACluster(string name = "CCN Diên Phú", Guid? id = null) => IndustrialCluster.From(new(id ?? Id, "56", new(name, ["22453"], ClusterState.Operating)));

    [Fact]
    public void Registering_TellsEveryFaultAtOnce()
    {
        var ruling = ClusterRules.Register(new(Id, "56", new("", ["99999"], ClusterState.Planned, DecidedOn: Today.AddDays(1))), [], code => code == "22453", Today);
        ruling.Event.ShouldBeNull();
        ruling.Breaches.Select(b => b.Code).ShouldBe(["cluster.name-missing", "establishment.commune-unknown", "cluster.decided-in-future"]);
    }

    [Theory]
    [InlineData("ccn diên phú", true)]
    [InlineData("CCN Diên Phú 2", false)]
    public void ANameStandsOnce(string name, bool twice) =>
        ClusterRules.Register(new(Id, "56", new(name, ["22453"], ClusterState.Planned)), [ACluster(id: Guid.Empty)], _ => true, Today).Breaches.Any(b => b.Code == "cluster.name-twice").ShouldBe(twice);

    [Fact]
    public void AnInvestorInARegistry_LeavesNoNameOfItsOwn() =>
        ClusterRules.Register(new(Id, "56", new("A", ["22453"], ClusterState.Planned, InvestorEstablishmentId: Id, InvestorName: "Ai đó")), [], _ => true, Today).Event!.Text.InvestorName.ShouldBeNull();

    [Theory]
    [InlineData(5000, 4000, 3000, null)]
    [InlineData(5000, 5000, 5000, null)]
    [InlineData(5000, 5001, 1, "figure.industrial-above-area")]
    [InlineData(5000, 4000, 4001, "figure.leased-above-industrial")]
    [InlineData(null, 4000, 4000, null)]
    [InlineData(-1, null, null, "figure.negative")]
    [InlineData(null, null, null, "figure.empty")]
    public void Areas_FitIntoEachOther(int? area, int? industrial, int? leased, string? breach) =>
        ClusterRules.Record(ACluster(), Id, new(Today, area, industrial, leased), Today).Breaches.Select(b => b.Code).ShouldBe(breach is null ? [] : [breach]);

    [Fact]
    public void OneDay_HasOneRow_AndNoDayIsAhead()
    {
        var cluster = ACluster();
        cluster.Apply(ClusterRules.Record(cluster, Id, new(Today, 5000), Today).Event!);
        ClusterRules.Record(cluster, Guid.Empty, new(Today, 4000), Today).Breaches[0].Code.ShouldBe("figure.day-twice");
        ClusterRules.Correct(cluster, Id, new(Today, 4000), Today).Event!.Entry.Area.ShouldBe(4000);
        ClusterRules.Record(cluster, Guid.Empty, new(Today.AddDays(1), 4000), Today).Breaches[0].Code.ShouldBe("figure.in-future");
    }

    [Theory]
    [InlineData(3850, 2890, 7506)]
    [InlineData(3850, null, null)]
    [InlineData(0, 0, null)]
    public void Occupancy_NeedsBothAreas_AndIsNeverRoundedUp(int? industrial, int? leased, int? share)
    {
        var cluster = ACluster();
        cluster.Apply(new ClusterFigureRecorded(cluster.IndustrialClusterId, Id, new(Today, null, industrial, leased)));
        cluster.Latest!.Occupancy.ShouldBe(share);
    }
}
