using KhuyenCong.Domain.Acceptances;

namespace KhuyenCong.Domain.Tests.Acceptances;

/// <summary>Where the device stood: kept as it was told, compared with the registered place, and never a reason to refuse but where it cannot be.</summary>
public sealed class AcceptanceSpotTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 4, 0, 0, DateTimeKind.Utc);

    private static readonly AcceptanceSpot Spot = new(12.2388, 109.1967, 12, Now.AddMinutes(-5));

    public static readonly TheoryData<AcceptanceSpot> Spots = [Spot, Spot with { Accuracy = null }, Spot with { ReadAt = null }, new AcceptanceSpot(-0.000001, -179.999999, 0, null)];

    [Theory]
    [MemberData(nameof(Spots))]
    public void WhatIsReadBack_IsWhatWasWritten(AcceptanceSpot spot)
    {
        ArgumentNullException.ThrowIfNull(spot);
        AcceptanceSpot.Read(spot.Code, Now).ShouldBe(spot);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12.2,109.1")]
    [InlineData("12.2,109.1,5,0,1")]
    [InlineData("x,109.1,5,0")]
    [InlineData("12.2,NaN,5,0")]
    [InlineData("12.2,1e3,5,0")]
    [InlineData("90.1,109.1,5,0")]
    [InlineData("12.2,180.1,5,0")]
    public void WhatIsNoPosition_IsNone(string? code) => AcceptanceSpot.Read(code, Now).ShouldBeNull();

    [Theory]
    [InlineData("12.2388,109.1967,-1,x", null)]
    [InlineData("12.23880049,109.1967,100001,99999999999999", 100_000)]
    public void AnErrorOrATimeThatCannotBe_IsLeftOut_AndAnEndlessErrorStaysLarge(string code, int? accuracy) => AcceptanceSpot.Read(code, Now).ShouldBe(new(12.2388, 109.1967, accuracy, null));

    /// <summary>A degree of latitude, a degree of longitude on the equator and at 60°, and the way across the pole.</summary>
    [Theory]
    [InlineData(0, 0, 1, 0, 111_195)]
    [InlineData(0, 0, 0, 1, 111_195)]
    [InlineData(60, 0, 60, 1, 55_597)]
    [InlineData(90, 0, -90, 0, 20_015_087)]
    [InlineData(12.2388, 109.1967, 12.2388, 109.1967, 0)]
    public void TheDistance_IsThatOfTheGreatCircle(double fromLatitude, double fromLongitude, double latitude, double longitude, int metres) =>
        new AcceptanceSpot(fromLatitude, fromLongitude, null, null).MetresTo(latitude, longitude).ShouldBe(metres);

    [Theory]
    [InlineData(0.0085, null, false)]
    [InlineData(0.0095, null, true)]
    [InlineData(0.0095, 100, false)]
    public void FarIs_BeyondAKilometre_AndBeyondTheDevicesOwnError(double away, int? accuracy, bool isFar) =>
        (Spot with { Accuracy = accuracy }).IsFarFrom(Spot.Latitude + away, Spot.Longitude).ShouldBe(isFar);

    [Theory]
    [InlineData(12.2388, 109.1967, false)]
    [InlineData(8.64, 111.92, false)]
    [InlineData(109.1967, 12.2388, true)]
    [InlineData(48.85, 2.35, true)]
    public void APositionOutsideTheCountry_IsAFault(double latitude, double longitude, bool isFault) =>
        AcceptanceCheck.Faults(new() { Spot = new(latitude, longitude, null, null) }, []).Any(b => b.Code == "acceptance.spot-outside").ShouldBe(isFault);

    /// <summary>Two telephones never read the same; which of them is kept holds up nobody.</summary>
    [Fact]
    public void OfTwoReadings_TheMoreAccurateStays_Unasked()
    {
        var @base = new AcceptanceText { Place = "Xưởng minh họa", Spot = Spot };
        var (mine, theirs) = (@base with { Spot = new(12.3, 109.3, 30, null) }, @base with { Spot = new(12.4, 109.4, 8, null) });
        AcceptanceMerge.ThreeWay(@base, mine, theirs).Text!.Spot.ShouldBe(theirs.Spot);
        AcceptanceMerge.ThreeWay(@base, theirs, mine).Text!.Spot.ShouldBe(theirs.Spot);
        AcceptanceMerge.ThreeWay(@base with { Spot = null }, mine, theirs with { Spot = theirs.Spot! with { Accuracy = null } }).Text!.Spot.ShouldBe(mine.Spot);
        AcceptanceMerge.ThreeWay(@base, @base with { Spot = null }, theirs).Text!.Spot.ShouldBe(theirs.Spot);
        AcceptanceMerge.ThreeWay(@base, mine, @base with { Spot = null }).Text!.Spot.ShouldBe(mine.Spot);
        AcceptanceMerge.ThreeWay(@base, mine, @base).Text!.Spot.ShouldBe(mine.Spot);
        AcceptanceMerge.ThreeWay(@base, @base, theirs).Text!.Spot.ShouldBe(theirs.Spot);
        AcceptanceMerge.ThreeWay(@base, @base with { Spot = null }, @base).Text!.Spot.ShouldBeNull();
    }

    [Theory]
    [InlineData("image/png", "Người Minh Họa", false)]
    [InlineData("image/png", null, true)]
    [InlineData("application/pdf", "Người Minh Họa", true)]
    public void ASignature_IsAPicture_AndNoneOfTheScene(string mediaType, string? signer, bool isScene)
    {
        var record = Given.Record(Given.Project());
        record.RemovePhoto(record.Photos[0].AcceptancePhotoId, Given.Writer, Now);
        record.Apply(new AcceptancePhotoAdded(Given.Id(), null, new('c', 64), "chu-ky.png", 10, mediaType, Given.Writer, Now, SignedBy: signer));
        record.Photos.ShouldHaveSingleItem().IsScene.ShouldBe(isScene);
        AcceptanceCheck.Missing(record, null, Given.Today).Any(b => b.Code == "acceptance.photo-missing").ShouldBe(!isScene);
    }
}
