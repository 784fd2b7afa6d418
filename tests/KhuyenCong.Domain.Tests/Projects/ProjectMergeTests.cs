using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Projects;

/// <summary>Two people edit one dossier: nothing that either changed is lost.</summary>
public sealed class ProjectMergeTests
{
    private static readonly ProjectText Base = Given.Text() with
    {
        Dossier = new() { Necessity = "Căn cứ", Effects = "Dòng một\nDòng hai" },
        Lines = [Given.Line(), Given.Line(100, 1, null, 100)],
        Machines = [Given.Machine(serial: "SN-1")],
        WorkPlan = [new("Lắp đặt", "tháng 3", "Hộ")],
        Holds = NormConditions.OwnCapital,
        Fails = NormConditions.WholeLine,
    };

    [Fact]
    public void WhatComesBack_IsWhatWentIn() => Merged(Base, Base).Differs(Base).ShouldBe(ProjectSections.None);

    [Fact]
    public void WhatOnlyOneChanged_IsTaken()
    {
        var (one, other) = (Base.Lines[0], Base.Lines[1]);
        var mine = Base with
        {
            Title = "Tên của tôi",
            Lines = [one with { UnitPrice = new(500) }, other],
            Machines = [.. Base.Machines, Given.Machine(serial: "SN-2")],
            Holds = Base.Holds | NormConditions.FittingIndustry,
        };
        var theirs = Base with
        {
            Dossier = Base.Dossier with { Necessity = "Căn cứ mới" },
            Lines = [one with { Funding = one.Funding with { Counterpart = new(7) } }],
            WorkPlan = [.. Base.WorkPlan, new("Chạy thử", null, null)],
            EndsOn = Base.EndsOn!.Value.AddDays(1),
            Fails = NormConditions.None,
        };
        foreach (var merged in (ProjectText[])[Merged(mine, theirs), Merged(theirs, mine)])
        {
            (merged.Title, merged.Dossier.Necessity, merged.EndsOn).ShouldBe(("Tên của tôi", "Căn cứ mới", theirs.EndsOn));
            merged.Lines.ShouldBe([one with { UnitPrice = new(500), Funding = theirs.Lines[0].Funding }]);
            (merged.Machines.Count, merged.WorkPlan.Count).ShouldBe((2, 2));
            (merged.Holds, merged.Fails).ShouldBe((NormConditions.OwnCapital | NormConditions.FittingIndustry, NormConditions.None));
        }
    }

    [Fact]
    public void WhatBothChangedDifferently_IsAskedFor_AndAsChosen()
    {
        var line = Base.Lines[0];
        var mine = Base with { Title = "A", Lines = [line with { Quantity = 2 }, Base.Lines[1]], Machines = [] };
        var theirs = Base with { Title = "B", Lines = [line with { Quantity = 3 }, Base.Lines[1]], Machines = [Base.Machines[0] with { Maker = "Hãng khác" }], Year = Base.Year };
        var asked = ProjectMerge.ThreeWay(Base, mine, theirs);
        asked.Text.ShouldBeNull();
        asked.Conflicts.Select(c => c.Path).ShouldBe(["title", $"lines[{line.LineId}].quantity", $"machines[{Base.Machines[0].MachineId}]"]);
        (asked.Conflicts[2].Mine, (string?)asked.Conflicts[2].Theirs!["maker"]).ShouldBe((null, "Hãng khác"));

        var chosen = asked.Conflicts.ToDictionary(c => c.Path, c => c.Path == "title" ? MergeSide.Mine : MergeSide.Theirs);
        var merged = ProjectMerge.ThreeWay(Base, mine, theirs, chosen).Text.ShouldNotBeNull();
        (merged.Title, merged.Lines[0].Quantity, merged.Machines[0].Maker).ShouldBe(("A", 3, "Hãng khác"));
        ProjectMerge.ThreeWay(Base, mine, theirs, chosen.Where(c => c.Key != "title").ToDictionary()).Conflicts.ShouldHaveSingleItem().Path.ShouldBe("title");
    }

    [Fact]
    public void WhatOnlyMakesSenseTogether_IsOneField()
    {
        var consent = Base.Consent!;
        ProjectMerge.ThreeWay(Base, Base with { Consent = consent with { GivenBy = "A" } }, Base with { Consent = consent with { Note = "B" } }).Conflicts.Select(c => c.Path).ShouldBe(["consent"]);
        var (at, program) = (Base.Beneficiaries[0], Given.Id());
        var moved = Base with { Beneficiaries = [at with { ProductionSiteId = Given.Id(), CommuneCode = Given.Elsewhere }] };
        ProjectMerge.ThreeWay(Base, moved, Base with { Beneficiaries = [at with { ProductionSiteId = Given.Id() }] }).Conflicts.Select(c => c.Path).ShouldBe([$"beneficiaries[{at.BeneficiaryId}].place"]);
        Merged(moved, Base with { Beneficiaries = [at with { SupportAsked = new(5) }] }).Beneficiaries.ShouldBe([moved.Beneficiaries[0] with { SupportAsked = new(5) }]);
        ProjectMerge.ThreeWay(Base, Base with { ProgrammeId = program, ProgrammeContentCode = "KH.1" }, Base with { ProgrammeId = program, ProgrammeContentCode = "KH.2" }).Conflicts.Select(c => c.Path).ShouldBe(["programme"]);
    }

    [Fact]
    public void ALineOfABeneficiaryTakenOff_IsForAllAgain_AndLineEndsAreNoChange()
    {
        var (stays, goes) = (Given.Beneficiary(Given.Id()), Given.Beneficiary(Given.Id()));
        var both = Base with { Beneficiaries = [stays, goes], Lines = [Base.Lines[0] with { BeneficiaryId = goes.BeneficiaryId }] };
        var merged = ProjectMerge.ThreeWay(both, both with { Lines = [both.Lines[0] with { Unit = "bộ" }] }, both with { Beneficiaries = [stays] }).Text!;
        (merged.Lines[0].Unit, merged.Lines[0].BeneficiaryId).ShouldBe(("bộ", null));
        Merged(Base with { Dossier = Base.Dossier with { Effects = "Dòng một\r\nDòng hai" } }, Base with { Dossier = Base.Dossier with { Effects = "Khác" } }).Dossier.Effects.ShouldBe("Khác");
    }

    private static ProjectText Merged(ProjectText mine, ProjectText theirs)
    {
        var merged = ProjectMerge.ThreeWay(Base, mine, theirs);
        return merged.Text.ShouldNotBeNull(string.Join(' ', merged.Conflicts.Select(c => c.Path)));
    }
}
