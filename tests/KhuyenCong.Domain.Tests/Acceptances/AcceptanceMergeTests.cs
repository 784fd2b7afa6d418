using KhuyenCong.Domain.Acceptances;

namespace KhuyenCong.Domain.Tests.Acceptances;

/// <summary>A record filled at a site without network meets what the office saved meanwhile: nothing that either wrote is lost.</summary>
public sealed class AcceptanceMergeTests
{
    private static readonly AcceptanceText Base = new()
    {
        Place = "Xưởng minh họa",
        Basis = "Quyết định\nHợp đồng",
        Members = [new("Người Minh Họa", "Sở Công Thương", null, AcceptanceSide.Member)],
        Lines = [new(Given.Id(), null, null, null, null, null, null), new(Given.Id(), 1, new(100), new(100), Given.Invoice, null, null)],
        Machines = [Given.Machine("SN-1"), Given.Machine("SN-2")],
    };

    [Fact]
    public void WhatComesBack_IsWhatWentIn() => Same(Merged(Base, Base), Base);

    [Fact]
    public void WhatOnlyOneWrote_IsTaken_WhoeverSavesFirst()
    {
        var mine = Base with
        {
            HeldOn = Given.Today,
            Members = [.. Base.Members, new("Chủ Cơ Sở", "Cơ sở minh họa", null, AcceptanceSide.Participant)],
            Lines = [Base.Lines[0] with { AcceptedQuantity = 2, EligibleCost = new(50) }, Base.Lines[1]],
            Machines = [Base.Machines[0] with { IsAccepted = false }, Base.Machines[1], Given.Machine("SN-3")],
            Verdict = AcceptanceVerdict.ToBeCompleted,
            CompleteBy = Given.Today,
            ResultQuantity = 0,
        };
        var theirs = Base with
        {
            Number = "01/BB",
            Lines = [Base.Lines[0] with { InvoicedCost = new(60) }, Base.Lines[1] with { Reason = "Theo thực tế" }],
            Machines = [Base.Machines[0] with { Origin = "Việt Nam" }],
            Opinion = "Ý kiến",
        };
        var whole = mine with
        {
            Number = "01/BB",
            Opinion = "Ý kiến",
            Lines = [mine.Lines[0] with { InvoicedCost = new(60) }, theirs.Lines[1]],
            Machines = [Base.Machines[0] with { IsAccepted = false, Origin = "Việt Nam" }, mine.Machines[2]],
        };
        Same(Merged(mine, theirs), whole);
        Same(Merged(theirs, mine), whole);
    }

    [Fact]
    public void WhatBothWroteDifferently_IsAskedFor_AndAsChosen()
    {
        var mine = Base with { Place = "A", Lines = [Base.Lines[0] with { AcceptedQuantity = 2 }, Base.Lines[1]], Machines = [Base.Machines[0]] };
        var theirs = Base with { Place = "B", Lines = [Base.Lines[0] with { AcceptedQuantity = 3 }, Base.Lines[1]], Machines = [Base.Machines[0], Base.Machines[1] with { Maker = "Hãng khác" }] };
        var asked = AcceptanceMerge.ThreeWay(Base, mine, theirs);
        asked.Text.ShouldBeNull();
        asked.Conflicts.Select(c => c.Path).ShouldBe(["place", $"lines[{Base.Lines[0].EstimateLineId}].acceptedQuantity", $"machines[{Base.Machines[1].MachinePassportId}]"], ignoreOrder: true);

        var chosen = asked.Conflicts.ToDictionary(c => c.Path, c => c.Path == "place" ? MergeSide.Mine : MergeSide.Theirs);
        var merged = AcceptanceMerge.ThreeWay(Base, mine, theirs, chosen).Text.ShouldNotBeNull();
        (merged.Place, merged.Lines[0].AcceptedQuantity, merged.Machines[1].Maker).ShouldBe(("A", 3, "Hãng khác"));
        AcceptanceMerge.ThreeWay(Base, mine, theirs, chosen.Where(c => c.Key != "place").ToDictionary()).Conflicts.ShouldHaveSingleItem().Path.ShouldBe("place");
    }

    [Fact]
    public void WhatOnlyMakesSenseTogether_IsOneField()
    {
        AcceptanceText Of(string? series, string? number) => Base with { Machines = [Base.Machines[0] with { InvoiceSeries = series, InvoiceNumber = number }, Base.Machines[1]] };
        AcceptanceMerge.ThreeWay(Base, Of("1C26TAA", "1"), Of("1C26TBB", "1")).Conflicts.Select(c => c.Path).ShouldBe([$"machines[{Base.Machines[0].MachinePassportId}].{AcceptanceMerge.Invoice}"]);
        AcceptanceMerge.ThreeWay(Base, Base with { Verdict = AcceptanceVerdict.Accepted }, Base with { Verdict = AcceptanceVerdict.ToBeCompleted, CompleteBy = Given.Today }).Conflicts.Select(c => c.Path).ShouldBe([AcceptanceMerge.Conclusion]);
        Merged(Base with { Verdict = AcceptanceVerdict.Accepted }, Base with { Opinion = "Ý kiến" }).Verdict.ShouldBe(AcceptanceVerdict.Accepted);
    }

    [Fact]
    public void LineEndsOfABrowser_AreNoChange() =>
        Merged(Base with { Basis = "Quyết định\r\nHợp đồng" }, Base with { Basis = "Khác" }).Basis.ShouldBe("Khác");

    private static AcceptanceText Merged(AcceptanceText mine, AcceptanceText theirs)
    {
        var merged = AcceptanceMerge.ThreeWay(Base, mine, theirs);
        return merged.Text.ShouldNotBeNull(string.Join(' ', merged.Conflicts.Select(c => c.Path)));
    }

    /// <summary>Records compare their lists by place in memory.</summary>
    private static void Same(AcceptanceText one, AcceptanceText other)
    {
        one.Members.ShouldBe(other.Members);
        one.Lines.ShouldBe(other.Lines);
        one.Machines.ShouldBe(other.Machines);
        (one with { Members = [], Lines = [], Machines = [] }).ToString().ShouldBe((other with { Members = [], Lines = [], Machines = [] }).ToString());
    }
}
