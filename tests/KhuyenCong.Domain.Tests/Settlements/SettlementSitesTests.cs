using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Settlements;

namespace KhuyenCong.Domain.Tests.Settlements;

/// <summary>A file follows the last acceptance of its contract.</summary>
public sealed class SettlementSitesTests
{
    private const string Site = "Xưởng thứ hai";

    /// <summary>What is open × what the file or the project says.</summary>
    [Theory]
    [InlineData("open", false, null, "settlement.sites-unfinished")]
    [InlineData("open", true, "Cơ sở xin rút, công văn 12", "settlement.sites-unfinished")]
    [InlineData("to complete", false, null, "settlement.sites-to-complete")]
    [InlineData("to complete", true, "Cơ sở xin rút, công văn 12", "settlement.sites-to-complete")]
    [InlineData("missing", false, null, "settlement.sites-missing")]
    [InlineData("missing", false, " ", "settlement.sites-missing")]
    [InlineData("missing", true, null, null)]
    [InlineData("missing", false, "Cơ sở xin rút, công văn 12", null)]
    [InlineData("none", false, null, null)]
    public void AFile_IsNeitherSentNorApproved_BeforeTheLastSite(string what, bool isStopped, string? reason, string? code)
    {
        var facts = Given.Facts(Given.Contract(isStopped: isStopped));
        var open = facts with { Sites = what switch { "open" => new([Site], [], []), "to complete" => new([], [Site], []), "missing" => new([], [], [Site]), _ => OpenSites.None } };
        string[] expected = code is null ? [] : [code];
        Settlement File() => Given.Open(facts, new SettlementText { UndoneSites = reason, Vouchers = [Given.Voucher()] });
        Given.Step(File(), open, SettlementAction.Submit).ShouldBe(expected);

        var sent = File();
        Given.Step(sent, facts, SettlementAction.Submit).ShouldBeEmpty();
        Given.Step(sent, open, SettlementAction.Approve).ShouldBe(expected);
        SettlementMoves.Unready(File(), open, TimeProvider.System.Today).Select(b => b.Code).ShouldBe(expected);
    }

    [Theory]
    [InlineData(false, SettlementBasis.Accepted, null, true)]
    [InlineData(true, SettlementBasis.Accepted, null, false)]
    [InlineData(false, SettlementBasis.ForceMajeure, null, false)]
    [InlineData(false, SettlementBasis.Accepted, "Công văn 12", false)]
    public void SitesNobodyWaitsFor_AreNotMissing(bool isStopped, SettlementBasis basis, string? reason, bool waits) =>
        SettlementMoves.WaitsForMissing(isStopped, basis, reason).ShouldBe(waits);
}
